"""Which program each engine uses here; asked once, and again when its file has changed."""

import logging
import os
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from rendermanager.core.errors import NotPossibleNow
from rendermanager.engine.handles import caused_by_shortage
from rendermanager.renderers.api import (
    EngineVersion,
    RenderEngine,
)
from rendermanager.renderers.discovery import CHOSEN, ENVIRONMENT
from rendermanager.renderers.extras import (
    companions_of,
    missing_words,
    variable_of,
)

_log = logging.getLogger(__name__)

_Stamp = tuple[str, int, int]
"""A file by its path, its time of change in nanoseconds and its size; zeros while it is gone."""


class Programs:
    """Finds programs and keeps what they said; safe to call from any thread but slow at first."""

    def __init__(self, chosen: Mapping[str, str], env: Mapping[str, str] = os.environ) -> None:
        """Remember nothing yet.

        Args:
            chosen: Path set by the person, by the engine's name.
            env: Where ``RENDERMANAGER_<NAME>`` and ``PATH`` are read from.
        """
        self._chosen = dict(chosen)
        self._env = env
        self._known: dict[str, tuple[EngineVersion | NotPossibleNow, frozenset[_Stamp]]] = {}
        self._round = 0
        self._lock = threading.Lock()
        self._asking: dict[str, threading.Lock] = {}

    def get(self, engine: RenderEngine[Any]) -> EngineVersion:
        """The program for this engine; an empty one for an engine that stands for none.

        Raises:
            NotPossibleNow: None was found that works.
        """
        if not engine.needs_program:
            return EngineVersion(Path(), "")
        with self._lock:
            asking = self._asking.setdefault(engine.name, threading.Lock())
        # One program that hangs holds up nobody but those who need it.
        with asking:
            known = self._remembered(engine)
        if isinstance(known, NotPossibleNow):
            raise known
        return known

    def all(self, engine: RenderEngine[Any]) -> list[EngineVersion]:
        """Every program for this engine that works, where there are several to choose from. Slow.

        They come in the order of preference: `get` takes the first one, unless something that a
        person has named does not work.
        """
        there = self._there(engine) if engine.needs_program else []
        found = []
        for program, origin in there if len(there) > 1 else ():
            try:
                found.append(replace(engine.probe(program), origin=origin))
            except Exception as error:  # noqa: BLE001 - foreign code may raise anything
                _log.info("%s at %s does not work: %s", engine.name, program, error)
        return found

    def is_absent(self, engine: RenderEngine[Any]) -> bool:
        """Whether nothing that could be its program is there, nor was named by a person."""
        return not self._there(engine)

    def forget(self, chosen: Mapping[str, str] | None = None) -> None:
        """Look again next time, with other chosen paths if given."""
        with self._lock:
            self._known.clear()
            self._round += 1
            if chosen is not None:
                self._chosen = dict(chosen)

    def _remembered(self, engine: RenderEngine[Any]) -> EngineVersion | NotPossibleNow:
        """What is known of its program, asked anew when that was replaced, mended or installed."""
        with self._lock:
            known, began = self._known.get(engine.name), self._round
        if known is not None:
            found, stamps = known
            if isinstance(found, EngineVersion):
                now = frozenset({_stamp(found.program)})
            else:
                now = self._stamps(engine)
            if now == stamps:
                return found
        found = self._look(engine)
        if isinstance(found, EngineVersion):
            stamps = frozenset({_stamp(found.program)})
        else:
            stamps = self._stamps(engine)
        with self._lock:
            # What was asked for before a new choice says nothing about that.
            if self._round == began:
                self._known[engine.name] = found, stamps
        return found

    def _stamps(self, engine: RenderEngine[Any]) -> frozenset[_Stamp]:
        """Everything that might be its program: one that works may join it at any time."""
        programs = [program for program, _ in self._there(engine)]
        return frozenset(map(_stamp, (*programs, *companions_of(engine, self._env))))

    def _there(self, engine: RenderEngine[Any]) -> list[tuple[Path, str]]:
        """What may be its program; nothing where a plug-in does not know how to look."""
        with self._lock:
            chosen = self._chosen.get(engine.name, "")
        try:
            return list(engine.find(self._env, chosen))
        except Exception:  # noqa: BLE001 - foreign code may raise anything
            _log.exception("%s cannot look for its program", engine.name)
            return []

    def _look(self, engine: RenderEngine[Any]) -> EngineVersion | NotPossibleNow:
        troubles = []
        for program, origin in self._there(engine):
            try:
                found = engine.probe(program)
            except NotPossibleNow as error:
                # Something beside the program is missing: another one would lack it as well.
                return error
            except OSError as error:
                if caused_by_shortage(error):
                    # It says nothing of the program, and must not be remembered of it.
                    raise NotPossibleNow(f"“{program}” cannot be asked: {error}.") from error
                if origin in (CHOSEN, ENVIRONMENT):
                    # Taking another one in silence would render with what nobody asked for.
                    return _wrong_choice(engine, program, origin, error)
                troubles.append(f"“{program}” does not work: {error}")
                continue
            except Exception as error:  # noqa: BLE001 - foreign code may raise anything
                _log.exception("%s cannot ask %s", engine.name, program)
                reason = f"the engine made a mistake ({type(error).__name__}: {error})"
                troubles.append(f"“{program}” could not be asked: {reason}")
                continue
            _log.info("%s %s at %s (%s)", engine.name, found.version, found.program, origin)
            return replace(found, origin=origin)
        missing = missing_words(engine, self._env)
        return NotPossibleNow(
            f"{'; '.join(troubles)}." if troubles else missing.message, missing.hint
        )


def _wrong_choice(
    engine: RenderEngine[Any], program: Path, origin: str, error: OSError
) -> NotPossibleNow:
    where = "the settings" if origin == CHOSEN else variable_of(engine)
    return NotPossibleNow(
        f"“{program}”, named for {engine.label} in {where}, does not work: {error}.",
        "Correct the path, or take it away so that one is looked for.",
    )


def _stamp(program: Path) -> _Stamp:
    try:
        status = program.stat()
    except (OSError, ValueError):
        return (str(program), 0, 0)
    return (str(program), status.st_mtime_ns, status.st_size)
