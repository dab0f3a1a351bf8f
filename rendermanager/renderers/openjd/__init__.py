"""Jobs from templates of Open Job Description."""

from rendermanager.renderers.openjd.engine import OpenJdEngine

__all__ = ["OpenJdEngine"]
