"""Builds every long-lived object in order, and ends them in reverse."""
