"""The app with its window on queues that are damaged, newer or restored."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from rendermanager.app import desktop as module
from rendermanager.app import opening
from rendermanager.app.desktop import Desktop
from rendermanager.app.opening import run
from rendermanager.config.paths import Paths
from rendermanager.services.safekeeping import Safekeeping
from rendermanager.store import migrations, queries
from rendermanager.store.backups import backups_in, make_backup
from rendermanager.store.store import Store
from rendermanager.ui.pages.setting_backups import BackupControl, RestoreDialog
from tests.helpers.queue import add, new_job
from tests.helpers.ui_fixtures import WAIT_MS

Act = Callable[[Desktop], bool]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "home")
    made.make()
    return made


def quit_app(desktop: Desktop) -> bool:
    desktop._window.quit_requested.emit()
    return True


class Person:
    """Does one thing after the other with the app; each is tried until it works."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, app: QApplication) -> None:
        self.acts: list[Act] = []
        self.desktops: list[Desktop] = []
        self.errors: list[BaseException] = []
        self._until = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timeout)
        monkeypatch.setattr(opening, "QApplication", lambda _argv: app)
        person = self

        class Watched(Desktop):
            def __init__(self, *args: object) -> None:
                super().__init__(*args)  # type: ignore[arg-type]
                person.desktops.append(self)

        monkeypatch.setattr(module, "Desktop", Watched)
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def runs(self, paths: Paths, *acts: Act) -> int:
        """Run the app; the last act is to quit."""
        self.acts = [*acts, quit_app]
        self._until = time.monotonic() + WAIT_MS / 1000
        self._timer.start(10)
        try:
            code = run(paths, [])
        finally:
            self._timer.stop()
        for error in self.errors:
            raise error
        return code

    def _on_timeout(self) -> None:
        if not self.acts or not self.desktops:
            return
        desktop = self.desktops[-1]
        try:
            assert time.monotonic() < self._until, "it did not come to pass"
            done = self.acts[0](desktop)
        except BaseException as error:  # noqa: BLE001 - shown when the app has ended
            self.errors.append(error)
            self.acts.clear()
            quit_app(desktop)
        else:
            if done:
                self.acts.pop(0)

    def end(self) -> None:
        for each in self.desktops:
            for thing in (each._window, each._room, each):
                if shiboken6.isValid(thing):
                    shiboken6.delete(thing)


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Person]:
    made = Person(monkeypatch, qapp)
    yield made
    made.end()


def names(desktop: Desktop) -> list[str]:
    return sorted(job.name for job in desktop._room.session.store.read(queries.jobs))


def seen(desktop: Desktop) -> str:
    notice = desktop._window.notice
    return notice.banner.text if notice.widget.isVisible() else ""


def fill(paths: Paths, *, backup: bool) -> None:
    store = Store(paths.database)
    add(store, new_job("first", checked=False))
    store.change(lambda txn: txn.run("INSERT INTO setting VALUES ('queue_paused', 'after')"))
    if backup:
        make_backup(store, paths.backups)
    add(store, new_job("second", checked=False))
    store.close()


@pytest.mark.allow_warnings("is damaged")
def test_a_damaged_queue_is_restored_and_the_window_says_so(person: Person, paths: Paths) -> None:
    fill(paths, backup=True)
    paths.database.write_bytes(b"nothing of it is left" * 500)
    person.runs(paths, lambda desktop: "was damaged. The backup of" in seen(desktop))
    assert names_in(paths) == ["first"]
    assert list(paths.home.glob("queue.damaged-*.db"))


def names_in(paths: Paths) -> list[str]:
    store = Store(paths.database)
    found = sorted(job.name for job in store.read(queries.jobs))
    store.close()
    return found


