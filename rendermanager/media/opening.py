"""Opens a media file with PyAV so that it can reach for nothing but itself.

Used inside the reading process only. The file is opened here and handed over without its name:
libav would take ``%``, ``:`` and ``-`` in it for patterns, protocols and options.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import av
import av.logging
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition, Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from rendermanager.core.source import LAYER
from rendermanager.media import openexr
from rendermanager.media.kinds import format_whitelist
from rendermanager.media.trouble import Trouble

MAX_STREAMS: Final = 128
MAX_PIXELS: Final = 200_000_000
"""At 8 bytes a pixel two such pictures just fit into the memory that the helper allows itself."""
MAX_TARGA_BYTES: Final = 1 << 29
DECODER_THREADS: Final = 2
BUFFER_BYTES: Final = 256 * 1024
TARGA: Final = ".tga"
"""Has no mark to be known by: the extension must do."""

_OPTIONS: Final = {
    "protocol_whitelist": "file,pipe",
    "format_whitelist": format_whitelist(),
    "max_streams": str(MAX_STREAMS),
    "max_pixels": str(MAX_PIXELS),
}
_DECODER_OPTIONS: Final = {"max_pixels": str(MAX_PIXELS)}
_LISTS: Final = (b"ffconcat", b"#EXTM3U", b"[playlist]", b"<?xml", b"v=0\r\n", b"<ASX", b"<asx")
_TROUBLES: Final = {
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.MISSING,
    errno.ENAMETOOLONG: Trouble.MISSING,
    errno.ELOOP: Trouble.MISSING,
    errno.EINVAL: Trouble.MISSING,
    errno.EACCES: Trouble.DENIED,
    errno.EPERM: Trouble.DENIED,
    errno.EISDIR: Trouble.FOLDER,
}


class Refused(Exception):
    """A file cannot be used.

    Attributes:
        trouble: Why.
        detail: More about it, in a few words.
    """

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble, detail)
        self.trouble = trouble
        self.detail = detail


class _Nameless:
    """A file without the attribute from which PyAV would tell libav its name."""

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read
        self.seek = file.seek
        self.tell = file.tell
        self.readable = file.readable
        self.seekable = file.seekable


@contextmanager
def plain_file(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading, once it is sure that it is one and holds something.

    Raises:
        Refused: It is not.
    """
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise Refused(Trouble.FOLDER)
        if not stat.S_ISREG(info.st_mode):
            raise Refused(Trouble.SPECIAL)
        if info.st_size == 0:
            raise Refused(Trouble.EMPTY)
        file = path.open("rb", buffering=0)
    except (OSError, ValueError) as error:
        raise os_refusal(error) from error
    with file:
        yield file


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """The file as a container whose streams are ready to be decoded, within the limits.

    Raises:
        Refused: It cannot be opened as media.
    """
    with plain_file(path) as file:
        layer = _layer(file)
        container, complaints = _open(file, layer)
        with container:
            options = {**_DECODER_OPTIONS, **layer}
            picture = main_picture(container)
            if picture and not picture.width and any("Picture size" in line for line in complaints):
                raise Refused(Trouble.TOO_BIG)
            for stream in container.streams:
                if has_decoder(stream):
                    stream.codec_context.options = dict(options)
                    stream.codec_context.thread_count = DECODER_THREADS
            yield container


def layer_of(picture: VideoStream) -> str:
    """The layer of an OpenEXR picture that is decoded; empty where there are no layers."""
    return picture.codec_context.options.get(LAYER, "")


def targa_frame(path: Path) -> VideoFrame:
    """The picture of a Targa file.

    Raises:
        Refused: It cannot be read.
    """
    with plain_file(path) as file:
        if os.fstat(file.fileno()).st_size > MAX_TARGA_BYTES:
            raise Refused(Trouble.TOO_BIG)
        content = file.read()
    decoder = av.CodecContext.create("targa", "r")
    decoder.options = dict(_DECODER_OPTIONS)
    try:
        frames = [*decoder.decode(av.Packet(content)), *decoder.decode(None)]
    except av.FFmpegError as error:
        raise Refused(Trouble.NOT_MEDIA, words_of(error)) from error
    if not frames:
        raise Refused(Trouble.NOT_MEDIA)
    return frames[0]


def main_picture(container: InputContainer) -> VideoStream | None:
    """The video stream that ffmpeg would choose: the largest that is no cover picture."""
    streams = [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic and has_decoder(stream)
    ]
    return max(streams, key=lambda stream: stream.width * stream.height, default=None)


def main_sound(container: InputContainer) -> AudioStream | None:
    """The first audio stream that can be decoded."""
    return next((stream for stream in container.streams.audio if has_decoder(stream)), None)


def has_decoder(stream: Stream) -> bool:
    """Whether libav knows how to decode the stream; without, most of its attributes are absent."""
    return getattr(stream, "codec_context", None) is not None


def is_still(container: InputContainer, picture: VideoStream) -> bool:
    """Whether the file is one picture rather than a film."""
    name = container.format.name
    if name.endswith("_pipe") or name in {"ico", "image2"}:
        return True
    if name in {"gif", "apng"} or container.metadata.get("major_brand") == "avif":
        return picture.frames == 1
    return False


def first_name(container: InputContainer) -> str:
    """The demuxer's name as ffmpeg's ``-f`` takes it (``mov`` of ``mov,mp4,m4a,…``)."""
    return container.format.name.split(",")[0]


def os_refusal(error: OSError | ValueError) -> Refused:
    """What the system's answer means for the file."""
    # ValueError: a name with a NUL byte, which no file can have.
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    trouble = _TROUBLES.get(number or 0, Trouble.UNREADABLE)
    return Refused(trouble, (os.strerror(number) if number else str(error)))


def words_of(error: av.FFmpegError) -> str:
    """ffmpeg's words for an error, without the file's name."""
    return error.strerror or type(error).__name__


def _layer(file: BinaryIO) -> dict[str, str]:
    """The decoder's option, without which a picture that is all in layers cannot be decoded."""
    is_exr = file.read(len(openexr.MARK)) == openexr.MARK
    layer = openexr.layer_of(file) if is_exr else ""
    file.seek(0)
    return {LAYER: layer} if layer else {}


def _open(file: BinaryIO, layer: dict[str, str]) -> tuple[InputContainer, list[str]]:
    # libav's log tells what its error numbers do not. It is listened to only here, where libav
    # works in this thread alone: a decoder's thread that logs waits for the interpreter's lock.
    av.logging.set_level(av.logging.ERROR)
    av.logging.set_skip_repeated(False)
    try:
        with av.logging.Capture() as lines:
            try:
                container = av.open(
                    _Nameless(file),
                    "r",
                    options={**_OPTIONS, **layer},
                    buffer_size=BUFFER_BYTES,
                    metadata_errors="replace",
                )
            except av.FFmpegError as error:
                raise _refusal(file, error, [line for _, _, line in lines]) from error
    finally:
        av.logging.set_level(None)
    return container, [line for _, _, line in lines]


def _refusal(file: BinaryIO, error: av.FFmpegError, complaints: list[str]) -> Refused:
    said = " ".join(complaints)
    if isinstance(error, MemoryError):
        return Refused(Trouble.TOO_BIG)
    if "moov atom not found" in said:
        return Refused(Trouble.TRUNCATED)
    file.seek(0)
    head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(_LISTS):
        return Refused(Trouble.PLAYLIST)
    if isinstance(error, OSError) and error.errno:
        return os_refusal(error)
    return Refused(Trouble.NOT_MEDIA, words_of(error))
