"""The add dialog: what to render, how, and where to; checked while it is filled in."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists, Job, JobSpec
from rendermanager.core.source import SourceKind
from rendermanager.core.status import Priority
from rendermanager.media.kinds import kind_of
from rendermanager.media.sequences import is_pattern
from rendermanager.renderers.settings import read_settings
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.planning import AddRequest, Planner, Preview, names_of
from rendermanager.ui.dialogs.add.preset_box import PresetBox
from rendermanager.ui.dialogs.add.settings_form import SettingsForm
from rendermanager.ui.dialogs.add.sources import SourceList
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.rows import priority_word
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX, SPACE_6_PX
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    ElidedLabel,
    LabelKind,
    Tone,
    field_label,
    icon_button,
    text_label,
)

_WIDTH_PX: Final = 860
_HEIGHT_PX: Final = 540
_LEFT_PX: Final = 460
_SETTINGS: Final = "settings."


class AddDialog(DialogFrame):
    """Collects what `JobSpec` needs, and says at every step what would come of it.

    Signals:
        add_wanted: `AddRequest` that was planned without a blocking problem, or with some jobs.
    """

    add_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        inputs: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin with these sources and the person's own defaults."""
        super().__init__(parent, self.tr("Add jobs"))
        self._session = session
        self._theme = theme
        self._preview: Preview | None = None
        self._planner = Planner(session, self)
        self._planner.planned.connect(self._on_planned)
        self._planner.busy.connect(self._on_busy)
        self.finished.connect(self._planner.stop)
        self.setAcceptDrops(True)
        self.resize(theme.scaled(_WIDTH_PX), theme.scaled(_HEIGHT_PX))
        self._build()
        defaults = session.preferences.value
        self.preset.choose(defaults.default_preset)
        self.folder.setText(defaults.output_folder)
        self.sources.add(inputs)
        self._show_preset()
        self._connect()
        self.preset.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    @property
    def preview(self) -> Preview | None:
        """What would come of it, as far as it was worked out."""
        return self._preview

    def add_inputs(self, inputs: Sequence[str]) -> None:
        """Add more sources."""
        self.sources.add(inputs)

    def take_over(self, jobs: Sequence[Job]) -> None:
        """Begin with what jobs have, to add them once more."""
        self.sources.add([job.spec.source for job in jobs if job.spec.source])
        if not jobs:
            return
        spec = jobs[0].spec
        self.preset.choose(spec.preset)
        self.folder.setText(str(Path(spec.output).parent) if spec.output else "")
        self.exists.setCurrentIndex(self.exists.findData(spec.if_exists))
        self.priority.setCurrentIndex(max(0, self.priority.findData(int(spec.priority))))
        self._show_preset()
        had = self._session.registry.preset(spec.preset, spec.engine).settings
        changed = {name: value for name, value in spec.settings.items() if had.get(name) != value}
        self.settings.set_values(changed)

    def request(self) -> AddRequest:
        """What the dialog asks for as it stands."""
        wish = JobSpec(
            engine=self.preset.preset.engine,
            preset=self.preset.preset.name,
            output=self._output(),
            if_exists=self.exists.currentData(),
            settings=self.settings.values(),
            priority=Priority(self.priority.currentData()),
            submitter="window",
        )
        return AddRequest(self.sources.inputs, wish)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.sources = SourceList(self._theme)
        self.preset = PresetBox(self._session.registry, self._theme)
        self._about = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Beside the source"))
        self.name = QLineEdit()
        self._result = ElidedLabel(
            "", LabelKind.SMALL, Tone.SECONDARY, elide=Qt.TextElideMode.ElideMiddle
        )
        self.exists = QComboBox()
        for value, text in (
            (IfExists.VERSION, self.tr("Number the new file (_v002)")),
            (IfExists.REPLACE, self.tr("Replace it once the new one is checked")),
            (IfExists.SKIP, self.tr("Do not render")),
        ):
            self.exists.addItem(text, value)
        self.priority = QComboBox()
        for level in (Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW):
            self.priority.addItem(priority_word(level), int(level))
        self.priority.setCurrentIndex(self.priority.findData(int(Priority.NORMAL)))
        self.settings = SettingsForm()
        self._banner = Banner(self._theme, BannerKind.ERROR)
        self._banner.acted.connect(self._on_details)
        self._banner.hide()
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_6_PX)
        columns.addLayout(self._left(), 3)
        columns.addLayout(self._right(), 2)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self._banner)
        self.add_cancel()
        self._go = self.add_primary(self.tr("Add"))
        self._go.clicked.connect(self._on_go)

    def _left(self) -> QVBoxLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(SPACE_3_PX)
        form.setVerticalSpacing(SPACE_2_PX)
        form.setColumnStretch(1, 1)
        browse = icon_button(self._theme.icon("folder-open"), self.tr("Choose a folder…"))
        browse.clicked.connect(self._on_browse)
        place = QHBoxLayout()
        place.setSpacing(SPACE_2_PX)
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        top = Qt.AlignmentFlag.AlignTop
        rows: list[tuple[str, QWidget, QWidget | QHBoxLayout]] = [
            (self.tr("Sources"), self.sources, self.sources),
            (self.tr("Preset"), self.preset, self.preset),
            ("", self._about, self._about),
            (self.tr("Save in"), self.folder, place),
            (self.tr("File name"), self.name, self.name),
            ("", self._result, self._result),
            (self.tr("If it exists"), self.exists, self.exists),
            (self.tr("Priority"), self.priority, self.priority),
        ]
        for row, (text, field, content) in enumerate(rows):
            if text:
                label = field_label(text, field)
                if field is self.sources:
                    label.setMinimumHeight(self.preset.sizeHint().height())
                form.addWidget(label, row, 0, top)
            if isinstance(content, QHBoxLayout):
                form.addLayout(content, row, 1)
            else:
                form.addWidget(content, row, 1)
        column = QVBoxLayout()
        column.addLayout(form)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_2_PX)
        heading = text_label(self.tr("Change the preset"), LabelKind.STRONG)
        heading.setMinimumHeight(self.preset.sizeHint().height())
        column.addWidget(heading)
        column.addWidget(self.settings)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.sources.changed.connect(self._on_sources_changed)
        self.sources.add_wanted.connect(self._on_add_files)
        self.preset.currentIndexChanged.connect(self._on_preset_chosen)
        self.folder.textChanged.connect(self._ask)
        self.name.textChanged.connect(self._ask)
        self.exists.currentIndexChanged.connect(self._ask)
        self.priority.currentIndexChanged.connect(self._ask)
        self.settings.edited.connect(self._ask)

    # ------------------------------------------------------------------ asking

    def _output(self) -> str:
        folder = self.folder.text().strip()
        name = self.name.text().strip() if self.name.isEnabled() else ""
        if name:
            place = Path(absolute(folder)) if folder else self._beside()
            return str(place / self._with_ending(name)) if place is not None else ""
        return str(Path(absolute(folder))) + os.sep if folder else ""

    def _with_ending(self, name: str) -> str:
        """A name without an ending gets the one that the preset writes."""
        if Path(name).suffix:
            return name
        preset = self.preset.preset
        engine = self._session.registry.get(preset.engine)
        try:
            settings: Any = read_settings(
                engine.settings, preset.settings, self.settings.values()
            )
        except BadInput:
            return name
        plain = JobSpec(source=self.sources.inputs[0], preset=preset.name)
        return name + engine.default_output(plain, settings).suffix

    def _beside(self) -> Path | None:
        inputs = self.sources.inputs
        return Path(inputs[0]).parent if len(inputs) == 1 else None

    @Slot()
    def _ask(self) -> None:
        self._go.setEnabled(False)
        if not self.sources.inputs:
            self._planner.stop()
            self._preview = None
            self.set_heading(self.tr("Add jobs"), self.tr("Add files, or drop them here."))
            self._go.setText(self.tr("Add"))
            self._result.set_text("")
            self._banner.hide()
            return
        self._planner.ask(self.request(), at_once=self._preview is None)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._go.setEnabled(False)

    @Slot(object)
    def _on_planned(self, found: Preview) -> None:
        self._preview = found
        count = len(found.plan.jobs)
        self._show_heading(found, count)
        self._show_names(found)
        problems = found.plan.problems
        self.settings.mark_wrong(
            problem.field.removeprefix(_SETTINGS)
            for problem in problems
            if problem.field.startswith(_SETTINGS)
        )
        self._show_problems(found)
        self._go.setEnabled(count > 0)
        if count == 1:
            self._go.setText(self.tr("Add job"))
        else:
            self._go.setText(self.tr("Add %n jobs", "", count) if count else self.tr("Add"))

    def _show_heading(self, found: Preview, count: int) -> None:
        inputs = found.request.inputs
        if count == 1:
            title = self.tr("Add a job")
        else:
            title = self.tr("Add %n jobs", "", count) if count else self.tr("Add jobs")
        if len(inputs) == 1:
            name = self.tr("the sample") if inputs[0] == "sample:" else Path(inputs[0]).name
            title = self.tr("{title} from {name}").format(title=title, name=name)
        facts = []
        if found.volume is not None:
            free, volume = amounts.size(found.volume.free, QLocale()), found.volume.mount
            words = self.tr("{free} free") if volume == "/" else self.tr("{free} free on {volume}")
            facts.append(words.format(free=free, volume=volume))
        self.set_heading(title, " · ".join(facts))

    def _show_names(self, found: Preview) -> None:
        names, more = names_of(found.plan)
        single = len(found.plan.jobs) <= 1 and len(found.request.inputs) == 1
        self.name.setEnabled(single)
        first = names[0] if names else ""
        typed = bool(self.name.text().strip())
        self.name.setPlaceholderText(
            (first if not typed else "") if single else self.tr("Named after each source")
        )
        if single:
            self._result.set_text(found.plan.jobs[0].spec.output if found.plan.jobs else "")
            return
        text = ", ".join(names)
        if more:
            text = self.tr("{names} and %n more", "", more).format(names=text)
        self._result.set_text(text)

    def _show_problems(self, found: Preview) -> None:
        problems = found.plan.problems
        if not problems:
            self._banner.hide()
            return
        blocking = found.plan.blocking
        worst = (blocking or list(problems))[0]
        kind = BannerKind.ERROR if blocking else BannerKind.WARNING
        several = len(problems) > 1
        text = worst.message if several else f"{worst.message} {worst.hint}".strip()
        action = self.tr("Show all %n", "", len(problems)) if several else ""
        self._banner.set_message(kind, text, action)
        self._banner.show()

    # ------------------------------------------------------------------ what happens

    def _show_preset(self) -> None:
        preset = self.preset.preset
        self._about.setText(preset.description)
        kind = self._session.registry.get(preset.engine).settings
        frames = any(_may_be_frames(path) for path in self.sources.inputs)
        self.settings.show_preset(kind, preset, reads_frames=frames)

    @Slot()
    def _on_preset_chosen(self) -> None:
        self._show_preset()
        self._ask()

    @Slot()
    def _on_sources_changed(self) -> None:
        self._show_preset()
        self._ask()

    @Slot()
    def _on_add_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.sources.add)
        dialog.open()

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Save in"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    @Slot()
    def _on_details(self) -> None:
        if self._preview is None:
            return
        title = self.tr("What is wrong")
        ProblemsDialog(self, self._theme, title, self._preview.plan.problems).show()

    @Slot()
    def _on_go(self) -> None:
        self.add_wanted.emit(self.request())
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.sources.add([path for path in paths if path])


def _may_be_frames(path: str) -> bool:
    return is_pattern(Path(path)) or kind_of(Path(path)) is SourceKind.IMAGE
