"""How a command reaches the queue: through the process that owns it, else through the store."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from rendermanager.config.paths import Paths
from rendermanager.core.errors import (
    BadInput,
    NotPossibleNow,
    QueueBusy,
    RenderManagerError,
    StaleMove,
    StoreUnusable,
    UserError,
)
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.machine.processes import identity
from rendermanager.services import link
from rendermanager.services.link import RemoteLink, error_view, find_owner, open_link
from rendermanager.services.local_link import LocalLink
from rendermanager.store.backups import make_backup
from rendermanager.store.store import Store
from tests.helpers.queue import add, new_job

pytestmark = pytest.mark.skipif(os.name == "nt", reason="talks through sockets of Unix")

WAIT_S = 20.0


def tell(paths: Paths, address: str, process: str) -> None:
    """Write down an owner as the owner does."""
    paths.owner.write_text(json.dumps({"pid": 1, "identity": process, "address": address}))


def dead_process() -> str:
    """The identity of a process that is gone."""
    waits = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE) as child:
        return identity(child.pid)


@contextmanager
def answering(folder: Path, answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A socket on which somebody answers the first caller in a way of their own; its address."""
    with socket.socket(socket.AF_UNIX) as server:
        address = str(folder / "other.sock")
        server.bind(address)
        server.listen()

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                answer(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield address
        finally:
            thread.join(WAIT_S)
            assert not thread.is_alive()


def read_line(connection: socket.socket) -> dict[str, Any]:
    with connection.makefile("rb") as stream:
        request: dict[str, Any] = json.loads(stream.readline())
    return request


class TestWithoutAnOwner:
    def test_the_store_is_used_itself(self, paths: Paths) -> None:
        with open_link(paths) as found:
            assert isinstance(found, LocalLink)
            answer = found.perform("submit", specs=[JobSpec(argv=(sys.executable,))])
        assert answer["ids"] == [1]
        with open_link(paths) as again:
            assert [view["id"] for view in again.perform("list")] == [1]

    def test_a_new_queue_is_made_where_there_is_none(self, home: Path) -> None:
        with open_link(Paths(home)) as found:
            assert found.perform("list") == []
        assert Paths(home).database.exists()

    def test_errors_come_through(self, paths: Paths) -> None:
        with open_link(paths) as found, pytest.raises(BadInput, match="no job 5"):
            found.perform("show", job_id=5)

    def test_the_store_is_closed_afterwards(self, paths: Paths) -> None:
        with open_link(paths) as found:
            pass
        with pytest.raises(StoreUnusable, match="closed"):
            found.perform("list")

    def test_a_store_that_cannot_be_opened_is_told(self, paths: Paths) -> None:
        paths.database.mkdir()
        with pytest.raises(StoreUnusable), open_link(paths):
            pass

    @pytest.mark.allow_warnings("the queue is damaged")
    def test_damage_that_shows_in_the_middle_is_mended_and_the_request_repeated(
        self, paths: Paths
    ) -> None:
        store = Store(paths.database)
        add(store, new_job("a"), new_job("b"))
        make_backup(store, paths.backups)
        store.change(lambda txn: txn.run("UPDATE job SET spec = x'00' WHERE name = 'b'"))
        store.close()
        told: list[str] = []
        with open_link(paths, told.append) as found:
            assert [job["name"] for job in found.perform("list")] == ["a", "b"]
        assert ["with 2 jobs was restored" in each for each in told] == [True]
        assert list(paths.home.glob("queue.damaged-*.db"))

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "{",
            "[]",
            "null",
            "5",
            "{}",
            '{"address": "/x"}',
            '{"identity": "1:2:3"}',
            '{"address": null, "identity": null}',
            '{"address": "/no/such/socket", "identity": "nonsense"}',
        ],
    )
    def test_a_damaged_note_of_an_owner_is_nobody(self, content: str, paths: Paths) -> None:
        paths.owner.write_text(content)
        assert find_owner(paths) is None

    def test_an_owner_who_has_died_is_nobody(self, paths: Paths) -> None:
        tell(paths, str(paths.run / "queue.sock"), dead_process())
        assert find_owner(paths) is None
        with open_link(paths) as found:
            assert isinstance(found, LocalLink)

    def test_the_socket_of_a_dead_owner_may_still_lie_there(self, paths: Paths) -> None:
        address = str(paths.run / "queue.sock")
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(address)
        assert Path(address).exists()
        tell(paths, address, dead_process())
        assert find_owner(paths) is None

    def test_a_process_that_only_has_the_same_number_is_not_the_owner(self, paths: Paths) -> None:
        pid, _, rest = identity(os.getpid()).partition(":")
        tell(paths, "/no/such/socket", f"{pid}:1{rest}")
        assert find_owner(paths) is None


