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
