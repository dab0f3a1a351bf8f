"""The icon in the system's tray, and the app's place in the dock."""

from rendermanager.ui.tray.dock import DockProgress
from rendermanager.ui.tray.tray import Tray, is_tray_available

__all__ = ["DockProgress", "Tray", "is_tray_available"]
