"""What Blender says when it fails."""

from collections.abc import Sequence
from typing import Final

from rendermanager.core.doubt import Doubt
from rendermanager.core.failure import Cause, FailureKind, FailureRule, Retry, rule
from rendermanager.renderers.system_failures import SYSTEM_RULES

_INPUT: Final = FailureKind.INVALID_INPUT
_RESOURCE: Final = FailureKind.RESOURCE_EXHAUSTION
_SYSTEM: Final = FailureKind.SYSTEM_ERROR
_FIX: Final = Retry.AFTER_FIX
_PROCESSOR: Final = "Render on the processor, or update the driver of the graphics card."

_BENIGN: Final = (
    rule(r"^Error: Not freed memory blocks|^Freeing memory after the leak|^\s*Not freed", None),
    rule(
        r"Color management: .{0,120}(?:using fallback|not found, )|OCIO.{0,40}using fallback", None
    ),
    rule(r"^Info: ?(?!.{0,200}no camera)", None),
    rule(r"ALSA lib|AL lib|Audio ?device .{0,40}not|unable to open a display|GHOST", None),
    rule(r"Warning: (?:class|unused|region type|property|.{0,80}'[A-Z_]+_[A-Z]{2}_)", None),
    rule(r"libdecor|failed to load (?:Vulkan|wayland)|Read (?:library|blend): |Reloading", None),
    rule(r"^\s*(?:DEG|depsgraph)\b.{0,80}(?:dependency )?cycle|Dependency cycle detected", None),
    rule(r"add-?on .{0,80}(?:not (?:loaded|found)|is disabled)|addon_utils", None),
    rule(r"script (?:auto-?)?(?:run|execution) .{0,40}(?:disabled|prevented)", None),
    # Cycles says what went wrong in the line that tells how far it is.
    rule(
        r"skipping existing frame|Fra: ?\d+ (?!.{0,300}(?:Build without|out of gpu"
        r"|out of memory in |\b(?:cuda|optix|hip|oneapi|metal)\b.{0,60}(?:error|fail)))",
        None,
    ),
    # It then draws without a display; what goes wrong after all says so in other words.
    rule(r"^EGL Error \(0x30(?:01|09)\)|fallback to surfaceless EGL", None),
)

