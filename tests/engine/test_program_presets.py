"""Jobs of preset files, from the file to the published result."""

import json
import sys
from pathlib import Path
from typing import Any

from rendermanager.core.status import JobStatus
from tests.helpers.engine_room import Room

COPIES = """
import pathlib, sys
source, target, word, code = sys.argv[1:]
print(word)
for percent in (25, 50, 100):
    print(f"at {{percent}}%", flush=True)
pathlib.Path(target).write_bytes(pathlib.Path(source).read_bytes() + word.encode())
raise SystemExit(int(code))
"""


def render(room: Room, tmp_path: Path, preset: dict[str, Any], **settings: object) -> int:
    (room.paths.home / "presets").mkdir(parents=True, exist_ok=True)
    words = {"type": "text", "default": "fine"}
    document = {
        "argv": [sys.executable, "-c", COPIES, "{source}", "{output}", "{word}", "{code}"],
        "output": "{stem}_copy.dat",
        "progress": {"pattern": "at (?P<percent>[0-9]+)%"},
        "settings": {"word": words, "code": {"type": "int"}},
        **preset,
    }
    (room.paths.home / "presets" / "mine.json").write_text(json.dumps(document))
    source = tmp_path / "scene.in"
    source.write_text("content ")
    (job_id,) = room.render([str(source)], preset="mine", settings=settings, max_attempts=1)
    room.start()
    return job_id


def message(room: Room, job_id: int) -> str:
    failure = room.wait_end(job_id).failure
    assert failure is not None
    return failure.message


def test_a_program_of_ones_own_renders(room: Room, tmp_path: Path) -> None:
    job_id = render(room, tmp_path, {}, word="$(x) {source}")
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert (tmp_path / "scene_copy.dat").read_text() == "content $(x) {source}"
    assert room.job(job_id).progress == 1.0


def test_another_exit_code_may_mean_success(room: Room, tmp_path: Path) -> None:
    job_id = render(room, tmp_path, {"success": {"codes": [3]}}, code=3)
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_an_exit_code_that_is_not_named_is_a_failure(room: Room, tmp_path: Path) -> None:
    job_id = render(room, tmp_path, {"success": {"codes": [3]}})
    assert message(room, job_id) == "The program ended with exit code 0."
    assert not (tmp_path / "scene_copy.dat").exists()


def test_words_that_must_not_be_said_fail_a_job(room: Room, tmp_path: Path) -> None:
    rule = {"success": {"must_not_say": "SKIPPED"}}
    job_id = render(room, tmp_path, rule, word="1 frame skipped")
    assert "which means that it failed" in message(room, job_id)
    assert not (tmp_path / "scene_copy.dat").exists()


def test_words_that_must_be_said_are_waited_for(room: Room, tmp_path: Path) -> None:
    job_id = render(room, tmp_path, {"success": {"must_say": "fine"}}, word="hm")
    assert "without having said “fine”" in message(room, job_id)


def test_words_that_were_said_let_a_job_complete(room: Room, tmp_path: Path) -> None:
    job_id = render(room, tmp_path, {"success": {"must_say": "FINE"}})
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
