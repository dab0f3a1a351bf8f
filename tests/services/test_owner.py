"""The one process that owns a queue, and the socket it answers on."""

import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from rendermanager.config.paths import Paths
from rendermanager.core.errors import NotPossibleNow, QueueBusy
from rendermanager.engine.background import Background
from rendermanager.machine.processes import identity
from rendermanager.services import owner
from rendermanager.services.desk import Desk
from rendermanager.services.owner import MAX_SOCKET_PATH, OwnerServer, Ownership, socket_address
from rendermanager.services.owning import own

pytestmark = pytest.mark.skipif(os.name == "nt", reason="talks through sockets of Unix")

WAIT_MS = 20_000

Call = Callable[..., list[Any]]


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.drain()


@pytest.fixture
def server(paths: Paths, desk: Desk, background: Background, qtbot: QtBot) -> Iterator[OwnerServer]:
    made = OwnerServer(paths, desk, background)
    yield made
    made.close()


@pytest.fixture
def call(paths: Paths, qtbot: QtBot) -> Call:
    """Sends raw bytes as another process does; the answers that came before the line was cut."""

    def send(*pieces: bytes, answers: int = 1) -> list[Any]:
        heard: list[Any] = []

        def talk() -> None:
            address = json.loads(paths.owner.read_text())["address"]
            with socket.socket(socket.AF_UNIX) as line, line.makefile("rb") as stream:
                line.connect(address)
                line.settimeout(WAIT_MS / 1000)
                for piece in pieces:
                    line.sendall(piece)
                for _ in range(answers):
                    said = stream.readline()
                    heard.append(json.loads(said) if said else None)

        thread = threading.Thread(target=talk)
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive(), timeout=WAIT_MS)
        return heard

    return send


