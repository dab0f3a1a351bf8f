"""Reports what the tests covered, and names what is below the floors in pyproject.toml."""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMPLETE_PERCENT = 100.0
LISTED_GAPS = 20
#: About half of what there is to look at.
HALF = ("rendermanager/ui", "rendermanager/renderers")


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
    gaps = [
        f"{what} {_shortened(items)}"
        for what, items in (("lines", lines), ("branches", _branches(entry)))
        if items
    ]
    percent = entry["summary"]["percent_covered"]
    return f"{name}: {percent:.1f} % is below {COMPLETE_PERCENT:.0f} % ({'; '.join(gaps)})"


def rows(report: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each file that is not covered completely, the total at the end."""
    for name, entry in sorted(report["files"].items()):
        summary = entry["summary"]
        if summary["percent_covered"] < COMPLETE_PERCENT:
            missed = ", ".join([*_ranges(entry["missing_lines"]), *_branches(entry)])
            yield f"{summary['percent_covered']:5.1f} %  {name}  {missed}"
    yield f"{report['totals']['percent_covered']:5.1f} %  in all"


def _branches(entry: dict[str, Any]) -> list[str]:
    """The branches that were not taken between lines that were reached."""
    # A negative line number stands for the function's exit.
    return [
        f"{start}->{'exit' if end < 0 else end}"
        for start, end in entry["missing_branches"]
        if end < 0 or end not in entry["missing_lines"]
    ]


def _ranges(lines: Sequence[int]) -> list[str]:
    """Line numbers in short: ``3-5``, ``9``."""
    found: list[tuple[int, int]] = []
    for line in lines:
        if found and line == found[-1][1] + 1:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, line))
    return [str(first) if first == last else f"{first}-{last}" for first, last in found]


def joined(reports: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Make one report of several on different files."""
    files = {name: entry for report in reports for name, entry in report["files"].items()}
    totals = {
        key: sum(report["totals"][key] for report in reports)
        for key in ("covered_lines", "num_statements", "covered_branches", "num_branches")
    }
    there = totals["num_statements"] + totals["num_branches"]
    covered = totals["covered_lines"] + totals["covered_branches"]
    percent = COMPLETE_PERCENT * covered / there if there else COMPLETE_PERCENT
    return {"files": files, "totals": {**totals, "percent_covered": percent}}


def measure(folder: Path) -> list[dict[str, Any]]:
    """Let coverage look at two halves of the program beside each other: it takes its time.

    Raises:
        OSError: One half was not reported.
    """
    half = ",".join(f"{ROOT / part}/*" for part in HALF)
    parts = [folder / "half.json", folder / "rest.json"]
    running = [
        subprocess.Popen([sys.executable, "-m", "coverage", "json", "-q", which, half, "-o", part])
        for which, part in zip(("--include", "--omit"), parts, strict=True)
    ]
    for each in running:
        each.wait()
    return [json.loads(part.read_bytes()) for part in parts]


def _shortened(items: list[str]) -> str:
    more = len(items) - LISTED_GAPS
    return ", ".join(items[:LISTED_GAPS]) + (f" and {more} more" if more > 0 else "")


def main() -> int:
    """Check what pytest has just measured; the exit status is 1 if a floor is missed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    with tempfile.TemporaryDirectory() as folder:
        report = joined(measure(Path(folder)))
    for row in rows(report):
        print(row)
    problems = list(below_floor(report, settings["coverage-floors"]))
    for problem in problems:
        print(problem)
    if problems:
        return 1
    print(f"Coverage: {report['totals']['percent_covered']:.1f} %, every floor is kept.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
