"""A box to choose a preset from, in groups by what comes out."""

from collections.abc import Collection, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from rendermanager.renderers.api import Preset
from rendermanager.renderers.registry import Registry
from rendermanager.ui.language.said import said
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import TypeSize, TypeWeight
from rendermanager.ui.widgets import ChoiceBox
from rendermanager.ui.widgets.tips import plain

translate = QCoreApplication.translate

_ROLE: Final = Qt.ItemDataRole.UserRole
_EDITING: Final = frozenset({"prores", "dnxhr"})
_PICTURES: Final = frozenset({"png", "jpeg", "tiff", "webp"})
_VISIBLE: Final = 16


def offered(registry: Registry) -> list[Preset]:
    """The presets that files can be rendered with."""
    return [preset for preset in registry.presets() if registry.get(preset.engine).reads_source]


def grouped(
    presets: Iterable[Preset], favourites: Collection[str] = ()
) -> list[tuple[str, list[Preset]]]:
    """Presets under headings: favourites, one's own, then the others in the order they come.

    Args:
        presets: Each stands under one heading.
        favourites: The names of those that come first.
    """
    first, own = translate("Presets", "Favourites"), translate("Presets", "Mine")
    groups: dict[str, list[Preset]] = {first: [], own: []}
    for preset in presets:
        title = own if preset.file else _group(preset)
        groups.setdefault(first if preset.name in favourites else title, []).append(preset)
    return [(title, found) for title, found in groups.items() if found]


def _group(preset: Preset) -> str:
    video = str(preset.settings.get("video", ""))
    if preset.engine != "ffmpeg" or not video:
        return said(preset.engine.capitalize())
    if preset.settings.get("still"):
        return translate("Presets", "One picture")
    if video in _PICTURES:
        return translate("Presets", "Image sequence")
    if video == "none":
        return translate("Presets", "Sound")
    if video in _EDITING:
        return translate("Presets", "Editing")
    return translate("Presets", "Delivery")


class PresetBox(ChoiceBox):
    """Headings that cannot be chosen, and presets below them."""

    def __init__(
        self,
        registry: Registry,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        may_suit: bool = False,
        favourites: Collection[str] = (),
    ) -> None:
        """Offer every preset of the registry.

        Args:
            registry: The presets.
            theme: Fonts.
            parent: The parent widget.
            may_suit: Offer as well that each source gets the preset that suits it.
            favourites: The names of presets that come first.
        """
        super().__init__(parent)
        self._presets = {each.name: each for each in offered(registry)}
        self.setMaxVisibleItems(_VISIBLE)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._theme = theme
        self._may_suit = may_suit
        self._fill(favourites)
        self.choose("")

    def offer(self, registry: Registry, favourites: Collection[str], choose: str) -> None:
        """Offer what there is by now, and choose one."""
        self.blockSignals(True)
        self._presets = {each.name: each for each in offered(registry)}
        self._fill(favourites)
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        self.choose(choose)

    def _fill(self, favourites: Collection[str]) -> None:
        model = QStandardItemModel(self)
        if self._may_suit:
            item = QStandardItem(translate("Presets", "What suits each source"))
            item.setData("", _ROLE)
            model.appendRow(item)
        for title, presets in grouped(self._presets.values(), favourites):
            heading = QStandardItem(title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD))
            model.appendRow(heading)
            for preset in presets:
                item = QStandardItem(said(preset.label))
                item.setData(preset.name, _ROLE)
                item.setToolTip(plain(said(preset.description)))
                model.appendRow(item)
        self.setModel(model)

    @property
    def name(self) -> str:
        """The name of the chosen one; empty where each source gets what suits it."""
        return str(self.currentData(_ROLE))

    @property
    def preset(self) -> Preset | None:
        """The one that is chosen; None where each source gets what suits it."""
        return self._presets.get(self.name)

    def choose(self, name: str) -> None:
        """Choose a preset by its name; the first one when there is none of that name."""
        row = self.findData(name, _ROLE) if name else -1
        self.setCurrentIndex(row if row >= 0 else self.findData(next(iter(self._presets)), _ROLE))

    def suit_each(self) -> None:
        """Choose what suits each source; it has to be on offer."""
        self.setCurrentIndex(self.findData("", _ROLE))
