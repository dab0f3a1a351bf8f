"""What is measured of the machine and its renders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

CPU: Final = "cpu"
MEMORY: Final = "memory"
RENDERS: Final = "renders"
"""The series of the memory that all renders hold together."""
CORE: Final = "core/"
"""The series of one processor is this with its number."""
CARD: Final = "card/"
"""The series of one graphics card are this with its number, and what is measured of it."""
VOLUME: Final = "volume/"
"""The series of one volume are this with what is measured of it, and where it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeLoad:
    """What all processes of one render do.

    Attributes:
        cores: Processors that were busy since the look before; 1.5 is one and a half, None in the
            first look.
        memory: Bytes held now; pages that processes share count once for each.
        read: Bytes fetched from storage by those that live.
        written: Bytes sent to storage by those that live.
        moved_per_s: Bytes fetched and sent since the look before, for each second; None in the
            first look.
        card_memory: Bytes held on graphics cards, as far as their drivers tell.
        cpu_s: Seconds of processor time that were seen of it, those of ended processes included.
        processes: How many live.
    """

    cores: float | None
    memory: int
    read: int
    written: int
    moved_per_s: float | None = None
    card_memory: int = 0
    cpu_s: float = 0.0
    processes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One graphics card. What it does not tell is None, or 0 for memory.

    Attributes:
        name: As its driver calls it.
        load: Share of the last moments in which it worked, 0 to 1.
        memory_used: Bytes.
        memory_total: Bytes.
        celsius: How hot it is.
        encoder: Share of the last moments in which its video encoder worked, 0 to 1.
        decoder: The same of its decoder.
        sessions: Videos that are being encoded on it.
    """

    name: str
    load: float | None = None
    memory_used: int = 0
    memory_total: int = 0
    celsius: float | None = None
    encoder: float | None = None
    decoder: float | None = None
    sessions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeLoad:
    """A volume that results go to.

    Attributes:
        mount: Where it begins: ``/home``, ``D:``.
        free: Bytes that may still be written; as last told, None where it has not answered yet.
        total: Bytes in all; None as above.
        read_per_s: Bytes fetched for each second since the look before; None where nobody tells.
        written_per_s: Bytes sent, likewise.
    """

    mount: str
    free: int | None = None
    total: int | None = None
    read_per_s: float | None = None
    written_per_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The machine at one moment.

    Attributes:
        at: When, aware, in UTC.
        cpu: Share of all processors that worked since the sample before, 0 to 1; None in the first.
        cores: The same for each processor; empty in the first.
        memory_used: Bytes that programs hold; what can be given back at once is left out.
        memory_total: Bytes.
        cards: Graphics cards that can be asked; none is a normal state.
        volumes: The volume that the next result goes to, then others.
        renders: What each running attempt does, by its number.
    """

    at: datetime
    cpu: float | None
    cores: tuple[float, ...]
    memory_used: int
    memory_total: int
    cards: tuple[Card, ...] = ()
    volumes: tuple[VolumeLoad, ...] = ()
    renders: Mapping[int, TreeLoad] = field(default_factory=dict)

    def series(self) -> dict[str, float]:
        """The numbers that are kept of it, by the names that they are asked for with."""
        found: dict[str, float | None] = {CPU: self.cpu, MEMORY: float(self.memory_used)}
        found |= {f"{CORE}{at}": share for at, share in enumerate(self.cores)}
        found[RENDERS] = float(sum(each.memory for each in self.renders.values()))
        for at, card in enumerate(self.cards):
            found[f"{CARD}{at}/load"] = card.load
            found[f"{CARD}{at}/memory"] = float(card.memory_used) if card.memory_total else None
            found[f"{CARD}{at}/celsius"] = card.celsius
            found[f"{CARD}{at}/encoder"] = card.encoder
        for volume in self.volumes:
            found[f"{VOLUME}free{volume.mount}"] = volume.free
            found[f"{VOLUME}read{volume.mount}"] = volume.read_per_s
            found[f"{VOLUME}written{volume.mount}"] = volume.written_per_s
        return {name: float(value) for name, value in found.items() if value is not None}
