"""Sources of the lying and of the odd renders, each made once by the real ffmpeg."""

import subprocess
from pathlib import Path

import imageio_ffmpeg

SIZE = "192x108"
MOVING = f"testsrc2=s={SIZE}:r=25"
TONE = "sine=frequency=440"
X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25")


def film(seconds: float, *options: str, picture: str = MOVING) -> list[str]:
    """Pictures and a tone."""
    sources = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", TONE, "-t", str(seconds)]
    return [*sources, *(options or (*X264, "-c:a", "aac"))]


def still(*options: str, picture: str = MOVING) -> list[str]:
    return ["-f", "lavfi", "-i", picture, *options, "-frames:v", "1", "-update", "1"]


def shown(seconds: float, *options: str, picture: str = MOVING) -> list[str]:
    """Pictures alone."""
    return ["-f", "lavfi", "-i", picture, "-t", str(seconds), *(options or X264)]


_SLIDES = f"testsrc2=s={SIZE}:r=1/2,fps=25"
_DOT = f"color=gray:s={SIZE}:r=25,drawbox=x='mod(t*40,180)':y=50:w=8:h=8:c=white:t=fill:replace=1"

FILMS: dict[str, list[str]] = {
    "film.mov": film(6),
    "twotracks.mov": [*film(6), "-map", "0:v", "-map", "1:a", "-map", "1:a"],
    "turned.mp4": ["-display_rotation", "90", "-i", "{film.mov}", "-c", "copy"],
    "blackintro.mp4": film(
        6, *("-vf", "drawbox=c=black:t=fill:enable='lt(t,4.5)'"), *X264, "-c:a", "aac"
    ),
    "slides.mp4": shown(10, picture=_SLIDES),
    "silence.mp4": film(4, "-af", "volume=0", *X264, "-c:a", "aac"),
    "mute.mp4": shown(3),
    "oneframe.mp4": [*shown(3), "-frames:v", "1"],
    "twoframes.mkv": [*shown(3), "-frames:v", "2"],
    "tick.mov": shown(5, picture=f"testsrc2=s={SIZE}:r=1"),
    "vfr.mp4": shown(4, "-vf", "setpts='PTS+0.4*sin(N/5)/TB*0.05'", "-fps_mode", "vfr", *X264),
    "vfr.mkv": shown(6, "-vf", "select='not(mod(n,7))+lt(n,40)'", "-fps_mode", "vfr", *X264),
    "oddsize.avi": film(2, "-c:v", "mjpeg", picture="testsrc2=s=161x91:r=25"),
    "alpha.mov": shown(2, "-vf", "format=rgba,colorchannelmixer=aa=0.5", "-c:v", "qtrle"),
    "prores.mov": film(2, "-c:v", "prores_ks", "-c:a", "pcm_s16le"),
    "edited.mp4": ["-ss", "1.3", "-i", "{film.mov}", "-c", "copy"],
    "stream.ts": film(4),
    "vp8.webm": film(4, "-c:v", "libvpx", "-b:v", "200k", "-auto-alt-ref", "1", "-c:a", "libopus"),
    "vp9.webm": shown(3, "-c:v", "libvpx-vp9", "-b:v", "200k", "-deadline", "realtime"),
    "moving.gif": shown(2, "-c:v", "gif"),
    "uneven.gif": shown(
        3, "-vf", "select='not(mod(n,3))*gt(n,10)+lt(n,10)'", "-fps_mode", "vfr", "-c:v", "gif"
    ),
    "timecode.mov": film(3, *X264, "-c:a", "aac", "-timecode", "01:00:00:00"),
    "black.mp4": film(3, picture=f"color=black:s={SIZE}:r=25"),
    "white.mp4": film(3, picture=f"color=white:s={SIZE}:r=25"),
    "plate.mov": shown(8, picture=f"testsrc2=s={SIZE}:r=25:d=0.04,loop=-1:1,setpts=N/25/TB"),
    "moving8.mp4": shown(8),
    "noise.mp4": shown(2, picture=f"nullsrc=s={SIZE}:r=25,geq=random(1)*255:128:128"),
    "ntsc.mov": film(3, picture=f"testsrc2=s={SIZE}:r=30000/1001"),
    "fast.mp4": shown(2, picture=f"testsrc2=s={SIZE}:r=120"),
    "raw.h264": shown(2),
    "tape.mpg": film(3, "-c:v", "mpeg2video", "-c:a", "mp2"),
    "old.flv": film(3, "-c:v", "flv", "-c:a", "mp3", "-ar", "44100"),
    "phone.mp4": ["-display_rotation", "270", "-i", "{vfr.mp4}", "-c", "copy"],
    "surround.mkv": film(3, "-af", "pan=5.1|FL=c0|FR=c0|FC=c0|LFE=c0|BL=c0|BR=c0", *X264),
    "longsound.mkv": [
        *("-f", "lavfi", "-i", f"{MOVING}:d=2", "-f", "lavfi", "-i", f"{TONE}:duration=4"),
        *(*X264, "-c:a", "aac"),
    ],
    "shortsound.mp4": [
        *("-f", "lavfi", "-i", f"{MOVING}:d=4", "-f", "lavfi", "-i", f"{TONE}:duration=1"),
        *(*X264, "-c:a", "aac"),
    ],
    "latesound.mp4": [
        *("-f", "lavfi", "-i", f"{MOVING}:d=4", "-itsoffset", "1.5"),
        *("-f", "lavfi", "-i", f"{TONE}:duration=2", *X264, "-c:a", "aac"),
    ],
    "latepicture.mkv": [
        *("-itsoffset", "0.7", "-f", "lavfi", "-i", f"{MOVING}:d=3"),
        *("-f", "lavfi", "-i", f"{TONE}:duration=4", *X264, "-c:a", "aac"),
    ],
    "anamorphic.mp4": shown(2, "-vf", "setsar=16/11", *X264),
    "interlaced.ts": shown(3, "-vf", "tinterlace=4", "-flags", "+ildct+ilme", "-c:v", "mpeg2video"),
    "deep.mov": shown(
        2, "-c:v", "libx265", "-x265-params", "log-level=0", "-pix_fmt", "yuv420p10le"
    ),
    "fragments.mp4": film(3, *X264, "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"),
    "fades.mp4": film(
        6, "-vf", "fade=in:0:50,fade=out:100:50", "-af", "afade=in:d=2", *X264, "-c:a", "aac"
    ),
    "dot.mp4": shown(4, picture=_DOT),
    "strobe.mp4": shown(
        3, "-vf", "negate=enable='mod(floor(n/2),2)'", *X264, picture=f"color=black:s={SIZE}:r=25"
    ),
    "longgop.mp4": film(
        6,
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p",
        "-g",
        "500",
        "-c:a",
        "aac",
    ),
    "chapters.mkv": [*film(3), "-metadata", "title=Ünïcode % : name"],
    "whisper.mp4": film(3, "-af", "volume=-60dB", *X264, "-c:a", "aac"),
    "dark.mp4": shown(3, "-vf", "eq=brightness=-0.9:contrast=0.3", *X264),
    "tone.wav": ["-f", "lavfi", "-i", f"{TONE}:duration=3"],
    "tone.flac": ["-f", "lavfi", "-i", f"{TONE}:duration=3"],
    "quiet.wav": ["-f", "lavfi", "-i", "anullsrc=r=44100:cl=mono", "-t", "3"],
    "click.wav": ["-f", "lavfi", "-i", "aevalsrc='lt(mod(t,1),0.01)':d=4"],
    "cover.mp3": [
        *("-f", "lavfi", "-i", f"{TONE}:duration=3", "-i", "{still.png}", "-map", "0", "-map", "1"),
        *("-c:a", "libmp3lame", "-c:v", "copy", "-disposition:v", "attached_pic"),
    ],
    "cover.m4a": [
        *("-f", "lavfi", "-i", f"{TONE}:duration=3", "-i", "{still.png}", "-map", "0", "-map", "1"),
        *("-c:a", "aac", "-c:v", "copy", "-disposition:v", "attached_pic"),
    ],
    "still.png": still(),
    "still.jpg": still(),
    "still.exr": still(),
    "clear.png": still("-vf", "format=rgba,colorchannelmixer=aa=0.4"),
    "flat.png": still(picture=f"color=teal:s={SIZE}"),
    "tiny.png": still(picture="testsrc2=s=2x2"),
    "alphaframes.png": still("-vf", "format=rgba"),
}
SHOTS: dict[str, list[str]] = {
    "shot_%04d.png": ["-f", "lavfi", "-i", MOVING, "-frames:v", "30", "-start_number", "1001"],
    "light_%04d.exr": ["-f", "lavfi", "-i", MOVING, "-frames:v", "12"],
    "held_%04d.png": ["-f", "lavfi", "-i", f"{_SLIDES}", "-frames:v", "60"],
    "night_%04d.jpg": ["-f", "lavfi", "-i", f"color=black:s={SIZE}:r=25", "-frames:v", "20"],
}


class Films:
    """Sources by name, in one folder."""

    NAMES = (*FILMS, *SHOTS)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getitem__(self, name: str) -> Path:
        shot = SHOTS.get(name)
        path = self.folder / name.split("_", maxsplit=1)[0] / name if shot else self.folder / name
        if not (path.parent.exists() if shot else path.exists()):
            path.parent.mkdir(parents=True, exist_ok=True)
            recipe = shot or FILMS[name]
            words = [str(self[w[1:-1]]) if w.startswith("{") else w for w in recipe]
            quiet = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
            command = [imageio_ffmpeg.get_ffmpeg_exe(), *quiet, *words, str(path)]
            done = subprocess.run(command, capture_output=True, check=False)
            assert done.returncode == 0, f"{name}: {done.stderr.decode()}"
        return path