class TestOwnership:
    def test_only_one_owns_a_queue(self, paths: Paths) -> None:
        first = Ownership(paths)
        with pytest.raises(QueueBusy, match="Another Render Manager owns this queue"):
            Ownership(paths)
        first.give_up()
        Ownership(paths).give_up()

    def test_different_queues_have_different_owners(self, paths: Paths, tmp_path: Path) -> None:
        other = Paths(tmp_path / "other")
        other.make()
        held = [Ownership(paths), Ownership(other)]
        for each in held:
            each.give_up()

    def test_for_a_moment(self, paths: Paths) -> None:
        with own(paths), pytest.raises(QueueBusy):
            Ownership(paths)
        Ownership(paths).give_up()

    def test_for_a_moment_that_goes_wrong(self, paths: Paths) -> None:
        with pytest.raises(ZeroDivisionError), own(paths):
            raise ZeroDivisionError
        Ownership(paths).give_up()

    @pytest.mark.parametrize("obstacle", ["no folder", "disk full"])
    def test_a_lock_that_cannot_be_written_is_not_somebody_elses(
        self, obstacle: str, paths: Paths
    ) -> None:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        if obstacle == "no folder":
            paths.run.rmdir()
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        try:
            with pytest.raises(NotPossibleNow, match="cannot be written"):
                Ownership(paths)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def test_the_lock_of_a_dead_owner_holds_nobody_up(self, paths: Paths) -> None:
        take = (
            "import sys; from pathlib import Path\n"
            "from rendermanager.config.paths import Paths\n"
            "from rendermanager.services.owner import Ownership\n"
            "held = Ownership(Paths(Path(sys.argv[1])))\n"
            "print('taken', flush=True)\n"
            "sys.stdin.read()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", take, paths.home], stdin=-1, stdout=-1
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"taken\n"
            with pytest.raises(QueueBusy):
                Ownership(paths)
            child.kill()
        assert paths.lock.exists()
        Ownership(paths).give_up()

    def test_a_child_that_a_dead_owner_was_just_starting_holds_nobody_up(
        self, paths: Paths
    ) -> None:
        script = (
            "import os, sys, time\n"
            "from pathlib import Path\n"
            "from rendermanager.config.paths import Paths\n"
            "from rendermanager.services.owner import Ownership\n"
            "held = Ownership(Paths(Path(sys.argv[1])))\n"
            "if os.fork() == 0:\n"
            "    print('forked', flush=True)\n"
            "    time.sleep(0.4)\n"
            "    os._exit(0)\n"
            "time.sleep(60)\n"
        )
        words = [sys.executable, "-c", script, str(paths.home)]
        with subprocess.Popen(words, stdout=subprocess.PIPE) as dead:
            assert dead.stdout
            assert dead.stdout.readline() == b"forked\n"
            dead.kill()
            dead.wait()
            Ownership(paths).give_up()

    @pytest.mark.parametrize("content", [b"", b"\0" * 90, b"garbage", b"12\n"])
    def test_a_lock_that_a_power_cut_left_half_written_holds_nobody_up(
        self, paths: Paths, content: bytes
    ) -> None:
        paths.lock.write_bytes(content)
        held = Ownership(paths)
        with pytest.raises(QueueBusy):
            Ownership(paths)
        held.give_up()

    def test_a_lock_whose_number_belongs_to_another_program_now_holds_nobody_up(
        self, paths: Paths
    ) -> None:
        other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1)
        try:
            held = Ownership(paths)
            written = paths.lock.read_bytes()
            held.give_up()
            number = str(os.getpid()).encode()
            paths.lock.write_bytes(written.replace(number, str(other.pid).encode(), 1))
            plain = QLockFile(str(paths.lock))
            plain.setStaleLockTime(0)
            assert not plain.tryLock(0)  # a name and a number alone do not tell them apart
            left = {"pid": other.pid, "identity": identity(os.getpid()) + "0", "address": ""}
            paths.owner.write_text(json.dumps(left))
            Ownership(paths).give_up()
        finally:
            other.communicate(b"\n")

    def test_the_lock_of_a_living_owner_is_respected_whatever_it_says(self, paths: Paths) -> None:
        held = Ownership(paths)
        paths.lock.write_bytes(b"garbage")
        with pytest.raises(QueueBusy):
            Ownership(paths)
        held.give_up()

    def test_the_lock_of_another_machine_is_respected(self, paths: Paths) -> None:
        held = Ownership(paths)
        lines = paths.lock.read_text().splitlines()
        held.give_up()
        lines[2] = "another-machine"
        paths.lock.write_text("\n".join([*lines[:3], "0" * 32, "", ""]))
        with pytest.raises(QueueBusy):
            Ownership(paths)

    def test_a_link_to_the_data_folder_leads_to_the_same_lock(
        self, paths: Paths, tmp_path: Path
    ) -> None:
        link = tmp_path / "link"
        link.symlink_to(paths.home)
        held = Ownership(paths)
        with pytest.raises(QueueBusy):
            Ownership(Paths(link))
        held.give_up()
        Ownership(Paths(link)).give_up()


class TestNote:
    def test_it_says_who_owns_the_queue_and_where(self, server: OwnerServer, paths: Paths) -> None:
        note = json.loads(paths.owner.read_text())
        assert note["pid"] == os.getpid()
        assert note["identity"] == identity(os.getpid())
        assert note["address"] == str(paths.run / "queue.sock")
        assert stat.S_IMODE(paths.owner.stat().st_mode) == 0o600

    def test_nobody_else_may_use_the_socket(self, server: OwnerServer, paths: Paths) -> None:
        address = Path(json.loads(paths.owner.read_text())["address"])
        assert stat.S_ISSOCK(address.stat().st_mode)
        assert stat.S_IMODE(address.stat().st_mode) & 0o077 == 0

    def test_both_go_when_it_closes(self, paths: Paths, desk: Desk, background: Background) -> None:
        made = OwnerServer(paths, desk, background)
        made.close()
        assert not paths.owner.exists()
        assert not (paths.run / "queue.sock").exists()
        made.close()

    def test_a_socket_that_was_left_behind_is_replaced(
        self, paths: Paths, desk: Desk, background: Background
    ) -> None:
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(paths.run / "queue.sock"))
        made = OwnerServer(paths, desk, background)
        assert json.loads(paths.owner.read_text())["address"] == str(paths.run / "queue.sock")
        made.close()

    def test_a_folder_that_cannot_hold_a_socket_is_told(
        self, paths: Paths, desk: Desk, background: Background
    ) -> None:
        paths.run.rmdir()
        with pytest.raises(NotPossibleNow, match="local socket cannot be made"):
            OwnerServer(paths, desk, background)


