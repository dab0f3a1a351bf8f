"""What a finished file really holds, from its first packet to its last.

Used inside the reading process only. A header that was written before the render broke off still
claims the full length, so times and pictures are counted from the packets themselves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from rendermanager.media.measured import Measured
from rendermanager.media.opening import (
    TARGA,
    Refused,
    first_name,
    is_still,
    main_picture,
    main_sound,
    opened,
    targa_frame,
    words_of,
)
from rendermanager.media.probing import declared_s, rate_of, written
from rendermanager.media.stills import is_complete
from rendermanager.media.trouble import Trouble

SAMPLE_S: Final = 1.0
"""Seconds decoded at each end."""
LONG_GOP_S: Final = 12.0
"""Where a container cannot find key frames, one lies within this time as a rule."""
FULL_PIXELS: Final = 1_200_000_000
"""Films of no more than this are decoded whole: 23 seconds of HD, in about as many tenths."""
HOLE_BYTES: Final = 16
"""So many zeros at its beginning and no packet of these codecs holds anything:"""
_NEVER_ZEROS: Final = frozenset(
    "h264 hevc av1 vp8 vp9 prores dnxhd mjpeg mpeg4 mpeg2video png aac mp3 flac ac3".split()
)
SAMPLE_PACKETS: Final = 30
"""Packets decoded at the start when packets carry no times."""


@dataclass(slots=True)
class _Track:
    """What the packets of one stream told so far; `step_s` is what one without a length lasts."""

    step_s: float = 0.0
    start_s: float | None = None
    end_s: float = 0.0
    packets: int = 0
    shown: int = 0
    decoded: int = 0
    damaged: int = 0

    def see(self, packet: "Packet[Stream]") -> None:
        self.packets += 1
        if packet.is_discard:
            return
        self.shown += _is_shown(packet)
        at = packet.pts if packet.pts is not None else packet.dts
        if at is None or not packet.time_base:
            return
        start = float(at * packet.time_base)
        self.start_s = start if self.start_s is None else min(self.start_s, start)
        lasts = float((packet.duration or 0) * packet.time_base) or self.step_s
        self.end_s = max(self.end_s, start + lasts)

    def is_young(self, packet: "Packet[Stream]") -> bool:
        """Whether the packet lies within the first second."""
        if packet.dts is None or not packet.time_base or self.start_s is None:
            return self.packets <= SAMPLE_PACKETS
        return float(packet.dts * packet.time_base) < self.start_s + SAMPLE_S

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s if self.start_s is not None else 0.0


@dataclass(slots=True)
class _Reading:
    """One pass through a file."""

    container: InputContainer
    picture: VideoStream | None
    sound: AudioStream | None
    still_alive: Callable[[], None]
    tracks: dict[int, _Track] = field(default_factory=dict)
    error: str = ""

    def fail(self, words: str) -> None:
        self.error = self.error or words

    def packets(self) -> "Iterator[Packet[Stream]]":
        """The packets of the picture and the sound; an error ends them."""
        streams = [stream for stream in (self.picture, self.sound) if stream is not None]
        try:
            for packet in self.container.demux(*streams):
                self.still_alive()
                yield packet
        except av.FFmpegError as error:
            self.fail(words_of(error))

    def decode(self, packet: "Packet[Stream]") -> None:
        """Decode one packet; an empty one brings out what the decoder still holds."""
        track = self.tracks[packet.stream.index]
        try:
            # A packet without content makes the decoder give what it still holds.
            frames = packet.decode()
            track.decoded += len(frames)
            track.damaged += sum(1 for each in frames if getattr(each, "is_corrupt", False))
        except av.EOFError:
            # The decoder was emptied before.
            pass
        except av.FFmpegError as error:
            self.fail(words_of(error))


def measure(path: Path, full: bool, still_alive: Callable[[], None]) -> Measured:
    """Read a file to its end; decode its first and last second, or everything.

    Args:
        path: The file.
        full: Whether every picture and sound is decoded.
        still_alive: Called again and again while it goes on.

    Raises:
        Refused: It cannot be opened as media.
    """
    size = path.stat().st_size if path.exists() else 0
    if path.suffix.lower() == TARGA:
        return _targa(path, size)
    with opened(path) as container:
        picture = main_picture(container)
        sound = main_sound(container)
        if picture is None and sound is None:
            raise Refused(Trouble.NO_STREAMS)
        reading = _Reading(container, picture, sound, still_alive)
        still = picture is not None and is_still(container, picture)
        whole = full or still or _is_small(container, picture)
        _read(reading, whole)
        if not whole:
            _read_end(reading)
        if still and is_complete(path) is False:
            reading.fail("the end of the picture is missing")
        return _result(reading, still, size, whole)


def _is_small(container: InputContainer, picture: VideoStream | None) -> bool:
    """Whether decoding everything takes no longer than a few seconds."""
    if picture is None:
        return False
    rate, lasts_s = rate_of(picture), declared_s(container)
    frames = picture.frames or (float(rate) * lasts_s if rate else 0)
    return 0 < frames * picture.width * picture.height <= FULL_PIXELS


def _read(reading: _Reading, everything: bool) -> None:
    """Go through the whole file, decoding its first second or everything."""
    tracks = reading.tracks
    if reading.picture is not None:
        rate = rate_of(reading.picture)
        tracks[reading.picture.index] = _Track(float(1 / rate) if rate else 0.0)
    if reading.sound is not None:
        tracks[reading.sound.index] = _Track()
    for packet in reading.packets():
        track = tracks[packet.stream.index]
        if packet.size:
            track.see(packet)
            if packet.is_corrupt or _is_hole(packet):
                reading.fail("a part of the data is missing")
            if not everything and not track.is_young(packet):
                continue
        reading.decode(packet)
    for track in tracks.values():
        if track.packets and not track.decoded:
            reading.fail("nothing in it can be decoded")


def _read_end(reading: _Reading) -> None:
    """Decode the last second, from as far back as a decoder needs to get going."""
    tracks = reading.tracks.values()
    end_s = max((track.end_s for track in tracks), default=0.0)
    if end_s <= SAMPLE_S:
        return
    before = sum(track.decoded for track in tracks)
    for reach_s in (SAMPLE_S, LONG_GOP_S, end_s):
        try:
            reading.container.seek(round(max(0.0, end_s - reach_s) * av.time_base))
        except av.FFmpegError:
            # Raw streams cannot be searched; their first second has to do.
            return
        if _decode_on(reading):
            break
    if before == sum(track.decoded for track in tracks):
        reading.fail("nothing in its last second can be decoded")


def _decode_on(reading: _Reading) -> bool:
    """Decode from here to the end; whether there was a picture to start at."""
    can_start = reading.picture is None
    for packet in reading.packets():
        if packet.stream is not reading.picture:
            reading.decode(packet)
        else:
            can_start = can_start or packet.is_keyframe
            if can_start:
                reading.decode(packet)
    return can_start


def _result(reading: _Reading, still: bool, size: int, whole: bool) -> Measured:
    container, picture, sound = reading.container, reading.picture, reading.sound
    seen = reading.tracks[picture.index] if picture else _Track()
    heard = reading.tracks[sound.index] if sound else _Track()
    rate = rate_of(picture) if picture and not still else None
    video_s = seen.length_s
    if rate and video_s == 0:
        # Raw streams carry no times.
        video_s = float(seen.shown / rate)
    timed = [track for track in (seen, heard) if track.start_s is not None]
    starts = [track.start_s for track in timed if track.start_s is not None]
    first_s = min(starts, default=0.0)
    whole_s = max(track.end_s for track in timed) - first_s if timed else 0.0
    return Measured(
        container=first_name(container),
        duration_s=0.0 if still else max(whole_s, video_s),
        video_s=0.0 if still else video_s,
        audio_s=heard.length_s,
        video_end_s=seen.end_s - first_s if seen.start_s is not None and not still else 0.0,
        audio_end_s=heard.end_s - first_s if heard.start_s is not None else 0.0,
        declared_s=0.0 if still else declared_s(container),
        frames=seen.shown,
        rate=written(rate),
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        video_codec=picture.codec_context.codec.canonical_name if picture else "",
        pixel_format=(picture.pix_fmt or "") if picture else "",
        audio_codec=sound.codec_context.codec.canonical_name if sound else "",
        audio_streams=len(container.streams.audio),
        size_bytes=size,
        decodes=not reading.error,
        # After a jump pictures lean on others that were never decoded: only whole passes count.
        damaged=seen.damaged if whole else 0,
        error=reading.error,
    )


def _targa(path: Path, size: int) -> Measured:
    frame = targa_frame(path)
    return Measured(
        container="image2",
        frames=1,
        width=frame.width,
        height=frame.height,
        video_codec="targa",
        pixel_format=frame.format.name,
        size_bytes=size,
    )


def _is_hole(packet: "Packet[Stream]") -> bool:
    """Whether zeros stand where the content should be, as a crash of the system leaves them."""
    name = packet.stream.codec_context.codec.canonical_name
    if packet.size < HOLE_BYTES or name not in _NEVER_ZEROS:
        return False
    return not any(memoryview(packet)[:HOLE_BYTES])


def _is_shown(packet: "Packet[Stream]") -> bool:
    """Whether the packet is a picture that is seen: VP8 also stores ones that only others need."""
    if packet.stream.codec_context.name != "vp8":
        return True
    return bool(memoryview(packet)[0] & 0x10)
