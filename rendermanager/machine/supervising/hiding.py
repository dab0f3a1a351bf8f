"""Takes secrets out of what a program prints, before it reaches a log or the app."""

from collections.abc import Iterable

DOTS = "…".encode()


class Hider:
    """Replaces every occurrence of some byte strings in a stream, wherever the stream was cut."""

    __slots__ = ("_held", "_secrets")

    def __init__(self, secrets: Iterable[bytes]) -> None:
        """Hide these; the longest one first, since one may begin like another."""
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)
        self._held = b""

    def feed(self, data: bytes) -> bytes:
        """Take a piece and give what is sure; what may be the beginning of a secret is kept."""
        if not self._secrets:
            return data
        data = self._replaced(self._held + data)
        kept = max((_overlap(data, secret) for secret in self._secrets), default=0)
        self._held = data[len(data) - kept :]
        return data[: len(data) - kept]

    def finish(self) -> bytes:
        """What was kept, at the end of the stream."""
        rest, self._held = self._held, b""
        return rest

    def _replaced(self, data: bytes) -> bytes:
        for secret in self._secrets:
            data = data.replace(secret, DOTS)
        return data


def _overlap(data: bytes, secret: bytes) -> int:
    """How many bytes at the end of `data` are the beginning of `secret`, but not all of it."""
    for length in range(min(len(data), len(secret) - 1), 0, -1):
        if data.endswith(secret[:length]):
            return length
    return 0