class TestAddress:
    @pytest.fixture
    def short(self) -> Iterator[Path]:
        """A folder with a short name, which those of tests are not."""
        with tempfile.TemporaryDirectory(dir="/tmp") as name:
            yield Path(name)

    @pytest.mark.parametrize("length", [60, MAX_SOCKET_PATH, MAX_SOCKET_PATH + 1, 107, 108, 300])
    def test_every_length_of_folder_works(
        self,
        length: int,
        short: Path,
        qtbot: QtBot,
        desk: Desk,
        background: Background,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
        paths = Paths(stretched(short, length))
        paths.make()
        made = OwnerServer(paths, desk, background)
        address = json.loads(paths.owner.read_text())["address"]
        made.close()
        inside = address == str(paths.run / "queue.sock")
        assert inside == (len(os.fsencode(paths.run / "queue.sock")) <= MAX_SOCKET_PATH)

    def test_two_long_folders_do_not_share_one(
        self, short: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
        homes = [short / ("x" * 150) / name for name in ("one", "two")]
        assert len({socket_address(Paths(home)) for home in homes}) == 2

    def test_a_folder_that_others_can_open_is_refused(
        self, short: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
        paths = Paths(short / ("x" * 150))
        folder = Path(socket_address(paths)).parent
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        folder.chmod(0o777)
        with pytest.raises(NotPossibleNow, match="belongs to somebody else") as caught:
            socket_address(paths)
        assert "--data-dir" in caught.value.hint

    @pytest.mark.parametrize("unusable", ["", "/no/such/folder", "{0}/{1}"])
    def test_without_a_folder_of_the_session_the_temporary_one_does(
        self, unusable: str, short: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        long = "y" * 90
        (short / long).mkdir()
        (short / "temporary").mkdir()
        monkeypatch.setenv("XDG_RUNTIME_DIR", unusable.format(short, long))
        monkeypatch.setattr(tempfile, "tempdir", str(short / "temporary"))
        address = Path(socket_address(Paths(short / ("x" * 150))))
        assert address.parent.parent == short / "temporary"

    def test_a_file_in_the_way_of_the_folder_is_told(
        self, short: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
        (short / f"rendermanager-{os.getuid()}").write_text("")
        with pytest.raises(NotPossibleNow, match="cannot be made: File exists"):
            socket_address(Paths(short / ("x" * 150)))


def stretched(base: Path, length: int) -> Path:
    """A home below `base` whose socket has an address of this many bytes, where it can."""
    room = length - len(os.fsencode(Paths(base / "x").run / "queue.sock")) + 1
    return base / ("x" * max(1, min(room, 200)))


class TestRequests:
    def test_they_are_performed_off_the_main_thread_and_answered(
        self, server: OwnerServer, call: Call
    ) -> None:
        assert call(b'{"verb": "ping"}\n') == [{"ok": {"alive": True}}]

    def test_several_on_one_line_of_talk(self, server: OwnerServer, call: Call) -> None:
        request = b'{"verb": "ping", "values": {}}\n'
        assert len(call(request * 5, answers=5)) == 5

    def test_one_that_comes_in_pieces(self, server: OwnerServer, call: Call) -> None:
        assert call(b'{"verb"', b': "pi', b'ng"}', b"\n") == [{"ok": {"alive": True}}]

    @pytest.mark.parametrize(
        "request_",
        [
            b"",
            b"hello",
            b"GET / HTTP/1.1\r",
            b"\x00\xff\xfe",
            b"{",
            b"[]",
            b"5",
            b"null",
            b"{}",
            b'{"values": {}}',
            b'{"verb": 5}',
            b'{"verb": null}',
            b'{"verb": "ping", "values": []}',
            b'{"verb": "ping", "values": "ab"}',
            b'{"verb": "ping", "values": null}',
            b'{"verb": "\xff"}',
            b'{"verb": "\\ud800"}',
            b"[" * 100_000,
            b'{"verb": "ping", "values": ' + b'{"a": ' * 100_000,
        ],
        ids=lambda value: repr(value[:36]),
    )
    def test_what_is_none_is_refused_and_the_line_stays_open(
        self, request_: bytes, server: OwnerServer, call: Call
    ) -> None:
        refusal, answer = call(request_ + b"\n", b'{"verb": "ping"}\n', answers=2)
        assert refusal["error"]["message"] == "That is not a request."
        assert refusal["error"]["exit_code"] == 2
        assert answer == {"ok": {"alive": True}}

    @pytest.mark.parametrize(
        ("request_", "kind", "part"),
        [
            ({"verb": "pnig"}, "BadInput", "no request “pnig”"),
            ({"verb": "close"}, "BadInput", "no request “close”"),
            ({"verb": "show"}, "UserError", "was not understood"),
            ({"verb": "show", "values": {"job_id": 9}}, "BadInput", "no job 9"),
            ({"verb": "priority", "values": {"ids": [1], "level": 7}}, "BadInput", "no priority"),
            ({"verb": "submit", "values": {"specs": [{"tags": 1}]}}, "BadInput", "is no job"),
        ],
    )
    def test_what_cannot_be_done_is_said(
        self, request_: dict[str, Any], kind: str, part: str, server: OwnerServer, call: Call
    ) -> None:
        (answer,) = call(json.dumps(request_).encode() + b"\n")
        assert answer["error"]["kind"] == kind
        assert part in answer["error"]["message"]

    @pytest.mark.allow_warnings("a request failed")
    def test_a_mistake_of_ours_is_told_and_logged_and_ends_nothing(
        self, server: OwnerServer, call: Call, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stumble(_desk: Desk) -> None:
            raise LookupError("oops")

        monkeypatch.setattr(Desk, "do_ping", stumble)
        (answer,) = call(b'{"verb": "ping"}\n')
        assert answer["error"]["exit_code"] == 1
        assert "made a mistake" in answer["error"]["message"]
        (other,) = call(b'{"verb": "stats"}\n')
        assert other["ok"]["jobs"] == 0

    def test_whoever_hangs_up_disturbs_nobody(self, server: OwnerServer, call: Call) -> None:
        call(b'{"verb": "stats"}\n', answers=0)
        call(b'{"verb": "sta', answers=0)
        assert call(b'{"verb": "ping"}\n') == [{"ok": {"alive": True}}]

    @pytest.mark.allow_warnings("a request without an end")
    def test_a_request_without_an_end_is_cut_off(
        self, server: OwnerServer, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(owner, "MAX_REQUEST_BYTES", 1000)
        try:
            assert call(b"x" * 5000) == [None]
        except ConnectionResetError:
            pytest.fail("the line was cut before it was read")
        assert call(b'{"verb": "ping"}\n') == [{"ok": {"alive": True}}]


class TestSecondStart:
    def test_its_inputs_are_handed_over(
        self, server: OwnerServer, call: Call, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(server.handed_over, timeout=WAIT_MS) as handed:
            assert call(b'{"verb": "open", "values": {"inputs": ["/a.mov"]}}\n') == [{"ok": {}}]
        assert handed.args == [["/a.mov"]]

    def test_it_may_have_none(self, server: OwnerServer, call: Call, qtbot: QtBot) -> None:
        with qtbot.waitSignal(server.handed_over, timeout=WAIT_MS) as handed:
            call(b'{"verb": "open"}\n')
        assert handed.args == [[]]

    def test_where_there_is_no_window_that_is_said(self, server: OwnerServer, call: Call) -> None:
        (answer,) = call(b'{"verb": "open", "values": {"inputs": ["/a.mov"]}}\n')
        assert answer["error"]["exit_code"] == 3
        assert "without a window" in answer["error"]["message"]

    @pytest.mark.parametrize("inputs", ["5", '"a"', "[1]", "null", "{}"])
    def test_what_are_no_inputs_is_refused(
        self, inputs: str, server: OwnerServer, call: Call, qtbot: QtBot
    ) -> None:
        with qtbot.assertNotEmitted(server.handed_over):
            request = f'{{"verb": "open", "values": {{"inputs": {inputs}}}}}\n'
            (answer,) = call(request.encode())
        assert "needs a list of inputs" in answer["error"]["message"]
