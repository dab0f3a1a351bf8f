"""Windows' numbers for how things went, as the words and signals that the app knows."""

#: The exit code of whom we end hard; no program of its own accord ends with this one.
KILLED = 0xE0524D09

_SIGNALS = {
    KILLED: 9,  # SIGKILL
    0xC000013A: 15,  # STATUS_CONTROL_C_EXIT, which Ctrl-Break ends with as well: SIGTERM
    0xC0000005: 11,  # STATUS_ACCESS_VIOLATION: SIGSEGV
    0xC00000FD: 11,  # STATUS_STACK_OVERFLOW
    0xC000001D: 4,  # STATUS_ILLEGAL_INSTRUCTION: SIGILL
    0xC0000094: 8,  # STATUS_INTEGER_DIVIDE_BY_ZERO: SIGFPE
    0xC0000409: 6,  # STATUS_STACK_BUFFER_OVERRUN, which abort() ends with: SIGABRT
}

_WHY = {
    2: "not_found",
    3: "not_found",
    5: "not_executable",
    8: "no_resources",
    14: "no_resources",
    87: "bad_order",
    193: "not_executable",  # not a program
    206: "too_long",
    216: "not_executable",  # for another kind of processor
    267: "cwd_missing",
    740: "not_executable",  # wants the rights of an administrator
    1455: "no_resources",
}

_NORMAL, _BELOW_NORMAL, _IDLE = 0, 0x4000, 0x40
#: From here on a renderer only gets what nobody else wants.
_IDLE_FROM = 15


def exit_code(raw: int) -> int:
    """An exit code of Windows as `Popen.returncode`: below zero the signal that it stands for."""
    signum = _SIGNALS.get(raw)
    return raw if signum is None else -signum


def why_refused(winerror: int) -> str:
    """The word for a start that Windows has refused."""
    return _WHY.get(winerror, "system")


def priority_flag(nice: int) -> int:
    """How to start a renderer that is to step back as far as `nice` says."""
    if nice <= 0:
        return _NORMAL
    return _IDLE if nice >= _IDLE_FROM else _BELOW_NORMAL
