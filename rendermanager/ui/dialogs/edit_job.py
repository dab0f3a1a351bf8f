"""Changes the settings of a job that has not started."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from rendermanager.core.errors import BadInput
from rendermanager.core.job import Job, JobSpec
from rendermanager.media.sequences import is_pattern
from rendermanager.renderers.api import Preset
from rendermanager.renderers.extras import settings_for
from rendermanager.services.session import Session
from rendermanager.services.submit import Plan
from rendermanager.ui.dialogs.add.planning import problem_of
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.form.form import SettingsForm
from rendermanager.ui.language.said import said, said_error, said_whole
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX
from rendermanager.ui.widgets import Banner, BannerKind, field_label

_WIDTH_PX: Final = 620
_HEIGHT_PX: Final = 560
_SETTINGS: Final = "settings."


class EditJobDialog(DialogFrame):
    """Name, result and settings of one job; its source and preset stay.

    Attributes:
        name: What the queue calls it.
        output: Where the result goes.
        form: The settings on top of the preset.
        banner: Why it cannot be so.
        go: Puts the changed job in the place of the old one.

    Signals:
        replaced: The old `Job`, and the number of the one in its place.
    """

    replaced = Signal(object, int)

    def __init__(
        self, session: Session, theme: Theme, job: Job, parent: QWidget | None = None
    ) -> None:
        """Begin with what the job has."""
        super().__init__(parent, self.tr("Edit settings"))
        self._session = session
        self._job = job
        engine = session.registry.get(job.spec.engine)
        self._preset = _preset_of(session, job.spec)
        about = self.tr("{engine} · {preset} · keeps its place in the queue")
        text = about.format(engine=said(engine.label), preset=said(self._preset.label))
        self.set_heading(self.tr("Edit “{name}”").format(name=job.name), text)
        self.name = QLineEdit(job.name)
        self.output = QLineEdit(job.spec.output)
        self.form = SettingsForm(theme)
        self._show_settings()
        self.banner = Banner(theme, BannerKind.ERROR)
        self.banner.hide()
        self._lay_out()
        self.add_cancel()
        self.go = self.add_primary(self.tr("Save"))
        self.go.clicked.connect(self._on_go)
        for field in (self.name, self.output):
            field.textChanged.connect(self._on_changed)
        self.form.edited.connect(self._on_changed)
        self.resize(theme.scaled(_WIDTH_PX), theme.scaled(_HEIGHT_PX))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    @property
    def spec(self) -> JobSpec:
        """The job as it is to be."""
        spec = self._job.spec
        hidden = {
            name: value for name, value in spec.settings.items() if self.form.editor(name) is None
        }
        return replace(
            spec,
            name=self.name.text().strip() or spec.name,
            output=self.output.text().strip() or spec.output,
            settings={**hidden, **self.form.values()},
        )

    # ------------------------------------------------------------------ building

    def _show_settings(self) -> None:
        spec = self._job.spec
        engine = self._session.registry.get(spec.engine)
        kind = settings_for(engine, spec, self._job.source)
        reads_frames = is_pattern(Path(spec.source))
        self.form.show_preset(kind, self._preset, reads_frames=reads_frames, anew=True)
        had = self._preset.settings
        self.form.set_values(
            {name: value for name, value in spec.settings.items() if had.get(name) != value}
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_3_PX)
        grid.setVerticalSpacing(SPACE_2_PX)
        # All fields of the dialog begin below each other.
        grid.setColumnMinimumWidth(0, self.form.label_width)
        rows = ((self.tr("Name"), self.name), (self.tr("Result"), self.output))
        for row, (text, field) in enumerate(rows):
            grid.addWidget(field_label(text, field), row, 0)
            grid.addWidget(field, row, 1)
            field.setCursorPosition(0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Settings"))
        area.setWidget(self.form)
        self.body.addLayout(grid)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.banner)

    # ------------------------------------------------------------------ what happens

    @Slot()
    def _on_changed(self) -> None:
        self.banner.hide()
        self.form.say_wrong({})
        self.go.setEnabled(self.spec != self._wanted_before)

    @property
    def _wanted_before(self) -> JobSpec:
        """The job as it is, with only those settings that differ from its preset."""
        spec, had = self._job.spec, self._preset.settings
        own = {
            name: value
            for name, value in spec.settings.items()
            if self.form.editor(name) is None or had.get(name) != value
        }
        return replace(spec, settings=own)

    @Slot()
    def _on_go(self) -> None:
        self.go.setEnabled(False)
        session = self._session
        submitter = session.submitter(instead_of=self._job.id)
        work = partial(submitter.plan, [self.spec])
        session.background.run(session.background.io, work, self._on_planned, self._on_failed)

    def _on_planned(self, plan: Plan) -> None:
        if plan.blocking or len(plan.jobs) != 1:
            self._on_failed(BadInput(plan.problems))
            return
        control = self._session.control("window")
        future = control.replace(self._job.id, plan.jobs[0])
        self._session.background.when_done(future, self._on_replaced, self._on_failed)

    def _on_replaced(self, new_id: int) -> None:
        self.replaced.emit(self._job, new_id)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, BadInput) else (problem_of(error),)
        wrong = {
            each.field.removeprefix(_SETTINGS): said_whole(each)
            for each in problems
            if each.field.startswith(_SETTINGS)
        }
        self.form.say_wrong(wrong)
        text = " ".join(said_whole(each) for each in problems[:2])
        self.banner.set_message(BannerKind.ERROR, text or said_error(error), "")
        self.banner.show()


def _preset_of(session: Session, spec: JobSpec) -> Preset:
    """The preset of a job; where it is gone, one that leaves everything to the job."""
    try:
        return session.registry.preset(spec.preset, spec.engine)
    except BadInput:
        return Preset(spec.preset, spec.preset, spec.engine, {})
