"""What a stager is told to bring, as it is written into the folder of an attempt."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

PLAN_FILE: Final = "files.json"


class Bring(StrEnum):
    """How a file gets to where the renderer reads it."""

    STAY = "stay"
    """It is read where it lies; that it still lies there is looked at."""
    LINK = "link"
    """Under a second name, or as a copy where the volume is another one. Nobody writes to it."""
    COPY = "copy"
    """As a copy that the renderer may do anything with."""


@dataclass(frozen=True)
class Item:
    """One file.

    Attributes:
        source: Absolute path with no link in it, or an address of the web.
        shown: The same for people.
        to: Absolute path of where it is to be.
        way: How it gets there.
        may_miss: Whether it is passed over where it is missing.
    """

    source: str
    shown: str
    to: str
    way: Bring
    may_miss: bool = False

    @property
    def is_download(self) -> bool:
        """Whether it comes from another machine by its address."""
        return self.source[:8].lower().startswith(("http://", "https://"))


def packed(items: Iterable[Item]) -> bytes:
    """The items as JSON; names that are no text survive."""
    return json.dumps([asdict(each) for each in items]).encode("ascii")


def unpacked(content: bytes) -> list[Item]:
    """The items that `packed` has written."""
    return [Item(**{**each, "way": Bring(each["way"])}) for each in json.loads(content)]
