"""Looks inside the sources of the add dialog, each of them once."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.source import SourceInfo
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    RenderEngine,
)
from rendermanager.renderers.extras import (
    inspected,
    settings_for,
)
from rendermanager.services.choosing import BY_NUMBER, Contents, contents_of, part_setting


class Looker:
    """Looks inside sources, and remembers what it has seen while they stay the same."""

    def __init__(self, media: MediaReader) -> None:
        """Have seen nothing."""
        self._media = media
        self._seen: dict[tuple[object, ...], SourceInfo] = {}

    def job(self, engine: RenderEngine[Any], spec: JobSpec) -> SourceInfo:
        """See `inspected`: of a file of several jobs only this one.

        Raises:
            BadInput: It cannot be used.
        """
        return self._remembered(engine, spec, spec.settings.get(BY_NUMBER, 0))

    def whole(self, engine: RenderEngine[Any], spec: JobSpec, setting: str) -> SourceInfo:
        """All that a source holds.

        Raises:
            BadInput: It cannot be used.
        """
        return self._remembered(engine, spec, None if setting == BY_NUMBER else 0)

    def _remembered(
        self, engine: RenderEngine[Any], spec: JobSpec, number: object | None
    ) -> SourceInfo:
        mark = _mark(spec.source)
        key = (engine.name, spec.source, number, *mark)
        found = self._seen.get(key) if mark else None
        if found is None:
            if number is None:
                found = engine.inspect(Path(spec.source), self._media)
            else:
                found = inspected(engine, spec, self._media)
            self._seen[key] = found
        return found

    def contents(
        self, engine: RenderEngine[Any], spec: JobSpec, doubts: Collection[tuple[str, str]]
    ) -> Contents | None:
        """What a file holds, where its engine lets one choose of it.

        Args:
            engine: The engine.
            spec: A job of which nothing is chosen, its source named.
            doubts: Sources, each with a setting that cannot be as it is.
        """
        if not engine.accepts(Path(spec.source)) or not _mark(spec.source):
            return None
        try:
            setting = part_setting(settings_for(engine, spec, None))
            source = self.whole(engine, spec, setting) if setting else None
        except BadInput:
            # The check of its job says what is wrong.
            return None
        if source is None or not source.parts:
            return None
        needs_one = (spec.source, f"settings.{setting}") in doubts
        return contents_of(spec, setting, source, needs_one=needs_one)


def _mark(source: str) -> tuple[int, ...]:
    """What changes with the content of a file; empty where there is no such file."""
    try:
        status = os.stat(source)  # noqa: PTH116 - answers for any name
    except (OSError, ValueError):
        return ()
    return (status.st_ino, status.st_size, status.st_mtime_ns)
