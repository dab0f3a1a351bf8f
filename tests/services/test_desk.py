"""Every request that can be made of a queue."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rendermanager.config.paths import Paths
from rendermanager.config.settings import Settings, load_settings, save_settings
from rendermanager.core.errors import BadInput, UserError
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.desk import Desk, Running
from rendermanager.store.store import Store
from tests.helpers.queue import (
    Clock,
    add,
    add_one,
    doubtful,
    failed,
    finished,
    job,
    new_job,
    run,
    status,
    story,
)

Put = Callable[..., str]


def ask(desk: Desk, verb: str, **values: Any) -> Any:
    """What comes back, as it crosses the socket."""
    return json.loads(json.dumps(desk.perform(verb, values)))


@pytest.fixture
def waiting(store: Store) -> list[int]:
    return add(store, new_job("a"), new_job("b"), new_job("c"))


def test_one_line_says_of_a_job_what_the_whole_says(desk: Desk, store: Store) -> None:
    doubtful(store, "It is black.", "It is silent.", name="doubtful password=hunter22")
    finished(store, name="done")
    failed(store, name="broken")
    run(store, name="runs")
    add_one(store, name="waits")
    briefs = ask(desk, "brief")
    fields = ("id", "name", "status", "progress", "stage", "reason")
    whole = ask(desk, "list")
    assert [[each[name] for name in fields] for each in briefs] == [
        [each[name] for name in fields] for each in whole
    ]
    for brief, view in zip(briefs, whole, strict=True):
        assert (brief["error"] or {}).get("message") == (view["error"] or {}).get("message")
        assert brief["warnings"] == view["warnings"][:1]
    assert "hunter22" not in str(briefs)
    assert [each["name"] for each in ask(desk, "brief", statuses=["failed"])] == ["broken"]


class TestSubmit:
    def test_inputs_become_jobs(self, desk: Desk, store: Store, file: Put) -> None:
        answer = ask(desk, "submit", inputs=[file("a.mov"), file("b.mov")])
        assert answer == {"ids": [1, 2], "names": ["a.mov", "b.mov"], "problems": []}
        assert job(store, 1).spec.preset == "h264"
        assert status(store, 1) is JobStatus.PENDING

    def test_the_wish_counts_for_inputs_and_specs_for_themselves(
        self, desk: Desk, store: Store, file: Put
    ) -> None:
        clip = file("a.mov")
        wish = JobSpec(preset="gif", priority=Priority.LOW, if_exists=IfExists.REPLACE)
        specs = [JobSpec(source=clip, preset="h265")]
        answer = desk.perform("submit", {"inputs": [clip], "specs": specs, "wish": wish})
        assert answer["ids"] == [1, 2]
        assert [job(store, job_id).spec.preset for job_id in (1, 2)] == ["h265", "gif"]
        assert job(store, 2).priority is Priority.LOW
        assert job(store, 2).spec.if_exists is IfExists.REPLACE

    def test_specs_may_come_as_json(self, desk: Desk, store: Store, file: Put) -> None:
        spec = JobSpec(
            source=file("a.mov"), tags=("t",), priority=Priority.HIGH, if_exists=IfExists.SKIP
        )
        answer = ask(desk, "submit", specs=[json.loads(json.dumps(asdict(spec)))])
        assert answer["ids"] == [1]
        stored = job(store, 1).spec
        assert (stored.tags, stored.priority, stored.if_exists) == (
            ("t",),
            Priority.HIGH,
            IfExists.SKIP,
        )

    def test_good_ones_are_stored_beside_bad_ones(
        self, desk: Desk, store: Store, file: Put, footage: Path
    ) -> None:
        answer = ask(desk, "submit", inputs=[file("a.mov"), str(footage / "gone.mov")])
        assert answer["ids"] == [1]
        (problem,) = answer["problems"]
        assert problem["severity"] == "error"
        assert "gone.mov” does not exist" in problem["message"]

    def test_when_all_are_bad_nothing_is_stored(self, desk: Desk) -> None:
        answer = ask(desk, "submit", inputs=["/gone.mov"])
        assert answer["ids"] == []
        assert ask(desk, "list") == []

    def test_outputs_of_jobs_in_the_queue_are_left_to_them(self, desk: Desk, file: Put) -> None:
        clip = file("clip.mov")
        for _ in range(3):
            ask(desk, "submit", inputs=[clip])
        outputs = [Path(view["outputs"][0]).name for view in ask(desk, "list")]
        assert outputs == ["clip_h264.mp4", "clip_h264_v002.mp4", "clip_h264_v003.mp4"]

    def test_settings_are_read_anew_each_time(
        self, desk: Desk, paths: Paths, store: Store, file: Put
    ) -> None:
        clip = file("clip.mov")
        ask(desk, "submit", inputs=[clip])
        save_settings(paths.settings, Settings(default_preset="gif"))
        ask(desk, "submit", inputs=[clip])
        assert [job(store, job_id).spec.preset for job_id in (1, 2)] == ["h264", "gif"]

    @pytest.mark.parametrize(
        "values", [{"specs": [{"tags": "x"}]}, {"specs": [5]}, {"inputs": ["a"], "wish": [1]}]
    )
    def test_what_is_no_job_is_refused(self, values: dict[str, Any], desk: Desk) -> None:
        with pytest.raises(BadInput, match="That is no job"):
            desk.perform("submit", values)


class TestList:
    def test_jobs_come_in_the_order_they_run(self, desk: Desk, store: Store, clock: Clock) -> None:
        done = finished(store, name="done")
        clock.advance(5)
        broken = failed(store, name="broken")
        low = add(store, new_job("low", priority=Priority.LOW))[0]
        urgent = add(store, new_job("urgent", priority=Priority.URGENT))[0]
        assert [view["id"] for view in ask(desk, "list")] == [urgent, low, broken, done]

    def test_only_those_in_a_status(self, desk: Desk, store: Store) -> None:
        done, broken = finished(store), failed(store)
        assert [view["id"] for view in ask(desk, "list", statuses=["failed"])] == [broken]
        both = ask(desk, "list", statuses=["failed", "completed"])
        assert {view["id"] for view in both} == {done, broken}
        assert ask(desk, "list", statuses=["paused"]) == []

    def test_only_those_with_an_id_in_the_order_asked(self, desk: Desk, waiting: list[int]) -> None:
        assert [view["id"] for view in ask(desk, "list", ids=[3, 99, 1])] == [3, 1]
        assert ask(desk, "list", ids=[]) == []

    def test_a_status_that_does_not_exist(self, desk: Desk) -> None:
        with pytest.raises(BadInput, match="no status “fialed”") as caught:
            desk.perform("list", {"statuses": ["fialed"]})
        assert caught.value.hint == "Did you mean “failed”?"

    def test_what_the_renderer_knows_better_is_shown(
        self, paths: Paths, store: Store, waiting: list[int]
    ) -> None:
        live = {1: ({"progress": 0.5, "fps": 12.0}, ""), 2: ({}, "2 in line")}
        views = ask(Desk(paths, store, "cli", Running(lambda: live)), "list")
        assert [(view["progress"], view["reason"]) for view in views] == [
            (0.5, ""),
            (0.0, "2 in line"),
            (0.0, ""),
        ]


class TestShow:
    def test_a_job_with_its_attempts_and_its_story(
        self, desk: Desk, store: Store, clock: Clock
    ) -> None:
        job_id = failed(store, name="a", settings={"crf": 18}, notes="careful")
        view = ask(desk, "show", job_id=job_id)
        assert (view["settings"], view["notes"], view["argv"]) == ({"crf": 18}, "careful", [])
        (attempt,) = view["history"]
        assert (attempt["outcome"], attempt["error"]["kind"]) == ("failed", "system_error")
        states = [event["new"] for event in view["events"] if event["what"] == "job"]
        assert states == ["queued", "rendering", "failed"]
        assert {event["actor"] for event in view["events"]} == {"cli", "scheduler"}
        assert view["events"][0]["at"] == clock().isoformat(timespec="milliseconds")

    def test_a_removed_job_can_still_be_looked_at(self, desk: Desk, waiting: list[int]) -> None:
        ask(desk, "ask", what="remove", ids=[1])
        assert ask(desk, "show", job_id=1)["name"] == "a"
        assert [view["id"] for view in ask(desk, "list")] == [2, 3]

    def test_a_job_that_does_not_exist(self, desk: Desk) -> None:
        with pytest.raises(BadInput, match="There is no job 99"):
            desk.perform("show", {"job_id": 99})


class TestVerbs:
    def test_each_job_has_its_answer(self, desk: Desk, store: Store, waiting: list[int]) -> None:
        answers = ask(desk, "ask", what="cancel", ids=[2, 99])
        assert answers == [
            {"id": 2, "done": True, "message": "cancelled"},
            {"id": 99, "done": False, "message": "does not exist"},
        ]
        assert status(store, 2) is JobStatus.CANCELLED

    @pytest.mark.parametrize(
        ("verb", "before", "after"),
        [
            ("pause", "queued", "paused"),
            ("resume", "paused", "queued"),
            ("cancel", "queued", "cancelled"),
            ("retry", "cancelled", "queued"),
        ],
    )
    def test_verbs(
        self, verb: str, before: str, after: str, desk: Desk, waiting: list[int]
    ) -> None:
        for earlier in {"paused": ["pause"], "cancelled": ["cancel"]}.get(before, []):
            ask(desk, "ask", what=earlier, ids=[1])
        assert ask(desk, "list", ids=[1])[0]["status"] == before
        assert ask(desk, "ask", what=verb, ids=[1])[0]["done"]
        assert ask(desk, "list", ids=[1])[0]["status"] == after

    def test_what_is_removed_can_be_brought_back(self, desk: Desk, waiting: list[int]) -> None:
        ask(desk, "ask", what="remove", ids=[1, 2])
        assert len(ask(desk, "list")) == 1
        ask(desk, "ask", what="restore", ids=[1])
        assert [view["id"] for view in ask(desk, "list")] == [1, 3]

    def test_what_runs_is_not_removed(self, desk: Desk, store: Store) -> None:
        attempt = run(store)
        (answer,) = ask(desk, "ask", what="remove", ids=[attempt.job_id])
        assert answer == {"id": 1, "done": False, "message": "is rendering: cancel it first"}

    def test_a_verb_that_does_not_exist(self, desk: Desk) -> None:
        with pytest.raises(BadInput, match="no verb “pasue”") as caught:
            desk.perform("ask", {"what": "pasue", "ids": [1]})
        assert caught.value.hint == "Did you mean “pause”?"

    def test_priority(self, desk: Desk, store: Store, waiting: list[int]) -> None:
        (answer,) = ask(desk, "priority", ids=[3], level="URGENT")
        assert answer["message"] == "priority is urgent"
        assert [view["id"] for view in ask(desk, "list")] == [3, 1, 2]

    @pytest.mark.parametrize("level", ["urgnt", "", 5, None, ["high"]])
    def test_a_priority_that_does_not_exist(self, level: Any, desk: Desk) -> None:
        with pytest.raises(BadInput, match="There is no priority"):
            desk.perform("priority", {"ids": [1], "level": level})

    def test_move(self, desk: Desk, waiting: list[int]) -> None:
        ask(desk, "move", ids=[3], place="top")
        assert [view["id"] for view in ask(desk, "list")] == [3, 1, 2]
        with pytest.raises(BadInput, match="no place “topp”"):
            desk.perform("move", {"ids": [3], "place": "topp"})

    def test_clear(self, desk: Desk, store: Store, waiting: list[int]) -> None:
        for job_id in waiting:
            ask(desk, "ask", what="cancel", ids=[job_id])
        broken = failed(store)
        assert ask(desk, "clear", statuses=["failed"]) == {"removed": [broken]}
        assert ask(desk, "clear", statuses=["failed"]) == {"removed": []}
        with pytest.raises(BadInput, match="no status"):
            desk.perform("clear", {"statuses": ["done"]})


class TestQueue:
    def test_pause_and_resume(self, desk: Desk) -> None:
        assert ask(desk, "pause_queue") == {"changed": True, "paused": True}
        assert ask(desk, "stats")["queue_paused"] is True
        assert ask(desk, "pause_queue") == {"changed": False, "paused": True}
        assert ask(desk, "pause_queue", now=True) == {"changed": True, "paused": True}
        assert ask(desk, "resume_queue") == {"changed": True, "paused": False}
        assert ask(desk, "stats")["queue_paused"] is False

    def test_what_failed_stands_by_its_cause(self, desk: Desk, store: Store) -> None:
        ids = [failed(store, name=name) for name in "ab"]
        finished(store)
        (view,) = ask(desk, "failures")
        assert (view["count"], view["ids"], view["engine"]) == (2, ids[::-1], "ffmpeg")
        assert (view["message"], view["hint"]) == ("The program crashed.", "Try again.")
        answers = ask(desk, "retry_cause", key=view["key"])
        assert [each["id"] for each in answers if each["done"]] == ids[::-1]
        assert ask(desk, "failures") == []
        with pytest.raises(BadInput, match="no cause"):
            desk.perform("retry_cause", {"key": view["key"]})

    def test_removed_jobs_count_for_no_cause(self, desk: Desk, store: Store) -> None:
        ask(desk, "ask", what="remove", ids=[failed(store)])
        assert ask(desk, "failures") == []

    def test_what_is_stopped_is_said_and_tried(self, paths: Paths, store: Store) -> None:
        desk = Desk(paths, store, "cli", Running(stopped=lambda: ("ffmpeg is stopped.",)))
        assert ask(desk, "stats")["stopped"] == ["ffmpeg is stopped."]
        assert ask(desk, "try_now") == {"done": True}
        assert [event.new for event in story(store, 0)] == ["try_now"]

    def test_stats(self, desk: Desk, store: Store) -> None:
        finished(store)
        failed(store)
        add(store, new_job(), new_job(checked=False))
        view = ask(desk, "stats")
        assert view["jobs"] == 4
        assert view["by_status"] == {"completed": 1, "failed": 1, "pending": 1, "queued": 1}
        assert view["waiting"] == 2
        assert (view["attempts_completed"], view["attempts_failed"]) == (1, 1)

    def test_an_empty_queue(self, desk: Desk) -> None:
        assert ask(desk, "list") == []
        assert ask(desk, "stats") == {
            "jobs": 0,
            "by_status": {},
            "waiting": 0,
            "stopped": [],
            "queue_paused": False,
            "attempts_completed": 0,
            "attempts_failed": 0,
            "render_seconds": 0,
        }

    def test_the_hours_of_the_week(self, desk: Desk, paths: Paths) -> None:
        assert ask(desk, "hours")["hours"] == []
        assert ask(desk, "set_hours", hours=["sat 9:00-12:00 2"])["hours"] == ["sat 09:00-12:00 2"]
        assert ask(desk, "hours")["hours"] == ["sat 09:00-12:00 2"]
        for wrong in ("2", [2], [["2"]], ["two"]):
            with pytest.raises(BadInput):
                ask(desk, "set_hours", hours=wrong)
        assert load_settings(paths.settings).hours == ("sat 09:00-12:00 2",)

    def test_somebody_is_there(self, desk: Desk) -> None:
        assert ask(desk, "ping") == {"alive": True}


class TestRequests:
    @pytest.mark.parametrize("verb", ["sbmit", "perform", "_job", "", "do_list", "é\n"])
    def test_an_unknown_one_is_refused(self, verb: str, desk: Desk) -> None:
        with pytest.raises(BadInput, match="There is no request"):
            desk.perform(verb, {})

    def test_the_nearest_one_is_named(self, desk: Desk) -> None:
        with pytest.raises(BadInput) as caught:
            desk.perform("sbmit", {})
        assert caught.value.hint == "Did you mean “submit”?"

    @pytest.mark.parametrize(
        ("verb", "values"),
        [("show", {}), ("show", {"id": 1}), ("list", {"status": "failed"}), ("ping", {"x": 1})],
    )
    def test_wrong_arguments_are_a_persons_fault(
        self, verb: str, values: dict[str, Any], desk: Desk
    ) -> None:
        with pytest.raises(UserError, match=f"The request “{verb}” was not understood"):
            desk.perform(verb, values)


def test_times_pass_between_the_events(desk: Desk, store: Store, clock: Clock) -> None:
    (job_id,) = add(store, new_job())
    clock.advance(90)
    ask(desk, "ask", what="cancel", ids=[job_id])
    view = ask(desk, "show", job_id=job_id)
    later = clock() - timedelta(seconds=90)
    assert view["created"] == later.isoformat(timespec="milliseconds")
    assert view["ended"] == clock().isoformat(timespec="milliseconds")
