"""Jumps about in a film or its sound and decodes what stands there. Used inside the helper only."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Generic, TypeVar

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from rendermanager.media.opening import words_of
from rendermanager.media.probing import rate_of

FORWARD_S: Final = 2.0
"""What lies less far ahead is reached by decoding on; for the rest one jumps."""
REACHES_S: Final = (0.0, 12.0, float("inf"))
"""How much further back one starts when no key picture lies where a jump led."""
SLACK_S: Final = 1e-4
"""Times of different clocks are never quite equal."""
NO_TIME: Final = -1.0

F = TypeVar("F", VideoFrame, AudioFrame)


class Reel(Generic[F]):
    """The frames of one stream, by the time at which they are shown or heard.

    Attributes:
        errors: What could not be decoded: in ffmpeg's words, and the time in seconds.
    """

    def __init__(
        self, container: InputContainer, stream: VideoStream | AudioStream, kind: type[F]
    ) -> None:
        """Stand before the first frame.

        Args:
            container: The open file.
            stream: Which of its streams.
            kind: Of the stream's frames.
        """
        self._container = container
        self._stream = stream
        self._kind: type[F] = kind
        self._start_s = (container.start_time or 0) / av.time_base
        self._frames: Iterator[tuple[float, F]] = self._decoded(needs_key=False)
        self._now: tuple[float, F] | None = None
        self._next: tuple[float, F] | None = None
        self._can_jump = True
        self.errors: list[tuple[str, float]] = []

    def at(self, wanted_s: float, *, snap: bool = False) -> tuple[float, F] | None:
        """The picture that is shown at a time, and since when; the first one before it begins.

        Args:
            wanted_s: Seconds from the beginning.
            snap: Where one has to jump, take the key picture there, which costs the least.
        """
        has_jumped = self._approach(wanted_s)
        if snap and has_jumped:
            self._now = self._take()
            return self._now
        while (ahead := self._peek()) is not None and ahead[0] <= wanted_s + SLACK_S:
            self._now = self._take()
        return self._now or self._peek()

    def between(self, start_s: float, end_s: float) -> Iterator[F]:
        """The frames that begin within a span of time."""
        self._approach(start_s)
        while (ahead := self._peek()) is not None and ahead[0] < end_s:
            self._now = self._take()
            if ahead[0] >= start_s:
                yield ahead[1]

    @property
    def has_begun(self) -> bool:
        """Whether one stands on a frame: what was not found before the next one is not there."""
        return self._now is not None

    def _peek(self) -> tuple[float, F] | None:
        if self._next is None:
            self._next = next(self._frames, None)
        return self._next

    def _take(self) -> tuple[float, F] | None:
        taken, self._next = self._peek(), None
        return taken

    def _approach(self, wanted_s: float) -> bool:
        """Jump where that is shorter; whether that led to a key picture at once."""
        here_s = self._now[0] if self._now is not None else 0.0
        if here_s - SLACK_S <= wanted_s <= here_s + FORWARD_S or not self._can_jump:
            return False
        for reach_s in REACHES_S:
            self._jump(max(0.0, wanted_s - reach_s))
            ahead = self._peek()
            if ahead is not None and ahead[0] <= wanted_s + SLACK_S:
                # One that is further away is only where decoding starts: in between lies damage,
                # or a stream that cannot be searched well.
                return reach_s == 0
        return False

    def _jump(self, at_s: float) -> None:
        try:
            self._container.seek(round((self._start_s + at_s) * av.time_base))
        except av.FFmpegError:
            # Raw streams cannot be searched: they are decoded on from where one is.
            self._can_jump = False
            return
        self._now = self._next = None
        self._frames = self._decoded(needs_key=self._kind is VideoFrame)

    def _decoded(self, *, needs_key: bool) -> Iterator[tuple[float, F]]:
        """Frames from here on; what leans on pictures before the first key picture is left out."""
        count = 0
        rate = rate_of(self._stream) if isinstance(self._stream, VideoStream) else None
        for packet in self._packets():
            needs_key = needs_key and not packet.is_keyframe
            if needs_key:
                continue
            for frame in self._frames_of(packet):
                # Raw streams carry no times.
                untimed_s = float(count / rate) if rate else 0.0
                at = frame.pts
                time_base = Fraction(frame.time_base or 0)
                yield (untimed_s if at is None else float(at * time_base) - self._start_s), frame
                count += 1

    def _packets(self) -> "Iterator[Packet[Stream]]":
        try:
            yield from self._container.demux(self._stream)
        except av.FFmpegError as error:
            self.errors.append((words_of(error), NO_TIME))

    def _frames_of(self, packet: "Packet[Stream]") -> list[F]:
        try:
            return [frame for frame in packet.decode() if isinstance(frame, self._kind)]
        except av.EOFError:
            # The decoder was emptied before.
            return []
        except av.FFmpegError as error:
            at = packet.pts if packet.pts is not None else packet.dts
            time_base = packet.time_base
            has_time = at is not None and time_base is not None
            at_s = float((at or 0) * (time_base or 0)) - self._start_s if has_time else NO_TIME
            self.errors.append((words_of(error), at_s))
            return []
