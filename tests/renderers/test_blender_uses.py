"""Files that a scene is made of: told without Blender, through the libraries that it links."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from rendermanager.renderers.blender import uses
from rendermanager.renderers.blender.engine import BlenderEngine
from rendermanager.renderers.blender.uses import files_used
from rendermanager.renderers.extras import (
    uses_of,
)
from tests.programs.draws_frames import png

PROGRAM = shutil.which(os.environ.get("RENDERMANAGER_BLENDER") or "blender")
SAVED = Path(__file__).parent / "blends"
MAKES_LIBRARY = """
import bpy
image = bpy.data.images.load(r"{texture}")
material = bpy.data.materials.new("Brick")
material.use_nodes = True
node = material.node_tree.nodes.new("ShaderNodeTexImage")
node.image = image
bpy.data.objects["Cube"].data.materials[0] = material
bpy.ops.wm.save_as_mainfile(filepath=r"{library}", compress=True)
"""
LINKS_IT = """
import bpy
bpy.ops.wm.read_homefile(use_empty=True)
with bpy.data.libraries.load(r"{library}", link=True) as (there, here):
    here.objects = ["Cube"]
bpy.context.scene.collection.objects.link(here.objects[0])
bpy.ops.wm.save_as_mainfile(filepath=r"{scene}")
"""


@pytest.mark.parametrize("version", ["3.4", "4.2", "5.0"])
def test_a_texture_counts_whether_it_is_there_or_not(version: str, tmp_path: Path) -> None:
    scene = tmp_path / "shot.blend"
    scene.write_bytes((SAVED / f"saved-{version}.blend").read_bytes())
    assert tmp_path / "textures" / "brick.png" in uses_of(BlenderEngine(), scene)


def test_a_scene_that_cannot_be_read_uses_nothing(tmp_path: Path) -> None:
    (tmp_path / "shot.blend").write_text("no scene")
    assert files_used(tmp_path / "shot.blend") == ()
    assert files_used(tmp_path / "gone.blend") == ()


def test_libraries_that_link_each_other_are_each_looked_into_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = {"a": ["b.blend", "a.png"], "b": ["a.blend", "c.blend"], "c": ["b.blend", "c.wav"]}
    looked: list[str] = []

    def read(path: Path) -> str:
        looked.append(path.stem)
        return path.stem

    def named(stem: str, folder: Path) -> Sequence[Path]:
        return [folder / name for name in links[stem]]

    monkeypatch.setattr(uses, "read_blend", read)
    monkeypatch.setattr(uses, "named_files", named)
    found = files_used(tmp_path / "a.blend")
    assert [path.name for path in found] == ["b.blend", "a.png", "c.blend", "c.wav"]
    assert looked == ["a", "b", "c"]


@pytest.mark.engines
@pytest.mark.skipif(PROGRAM is None, reason="Blender is not installed")
def test_the_textures_of_a_library_are_found(tmp_path: Path) -> None:
    texture, library = tmp_path / "brick.png", tmp_path / "assets" / "library.blend"
    scene = tmp_path / "shot.blend"
    library.parent.mkdir()
    texture.write_bytes(png(7))
    for script in (MAKES_LIBRARY, LINKS_IT):
        code = script.format(texture=texture, library=library, scene=scene)
        subprocess.run([str(PROGRAM), "-b", "--python-expr", code], check=True, timeout=120)
    assert set(files_used(scene)) >= {library, texture}
