"""The inspector of the selected job: preview, buttons, failure card and tabs."""

from rendermanager.ui.inspector.panel import Inspector

__all__ = ["Inspector"]
