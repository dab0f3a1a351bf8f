"""The settings that every engine has of its own: its program, and how its jobs are tried again."""

from functools import partial

from PySide6.QtCore import Slot

from rendermanager.config.settings import Settings
from rendermanager.core.retry import RetryPolicy
from rendermanager.renderers.registry import Registry
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said
from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_programs import ProgramControl, needs_program
from rendermanager.ui.pages.setting_retries import RetryControl
from rendermanager.ui.pages.setting_rows import SettingsSection


class ApplicationsSection(SettingsSection):
    """A row for the program of each engine that needs one."""

    def __init__(self, form: SettingsForm, session: Session) -> None:
        """Add the rows to the form; nothing is known of the programs until `look`."""
        super().__init__()
        self.set_title(self.tr("Applications"))
        self.programs: list[ProgramControl] = []
        about = self.tr("Looking for it…")
        for engine in session.registry:
            if not needs_program(engine):
                continue
            control = ProgramControl(session, engine)
            name = f"program {engine.name}"
            row = form.add(self, name, said(engine.label), about, control, fixed=False)
            control.said.connect(row.show_finding)
            self.programs.append(control)

    def look(self) -> None:
        """Ask the programs for their versions."""
        for control in self.programs:
            control.look()


class RetriesSection(SettingsSection):
    """A row for how often and how patiently the jobs of each engine are tried."""

    def __init__(self, form: SettingsForm, registry: Registry) -> None:
        """Add the rows to the form."""
        super().__init__()
        self.set_title(self.tr("Trying again"))
        self._form = form
        about = self.tr("After failures that may pass; each pause is longer than the last one.")
        for engine in registry:
            control = RetryControl(engine.name, said(engine.label))
            control.changed.connect(self._on_retries_chosen)
            form.follow(control, partial(_show_policy, control, engine.name))
            name = f"retries {engine.name}"
            form.add(self, name, said(engine.label), about, control, fixed=False)

    @Slot(str, object)
    def _on_retries_chosen(self, engine: str, policy: RetryPolicy) -> None:
        now = self._form.value.retries
        self._form.change("retries", {**now, engine: policy}, row=f"retries {engine}")


def _show_policy(control: RetryControl, engine: str, now: Settings) -> None:
    control.show_policy(now.policy(engine))
