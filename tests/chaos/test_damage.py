"""Damaged queues: the app starts or restores, keeps the original, and says what happened."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.config.paths import Paths
from rendermanager.core.errors import RenderManagerError, StoreDamaged, StoreUnusable
from rendermanager.engine.recover import recover
from rendermanager.services.opening import open_owned
from rendermanager.store import queries, restoring
from rendermanager.store.backups import make_backup
from rendermanager.store.examining import damage_in
from rendermanager.store.store import Store
from tests.helpers.damage import DAMAGES, log_of
from tests.helpers.queue import add, failed, finished, new_job, quick_folder, run, verifying

SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.randrange(1_000_000)
IMAGES = int(os.environ.get("CHAOS_IMAGES", "36"))

pytestmark = [pytest.mark.slow, pytest.mark.allow_warnings("damaged|recovered|could not be")]


@pytest.fixture
def memory() -> Iterator[Path]:
    with quick_folder() as folder:
        yield Path(folder)


@pytest.fixture
def whole(memory: Path) -> list[Path]:
    """A queue as a crash leaves it, log and all, and closed; with a backup somewhat older."""
    paths = Paths(memory / "working")
    paths.make()
    store = Store(paths.database)
    for number in range(3):
        finished(store, name=f"done {number}")
    failed(store)
    add(store, *[new_job(f"job {number} " + "x" * 400, checked=False) for number in range(60)])
    make_backup(store, paths.backups)
    store.close()  # brings everything from the log into the database
    store = Store(paths.database)
    run(store, name="runs")
    verifying(store, name="is looked at")
    add(store, *[new_job(f"newer {number}", reserves=f"/out/{number}") for number in range(20)])
    crashed = memory / "crashed"
    shutil.copytree(paths.home, crashed)
    store.close()
    assert log_of(Paths(crashed).database).stat().st_size > 0
    return [crashed, paths.home]


def starts(paths: Paths) -> tuple[str, Store | None]:
    """Start as the app does; how that went."""
    try:
        store, mended = open_owned(paths, may_look=True)
    except StoreUnusable as error:
        return f"refused: {error}", None
    if store.only_look:
        return "to look at", store
    if mended is None:
        return "started", store
    if mended.whole:
        return "rebuilt", store
    return "restored" if mended.backup else "saved a part", store


def uses(store: Store) -> None:
    """What an app does with a queue that it has opened."""
    if not store.only_look:
        recover(store)
    for job in store.read(queries.jobs):
        store.read(lambda db, job=job: queries.events_of(db, job.id))  # type: ignore[misc]
        store.read(lambda db, job=job: queries.attempts_of(db, job.id))  # type: ignore[misc]
    store.read(queries.counts)
    if not store.only_look:
        add(store, new_job("after the damage"))


def one_image(paths: Paths, before: bytes) -> tuple[str, list[str]]:
    """Start, use, and where damage shows only then, start again; what is wrong with that."""
    way, store = starts(paths)
    if store is None:
        return "refused", [way]
    try:
        uses(store)
    except StoreDamaged as error:
        paths.damage_mark.write_text(str(error))
        store.close()
        way, store = starts(paths)
        if store is None:
            return "refused", [way]
        uses(store)
        way = f"later {way}"
    except RenderManagerError as error:
        return way, [f"{way}: {error!r}"]
    finally:
        if store is not None:
            store.close()
    wrong = []
    if way.removeprefix("later ") != "started":
        kept = list(paths.home.glob("queue.damaged-*.db"))
        if len(kept) != 1 or ("later" not in way and kept[0].read_bytes() != before):
            wrong.append(f"{way}: the original is not kept as it was")
    if way == "restored" and damage_in(paths.database):
        wrong.append(f"{way}: the restored queue is damaged")
    return way, wrong


@pytest.mark.parametrize("backed_up", [True, False], ids=["with a backup", "without"])
def test_every_damaged_queue_opens_or_is_restored(
    whole: list[Path], memory: Path, backed_up: bool
) -> None:
    print(f"CHAOS_SEED={SEED} CHAOS_IMAGES={IMAGES}")
    chance = random.Random(SEED)
    ways: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(IMAGES):
        paths = Paths(memory / "image")
        shutil.copytree(chance.choice(whole), paths.home)
        if not backed_up:
            shutil.rmtree(paths.backups)
        damage = DAMAGES[number % len(DAMAGES)]
        damage(paths.database, chance)
        before = paths.database.read_bytes()
        try:
            way, found = one_image(paths, before)
        except Exception as error:  # noqa: BLE001 - a traceback in the artist's face
            way, found = "crashed", [f"{error!r}"]
        ways[way] += 1
        wrong += [f"image {number}, {damage.__name__}: {each}" for each in found]
        shutil.rmtree(paths.home)
    print(f"{IMAGES} damaged queues: {dict(ways)}, {len(wrong)} wrong")
    assert wrong == []
    assert sum(number for way, number in ways.items() if way != "started") > IMAGES / 4


def test_an_original_that_is_not_kept_is_found_out(
    whole: list[Path], memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(database: Path, _word: str) -> None:
        database.unlink()

    monkeypatch.setattr(restoring, "keep_aside", forget)
    paths = Paths(memory / "image")
    shutil.copytree(whole[1], paths.home)
    paths.database.write_bytes(b"no queue")
    assert one_image(paths, b"no queue") == (
        "restored",
        ["restored: the original is not kept as it was"],
    )