@pytest.mark.allow_warnings("cannot be read|could not be read|damaged|recovery failed")
def test_damage_that_is_noticed_at_work_is_mended_at_the_press_of_a_button(
    person: Person, paths: Paths
) -> None:
    fill(paths, backup=True)

    def spoil(desktop: Desktop) -> bool:
        other = apsw.Connection(str(paths.database))
        other.execute("UPDATE job SET spec = x'00' WHERE name = 'second'")
        other.close()
        with pytest.raises(Exception, match="cannot be read"):
            desktop._room.session.store.read(queries.jobs)
        return True

    def mend(desktop: Desktop) -> bool:
        button = desktop._window.notice.banner.button
        if "nothing new starts" not in seen(desktop) or not button.isVisible():
            return False
        button.click()
        return True

    person.runs(
        paths,
        spoil,
        mend,
        lambda desktop: len(person.desktops) == 2 and "was restored" in seen(desktop),
    )
    assert names_in(paths) == ["first"]
    assert not paths.damage_mark.exists()


def test_a_backup_is_chosen_in_the_settings_and_the_present_queue_is_kept(
    person: Person, paths: Paths
) -> None:
    fill(paths, backup=True)

    def choose(desktop: Desktop) -> bool:
        window = desktop._window
        window.show_view("settings")
        control = window.findChild(BackupControl)
        if control is None or not control.button.isEnabled():
            return False
        assert "1 job" in control.box.currentText()
        control.button.click()
        return True

    def confirm(desktop: Desktop) -> bool:
        dialog = desktop._window.findChild(RestoreDialog)
        if dialog is None:
            return False
        dialog.accept()
        return True

    person.runs(
        paths,
        choose,
        confirm,
        lambda desktop: len(person.desktops) == 2 and "as it was when" in seen(desktop),
        lambda desktop: names(desktop) == ["first"],
    )
    (kept,) = paths.home.glob("queue.replaced-*.db")
    store = Store(kept)
    assert sorted(job.name for job in store.read(queries.jobs)) == ["first", "second"]
    store.close()


@pytest.mark.allow_warnings("newer Render Manager")
def test_a_queue_of_a_newer_version_is_shown_and_not_changed(person: Person, paths: Paths) -> None:
    fill(paths, backup=False)
    connection = apsw.Connection(str(paths.database))
    connection.pragma("user_version", migrations.VERSION + 1)
    connection.pragma("journal_mode", "delete")
    connection.close()
    before = paths.database.read_bytes()
    found: dict[str, object] = {}

    def look(desktop: Desktop) -> bool:
        window = desktop._window
        if not window.page.pane.model.is_loaded or not seen(desktop):
            return False
        found["said"] = seen(desktop)
        found["names"] = names(desktop)
        window._display.show_state()
        found["enabled"] = [
            name
            for name in ("add_files", "toggle_queue", "pause_now", "clear_failed")
            if window.actions_made[name].isEnabled()
        ]
        found["drops"] = window.acceptDrops()
        window.page.pane.job_actions.set_selection([1])
        found["jobs"] = [
            action.isEnabled()
            for action in (window.page.pane.job_actions.cancel, window.page.pane.job_actions.remove)
        ]
        return True

    person.runs(paths, look)
    assert "written by a newer Render Manager" in str(found["said"])
    assert "nothing can be changed" in str(found["said"])
    assert found["names"] == ["first", "second"]
    assert (found["enabled"], found["drops"], found["jobs"]) == ([], False, [False, False])
    assert paths.database.read_bytes() == before


def test_work_is_copied_by_itself_and_only_when_something_changed(
    person: Person, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rendermanager.services.safekeeping.FIRST_DELAY_MS", 1)
    monkeypatch.setattr("rendermanager.services.safekeeping.BACKUP_DELAY_MS", 1)
    fill(paths, backup=False)

    def is_quiet(desktop: Desktop) -> bool:
        found = desktop._room.findChild(Safekeeping)
        return bool(backups_in(paths.backups)) and found is not None and not found.is_due

    person.runs(paths, is_quiet)
    newest = backups_in(paths.backups)[0]
    store = Store(newest.path)
    assert sorted(job.name for job in store.read(queries.jobs)) == ["first", "second"]
    store.close()
