"""After Effects, driven through nexrender: its engine, and what both say when they fail."""

from rendermanager.renderers.nexrender.engine import NexrenderEngine

__all__ = ["NexrenderEngine"]
