"""Engines that preset files describe: any program, with its own form, progress and results."""

from rendermanager.renderers.program.engine import ProgramEngine
from rendermanager.renderers.program.reading import preset_engines

__all__ = ["ProgramEngine", "preset_engines"]
