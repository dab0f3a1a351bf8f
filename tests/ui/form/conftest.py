"""The fixtures of the interface."""

from tests.helpers.ui_fixtures import jobs, running, session, theme, until, window

__all__ = ["jobs", "running", "session", "theme", "until", "window"]
