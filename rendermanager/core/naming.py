"""Names of outputs: templates, safe names on every system, numbered versions."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final

MAX_NAME_BYTES: Final = 255
"""Longest file name on the usual file systems, in bytes of UTF-8."""
MAX_VERSION: Final = 9_999

RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?",
    re.IGNORECASE | re.DOTALL,
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_FIELD = re.compile(r"\{([a-z_]+)\}")
_FRAME = re.compile(r"((?:[^%]|%%)*?)([ ._-]?%(?:0\d{1,2})?d.*)", re.DOTALL)


def safe_name(text: str, fallback: str = "untitled") -> str:
    """A file name that Windows, macOS and Linux all accept, as near to `text` as can be.

    Control and separator characters become ``_``; trailing dots and spaces go; reserved words get
    an underscore; the name is cut to 255 bytes of UTF-8 with its extension kept.
    """
    readable = text.encode("utf-8", "replace").decode("utf-8")
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", readable)).rstrip(". ").lstrip()
    # Cutting can uncover a reserved word, or leave nothing but dots.
    name = shortened(name)
    if not name.strip("_ ."):
        name = fallback
    return shortened(f"_{name}") if RESERVED.fullmatch(name) else name


def shortened(name: str, limit: int = MAX_NAME_BYTES) -> str:
    """`name` cut to `limit` bytes of UTF-8, its extension kept, no character broken."""
    if len(name.encode()) <= limit:
        return name
    suffix = _suffix(name, limit)
    room = limit - len(suffix.encode())
    stem = name.removesuffix(suffix).encode()[:room].decode("utf-8", "ignore")
    return stem.rstrip(". ") + suffix


def _suffix(name: str, limit: int) -> str:
    """The extension, unless it is so long that it is no extension but a name with a dot."""
    suffix = PurePath(name).suffix
    return suffix if len(suffix.encode()) <= limit // 2 else ""


def fill(template: str, values: Mapping[str, object]) -> str:
    """A template such as ``{name}_{width}x{height}`` with its fields filled in and made safe.

    Raises:
        ValueError: The template names a field that does not exist.
    """

    def value(match: re.Match[str]) -> str:
        key = match.group(1)
        if key not in values:
            known = ", ".join(sorted(values))
            raise ValueError(f"“{{{key}}}” is not a field of a file name (known: {known})")
        return str(values[key])

    return safe_name(_FIELD.sub(value, template))


def numbered(name: str, version: int) -> str:
    """`name` with a version in front of its extension: ``a.mp4`` → ``a_v002.mp4``.

    In the pattern of a sequence it stands in front of the number (``a_%04d.png`` →
    ``a_v002_%04d.png``): programs that read sequences count by the last number of a name.
    """
    suffix = _suffix(name, MAX_NAME_BYTES)
    stem, tail = name.removesuffix(suffix), f"_v{version:03d}{suffix}"
    if numbers := _FRAME.fullmatch(name):
        stem, rest = numbers.groups()
        tail = f"_v{version:03d}{rest}" if stem else f"v{version:03d}_{rest.lstrip(' ._-')}"
    return shortened(stem, MAX_NAME_BYTES - len(tail.encode())) + tail


def first_free(name: str, taken: Callable[[str], bool]) -> str:
    """`name`, or its lowest numbered version that is not taken.

    Raises:
        ValueError: Ten thousand versions are taken.
    """
    if not taken(name):
        return name
    for version in range(2, MAX_VERSION + 1):
        candidate = numbered(name, version)
        if not taken(candidate):
            return candidate
    raise ValueError(f"there are already {MAX_VERSION} versions of “{name}”")
