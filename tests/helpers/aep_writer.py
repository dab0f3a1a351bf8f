"""Writes small projects of After Effects: the same content as RIFX or as XML.

The places of the numbers are those of real projects: After Effects 2018, 2019, 2020, 2022 and 2023.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr


@dataclass
class Node:
    """A chunk with content, or a list of chunks."""

    name: str
    data: bytes | None = None
    children: list["Node"] = field(default_factory=list)

    def riff(self) -> bytes:
        if self.data is not None:
            name, content = self.name.encode(), self.data
        else:
            name = b"LIST"
            content = self.name.encode().ljust(4) + b"".join(each.riff() for each in self.children)
        return (
            name.ljust(4) + struct.pack(">I", len(content)) + content + b"\0" * (len(content) & 1)
        )

    def xml(self) -> str:
        if self.data is None:
            return f"<{self.name}>{''.join(each.xml() for each in self.children)}</{self.name}>"
        if self.name == "Utf8":
            text = self.data.decode().replace("&", "&amp;").replace("<", "&lt;")
            return f"<string>{text}</string>" if text else "<string/>"
        if self.name == "alas":
            pairs = json.loads(self.data).items()
            return f"<fileReference {' '.join(f'{k}={quoteattr(str(v))}' for k, v in pairs)}/>"
        return f'<{self.name} bdata="{self.data.hex()}"/>'


def riff_of(nodes: Sequence[Node]) -> bytes:
    content = b"Egg!" + b"".join(node.riff() for node in nodes)
    description = b'<?xpacket begin=""?><x:xmpmeta/>'
    return b"RIFX" + struct.pack(">I", len(content)) + content + description


def xml_of(nodes: Sequence[Node]) -> bytes:
    inside = "\n".join(node.xml() for node in nodes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<AfterEffectsProject majorVersion="1">\n'
        "<ProjectXMPMetadata><![CDATA[<?xpacket?>]]></ProjectXMPMetadata>\n"
        f"{inside}\n</AfterEffectsProject>"
    ).encode()


def project(
    *items: Node, version: tuple[int, int, int] = (25, 0, 53), queue: Node | None = None
) -> list[Node]:
    nodes = [head(*version), Node("nnhd", bytes(40)), Node("Fold", children=[*items])]
    return [*nodes, queue] if queue else nodes


def head(major: int, minor: int, build: int) -> Node:
    packed = (major >> 3) << 26 | 12 << 22 | (major & 7) << 19 | minor << 15 | 1 << 9 | build
    return Node("head", struct.pack(">II", 0x5D0004, packed) + bytes(12))


def text(value: str) -> Node:
    return Node("Utf8", value.encode())


def item(kind: int, number: int, name: str, *children: Node) -> Node:
    idta = struct.pack(">H14xI", kind, number) + bytes(64)
    return Node("Item", children=[Node("idta", idta), text(name), *children])


def folder(number: int, name: str, *items: Node) -> Node:
    return item(1, number, name, Node("Sfdr", children=[*items]))


def composition(
    number: int,
    name: str,
    *,
    size: tuple[int, int] = (1920, 1080),
    rate: tuple[int, int] = (25, 1),
    seconds: tuple[int, int] = (4, 1),
    start: tuple[int, int] = (0, 1),
    uses: Sequence[int] = (),
) -> Node:
    data = bytearray(204)
    struct.pack_into(">I", data, 4, rate[1] * 512)
    struct.pack_into(">I", data, 8, rate[0] * 512)
    struct.pack_into(">II", data, 28, 0, 600)
    struct.pack_into(">II", data, 36, 0xFFFFFFFF, 600)
    struct.pack_into(">II", data, 44, *seconds)
    struct.pack_into(">HHII", data, 140, *size, 1, 1)
    struct.pack_into(">I", data, 156, round(rate[0] / rate[1] * 65536))
    struct.pack_into(">iI", data, 164, *start)
    layers = [layer(at, used) for at, used in enumerate(uses)]
    return item(4, number, name, Node("cdta", bytes(data)), Node("cdrp", b"\1"), *layers)


def layer(number: int, source: int) -> Node:
    data = bytearray(160)
    struct.pack_into(">I", data, 0, number)
    struct.pack_into(">I", data, 40, source)
    inner = Node("tdgp", children=[Node("tdsb", bytes(4)), text("-_0_/-")])
    return Node("Layr", children=[Node("ldta", bytes(data)), text(""), inner])


def footage(
    number: int,
    path: str,
    *,
    up: int = 0,
    down: int = 0,
    names: Sequence[str] = (),
    parts: tuple[str, str, int, int, int] | None = None,
    missed: bool = False,
) -> Node:
    """A file, or a sequence: by its names, or by head, tail, digits, first and last number."""
    data = bytearray(222)
    data[22:26] = b"MOoV"
    struct.pack_into(">H2xHII", data, 32, 1280, 720, 5, 1)
    struct.pack_into(">IH", data, 56, 25, 0)
    data[115] = missed
    struct.pack_into(">III", data, 172, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    before = [text("")]
    if parts:
        struct.pack_into(">III", data, 172, parts[3], parts[4], parts[2])
        before = [text(parts[0]), text(parts[1])]
    place = {
        "ascendcount_base": up,
        "ascendcount_target": down,
        "fullpath": path,
        "target_is_folder": 1 if names or parts else 0,
    }
    listed = [Node("StVc", children=[text(name) for name in names])] if names else []
    alas = Node("Als2", children=[Node("alas", json.dumps(place).encode())])
    opti = Node("opti", b"MOoV\0\5" + bytes(52))
    pin = Node("Pin", children=[Node("sspc", bytes(data)), *before, alas, *listed, opti])
    return item(7, number, "", pin)


def solid(number: int, name: str) -> Node:
    opti = b"Soli\0\x09" + bytes(20) + name.encode("cp1252").ljust(256, b"\0")
    pin = Node("Pin", children=[Node("sspc", bytes(222)), text(""), Node("opti", opti)])
    return item(7, number, "", pin)


def placeholder(number: int, name: str) -> Node:
    opti = bytes(4) + b"\0\2" + bytes(4) + name.encode("cp1252").ljust(256, b"\0")
    pin = Node("Pin", children=[Node("sspc", bytes(222)), text(""), Node("opti", opti)])
    return item(7, number, "", pin)


def render_queue(*lines: tuple[int, int, Sequence[str]]) -> Node:
    """Lines with the number of a composition, a status and the folders written to."""
    rows, modules = b"", []
    for number, status, folders in lines:
        rows += (bytes(8) + struct.pack(">II", number, status)).ljust(2246, b"\0")
        modules += [Node("list", children=[Node("lhd3", bytes(52))]), _modules(folders)]
    table = struct.pack(">I6xH6xH", 0xD00BEE, len(lines), 2246).ljust(52, b"\0")
    settings = [Node("lhd3", table), *([Node("ldat", rows)] if rows else [])]
    children = [Node("list", children=settings), Node("LItm", children=modules)]
    return Node("LRdr", children=[Node("Rout", bytes(4)), *children])


def _modules(folders: Sequence[str]) -> Node:
    children = []
    for path in folders:
        place = json.dumps({"fullpath": path, "target_is_folder": 1}).encode()
        children += [
            Node("Roou", bytes(154)),
            Node("Als2", children=[Node("alas", place)]),
            text("H.264"),
            text("[compName].[fileExtension]"),
        ]
    return Node("LOm", children=children)
