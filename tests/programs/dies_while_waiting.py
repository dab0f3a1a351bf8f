"""Runs `rendermanager`, and kills itself at one step of a result that has to wait for its folder.

Usage: dies_while_waiting.py GAP AWAY ARGUMENTS…, where GAP is one of the names below. The folder of
the result is renamed to AWAY right before the first rename of a result, unless AWAY is “-”.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rendermanager.__main__ import main
from rendermanager.core.output import Artifact
from rendermanager.engine import blade, closing, publication
from rendermanager.engine.publishing import put_in_place
from rendermanager.store import endings, leftovers
from tests.programs.dies_while_publishing import after, before

GAPS: dict[str, tuple[Callable[[Any, str], None], Any, str]] = {
    "before-it-is-kept": (before, publication, "stand_of"),
    "within-its-record": (after, endings, "fail"),
    "after-its-record": (before, closing, "clear_away"),
    "before-it-is-taken": (before, blade, "kept_result"),
    "before-it-is-verified-again": (after, blade, "kept_result"),
    "within-the-taking": (after, leftovers, "take_result"),
    "before-the-rename": (before, publication, "put_in_place"),
    "after-the-rename": (after, publication, "put_in_place"),
    "within-completing": (after, endings, "complete"),
    "before-cleaning": (before, closing, "clear_away"),
}


def goes_away(away: Path) -> None:
    """Let the folder of the first result go."""
    real = put_in_place

    def gone(artifacts: Sequence[Artifact], **options: Any) -> None:
        if not away.exists():
            Path(artifacts[0].final).parent.rename(away)
        real(artifacts, **options)

    publication.put_in_place = gone  # type: ignore[attr-defined]


if __name__ == "__main__":
    how, owner, name = GAPS[sys.argv[1]]
    publication.PUBLISH_WAITS_S = ()  # type: ignore[misc,assignment]
    if sys.argv[2] != "-":
        goes_away(Path(sys.argv[2]))
    how(owner, name)
    sys.argv = ["rendermanager", *sys.argv[3:]]
    sys.exit(main())
