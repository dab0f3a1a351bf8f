"""The curves of graphics cards and volumes: as many as there are, made when they are first seen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rendermanager.core.points import Point
from rendermanager.core.usage import CARD, VOLUME, Card, VolumeLoad
from rendermanager.ui.pages.resources_curve import Curve, Scale
from rendermanager.ui.pages.resources_read import Past
from rendermanager.ui.queue import amounts
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_4_PX

HEIGHT_PX: Final = 120
"""Of each curve."""
_LEAST_PER_S: Final = 10_000_000.0
"""A disk that does less than this hardly does anything: the curve is not blown up for it."""
_STEPS: Final = (1, 2, 5)


class Panels(QWidget):
    """One curve for each card, and one for each volume."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4_PX)
        self.cards: list[Curve] = []
        self.volumes: dict[str, Curve] = {}

    def show_past(self, past: Past, ages: Sequence[tuple[float, str]]) -> None:
        """Draw what was read.

        Args:
            past: What was read; with a newest sample.
            ages: Seconds back from now with their words.
        """
        if past.newest is None:
            return
        cards, volumes = past.newest.cards, past.newest.volumes
        while len(self.cards) > len(cards):
            self._drop(self.cards.pop())
        for gone in self.volumes.keys() - {each.mount for each in volumes}:
            self._drop(self.volumes.pop(gone))
        for at, card in enumerate(cards):
            if at == len(self.cards):
                self.cards.append(self._made(self._card_name(at, card, len(cards)), at))
            self._show_card(self.cards[at], at, card, past, ages)
        for volume in volumes:
            if volume.mount not in self.volumes:
                name = self.tr("Disk {volume}").format(volume=volume.mount)
                self.volumes[volume.mount] = self._made(name, self._column.count())
            self._show_volume(self.volumes[volume.mount], volume, past, ages)

    def _made(self, name: str, place: int) -> Curve:
        curve = Curve(self._theme, name)
        curve.setMinimumHeight(HEIGHT_PX)
        self._column.insertWidget(place, curve)
        return curve

    def _drop(self, curve: Curve) -> None:
        self._column.removeWidget(curve)
        curve.deleteLater()

    def _card_name(self, at: int, card: Card, count: int) -> str:
        number = f" {at + 1}" if count > 1 else ""
        return f"{self.tr('GPU')}{number} · {card.name}"

    def _show_card(
        self, curve: Curve, at: int, card: Card, past: Past, ages: Sequence[tuple[float, str]]
    ) -> None:
        """Its load, and its memory as a share of all of it."""
        locale = QLocale()
        total = card.memory_total or 1
        memory = [
            Point(each.at_s, each.mean / total, each.most / total, each.count)
            for each in past.of(f"{CARD}{at}/memory")
        ]
        load, span_s = past.of(f"{CARD}{at}/load"), past.level.span_s
        scale = Scale(1.0, shares(locale), ages)
        curve.show_points(load, past.now, past.length, span_s, scale, memory)
        told = []
        if card.load is not None:
            told.append(self.tr("{share} busy").format(share=amounts.load(card.load, locale)))
        if card.memory_total:
            used = amounts.size(card.memory_used, locale)
            whole = amounts.size(card.memory_total, locale)
            told.append(self.tr("{used} of {total}").format(used=used, total=whole))
        if card.celsius is not None:
            told.append(f"{locale.toString(round(card.celsius))}\u00a0°C")
        if card.encoder is not None:
            encoder = amounts.load(card.encoder, locale)
            told.append(self.tr("encoder {share}").format(share=encoder))
        if card.sessions:
            told.append(self.tr("videos: {count}").format(count=locale.toString(card.sessions)))
        curve.set_value(" · ".join(told) or "–")

    def _show_volume(
        self, curve: Curve, volume: VolumeLoad, past: Past, ages: Sequence[tuple[float, str]]
    ) -> None:
        """What is written to it and read from it."""
        locale = QLocale()
        written = past.of(f"{VOLUME}written{volume.mount}")
        read = past.of(f"{VOLUME}read{volume.mount}")
        top = top_of(max((each.mean for each in (*written, *read)), default=0.0))
        marks = [part * top / 2 for part in range(3)]
        values = [(mark, amounts.per_second(mark, locale)) for mark in marks]
        scale = Scale(top, values, ages)
        curve.show_points(written, past.now, past.length, past.level.span_s, scale, read)
        told = []
        if volume.free is not None:
            told.append(self.tr("{size} free").format(size=amounts.size(volume.free, locale)))
        else:
            told.append(self.tr("does not answer"))
        if volume.written_per_s is not None and volume.read_per_s is not None:
            written_s = amounts.per_second(volume.written_per_s, locale)
            told.append(self.tr("{rate} written").format(rate=written_s))
            read_s = amounts.per_second(volume.read_per_s, locale)
            told.append(self.tr("{rate} read").format(rate=read_s))
        curve.set_value(" · ".join(told))


def top_of(most: float) -> float:
    """The upper edge of a curve of bytes: the next round number that is not below."""
    top = _LEAST_PER_S
    while top < most:
        for step in _STEPS:
            if top * step >= most:
                return top * step
        top *= 10
    return top


def shares(locale: QLocale) -> list[tuple[float, str]]:
    """The marks of a scale from nothing to all."""
    return [(part / 2, amounts.load(part / 2, locale)) for part in range(3)]
