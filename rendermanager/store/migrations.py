"""The steps that bring a database from any older version to this one."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import apsw
import msgspec

from rendermanager.store.folding import joined, natural

T = TypeVar("T")

APPLICATION_ID: Final = 0x524D4752
"""“RMGR”: marks a file as a Render Manager queue."""

_FIRST: Final = """
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, engine TEXT NOT NULL, preset TEXT NOT NULL, project TEXT NOT NULL,
    priority INTEGER NOT NULL, position REAL NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
    pause INTEGER NOT NULL DEFAULT 0, cancel INTEGER NOT NULL DEFAULT 0,
    checked INTEGER NOT NULL DEFAULT 0,
    spec BLOB NOT NULL, reserves TEXT NOT NULL DEFAULT '', source BLOB,
    progress REAL NOT NULL DEFAULT 0, stage TEXT NOT NULL DEFAULT '',
    failure BLOB, warnings BLOB, artifacts BLOB,
    attempts INTEGER NOT NULL DEFAULT 0, retry_at REAL,
    created REAL NOT NULL, started REAL, ended REAL,
    elapsed_s REAL NOT NULL DEFAULT 0, removed REAL
);
CREATE INDEX job_by_status ON job (status, ended) WHERE removed IS NULL;
CREATE TABLE task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL, fence INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL, position REAL NOT NULL, retry_at REAL
);
CREATE INDEX task_of_job ON task (job_id, number);
CREATE INDEX task_next ON task (state, priority, position, id);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    job_id INTEGER NOT NULL,
    fence INTEGER NOT NULL, state TEXT NOT NULL,
    supervisor TEXT NOT NULL DEFAULT '', process TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '', log TEXT NOT NULL DEFAULT '',
    artifacts BLOB,
    started REAL NOT NULL, ended REAL, exit_code INTEGER,
    outcome TEXT NOT NULL DEFAULT '', failure BLOB, elapsed_s REAL NOT NULL DEFAULT 0
);
CREATE INDEX attempt_of_job ON attempt (job_id, id);
CREATE INDEX attempt_of_task ON attempt (task_id, fence);
CREATE INDEX attempt_open ON attempt (outcome) WHERE outcome = '';
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL, kind TEXT NOT NULL, job_id INTEGER NOT NULL, task_id INTEGER NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL
);
CREATE INDEX event_of_job ON event (job_id, id);
CREATE TABLE reservation (
    path TEXT PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reservation_of_job ON reservation (job_id);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO setting VALUES ('uid', lower(hex(randomblob(8))));
"""

_ADAPTED: Final = """
ALTER TABLE task ADD COLUMN adaptation BLOB;
ALTER TABLE task ADD COLUMN postponed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempt ADD COLUMN adaptation BLOB;
"""

_IN_PARTS: Final = """
ALTER TABLE job ADD COLUMN tasks INTEGER NOT NULL DEFAULT 1;
ALTER TABLE job ADD COLUMN shared TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN spec BLOB;
CREATE INDEX job_shared ON job (ended) WHERE shared <> '';
"""

_RESUMED: Final = """
ALTER TABLE attempt ADD COLUMN made_from TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN had TEXT NOT NULL DEFAULT '';
"""

_KEPT: Final = """
ALTER TABLE attempt ADD COLUMN kept BLOB;
ALTER TABLE attempt ADD COLUMN limit_s REAL NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN made TEXT NOT NULL DEFAULT '';
CREATE INDEX job_made ON job (status) WHERE made <> '';
"""

# The two indices hold all that a list of 100,000 jobs is sorted by, and the run order for equals.
_LISTED: Final = """
ALTER TABLE job ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN size_bytes INTEGER;
CREATE TABLE job_text (
    job_id INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    words TEXT NOT NULL
);
UPDATE job SET name_key = step_natural(name), size_bytes = step_size(artifacts);
INSERT INTO job_text SELECT id, step_words(name, preset, engine, project, spec) FROM job;
CREATE TRIGGER job_size AFTER UPDATE OF artifacts ON job BEGIN
    UPDATE job SET size_bytes =
        (SELECT sum(value ->> '$.size_bytes') FROM json_each(NEW.artifacts)) WHERE id = NEW.id;
END;
CREATE INDEX job_listed ON job (
    CASE status WHEN 'rendering' THEN 0 WHEN 'failed' THEN 2 WHEN 'completed' THEN 3
        WHEN 'cancelled' THEN 3 ELSE 1 END,
    CASE WHEN status IN ('failed', 'completed', 'cancelled') THEN -ended ELSE priority END,
    position, id, status, stage, retry_at, warnings IS NOT NULL, preset, engine, priority,
    progress, created, started, ended, elapsed_s, attempts, size_bytes
) WHERE removed IS NULL;
CREATE INDEX job_by_name ON job (
    name_key,
    CASE status WHEN 'rendering' THEN 0 WHEN 'failed' THEN 2 WHEN 'completed' THEN 3
        WHEN 'cancelled' THEN 3 ELSE 1 END,
    CASE WHEN status IN ('failed', 'completed', 'cancelled') THEN -ended ELSE priority END,
    position, id, status
) WHERE removed IS NULL;
"""

_MEASURED: Final = """
CREATE TABLE consumption (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    seconds REAL NOT NULL, cpu_s REAL NOT NULL, memory INTEGER NOT NULL,
    card_memory INTEGER NOT NULL, read INTEGER NOT NULL, written INTEGER NOT NULL
);
CREATE INDEX consumption_of_kind ON consumption (kind, attempt_id);
"""

STEPS: Final = (_FIRST, _ADAPTED, _IN_PARTS, _RESUMED, _KEPT, _LISTED, _MEASURED)
"""SQL of each step, in order. A step that was released is never edited: add the next one."""

VERSION: Final = len(STEPS)


@contextlib.contextmanager
def functions_of_steps(connection: apsw.Connection) -> Iterator[None]:
    """Let a connection know what the steps calculate with, for as long as they are made."""
    for name, function in _FUNCTIONS.items():
        connection.create_scalar_function(name, function, -1, deterministic=True)
    try:
        yield
    finally:
        for name in _FUNCTIONS:
            connection.create_scalar_function(name, None, -1)


def _size(artifacts: bytes | None) -> int | None:
    found = _opened(artifacts, list)
    sizes = [each.get("size_bytes", 0) for each in found if isinstance(each, dict)]
    return sum(size for size in sizes if isinstance(size, int)) if sizes else None


def _words(name: str, preset: str, engine: str, project: str, spec: bytes) -> str:
    found = _opened(spec, dict)
    source, output, notes = (_text(found.get(key)) for key in ("source", "output", "notes"))
    tags = [_text(tag) for tag in found.get("tags") or ()]
    return joined((name, preset, engine, project, source, output), tags, notes)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _opened(blob: bytes | None, kind: type[T]) -> T:
    """What a column holds; nothing where it makes no sense, which others look after."""
    try:
        found = None if blob is None else msgspec.json.decode(blob)
    except (ValueError, TypeError):
        found = None
    return found if isinstance(found, kind) else kind()


_FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "step_natural": natural,
    "step_size": _size,
    "step_words": _words,
}


def migrate(connection: apsw.Connection) -> None:
    """Run the steps that are still missing, each in a transaction of its own.

    `PRAGMA user_version` holds the number of steps done, so a crash between two steps is harmless.
    A new queue gets all of them at once, so that nobody takes it for an old one meanwhile.
    """
    with functions_of_steps(connection):
        _migrate(connection)


def _migrate(connection: apsw.Connection) -> None:
    if int(connection.pragma("user_version")) == 0:
        _make(connection, 0, len(STEPS))
    for done in range(len(STEPS)):
        _make(connection, done, done + 1)


def _make(connection: apsw.Connection, done: int, target: int) -> None:
    """Bring a queue from exactly this number of steps to another; any other is left as it is."""
    if int(connection.pragma("user_version")) != done:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have made these steps while we waited for our turn.
        if int(connection.pragma("user_version")) == done:
            for sql in STEPS[done:target]:
                connection.execute(sql)
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", target)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
