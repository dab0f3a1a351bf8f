"""The dialog that adds jobs, with its parts."""

from rendermanager.ui.dialogs.add.dialog import AddDialog
from rendermanager.ui.dialogs.add.planning import AddRequest, Preview

__all__ = ["AddDialog", "AddRequest", "Preview"]
