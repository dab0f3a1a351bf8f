"""Each way in which After Effects may print or fail, and what is to be made of its words.

The transcripts beside this file were printed by the real nexrender on top of the stand-in:
`python -m tests.renderers.nexrender_cases` records them anew.
"""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from rendermanager.core.failure import classify
from rendermanager.core.progress import Observation
from rendermanager.renderers.nexrender.failures import NEXRENDER_RULES
from tests.helpers import nexrender
from tests.helpers.after_effects import AfterEffects

FOLDER: Final = Path(__file__).parent / "nexrender_transcripts"


@dataclass(frozen=True)
class Case:
    """One attempt."""

    mode: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    output: str = "film.mov"


CASES: Final = {
    "ok": Case(),
    "german": Case({"locale": "de"}),
    "code-page": Case({"locale": "fr", "encoding": "cp850"}),
    "drop-frame": Case({"drop": True, "rate": 29.97, "frames": 1805}, {"frame_start": 1790}),
    "fields": Case({"fields": True}),
    "frame-display": Case({"display": "frames"}, {"frame_start": 118, "frame_end": 199}),
    "every-second": Case({}, {"frame_start": 0, "frame_end": 49, "increment": 2}),
    "frames": Case({"frames": 12}, {"output_module": "PNG Sequence"}, "film_%05d.png"),
    "no-composition": Case({"comps": ["Comp 1"]}),
    "no-module": Case({"modules": ["Lossless"]}, {"output_module": "H.265"}),
    "missing-footage": Case({"mode": "missing footage"}),
    "missing-and-on": Case({"mode": "missing footage"}, {"continue_on_missing": True}),
    "fails": Case({"mode": "fails"}),
    "no-file": Case({"mode": "no file"}),
    "exit-0-with-errors": Case({"mode": "exit 0 with errors"}),
    "truncated": Case({"mode": "truncated"}),
}


def read(lines: Iterable[str], case: Case) -> dict[str, Any]:
    """What the listener and the rules make of an attempt."""
    lines = list(lines)
    with tempfile.TemporaryDirectory() as folder:
        request = nexrender.request_of(Path(folder), case.output, **case.settings)
    listen = nexrender.ENGINE.listener(request)
    seen = [each for line in lines if (each := listen(line)) is not None]
    failure = classify(lines, NEXRENDER_RULES)
    return {
        "steps": list(dict.fromkeys(each.step for each in seen if each.step)),
        "frame": largest(seen, "frame"),
        "frames": largest(seen, "frames"),
        "fraction": largest(seen, "fraction"),
        "warnings": [each.warning for each in seen if each.warning],
        "failure": failure and [failure.kind, failure.retry, failure.message],
    }


def largest(seen: Iterable[Observation], name: str) -> Any:
    return max((value for each in seen if (value := getattr(each, name)) is not None), default=None)


def record(name: str, parent: Path) -> list[str]:
    """What the real nexrender prints for a case."""
    case, folder = CASES[name], parent / name
    folder.mkdir()
    effects = AfterEffects(folder / "programs", **case.mode)
    code, lines = nexrender.printed(
        effects, nexrender.request_of(folder, case.output, **case.settings)
    )
    return [*lines, f"# exit code {code}"]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    expected = {}
    for name, case in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            lines = record(name, Path(folder))
        (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        expected[name] = read(lines, case)
    text = json.dumps(expected, indent=1, ensure_ascii=False)
    (FOLDER / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
