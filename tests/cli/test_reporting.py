"""How `render` tells of its jobs."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from rendermanager.cli.reporting import JsonReport, PlainReport, Tally, facts_of, time_left
from rendermanager.core.failure import Failure, FailureKind
from rendermanager.core.job import Job, JobSpec
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus
from rendermanager.services.report import Waits
from rendermanager.services.views import View, job_view

NOW = datetime(2026, 3, 1, tzinfo=UTC)
REFUSED = Failure(FailureKind.INVALID_INPUT, "It is no film.", "Export it again.")
CRASHED = Failure(FailureKind.SYSTEM_ERROR, "It crashed.")


def view(status: JobStatus, **changes: Any) -> View:
    spec = JobSpec(name=changes.pop("name", "a.mov"), engine="ffmpeg")
    return job_view(Job(id=7, spec=spec, status=status, created=NOW, **changes))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 s"),
        (2, "1 s"),
        (4, "5 s"),
        (57, "55 s"),
        (59.9, "60 s"),
        (60, "1 min"),
        (3569, "59 min"),
        (3600, "1 h 0 min"),
        (7_380, "2 h 3 min"),
    ],
)
def test_time_left_claims_no_more_than_is_known(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ({}, ""),
        ({"stage": "verify", "frame": 12, "frames": 12}, "checking the result"),
        ({"stage": "publish"}, "checking the result"),
        ({"frame": 3, "frames": 12, "stage": "render"}, "frame 3 of 12"),
        ({"frame": 3, "frames": 0, "fps": 0.0, "time_left_s": None, "stage": "render"}, "render"),
        (
            {"frame": 3, "frames": 12, "fps": 24.04, "time_left_s": 90.0, "suspended": True},
            "frame 3 of 12 · 24.0 fps · 2 min left · paused",
        ),
    ],
)
def test_facts_are_those_that_are_known(seen: dict[str, Any], words: str) -> None:
    assert facts_of(seen) == words


CHOICES = "  Look at it, then “keep 7” it or “retry 7” to run it again.\n"


class TestPlain:
    @pytest.mark.parametrize(
        ("ended", "out", "err"),
        [
            (view(JobStatus.COMPLETED), "✓ 7 a.mov\n", ""),
            (
                view(JobStatus.COMPLETED, artifacts=(Artifact("", "/a.mp4"),), warnings=("Dim.",)),
                (
                    "! 7 a.mov → /a.mp4\n  ! Dim.\n"
                    "  Look at it, then “keep 7” it or “retry 7” to run it again.\n"
                ),
                "",
            ),
            (
                view(JobStatus.COMPLETED, artifacts=(Artifact("", "/1"), Artifact("", "/2")) * 2),
                "✓ 7 a.mov → /1 (and 3 more)\n",
                "",
            ),
            (view(JobStatus.CANCELLED), "– 7 a.mov\n", ""),
            (
                view(JobStatus.FAILED, failure=REFUSED),
                "",
                "✗ 7 a.mov: It is no film.\n  Export it again.\n",
            ),
            (view(JobStatus.FAILED, failure=CRASHED), "", "✗ 7 a.mov: It crashed.\n"),
            (view(JobStatus.CANCELLED, name="a\nb\x1b[2J"), "– 7 a\\nb\\x1b[2J\n", ""),
        ],
    )
    def test_an_end_is_a_line_or_two(
        self, ended: View, out: str, err: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        report = PlainReport()
        report.added([(7, "a.mov")])
        report.moved([{"id": 7, "progress": 0.5}])
        report.changed(7, JobStatus.RENDERING, "its turn")
        report.ended(ended)
        report.close()
        assert capsys.readouterr() == (out, err)

    def test_a_wait_is_a_line_however_many_wait(self, capsys: pytest.CaptureFixture[str]) -> None:
        report = PlainReport()
        report.added([(7, "a\nb.mov"), (8, "c.mov"), (9, "d.mov")])
        report.waits([7], "no drive")
        report.waits([8, 9], "no room")
        assert capsys.readouterr() == (
            "",
            "… 7 a\\nb.mov waits: no drive\n… 8 c.mov (and 1 more) waits: no room\n",
        )


class TestWaits:
    def test_each_cause_is_told_once_until_something_starts(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        waits = Waits(JsonReport())
        full, turn = ("space", "no room"), ("turn", "2 in line")
        waits.look({7: turn, 8: full, 9: full})
        waits.look({})
        waits.look({9: full, 10: full})
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert told == [{"event": "waiting", "ids": [8, 9], "reason": "no room"}]
        waits.started()
        waits.look({9: full, 7: ("source", "no drive")})
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [each["ids"] for each in told] == [[9], [7]]


class TestJson:
    def test_progress_is_told_now_and_then_but_never_late(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        now = 1000.0
        monkeypatch.setattr("rendermanager.cli.reporting.time.monotonic", lambda: now)
        report = JsonReport()
        for at in (0.0, 0.1, 0.49, 0.5, 0.9, 1.01):
            now = 1000.0 + at
            report.moved([{"id": 7, "progress": at}, {"id": 8, "progress": at}])
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [line["progress"] for line in lines if line["id"] == 7] == [0.0, 0.5, 1.01]
        assert len(lines) == 6
        assert {line["event"] for line in lines} == {"progress"}

    def test_every_event_is_an_object_on_a_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        report = JsonReport()
        report.added([(7, "ä\n")])
        report.changed(7, JobStatus.PAUSED, "paused by cli")
        report.ended(view(JobStatus.FAILED, failure=REFUSED))
        report.close()
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert lines[0] == {"event": "added", "id": 7, "name": "ä\n"}
        assert lines[1] == {
            "event": "status",
            "id": 7,
            "status": "paused",
            "reason": "paused by cli",
        }
        assert lines[2]["event"] == "ended"
        assert lines[2]["error"]["kind"] == "invalid_input"


class TestTally:
    @pytest.mark.parametrize(
        ("ends", "code"),
        [
            ([view(JobStatus.FAILED, failure=REFUSED)], 2),
            ([view(JobStatus.COMPLETED), view(JobStatus.FAILED, failure=REFUSED)], 2),
            ([view(JobStatus.FAILED, failure=REFUSED, attempts=1)], 1),
            ([view(JobStatus.FAILED, failure=CRASHED)], 1),
            ([view(JobStatus.CANCELLED)], 1),
            (
                [
                    view(JobStatus.FAILED, failure=CRASHED, attempts=3),
                    view(JobStatus.FAILED, failure=REFUSED),
                ],
                1,
            ),
        ],
    )
    def test_whose_fault_it_was(
        self, ends: list[View], code: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        tally = Tally(PlainReport())
        for each in ends:
            tally.ended(each)
        assert tally.exit_code == code
        heard = capsys.readouterr()
        assert len(f"{heard.out}{heard.err}".split("a.mov")) == 1 + len(ends)
