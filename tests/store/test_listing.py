"""What a listing finds, and in which order."""

import random
from collections.abc import Iterator
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import Any

import apsw
import pytest

from rendermanager.core.job import Job
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus, Priority
from rendermanager.store import attempts, endings, intents, listing, past, queries
from rendermanager.store.listing import Listing, SortKey
from rendermanager.store.matching import STATUS_WORDS, Field, Term
from rendermanager.store.rows import packed
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob
from tests.helpers.queue import (
    BROKEN,
    START,
    Clock,
    add,
    claim_next,
    failed,
    finished,
    new_job,
    rows,
    run,
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = Store(tmp_path / "queue.db", clock)
    yield store
    store.close()


def found(
    store: Store, *terms: Term, sort: SortKey | None = None, descending: bool = False
) -> list[int]:
    wanted = Listing(terms=terms, sort=sort, descending=descending)
    return store.read(lambda db: listing.listed(db, wanted)).ids


def word(*values: str, field: Field = Field.ANY, wanted: bool = True) -> Term:
    return Term(field, values, wanted)


def test_without_a_wish_it_is_the_run_order(store: Store) -> None:
    done, gone = finished(store), failed(store)
    running = run(store).job_id
    late, early = add(store, new_job(), new_job(priority=Priority.HIGH))
    assert found(store) == [running, early, late, gone, done]
    assert found(store) == store.read(queries.job_ids)


def test_it_tells_statuses_and_counts_whatever_the_filter(store: Store) -> None:
    run(store, name="a")
    (waiting,) = add(store, new_job(name="b"))
    wanted = Listing(terms=(word("b"),))
    got = store.read(lambda db: listing.listed(db, wanted))
    assert (got.ids, got.statuses) == ([waiting], [JobStatus.QUEUED])
    assert (got.total, got.rendering) == (2, 1)


def test_removed_jobs_are_not_listed(store: Store) -> None:
    one, two = add(store, new_job(), new_job())
    store.change(lambda txn: intents.remove(txn, [one]))
    got = store.read(lambda db: listing.listed(db, Listing()))
    assert (got.ids, got.total) == ([two], 1)


def test_names_sort_by_their_numbers_and_in_any_case(store: Store) -> None:
    names = ["shot 10", "Shot 2", "shot 1", "Übung", "apple"]
    ids = dict(zip(names, add(store, *(new_job(name=name) for name in names)), strict=True))
    expected = [ids[name] for name in ("apple", "shot 1", "Shot 2", "shot 10", "Übung")]
    assert found(store, sort=SortKey.NAME) == expected
    assert found(store, sort=SortKey.NAME, descending=True) == expected[::-1]


def test_what_has_no_value_comes_last_either_way(store: Store) -> None:
    (waiting,) = add(store, new_job())
    store.change(lambda txn: intents.pause(txn, [waiting]))
    first, second = finished(store), finished(store)
    for key in (SortKey.ENDED, SortKey.STARTED, SortKey.ELAPSED):
        assert found(store, sort=key)[-1] == waiting
        assert found(store, sort=key, descending=True)[-1] == waiting
    assert {first, second} == set(found(store, sort=SortKey.ENDED)[:2])


@pytest.mark.parametrize("key", list(SortKey))
def test_every_key_sorts_all_jobs(store: Store, key: SortKey) -> None:
    ids = {finished(store, name="b"), failed(store, name="a")}
    ids |= set(add(store, new_job(name="c", source="/c.mov", output="/out/c.mp4")))
    assert set(found(store, sort=key)) == ids
    assert set(found(store, sort=key, descending=True)) == ids


def test_sizes_and_times_sort_by_value(store: Store, clock: Clock) -> None:
    ids = []
    for size in (50, 7, 300):
        add(store, new_job())
        attempt = claim_next(store).attempt
        done = (Artifact("/w", "/f", size),)
        store.change(partial(attempts.begin, attempt=attempt, process="7"))
        store.change(partial(endings.verify, attempt=attempt, exit_code=0, elapsed_s=3.0))
        store.change(partial(endings.complete, attempt=attempt, artifacts=done))
        clock.advance(60)
        ids.append(attempt.job_id)
    middle, small, large = ids
    assert found(store, sort=SortKey.SIZE) == [small, middle, large]
    assert found(store, sort=SortKey.ENDED, descending=True) == ids[::-1]
    assert found(store, sort=SortKey.ADDED) == ids


def test_words_are_looked_for_in_names_paths_presets_and_tags(store: Store) -> None:
    a, b, c, d = add(
        store,
        new_job(name="Summer Sale"),
        new_job(name="b", source="/media/SUMMER/b.mov"),
        new_job(name="c", tags=("summer", "client x")),
        new_job(name="d"),
    )
    assert set(found(store, word("summer"))) == {a, b, c}
    assert found(store, word("summer"), word("sale")) == [a]
    assert found(store, word("summer", wanted=False)) == [d]
    assert found(store, word("client x", field=Field.TAG)) == [c]


def test_signs_of_patterns_are_looked_for_as_they_are(store: Store) -> None:
    _plain, percent = add(store, new_job(name="p100 x"), new_job(name="p100% _x"))
    assert found(store, word("100%")) == [percent]
    assert found(store, word("_x")) == [percent]
    assert found(store, word("\\")) == []


@pytest.mark.parametrize("field", ["source", "output", "notes", "tags"])
@pytest.mark.parametrize(
    "text", ["Shot 12", 'a "b"', "c\\d", "e/f", "g\th", "x\x7fy", "ÄÖ", "a_c%"]
)
def test_texts_are_found_however_they_are_kept(store: Store, field: str, text: str) -> None:
    kept: dict[str, Any] = {field: (text,) if field == "tags" else text}
    other: dict[str, Any] = {field: ("abc",) if field == "tags" else "abc"}
    (wanted, left) = add(store, new_job(name="w", **kept), new_job(name="o", **other))
    assert found(store, word(text.swapcase())) == [wanted]
    assert found(store, word(text.swapcase(), wanted=False)) == [left]
    assert found(store, word(text, "no such")) == [wanted]


def test_words_that_only_the_way_of_keeping_has_are_not_found(store: Store) -> None:
    add(store, new_job(name="a", source="/in/a.mov", output="/out/a.mp4"))
    assert found(store, word("output")) == []


def test_letters_of_every_language_match_in_any_case(store: Store) -> None:
    one, _two = add(store, new_job(name="ÜBERBLICK Straße"), new_job(name="other"))
    assert found(store, word("überblick")) == [one]
    assert found(store, word("STRAßE")) == [one]


def test_alternatives_are_enough(store: Store) -> None:
    a, b, _c = add(store, new_job(name="aa"), new_job(name="bb"), new_job(name="cc"))
    assert set(found(store, word("aa", "bb"))) == {a, b}


@pytest.mark.parametrize("status", sorted(STATUS_WORDS))
def test_every_status_word_is_a_condition(store: Store, status: str) -> None:
    finished(store)
    assert len(found(store, word(status, field=Field.STATUS))) in (0, 1)


def test_status_words_find_what_they_say(store: Store) -> None:
    done, gone = finished(store), failed(store)
    running = run(store).job_id
    attempt = run(store)
    store.change(lambda txn: endings.fail(txn, attempt, BROKEN, delay_s=60.0))
    (waiting,) = add(store, new_job())
    (unchecked,) = add(store, new_job(checked=False))

    def of(*words: str) -> set[int]:
        return set(found(store, word(*words, field=Field.STATUS)))

    assert of("done") == {done}
    assert of("failed") == {gone}
    assert of("ended") == {done, gone}
    assert of("rendering") == {running}
    assert of("retrying") == {attempt.job_id}
    assert of("queued") == {waiting}
    assert of("checking") == {unchecked}
    assert of("waiting") == {waiting, unchecked, attempt.job_id}
    assert of("done", "failed") == {done, gone}


def test_it_knows_since_when_jobs_are_paused(store: Store, clock: Clock) -> None:
    one, two = add(store, new_job(), new_job())
    store.change(lambda txn: intents.pause(txn, [one]))
    clock.advance(30)
    store.change(lambda txn: intents.resume(txn, [one]))
    clock.advance(30)
    store.change(lambda txn: intents.pause(txn, [one]))
    since = store.read(lambda db: listing.paused_since(db, [one, two]))
    assert {each: (at - START).total_seconds() for each, at in since.items()} == {one: 60}


def test_sizes_follow_results_that_come_and_go(store: Store) -> None:
    done = (Artifact("/w", "/f", 50), Artifact("/w", "/g", 7))
    job_id = finished(store)
    for results, size in ((done, 57), ((), None), (done[:1], 50)):
        sql = "UPDATE job SET artifacts = ? WHERE id = ?"
        store.change(methodcaller("run", sql, packed(results), job_id))
        assert rows(store, f"SELECT size_bytes FROM job WHERE id = {job_id}") == [(size,)]


@pytest.mark.parametrize("sort", [None, SortKey.NAME])
def test_the_usual_orders_are_read_from_an_index_as_they_are(
    store: Store, sort: SortKey | None
) -> None:
    def plan(connection: apsw.Connection) -> list[str]:
        asked: list[str] = []

        def trace(_cursor: object, sql: str, _values: object) -> bool:
            asked.append(sql)
            return True

        connection.exec_trace = trace
        listing.listed(connection, Listing(sort=sort))
        connection.exec_trace = None
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]

    said = store.read(plan)
    index = "job_listed" if sort is None else "job_by_name"
    assert any(f"USING INDEX {index}" in line for line in said)
    assert not any("ORDER BY" in line for line in said)


