"""Reads the same chunks from a project that was saved as XML (``.aepx``).

A list is an element, a chunk an element with its content in hexadecimal in ``bdata``, a text a
``string``, and the place of a file a ``fileReference``. Entities and a document type are refused:
After Effects writes neither, and both are ways to make a small file large or to reach for others.
"""

import json
from collections.abc import Mapping
from typing import BinaryIO, Final, NoReturn
from xml.parsers import expat

from rendermanager.media.aep.chunks import DATA, LISTS, Budget, Chunk, kept_length
from rendermanager.media.aep.model import NotReadable

ROOT: Final = "AfterEffectsProject"
MAX_FILE_BYTES: Final = 1024**3
MAX_TOKEN_BYTES: Final = 32 * 1024**2
"""One element with its attributes; the parser keeps it whole."""
MAX_DEPTH: Final = 1_000
_BLOCK_BYTES: Final = 1024**2


def read_xml(file: BinaryIO, size: int) -> Chunk:
    """The chunks of a project.

    Args:
        file: Opened for reading bytes, at its beginning.
        size: Bytes in the file.

    Raises:
        NotReadable: It is no such file, it is damaged, or it is beyond the limits.
    """
    if size > MAX_FILE_BYTES:
        raise NotReadable("it is larger than 1 GB")
    builder = _Builder()
    parser = _parser(builder)
    silent = 0
    try:
        while block := file.read(_BLOCK_BYTES):
            before = builder.events
            parser.Parse(block, False)
            silent = 0 if builder.events != before else silent + len(block)
            if silent > MAX_TOKEN_BYTES:
                raise NotReadable("a part of it is too long")
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise NotReadable(f"line {error.lineno}: {expat.ErrorString(error.code)}") from error
    except (LookupError, UnicodeError, ValueError) as error:
        # An encoding that nobody knows, and hexadecimal that is none.
        raise NotReadable(str(error)) from error
    return builder.root


def _parser(builder: "_Builder") -> "expat.XMLParserType":
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    return parser


def _refuse(*_: object) -> NoReturn:
    raise NotReadable("it declares a document type or entities, which no project has")


class _Builder:
    """Turns elements into chunks."""

    def __init__(self) -> None:
        self.root = Chunk("")
        self.events = 0
        self._open: list[Chunk] = []
        self._depth = 0
        self._skipped_from = 0
        self._text: list[str] | None = None
        self._text_length = 0
        self._budget = Budget()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.events += 1
        self._depth += 1
        self._budget.look()
        if self._depth > MAX_DEPTH:
            raise NotReadable(f"its parts are more than {MAX_DEPTH:,} deep")
        if self._depth == 1:
            self._begin(name)
        elif not self._skipped_from:
            self._take(name, attributes)

    def end(self, _: str) -> None:
        """An element ends."""
        self.events += 1
        if self._skipped_from:
            if self._depth == self._skipped_from:
                self._skipped_from = 0
        elif self._text is not None:
            self._add("Utf8", "".join(self._text).encode("utf-8", "surrogatepass"))
            self._text = None
        elif self._open:
            self._open.pop()
        self._depth -= 1

    def text(self, text: str) -> None:
        """Text between tags."""
        self.events += 1
        if self._text is not None and self._text_length < kept_length("Utf8"):
            self._text.append(text)
            self._text_length += len(text)

    def _begin(self, name: str) -> None:
        if name != ROOT:
            raise NotReadable("it is not a project of After Effects")
        self._open.append(self.root)

    def _take(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element inside one that is kept."""
        if name == "string" and self._text is None:
            self._text, self._text_length = [], 0
        elif name in LISTS and self._text is None:
            self._budget.keep(0)
            child = Chunk(name)
            self._open[-1].children.append(child)
            self._open.append(child)
        else:
            self._skipped_from = self._depth
            if name == "fileReference":
                self._add("alas", json.dumps(dict(attributes)).encode())
            elif name in DATA:
                self._add(name, _content(name, attributes))

    def _add(self, name: str, data: bytes) -> None:
        data = data[: kept_length(name)]
        self._budget.keep(len(data))
        self._open[-1].children.append(Chunk(name, data))


def _content(name: str, attributes: Mapping[str, str]) -> bytes:
    """What an element holds in ``bdata``."""
    return bytes.fromhex(attributes.get("bdata", "")[: 2 * kept_length(name)])
