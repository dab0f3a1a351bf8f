"""A start after a crash brings the store and the disk back in step."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus
from rendermanager.engine.recover import recover
from rendermanager.store import endings, intents, queries, submission
from rendermanager.store.store import Store
from tests.helpers import queue
from tests.helpers.engine_room import PROGRAMS
from tests.helpers.processes import state_of


def store_at(tmp_path: Path) -> Store:
    return Store(tmp_path / "queue.db")


def artifact(tmp_path: Path, content: bytes = b"frames") -> Artifact:
    folder = tmp_path / ".rendermanager-1-1"
    folder.mkdir()
    written = folder / "clip.mp4"
    written.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    return Artifact(str(written), str(tmp_path / "clip.mp4"), len(content), digest)


def with_folder(store: Store, attempt: Attempt, folder: Path) -> None:
    store.change(
        lambda txn: txn.run("UPDATE attempt SET folder = ? WHERE id = ?", str(folder), attempt.id)
    )


def test_a_running_attempt_is_put_back_and_costs_no_try(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.run(store)
    found = recover(store)
    assert found.interrupted == (attempt.job_id,)
    assert queue.status(store, attempt.job_id) is JobStatus.QUEUED
    assert queue.task(store, attempt.job_id).tries == 0
    store.close()


def test_its_temporary_folder_is_deleted(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    folder = tmp_path / ".rendermanager-1-1"
    folder.mkdir()
    (folder / "half.mp4").write_bytes(b"half")
    with_folder(store, queue.run(store), folder)
    recover(store)
    assert not folder.exists()
    assert store.read(queries.folders_left) == []
    store.close()


def test_an_orphan_that_still_renders_is_ended(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.run(store)
    uid = store.read(queries.store_uid)
    env = {**os.environ, "RENDERMANAGER_ATTEMPT": f"{uid}-{attempt.id}"}
    program = [sys.executable, str(PROGRAMS / "prints_progress.py"), "100000", "0.1"]
    orphan = subprocess.Popen(program, env=env, stdout=subprocess.PIPE)
    try:
        # Its first words show that it runs under its own environment already.
        assert orphan.stdout is not None
        orphan.stdout.readline()
        assert recover(store).orphans >= 1
        assert state_of(orphan.pid) in ("", "Z")
    finally:
        orphan.kill()
        orphan.communicate()
        store.close()


def test_a_verified_output_only_has_to_be_renamed(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.verifying(store)
    result = artifact(tmp_path)
    store.change(lambda txn: endings.publish(txn, attempt, (result,)))
    with_folder(store, attempt, tmp_path / ".rendermanager-1-1")
    found = recover(store)
    assert found.finished == (attempt.job_id,)
    assert queue.status(store, attempt.job_id) is JobStatus.COMPLETED
    assert Path(result.final).read_bytes() == b"frames"
    assert not (tmp_path / ".rendermanager-1-1").exists()
    store.close()


def test_a_rename_that_was_done_before_the_crash_is_recognised(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.verifying(store)
    result = artifact(tmp_path)
    store.change(lambda txn: endings.publish(txn, attempt, (result,)))
    Path(result.written).rename(result.final)
    recover(store)
    assert queue.status(store, attempt.job_id) is JobStatus.COMPLETED
    store.close()


@pytest.mark.allow_warnings("could not be published")
def test_a_stranger_under_the_final_name_is_not_taken_for_the_result(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.verifying(store)
    result = artifact(tmp_path)
    store.change(lambda txn: endings.publish(txn, attempt, (result,)))
    Path(result.written).unlink()
    Path(result.final).write_bytes(b"somebody else's")
    recover(store)
    assert queue.status(store, attempt.job_id) is JobStatus.QUEUED
    assert Path(result.final).read_bytes() == b"somebody else's"
    store.close()


def test_a_cancel_that_was_asked_for_is_finished(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.run(store)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]))
    recover(store)
    assert queue.status(store, attempt.job_id) is JobStatus.CANCELLED
    store.close()


def test_a_paused_render_stays_paused(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.run(store)
    store.change(lambda txn: intents.pause(txn, [attempt.job_id]))
    recover(store)
    assert queue.status(store, attempt.job_id) is JobStatus.PAUSED
    store.close()


def test_a_check_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    job_id = queue.add_one(store, checked=False)
    store.change(lambda txn: submission.begin_check(txn, job_id))
    recover(store)
    assert queue.status(store, job_id) is JobStatus.PENDING
    store.close()


def test_recovering_twice_changes_nothing_more(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    attempt = queue.run(store)
    recover(store)
    before = queue.story(store, attempt.job_id)
    assert recover(store).interrupted == ()
    assert queue.story(store, attempt.job_id) == before
    store.close()
