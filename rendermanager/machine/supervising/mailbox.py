"""Words for a supervisor whose app has died, in a file, where no signal could bring them."""

import os

from rendermanager.machine.supervising.files import OPEN_FLAGS

#: Beside the log, like the files that the supervisor itself puts there.
WORDS_SUFFIX = ".words"
#: Time between two looks, while a render goes on without the app.
LOOK_S = 0.25
#: Longer than everything that anybody could have to say.
MOST_BYTES = 65536


class Mailbox:
    """Reads the words that somebody appends, one a line.

    Attributes:
        due: When to look next, by the monotonic clock.
    """

    __slots__ = ("_path", "_place", "due")

    def __init__(self, log: str, now: float) -> None:
        """Start at the beginning: nobody writes before the app has died."""
        self._path = log + WORDS_SUFFIX
        self._place = 0
        self.due = now

    def look(self, now: float) -> list[str]:
        """Whole lines that have come since the last look; nothing before it is due."""
        if now < self.due:
            return []
        self.due = now + LOOK_S
        try:
            with open(self._path, "rb") as file:  # noqa: PTH123 - pathlib costs milliseconds
                file.seek(self._place)
                data = file.read(MOST_BYTES)
        except OSError:
            return []
        end = data.rfind(b"\n") + 1
        self._place += end
        return data[:end].decode("utf-8", "replace").split()


def leave_word(log: str, word: str) -> bool:
    """Append a word for the supervisor of the render with this log; False when it cannot be."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | OPEN_FLAGS
    try:
        fd = os.open(log + WORDS_SUFFIX, flags, 0o600)
    except OSError:
        return False
    try:
        os.write(fd, word.encode() + b"\n")
    except OSError:
        return False
    finally:
        os.close(fd)
    return True
