"""What a .blend file would render, told from its blocks: scenes, ranges, cameras, lost files."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.media.trouble import shown
from rendermanager.renderers.blender.blendfile import BlendFile, Block, read_blend

ENGINE: Final = "engine"
"""Fact of a scene: Blender's own word for the engine that renders it."""
CAMERA: Final = "camera"
"""Fact of a scene: name of its camera; absent where it has none."""
CAN_DO_WITHOUT: Final = "no_camera_needed"
"""Fact of a scene: its pictures may come from elsewhere, or markers choose the camera."""
SOUND: Final = "sound"
"""Fact of a scene: number of sound strips in its sequencer."""
VIEW_LAYERS: Final = "view_layers"
"""Fact of a scene: names of its view layers, one a line."""
CAMERAS: Final = "cameras"
"""Fact of a scene: names of all cameras in the file, one a line; absent when not all are known."""
SAVED_BY: Final = "saved_by"
"""Fact of a scene: version of the Blender that saved it."""
FULL_SIZE: Final = "full_size"
"""Fact of a scene: its size at 100 %, as ``1920x1080``; absent where a part is cut out of it."""
VIEWS: Final = "views"
"""Fact of a scene: it renders several views of each frame."""

_CAMERA_TYPE: Final = 11
_SOUND_STRIP: Final = 4
_BORDER, _CROP = 1 << 9, 1 << 11
_MULTIVIEW: Final = 1 << 21
_MOST_FRAMES: Final = 1 << 21
"""More than Blender can count to: such a range is damage."""
_RATE_DIGITS: Final = 10_000
_NAMED: Final[Mapping[str, tuple[str, str]]] = {
    "LI": ("Library", "name"),
    "IM": ("Image", "name"),
    "SO": ("bSound", "name"),
    "VF": ("VFont", "name"),
    "MC": ("MovieClip", "name"),
    "CF": ("CacheFile", "filepath"),
}
"""Blocks that name a file of their own, with the structure and the field that does."""
_SINGLE_FILE: Final = frozenset({1, 3})
"""Sources of an image that are one file; others are made, or numbered."""
_FILM: Final = 2
"""Source of a movie clip that is one file."""
_BUILT_IN: Final = "<builtin>"


