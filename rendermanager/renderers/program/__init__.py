"""Engines that preset files describe: any program, with its own form, progress and results."""

from rendermanager.renderers.program.engine import ProgramEngine
from rendermanager.renderers.program.reading import PresetFiles, preset_files

__all__ = ["PresetFiles", "ProgramEngine", "preset_files"]
