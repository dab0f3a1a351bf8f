"""The actions of the window and the menu bar they stand in; actions on jobs come from the queue."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from rendermanager.config.settings import THEMES
from rendermanager.ui.dialogs.palette import NAME_PROPERTY
from rendermanager.ui.queue import QueueActions
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.menu_texts import texts, theme_texts

translate = QCoreApplication.translate

Do = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """What the actions do."""

    add_files: Do
    add_folder: Do
    add_sample: Do
    settings: Do
    close: Do
    quit: Do
    undo: Do
    paste: Do
    select_all: Do
    find: Do
    toggle_queue: Do
    pause_after: Do
    pause_now: Do
    resume: Do
    clear_completed: Do
    clear_failed: Do
    clear_cancelled: Do
    retry_failed: Do
    queue: Do
    history: Do
    resources: Do
    presets: Do
    notes: Do
    inspector: Do
    gauges: Do
    compact: Do
    follow: Do
    next_pane: Do
    palette: Do
    full_screen: Do
    shortcuts: Do
    open_home: Do
    about: Do
    theme: Callable[[str], None]


@dataclass(slots=True)
class WindowActions:
    """Every action, by the name of its verb.

    Attributes:
        by_name: The actions; those of the themes are called ``theme dark`` and so on.
        menus: The menus of the bar, in order.
        pause_menu: The variants of pausing, for the primary button.
    """

    by_name: dict[str, QAction] = field(default_factory=dict)
    menus: list[QMenu] = field(default_factory=list)
    pause_menu: QMenu = field(default_factory=QMenu)

    def __getitem__(self, name: str) -> QAction:
        """The action of this name."""
        return self.by_name[name]

    def everything(self) -> list[QAction]:
        """Every action, for the command palette."""
        return list(self.by_name.values())


_CHECKABLE: Final = frozenset({"inspector", "gauges", "compact", "follow"})
_KEYS: Final = {
    "add_files": ("Ctrl+O",),
    "add_folder": ("Ctrl+Shift+A",),
    "settings": ("Ctrl+,", "Ctrl+6"),
    "close": ("Ctrl+W",),
    "quit": ("Ctrl+Q",),
    "undo": ("Ctrl+Z",),
    "paste": ("Ctrl+V",),
    "select_all": ("Ctrl+A",),
    "find": ("Ctrl+F",),
    "toggle_queue": ("Ctrl+Space",),
    "queue": ("Ctrl+1",),
    "history": ("Ctrl+2",),
    "resources": ("Ctrl+3",),
    "presets": ("Ctrl+4",),
    "notes": ("Ctrl+5",),
    "inspector": ("Ctrl+I",),
    "follow": ("Ctrl+J",),
    "next_pane": ("F6",),
    "palette": ("Ctrl+K",),
    "full_screen": ("F11",),
    "shortcuts": ("Ctrl+/",),
}
_ICONS: Final = {
    "add_files": "file-plus",
    "add_folder": "folder-plus",
    "add_sample": "sparkles",
    "settings": "settings",
    "quit": "log-out",
    "undo": "undo-2",
    "paste": "copy",
    "find": "search",
    "toggle_queue": "pause",
    "pause_after": "pause",
    "pause_now": "square",
    "resume": "play",
    "retry_failed": "rotate-cw",
    "clear_completed": "circle-check",
    "clear_failed": "circle-x",
    "clear_cancelled": "circle-slash",
    "queue": "list-video",
    "history": "history",
    "resources": "gauge",
    "presets": "sliders-horizontal",
    "notes": "bell",
    "palette": "command",
    "shortcuts": "keyboard",
    "open_home": "folder-open",
    "about": "info",
}


def make_actions(verbs: Verbs, theme: Theme, parent: QObject) -> WindowActions:
    """Make every action of the window.

    Args:
        verbs: What they do.
        theme: For the icons.
        parent: Owns the actions.
    """
    made = WindowActions()
    for name, text in texts().items():
        action = QAction(text, parent)
        if name in _ICONS:
            action.setIcon(theme.icon(_ICONS[name]))
        if name in _KEYS:
            action.setShortcuts([QKeySequence(keys) for keys in _KEYS[name]])
        action.setCheckable(name in _CHECKABLE)
        action.triggered.connect(getattr(verbs, name))
        made.by_name[name] = action
    group = QActionGroup(parent)
    for name, text in theme_texts().items():
        action = QAction(text, group)
        action.setProperty(NAME_PROPERTY, f"{translate('Menu', 'Theme')}: {text}")
        action.setCheckable(True)
        action.setData(name)
        made.by_name[f"theme {name}"] = action
    group.triggered.connect(lambda action: verbs.theme(str(action.data())))
    return made


def fill_menu_bar(bar: QMenuBar, made: WindowActions, jobs: QueueActions) -> None:
    """Put the actions into the menus."""
    for title, rows in _menus():
        menu = bar.addMenu(title)
        made.menus.append(menu)
        _fill(menu, made, rows)
        if rows == _JOBS:
            jobs.fill_menu(menu)
    themes = QMenu(translate("Menu", "&Theme"), bar)
    themes.addActions([made[f"theme {name}"] for name in THEMES])
    view = made.menus[_VIEW_AT]
    view.insertMenu(made["full_screen"], themes)
    view.insertSeparator(made["full_screen"])


def fill_pause_menu(menu: QMenu, made: WindowActions) -> None:
    """Put the variants of pausing into the menu of the primary button."""
    menu.addActions([made["pause_after"], made["pause_now"], made["resume"]])


def add_finishing(made: WindowActions, menu: QMenu) -> None:
    """Put what happens when the queue has finished into the menu of the queue."""
    queue = made.menus[_QUEUE_AT]
    queue.insertMenu(made["retry_failed"], menu)
    queue.insertSeparator(made["retry_failed"])


_JOBS: Final = ("jobs",)
_QUEUE_AT: Final = 3
_VIEW_AT: Final = 4


def _fill(menu: QMenu, made: WindowActions, rows: tuple[str, ...]) -> None:
    for name in rows:
        if not name:
            menu.addSeparator()
        elif name in made.by_name:
            menu.addAction(made[name])


def _menus() -> list[tuple[str, tuple[str, ...]]]:
    """Each menu with its actions; an empty name is a separator."""
    return [
        (
            translate("Menu", "&File"),
            ("add_files", "add_folder", "add_sample", "", "settings", "", "close", "quit"),
        ),
        (translate("Menu", "&Edit"), ("undo", "", "paste", "select_all", "", "find", "palette")),
        (translate("Menu", "&Job"), _JOBS),
        (
            translate("Menu", "&Queue"),
            (
                *("toggle_queue", "pause_now", "", "retry_failed", ""),
                *("clear_completed", "clear_failed", "clear_cancelled"),
            ),
        ),
        (
            translate("Menu", "&View"),
            (
                "queue",
                "history",
                "resources",
                "presets",
                "notes",
                "",
                "inspector",
                "gauges",
                "compact",
                "follow",
                "",
                "full_screen",
                "next_pane",
            ),
        ),
        (translate("Menu", "&Help"), ("shortcuts", "open_home", "", "about")),
    ]
