"""Jobs of Open Job Description, from the template to the published result."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rendermanager.core.failure import FailureKind
from rendermanager.core.status import JobStatus
from rendermanager.engine.approval import file_runs
from rendermanager.services.trustbook import Examined, TrustBook
from tests.helpers.engine_room import Room

pytest.importorskip("openjd.model")

TEMPLATE = """
specificationVersion: jobtemplate-2023-09
name: Writes
parameterDefinitions:
- {name: Word, type: STRING, default: hello}
- {name: Code, type: INT, default: 0}
- {name: Pause, type: INT, default: 0}
- {name: Result, type: PATH, dataFlow: OUT, objectType: FILE, default: result.dat}
steps:
- name: Write
  script:
    embeddedFiles:
    - name: Run
      type: TEXT
      runnable: true
      data: |
        #!/bin/sh
        echo "openjd_progress: 50"
        echo "$1" > "$2"
        sleep {{Param.Pause}}
        echo "openjd_fail: no more ink" >&2
        exit {{Param.Code}}
    actions:
      onRun:
        command: "{{Task.File.Run}}"
        args: ["{{Param.Word}}", "{{Param.Result}}"]
        timeout: 600
"""


def approve(room: Room, path: Path) -> None:
    TrustBook(room.paths.trusted).trust(Examined(path, file_runs(path)), datetime.now(UTC))


def render(room: Room, tmp_path: Path, limit_s: int = 600, **settings: object) -> int:
    path = tmp_path / "writes.openjd.yaml"
    path.write_text(TEMPLATE.replace("timeout: 600", f"timeout: {limit_s}"))
    approve(room, path)
    (job_id,) = room.render([str(path)], settings=settings, max_attempts=1)
    room.start()
    return job_id


def test_a_template_is_rendered_and_its_result_published(room: Room, tmp_path: Path) -> None:
    job_id = render(room, tmp_path, Word="a b; $(c)")
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert (tmp_path / "result.dat").read_text() == "a b; $(c)\n"
    room.wait(lambda: not list(tmp_path.glob(".rendermanager-*")))


def test_what_a_template_says_of_its_failure_is_told(room: Room, tmp_path: Path) -> None:
    failure = room.wait_end(render(room, tmp_path, Code=3)).failure
    assert failure is not None
    assert failure.message == "The program gave up: no more ink"
    assert not (tmp_path / "result.dat").exists()


def test_an_action_has_the_time_that_its_template_gives_it(room: Room, tmp_path: Path) -> None:
    failure = room.wait_end(render(room, tmp_path, limit_s=1, Pause=60)).failure
    assert failure is not None
    assert failure.kind is FailureKind.TIMEOUT
    assert failure.message == "It took longer than its limit of 1 seconds."


STEPS = """
specificationVersion: jobtemplate-2023-09
name: Frames
parameterDefinitions:
- {name: Folder, type: PATH, dataFlow: OUT, objectType: DIRECTORY, default: frames}
- {name: Film, type: PATH, dataFlow: OUT, objectType: FILE, default: film.txt}
steps:
- name: Join
  dependencies: [{dependsOn: Draw}]
  script:
    actions:
      onRun:
        command: sh
        args: ["-c", 'cat "$1"/*.txt > "$2"', sh, "{{Param.Folder}}", "{{Param.Film}}"]
- name: Draw
  parameterSpace: {taskParameterDefinitions: [{name: Frame, type: INT, range: 1-4}]}
  script:
    actions:
      onRun:
        command: sh
        args:
        - -c
        - mkdir -p "$1"; echo "frame $2" > "$1/$2.txt"
        - sh
        - "{{Param.Folder}}"
        - "{{Task.Param.Frame}}"
"""


def test_steps_wait_for_each_other_and_the_last_one_leaves_the_result(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "frames.openjd.yaml"
    path.write_text(STEPS)
    approve(room, path)
    (job_id,) = room.render([str(path)], max_attempts=1)
    room.start(2)
    job = room.wait_end(job_id)
    assert (job.status, job.failure, job.tasks) == (JobStatus.COMPLETED, None, 5)
    assert (tmp_path / "film.txt").read_text() == "frame 1\nframe 2\nframe 3\nframe 4\n"
    assert [Path(each.final).name for each in job.artifacts] == ["film.txt"]


def test_what_was_changed_after_its_approval_does_not_run(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "writes.openjd.yaml"
    path.write_text(TEMPLATE)
    approve(room, path)
    (job_id,) = room.render([str(path)], max_attempts=1)
    path.write_text(TEMPLATE.replace('echo "$1"', 'echo "other"'))
    room.start()
    job = room.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert "needs your approval" in job.failure.message
    assert not (tmp_path / "result.dat").exists()


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\r\n"])
def test_marks_and_line_ends_of_other_systems_need_no_second_approval(
    room: Room, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "writes.openjd.yaml"
    path.write_bytes(content + TEMPLATE.encode())
    approve(room, path)
    (job_id,) = room.render([str(path)], max_attempts=1)
    room.start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
