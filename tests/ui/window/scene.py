"""Pictures of the window in every state and size; run it to write them.

python -m tests.ui.window.scene FOLDER [dark|light] [rtl] [de] [SCALE]
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rendermanager.config.settings import LANGUAGES
from rendermanager.core.problem import Problem, Severity
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.about import AboutDialog
from rendermanager.ui.dialogs.countdown import CountdownDialog
from rendermanager.ui.dialogs.palette import CommandPalette
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.dialogs.quit import QuitDialog
from rendermanager.ui.dialogs.shortcuts import ShortcutsDialog, shortcuts_of
from rendermanager.ui.language.speaking import ENGLISH, speak
from rendermanager.ui.queue import Undo
from rendermanager.ui.theme import Theme, ThemeMode
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import end_window, full_window
from tests.helpers.ui_session import open_session
from tests.ui.queue.scene import fill, wait_until

Shoot = Callable[[QWidget, str], None]
SETTLE_MS = 500
PROBLEMS = (
    Problem("source", "“/in/empty.mov” is empty (0 bytes).", "Copy or export it again."),
    Problem("source", "No engine reads “notes.txt”.", "Name the engine, or choose another file."),
    Problem("output", "“a.mp4” is taken: the result will be “a_v002.mp4”.", "", Severity.WARNING),
)


def settle(ms: int = SETTLE_MS) -> None:
    """Let pictures arrive and layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def shoot_queue(window: MainWindow, ids: dict[str, int], shoot: Shoot) -> None:
    """The queue with its inspector, at every size."""
    view, inspector = window.page.pane.view, window.page.inspector
    view.select_job(ids["rendering"])
    window._inside.toaster.say("Removed “Promo teaser v2”", Undo(lambda: None), icon="trash-2")
    settle()
    shoot(window, "queue")
    view.select_job(ids["failed"])
    settle()
    shoot(window, "failed")
    inspector.show_log()
    settle()
    shoot(window, "failed_log")
    for number, name in ((3, "attempts"), (2, "files"), (0, "details")):
        inspector.tabs.setCurrentIndex(number)
        view.select_job(ids["warned"])
        settle()
        shoot(window, name)
    for width, height in ((1100, 760), (900, 600)):
        window.resize(width, height)
        settle()
        shoot(window, f"queue_{width}")
    window.resize(1360, 820)


def shoot_pages(window: MainWindow, shoot: Shoot) -> None:
    """The other views."""
    for view in ("history", "presets", "notes", "settings"):
        window.show_view(view)
        settle()
        shoot(window, view)
    window.show_view("notes")
    window.resize(900, 600)
    settle()
    shoot(window, "notes_900")
    window.resize(1360, 820)
    window.views.other("notes").clear.click()  # type: ignore[attr-defined]
    settle()
    shoot(window, "notes_empty")
    window.show_view("queue")


def shoot_dialogs(window: MainWindow, session: Session, folder: Path, shoot: Shoot) -> None:
    """The dialogs, the add dialog with and without something wrong."""
    theme = window._theme
    films = [str(path) for path in sorted(folder.glob("*.mov"))]
    for inputs, name in ((films[:1], "add"), ([*films[:3], "/nowhere/gone.mov"], "add_several")):
        add = window.commands.open_add_dialog(inputs)
        wait_until(lambda add=add: add.preview is not None)  # type: ignore[misc]
        settle(100)
        shoot(add, name)
        add.reject()
    actions = [*window.actions_made.everything(), *window.page.pane.job_actions.all()]
    dialogs = {
        "quit": QuitDialog(window, 2, has_tray=True),
        "countdown": CountdownDialog(
            window, "The queue has finished: the computer shuts down", "Shut down", 60
        ),
        "about": AboutDialog(window, theme, session.paths.home),
        "problems": ProblemsDialog(window, theme, "What could not be added", PROBLEMS),
        "shortcuts": ShortcutsDialog(window, theme, shortcuts_of(window.actions_made.menus)),
        "palette": CommandPalette(window, theme, actions),
    }
    for name, dialog in dialogs.items():
        dialog.show()
        settle(100)
        shoot(dialog, name)
        dialog.close()


def shoot_everything(window: MainWindow, session: Session, place: Path, shoot: Shoot) -> None:
    """Every state of the window and every dialog; `place` is for the films of the jobs."""
    window.resize(1360, 820)
    window.show()
    window.activateWindow()
    settle()
    shoot(window, "empty")
    ids = fill(session, place)
    wait_until(lambda: window.page.pane.model.shown == len(ids))
    wait_until(lambda: window.page.thumbnails.is_idle)
    shoot_queue(window, ids, shoot)
    shoot_pages(window, shoot)
    shoot_dialogs(window, session, place, shoot)


def main(folder: Path, words: list[str]) -> None:
    """Write every picture into `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    if "rtl" in words:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    speak(app, [word for word in words if word in LANGUAGES] or [ENGLISH])
    mode = ThemeMode.LIGHT if "light" in words else ThemeMode.DARK
    scales = [float(word) for word in words if word.replace(".", "").isdigit()]
    scale = scales[0] if scales else 1.0
    theme = Theme(app, mode, text_scale=scale, prefer_bundled_font=True)
    theme.apply()
    prefix = "_".join([mode.value, *(word for word in words if word != mode.value)])

    def shoot(widget: QWidget, name: str) -> None:
        widget.grab().save(str(folder / f"{prefix}_{name}.png"))

    with tempfile.TemporaryDirectory() as place, open_session(Path(place) / "home") as session:
        window = full_window(session, theme)
        shoot_everything(window, session, Path(place), shoot)
        end_window(window, session)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
