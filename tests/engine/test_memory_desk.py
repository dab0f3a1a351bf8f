"""Memory is kept for what runs, whatever the queue looks like."""

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.needs import Needs
from rendermanager.engine.memory import MemoryDesk
from rendermanager.machine.memory import MemoryNow
from rendermanager.scheduling.memory import Memory

sizes = st.integers(1, 30)


@given(st.lists(sizes, min_size=1, max_size=12), st.integers(0, 10), st.integers(1, 4))
def test_renders_never_go_over_the_ceiling_and_all_of_them_run(
    wanted: list[int], others: int, slots: int
) -> None:
    machine = Machine(others)
    queue = dict(enumerate(wanted))
    while queue or machine.running:
        for number, need in list(queue.items()):
            if len(machine.running) < slots and machine.starts(number, need):
                del queue[number]
                assert len(machine.running) == 1 or machine.memory.used <= machine.memory.ceiling
        if not machine.running:
            # Only what other programs hold can be in the way of the first one.
            assert next(iter(queue.values())) > machine.memory.total - others
            others = machine.others = 0
        else:
            machine.ends(next(iter(machine.running)))


@given(st.lists(st.tuples(sizes, st.booleans()), max_size=20), st.integers(5, 12))
def test_a_big_one_starts_as_soon_as_those_before_it_have_ended(
    later: list[tuple[int, bool]], big: int
) -> None:
    machine = Machine(0)
    assert machine.starts(0, 6)
    waits = not machine.starts(1, big)
    for number, (need, ends) in enumerate(later, start=2):
        if machine.starts(number, need) and ends:
            machine.ends(number)
    machine.ends(0)
    assert not waits or machine.starts(1, big)


class Machine:
    """Sixteen units of memory, twelve below the ceiling; tasks are numbered in their order."""

    def __init__(self, others: int) -> None:
        self.others = others
        self.running: dict[int, int] = {}
        self.desk = MemoryDesk(lambda: 12 / 16)

    @property
    def memory(self) -> Memory:
        return Memory(16, 12, self.others + sum(self.running.values()))

    def starts(self, number: int, need: int) -> bool:
        now = MemoryNow(16, self.memory.used, self.running)
        pids = {each: each for each in self.running}
        needs = Needs(memory_bytes=need)
        if self.desk.ask(number, needs, now, pids, range(number)):
            return False
        self.running[number] = need
        return True

    def ends(self, number: int) -> None:
        del self.running[number]
