"""One writer, group commits, and events only after the commit."""

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import msgspec
import pytest

from rendermanager.core.errors import RenderManagerError, StoreDamaged, StoreUnusable
from rendermanager.core.events import Event, EventKind
from rendermanager.store import writer
from rendermanager.store.store import Store, utc_now
from rendermanager.store.txn import Txn
from tests.helpers.queue import START, WAIT_S, Clock, add_one, job, rows, writer_busy


def note(text: str) -> Callable[[Txn], str]:
    """A change that leaves one row and one event."""

    def run(txn: Txn) -> str:
        txn.run("INSERT INTO setting VALUES (?, ?)", text, str(txn.now))
        txn.record(EventKind.QUEUE, new=text)
        return text

    return run


def notes(store: Store) -> list[str]:
    found = rows(store, "SELECT name FROM setting WHERE name <> 'uid' ORDER BY name")
    return [row[0] for row in found]


class Heard:
    """Keeps what a store announces, and whether it was on disk by then."""

    def __init__(self, store: Store) -> None:
        self.batches: list[list[str]] = []
        self.events: list[Event] = []
        self.stored: list[bool] = []
        self._path = str(store.path)
        store.listen(self)

    def __call__(self, events: Sequence[Event]) -> None:
        self.batches.append([event.new for event in events])
        self.events += events
        other = apsw.Connection(self._path)
        highest = other.execute("SELECT max(id) FROM event").get
        other.close()
        self.stored.append(highest == events[-1].id)

    @property
    def words(self) -> list[str]:
        return [word for batch in self.batches for word in batch]


def counting(clock: Clock) -> Callable[[], datetime]:
    def tick() -> datetime:
        clock.advance(1)
        return clock.now

    return tick


def test_a_change_returns_what_the_function_returns(store: Store) -> None:
    assert store.change(note("a")) == "a"
    assert notes(store) == ["a"]


def test_a_transaction_knows_the_time_and_who_asked(store: Store) -> None:
    seen = store.change(lambda txn: (txn.now, txn.stamp, txn.actor), actor="window")
    assert seen == (START, START.timestamp(), "window")
    assert store.now() == START


