"""Keeps the presets that a person has made: saves, deletes, hands on and takes in.

Everything here blocks on the disk.
"""

import json
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from rendermanager.config.private import write_private
from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.problem import Problem, unknown
from rendermanager.media.trouble import plain, quoted
from rendermanager.renderers.api import Preset
from rendermanager.renderers.program.own import COLLECTION, LONGEST_LABEL, OwnFile, own_problems
from rendermanager.renderers.program.reading import (
    ENDINGS,
    FIELD,
    MOST_FILES,
    parsed,
    read_own,
    read_preset,
    text_of,
)
from rendermanager.renderers.registry import Registry, misfits
from rendermanager.renderers.settings import read_settings

LARGEST_COLLECTION_BYTES: Final = 2 * 1024 * 1024
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Removed:
    """A preset that was deleted, and what brings it back.

    Attributes:
        preset: The preset.
        content: What its file held.
    """

    preset: Preset
    content: bytes


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking presets in.

    Attributes:
        files: The files that are new.
        labels: What the new presets are called for people.
        names: What they are called on the command line.
        known: Names of those that were there already, the same in every respect.
    """

    files: tuple[Path, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    known: tuple[str, ...] = ()


class PresetShelf:
    """The presets of one person, one file each; the registry knows of each change at once."""

    def __init__(self, folder: Path, registry: Registry) -> None:
        """Keep them here.

        Args:
            folder: Made when the first one is saved.
            registry: Has to read the same folder.
        """
        self._folder = folder
        self._registry = registry

    def save(self, preset: Preset, *, replaces: bool = False) -> Preset:
        """Keep a preset.

        Args:
            preset: Without a name it gets one after its label.
            replaces: It may take the place of one of the same name that the person has made.

        Returns:
            The preset as it is kept, with its name and its file.

        Raises:
            BadInput: Its name is taken, or its engine does not understand it.
            NotPossibleNow: The file cannot be written.
        """
        self._registry.refresh()
        name = preset.name or self.free_name(name_after(preset.label))
        preset = replace(preset, name=name, settings=self._plain_settings(preset))
        self._check(preset)
        old = self._own().get(name)
        if name in self._taken() and (old is None or not replaces):
            text = f"There is a preset “{name}” already."
            hint = "Choose another name." if old is None else "Delete it first, or replace it."
            raise BadInput([Problem("name", text, hint)])
        path = Path(old.file).with_suffix(".json") if old else self._free_file(name)
        self._write(path, _document(preset))
        if old is not None and old.file != str(path):
            Path(old.file).unlink(missing_ok=True)
        self._registry.refresh()
        return self._registry.preset(name, preset.engine)

    def delete(self, name: str) -> Removed:
        """Delete one of the person's own presets.

        Raises:
            BadInput: There is none of that name.
            NotPossibleNow: Its file cannot be deleted.
        """
        self._registry.refresh()
        own = self._own()
        if name not in own:
            if name in self._taken():
                text = f"“{name}” is built in and cannot be deleted."
                raise BadInput([Problem("name", text, "Only presets of your own can.")])
            raise BadInput([unknown("preset of your own", name, own, "name")])
        path = Path(own[name].file)
        try:
            content = path.read_bytes()
            path.unlink()
        except OSError as error:
            raise _unwritable(path, error) from error
        self._registry.refresh()
        return Removed(own[name], content)

    def put_back(self, removed: Removed) -> Preset:
        """Bring back what was deleted; a name that was taken meanwhile gets a number.

        Returns:
            The preset as it is kept now.

        Raises:
            NotPossibleNow: The file cannot be written.
        """
        path = Path(removed.preset.file)
        if path.exists() or removed.preset.name in self._taken():
            name = self.free_name(removed.preset.name)
            return self.save(replace(removed.preset, name=name, file=""))
        self._write(path, removed.content)
        self._registry.refresh()
        return self._registry.preset(removed.preset.name, removed.preset.engine)

    def hand_on(self, file: Path, names: Sequence[str] = ()) -> list[Preset]:
        """Write presets into one file for others; without names all of the person's own.

        Raises:
            BadInput: There is no such preset, or none at all.
            NotPossibleNow: The file cannot be written.
        """
        self._registry.refresh()
        chosen = [self._registry.preset(each) for each in names] or list(self._own().values())
        if not chosen:
            text = "There are no presets of your own yet."
            raise BadInput([Problem("name", text, "Name those that are to be exported.")])
        entries = [_entry(each) for each in {each.name: each for each in chosen}.values()]
        text = json.dumps({COLLECTION: entries}, ensure_ascii=False, indent=2) + "\n"
        try:
            file.write_text(text, encoding="utf-8")
        except (OSError, ValueError) as error:
            raise _unwritable(file, error) from error
        return chosen

    def take_in(self, file: Path) -> TakenIn:
        """Install what a preset file or a collection of them describes.

        A name that is taken gets a number; what is there already in every respect is left alone.

        Raises:
            BadInput: It cannot be read or makes no sense; then nothing is installed.
            NotPossibleNow: The files cannot be written.
        """
        self._registry.refresh()
        text = text_of(file, LARGEST_COLLECTION_BYTES)
        raw = parsed(file, text)
        if isinstance(raw, dict) and COLLECTION in raw:
            presets = list(_collected(file, raw[COLLECTION]))
        else:
            made = read_preset(file)
            if not isinstance(made, Preset):
                return self._take_program(file, made.name, made.label)
            presets = [made]
        for preset in presets:
            self._check(preset)
        return self._keep_all(presets)

    def take_out(self, taken: TakenIn) -> None:
        """Undo `take_in`."""
        for path in taken.files:
            path.unlink(missing_ok=True)
        self._registry.refresh()

    def free_name(self, wanted: str, besides: Collection[str] = ()) -> str:
        """This name, or the first one with a number that is not taken."""
        taken = {*self._taken(), *besides}
        name, number = wanted, 2
        while name in taken:
            tail = f"-{number}"
            name, number = wanted[: _LONGEST_NAME - len(tail)] + tail, number + 1
        return name

    # ------------------------------------------------------------------ inside

    def _keep_all(self, presets: Sequence[Preset]) -> TakenIn:
        kept: list[Preset] = []
        known: list[str] = []
        try:
            for preset in presets:
                own = self._own().get(preset.name)
                if own is not None and _entry(own) == _entry(preset):
                    known.append(preset.name)
                    continue
                name = self.free_name(preset.name)
                label = preset.label
                if name != preset.name:
                    number = f" ({name.rpartition('-')[2]})"
                    label = label[: LONGEST_LABEL - len(number)] + number
                kept.append(self.save(replace(preset, name=name, label=label, file="")))
        except Exception:
            self.take_out(TakenIn(tuple(Path(each.file) for each in kept), (), ()))
            raise
        return TakenIn(
            tuple(Path(each.file) for each in kept),
            tuple(each.label for each in kept),
            tuple(each.name for each in kept),
            tuple(known),
        )

    def _take_program(self, file: Path, name: str, label: str) -> TakenIn:
        content = file.read_bytes()
        if name in self._taken():
            text = f"{quoted(file)} describes “{name}”: that name is taken."
            raise BadInput([Problem(FIELD, text, "Give it another “name”.")])
        path = self._free_file(name, file.suffix.lower())
        self._write(path, content)
        self._registry.refresh()
        return TakenIn((path,), (label,), (name,))

    def _own(self) -> dict[str, Preset]:
        return {each.name: each for each in self._registry.presets() if each.file}

    def _taken(self) -> set[str]:
        """The names that a new preset cannot have."""
        taken = {engine.name for engine in self._registry}
        for preset in self._registry.presets():
            taken |= {preset.name, *preset.aliases}
        return taken

    def _check(self, preset: Preset) -> None:
        settings, called = dict(preset.settings), preset.label or preset.name
        try:
            made = msgspec.convert(_entry(preset), OwnFile)
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            text = f"“{plain(called)}” cannot be kept: {plain(str(error))}."
            raise BadInput(
                [Problem(FIELD, text, "Only texts, numbers, yes and no can.")]
            ) from error
        found = [
            Problem(field, plain(f"The preset “{called}”, “{field}”: {what}."), hint)
            for field, what, hint in own_problems(made, preset.name)
        ]
        found += misfits(self._registry.get(preset.engine), settings)
        if found:
            raise BadInput(found)

    def _plain_settings(self, preset: Preset) -> Mapping[str, object]:
        """The settings as JSON has them, numbers as numbers though they were typed as text."""
        kind = self._registry.get(preset.engine).settings
        given: dict[str, object] = dict(preset.settings)
        try:
            read: Any = read_settings(kind, given)
        except BadInput:
            pass  # `_check` tells what is wrong
        else:
            given = {key: value and getattr(read, key) for key, value in given.items()}
        made: dict[str, object] = msgspec.to_builtins(given, enc_hook=str)
        return made

    def _free_file(self, name: str, ending: str = ".json") -> Path:
        """A file that is not there yet."""
        path, number = self._folder / f"{name}{ending}", 2
        while path.exists():
            path, number = self._folder / f"{name}_{number}{ending}", number + 1
        return path

    def _write(self, path: Path, content: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(path, content)
        except OSError as error:
            raise _unwritable(path, error) from error


def name_after(label: str) -> str:
    """A name for the command line that is like a label: ``fur-oma`` for “Für Oma”."""
    letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = "".join(each if each.isalnum() else " " for each in letters).split()
    return "-".join(words)[:_LONGEST_NAME].strip("-") or "preset"


def may_hold_presets(path: Path) -> bool:
    """Whether a file looks like one that `PresetShelf.take_in` is for. Blocks on the disk."""
    if path.suffix.lower() not in ENDINGS:
        return False
    try:
        raw = parsed(path, text_of(path, LARGEST_COLLECTION_BYTES))
    except BadInput:
        return False
    if not isinstance(raw, dict):
        return False
    is_program = "argv" in raw and "output" in raw and "source" not in raw
    is_own = "engine" in raw and "settings" in raw and "source" not in raw
    return is_program or is_own or isinstance(raw.get(COLLECTION), list)


def _collected(file: Path, entries: object) -> Iterator[Preset]:
    if not isinstance(entries, list) or not entries or len(entries) > MOST_FILES:
        text = f"{quoted(file)}: “{COLLECTION}” has to be a list of 1 to {MOST_FILES} presets."
        raise BadInput([Problem(FIELD, text, "Export the presets again.")])
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not entry.get("name"):
            text = f"{quoted(file)}, preset {number}: “name” is missing."
            raise BadInput([Problem(FIELD, text, "Export the presets again.")])
        yield replace(read_own(file, "", entry), file="")


def _entry(preset: Preset) -> dict[str, object]:
    return {
        "engine": preset.engine,
        "name": preset.name,
        "label": preset.label,
        "description": preset.description,
        "settings": dict(preset.settings),
    }


def _document(preset: Preset) -> bytes:
    return (json.dumps(_entry(preset), ensure_ascii=False, indent=2) + "\n").encode()


def _unwritable(path: Path, error: Exception) -> NotPossibleNow:
    reason = getattr(error, "strerror", None) or error
    return NotPossibleNow(
        f"The preset file {quoted(path)} cannot be written: {reason}.",
        "Make room, or change the permissions of its folder.",
    )
