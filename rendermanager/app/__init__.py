"""Builds every long-lived object in order, and ends them in reverse."""

from rendermanager.app.imports import spare_sources

# Before anything else of this package brings a hundred more modules along.
spare_sources()
