"""Tells whether a file of a nexrender job lies where the job may read, without touching others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from rendermanager.core.elsewhere import DEVICE, machine_of, names_device, strangeness

ReadLink = Callable[[PurePath], str]
"""Where a link leads; raises OSError for what is none."""

MAX_LINKS: Final = 40


class Standing(StrEnum):
    """How a file stands to the folders that a job may read."""

    INSIDE = "inside"
    """In the folder of the job file, or below it."""
    ALLOWED = "allowed"
    """In a folder that a person lets every job read."""
    OUTSIDE = "outside"
    """Elsewhere: it needs approval."""
    REFUSED = "refused"
    """Where a mere look does harm, such as a share of a stranger. It was not touched."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a file really lies.

    Attributes:
        standing: How it stands to the folders that may be read.
        path: Its path with no link in it; for one that is refused, where looking ended.
        why: What speaks against one that is refused, for a sentence: ``is a device``.
    """

    standing: Standing
    path: PurePath
    why: str = ""


class Ground:
    """The folders that one job may read; links are followed once for each folder."""

    def __init__(
        self, base: PurePath, allowed: Iterable[str] = (), read_link: ReadLink | None = None
    ) -> None:
        """Look at nothing yet.

        Args:
            base: Folder of the job file, absolute. Its kind tells how paths look.
            allowed: Folders that every job may read, absolute.
            read_link: Asks the system; None where there are no links.
        """
        self.base = base
        self._read_link = read_link
        self._folders: dict[PurePath, tuple[PurePath, str]] = {}
        roots = [_plain(base), *(_plain(type(base)(each)) for each in allowed)]
        # What a person has named may be touched, and so may what its links lead to.
        self._real_base, *self._real_allowed = (self._real(each) for each in roots)
        self._roots = [*roots, self._real_base, *self._real_allowed]
        self._machines = {machine_of(each) for each in self._roots} - {""}

    def find(self, path: PurePath) -> Spot:
        """Where a file lies, links and ``..`` followed.

        Args:
            path: Absolute path.
        """
        real, why = self._follow(_plain(path))
        if why:
            return Spot(Standing.REFUSED, real, why)
        if _is_below(real, [self._real_base]):
            return Spot(Standing.INSIDE, real)
        is_allowed = _is_below(real, self._real_allowed)
        return Spot(Standing.ALLOWED if is_allowed else Standing.OUTSIDE, real)

    def _real(self, root: PurePath) -> PurePath:
        """A root with its links followed, wherever they lead."""
        return self._walk(type(root)(root.anchor), list(root.parts[1:]), lambda _: "")[0]

    def _follow(self, path: PurePath) -> tuple[PurePath, str]:
        """A path without links, and what speaks against looking at it."""
        folder, why = self._followed(path.parent) if path.name else (path, "")
        if why or not path.name:
            return folder, why or self._strange(path)
        return self._walk(folder, [path.name], self._strange)

    def _followed(self, folder: PurePath) -> tuple[PurePath, str]:
        known = self._folders.get(folder)
        if known is None:
            start = type(folder)(folder.anchor)
            known = self._walk(start, list(folder.parts[1:]), self._strange)
            self._folders[folder] = known
        return known

    def _walk(
        self, start: PurePath, parts: list[str], strange: Callable[[PurePath], str]
    ) -> tuple[PurePath, str]:
        """Go from a folder without links down these names, and where their links lead.

        Args:
            start: The folder.
            parts: The names.
            strange: Says why a path must not be looked at.
        """
        current, rest, links = start, parts[::-1], 0
        while rest:
            part = rest.pop()
            if part == "..":
                current = current.parent
                continue
            step = current / part
            if why := strange(step):
                return step, why
            target = self._target(step)
            if target is None:
                current = step
                continue
            links += 1
            if links > MAX_LINKS:
                return step, "is a circle of links"
            joined = _plain(current / target)
            if target.root or target.drive:
                current = type(joined)(joined.anchor)
                rest += joined.parts[:0:-1]
            else:
                rest += target.parts[::-1]
        # A share of Windows is all in its first part.
        return current, strange(current)

    def _target(self, step: PurePath) -> PurePath | None:
        if self._read_link is None:
            return None
        try:
            text = self._read_link(step)
        except (OSError, ValueError):
            return None
        # A drive of Windows that is shown as a folder is no other place than that folder.
        return None if text.startswith("\\\\?\\Volume{") else _plain(type(step)(text))

    def _strange(self, path: PurePath) -> str:
        """Why a path must not even be looked at; empty when it may."""
        if names_device(path):
            return DEVICE
        why = strangeness(path)
        is_known = machine_of(path) in self._machines
        return "" if not why or is_known or _leads_to(path, self._roots) else why


def _is_below(path: PurePath, roots: Iterable[PurePath]) -> bool:
    return any(path == root or root in path.parents for root in roots)


def _leads_to(path: PurePath, roots: Iterable[PurePath]) -> bool:
    """Whether a path lies below a root, or on the way to it."""
    return any(path == root or root in path.parents or path in root.parents for root in roots)


def _plain(path: PurePath) -> PurePath:
    r"""A path of Windows without ``\\?\`` and ``..``, as Windows itself reads it; others as is."""
    if not isinstance(path, PureWindowsPath):
        return path
    text = str(path)
    if text[:8].upper() == "\\\\?\\UNC\\":
        text = f"\\\\{text[8:]}"
    elif text.startswith("\\\\?\\") and text[5:6] == ":":
        text = text[4:]
    found: list[str] = []
    plain = type(path)(text)
    for part in plain.parts[1:] if plain.anchor else plain.parts:
        if part == ".." and (found or plain.anchor):
            found[-1:] = []
        else:
            found.append(part)
    return type(path)(plain.anchor, *found)


def system_links(path: PurePath) -> str:
    """Where a link of this machine leads.

    Raises:
        OSError: It is none.
    """
    return str(Path(path).readlink())