def test_any_filter_with_any_order_finds_what_looking_at_each_job_finds(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    chance = random.Random(seed)
    words = ("a", "B", "ß", "é", "É", "10", "9", "_", "%", "\t", "\x02", " ", "/")

    def text() -> str:
        return "".join(chance.choices(words, k=chance.randrange(5)))

    def one(number: int) -> NewJob:
        tags = tuple(text() for _ in range(chance.randrange(3)))
        kept: dict[str, Any] = {"preset": text(), "project": text(), "notes": text()}
        kept |= {"source": text(), "output": text(), "tags": tags}
        return new_job(text(), checked=number % 3 > 0, **kept)

    ids = add(store, *(one(number) for number in range(60)))
    store.change(lambda txn: intents.pause(txn, ids[::4]))
    store.change(lambda txn: intents.cancel(txn, ids[::5]))
    store.change(lambda txn: intents.remove(txn, ids[::7]))
    for _ in range(150):
        terms = tuple(
            word(*(text() or "a" for _ in range(chance.randrange(1, 3))), field=field, wanted=yes)
            for field, yes in zip(
                chance.choices([each for each in Field if each is not Field.STATUS], k=2),
                chance.choices([True, False], k=2),
                strict=True,
            )
        )
        sort, way = chance.choice([None, *SortKey]), chance.random() < 0.5
        monkeypatch.setattr(listing, "FEW", chance.choice([0, 1_000]))
        jobs = store.read(queries.jobs)
        expected = {job.id for job in jobs if all(holds(job, term) for term in terms)}
        got = found(store, *terms, sort=sort, descending=way)
        assert set(got) == expected
        assert got == [i for i in found(store, sort=sort, descending=way) if i in expected]


def holds(job: Job, term: Term) -> bool:
    """Whether a job is what a term looks for, seen without the store."""
    spec = job.spec
    texts: dict[Field, tuple[str, ...]] = {
        Field.PRESET: (spec.preset,),
        Field.ENGINE: (spec.engine,),
        Field.PROJECT: (spec.project,),
        Field.TAG: ("\n".join(spec.tags),),
        Field.ANY: (
            *(spec.name, spec.preset, spec.engine, spec.project, spec.source, spec.output),
            *("\n".join(spec.tags), spec.notes),
        ),
    }
    plain = [text.translate(MARKS).casefold() for text in texts[term.field]]
    sought = [value.translate(MARKS).casefold() for value in term.values]
    return any(value in text for text in plain for value in sought) is term.wanted


MARKS = dict.fromkeys(range(1, 9), " ")


def test_the_past_tells_what_was_rendered_and_what_comes(store: Store) -> None:
    finished(store, preset="h265")
    late, early = add(store, new_job(), new_job(priority=Priority.HIGH))
    samples = store.read(past.rendered)
    assert [(each.work.preset, each.seconds) for each in samples] == [("h265", 12.5)]
    coming = store.read(lambda db: past.upcoming(db, 10))
    assert [work.job_id for work in coming] == [early, late]
