"""Puts what is known of jobs on the clipboard."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from rendermanager.core.job import Job
from rendermanager.services.presetcommand import job_commands
from rendermanager.services.session import Session
from rendermanager.services.views import job_view
from rendermanager.ui.language.said import said_error
from rendermanager.ui.queue.texts import output_paths


class Copying(QObject):
    """One method for each entry of the menu “Copy”.

    Signals:
        copied: It is on the clipboard.
        failed: A sentence: why it is not.
    """

    copied = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Know where programs are found."""
        super().__init__(parent)
        self._session = session

    def outputs(self, jobs: Sequence[Job]) -> None:
        """The paths of the results."""
        self._copy("\n".join(path for job in jobs for path in output_paths(job)))

    def errors(self, jobs: Sequence[Job]) -> None:
        """Why they failed, with what the program said."""
        texts = []
        for job in jobs:
            failure = job.failure
            if failure is not None:
                lines = (f"{job.name}: {failure.message}", failure.hint, failure.detail)
                texts.append("\n".join(line for line in lines if line))
        self._copy("\n\n".join(texts))

    def json(self, jobs: Sequence[Job]) -> None:
        """All that is known."""
        views = [job_view(job) for job in jobs]
        packed = msgspec.json.encode(views[0] if len(views) == 1 else views)
        self._copy(msgspec.json.format(packed, indent=2).decode())

    def commands(self, jobs: Sequence[Job]) -> None:
        """The lines that one would paste into a shell to render them by hand."""
        session, background = self._session, self._session.background
        work = partial(job_commands, session.registry, session.programs, tuple(jobs))
        background.run(
            background.io,
            work,
            lambda lines: self._copy("\n".join(lines)),
            lambda error: self.failed.emit(said_error(error)),
        )

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()
