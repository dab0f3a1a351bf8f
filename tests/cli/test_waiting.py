"""`render` says why nothing happens while its jobs wait for something."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.scheduling.admission import Why
from tests.cli.driving import Cli, started, wait
from tests.helpers.writing import Writer


@pytest.fixture
def copying(clip: Path) -> Iterator[Writer]:
    """Somebody still writes the clip."""
    writer = Writer(clip)
    writer.write(b"\0")
    yield writer
    writer.end()


def test_a_file_that_is_still_being_copied(clip: Path, copying: Writer) -> None:
    with started("render", clip, "--json") as child:
        assert child.stdout is not None
        events: list[dict[str, object]] = []
        while not events or events[-1]["event"] != "waiting":
            events.append(json.loads(child.stdout.readline()))
        assert events[-1]["ids"] == [1]
        assert "being copied" in str(events[-1]["reason"])
        copying.end()
        out, _ = child.communicate(timeout=60)
    last = json.loads(out.splitlines()[-1])
    assert (last["event"], last["status"]) == ("ended", "completed")


def test_it_is_told_when_another_process_renders(cli: Cli, clip: Path, copying: Writer) -> None:
    with started("serve", "--exit-when-idle") as owner:
        wait(cli.paths.owner.exists)
        with started("render", clip) as child:
            assert child.stderr is not None
            line = child.stderr.readline()
            while line.startswith(("!", "  ")):  # it was told when it was added, too
                line = child.stderr.readline()
            assert line.startswith("… 1 clip.mp4 waits: ")
            assert cli.view(1)["waits_for"] == Why.SOURCE
            copying.end()
            out, _ = child.communicate(timeout=60)
        owner.wait(60)
    assert out.startswith("✓ 1 clip.mp4")
