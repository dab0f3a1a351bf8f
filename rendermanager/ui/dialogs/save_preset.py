"""Asks under which name settings are to be kept as a preset, and keeps them."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import Preset
from rendermanager.renderers.program.own import LONGEST_ABOUT, LONGEST_LABEL
from rendermanager.services.presets import PresetShelf
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.language.said import said_error, said_whole
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX
from rendermanager.ui.widgets import Banner, BannerKind, field_label

_WIDTH_PX: Final = 460


class SavePresetDialog(DialogFrame):
    """A name and a description; a name that is taken gets a number on the command line.

    Attributes:
        label: What people call it.
        about: What it is good for.
        banner: Why it cannot be kept.
        go: Keeps it.

    Signals:
        kept: The `Preset` as it is kept.
    """

    kept = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, preset: Preset, parent: QWidget | None = None
    ) -> None:
        """Begin with the words of a preset, whose settings are kept."""
        super().__init__(parent, self.tr("Save as preset"))
        self._session = session
        self._preset = preset
        engine = session.registry.get(preset.engine)
        about = self.tr("For {engine}; it stands under “Mine” then.").format(engine=engine.label)
        self.set_heading(self.tr("Save as preset"), about)
        self.label = QLineEdit(preset.label)
        self.label.setMaxLength(LONGEST_LABEL)
        self.label.selectAll()
        self.about = QLineEdit(preset.description)
        self.about.setMaxLength(LONGEST_ABOUT)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_3_PX)
        grid.setVerticalSpacing(SPACE_2_PX)
        rows = ((self.tr("Name"), self.label), (self.tr("Description"), self.about))
        for row, (text, field) in enumerate(rows):
            grid.addWidget(field_label(text, field), row, 0)
            grid.addWidget(field, row, 1)
        self.banner = Banner(theme, BannerKind.ERROR)
        self.banner.hide()
        self.body.addLayout(grid)
        self.body.addWidget(self.banner)
        self.add_cancel()
        self.go = self.add_primary(self.tr("Save"))
        self.go.clicked.connect(self._on_go)
        self.label.textChanged.connect(self._on_typed)
        self.resize(theme.scaled(_WIDTH_PX), self.sizeHint().height())
        self._on_typed()

    @Slot()
    def _on_typed(self) -> None:
        self.go.setEnabled(bool(self.label.text().strip()))

    @Slot()
    def _on_go(self) -> None:
        wanted = replace(
            self._preset,
            name="",
            label=self.label.text().strip(),
            description=self.about.text().strip(),
            aliases=(),
            file="",
        )
        shelf = PresetShelf(self._session.paths.presets, self._session.registry)
        background = self._session.background
        self.go.setEnabled(False)
        background.run(background.io, partial(shelf.save, wanted), self._on_kept, self._on_failed)

    def _on_kept(self, preset: Preset) -> None:
        self.kept.emit(preset)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        problems = error.problems if isinstance(error, BadInput) else ()
        text = " ".join(said_whole(each) for each in problems[:2])
        self.banner.set_message(BannerKind.ERROR, text or said_error(error), "")
        self.banner.show()
