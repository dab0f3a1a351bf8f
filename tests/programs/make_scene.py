"""Runs inside Blender: saves small scenes into a folder, and tells what Blender knows of them.

Call: blender -b --factory-startup --python make_scene.py -- FOLDER
"""

import json
import sys
import wave
from pathlib import Path
from typing import Any

import bpy

FOLDER = Path(sys.argv[-1])


def small(scene: Any, engine: str) -> None:
    scene.render.engine = engine
    scene.render.resolution_x, scene.render.resolution_y = 64, 48
    scene.render.resolution_percentage = 100
    scene.frame_start, scene.frame_end = 1, 4
    if engine == "CYCLES":
        scene.cycles.samples = 2
        scene.cycles.use_denoising = False


def save(name: str) -> None:
    bpy.ops.wm.save_as_mainfile(filepath=str(FOLDER / name), copy=True)
    facts = [
        {
            "name": scene.name,
            "range": [scene.frame_start, scene.frame_end, scene.frame_step],
            "rate": [scene.render.fps, round(scene.render.fps_base, 5)],
            "size": [scene.render.resolution_x, scene.render.resolution_y],
            "percent": scene.render.resolution_percentage,
            "engine": scene.render.engine,
            "camera": scene.camera.name if scene.camera else "",
            "layers": [layer.name for layer in scene.view_layers],
            "sounds": sum(s.type == "SOUND" for s in scene.sequence_editor.sequences_all)
            if scene.sequence_editor
            else 0,
        }
        for scene in bpy.data.scenes
    ]
    cameras = sorted(each.name for each in bpy.data.objects if each.type == "CAMERA")
    told = {"scenes": facts, "cameras": cameras, "current": bpy.context.scene.name}
    (FOLDER / f"{name}.json").write_text(json.dumps(told))


scene = bpy.context.scene
small(scene, "CYCLES")
cube = bpy.data.objects["Cube"]
cube.keyframe_insert("location", frame=1)
cube.location.x = 3
cube.keyframe_insert("location", frame=4)
save("moving.blend")

other = bpy.data.scenes.new("Zwei “Ω”")
small(other, "BLENDER_WORKBENCH")
other.frame_step, other.render.fps, other.render.fps_base = 2, 30, 1.001
other.render.resolution_percentage = 33
camera = bpy.data.objects.new("Seite", bpy.data.cameras.new("c"))
other.collection.objects.link(camera)
with wave.open(str(FOLDER / "beep.wav"), "wb") as sound:
    sound.setnchannels(1)
    sound.setsampwidth(2)
    sound.setframerate(8000)
    sound.writeframes(b"\x00\x30\x00\xd0" * 4000)
scene.sequence_editor_create().sequences.new_sound("beep", str(FOLDER / "beep.wav"), 1, 1)
save("two.blend")

boot = bpy.data.texts.new("boot.py")
boot.write(f"open({str(FOLDER / 'ran')!r}, 'w').close()")
boot.use_module = True
save("trap.blend")
bpy.data.texts.remove(boot)

scene.cycles.samples = 1_000_000
scene.render.resolution_percentage = 10_000
save("endless.blend")
