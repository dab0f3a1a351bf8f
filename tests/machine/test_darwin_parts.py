"""What a tree on macOS decides by itself, which every system can check."""

import struct
from collections.abc import Iterable

import pytest

from rendermanager.machine.supervising.darwin.records import (
    BSD_INFO_BYTES,
    Record,
    environment_of,
    members,
    record_of,
)
from rendermanager.machine.supervising.darwin.tree import (
    LOOK_S,
    SIGCONT,
    SIGKILL,
    SIGSTOP,
    SIGTERM,
    DarwinTree,
    System,
)
from rendermanager.machine.supervising.forward import Forwarder
from rendermanager.machine.supervising.orders import Start
from rendermanager.machine.supervising.render import Render
from rendermanager.machine.supervising.spawned import Spawned
from rendermanager.machine.supervising.tree import Tree
from rendermanager.machine.supervising.wire import Outbox


def bsd_info(**values: int) -> bytes:
    """Bytes of a proc_bsdinfo, its fields at the places that <sys/proc_info.h> gives them."""
    places = {"status": 4, "pid": 12, "ppid": 16, "pgid": 100, "start_s": 120, "start_us": 128}
    data = bytearray(b"\xee" * 136)
    for name, value in values.items():
        struct.pack_into("=Q" if name.startswith("start") else "=I", data, places[name], value)
    return bytes(data)


def test_process_is_read_from_where_macos_writes_it() -> None:
    data = bsd_info(status=2, pid=77, ppid=5, pgid=70, start_s=1_600_000_000, start_us=250_000)
    record = record_of(data)
    assert record
    assert (record.pid, record.ppid, record.pgid, record.alive) == (77, 5, 70, True)
    assert record.key == (77, 1_600_000_000_250_000)


def test_dead_process_that_waits_to_be_collected_is_dead() -> None:
    record = record_of(bsd_info(status=5, pid=77, ppid=5, pgid=70, start_s=1, start_us=0))
    assert record
    assert not record.alive


def test_record_that_is_not_all_there_is_none() -> None:
    assert BSD_INFO_BYTES == 136
    assert record_of(b"") is None
    assert record_of(bytes(135)) is None


def arguments(argc: int, *parts: bytes, padding: int = 5) -> bytes:
    path = b"/usr/bin/tool"
    return struct.pack("=i", argc) + path + bytes(padding) + b"".join(p + b"\0" for p in parts)


@pytest.mark.parametrize("padding", [1, 2, 8])
def test_environment_stands_behind_the_arguments(padding: int) -> None:
    data = arguments(2, b"tool", b"A=argument", b"B=1", b"C=", b"", b"ptr_munge=", padding=padding)
    assert environment_of(data) == [b"B=1", b"C="]


@pytest.mark.parametrize(
    "data", [b"", b"\1\0", struct.pack("=i", -1) + b"/x\0\0x\0", struct.pack("=i", 9) + b"/x\0"]
)
def test_answer_that_is_none_has_no_environment(data: bytes) -> None:
    assert environment_of(data) == []


def test_environment_without_an_end_is_read_to_the_last_whole_entry() -> None:
    assert environment_of(arguments(1, b"tool", b"B=1")) == [b"B=1"]


def table_of(*rows: tuple[int, int, int]) -> dict[int, Record]:
    """Rows of pid, parent and group; each began at ten times its pid."""
    return {pid: Record(pid, ppid, pgid, pid * 10, alive=pgid >= 0) for pid, ppid, pgid in rows}


def pids(records: Iterable[Record]) -> list[int]:
    return [record.pid for record in records]


def test_members_are_descendants_the_group_the_known_and_the_tagged() -> None:
    table = table_of(
        (1, 0, 1), (50, 1, 50), (100, 50, 100), (101, 100, 101), (102, 101, 102),  # descendants
        (110, 1, 100),  # of the group, its parent gone
        (120, 1, 120), (121, 120, 120),  # known, and its child
        (130, 1, 130),  # tagged
        (140, 1, 140),  # nobody of ours
    )  # fmt: skip
    found = members(table, 100, [(120, 1200), (140, 999)], [130, 50], [50, 1])
    assert pids(found) == [100, 101, 102, 110, 120, 121, 130]


def test_number_of_a_leader_that_was_collected_means_nobody() -> None:
    table = table_of((1, 0, 1), (100, 1, 100), (101, 100, 100))
    assert members(table, 0, [(100, 999)], [], [1]) == []


def test_dead_are_no_members_but_their_children_are() -> None:
    table = table_of((100, 50, -1), (101, 100, 101))
    assert pids(members(table, 100, [], [], [])) == [101]


