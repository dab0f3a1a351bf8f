"""The main window and what stands around the queue."""

from rendermanager.ui.window.main_window import MainWindow

__all__ = ["MainWindow"]
