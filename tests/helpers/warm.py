"""Readers of media that hand their helpers on, so that not every queue starts its own."""

import atexit
from typing import ClassVar

from rendermanager.media.process import HelperProcess
from rendermanager.media.reader import MediaReader

MANY_REQUESTS = 500
"""A helper that was asked so often is not handed on; the reader itself would soon replace it."""


class WarmReader(MediaReader):
    """Starts with the helpers that earlier readers of this process had no more use for.

    A helper knows nothing of the queue that it reads for, and takes a fifth of a second of
    processor time to start. How readers start and end theirs is tested in `tests/media`.
    """

    _spare: ClassVar[list[HelperProcess]] = []

    @classmethod
    def end_spare(cls) -> None:
        """End the helpers that nobody uses."""
        while cls._spare:
            cls._spare.pop().discard()

    def close(self) -> None:
        with self._changed:
            rested = [helper for helper in self._idle if helper.asked < MANY_REQUESTS]
            self._idle = [helper for helper in self._idle if helper not in rested]
        # Only now, and not while it is kept in two places.
        self._spare.extend(rested)
        super().close()

    def _started(self) -> HelperProcess:
        while self._spare:
            helper = self._spare.pop()
            if helper.is_alive:
                return helper
            helper.discard()
        return super()._started()


atexit.register(WarmReader.end_spare)
