"""Makes the project's own render queue of its chunks."""

from typing import Final

from rendermanager.media.aep.chunks import Chunk
from rendermanager.media.aep.fields import text, whole
from rendermanager.media.aep.footage import place_in
from rendermanager.media.aep.model import QueueItem, QueueStatus

_STATUS: Final = tuple(QueueStatus)


def queue_of(lines: Chunk | None) -> tuple[QueueItem, ...]:
    """The lines of a render queue; none for None."""
    if lines is None:
        return ()
    settings = _rows(lines.first("list"))
    modules = [each for items in lines.all("LItm") for each in items.all("LOm")]
    found = []
    for at, row in enumerate(settings):
        status = whole(row, 12, 4)
        outputs = _outputs(modules[at]) if at < len(modules) else ()
        known = _STATUS[status] if status < len(_STATUS) else None
        found.append(QueueItem(whole(row, 8, 4), known, outputs))
    return tuple(found)


def _rows(table: Chunk | None) -> list[bytes]:
    """The rows of a table: its head tells how many, and how long they are."""
    if table is None:
        return []
    head, data = table.data_of("lhd3"), table.data_of("ldat")
    count, size = whole(head, 10, 2), whole(head, 18, 2)
    if not size:
        return []
    return [data[at * size : (at + 1) * size] for at in range(min(count, len(data) // size))]


def _outputs(module: Chunk) -> tuple[str, ...]:
    """Where each output module of a line writes; its file name stands for a path not told."""
    groups: list[Chunk] = []
    for child in module.children:
        if child.name == "Als2":
            groups.append(Chunk("", children=[child]))
        elif groups:
            groups[-1].children.append(child)
    return tuple(filter(None, (_output(group) for group in groups)))


def _output(group: Chunk) -> str:
    place = place_in(group)
    names = [text(each.data) for each in group.all("Utf8")]
    if place.is_folder and len(names) >= 2 and names[1]:
        mark = "\\" if "\\" in place.path else "/"
        return f"{place.path.rstrip(mark)}{mark}{names[1]}"
    return place.path
