"""Render Manager: every render on one machine, in one place."""

__version__ = "0.1.0"
