"""The queue while there is nothing in it: what can be dropped, ways to begin, what was found."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from rendermanager.core.errors import NotPossibleNow
from rendermanager.engine.programs import Programs
from rendermanager.media.kinds import MEDIA_EXTENSIONS
from rendermanager.renderers.api import RenderEngine
from rendermanager.renderers.discovery import version_numbers
from rendermanager.renderers.extras import endings_of, sources_of
from rendermanager.renderers.registry import Registry
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said
from rendermanager.ui.pages.setting_programs import needs_program
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import Chip, EmptyState


class EmptyQueue(EmptyState):
    """The place to drop something, which names what the engines of this installation read.

    Attributes:
        buttons: The one to add files and the one for the sample.

    Signals:
        add_wanted: Files are to be chosen.
        sample_wanted: The sample is to be added.
        setup_wanted: The settings of the applications are to be shown.
    """

    add_wanted = Signal()
    sample_wanted = Signal()
    setup_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Name media alone until `refresh`."""
        super().__init__(
            theme,
            "clapperboard",
            self.tr("Drop something to render"),
            self.tr("Videos, sound, pictures and image sequences, or folders of them."),
            parent=parent,
        )
        self._session = session
        add = self.add_primary(self.tr("Add files…"), "plus")
        add.clicked.connect(self.add_wanted)
        sample = self.add_secondary(self.tr("Try a sample job"), "sparkles")
        sample.clicked.connect(self.sample_wanted)
        self.buttons = (add, sample)
        self.chip_clicked.connect(self.setup_wanted)

    def refresh(self) -> None:
        """Name what can be dropped by now, and look for the programs."""
        # A name is not torn apart by the end of a line.
        said_names = map(said, projects_of(self._session.registry))
        names = [each.replace(" ", "\N{NO-BREAK SPACE}") for each in said_names]
        self.set_more(f"{QLocale().createSeparatedList(names)}." if names else "")
        engines = [each for each in self._session.registry if needs_program(each)]
        self.set_chips(
            [Chip(each.name, each.label, self.tr("…"), "circle-dashed") for each in engines]
        )
        background = self._session.background
        background.run(
            background.io,
            partial(_asked, self._session.programs, engines),
            self._on_programs,
            lambda _error: None,
        )

    def _on_programs(self, found: Sequence[tuple[str, str, str]]) -> None:
        self.set_chips([self._chip(*each) for each in found])

    def _chip(self, name: str, label: str, version: str) -> Chip:
        if version:
            detail = self.tr("{version} found").format(version=version)
            return Chip(name, label, detail, "circle-check", "done")
        detail = self.tr("not found — set up")
        return Chip(name, label, detail, "circle-alert", "failed", acts=True)


def projects_of(registry: Registry) -> list[str]:
    """What can be dropped besides media: the sources of programs first, each named once."""
    others = [each for each in registry if set(endings_of(each)) - MEDIA_EXTENSIONS]
    others.sort(key=lambda each: not needs_program(each))
    return list(dict.fromkeys(name for each in others for name in sources_of(each)))


def _asked(programs: Programs, engines: Sequence[RenderEngine[Any]]) -> list[tuple[str, str, str]]:
    """(name, label, version) of each engine; the version is empty when none was found."""
    found = []
    for engine in engines:
        try:
            version = _short(programs.get(engine).version)
        except NotPossibleNow:
            version = ""
        found.append((engine.name, engine.label, version))
    return found


def _short(version: str) -> str:
    """The number of a release without what its packager added; a build's name as it is."""
    numbers = version_numbers(version)
    return ".".join(map(str, numbers)) or version
