"""Jobs of nexrender in the queue: several results, and the approval at each attempt."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.failure import FailureKind
from rendermanager.core.job import JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.services.trust import examine
from rendermanager.services.trustbook import TrustBook
from rendermanager.store.submission import NewJob
from tests.helpers.after_effects import AfterEffects
from tests.helpers.engine_room import PROGRAMS, Room
from tests.helpers.nexrender import PROJECT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of Unix")


@pytest.fixture(autouse=True)
def _stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A node that plays nexrender, and a folder that looks like After Effects."""
    node = tmp_path / "node"
    node.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PROGRAMS / "plays_node.py"}" "$@"\n')
    node.chmod(0o755)
    modules = tmp_path / "set" / "node_modules" / "@nexrender"
    for name in ("action-copy", "action-encode"):
        (modules / name).mkdir(parents=True)
        (modules / name / "package.json").write_text("{}")
    script = modules / "cli" / "src" / "bin.js"
    script.parent.mkdir(parents=True)
    script.touch()
    monkeypatch.setenv("RENDERMANAGER_NODE", str(node))
    monkeypatch.setenv("RENDERMANAGER_NEXRENDER", str(tmp_path / "set"))
    effects = AfterEffects(tmp_path / "Applications")
    monkeypatch.setenv("RENDERMANAGER_AERENDER", str(effects.program))


def put(folder: Path, *jobs: dict[str, Any]) -> Path:
    shots = folder / "shots"
    shots.mkdir()
    (shots / "shot.aep").write_bytes(PROJECT)
    (shots / "set_up.jsx").write_text("one();")
    (shots / "job.json").write_text(json.dumps(jobs[0] if len(jobs) == 1 else jobs))
    return shots / "job.json"


def made(*actions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    template = {"src": "shot.aep", "composition": "main", "outputExt": "mp4"}
    return {"template": template, "actions": {"postrender": list(actions)}, **fields}


def copy(output: str) -> dict[str, Any]:
    return {"module": "@nexrender/action-copy", "output": output}


SCRIPTED = made(assets=[{"type": "script", "src": "set_up.jsx"}])


def test_every_result_gets_its_place_and_a_name_that_is_free(room: Room, tmp_path: Path) -> None:
    encode = {"module": "@nexrender/action-encode", "output": "small.mp4", "preset": "mp4"}
    path = put(tmp_path, made(copy("a/film.mp4"), copy("b/film.mp4"), encode))
    (path.parent / "small.mp4").write_bytes(b"somebody's")
    (job_id,) = room.render([str(path)])
    room.start()
    job = room.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure
    names = [str(Path(each.final).relative_to(path.parent)) for each in job.artifacts]
    assert names == [os.path.join("a", "film.mp4"), os.path.join("b", "film.mp4"), "small_v002.mp4"]  # noqa: PTH118
    assert (path.parent / "small.mp4").read_bytes() == b"somebody's"


def test_two_jobs_never_write_one_file_whichever_result_it_is(room: Room, tmp_path: Path) -> None:
    path = put(tmp_path, made(copy("a.mp4"), copy("b.mp4")))
    ids = [*room.render([str(path)]), *room.render([str(path)])]
    room.start()
    ended = [room.wait_end(each) for each in ids]
    assert [each.status for each in ended] == [JobStatus.COMPLETED] * 2
    names = [[Path(one.final).name for one in each.artifacts] for each in ended]
    assert names == [["a.mp4", "b.mp4"], ["a_v002.mp4", "b_v002.mp4"]]
    assert names[1] == [Path(each).name for each in (ended[1].spec.output, *ended[1].spec.expects)]


def test_a_list_becomes_a_job_each(room: Room, tmp_path: Path) -> None:
    path = put(tmp_path, made(), made())
    ids = room.render([str(path)])
    room.start()
    assert [room.wait_end(each).status for each in ids] == [JobStatus.COMPLETED] * 2
    assert [room.job(each).name for each in ids] == ["job.json #1 main", "job.json #2 main"]
    assert {each.name for each in path.parent.glob("*.mp4")} == {
        "job_1_main.mp4",
        "job_2_main.mp4",
    }


def test_a_script_that_was_changed_after_it_was_approved_does_not_run(
    room: Room, tmp_path: Path
) -> None:
    path = put(tmp_path, SCRIPTED)
    (examined,) = examine(path)
    TrustBook(room.paths.trusted).trust(examined, datetime.now(UTC))
    (job_id,) = room.render([str(path)])
    (path.parent / "set_up.jsx").write_text("another();")
    room.start()
    job = room.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert job.failure.kind is FailureKind.INVALID_INPUT
    assert "needs your approval" in job.failure.message
    assert [each.name for each in path.parent.iterdir() if each.suffix == ".mp4"] == []
    (path.parent / "set_up.jsx").write_text("one();")
    room.control.ask("retry", [job_id]).result()
    assert room.wait_for(job_id, JobStatus.COMPLETED).artifacts


def test_whoever_adds_a_job_it_does_not_run_unapproved(room: Room, tmp_path: Path) -> None:
    path = put(tmp_path, SCRIPTED)
    spec = JobSpec(
        engine="nexrender", source=str(path), name="x", output=str(path.with_name("x.mp4"))
    )
    (job_id,) = room.control.submit([NewJob(spec, checked=False)]).result()
    room.start()
    job = room.wait_end(job_id)
    assert job.failure is not None
    assert "needs your approval" in job.failure.message
    assert not path.with_name("x.mp4").exists()
