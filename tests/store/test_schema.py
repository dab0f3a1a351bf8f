"""The tables: models that fit them, and the steps that bring old ones up to date."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import apsw
import peewee
import pytest

from rendermanager.core.errors import StoreBlocked, StoreUnusable
from rendermanager.core.job import Job
from rendermanager.store import database, listing, migrations, queries
from rendermanager.store.listing import Listing, SortKey
from rendermanager.store.matching import Field, Term
from rendermanager.store.migrations import APPLICATION_ID, VERSION, migrate
from rendermanager.store.models import MODELS
from rendermanager.store.rows import ATTEMPT_COLUMNS, EVENT_COLUMNS, JOB_COLUMNS, TASK_COLUMNS
from rendermanager.store.store import Store
from tests.helpers.queue import WAIT_S, add_one, rows, story


def schema(connection: apsw.Connection) -> list[tuple[str, str]]:
    found = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name")
    return [(str(name), str(sql)) for name, sql in found]


def state(connection: apsw.Connection) -> tuple[object, ...]:
    uid = connection.execute("SELECT value FROM setting WHERE name = 'uid'").get
    pragmas = ("user_version", "application_id")
    return (schema(connection), uid, *(connection.pragma(name) for name in pragmas))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_has_the_columns_of_its_table(store: Store, model: type[peewee.Model]) -> None:
    fields = {
        (field.column_name, field.field_type, field.null, field.primary_key)
        for field in model._meta.sorted_fields
    }
    kinds = {"AUTO": "INTEGER", "INT": "INTEGER", "BOOL": "INTEGER", "FLOAT": "REAL"}
    table = {
        (name, kind, not required and not key, bool(key))
        for _, name, kind, required, _, key in rows(
            store, f"PRAGMA table_info({model._meta.table_name})"
        )
    }
    assert {
        (name, kinds.get(kind, kind), null and not key, key) for name, kind, null, key in fields
    } == table


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("job", JOB_COLUMNS),
        ("task", TASK_COLUMNS),
        ("attempt", ATTEMPT_COLUMNS),
        ("event", EVENT_COLUMNS),
    ],
)
def test_the_columns_that_are_read_exist(store: Store, table: str, columns: str) -> None:
    assert rows(store, f"SELECT {columns} FROM {table}") == []


def test_a_new_queue_is_marked_as_ours_and_at_this_version(store: Store) -> None:
    assert store.read(lambda connection: connection.pragma("application_id")) == APPLICATION_ID
    assert store.read(lambda connection: connection.pragma("user_version")) == VERSION


def test_no_two_queues_have_the_same_uid(tmp_path: Path) -> None:
    first, second = Store(tmp_path / "a.db"), Store(tmp_path / "b.db")
    uids = {first.read(queries.store_uid), second.read(queries.store_uid)}
    first.close()
    second.close()
    assert len(uids) == 2
    assert all(len(uid) == 16 for uid in uids)


def test_migrating_twice_changes_nothing() -> None:
    connection = apsw.Connection(":memory:")
    migrate(connection)
    before = state(connection)
    migrate(connection)
    assert state(connection) == before


def test_a_step_that_another_process_makes_meanwhile_is_not_made_twice(tmp_path: Path) -> None:
    path = str(tmp_path / "queue.db")
    first, second = apsw.Connection(path), apsw.Connection(path)
    first.pragma("journal_mode", "wal")
    second.set_busy_timeout(int(WAIT_S * 1000))
    first.execute("BEGIN IMMEDIATE")
    its_turn = threading.Event()

    def trace(_cursor: object, sql: str, _values: object) -> bool:
        if sql.startswith("BEGIN"):
            its_turn.set()
        return True

    second.exec_trace = trace
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(migrate, second)
        assert its_turn.wait(WAIT_S)
        with migrations.functions_of_steps(first):
            for step in migrations.STEPS:
                first.execute(step)
        first.pragma("application_id", APPLICATION_ID)
        first.pragma("user_version", VERSION)
        first.execute("COMMIT")
        before = state(first)
        waiting.result(WAIT_S)
    assert state(first) == before
    first.close()
    second.close()


NEXT = "ALTER TABLE job ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"


def add_steps(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    """Pretend that this version knows more steps."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, *steps))
    monkeypatch.setattr(database, "VERSION", VERSION + len(steps))


