"""What a job would run or reach beyond its render, and the hash that approval is given to."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SHOWN_CHARACTERS: Final = 120
"""So much of a piece of code is shown; all of it is hashed."""


class Reach(StrEnum):
    """What a piece of a job does that a render alone does not."""

    EXPRESSION = "expression"
    """It is computed inside the program that renders."""
    SCRIPT = "script"
    """It is run by the program that renders, with the rights of the artist."""
    DOWNLOAD = "download"
    """It is fetched from another machine."""
    INSTALL = "install"
    """It stays on the machine after the render."""
    READ = "read"
    """It reads a file that lies in a folder that nobody has allowed."""
    PLACE = "place"
    """A result goes to a folder that nobody has chosen here."""


@dataclass(frozen=True, slots=True)
class Runs:
    """One piece of a job that needs approval.

    Attributes:
        reach: What it does.
        where: The part of the job in words: ``expression on layer “Title”, property “Opacity”``.
        code: All of it: the text of an expression or script, an address, a path.
        digest: Hash of what is too long or no text at all, hexadecimal; empty where `code` is all.
        granted: Whether a person lets all jobs do it anyway, as things are; see `needed`.
    """

    reach: Reach
    where: str
    code: str
    digest: str = ""
    granted: bool = False

    @property
    def sentence(self) -> str:
        """What it is, with the beginning of its code on one line."""
        code = " ".join(self.code.split())
        cut = f"{code[:SHOWN_CHARACTERS]}…" if len(code) > SHOWN_CHARACTERS else code
        return f"{self.where}: {cut}" if cut else self.where


def fingerprint(pieces: Iterable[Runs]) -> str:
    """SHA-256 of all pieces in their order, hexadecimal; empty when there are none.

    Each part goes in with its length, so that no two lists of pieces look alike.
    """
    total = hashlib.sha256()
    count = 0
    for piece in pieces:
        for part in (piece.reach.value, piece.where, piece.code, piece.digest):
            raw = part.encode("utf-8", "surrogatepass")
            total.update(b"%d:" % len(raw))
            total.update(raw)
        count += 1
    return total.hexdigest() if count else ""


def needed(pieces: Iterable[Runs]) -> tuple[Runs, ...]:
    """The pieces that a person has to approve: those that are not granted."""
    return tuple(piece for piece in pieces if not piece.granted)


def is_trusted(pieces: Sequence[Runs], approved: Iterable[str]) -> bool:
    """Whether nothing needs approval, or exactly these pieces have it.

    What has been granted since a job was approved takes nothing away from that.
    """
    left = needed(pieces)
    return not left or not {fingerprint(left), fingerprint(pieces)}.isdisjoint(approved)
