"""The add dialog: what to render, how, and where to; checked while it is filled in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from rendermanager.core.job import Job
from rendermanager.engine.approval import to_approve
from rendermanager.media.trouble import plain
from rendermanager.services.session import Session
from rendermanager.services.sources import SAMPLE
from rendermanager.ui.dialogs.add.form import AddForm
from rendermanager.ui.dialogs.add.planning import Planner, Preview, names_of
from rendermanager.ui.dialogs.approval import ApprovalDialog
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.dialogs.save_preset import SavePresetDialog
from rendermanager.ui.language.said import said, said_whole
from rendermanager.ui.queue import amounts
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import Banner, BannerKind, quiet_button

_WIDTH_PX: Final = 880
_HEIGHT_PX: Final = 600
_SETTINGS: Final = "settings."


class AddDialog(DialogFrame):
    """Collects what `JobSpec` needs, and says at every step what would come of it.

    Attributes:
        form: The fields.
        banner: What is wrong.
        keep: The button that keeps the settings as a preset.
        go: The button that adds; it can be pressed once the answer is there and good.

    Signals:
        add_wanted: `AddRequest` of which at least some jobs can be added.
    """

    add_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        inputs: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin with these sources."""
        super().__init__(parent, self.tr("Add jobs"))
        self._session = session
        self._theme = theme
        self._preview: Preview | None = None
        self._planner = Planner(session, self)
        self._planner.planned.connect(self._on_planned)
        self.finished.connect(self._planner.stop)
        self.setAcceptDrops(True)
        self.resize(theme.scaled(_WIDTH_PX), theme.scaled(_HEIGHT_PX))
        self.form = AddForm(session, theme)
        self.banner = Banner(theme, BannerKind.ERROR)
        self.banner.acted.connect(self._on_details)
        self.banner.hide()
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.banner)
        self.keep = self.add_aside(quiet_button(self.tr("Save as preset…"), theme.icon("save")))
        self.keep.clicked.connect(self._on_keep)
        self.add_cancel()
        self.go = self.add_primary(self.tr("Add"))
        self.go.clicked.connect(self._on_go)
        self.form.sources.add(inputs)
        self.form.edited.connect(self._ask)
        self.form.preset.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    @property
    def preview(self) -> Preview | None:
        """What would come of it, as far as it was worked out."""
        return self._preview

    def take_over(self, jobs: Sequence[Job]) -> None:
        """Begin with what jobs have, to add them once more."""
        self.form.take_over(jobs)

    @Slot()
    def _ask(self) -> None:
        self.go.setEnabled(False)
        self.keep.setEnabled(self.form.to_keep() is not None)
        if not self.form.sources.inputs:
            self._planner.stop()
            self._preview = None
            self.set_heading(self.tr("Add jobs"), self.tr("Add files, or drop them here."))
            self.go.setText(self.tr("Add"))
            self.form.show_results("", name="")
            self.banner.hide()
            return
        self._planner.ask(self.form.request(), at_once=self._preview is None)

    @Slot(object)
    def _on_planned(self, found: Preview) -> None:
        self._preview = found
        count = len(found.plan.jobs)
        self._show_heading(found, count)
        self._show_names(found)
        self.form.changes.show_found(found)
        problems = found.plan.problems
        self.form.changes.say_wrong(
            {
                problem.field.removeprefix(_SETTINGS): said_whole(problem)
                for problem in reversed(problems)
                if problem.field.startswith(_SETTINGS)
            }
        )
        self._show_problems(found)
        if self.form.request() != found.request:
            # A name that was typed has become a choice in the list.
            self._ask()
            return
        self.go.setEnabled(count > 0)
        if count == 1:
            self.go.setText(self.tr("Add job"))
        else:
            self.go.setText(self.tr("Add %n jobs", "", count) if count else self.tr("Add"))

    def _show_heading(self, found: Preview, count: int) -> None:
        inputs = found.request.inputs
        if count == 1:
            title = self.tr("Add a job")
        else:
            title = self.tr("Add %n jobs", "", count) if count else self.tr("Add jobs")
        if len(inputs) == 1:
            name = self.tr("the sample") if inputs[0] == SAMPLE else Path(inputs[0]).name
            title = self.tr("{title} from {name}").format(title=title, name=name)
        facts = []
        if found.volume is not None:
            free, volume = amounts.size(found.volume.free, QLocale()), found.volume.mount
            words = self.tr("{free} free") if volume == "/" else self.tr("{free} free on {volume}")
            facts.append(words.format(free=free, volume=volume))
        self.set_heading(title, " · ".join(facts))

    def _show_names(self, found: Preview) -> None:
        jobs = found.plan.jobs
        if len(jobs) <= 1 and len(found.request.inputs) == 1:
            output = jobs[0].spec.output if jobs else ""
            typed = bool(self.form.name.text().strip())
            self.form.show_results(output, name="" if typed else Path(output).name)
            return
        names, more = names_of(found.plan)
        text = ", ".join(names)
        if more:
            text = self.tr("{names} and %n more", "", more).format(names=text)
        self.form.show_results(text, name=None)

    def _show_problems(self, found: Preview) -> None:
        problems = found.plan.problems
        if not problems:
            self.banner.hide()
            return
        if files := to_approve(found.plan.blocking):
            self._show_unapproved(files)
            return
        blocking = found.plan.blocking
        worst = (blocking or list(problems))[0]
        kind = BannerKind.ERROR if blocking else BannerKind.WARNING
        several = len(problems) > 1
        text = said(worst.message) if several else said_whole(worst)
        action = self.tr("Show all %n", "", len(problems)) if several else ""
        self.banner.set_message(kind, text, action)
        self.banner.show()

    def _show_unapproved(self, files: Sequence[Path]) -> None:
        names = ", ".join(f"“{plain(file.name)}”" for file in files[:3])
        text = self.tr("{names} would run code on your machine: that needs your approval.")
        self.banner.set_message(
            BannerKind.WARNING, text.format(names=names), self.tr("Look at it…")
        )
        self.banner.show()

    # ------------------------------------------------------------------ what happens

    @Slot()
    def _on_details(self) -> None:
        if self._preview is None:
            return
        if files := to_approve(self._preview.plan.blocking):
            dialog = ApprovalDialog(self._session, self._theme, files, self)
            dialog.allow.setText(self.tr("Allow"))
            dialog.approved.connect(self._ask)
            dialog.show()
        else:
            title = self.tr("What is wrong")
            ProblemsDialog(self, self._theme, title, self._preview.plan.problems).show()

    @Slot()
    def _on_keep(self) -> None:
        preset = self.form.to_keep()
        if preset is not None:
            dialog = SavePresetDialog(self._session, self._theme, preset, self)
            dialog.kept.connect(self.form.take_preset)
            dialog.show()

    @Slot()
    def _on_go(self) -> None:
        refused = self._preview.refused if self._preview is not None else {}
        self.add_wanted.emit(replace(self.form.request(), refused=refused))
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.form.sources.add([path for path in paths if path])
