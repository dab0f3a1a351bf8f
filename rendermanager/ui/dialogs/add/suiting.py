"""Chooses a preset that suits the sources of the add dialog, and leaves one that suits none."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import RenderEngine
from rendermanager.renderers.registry import Registry
from rendermanager.ui.dialogs.add.preset_box import PresetBox


class Suiting:
    """Changes the choice in a box as little as the sources allow."""

    def __init__(self, box: PresetBox, registry: Registry, usual: str) -> None:
        """Begin with the usual preset.

        Args:
            box: Offers what suits each source, too.
            registry: The engines.
            usual: Name of the preset that the person has set for everything that it suits.
        """
        self._box = box
        self._registry = registry
        self._usual = usual
        self._for_several = False
        box.choose(usual)

    def suit(self, inputs: Sequence[str]) -> None:
        """Keep the preset where its engine reads all of these; else choose another one."""
        engines = self._engines(inputs)
        if len(engines) > 1:
            self._box.suit_each()
            self._for_several = True
            return
        if self._box.preset is None and self._for_several:
            # Nobody has chosen that: it was for sources that are gone.
            self._box.choose(self._usual)
        self._for_several = False
        preset = self._box.preset
        for name, engine in engines.items():
            if preset is not None and preset.engine != name and engine.presets:
                self._box.choose(engine.presets[0].name)

    def _engines(self, inputs: Sequence[str]) -> dict[str, RenderEngine[Any]]:
        """By name, those whose business the sources are, as far as their names tell."""
        found: dict[str, RenderEngine[Any]] = {}
        for path in inputs:
            with suppress(BadInput):
                engine = self._registry.for_source(Path(path))
                found[engine.name] = engine
        return found
