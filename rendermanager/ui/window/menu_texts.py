"""What the actions of the window are called in its menus."""

from PySide6.QtCore import QCoreApplication

from rendermanager.config.settings import THEMES

translate = QCoreApplication.translate


def texts() -> dict[str, str]:
    """The texts of the actions, by the names of their verbs."""
    return {
        "add_files": translate("Menu", "&Add files…"),
        "add_folder": translate("Menu", "Add f&older…"),
        "add_sample": translate("Menu", "&Try a sample job"),
        "settings": translate("Menu", "&Settings"),
        "close": translate("Menu", "&Close window"),
        "quit": translate("Menu", "&Quit"),
        "undo": translate("Menu", "&Undo"),
        "paste": translate("Menu", "&Paste files"),
        "select_all": translate("Menu", "Select &all"),
        "find": translate("Menu", "&Find"),
        "toggle_queue": translate("Menu", "&Pause queue"),
        "pause_after": translate("Menu", "Pause after the current jobs"),
        "pause_now": translate("Menu", "Pause &everything now"),
        "resume": translate("Menu", "Resume queue"),
        "clear_completed": translate("Menu", "Clear &done"),
        "clear_failed": translate("Menu", "Clear &failed"),
        "clear_cancelled": translate("Menu", "Clear &cancelled"),
        "retry_failed": translate("Menu", "&Run failed again"),
        "queue": translate("Menu", "&Queue"),
        "history": translate("Menu", "&History"),
        "resources": translate("Menu", "&Resources"),
        "presets": translate("Menu", "&Presets"),
        "notes": translate("Menu", "&Notifications"),
        "inspector": translate("Menu", "&Inspector"),
        "gauges": translate("Menu", "&Gauges"),
        "compact": translate("Menu", "&Compact rows"),
        "follow": translate("Menu", "Follow running &job"),
        "next_pane": translate("Menu", "&Next pane"),
        "palette": translate("Menu", "&Command palette…"),
        "full_screen": translate("Menu", "&Full screen"),
        "shortcuts": translate("Menu", "&Keyboard shortcuts"),
        "open_home": translate("Menu", "Open the &data folder"),
        "about": translate("Menu", "&About Render Manager"),
    }


def theme_texts() -> dict[str, str]:
    """The texts of the themes, by their names."""
    words = {
        "system": translate("Menu", "As the &system"),
        "dark": translate("Menu", "&Dark"),
        "light": translate("Menu", "&Light"),
    }
    return {name: words[name] for name in THEMES}
