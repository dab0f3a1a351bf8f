"""What a render takes and took, beside the job that is selected."""

from pathlib import Path

from rendermanager.core.consumption import Usage
from rendermanager.core.usage import Sample, TreeLoad
from rendermanager.services.session import Session
from rendermanager.store import consumption, queries
from rendermanager.ui.inspector.usage_tab import UsageTab
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs, attempt_of

GB = 1_000_000_000


def shown(window: MainWindow, until: Until, job_id: int) -> UsageTab:
    window.page.pane.view.select_job(job_id)
    inspector = window.page.inspector
    until(lambda: inspector.job is not None and inspector.job.id == job_id)
    inspector.tabs.setCurrentWidget(inspector.usage)
    return inspector.usage


def keep(session: Session, job_id: int, usage: Usage) -> None:
    (attempt,) = session.store.read(lambda db: queries.attempts_of(db, job_id))
    session.store.change(lambda txn: consumption.keep(txn, attempt.id, usage))


def test_an_ended_job_says_what_it_took_and_what_is_usual(
    window: MainWindow, session: Session, jobs: Jobs, until: Until
) -> None:
    ids = [jobs.completed(f"done {number}") for number in range(3)]
    usage = Usage(seconds=4.0, cpu_s=6.0, memory=GB, card_memory=GB // 2)
    for job_id in ids:
        keep(session, job_id, usage)
    tab = shown(window, until, ids[0])
    until(lambda: tab.rows.value("Usually") == "1.1 GB of memory")
    told = tab.rows.value("Attempt 1")
    assert told == "1.0 GB at most · 1.5 cores · 500 MB of VRAM"
    assert not tab.curves.isVisible()


def test_what_was_too_short_or_has_not_started_says_so(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    short, waiting = jobs.completed("short"), jobs.queued("waiting")
    tab = shown(window, until, short)
    until(lambda: tab.empty_text == "Too short to be measured.")
    shown(window, until, waiting)
    until(lambda: tab.empty_text == "It has not started yet.")


def test_a_render_shows_what_it_takes_now(
    window: MainWindow, session: Session, jobs: Jobs, until: Until, tmp_path: Path
) -> None:
    job_id = jobs.rendering("film")
    attempt_id = attempt_of(session, job_id)
    load = TreeLoad(
        cores=1.5, memory=GB, read=0, written=0, moved_per_s=2e6, card_memory=GB, processes=1
    )
    newest = Sample(
        at=session.store.now(),
        cpu=0.5,
        cores=(0.5, 0.5),
        memory_used=2 * GB,
        memory_total=8 * GB,
        renders={attempt_id: load},
    )
    # Nobody measures meanwhile: this machine holds no such render.
    session.sampling._closing = True
    session.sampling._recent.append(newest)
    session.sampling._usage[attempt_id] = Usage().after(load, 0.0)
    tab = shown(window, until, job_id)
    until(tab.curves.isVisible)
    until(lambda: tab.curves._tiles["cores"].accessibleName() == "Cores 1.5")
    assert tab.curves._tiles["memory"].accessibleName() == "Memory 1.0 GB"
    assert (tab.rows.value("Storage"), tab.rows.value("VRAM")) == ("2.0 MB/s", "1.0 GB")
    assert tab.rows.value("Attempt 1") == "1.0 GB at most · 1.0 GB of VRAM"
