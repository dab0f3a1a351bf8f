"""A program that was started, or that was not, and how its processes are marked."""

TAG_VARIABLE = "RENDERMANAGER_ATTEMPT"


class Refused(Exception):
    """A start that did not happen.

    Attributes:
        why: One word for programs: not_found, not_executable, cwd_missing, ...
        text: A sentence for the log.
    """

    def __init__(self, why: str, text: str) -> None:
        super().__init__(text)
        self.why = why
        self.text = text


class Spawned:
    """A program that runs: its pid and our ends of its pipes (-1: no pipe)."""

    __slots__ = ("err", "out", "pid", "stdin")

    def __init__(self, pid: int, stdin: int, out: int, err: int) -> None:
        self.pid = pid
        self.stdin = stdin
        self.out = out
        self.err = err
