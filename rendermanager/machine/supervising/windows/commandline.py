"""An argument list as the one text that Windows starts a program with."""

import ntpath
from subprocess import list2cmdline

from rendermanager.machine.supervising.spawned import Refused

#: What CreateProcessW takes, its closing null character included.
MAX_CHARACTERS = 32_767
_BATCH = (".bat", ".cmd")


def command_line(argv: list[str]) -> str:
    """The arguments, quoted as programs of Microsoft's C library take them apart again.

    Raises:
        Refused: The program has no absolute path, the text is too long, or it is a batch file,
            which reads its arguments by other rules, some of which run commands.
    """
    program = argv[0]
    drive, rest = ntpath.splitdrive(program)
    if not drive or not rest.startswith(("\\", "/")):
        raise Refused("not_absolute", f"{program} is not an absolute path")
    # Windows does not see dots and spaces at the end of a name.
    if program.rstrip(". ").lower().endswith(_BATCH) and len(argv) > 1:
        raise Refused(
            "not_executable",
            f"{program} is a batch file, which cannot be given arguments safely; "
            "choose the program that it starts",
        )
    text = list2cmdline(argv)
    if len(text) >= MAX_CHARACTERS:
        raise Refused("too_long", f"{program}: the command has {len(text)} characters")
    return text