def test_an_older_queue_is_brought_up_to_date_and_kept_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "queue.db"
    old = Store(path)
    job_id = add_one(old)
    old.close()
    add_steps(monkeypatch, NEXT)
    new = Store(path)
    assert rows(new, "SELECT id, colour FROM job") == [(job_id, "grey")]
    new.close()
    kept = apsw.Connection(str(tmp_path / f"queue.before-{VERSION + 1}.db"))
    assert kept.pragma("user_version") == VERSION
    assert kept.execute("SELECT count(*) FROM job").get == 1
    kept.close()


def test_a_step_that_fails_leaves_the_queue_at_the_last_good_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "queue.db"
    Store(path).close()
    add_steps(monkeypatch, NEXT, "ALTER TABLE job ADD COLUMN mood TEXT; SELECT nonsense")
    with pytest.raises(StoreUnusable, match="nonsense"):
        Store(path)
    connection = apsw.Connection(str(path))
    assert connection.pragma("user_version") == VERSION + 1
    columns = [row[1] for row in connection.execute("PRAGMA table_info(job)")]
    assert "colour" in columns
    assert "mood" not in columns
    connection.close()


def test_a_crash_between_two_steps_is_mended_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "queue.db"
    Store(path).close()
    with monkeypatch.context() as first:
        add_steps(first, NEXT, "SELECT nonsense")
        with pytest.raises(StoreUnusable):
            Store(path)
    add_steps(monkeypatch, NEXT, "ALTER TABLE job ADD COLUMN mood TEXT")
    store = Store(path)
    assert rows(store, "SELECT colour, mood FROM job") == []
    store.close()


def listed(store: Store, *terms: Term, sort: SortKey | None = None) -> list[int]:
    return store.read(lambda db: listing.listed(db, Listing(terms=terms, sort=sort))).ids


def word(text: str) -> Term:
    return Term(Field.ANY, (text,))


def sorted_by_name(jobs: Sequence[Job]) -> list[int]:
    return [job.id for job in sorted(jobs, key=lambda job: job.name)]


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_an_older_queue_that_may_only_be_looked_at_is_listed_and_stays_as_it_is(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "queue.db"
    old = apsw.Connection(str(path))
    old.execute((Path(__file__).parent / "old" / f"version_{version}.sql").read_text("utf-8"))
    old.close()
    before = path.read_bytes()
    store = Store(path, only_look=StoreBlocked("The disk is read-only."))
    assert len(listed(store, word("/media/"))) == 4
    assert len(listed(store, sort=SortKey.NAME)) == 4
    store.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("column", "nonsense"),
    [("spec", "x'7b'"), ("spec", "x'5b5d'"), ("spec", "x'ff'"), ("artifacts", "x'7b'")],
)
def test_a_row_that_makes_no_sense_does_not_keep_the_others_from_being_brought_up_to_date(
    tmp_path: Path, column: str, nonsense: str
) -> None:
    path = tmp_path / "queue.db"
    old = apsw.Connection(str(path))
    old.execute((Path(__file__).parent / "old" / "version_5.sql").read_text("utf-8"))
    old.execute(f"UPDATE job SET {column} = {nonsense} WHERE id = 2")
    old.close()
    store = Store(path)
    assert len(listed(store, sort=SortKey.NAME)) == 4
    assert listed(store, word("broken")) == [2]
    store.close()


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_queue_of_every_version_so_far_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "queue.db"
    old = apsw.Connection(str(path))
    old.execute((Path(__file__).parent / "old" / f"version_{version}.sql").read_text("utf-8"))
    old.close()
    store = Store(path)
    jobs = store.read(queries.jobs)
    assert [(each.name, each.status) for each in jobs] == [
        ("Running", "rendering"),
        ("Waiting", "queued"),
        ("Broken", "failed"),
        ("Opening", "completed"),
    ]
    assert all(story(store, each.id) for each in jobs)
    assert len(store.read(queries.open_attempts)) == 1
    assert listed(store, word("/OUT/opening")) == [jobs[3].id]
    assert listed(store, sort=SortKey.NAME) == sorted_by_name(jobs)
    assert rows(store, "SELECT size_bytes FROM job WHERE name = 'Opening'") == [(42,)]
    fresh = Store(tmp_path / "fresh.db")
    assert store.read(schema) == fresh.read(schema)
    fresh.close()
    store.close()
