"""Looks at real processes."""

from pathlib import Path


def state_of(pid: int) -> str:
    """The kernel's letter: R, S, T (stopped), Z …; empty when there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def pid_of(identity: str) -> int:
    """The pid in an identity as `rendermanager.machine.processes` writes it."""
    return int(identity.partition(":")[0])


def is_held(pid: int) -> bool:
    """Whether a process is suspended, or waits for a child that was before it ran its program.

    A shell starts programs by vfork: it cannot stop before its child goes on, and so stands still
    without being told to.
    """
    state = state_of(pid)
    if state != "D":
        return state == "T"
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return any(state_of(int(child)) == "T" for child in children)
