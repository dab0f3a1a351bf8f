"""Compares a coverage report with the floors in pyproject.toml and names what is below."""

import json
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMPLETE_PERCENT = 100.0
LISTED_GAPS = 20


def below_floor(report: dict[str, Any], floors: dict[str, Any]) -> Iterator[str]:
    """Yield one sentence for each file, pattern or total that misses its floor.

    Args:
        report: the parsed output of `coverage json`.
        floors: the table `tool.coverage-floors`: `overall` in percent, and `complete`, the
            patterns of files of which no line and no branch may be missed.
    """
    files = {name.replace("\\", "/"): entry for name, entry in report["files"].items()}
    for pattern in floors["complete"]:
        matching = {name: entry for name, entry in files.items() if fnmatchcase(name, pattern)}
        if not matching:
            yield f"{pattern}: no measured file matches this pattern"
        for name, entry in sorted(matching.items()):
            if entry["summary"]["percent_covered"] < COMPLETE_PERCENT:
                yield _sentence(name, entry)
    overall = report["totals"]["percent_covered"]
    if overall < floors["overall"]:
        yield f"overall: {overall:.1f} % is below {floors['overall']} %"


def _sentence(name: str, entry: dict[str, Any]) -> str:
    lines = [str(line) for line in entry["missing_lines"]]
    # A negative line number stands for the function's exit.
    branches = [
        f"{start}->{'exit' if end < 0 else end}"
        for start, end in entry["missing_branches"]
        if end < 0 or end not in entry["missing_lines"]
    ]
    gaps = [
        f"{what} {_shortened(items)}"
        for what, items in (("lines", lines), ("branches", branches))
        if items
    ]
    percent = entry["summary"]["percent_covered"]
    return f"{name}: {percent:.1f} % is below {COMPLETE_PERCENT:.0f} % ({'; '.join(gaps)})"


def _shortened(items: list[str]) -> str:
    more = len(items) - LISTED_GAPS
    return ", ".join(items[:LISTED_GAPS]) + (f" and {more} more" if more > 0 else "")


def main() -> int:
    """Check the report that pytest has just written; the exit status is 1 if a floor is missed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    report = json.loads((ROOT / settings["coverage"]["json"]["output"]).read_bytes())
    problems = list(below_floor(report, settings["coverage-floors"]))
    for problem in problems:
        print(problem)
    if problems:
        return 1
    print(f"Coverage: {report['totals']['percent_covered']:.1f} %, every floor is kept.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