def test_the_time_of_a_store_is_aware_and_utc() -> None:
    assert utc_now().tzinfo is UTC
    assert abs(utc_now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_what_waits_together_shares_one_commit(tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db", counting(Clock()))
    heard = Heard(store)
    with writer_busy(store):
        futures = [store.write(note(letter)) for letter in "abc"]
    assert [future.result(WAIT_S) for future in futures] == ["a", "b", "c"]
    times = rows(store, "SELECT DISTINCT value FROM setting WHERE name IN ('a', 'b', 'c')")
    assert len(times) == 1
    assert heard.batches == [["a", "b", "c"]]
    store.close()


def test_a_group_has_a_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MAX_GROUP", 2)
    store = Store(tmp_path / "queue.db")
    heard = Heard(store)
    with writer_busy(store):
        futures = [store.write(note(letter)) for letter in "abcde"]
    wait(futures, WAIT_S)
    assert heard.batches == [["a", "b"], ["c", "d"], ["e"]]
    store.close()


def test_a_function_that_fails_is_rolled_back_alone(store: Store) -> None:
    def half_done(txn: Txn) -> None:
        note("half")(txn)
        raise ValueError("no")

    heard = Heard(store)
    with writer_busy(store):
        before = store.write(note("before"))
        bad = store.write(half_done)
        after = store.write(note("after"))
    assert (before.result(WAIT_S), after.result(WAIT_S)) == ("before", "after")
    with pytest.raises(ValueError, match="no"):
        bad.result(WAIT_S)
    assert notes(store) == ["after", "before"]
    assert heard.words == ["before", "after"]
    assert [row[0] for row in rows(store, "SELECT new FROM event ORDER BY id")] == heard.words


def test_events_are_announced_in_order_with_their_numbers_after_the_commit(store: Store) -> None:
    heard = Heard(store)
    with writer_busy(store):
        futures = [store.write(note(f"{number:02}")) for number in range(20)]
    wait(futures, WAIT_S)
    store.change(note("last"))
    assert heard.words == [*(f"{number:02}" for number in range(20)), "last"]
    assert [event.id for event in heard.events] == list(range(1, 22))
    assert heard.stored == [True, True]


def test_a_future_resolves_after_the_events_were_announced(store: Store) -> None:
    heard = Heard(store)
    order: list[int] = []
    with writer_busy(store):
        future = store.write(note("a"))
        future.add_done_callback(lambda _: order.append(len(heard.words)))
    future.result(WAIT_S)
    assert order == [1]


def test_a_change_without_events_announces_nothing(store: Store) -> None:
    heard = Heard(store)
    store.change(lambda txn: txn.one("SELECT 1"))
    assert heard.batches == []


@pytest.mark.allow_warnings("a listener of the store failed")
def test_a_listener_that_fails_harms_nobody(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_events: Sequence[Event]) -> None:
        raise ValueError("no")

    store.listen(fail)
    heard = Heard(store)
    with caplog.at_level(logging.ERROR):
        assert store.change(note("a")) == "a"
    assert heard.words == ["a"]
    assert "a listener of the store failed" in caplog.text


def break_at_commit(txn: Txn) -> None:
    """Leave a task without its job, which is only looked at when the transaction commits."""
    txn.run("PRAGMA defer_foreign_keys = 1")
    txn.run(
        "INSERT INTO task (job_id, number, state, priority, position) VALUES (99, 0, 'held', 2, 1)"
    )


def test_a_commit_that_fails_rejects_the_whole_group_and_announces_nothing(store: Store) -> None:
    heard = Heard(store)
    with writer_busy(store):
        futures: list[Future[object]] = [
            store.write(note("before")),
            store.write(break_at_commit),
            store.write(note("after")),
        ]
    for future in futures:
        assert isinstance(future.exception(WAIT_S), apsw.ConstraintError)
    assert notes(store) == []
    assert heard.batches == []
    assert store.change(note("later")) == "later"
    assert heard.words == ["later"]


def test_a_commit_that_fails_leaves_the_answer_of_one_that_failed_before(store: Store) -> None:
    def fail(_txn: Txn) -> None:
        raise ValueError("no")

    with writer_busy(store):
        futures = [store.write(fail), store.write(break_at_commit)]
    errors = [future.exception(WAIT_S) for future in futures]
    assert [type(error) for error in errors] == [ValueError, apsw.ConstraintError]


def test_a_clock_that_fails_rejects_the_group_and_the_store_goes_on(tmp_path: Path) -> None:
    broken = [True]

    def clock() -> datetime:
        if broken:
            raise ValueError("no time")
        return START

    store = Store(tmp_path / "queue.db", clock)
    with pytest.raises(ValueError, match="no time"):
        store.change(note("a"))
    broken.clear()
    assert store.change(note("b")) == "b"
    assert notes(store) == ["b"]
    store.close()


def test_a_wrong_statement_is_told_as_an_unusable_store(store: Store) -> None:
    with pytest.raises(StoreUnusable, match="cannot be written"):
        store.change(lambda txn: txn.run("UPDATE nothing SET a = 1"))
    assert store.change(note("a")) == "a"


def test_a_broken_constraint_is_our_own_bug_and_stays_what_it_is(store: Store) -> None:
    store.change(note("a"))
    with pytest.raises(apsw.ConstraintError):
        store.change(note("a"))


def test_a_change_that_was_taken_back_before_its_turn_never_happens(store: Store) -> None:
    with writer_busy(store):
        wanted = store.write(note("wanted"))
        unwanted = store.write(note("unwanted"))
        assert unwanted.cancel()
    assert wanted.result(WAIT_S) == "wanted"
    assert store.write(note("later")).result(WAIT_S) == "later"
    assert notes(store) == ["later", "wanted"]


def test_a_group_of_which_all_was_taken_back_is_passed_over(store: Store) -> None:
    with writer_busy(store):
        assert store.write(note("unwanted")).cancel()
    assert store.write(note("later")).result(WAIT_S) == "later"


def test_a_change_cannot_be_taken_back_once_it_runs(store: Store) -> None:
    inside, leave = threading.Event(), threading.Event()

    def slow(txn: Txn) -> str:
        inside.set()
        leave.wait(WAIT_S)
        return "done"

    future = store.write(slow)
    assert inside.wait(WAIT_S)
    assert not future.cancel()
    leave.set()
    assert future.result(WAIT_S) == "done"


@pytest.mark.parametrize(("durable", "level"), [(True, 2), (False, 1)], ids=["full", "normal"])
def test_only_what_must_survive_a_power_cut_pays_for_it(
    store: Store, durable: bool, level: int
) -> None:
    def ask(txn: Txn) -> object:
        return txn.one("PRAGMA synchronous")

    for first in (True, False):
        store.change(ask, durable=first)
        assert store.change(ask, durable=durable) == (level,)


def test_one_durable_change_makes_its_group_durable(store: Store) -> None:
    with writer_busy(store):
        futures = [
            store.write(lambda txn: txn.one("PRAGMA synchronous"), durable=durable)
            for durable in (False, True, False)
        ]
    assert [future.result(WAIT_S) for future in futures] == [(2,)] * 3


def test_closing_finishes_what_was_handed_in(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    store = Store(path)
    with writer_busy(store):
        futures = [store.write(note(f"{number:02}")) for number in range(30)]
        closer = threading.Thread(target=store.close)
        closer.start()
    closer.join(WAIT_S)
    assert all(future.done() for future in futures)
    again = Store(path)
    assert len(notes(again)) == 30
    again.close()


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db")
    store.close()
    store.close()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db")
    store.close()
    with pytest.raises(StoreUnusable, match="closed"):
        store.change(note("a"))
    with pytest.raises(StoreUnusable, match="closed"):
        rows(store, "SELECT 1")
    assert [file.name for file in tmp_path.iterdir()] == ["queue.db"]


def test_no_change_is_left_hanging_by_a_close_at_the_same_time(tmp_path: Path) -> None:
    for attempt in range(20):
        store = Store(tmp_path / f"{attempt}.db")
        go = threading.Event()
        futures: list[Future[None]] = []

        def hammer(store: Store = store, go: threading.Event = go) -> None:
            go.wait(WAIT_S)
            asked = (store.write(lambda txn: None, durable=False) for _ in range(50))
            futures.extend(asked)  # noqa: B023

        threads = [threading.Thread(target=hammer) for _ in range(3)]
        for thread in threads:
            thread.start()
        go.set()
        store.close()
        for thread in threads:
            thread.join(WAIT_S)
        assert wait(futures, WAIT_S).not_done == set()


def test_a_read_that_fails_is_told_in_plain_words(store: Store) -> None:
    with pytest.raises(StoreUnusable, match="cannot be read") as caught:
        rows(store, "SELECT nothing")
    assert isinstance(caught.value, RenderManagerError)


@pytest.mark.parametrize(
    "damage",
    ["UPDATE job SET spec = x'7b22'", "UPDATE job SET name = CAST(x'ff' AS TEXT), spec = x'5b5d'"],
    ids=["half a value", "another value"],
)
def test_a_row_that_makes_no_sense_is_told_in_plain_words(store: Store, damage: str) -> None:
    job_id = add_one(store)
    store.change(lambda txn: txn.run(damage))
    with pytest.raises(StoreUnusable, match="cannot be read") as caught:
        job(store, job_id)
    assert isinstance(caught.value.__cause__, msgspec.MsgspecError)


def test_a_text_that_is_no_text_is_told_in_plain_words(store: Store) -> None:
    add_one(store)
    store.change(lambda txn: txn.run("UPDATE job SET reason = CAST(x'ff' AS TEXT)"))
    with pytest.raises(StoreUnusable, match="cannot be read"):
        rows(store, "SELECT reason FROM job")


def test_a_reader_sees_nothing_of_an_open_transaction(store: Store) -> None:
    inside, leave = threading.Event(), threading.Event()

    def slow(txn: Txn) -> None:
        note("a")(txn)
        inside.set()
        leave.wait(WAIT_S)

    future = store.write(slow)
    assert inside.wait(WAIT_S)
    assert notes(store) == []
    leave.set()
    future.result(WAIT_S)
    assert notes(store) == ["a"]


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(StoreUnusable, match="cannot be read"):
        rows(store, "INSERT INTO setting VALUES ('a', 'b')")
    assert notes(store) == []


def test_readers_are_used_again(store: Store) -> None:
    seen = {store.read(id) for _ in range(5)}
    assert len(seen) == 1


def test_reads_at_the_same_time_have_a_connection_each(store: Store) -> None:
    first, second = store.read(lambda one: store.read(lambda other: (one, other)))
    assert first is not second


def test_a_read_that_breaks_off_keeps_no_old_state_alive(store: Store) -> None:
    kept: list[object] = []

    def break_off(connection: apsw.Connection) -> None:
        cursor = connection.execute("SELECT name FROM setting UNION SELECT 'z'")
        kept.append(cursor)
        next(cursor)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        store.read(break_off)
    store.change(note("a"))
    assert notes(store) == ["a"]


def test_a_read_that_outlives_the_store_is_harmless(tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db")
    inside, leave = threading.Event(), threading.Event()
    answers: list[object] = []

    def slow(connection: apsw.Connection) -> object:
        inside.set()
        leave.wait(WAIT_S)
        return connection.execute("SELECT 1").get

    reader = threading.Thread(target=lambda: answers.append(store.read(slow)))
    reader.start()
    assert inside.wait(WAIT_S)
    store.close()
    leave.set()
    reader.join(WAIT_S)
    assert answers == [1]
    assert [file.name for file in tmp_path.iterdir()] == ["queue.db"]


@pytest.mark.allow_warnings("could not be rolled back")
def test_a_rollback_that_fails_rejects_the_group_only(store: Store) -> None:
    class Broken:
        in_transaction = True

        def execute(self, _sql: str) -> None:
            raise apsw.IOError("disk I/O error")

    writer.undo(Broken())  # type: ignore[arg-type]
    assert store.change(note("a")) == "a"


@pytest.mark.timeout(30)
def test_nobody_waits_for_a_patient_write_into_a_damaged_queue(store: Store) -> None:
    kept = store.write(note("early"), patient=True)
    assert kept.result(WAIT_S) == "early"
    damage = StoreDamaged("The queue is damaged.")
    assert store._writer is not None
    store._writer.damaged(damage)
    with pytest.raises(StoreDamaged):
        store.change(note("late"), patient=True)
    later = store.write(note("later"), patient=True)
    store.close()
    assert isinstance(later.exception(WAIT_S), StoreDamaged)
