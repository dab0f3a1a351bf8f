"""Rendering with Manim (Community)."""

from rendermanager.renderers.manim.engine import ManimEngine

__all__ = ["ManimEngine"]
