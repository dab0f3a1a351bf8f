"""The icon in the system's tray."""

from rendermanager.ui.tray.tray import Tray, is_tray_available

__all__ = ["Tray", "is_tray_available"]
