"""Lets the parts of the window act on each other: what one tells is passed on to the others."""

from PySide6.QtCore import QObject, Slot

from rendermanager.services.session import Session
from rendermanager.ui.window.interior import Interior
from rendermanager.ui.window.job_finder import JobFinder
from rendermanager.ui.window.layout import NOTES, PRESETS, QUEUE


class Joining(QObject):
    """The signals of the parts, and what follows from them."""

    def __init__(self, session: Session, inside: Interior, parent: QObject) -> None:
        """Connect the parts.

        Args:
            session: What is running.
            inside: The parts.
            parent: Whose life it shares.
        """
        super().__init__(parent)
        self._inside = inside
        self._finder = JobFinder(session, inside.page, inside.views, self)
        self._join_views()
        self._join_page()
        self._join_adding()
        inside.status.stay.clicked.connect(inside.leaving.stay)
        inside.finishing.told.connect(inside.status.show_finish)
        inside.finishing.show()
        inside.finishing.failed.connect(self._on_trouble)
        inside.finishing.quit_wanted.connect(inside.commands.quit)

    def _join_views(self) -> None:
        inside = self._inside
        inside.sidebar.chosen.connect(inside.views.show_view)
        inside.views.shown.connect(inside.sidebar.set_current)
        inside.commands.view_wanted.connect(inside.views.show_view)
        inside.commands.pane_wanted.connect(self._on_pane_wanted)
        inside.book.changed.connect(self._on_noted)
        inside.job_wanted.connect(self._finder.show)
        inside.log_wanted.connect(self._finder.show_log)

    def _join_page(self) -> None:
        inside, page = self._inside, self._inside.page
        page.add_wanted.connect(inside.actions["add_files"].trigger)
        page.sample_wanted.connect(inside.adding.add_sample)
        page.setup_wanted.connect(inside.actions["settings"].trigger)
        page.pause_pressed.connect(inside.commands.toggle_queue)
        page.pane.view.quick_look.connect(inside.commands.showing.quick_look)
        page.pane.view.dropped.connect(self._on_dropped_between)
        page.pane.job_actions.told.connect(inside.toaster.say)
        page.pane.job_actions.failed.connect(self._on_trouble)
        page.inspector.said.connect(inside.toaster.say)

    def _join_adding(self) -> None:
        inside = self._inside
        inside.adding.told.connect(self._on_added)
        inside.adding.troubled.connect(self._on_add_trouble)
        inside.adding.busy.connect(inside.status.show_busy)
        inside.dropping.dropped.connect(self._on_dropped)
        inside.installing.others.connect(self._on_others)
        inside.installing.told.connect(self._on_installed)
        inside.installing.troubled.connect(self._on_add_trouble)

    @Slot()
    def _on_noted(self) -> None:
        self._inside.sidebar.set_badge(NOTES, self._inside.book.unread)

    @Slot(str, object)
    def _on_added(self, text: str, undo: object) -> None:
        self._inside.toaster.say(text, undo, icon="circle-check")

    @Slot(str, object)
    def _on_installed(self, text: str, undo: object) -> None:
        self._inside.toaster.say(text, undo, icon="sliders-horizontal")
        self._inside.views.show_again(PRESETS)

    @Slot(str, object)
    def _on_add_trouble(self, text: str, problems: object) -> None:
        found = problems if isinstance(problems, tuple) else ()
        self._inside.page.show_problems(text, found)
        self._inside.views.show_view(QUEUE)

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        self._inside.page.show_problems(sentence, ())

    @Slot(object, bool)
    def _on_dropped(self, inputs: list[str], at_once: bool) -> None:
        self._inside.installing.take(inputs, at_once=at_once)

    @Slot(object, bool)
    def _on_others(self, inputs: list[str], at_once: bool) -> None:
        self._inside.views.show_view(QUEUE)
        self._inside.adding.add_inputs(inputs, at_once=at_once)

    @Slot(object, object)
    def _on_dropped_between(self, inputs: list[str], before: int | None) -> None:
        self._inside.adding.add_inputs(inputs, before=before)

    @Slot()
    def _on_pane_wanted(self) -> None:
        self._inside.views.next_pane(self._inside.sidebar)
