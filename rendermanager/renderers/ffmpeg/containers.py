"""Which container a result goes into, and what each one holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from rendermanager.renderers.ffmpeg.codecs import AUDIO, VIDEO
from rendermanager.renderers.ffmpeg.words import AudioCodec, VideoCodec


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A kind of file.

    Attributes:
        name: As in the settings; also the usual extension.
        muxer: ffmpeg's name for writing it.
        also: Other extensions it goes by.
        video: Codecs of pictures it holds, by ffmpeg's names; None means any.
        audio: Codecs of sound it holds; None means any.
        sound: What `AudioCodec.AUTO` means here.
        faststart: Whether its index is moved to the front, for playing while it loads.
    """

    name: str
    muxer: str
    also: tuple[str, ...] = ()
    video: frozenset[str] | None = frozenset()
    audio: frozenset[str] | None = frozenset()
    sound: AudioCodec = AudioCodec.NONE
    faststart: bool = False

    def fits_name(self, path: PurePath) -> bool:
        """Whether a file name has one of its extensions."""
        return path.suffix.lower().removeprefix(".") in (self.name, *self.also)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MP4_AUDIO = _set("aac mp3 mp2 ac3 eac3 opus flac alac dts vorbis")
_PCM = _set(
    "pcm_s16le pcm_s24le pcm_s32le pcm_s16be pcm_s24be pcm_s32be pcm_f32le pcm_f32be pcm_f64le "
    "pcm_f64be pcm_u8 pcm_s8 pcm_alaw pcm_mulaw"
)
_MP4_VIDEO = _set("h264 hevc av1 vp9 mpeg4 mpeg2video mpeg1video mjpeg png vc1 vvc")

CONTAINERS: Final[Mapping[str, Container]] = {
    each.name: each
    for each in (
        Container(
            name="mp4",
            muxer="mp4",
            video=_MP4_VIDEO,
            audio=_MP4_AUDIO,
            sound=AudioCodec.AAC,
            faststart=True,
        ),
        Container(
            name="m4v",
            muxer="mp4",
            video=_MP4_VIDEO,
            audio=_MP4_AUDIO,
            sound=AudioCodec.AAC,
            faststart=True,
        ),
        Container(
            name="mov",
            muxer="mov",
            also=("qt",),
            video=(_MP4_VIDEO - {"vp9"})
            | _set("prores dnxhd qtrle rawvideo v210 cfhd hap dvvideo svq3 h263 gif tiff"),
            audio=(_MP4_AUDIO - {"opus", "flac", "vorbis", "dts"}) | (_PCM - {"pcm_u8"}),
            sound=AudioCodec.AAC,
            faststart=True,
        ),
        Container(name="mkv", muxer="matroska", video=None, audio=None, sound=AudioCodec.AAC),
        Container(
            name="webm",
            muxer="webm",
            video=_set("vp8 vp9 av1"),
            audio=_set("opus vorbis"),
            sound=AudioCodec.OPUS,
        ),
        Container(
            name="ts",
            muxer="mpegts",
            also=("mts", "m2ts"),
            video=_set("h264 hevc mpeg2video mpeg1video mpeg4"),
            audio=_set("aac mp3 mp2 ac3 eac3 opus dts"),
            sound=AudioCodec.AAC,
        ),
        Container(
            name="mxf",
            muxer="mxf",
            video=_set("dnxhd prores mpeg2video h264 jpeg2000"),
            audio=_set("pcm_s16le pcm_s24le"),
            sound=AudioCodec.PCM24,
        ),
        Container(name="gif", muxer="gif", video=_set("gif")),
        Container(name="png", muxer="image2", video=_set("png")),
        Container(name="jpg", muxer="image2", also=("jpeg", "jpe"), video=_set("mjpeg")),
        Container(name="webp", muxer="image2", video=_set("webp")),
        Container(name="tif", muxer="image2", also=("tiff",), video=_set("tiff")),
        Container(
            name="m4a",
            muxer="ipod",
            audio=_set("aac alac mp3 ac3"),
            sound=AudioCodec.AAC,
            faststart=True,
        ),
        Container(
            name="opus", muxer="opus", also=("ogg",), audio=_set("opus"), sound=AudioCodec.OPUS
        ),
        Container(name="mp3", muxer="mp3", audio=_set("mp3"), sound=AudioCodec.MP3),
        Container(name="flac", muxer="flac", audio=_set("flac"), sound=AudioCodec.FLAC),
        Container(name="wav", muxer="wav", also=("wave",), audio=_PCM, sound=AudioCodec.PCM24),
        Container(name="mka", muxer="matroska", audio=None, sound=AudioCodec.FLAC),
    )
}
_BY_EXTENSION: Final[Mapping[str, Container]] = {
    name: each for each in CONTAINERS.values() for name in (each.name, *each.also)
}
_EDITING: Final = frozenset({VideoCodec.PRORES, VideoCodec.DNXHR})


def by_name(name: str) -> Container | None:
    """The container with this name or extension, with or without its dot; None when unknown."""
    return _BY_EXTENSION.get(name.lower().removeprefix("."))


def usual(video: VideoCodec, audio: AudioCodec, source: PurePath) -> str:
    """The container's name when nothing else decides.

    Args:
        video: How pictures are written.
        audio: How sound is written.
        source: Copies stay in the container they come from, as far as it is known here.
    """
    if video in VIDEO:
        return VIDEO[video].containers[0]
    if video is VideoCodec.NONE and audio in AUDIO:
        return AUDIO[audio].container
    known = by_name(source.suffix)
    if known is not None and known.name in choices(video, audio):
        return known.name
    return "mka" if video is VideoCodec.NONE else "mkv"


def choices(video: VideoCodec, audio: AudioCodec) -> tuple[str, ...]:
    """The names of all containers that hold these codecs, the usual one first."""
    if video in VIDEO:
        names: Iterable[str] = VIDEO[video].containers
    elif video is VideoCodec.NONE:
        names = [each.name for each in CONTAINERS.values() if each.audio != frozenset()]
    else:
        names = [each.name for each in CONTAINERS.values() if each.video != frozenset()]
    return tuple(name for name in names if holds_sound(CONTAINERS[name], audio))


def holds_sound(container: Container, audio: AudioCodec) -> bool:
    """Whether sound written like this may go into it; copies are judged by `holds_copy`."""
    if audio not in AUDIO:
        return True
    return container.audio is None or AUDIO[audio].codec in container.audio


def holds_copy(held: frozenset[str] | None, codec: str) -> bool:
    """Whether a stream of this codec may be copied into a container that holds these."""
    return held is None or not codec or codec in held


def automatic_sound(container: Container, video: VideoCodec) -> AudioCodec:
    """What `AudioCodec.AUTO` means for a result of this kind."""
    if video in _EDITING and container.name in ("mov", "mkv", "mxf"):
        return AudioCodec.PCM24
    return container.sound