class Machine(System):
    """A macOS made of rows: who is there, what they carry, which signals came."""

    def __init__(self, *rows: tuple[int, int, int]) -> None:
        self.rows = table_of(*rows)
        self.tags: dict[int, bytes] = {}
        self.sent: list[tuple[int, int]] = []
        self.asked = 0
        self.newborn: list[tuple[int, int, int]] = []

    def table(self) -> dict[int, Record]:
        return dict(self.rows)

    def environment(self, pid: int) -> list[bytes]:
        self.asked += 1
        return [b"HOME=/", self.tags.get(pid, b"X=")]

    def send(self, record: Record, signum: int) -> bool:
        self.sent.append((record.pid, signum))
        if self.newborn:
            self.rows |= table_of(self.newborn.pop())
        return True


def test_orphan_is_remembered_when_launchd_has_it() -> None:
    machine = Machine((100, 50, 100), (101, 100, 101), (102, 101, 102))
    tree = DarwinTree(100, "", machine)
    del machine.rows[101]
    machine.rows |= table_of((102, 1, 102))
    assert tree.alive() == [100, 102]
    machine.rows[102] = Record(102, 1, 102, 5, alive=True)  # another one with its number
    assert tree.alive() == [100]


def render_of(tree: Tree) -> Render:
    """A render without pipes."""
    forward = Forwarder(1, Outbox(-1))
    return Render(
        Start({"id": 1, "argv": ["/x"]}), Spawned(tree.pid, -1, -1, -1), tree, None, forward
    )


def test_running_render_is_looked_at_now_and_then_for_who_leaves_later() -> None:
    machine = Machine((100, 50, 100))
    tree = DarwinTree(100, "", machine)
    render = render_of(tree)
    moment = render.deadline()
    assert moment is not None
    machine.rows |= table_of((101, 100, 101), (102, 101, 102))
    assert not render.advance(moment)
    assert render.deadline() == moment + LOOK_S
    del machine.rows[101]
    machine.rows |= table_of((102, 1, 102))
    assert tree.alive() == [100, 102]


def test_render_whose_tree_loses_nobody_is_left_in_peace() -> None:
    class Keeps(DarwinTree):
        look_s = 0.0

    assert render_of(Keeps(100, "", Machine((100, 50, 100)))).deadline() is None


def test_escapee_is_found_by_the_tag_and_others_are_asked_once() -> None:
    machine = Machine((100, 50, 100), (130, 1, 130), (140, 1, 140))
    machine.tags[130] = b"RENDERMANAGER_ATTEMPT=q-7"
    tree = DarwinTree(100, "q-7", machine)
    asked = machine.asked
    assert tree.alive() == [100, 130]
    assert machine.asked - asked == 1
    assert DarwinTree(100, "q-70", machine).alive() == [100]


def test_tree_is_gone_when_the_last_one_is() -> None:
    machine = Machine((100, 50, 100), (101, 100, 101))
    tree = DarwinTree(100, "", machine)
    del machine.rows[100]
    tree.leader_held = False
    assert not tree.gone(childless=True)
    del machine.rows[101]
    assert not tree.gone(childless=False)
    assert tree.gone(childless=True)


def test_pause_finds_who_is_born_meanwhile_and_resume_wakes_all() -> None:
    machine = Machine((100, 50, 100))
    tree = DarwinTree(100, "", machine)
    machine.newborn = [(102, 101, 102), (101, 100, 101)]
    assert tree.suspend() == [100, 101, 102]
    assert machine.sent == [(100, SIGSTOP), (101, SIGSTOP), (102, SIGSTOP)]
    machine.sent.clear()
    assert tree.resume() == [100, 101, 102]
    assert machine.sent == [(100, SIGCONT), (101, SIGCONT), (102, SIGCONT)]


def test_asking_and_killing_reach_everybody() -> None:
    machine = Machine((100, 50, 100), (101, 100, 101))
    tree = DarwinTree(100, "", machine)
    tree.terminate()
    assert machine.sent == [(100, SIGTERM), (101, SIGTERM)]
    machine.sent.clear()
    tree.kill()
    assert machine.sent == [(100, SIGSTOP), (101, SIGSTOP), (100, SIGKILL), (101, SIGKILL)]


def test_renderer_has_an_identity() -> None:
    machine = Machine((100, 50, 100))
    machine.rows[100] = Record(100, 50, 100, 1_600_000_000_250_000, alive=True)
    assert DarwinTree(100, "", machine).born() == "100:1600000000.25:clock"
