"""Renders a part of a scene inside Blender, as the JSON file named after ``--`` says."""

import json
import sys
from pathlib import Path

import bpy

REFUSED = 9
"""Exit code after a line that says what is wrong."""
TALKS_LESS = (5, 0)
"""Since this version Blender prints no progress unless a handler does."""
LAYERS = "OPEN_EXR_MULTILAYER"
FORMATS = {"png": "PNG", "jpeg": "JPEG", "exr": "OPEN_EXR", "exr-layers": LAYERS, "tiff": "TIFF"}
DEPTHS = {"png": "8", "jpeg": "8", "exr": "16", "exr-layers": "16", "tiff": "16"}
ENGINES = {
    "cycles": ("CYCLES",),
    "eevee": ("BLENDER_EEVEE_NEXT", "BLENDER_EEVEE"),
    "workbench": ("BLENDER_WORKBENCH",),
}


def refuse(text):
    """Say what is wrong, in a line that Render Manager knows, and end."""
    print(f"rendermanager: {text}", flush=True)
    sys.exit(REFUSED)


def main(wish):
    """Set the scene up and do what is wished for."""
    scene = bpy.data.scenes.get(wish["scene"]) if wish["scene"] else bpy.context.scene
    if scene is None:
        refuse(f"There is no scene “{wish['scene']}” in this file.")
    if bpy.context.window is not None:
        bpy.context.window.scene = scene
    if wish["step"] == "sound":
        mix_down(scene, wish)
        return
    choose(scene, wish)
    write_as(scene, wish)
    if bpy.app.version >= TALKS_LESS:
        report(scene)
    for first, last, step in wish["runs"]:
        scene.frame_start, scene.frame_end, scene.frame_step = first, last, step
        bpy.ops.render.render(animation=True, scene=scene.name)


def choose(scene, wish):
    """Camera, size, engine, samples, threads."""
    render = scene.render
    if wish["camera"]:
        camera = bpy.data.objects.get(wish["camera"])
        if camera is None or camera.type != "CAMERA":
            refuse(f"There is no camera “{wish['camera']}” in this file.")
        scene.camera = camera
    if wish["percent"]:
        render.resolution_percentage = wish["percent"]
    if wish["engine"] in ENGINES:
        choose_engine(render, wish["engine"])
    if wish["threads"]:
        render.threads_mode, render.threads = "FIXED", wish["threads"]
    if render.engine == "CYCLES":
        set_up_cycles(scene.cycles, wish)
    elif wish["samples"] and render.engine.startswith("BLENDER_EEVEE"):
        scene.eevee.taa_render_samples = wish["samples"]


def set_up_cycles(cycles, wish):
    """Samples, device, denoising."""
    choose_device(cycles, wish["device"])
    if wish["samples"]:
        cycles.samples = wish["samples"]
    if wish["denoise"] != "scene":
        cycles.use_denoising = wish["denoise"] == "on"


def choose_engine(render, wanted):
    """Eevee was renamed twice."""
    for name in ENGINES[wanted]:
        try:
            render.engine = name
        except TypeError:
            continue
        return
    refuse(f"This Blender has no engine “{wanted}”.")


def choose_device(cycles, wanted):
    """All graphics cards of one kind, or the processor alone."""
    if wanted == "auto":
        return
    if wanted == "cpu":
        cycles.device = "CPU"
        return
    preferences = bpy.context.preferences.addons["cycles"].preferences
    try:
        preferences.compute_device_type = wanted.upper()
    except TypeError:
        refuse(f"This Blender cannot use {wanted.upper()} on this machine.")
    preferences.get_devices()
    found = [device for device in preferences.devices if device.type == wanted.upper()]
    if not found:
        refuse(f"Blender finds no graphics card for {wanted.upper()}.")
    for device in preferences.devices:
        device.use = device.type == wanted.upper()
    cycles.device = "GPU"


def write_as(scene, wish):
    """Format and name of the pictures."""
    render, wanted = scene.render, FORMATS[wish["format"]]
    if render.use_multiview:
        refuse("This scene renders several views (stereo), which is not supported.")
    image = render.image_settings
    before = image.file_format
    if hasattr(image, "media_type"):
        image.media_type = "MULTI_LAYER_IMAGE" if wanted == LAYERS else "IMAGE"
    image.file_format = wanted
    if before != wanted:
        # Whoever has chosen this format in the scene has chosen its depth as well.
        image.color_depth = DEPTHS[wish["format"]]
        keeps_alpha = render.film_transparent and wanted != "JPEG"
        if wanted != LAYERS:  # which has the channels that each pass has
            image.color_mode = "RGBA" if keeps_alpha else "RGB"
    if wish["depth"]:
        image.color_depth = wish["depth"]
    if wish["opaque"] and wanted != LAYERS:
        image.color_mode = "RGB"
    render.use_file_extension = True
    render.use_overwrite, render.use_placeholder = True, False
    target = wish["target"]
    if bpy.app.version >= TALKS_LESS:
        # Braces would be filled in.
        target = target.replace("{", "{{").replace("}", "}}")
    render.filepath = target


def report(scene):
    """Print what Blender does, as older versions print it by themselves."""

    @bpy.app.handlers.persistent
    def tell(text, *_):
        print(f"Fra:{scene.frame_current} {text}", flush=True)

    bpy.app.handlers.render_stats.append(tell)


def mix_down(scene, wish):
    """The sound of the sequencer in one file."""
    first, last, _ = wish["runs"][0]
    scene.frame_start, scene.frame_end = first, last
    bpy.ops.sound.mixdown(filepath=wish["target"], container="FLAC", codec="FLAC", format="S16")


main(json.loads(Path(sys.argv[sys.argv.index("--") + 1]).read_text(encoding="utf-8")))
