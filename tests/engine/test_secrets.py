"""A secret reaches the program that needs it, and no file of ours."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.job import JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.log import set_up_logging
from rendermanager.machine.keyring import write_secret
from rendermanager.services.desk import Desk
from tests.helpers.engine_room import Room
from tests.helpers.keyrings import MemoryKeyring, in_use

SECRET = "correct-horse-battery"
PRINTS = "import os, sys; print('got', sys.argv[1:], os.environ.get('UPLOAD_TOKEN'), flush=True)"
FAILS = f"{PRINTS}; sys.exit('error: login with ' + sys.argv[-1] + ' was refused')"


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with in_use(MemoryKeyring()):
        yield


def files_with(folder: Path, secret: str) -> list[str]:
    """Files below a folder that hold the secret in plain."""
    wanted = secret.encode()
    return [
        str(file) for file in folder.rglob("*") if file.is_file() and wanted in file.read_bytes()
    ]


def columns_with(secret: str) -> Callable[[Any], list[str]]:
    """Asks a database for its columns that hold the secret."""

    def look(db: Any) -> list[str]:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return [
            f"{table}.{column}"
            for table in tables
            for _, column, *_ in list(db.execute(f"PRAGMA table_info({table})"))
            if secret in str(list(db.execute(f"SELECT CAST({column} AS TEXT) FROM {table}")))
        ]

    return look


def test_a_named_secret_is_in_no_file(running: Room, tmp_path: Path) -> None:
    write_secret("UPLOAD", SECRET)
    seen = tmp_path / "seen"
    keeps = f"open({str(seen)!r}, 'w').write(sys.argv[1] + os.environ['UPLOAD_TOKEN'])"
    job_id = running.add(
        sys.executable,
        "-c",
        f"{PRINTS}; {keeps}",
        "${secret:UPLOAD}",
        env={"UPLOAD_TOKEN": "is ${secret:UPLOAD}"},
    )
    assert running.wait_end(job_id).status is JobStatus.COMPLETED
    assert seen.read_text() == f"{SECRET}is {SECRET}"
    log = running.log_of(job_id)
    assert "${secret:UPLOAD}" in log
    assert "got ['…'] is …" in log
    assert files_with(running.paths.home, SECRET) == []


def test_a_secret_in_plain_text_is_nowhere_but_in_the_job(running: Room) -> None:
    set_up_logging(running.paths.app_log)
    words = ("--password", SECRET)
    job_id = running.add(
        sys.executable, "-c", FAILS, *words, env={"UPLOAD_TOKEN": SECRET}, max_attempts=1
    )
    running.wait_end(job_id)
    running.session.background.drain()
    logs = [file for file in files_with(running.paths.home, SECRET) if "queue.db" not in file]
    assert logs == []
    assert running.session.store.read(columns_with(SECRET)) == ["job.spec"]


def test_answers_about_a_job_show_dots(running: Room) -> None:
    job_id = running.add(
        "/bin/sh",
        "-c",
        "exit 3",
        "--token",
        SECRET,
        name=f"up token={SECRET}",
        notes=f"pass: password={SECRET}",
    )
    running.wait_end(job_id)
    desk = Desk(running.paths, running.session.store, "test")
    told = str(desk.perform("show", {"job_id": job_id})) + str(desk.perform("list", {}))
    assert SECRET not in told
    assert "'--token', '…'" in told


def test_a_secret_that_is_not_there_fails_with_advice(running: Room) -> None:
    job_id = running.add("/bin/echo", "${secret:NOBODY}")
    failure = running.wait_end(job_id).failure
    assert failure is not None
    assert failure.message == "There is no secret “NOBODY” in the keyring."
    assert "secret set NOBODY" in failure.hint


@pytest.mark.parametrize("argv", [("/bin/echo", "${secret:a b}"), ("${secret:A}", "x")])
def test_a_reference_that_cannot_be_is_refused(room: Room, argv: tuple[str, ...]) -> None:
    plan = room.session.submitter().plan([JobSpec(argv=argv)])
    assert plan.jobs == ()


def test_a_file_of_such_a_name_stands_for_no_secret(room: Room, clip: Path, tmp_path: Path) -> None:
    write_secret("UPLOAD", SECRET)
    file = tmp_path / "${secret:UPLOAD}.mov"
    file.write_bytes(clip.read_bytes())
    (job_id,) = room.render([str(file)])
    room.start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert [each.name for each in tmp_path.glob("*_h264.mp4")] == ["${secret_UPLOAD}_h264.mp4"]


def test_the_checker_of_these_tests_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_text(f"x{SECRET}x")
    assert files_with(tmp_path, SECRET) == [str(tmp_path / "deep" / "file")]