class TestOwnerWhoDoesNotAnswer:
    @pytest.mark.parametrize("address", ["/no/such/socket", "/" + "x" * 200])
    def test_one_who_lives_but_does_not_listen(self, address: str, paths: Paths) -> None:
        tell(paths, address, identity(os.getpid()))
        with pytest.raises(QueueBusy, match="does not answer") as caught:
            find_owner(paths)
        assert caught.value.exit_code == 3
        assert caught.value.hint

    def test_one_who_hears_and_says_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(link, "ANSWER_TIMEOUT_S", 0.05)
        done = threading.Event()

        def hear(connection: socket.socket) -> None:
            read_line(connection)
            done.wait(WAIT_S)

        with answering(tmp_path, hear) as address, closing(RemoteLink(address)) as found:
            with pytest.raises(QueueBusy, match="does not answer"):
                found.perform("list")
            done.set()

    @pytest.mark.parametrize("said", [b"", b'{"ok": [1, 2'])
    def test_one_who_dies_in_the_middle(self, said: bytes, tmp_path: Path) -> None:
        def die(connection: socket.socket) -> None:
            read_line(connection)
            connection.sendall(said)

        with (
            answering(tmp_path, die) as address,
            closing(RemoteLink(address)) as found,
            pytest.raises(QueueBusy, match="closed before it answered"),
        ):
            found.perform("list")

    def test_one_who_was_stopped(self, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
        """A frozen process still has its socket; whoever asks must not wait for ever."""
        monkeypatch.setattr(link, "ANSWER_TIMEOUT_S", 0.2)
        with serving(paths) as child:
            child.send_signal(signal.SIGSTOP)
            try:
                with open_link(paths) as found, pytest.raises(QueueBusy):
                    found.perform("ping")
            finally:
                child.send_signal(signal.SIGCONT)


class TestErrors:
    """They cross the socket and keep their kind, their words and their exit code."""

    @pytest.mark.parametrize(
        "error",
        [
            UserError("You cannot.", "Do not."),
            NotPossibleNow("Not now.", "Later."),
            QueueBusy("Busy."),
            StoreUnusable("Broken.", "Mend it."),
            RenderManagerError("We did it."),
            StaleMove("Somebody was faster."),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_as_they_were(self, error: RenderManagerError, tmp_path: Path) -> None:
        found = self.cross(error, tmp_path)
        assert (found.message, found.hint) == (error.message, error.hint)
        assert found.exit_code == error.exit_code

    def test_with_all_problems(self, tmp_path: Path) -> None:
        problems = [
            Problem("source", "Gone.", "Look.", Severity.ERROR),
            Problem("output", "Taken.", "", Severity.WARNING),
        ]
        found = self.cross(BadInput(problems), tmp_path)
        assert isinstance(found, BadInput)
        assert list(found.problems) == problems

    @staticmethod
    def cross(error: RenderManagerError, folder: Path) -> RenderManagerError:
        def refuse(connection: socket.socket) -> None:
            read_line(connection)
            connection.sendall(json.dumps({"error": error_view(error)}).encode() + b"\n")

        with (
            answering(folder, refuse) as address,
            closing(RemoteLink(address)) as found,
            pytest.raises(RenderManagerError) as caught,
        ):
            found.perform("list")
        return caught.value


class TestRequests:
    def test_one_object_on_one_line(self, tmp_path: Path) -> None:
        heard: list[dict[str, Any]] = []

        def answer(connection: socket.socket) -> None:
            heard.append(read_line(connection))
            connection.sendall(b'{"ok": [1]}\n')

        spec = asdict(JobSpec(name="line\nbreak", tags=("ü",)))
        with answering(tmp_path, answer) as address, closing(RemoteLink(address)) as found:
            assert found.perform("submit", specs=[spec], inputs=["a"]) == [1]
        assert heard[0]["verb"] == "submit"
        assert heard[0]["values"]["inputs"] == ["a"]
        assert heard[0]["values"]["specs"][0]["name"] == "line\nbreak"

    def test_a_name_that_is_no_text_is_refused_before_it_is_sent(self, tmp_path: Path) -> None:
        name = os.fsdecode(b"bad\xff.mov")
        with (
            answering(tmp_path, lambda _: None) as address,
            closing(RemoteLink(address)) as found,
            pytest.raises(BadInput, match="“bad\ufffd\\.mov” is not valid text"),
        ):
            found.perform("submit", inputs=[name])


@contextmanager
def serving(paths: Paths) -> Iterator["subprocess.Popen[bytes]"]:
    """A real process that owns the queue and runs it."""
    child = subprocess.Popen(
        [sys.executable, "-m", "rendermanager", "--data-dir", paths.home, "serve"]
    )
    try:
        until = time.monotonic() + WAIT_S
        while not paths.owner.exists():
            assert child.poll() is None
            assert time.monotonic() < until
            threading.Event().wait(0.02)
        yield child
    finally:
        child.terminate()
        assert child.wait(WAIT_S) == 0


class TestRealOwner:
    """One process for all of them: it takes a while to start."""

    @pytest.fixture(scope="class")
    @classmethod
    def owned(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paths]:
        # So deep that the socket cannot lie inside: addresses end at 108 bytes.
        home = tmp_path_factory.mktemp("owned") / ("deep" * 30)
        paths = Paths(home)
        paths.make()
        with serving(paths):
            yield paths

    def test_is_found_however_deep_its_folder_lies(self, owned: Paths) -> None:
        assert len(os.fsencode(owned.run / "queue.sock")) > 108
        with open_link(owned) as found:
            assert isinstance(found, RemoteLink)
            assert found.perform("ping") == {"alive": True}

    def test_answers_several_requests_on_one_line_and_on_several(self, owned: Paths) -> None:
        with open_link(owned) as one, open_link(owned) as other:
            for found in (one, other, one):
                assert found.perform("stats")["jobs"] >= 0

    def test_runs_what_is_submitted(self, owned: Paths, tmp_path: Path) -> None:
        result = tmp_path / "result.txt"
        script = f"open({str(result)!r}, 'w').write('done')"
        spec = JobSpec(argv=(sys.executable, "-c", script), expects=(str(result),))
        with open_link(owned) as found:
            (job_id,) = found.perform("submit", specs=[asdict(spec)])["ids"]
            until = time.monotonic() + WAIT_S
            while found.perform("list", ids=[job_id])[0]["status"] != "completed":
                assert time.monotonic() < until
        assert result.read_text() == "done"

    def test_says_what_is_wrong_in_the_same_words(self, owned: Paths) -> None:
        with open_link(owned) as found:
            with pytest.raises(BadInput, match="no job 99999"):
                found.perform("show", job_id=99999)
            with pytest.raises(UserError, match="was not understood"):
                found.perform("show")
            answer = found.perform("submit", inputs=["/gone.mov"], wish=asdict(JobSpec()))
            assert "does not exist" in answer["problems"][0]["message"]
