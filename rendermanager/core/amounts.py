"""Numbers in words for people, where no window is there to say them in its own language."""

from typing import Final

_UNITS: Final = ("bytes", "kB", "MB", "GB", "TB", "PB", "EB")


def size_words(size: int) -> str:
    """Bytes as people say them, in decimal units: ``12.4 MB``, ``300 MB``, ``1.2 GB``."""
    value = float(max(0, size))
    unit = 0
    # 999.5 would be shown as 1000 of the smaller unit.
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    if unit == 0:
        return "1 byte" if size == 1 else f"{value:.0f} bytes"
    return f"{value:.0f} {_UNITS[unit]}" if value >= 99.95 else f"{value:.1f} {_UNITS[unit]}"
