"""What is different between a render and the one of the same before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from rendermanager.core.job import Job
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.form.words import label_of
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.queue.naming import Naming
from rendermanager.ui.queue.states import label_of as state_word
from rendermanager.ui.queue.states import shown_of
from rendermanager.ui.queue.texts import output_paths, output_size
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_4_PX
from rendermanager.ui.widgets import ElidedLabel, LabelKind, Tone, text_label

translate = QCoreApplication.translate

_WIDTH_PX: Final = 640
_LEAST_PERCENT: Final = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison.

    Attributes:
        label: What is compared.
        now: What the later render has.
        before: What the earlier one has.
        change: By how much it is more or less, in words; empty where that says nothing.
    """

    label: str
    now: str
    before: str
    change: str = ""

    @property
    def differs(self) -> bool:
        """Whether it is another one."""
        return self.now != self.before


def compared(now: Job, before: Job, naming: Naming, here: Here) -> list[Compared]:
    """The lines; settings only where they differ, and what neither has is left out."""
    locale = here.locale
    lines = [
        Compared(_word("Ended"), _ended(now, here), _ended(before, here)),
        Compared(_word("Status"), state_word(shown_of(now)), state_word(shown_of(before))),
        Compared(_word("Took"), _took(now, locale), _took(before, locale), _slower(now, before)),
        Compared(_word("Size"), _size(now, locale), _size(before, locale), _grown(now, before)),
        Compared(_word("Attempts"), str(now.attempts), str(before.attempts)),
        Compared(_word("Preset"), _preset(now, naming), _preset(before, naming)),
        *_settings(now.spec.settings, before.spec.settings),
        Compared(_word("Result"), _result(now), _result(before)),
        Compared(_word("Cause"), _cause(now), _cause(before)),
        Compared(_word("Warnings"), _warnings(now), _warnings(before)),
    ]
    return [line for line in lines if line.now or line.before]


class CompareDialog(DialogFrame):
    """Two renders of the same beside each other; what differs stands out."""

    def __init__(
        self, theme: Theme, lines: list[Compared], name: str, parent: QWidget | None = None
    ) -> None:
        """Show these lines."""
        same = not any(line.differs for line in lines)
        about = self.tr("There is no difference.") if same else self.tr("Differences are marked.")
        super().__init__(parent, self.tr("Compare “{name}”").format(name=name), about)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_4_PX)
        grid.setVerticalSpacing(SPACE_2_PX)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        titles = (self.tr("This render"), self.tr("The one before"))
        for column, title in enumerate(titles, 1):
            grid.addWidget(text_label(title, LabelKind.STRONG), 0, column)
        for row, line in enumerate(lines, 1):
            kind = LabelKind.STRONG if line.differs else LabelKind.BODY
            now = f"{line.now} ({line.change})" if line.change else line.now
            grid.addWidget(text_label(line.label, tone=Tone.SECONDARY), row, 0)
            for column, text in ((1, now), (2, line.before)):
                grid.addWidget(ElidedLabel(text or "–", kind=kind, selectable=True), row, column)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.add_primary(self.tr("Close")).clicked.connect(self.accept)
        self.resize(theme.scaled(_WIDTH_PX), self.sizeHint().height())


def _word(name: str) -> str:
    words = {
        "Ended": translate("Compare", "Ended"),
        "Status": translate("Compare", "Status"),
        "Took": translate("Compare", "Took"),
        "Size": translate("Compare", "Size"),
        "Attempts": translate("Compare", "Attempts"),
        "Preset": translate("Compare", "Preset"),
        "Result": translate("Compare", "Result"),
        "Cause": translate("Compare", "Cause"),
        "Warnings": translate("Compare", "Warnings"),
    }
    return words[name]


def _settings(now: Mapping[str, object], before: Mapping[str, object]) -> list[Compared]:
    names = sorted({*now, *before})
    pairs = ((name, now.get(name), before.get(name)) for name in names)
    return [
        Compared(label_of(name), _value(one), _value(other))
        for name, one, other in pairs
        if one != other
    ]


def _value(value: object) -> str:
    return "" if value is None else str(value)


def _ended(job: Job, here: Here) -> str:
    return amounts.full_time(job.ended, here) if job.ended is not None else ""


def _size(job: Job, locale: QLocale) -> str:
    size = output_size(job)
    return amounts.size(size, locale) if size else ""


def _took(job: Job, locale: QLocale) -> str:
    return amounts.duration(job.elapsed_s, locale) if job.elapsed_s else ""


def _slower(now: Job, before: Job) -> str:
    return _change(now.elapsed_s, before.elapsed_s)


def _grown(now: Job, before: Job) -> str:
    return _change(output_size(now), output_size(before))


def _result(job: Job) -> str:
    return "\n".join(output_paths(job)[:1])


def _preset(job: Job, naming: Naming) -> str:
    return naming.preset(job.spec.preset, job.spec.engine)


def _warnings(job: Job) -> str:
    return "\n".join(map(said, job.warnings))


def _cause(job: Job) -> str:
    return said(job.failure.message) if job.failure is not None else ""


def _change(now: float, before: float) -> str:
    """``+12 %`` or ``−8 %``; empty where there is nothing to compare, or no difference to see."""
    if not now or not before:
        return ""
    share = round((now - before) / before * 100)
    if abs(share) < _LEAST_PERCENT:
        return ""
    number = amounts.number(abs(share), QLocale())
    return f"{'+' if share > 0 else '−'}{number}\u00a0%"