def inspect_blend(source: Path) -> SourceInfo:
    """What a .blend file holds, without running anything of it.

    Raises:
        BadInput: It cannot be used; the problem says why.
    """
    try:
        size = source.stat().st_size
    except OSError as error:
        text = f"“{shown(source)}” cannot be read: {error.strerror or error}."
        raise BadInput([Problem("source", text, "Check its name.")]) from error
    file = read_blend(source)
    parts = tuple(_scenes(file))
    if not parts:
        hint = "Choose a file with a scene in it; libraries of objects cannot be rendered."
        raise BadInput([Problem("source", f"“{shown(source)}” holds no scene.", hint)])
    first = parts[0]
    return SourceInfo(
        SourceKind.PROJECT,
        duration_s=float(first.frames * first.step / Fraction(first.rate)) if first.rate else 0.0,
        frames=first.frames,
        rate=first.rate,
        width=first.width,
        height=first.height,
        size_bytes=size,
        first_frame=first.first_frame,
        parts=parts,
        missing_files=tuple(_missing(file, source.parent)),
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    file: BlendFile
    block: Block
    belongings: tuple[Block, ...]

    def number(self, *path: str) -> int:
        return self.file.dna.whole(self.block.content, "Scene", *path)

    def render(self, name: str) -> int:
        return self.number("r", name)

    def leads(self, *path: str) -> int:
        return self.file.dna.address(self.block.content, "Scene", *path)

    def of_kind(self, kind: str) -> list[Block]:
        dna = self.file.dna
        return [each for each in self.belongings if dna.name_of(each.structure) == kind]


def _scenes(file: BlendFile) -> Iterator[Part]:
    """The scenes, the one that was open when the file was saved first."""
    current = {
        file.dna.address(block.content, "FileGlobal", "curscene")
        for block in file.blocks
        if block.code == "GLOB"
    }
    owned: dict[int, list[Block]] = {}
    for block in file.blocks:
        owned.setdefault(block.owner, []).append(block)
    scenes = [
        _Scene(file, block, tuple(owned[block.owner][1:]))
        for block in file.blocks
        if block.code == "SC"
    ]
    cameras = {block.address: _name(file, block) for block in _objects(file)}
    for scene in sorted(scenes, key=lambda each: each.block.address not in current):
        yield _part(scene, cameras)


def _objects(file: BlendFile) -> Iterator[Block]:
    for block in file.blocks:
        is_object = block.code == "OB"
        if is_object and file.dna.whole(block.content, "Object", "type") == _CAMERA_TYPE:
            yield block


def _name(file: BlendFile, block: Block) -> str:
    """Without the two letters before it, which say what it is."""
    kind = file.dna.name_of(block.structure)
    return file.dna.text(block.content, kind, "id", "name")[2:]


def _part(scene: _Scene, cameras: Mapping[int, str]) -> Part:
    first, last = scene.render("sfra"), scene.render("efra")
    step = max(1, scene.render("frame_step"))
    percent = scene.render("size") or 100
    is_cut = _is_cut(scene)
    return Part(
        name=_name(scene.file, scene.block),
        first_frame=first,
        frames=max(0, (last - first) // step + 1) if last - first < _MOST_FRAMES else 0,
        step=step,
        rate=_rate(scene),
        width=0 if is_cut else scene.render("xsch") * percent // 100,
        height=0 if is_cut else scene.render("ysch") * percent // 100,
        facts=dict(_facts(scene, cameras)),
    )


def _is_cut(scene: _Scene) -> bool:
    return bool(scene.render("mode") & _BORDER and scene.render("mode") & _CROP)


def _rate(scene: _Scene) -> str:
    whole = scene.render("frs_sec")
    base = scene.file.dna.number(scene.block.content, "Scene", "r", "frs_sec_base")
    if whole <= 0 or not 0 < base < inf:
        return ""
    # 30 / 1.001 is stored as a float, and means 30000/1001.
    per = Fraction(base).limit_denominator(_RATE_DIGITS)
    rate = whole / per if per else Fraction()
    return f"{rate.numerator}/{rate.denominator}" if rate else ""


def _facts(scene: _Scene, cameras: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    dna = scene.file.dna
    yield ENGINE, dna.text(scene.block.content, "Scene", "r", "engine")
    yield SAVED_BY, ".".join(str(part) for part in scene.file.version)
    if not _is_cut(scene):
        yield FULL_SIZE, f"{scene.render('xsch')}x{scene.render('ysch')}"
    if scene.render("scemode") & _MULTIVIEW:
        yield VIEWS, "yes"
    camera = scene.leads("camera")
    if camera:
        # One of a linked file is no block of this one.
        yield CAMERA, cameras.get(camera, "linked")
    strips = scene.of_kind("Sequence")
    sounds = [each for each in strips if _strip_type(scene.file, each) == _SOUND_STRIP]
    has_nodes = scene.number("use_nodes") or scene.leads("compositing_node_group")
    if has_nodes or len(strips) > len(sounds) or scene.of_kind("TimeMarker"):
        yield CAN_DO_WITHOUT, "yes"
    if sounds:
        yield SOUND, str(len(sounds))
    layers = [dna.text(each.content, "ViewLayer", "name") for each in scene.of_kind("ViewLayer")]
    yield VIEW_LAYERS, "\n".join(layers)
    if scene.file.is_whole and "linked" not in cameras.values():
        yield CAMERAS, "\n".join(sorted(cameras.values()))


def _strip_type(file: BlendFile, block: Block) -> int:
    return file.dna.whole(block.content, "Sequence", "type")


def named_files(file: BlendFile, folder: Path) -> list[Path]:
    """Files that a scene names, each once; `folder` is the one that it lies in."""
    named = (_file_of(file, block) for block in file.blocks if block.code in _NAMED)
    return [Path(_path(name, folder)) for name in dict.fromkeys(filter(None, named))]


def _missing(file: BlendFile, folder: Path) -> Iterator[str]:
    """Those of them that do not exist."""
    for path in named_files(file, folder):
        if not os.path.lexists(path):
            yield str(path)


def _file_of(file: BlendFile, block: Block) -> str:
    """The file that a block names; empty where it is packed, made or numbered."""
    kind, field = _NAMED[block.code]
    dna, content = file.dna, block.content
    if dna.address(content, kind, "packedfile") or dna.address(content, kind, "packedfiles"):
        return ""
    if kind == "Image":
        packed = dna.address(content, kind, "packedfiles", "first")
        if packed or dna.whole(content, kind, "source") not in _SINGLE_FILE:
            return ""
    if kind == "CacheFile" and dna.whole(content, kind, "is_sequence"):
        return ""
    if kind == "MovieClip" and dna.whole(content, kind, "source") != _FILM:
        return ""
    name = dna.text(content, kind, field)
    return "" if name == _BUILT_IN or "<UDIM>" in name else name


def _path(name: str, folder: Path) -> str:
    """``//`` is the folder of the file; what Windows has saved has its separators."""
    if name.startswith("//"):
        inside = name[2:].replace("\\", "/") if os.sep == "/" else name[2:]
        return os.path.normpath(os.path.join(folder, inside))  # noqa: PTH118 - .. of a missing one
    return os.path.normpath(name)
