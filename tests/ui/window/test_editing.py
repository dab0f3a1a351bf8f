"""A job that has not started is edited where it stands."""

from pathlib import Path

from rendermanager.core.job import JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.store import intents
from rendermanager.ui.dialogs.edit_job import EditJobDialog
from rendermanager.ui.form.editors import put
from rendermanager.ui.theme import Theme
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs


def test_settings_are_edited_in_place_and_that_can_be_undone(
    window: MainWindow, session: Session, jobs: Jobs, media: Path, until: Until
) -> None:
    def order() -> list[str]:
        rows = window.page.pane.model.ids()
        return [jobs.job(each).spec.settings.get("crf", "-") for each in rows]

    first = session.submitter().plan_inputs([str(media)], JobSpec(settings={"crf": 20})).jobs
    ids = [*session.control("test").submit(first).result()]
    ids.append(jobs.queued("second"))
    old = jobs.job(ids[0])
    until(lambda: window.page.pane.model.job(ids[0]) is not None)
    window.page.pane.view.select_job(ids[0])
    until(window.page.pane.job_actions.edit.isEnabled)
    window.page.pane.job_actions.edit.trigger()
    (dialog,) = window.findChildren(EditJobDialog)
    assert not dialog.go.isEnabled()
    put(dialog.form.editor("crf"), 30)  # type: ignore[arg-type]
    assert dialog.go.isEnabled()
    dialog.go.click()
    until(lambda: order() == [30, "-"])
    (new_id,) = set(window.page.pane.model.ids()) - {ids[1]}
    new = jobs.job(new_id)
    assert (new.spec.output, new.name, new.status) == (old.spec.output, old.name, JobStatus.PENDING)
    until(lambda: window.page.pane.view.selected_ids() == [new_id])
    window.actions_made["undo"].trigger()
    until(lambda: order() == [20, "-"])
    assert set(window.page.pane.model.ids()) == set(ids)


def test_an_edit_that_cannot_be_is_told_in_the_dialog(
    session: Session, theme: Theme, jobs: Jobs, media: Path, until: Until
) -> None:
    planned = session.submitter().plan_inputs([str(media)], JobSpec()).jobs
    (job_id,) = session.control("test").submit(planned).result()
    dialog = EditJobDialog(session, theme, jobs.job(job_id))
    dialog.show()
    put(dialog.form.editor("start"), "soon")  # type: ignore[arg-type]
    dialog.go.click()
    until(dialog.banner.isVisible)
    assert "soon" in dialog.form.wrong("start")
    put(dialog.form.editor("start"), "1")  # type: ignore[arg-type]
    assert not dialog.banner.isVisible()
    session.store.change(lambda txn: intents.cancel(txn, [job_id]))
    dialog.go.click()
    until(dialog.banner.isVisible)
    assert jobs.job(job_id).spec.settings.get("start") is None
    dialog.reject()
    session.background.drain()
