"""What people call engines and presets, looked up once."""

from rendermanager.core.errors import BadInput
from rendermanager.renderers.registry import Registry
from rendermanager.ui.language.said import said
from rendermanager.ui.queue.rows import Names


class Naming:
    """Labels of engines and presets; a name that nobody knows any more stands for itself."""

    def __init__(self, registry: Registry) -> None:
        """Look things up in `registry`."""
        self._registry = registry
        self._engines: dict[str, str] = {}
        self._presets: dict[tuple[str, str], str] = {}
        self.names = Names(self.engine, self.preset)

    def engine(self, name: str) -> str:
        """The label of an engine."""
        if name not in self._engines:
            try:
                self._engines[name] = said(self._registry.get(name).label)
            except BadInput:
                self._engines[name] = name
        return self._engines[name]

    def preset(self, name: str, engine: str) -> str:
        """The label of an engine's preset."""
        key = (name, engine)
        if key not in self._presets:
            try:
                self._presets[key] = said(self._registry.preset(name, engine).label)
            except BadInput:
                self._presets[key] = name
        return self._presets[key]

    def presets_labelled(self, word: str) -> list[str]:
        """The names of presets whose label contains a word."""
        wanted = word.casefold()
        found = (each for each in self._registry.presets() if wanted in said(each.label).casefold())
        return [each.name for each in found]
