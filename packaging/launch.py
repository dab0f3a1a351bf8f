"""Opens Render Manager from a checkout, or renders in the terminal where there is no display."""

import glob
import os
import shlex
import sys

from set_up import PYTHON, SetUpError, has_display, set_up

# Set by the Makefile to what the person wrote after FILES=, untouched by any shell.
FILES_VARIABLE = "MAKE_RUN_FILES"
SAMPLE = "sample:"


def split_files(text: str) -> list[str]:
    """Read a FILES= value into names, as a shell would: quotes, `~` and wildcards.

    The path of one existing file may hold spaces without quotes.

    Raises:
        SetUpError: a quote has no partner.
    """
    if os.path.exists(os.path.expanduser(text)):
        return [os.path.expanduser(text)]
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise SetUpError(
            f"FILES={text} cannot be read: {error}. A name with spaces or quotes goes into "
            """quotes of its own: make run FILES='"my film.mov" b.aep'"""
        ) from error
    names: list[str] = []
    for word in words:
        name = os.path.expanduser(word)
        found = [] if os.path.exists(name) else sorted(glob.glob(name))
        names += found or [name]
    return names


def arguments(files: list[str], *, display: bool) -> list[str]:
    """Return the program's arguments for `files` on a machine with or without a display."""
    if display:
        return files
    return ["render", *(files or [SAMPLE])]


def main() -> None:
    """Set up what is missing and become the program."""
    try:
        files = split_files(os.environ.pop(FILES_VARIABLE, "").strip())
        set_up("run")
    except SetUpError as problem:
        sys.exit(str(problem))
    display = has_display()
    if not display:
        what = "your files are" if files else "the bundled sample is"
        print(f"There is no display here, so {what} rendered in the terminal.", flush=True)
    os.execv(PYTHON, [str(PYTHON), "-m", "rendermanager", *arguments(files, display=display)])


if __name__ == "__main__":
    main()
