"""Real, tiny media files, each made once by ffmpeg when a test first asks for it."""

import subprocess
from pathlib import Path

import imageio_ffmpeg

PICTURES = "testsrc2=size=160x90:rate=25"
TONE = "sine=frequency=440"
H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25"]

RECIPES: dict[str, list[str]] = {
    "clip.mp4": [
        *["-f", "lavfi", "-i", f"{PICTURES}:duration=2", "-f", "lavfi", "-i", f"{TONE}:duration=2"],
        *[*H264, "-c:a", "aac"],
    ],
    "silent.mkv": ["-f", "lavfi", "-i", f"{PICTURES}:duration=4", *H264],
    "stream.ts": ["-f", "lavfi", "-i", f"{PICTURES}:duration=3", *H264, "-g", "250"],
    "raw.h264": ["-f", "lavfi", "-i", f"{PICTURES}:duration=1", *H264],
    "start_index.mp4": ["-i", "{clip.mp4}", "-c", "copy", "-movflags", "+faststart"],
    "trimmed.mp4": ["-ss", "1.3", "-i", "{long_gop.mp4}", "-c", "copy"],
    "long_gop.mp4": [
        *["-f", "lavfi", "-i", f"{PICTURES}:duration=4", "-f", "lavfi", "-i", f"{TONE}:duration=4"],
        *["-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "250", "-c:a", "aac"],
    ],
    "silent.mp4": ["-i", "{silent.mkv}", "-c", "copy"],
    "turned.mp4": ["-display_rotation", "90", "-i", "{clip.mp4}", "-c", "copy"],
    "long_sound.mkv": [
        *["-f", "lavfi", "-i", f"{PICTURES}:duration=1", "-f", "lavfi", "-i", f"{TONE}:duration=4"],
        *[*H264, "-c:a", "aac"],
    ],
    "black_start.mp4": [
        *["-f", "lavfi", "-i", f"{PICTURES}:duration=2"],
        *["-vf", "drawbox=color=black:t=fill:enable='lt(t,0.6)'", *H264, "-g", "250"],
    ],
    "slow.flv": ["-f", "lavfi", "-i", "testsrc2=size=160x90:rate=2:duration=3"],
    "pcm.mov": [
        *["-f", "lavfi", "-i", f"{TONE}:duration=2", "-c:a", "pcm_s16le"],
        *["-movflags", "+faststart"],
    ],
    "minute.mp4": [
        *["-f", "lavfi", "-i", "testsrc2=size=160x90:rate=5:duration=70", "-f", "lavfi"],
        *["-i", f"{TONE}:duration=70", *H264, "-c:a", "aac"],
    ],
    "dark_middle.mp4": [
        *["-i", "{minute.mp4}", "-vf", "drawbox=c=black:t=fill:enable='between(t,30,40)'"],
        *["-af", "volume=0:enable='between(t,50,60)'", *H264, "-c:a", "aac"],
    ],
    "moving.gif": ["-f", "lavfi", "-i", f"{PICTURES}:duration=1"],
    "one.gif": ["-f", "lavfi", "-i", PICTURES, "-frames:v", "1"],
    "tone.wav": ["-f", "lavfi", "-i", f"{TONE}:duration=2"],
    "cover.mp3": [
        *["-f", "lavfi", "-i", f"{TONE}:duration=2", "-i", "{still.png}", "-map", "0", "-map", "1"],
        *["-c:a", "libmp3lame", "-c:v", "copy", "-disposition:v", "attached_pic"],
    ],
    "clear.png": ["-f", "lavfi", "-i", "color=red@0.5:size=64x64,format=rgba", "-frames:v", "1"],
    **{
        f"still.{extension}": ["-f", "lavfi", "-i", PICTURES, "-frames:v", "1", "-update", "1"]
        for extension in ("png", "jpg", "exr", "tif", "dpx", "bmp", "tga", "webp")
    },
}


def run_ffmpeg(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run ffmpeg; the result tells what it said."""
    program = imageio_ffmpeg.get_ffmpeg_exe()
    quiet = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    return subprocess.run([program, *quiet, *arguments], capture_output=True, check=False)


class Samples:
    """Sample files by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getitem__(self, name: str) -> Path:
        path = self.folder / name
        if not path.exists():
            arguments = [
                str(self[word[1:-1]]) if word.startswith("{") else word for word in RECIPES[name]
            ]
            done = run_ffmpeg(*arguments, path)
            assert done.returncode == 0, done.stderr.decode()
        return path

    def content(self, name: str) -> bytes:
        return self[name].read_bytes()
