"""The history: days, pages, words, and running again."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.services import historyfile
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.dialogs.compare import CompareDialog
from rendermanager.ui.pages.history import HistoryPage
from rendermanager.ui.pages.history_model import PAGE_SIZE, Day
from rendermanager.ui.queue import Thumbnails
from rendermanager.ui.theme import Theme
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs

HOUR_S = 3600.0
DAY_S = 24 * HOUR_S


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[HistoryPage]:
    thumbnails = Thumbnails(session)
    made = HistoryPage(session, theme, thumbnails)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    thumbnails.close()
    session.background.drain()


def age(jobs: Jobs, job_id: int, seconds: float) -> None:
    """Let a job have ended this long ago."""
    jobs.session.store.change(
        lambda txn: txn.run("UPDATE job SET ended = ended - ? WHERE id = ?", seconds, job_id)
    )


def names(page: HistoryPage) -> list[str]:
    """Headings and names, as they stand."""
    entries = [page.model.entry(row) for row in range(page.model.rowCount())]
    return [f"[{each.title}]" if isinstance(each, Day) else each.name for each in entries]


def test_days_stand_over_their_jobs_latest_first(
    page: HistoryPage, jobs: Jobs, until: Until
) -> None:
    older = jobs.completed("older")
    jobs.failed("newer")
    yesterday = jobs.cancelled("yesterday")
    ancient = jobs.completed("ancient")
    jobs.queued("still waiting")
    age(jobs, older, 1)
    age(jobs, yesterday, DAY_S)
    age(jobs, ancient, 400 * DAY_S)
    page.refresh()
    until(lambda: page.model.found == 4)
    found = names(page)
    assert found[:3] == ["[Today]", "newer", "older"]
    assert found[3:5] == ["[Yesterday]", "yesterday"]
    assert found[5].startswith("[")
    assert found[6:] == ["ancient"]
    assert page.header.line == "4 jobs"


def test_what_is_listed_is_written_as_a_table(
    page: HistoryPage, jobs: Jobs, until: Until, tmp_path: Path
) -> None:
    jobs.completed("Summer sale", project="=1+1")
    jobs.failed("Winter sale", tags=("x", "y"))
    page.refresh()
    until(lambda: page.model.found == 2)
    said: list[str] = []
    page.said.connect(said.append)
    page.deeds.write_table(page.filter.text().split(), str(tmp_path / "all.csv"))
    until(lambda: said)
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == ["Winter sale", "Summer sale"]
    assert [row["status"] for row in rows] == ["failed", "completed"]
    assert rows[0]["cause"].startswith("The font")
    assert rows[0]["tags"] == "x y"
    assert rows[1]["project"] == "'=1+1", "a spreadsheet must not calculate it"
    assert rows[1]["bytes"] == "1200000000"
    assert "“all.csv”" in said[0]
    page.filter.setText("summer")
    until(lambda: page.model.found == 1)
    page.deeds.write_table(page.filter.text().split(), str(tmp_path / "some.csv"))
    until(lambda: len(said) == 2)
    assert len((tmp_path / "some.csv").read_text(encoding="utf-8-sig").splitlines()) == 2
    page.deeds.write_table(page.filter.text().split(), str(tmp_path / "no folder" / "x.csv"))
    until(lambda: len(said) == 3)
    assert "cannot be written" in said[2]


def test_a_render_is_compared_with_the_one_before(
    page: HistoryPage, jobs: Jobs, until: Until
) -> None:
    first = jobs.completed("film", elapsed_s=100.0, settings={"crf": 20})
    other = jobs.completed("film", preset="gif")
    second = jobs.completed("film", elapsed_s=150.0, settings={"crf": 30})
    alone = jobs.completed("alone")
    for job_id, seconds in ((first, 30), (other, 20), (second, 10)):
        age(jobs, job_id, seconds)
    page.refresh()
    until(lambda: page.model.found == 4)
    said: list[str] = []
    page.said.connect(said.append)
    page.view.selectRow(page.model.row_of(alone))
    page.compare.trigger()
    until(lambda: said)
    assert said == ["“alone” was not rendered before"]
    page.view.selectRow(page.model.row_of(second))
    page.compare.trigger()
    until(lambda: page.window().findChildren(CompareDialog))
    (dialog,) = page.window().findChildren(CompareDialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "2 min 30 s (+50 %)" in " | ".join(texts).replace("\u00a0", " ")
    assert texts.index("Quality (CRF)") < texts.index("30") < texts.index("20")
    dialog.accept()


def test_pages_of_the_table_follow_each_other(
    session: Session, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(historyfile, "PAGE_SIZE", 2)
    for number in range(5):
        age(jobs, jobs.cancelled(f"job {number}"), number // 2)
    assert historyfile.write_history(session.store, tmp_path / "all.csv") == 5
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["name"] for row in csv.DictReader(file)) == [
            f"job {number}" for number in range(5)
        ]


def test_an_empty_history_says_so(page: HistoryPage, until: Until) -> None:
    page.refresh()
    until(lambda: "No job has ended yet" in page._empty.text())
    assert page._empty.isVisible()


def test_words_leave_what_matches_every_one_of_them(
    page: HistoryPage, jobs: Jobs, until: Until
) -> None:
    jobs.completed("Summer sale", preset="prores-hq")
    jobs.completed("Winter sale", preset="h264")
    jobs.completed("50% off_now")
    page.refresh()
    until(lambda: page.model.found == 3)
    for words, found in (
        ("sale", ["Winter sale", "Summer sale"]),
        ("SALE prores", ["Summer sale"]),
        ("50%", ["50% off_now"]),
        ("off_now", ["50% off_now"]),
        ("offxnow", []),
        ("out/winter", ["Winter sale"]),
    ):
        page.filter.setText(words)
        until(partial(shows, page, found))
    page.filter.setText("nothing like it")
    until(lambda: page._empty.text() == "No job matches.")


def test_older_jobs_are_read_when_somebody_gets_there(
    page: HistoryPage, jobs: Jobs, until: Until
) -> None:
    first = jobs.completed("first")
    copy = (
        "INSERT INTO job (name, engine, preset, project, priority, position, status, checked, "
        "spec, created, ended, attempts) SELECT 'job', engine, preset, project, priority, 0, "
        "status, 1, spec, created, ended - ?, 1 FROM job WHERE id = ?"
    )
    jobs.session.store.change(
        lambda txn: txn.many(copy, [(number, first) for number in range(1, PAGE_SIZE + 10)])
    )
    page.refresh()
    until(lambda: page.model.found == PAGE_SIZE)
    assert "older ones follow" in page.header.line
    page.view.scrollToBottom()
    until(lambda: page.model.found == PAGE_SIZE + 10)
    assert not page.model.has_more
    assert "older ones follow" not in page.header.line
    ids = [each.id for each in entries(page)]
    assert len(set(ids)) == len(ids)


def shows(page: HistoryPage, wanted: list[str]) -> bool:
    return [each for each in names(page) if each[0] != "["] == wanted


def has_width(page: HistoryPage, width: int) -> bool:
    return page.width() == width


def entries(page: HistoryPage) -> list[Job]:
    found = (page.model.entry(row) for row in range(page.model.rowCount()))
    return [each for each in found if isinstance(each, Job)]


def test_what_was_cleared_from_the_queue_stays_and_runs_again(
    page: HistoryPage, session: Session, jobs: Jobs, until: Until, qtbot: QtBot
) -> None:
    done = jobs.completed("done")
    session.control("cli").clear([JobStatus.COMPLETED]).result()
    page.refresh()
    until(lambda: page.model.found == 1)
    assert not page.again.isEnabled()
    page.view.selectRow(1)
    assert page.again.isEnabled()
    with qtbot.waitSignal(page.said) as said:
        page.again.trigger()
    assert said.args == ["1 job runs again"]
    assert jobs.job(done).status is JobStatus.PENDING
    assert session.store.read(queries.job_ids) == [done]
    until(lambda: page.model.found == 0)


def test_what_was_never_run_and_is_removed_is_no_history(
    page: HistoryPage, session: Session, jobs: Jobs, until: Until
) -> None:
    gone = jobs.queued("gone")
    jobs.completed("kept")
    session.control("cli").ask("remove", [gone]).result()
    page.refresh()
    until(lambda: page.model.found == 1)
    assert names(page)[1:] == ["kept"]


def test_a_job_that_ends_appears_by_itself(page: HistoryPage, jobs: Jobs, until: Until) -> None:
    page.refresh()
    until(page._empty.isVisible)
    jobs.completed("fresh")
    until(lambda: names(page) == ["[Today]", "fresh"])


def test_only_one_finished_job_can_be_opened(
    page: HistoryPage, jobs: Jobs, until: Until, qtbot: QtBot
) -> None:
    jobs.completed("done")
    jobs.failed("failed")
    page.refresh()
    until(lambda: page.model.found == 2)
    page.view.selectRow(1)
    assert not page.open_output.isEnabled()
    assert page.show_folder.isEnabled()
    page.view.selectRow(2)
    assert page.open_output.isEnabled()
    with qtbot.waitSignal(page.said) as said:
        page.open_output.trigger()
    assert "any more" in said.args[0]
    page.view.selectAll()
    assert not page.open_output.isEnabled()
    assert page.again.isEnabled()


def test_what_is_chosen_stays_when_another_job_ends(
    page: HistoryPage, jobs: Jobs, until: Until
) -> None:
    first = jobs.completed("first")
    jobs.completed("second")
    page.refresh()
    until(lambda: page.model.found == 2)
    page.view.selectRow(page.model.row_of(first))
    jobs.completed("third")
    until(lambda: page.model.found == 3)
    assert [job.id for job in page.view.chosen()] == [first]
    assert page.open_output.isEnabled()
    page.view.selectAll()
    jobs.completed("fourth")
    until(lambda: page.model.found == 4)
    assert [job.name for job in page.view.chosen()] == ["third", "second", "first"]


def test_headings_cannot_be_selected(page: HistoryPage, jobs: Jobs, until: Until) -> None:
    jobs.completed("done")
    page.refresh()
    until(lambda: page.model.found == 1)
    page.view.selectRow(0)
    assert page.view.chosen() == []


def test_columns_leave_room_for_the_name(page: HistoryPage, jobs: Jobs, until: Until) -> None:
    jobs.completed("done")
    page.refresh()
    until(lambda: page.model.found == 1)
    for width in (848, 1000, 1400):
        page.resize(width, 600)
        until(partial(has_width, page, width))
        used = sum(page.view.columnWidth(column) for column in range(6))
        assert page.view.columnWidth(0) >= 260
        assert used <= page.view.viewport().width()


def test_a_store_that_cannot_be_read_is_said(
    page: HistoryPage, session: Session, until: Until
) -> None:
    session.store.close()
    page.refresh()
    until(lambda: "The queue is closed" in page._empty.text())
