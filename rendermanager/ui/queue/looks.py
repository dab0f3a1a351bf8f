"""How each action on jobs is offered: its words, its icon and its shortcut."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.ui.queue.verbs import Verb

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Look:
    """How an action is offered.

    Attributes:
        icon: Name of its icon.
        keys: Its shortcut; empty for none.
    """

    icon: str
    keys: str = ""


LOOKS: Final = {
    Verb.RUN_NEXT: Look("skip-forward", "Ctrl+Return"),
    Verb.PAUSE: Look("pause", "P"),
    Verb.MOVE_TOP: Look("arrow-up-to-line", "Ctrl+Shift+Up"),
    Verb.MOVE_UP: Look("arrow-up", "Alt+Up"),
    Verb.MOVE_DOWN: Look("arrow-down", "Alt+Down"),
    Verb.MOVE_BOTTOM: Look("arrow-down-to-line", "Ctrl+Shift+Down"),
    Verb.OPEN_OUTPUT: Look("external-link", "Ctrl+Shift+O"),
    Verb.SHOW_IN_FOLDER: Look("folder-open", "Ctrl+R"),
    Verb.SHOW_SOURCE: Look("file-video"),
    Verb.VIEW_LOG: Look("file-text", "Ctrl+L"),
    Verb.DUPLICATE: Look("copy", "Ctrl+D"),
    Verb.EDIT: Look("pencil", "Ctrl+E"),
    Verb.SAVE_PRESET: Look("save"),
    Verb.COPY_OUTPUT: Look("link"),
    Verb.COPY_COMMAND: Look("terminal"),
    Verb.COPY_ERROR: Look("circle-x"),
    Verb.COPY_JSON: Look("table-2"),
    Verb.RUN_AGAIN: Look("rotate-cw", "F5"),
    Verb.RUN_FROM_START: Look("rotate-ccw", "Shift+F5"),
    Verb.CANCEL: Look("x", "Ctrl+."),
    Verb.REMOVE: Look("trash-2", "Del"),
}


def text_of(verb: Verb) -> str:
    """What its entry in a menu says, with the letter that chooses it."""
    texts = {
        Verb.RUN_NEXT: translate("QueueActions", "Run &next"),
        Verb.PAUSE: translate("QueueActions", "&Pause"),
        Verb.MOVE_TOP: translate("QueueActions", "Move to &top"),
        Verb.MOVE_UP: translate("QueueActions", "Move &up"),
        Verb.MOVE_DOWN: translate("QueueActions", "Move &down"),
        Verb.MOVE_BOTTOM: translate("QueueActions", "Move to &bottom"),
        Verb.OPEN_OUTPUT: translate("QueueActions", "&Open output"),
        Verb.SHOW_IN_FOLDER: translate("QueueActions", "Show in &folder"),
        Verb.SHOW_SOURCE: translate("QueueActions", "Show &source"),
        Verb.VIEW_LOG: translate("QueueActions", "View &log"),
        Verb.DUPLICATE: translate("QueueActions", "Dupl&icate…"),
        Verb.EDIT: translate("QueueActions", "Edit settings…"),
        Verb.SAVE_PRESET: translate("QueueActions", "Save as pr&eset…"),
        Verb.COPY_OUTPUT: translate("QueueActions", "&Output path"),
        Verb.COPY_COMMAND: translate("QueueActions", "Co&mmand"),
        Verb.COPY_ERROR: translate("QueueActions", "&Error"),
        Verb.COPY_JSON: translate("QueueActions", "&Job as JSON"),
        Verb.RUN_AGAIN: translate("QueueActions", "Run &again"),
        Verb.RUN_FROM_START: translate("QueueActions", "Run a&gain from the start"),
        Verb.CANCEL: translate("QueueActions", "&Cancel"),
        Verb.REMOVE: translate("QueueActions", "&Remove"),
    }
    return texts[verb]
