"""Which files a scene is made of besides its own: textures, sounds, fonts, caches, libraries."""

from collections import deque
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.renderers.blender.blendfile import read_blend
from rendermanager.renderers.blender.scenes import named_files

MOST_LIBRARIES: Final = 64
"""Linked files that are looked into; productions link dozens, and each takes a moment."""
_BLEND: Final = ".blend"


def files_used(source: Path) -> tuple[Path, ...]:
    """Every file that a scene names, and those of the libraries that it links, each once.

    Packed and numbered files are left out, and so are those of libraries that cannot be read:
    Blender says that. Blocks on the disk.
    """
    found: dict[Path, None] = {}
    waiting, looked = deque([source]), 0
    while waiting and looked < MOST_LIBRARIES:
        library = waiting.popleft()
        looked += 1
        try:
            named = named_files(read_blend(library), library.parent)
        except BadInput:
            continue
        for path in named:
            if path not in found and path != source:
                found[path] = None
                if path.suffix.lower() == _BLEND:
                    waiting.append(path)
    return tuple(found)