_BLENDER: Final = (
    rule(
        r"^rendermanager: (.{1,500})",
        _INPUT,
        "It cannot be rendered this way: {0}",
        "Change the settings of the job, or the scene.",
        _FIX,
    ),
    rule(
        r"Build without OpenImageDenois",
        _INPUT,
        "This Blender cannot remove noise.",
        "Switch denoising off for the job (denoise=off), or choose another Blender.",
        _FIX,
    ),
    rule(
        r"system is out of gpu (?:and shared host )?memory|out of memory in (?:cu\w|hip|optix"
        r"|metal|one)",
        _RESOURCE,
        "The graphics card is out of memory.",
        "Render on the processor, or use smaller tiles and textures.",
        _FIX,
        cause=Cause.GRAPHICS_MEMORY,
    ),
    rule(
        r"(?:cuda|hip|optix|oneapi|metal|opencl) (?:error|device|kernel|context).{0,200}"
        r"(?:failed|error|invalid|illegal|unknown|not (?:found|available|supported))"
        r"|illegal address in (?:cuda|optix|hip)|failed to (?:create|load|execute|build) "
        r"(?:the )?(?:cuda|optix|hip|oneapi|metal|opencl)|invalid value in cu"
        r"|launch exceeded timeout"
        r"|no compatible gpus? found|device supported only with compute"
        r"|gpu backend .{0,40}(?:failed|not supported)"
        r"|unsupported gpu|a graphics card and driver with support for opengl|"
        r"could not initiali[sz]e (?:opengl|egl|gpu)|EGL Error",
        _SYSTEM,
        "The graphics card failed.",
        _PROCESSOR,
        _FIX,
        cause=Cause.GRAPHICS,
    ),
    rule(
        r"cannot render, no camera|no camera found in scene|active camera (?:is )?missing",
        _INPUT,
        "The scene has no active camera.",
        "Set a camera in the scene and save it.",
    ),
    rule(
        r"cannot read file .{0,1000}: no such file|file .{1,500}\.blend'? (?:not found"
        r"|does not exist)"
        r"|unable to (?:open|find) .{1,500}\.blend",
        _INPUT,
        "The .blend file is missing.",
        "Check its path.",
    ),
    rule(
        r"(?:file format is not supported|not a (?:blender|blend) file"
        r"|failed to read (?:blend )?file"
        r"|unknown (?:blend )?file format|missing DNA block|is not a library).{0,200}",
        _INPUT,
        "The file is damaged, or is no .blend file.",
        "Open it in Blender, or go back to a .blend1 copy.",
    ),
    rule(
        r"(?:file|saved|written) (?:was |is )?(?:by|with|from|in) (?:a )?newer (?:blender|version)"
        r"|newer blender binary",
        _INPUT,
        "The scene was saved by a newer Blender.",
        "Render it with that version.",
        _FIX,
    ),
    rule(
        r"unable to (?:create|open|write) .{0,40}(?:output|movie|file)|cannot (?:write"
        r"|save).{0,200}"
        r"(?:permission|read-only)|render error \((?!no space).{0,200}cannot save"
        r"|could not (?:write|save) (?:image|file)"
        r"|error writing (?:frame|image|file)|not able to write",
        _INPUT,
        "The pictures could not be written.",
        "Check the folder of the output and its rights.",
        _FIX,
    ),
    rule(
        r"could not (?:initiali[sz]e|find|open) (?:the )?(?:video )?(?:codec|stream|encoder)"
        r"|error (?:opening|initiali[sz]ing) (?:video|audio) (?:codec|stream)|could not open codec"
        r"|error initializing (?:video|audio) stream",
        _INPUT,
        "The film could not be begun: the codec does not take these settings.",
        "Choose another codec, or render pictures.",
        _FIX,
    ),
    rule(
        r"no (?:active )?(?:render|view) ?layers?\b|all render ?layers are disabled",
        _INPUT,
        "No view layer of the scene is switched on.",
        "Switch one on and save the scene.",
    ),
    rule(
        r"(?:unknown|invalid) (?:render )?engine|engine '?([\w ]{1,60})'? not found"
        r"|render engine .{1,60} (?:is )?not (?:available|found)|no such render engine",
        _INPUT,
        "This Blender does not have the render engine of the scene.",
        "Switch its add-on on, or choose another engine.",
        _FIX,
    ),
    rule(
        r"(?:cannot|unable to|can't) (?:open|load|find|read) (?:image|texture|movie|library)"
        r"|(?:image|texture|library) .{1,400} (?:is missing|not found)|missing (?:image|texture"
        r"|librar)"
        r"|LIB: (?:.{0,20})?(?:cannot find|can't find|missing)|cannot find lib",
        _INPUT,
        "A texture or a linked file is missing; it would be rendered pink or not at all.",
        "Bring it back, or pack it into the scene.",
        _FIX,
    ),
    rule(
        r"frame (?:range|start).{0,60}(?:invalid|out of range|must be)|invalid frame range",
        _INPUT,
        "The range of frames cannot be.",
        "Correct first and last frame.",
    ),
    rule(
        r"python (?:script )?(?:failed|error).{0,200}|Error: Python: ?(.{0,300})"
        r"|script failed, file: '?(.{1,300}?)'?,? ?(?:exiting|with)",
        _INPUT,
        "A script of the scene failed.",
        "The lines around it in the log say where.",
        generic=True,
    ),
    rule(
        r"Malloc returns null|Calloc returns null|memory allocation (?:failed|error)"
        r"|failed to allocate .{0,40}(?:host|device) memory|out of memory\b",
        _RESOURCE,
        "Memory ran out.",
        "Render fewer at once, or a simpler scene.",
        Retry.BACKOFF,
        cause=Cause.MEMORY,
    ),
    rule(
        r"writing: .{1,300}\.crash\.txt|unhandled exception|EXCEPTION_ACCESS_VIOLATION",
        _SYSTEM,
        "Blender crashed.",
        "Look at its crash report, which the log names.",
        Retry.ONCE,
    ),
    rule(
        r"^(?:\S+ +\S+ +\| )?Error: (?:render error)?\W{0,3}(.{3,300})",
        _INPUT,
        "Blender says: {0}",
        generic=True,
    ),
)

BLENDER_RULES: Final[Sequence[FailureRule]] = (*_BENIGN, *_BLENDER, *SYSTEM_RULES)

BLENDER_DOUBTS: Final[Sequence[Doubt]] = (
    Doubt(
        r"\bLIB: (\w{1,40}): '(.{1,200})' missing from '(.{1,1000}?)'",
        "“{1}” ({0}), which the scene links from “{2}”, is not in that file: the pictures lack it.",
    ),
    Doubt(
        r"\bCannot find lib '(.{1,1000})'",
        "“{0}”, from which the scene links, is missing: the pictures lack what is in it.",
    ),
    Doubt(
        r"\bWarning: Path '(.{1,1000}?)' not found",
        "“{0}” was not found: the pictures lack it.",
    ),
    Doubt(
        r"\bError in PyDriver: expression failed: ?(.{1,300})",
        "A driver has failed, so that what it moves stands still: “{0}”. If it needs Python, and "
        "you trust the scene, let its scripts run (scripts=true).",
    ),
    Doubt(
        r"\bError: Python: Traceback",
        "A script of the scene has failed; the lines after “Traceback” in the log say where.",
    ),
)
"""What Blender says although it renders on, as if all were well."""
