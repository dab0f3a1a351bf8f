"""Runs `rendermanager` with its arguments, and kills itself at one step of publishing.

Usage: dies_while_publishing.py GAP ARGUMENTS…, where GAP is one of the names below.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rendermanager.__main__ import main
from rendermanager.engine import closing, ending, publication, publishing
from rendermanager.store import endings


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before(owner: Any, name: str) -> None:
    setattr(owner, name, die)


def after(owner: Any, name: str) -> None:
    real: Callable[..., Any] = getattr(owner, name)

    def wrapped(*arguments: Any, **named: Any) -> Any:
        real(*arguments, **named)
        die()

    setattr(owner, name, wrapped)


GAPS: dict[str, tuple[Callable[[Any, str], None], Any, str]] = {
    "before-verifying": (before, ending, "examine"),
    "before-the-record": (before, publication.Publication, "publish"),
    "within-the-record": (after, endings, "publish"),
    "before-the-rename": (before, publication, "put_in_place"),
    "between-two-names": (after, os, "link"),
    "before-the-folder-is-flushed": (before, publishing, "sync_folder"),
    "after-the-rename": (after, publication, "put_in_place"),
    "within-completing": (after, endings, "complete"),
    "before-cleaning": (before, closing, "clear_away"),
}


if __name__ == "__main__":
    how, owner, name = GAPS[sys.argv[1]]
    if name == "sync_folder":
        # The folder of the result is made earlier and flushed, too.
        Path(sys.argv[-1]).mkdir()
    how(owner, name)
    sys.argv = ["rendermanager", *sys.argv[2:]]
    sys.exit(main())
