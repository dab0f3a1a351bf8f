"""Shows what files would run on this machine, and lets a person allow exactly that."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from rendermanager.core.trust import Reach, Runs
from rendermanager.machine.origin import Origin, origin_of
from rendermanager.media.trouble import plain
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.planning import problem_of
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.language.said import said_whole
from rendermanager.ui.queue.amounts import Here, full_time
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX, SPACE_4_PX
from rendermanager.ui.widgets import LabelKind, Tone, text_label

if TYPE_CHECKING:
    from rendermanager.services.trustbook import Examined

    _Read = tuple[Examined, str, Origin]
    """What a file would run, the beginning of its text, and where it comes from."""

MOST_CODE: Final = 4_000
"""Characters of one piece that are shown; what is longer says so, and all of it is approved."""
MOST_PIECES: Final = 100
_HASH_SHOWN: Final = 12
_WIDTH_PX: Final = 640
_HEIGHT_PX: Final = 480


class ApprovalDialog(DialogFrame):
    """A question with the whole matter in sight. Nothing is allowed by pressing Return.

    Signals:
        approved: All of it may run from now on.
    """

    approved = Signal()

    def __init__(
        self, session: Session, theme: Theme, files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        """Look into the files, off the main thread, and show what they would run.

        Args:
            session: Whose approvals these are.
            theme: Colours and icons.
            files: What needs approval, at least one.
            parent: The window it belongs to.
        """
        names = ", ".join(f"“{plain(file.name)}”" for file in files[:3])
        super().__init__(
            parent,
            self.tr("{names} would run code on your machine").format(names=names),
            self.tr(
                "Allow it only if you know who has made it. It holds for exactly this content: "
                "after any change you are asked again."
            ),
        )
        self._session = session
        self._names = names
        self._new: list[_Read] = []
        self._over = False
        self.finished.connect(self._on_finished)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(theme.scaled(_WIDTH_PX), theme.scaled(_HEIGHT_PX))
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, SPACE_2_PX, 0)
        self._rows.setSpacing(SPACE_4_PX)
        self._rows.addWidget(text_label(self.tr("Reading…"), LabelKind.SMALL, Tone.SECONDARY))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("What would run"))
        self.body.addWidget(area, 1)
        self.not_now = self.add_cancel(self.tr("Not now"))
        self.allow = self.add_primary(self.tr("Allow and add"))
        self.allow.setAutoDefault(False)
        self.allow.setDefault(False)
        self.allow.setEnabled(False)
        self.allow.clicked.connect(self._on_allow)
        self.not_now.setDefault(True)
        self.not_now.setFocus()
        background = session.background
        background.run(
            background.io, partial(_look, session, files), self._on_looked, self._on_failed
        )

    @Slot()
    def _on_finished(self) -> None:
        # What is still being read comes too late to be shown.
        self._over = True

    def _on_looked(self, new: "list[_Read]") -> None:
        if self._over:
            return
        self._clear()
        self._new = new
        for each in new:
            self._add_file(each)
        pieces = [piece for each, _, _ in new for piece in each.needed]
        if pieces and all(piece.reach is Reach.READ for piece in pieces):
            title = self.tr("{names} would read other files").format(names=self._names)
            self.set_heading(title, self.subtitle)
            words = self.tr("A folder that is yours can be allowed for every job in the settings.")
            self._rows.addWidget(text_label(words, LabelKind.SMALL, Tone.SECONDARY, wraps=True))
        if not new:
            words = self.tr("Nothing in it needs your approval any more.")
            self._rows.addWidget(text_label(words, LabelKind.BODY, Tone.PRIMARY, wraps=True))
        self._rows.addStretch(1)
        self.allow.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        if self._over:
            return
        self._clear()
        problem = problem_of(error)
        words = said_whole(problem)
        self._rows.addWidget(text_label(words, LabelKind.BODY, Tone.PRIMARY, wraps=True))
        self._rows.addStretch(1)
        self.allow.setEnabled(False)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def _add_file(self, read: "_Read") -> None:
        each, text, origin = read
        head = text_label(plain(str(each.file)), LabelKind.BODY, Tone.PRIMARY, wraps=True)
        mark = self.tr("Content {mark}").format(mark=each.fingerprint[:_HASH_SHOWN])
        words = " · ".join((mark, *self._origin_words(origin)))
        about = text_label(words, LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        column = QVBoxLayout()
        column.setSpacing(SPACE_1_PX)
        column.addWidget(head)
        column.addWidget(about)
        for piece in each.needed[:MOST_PIECES]:
            column.addWidget(self._piece(piece, piece.code or text))
        left = len(each.needed) - MOST_PIECES
        if left > 0:
            more = self.tr("… and %n more", "", left)
            column.addWidget(text_label(more, LabelKind.SMALL, Tone.SECONDARY))
        holder = QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(column)
        self._rows.addWidget(holder)

    def _origin_words(self, origin: Origin) -> Iterator[str]:
        if origin.owner:
            yield self.tr("belongs to {owner}").format(owner=plain(origin.owner))
        if origin.changed is not None:
            when = full_time(origin.changed, Here(datetime.now(UTC)))
            yield self.tr("last changed {time}").format(time=when)
        if origin.others_may_write:
            yield self.tr("others on this machine may change it")

    def _piece(self, piece: Runs, text: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, SPACE_1_PX, 0, 0)
        column.setSpacing(SPACE_1_PX)
        words = f"{self._word(piece.reach)}: {plain(piece.where)}"
        column.addWidget(text_label(words, LabelKind.SMALL, Tone.PRIMARY, wraps=True))
        if text:
            code = QLabel(_shown(text))
            # Plain text, whatever it looks like.
            code.setTextFormat(Qt.TextFormat.PlainText)
            code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            code.setWordWrap(True)
            code.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(code)
        return holder

    def _word(self, reach: Reach) -> str:
        return {
            Reach.EXPRESSION: self.tr("Expression"),
            Reach.SCRIPT: self.tr("Script"),
            Reach.DOWNLOAD: self.tr("Download"),
            Reach.INSTALL: self.tr("Stays installed"),
            Reach.READ: self.tr("Reads elsewhere"),
            Reach.PLACE: self.tr("Writes elsewhere"),
        }[reach]

    @Slot()
    def _on_allow(self) -> None:
        self.allow.setEnabled(False)
        background = self._session.background
        background.run(
            background.io,
            partial(_trust, self._session, self._new),
            self._on_allowed,
            self._on_failed,
        )

    def _on_allowed(self, _: None) -> None:
        if self._over:
            return
        self.accept()
        self.approved.emit()


def _shown(code: str) -> str:
    lines = "\n".join(plain(line) for line in code[:MOST_CODE].splitlines())
    return f"{lines}…" if len(code) > MOST_CODE else lines


def _look(session: Session, files: Sequence[Path]) -> "list[_Read]":
    """What is in the files and not allowed yet, each once, with its text. Blocks on disks."""
    # It knows every kind of job, and takes a while to import.
    from rendermanager.services.trust import examine
    from rendermanager.services.trustbook import TrustBook

    book = TrustBook(session.paths.trusted)
    folders = book.folders()
    found = [each for file in files for each in examine(file, folders)]
    new = {each.fingerprint: each for each in found if not book.allows(each.pieces)}
    return [(each, _text_of(each.file), origin_of(each.file)) for each in new.values()]


def _text_of(file: Path) -> str:
    """The beginning of a file that is a text; empty for any other."""
    with file.open("rb") as opened:
        # One more than is shown tells that there is more.
        content = opened.read(4 * MOST_CODE)
    return "" if b"\0" in content else content.decode("utf-8-sig", "replace")[: MOST_CODE + 1]


def _trust(session: Session, new: "Sequence[_Read]") -> None:
    from rendermanager.services.trustbook import TrustBook

    book = TrustBook(session.paths.trusted)
    for each, _, _ in new:
        book.trust(each, datetime.now(UTC))
