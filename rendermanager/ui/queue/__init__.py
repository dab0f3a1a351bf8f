"""The queue: the list of jobs, what can be done with them, and their pictures."""

from rendermanager.ui.queue.actions import QueueActions
from rendermanager.ui.queue.columns import Column, SortState
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.pane import QueuePane
from rendermanager.ui.queue.rows import RowView
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.queue.undoing import Undo
from rendermanager.ui.queue.view import QueueView

__all__ = [
    "Column",
    "QueueActions",
    "QueueModel",
    "QueuePane",
    "QueueView",
    "RowView",
    "SortState",
    "Thumbnails",
    "Undo",
]
