"""How many renders of each engine may run at the same time."""

from collections.abc import Iterable, Mapping

from rendermanager.core.errors import BadInput
from rendermanager.renderers.extras import (
    at_once_of,
)
from rendermanager.renderers.registry import Registry


class EngineLimits:
    """What the engines say of themselves, asked once for each."""

    def __init__(self, registry: Registry) -> None:
        """Ask these engines."""
        self._registry = registry
        self._known: dict[str, int] = {}

    def of(self, engines: Iterable[str]) -> Mapping[str, int]:
        """The limits of these engines; those without one are left out."""
        found = {name: self._limit(name) for name in set(engines)}
        return {name: limit for name, limit in found.items() if limit}

    def _limit(self, name: str) -> int:
        if name not in self._known:
            try:
                self._known[name] = at_once_of(self._registry.get(name))
            except BadInput:  # its package is gone: the attempt says so
                return 0
        return self._known[name]
