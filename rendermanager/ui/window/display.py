"""Shows in lines, buttons and menus how the queue stands and what is switched on."""

from PySide6.QtCore import QObject, Slot

from rendermanager.services.preferences import Preferences
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.interior import Interior


class Display(QObject):
    """Keeps what the window says true."""

    def __init__(
        self, inside: Interior, preferences: Preferences, theme: Theme, parent: QObject
    ) -> None:
        """Follow what changes; nothing is shown before `show_state`.

        Args:
            inside: The parts that are followed, and those that show it.
            preferences: What is switched on.
            theme: Icons.
            parent: Whose life it shares.
        """
        super().__init__(parent)
        self._inside = inside
        self._preferences = preferences
        self._theme = theme
        inside.commands.gauges_wanted.connect(self._on_gauges_wanted)
        inside.state.changed.connect(self.show_state)
        preferences.changed.connect(self._show_checks)
        inside.page.inspector_changed.connect(self._show_checks)
        inside.page.pane.following.changed.connect(self._show_checks)
        inside.page.pane.model.counted.connect(self._show_count)
        inside.page.pane.model.forecast_changed.connect(self.show_state)

    @Slot()
    def show_state(self, *_ignored: object) -> None:
        """Say how the queue stands, and offer what can be done about it."""
        inside, now = self._inside, self._inside.state.standing
        inside.page.header.set_line(inside.state.headline(inside.page.pane.model.all_done))
        inside.status.show_line(inside.state.status_line(), leaving=now.leaving)
        paused = bool(now.paused)
        text = self.tr("Resume queue") if paused else self.tr("Pause queue")
        icon = "play" if paused else "pause"
        inside.page.set_pause_face(text, icon)
        toggle = inside.actions["toggle_queue"]
        toggle.setText(self.tr("&Resume queue") if paused else self.tr("&Pause queue"))
        toggle.setIcon(self._theme.icon(icon))
        inside.actions["pause_after"].setEnabled(now.paused != "after")
        inside.actions["pause_now"].setEnabled(now.paused != "now")
        inside.actions["resume"].setEnabled(paused)
        inside.notice.forbid(
            inside.actions.by_name,
            [inside.page.add, inside.page.pause, *inside.page.empty_buttons],
        )
        self._show_checks()

    @Slot()
    def _show_checks(self, *_ignored: object) -> None:
        inside, settings = self._inside, self._preferences.value
        inside.actions["inspector"].setChecked(inside.page.is_inspector_open)
        inside.actions["gauges"].setChecked(inside.feed.is_shown)
        inside.actions["compact"].setChecked(settings.compact_rows)
        inside.actions["follow"].setChecked(inside.page.pane.following.is_on)
        inside.actions[f"theme {settings.theme}"].setChecked(True)

    @Slot(int, int)
    def _show_count(self, shown: int, total: int) -> None:
        if not total:
            text = ""
        elif shown != total:
            text = self.tr("{shown} of %n jobs", "", total).format(shown=shown)
        else:
            text = self.tr("1 job") if total == 1 else self.tr("%n jobs", "", total)
        self._inside.status.show_count(text)

    @Slot(bool)
    def _on_gauges_wanted(self, shown: bool) -> None:
        self._inside.feed.set_shown(shown)
        self._show_checks()
