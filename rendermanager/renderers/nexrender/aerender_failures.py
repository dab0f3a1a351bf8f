"""What After Effects and its command line renderer say when they fail."""

from collections.abc import Sequence
from typing import Final

from rendermanager.core.failure import Cause, FailureKind, FailureRule, Retry, rule
from rendermanager.renderers.system_failures import SYSTEM_RULES

_INPUT: Final = FailureKind.INVALID_INPUT
_RESOURCE: Final = FailureKind.RESOURCE_EXHAUSTION
_SYSTEM: Final = FailureKind.SYSTEM_ERROR
_PROJECT: Final = "Open the project in After Effects, mend it and save it."
_FIX: Final = Retry.AFTER_FIX

_BENIGN: Final = (
    rule(r"error in background rendering so switching to foreground rendering", None),
    rule(r"autoreleased with no pool in place", None),
    rule(r"unable to read VR Path Registry", None),
    rule(r"deleted thread with uncommitted CATransaction|IMKClient|NSXPCSharedListener", None),
    rule(r"_RegisterApplication\(\), FAILED TO establish|TSM AdjustCapsLock", None),
    rule(r"^PROGRESS:\s+(?!.{0,200}\berror\b)", None),
    rule(r"GPU acceleration is not available\W{0,3}(?:using|falling back to) software", None),
)

_ASKED: Final = (
    rule(
        r"no comp (?:was )?found with (?:the )?given name",
        _INPUT,
        "The composition was renamed, or its name is misspelt.",
        "Choose one of the compositions of the project.",
    ),
    rule(
        r"no render queue item (?:was )?found with (?:the )?given index",
        _INPUT,
        "The render queue item no longer exists in the project.",
        "Name the composition instead.",
    ),
    rule(
        r"no render settings template (?:was )?found with (?:the )?given name",
        _INPUT,
        "That render settings template does not exist in this After Effects.",
        "Make it under Edit > Templates, or choose another.",
        _FIX,
    ),
    rule(
        r"no output module template (?:was )?found with (?:the )?given name",
        _INPUT,
        "That output module template does not exist in this After Effects.",
        "Make it under Edit > Templates, or choose another.",
        _FIX,
    ),
    rule(
        r"render queue item needs output file but none",
        _INPUT,
        "The render queue item has no output path.",
        "Name an output.",
    ),
    rule(
        r"no project provided and no project open",
        _INPUT,
        "The project file is missing.",
        "Check its path.",
    ),
    rule(
        r"illegal argument flag: ?-r\b",
        _SYSTEM,
        "The nexrender patch of the command line renderer is missing.",
        "Start After Effects once, or let nexrender patch it again.",
        _FIX,
    ),
    rule(
        r"illegal argument flag: ?(\S{0,100})",
        _INPUT,
        "This aerender does not know the argument “{0}”.",
        "Take it away, or use another version of After Effects.",
        _FIX,
    ),
    rule(
        r"-s and/or -e arguments ignored since no -comp",
        _INPUT,
        "The frame range was ignored, so the whole composition was rendered.",
        "Name the composition.",
    ),
    rule(
        r"directory specified for log file does not exist",
        _INPUT,
        "The folder of the log is missing.",
        "Make it, or choose another.",
        _FIX,
    ),
    rule(r"info: ?render aborted", _SYSTEM, "Somebody stopped the render in After Effects."),
)

_LICENCE: Final = (
    rule(
        r"unable to obtain a licen[cs]e|licensing (?:has stopped working|for this product has)"
        r"|your (?:free )?trial has (?:expired|ended)|licensing error|sign.?in required"
        r"|this (?:copy|product) (?:of .{1,60} )?(?:is not|has not been) (?:activated|licensed)",
        _SYSTEM,
        "After Effects or a plug-in has no licence on this machine.",
        "Sign in to After Effects, or activate the plug-in.",
        _FIX,
        cause=Cause.LICENCE,
    ),
)

_MEMORY: Final = (
    rule(
        r"unable to allocate (?:enough memory|[\d.,]+ ?[kmgt]?b of memory)"
        r"|could(?: not|n't) create image buffer|cached preview needs 2 or more frames"
        r"|not enough memory to (?:render|allocate)|memory requirements for rendering this frame"
        r"|out of memory\W{0,3}\(?-?\d*",
        _RESOURCE,
        "After Effects ran out of memory.",
        "Render fewer at once, or switch multi-frame rendering off.",
        Retry.BACKOFF,
        cause=Cause.MEMORY,
    ),
    rule(
        r"image buffers? of size .{1,60} exceed internal limits|exceeds? the maximum (?:image"
        r"|layer)"
        r" size|layer is too large",
        _RESOURCE,
        "A frame or a layer is larger than After Effects allows.",
        "Make it smaller, or lower the bit depth.",
        _FIX,
    ),
    rule(
        r"motion tiles? cannot allocate|cannot allocate a buffer larger than",
        _INPUT,
        "An effect asks for too large a buffer.",
        "Lower the effect's size.",
    ),
    rule(
        r"gpu\d* failed previous sanity test|failed to initiali[sz]e (?:the )?gpu"
        r"|requires gpu acceleration|gpu (?:is|was) not (?:available|supported)"
        r"|opengl (?:error|failed|is not available)|error initiali[sz]ing opengl|AEGP_GPU",
        _SYSTEM,
        "The graphics driver failed.",
        "Update it, or render in software.",
        _FIX,
        cause=Cause.GRAPHICS,
    ),
    rule(
        r"unable to allocate (?:a )?gpu (?:buffer|memory)|gpu (?:is )?out of memory",
        _RESOURCE,
        "The graphics card ran out of memory.",
        "Render in software, or fewer at once.",
        Retry.BACKOFF,
        cause=Cause.GRAPHICS_MEMORY,
    ),
)

_MEDIA: Final = (
    rule(
        r"source compression type is not supported|codec (?:is )?(?:not installed|missing|unavail)"
        r"|could not (?:find|locate) (?:a |the )?(?:decoder|codec)",
        _INPUT,
        "A codec used by the footage is not installed.",
        "Convert the footage, or install the codec.",
    ),
    rule(
        r"file is damaged|project file (?:appears to be|is) (?:damaged|corrupt)"
        r"|missing data in file|unexpected data type",
        _INPUT,
        "The project is still being copied, or is damaged.",
        "Wait until it is complete; else go back to an auto-saved copy.",
        Retry.ONCE,
    ),
    rule(
        r"does not map to any known file format|file format module could not parse"
        r"|is not a known file type|not an after effects project",
        _INPUT,
        "A file is of a kind that After Effects does not read.",
        _PROJECT,
    ),
    rule(
        r"this project must be converted|created (?:by|with) (?:a previous|an? (?:older|earlier))",
        _INPUT,
        "The project was saved by an older After Effects.",
        "Open and save it once in this version.",
        _FIX,
    ),
    rule(
        r"(?:created|saved) (?:by|with|in|using) a (?:newer|later) version"
        r"|newer version of (?:adobe )?"
        r"after effects",
        _INPUT,
        "The project was saved by a newer After Effects.",
        "Update After Effects, or save the project for the older one.",
        _FIX,
    ),
    rule(
        r"reference to a missing effect|missing effects?\b|effect .{1,100} is missing"
        r"|references? to missing (?:effect|plug-?in)",
        _INPUT,
        "A plug-in used by the project is not installed.",
        "Install it, or take the effect away.",
        _FIX,
    ),
    rule(
        r"unable to render: ?file not found|missing footage|footage (?:item )?.{0,100}(?:is|are)"
        r" missing|files? (?:is|are) missing since you last saved|footage .{0,100}not found",
        _INPUT,
        "Footage is missing; the result would show colour bars or nothing.",
        "Bring the footage back, or collect the files of the project.",
        _FIX,
    ),
    rule(
        r"layer dependencies are missing|missing fonts?\b|fonts? (?:is|are) (?:missing"
        r"|not installed)",
        _INPUT,
        "Footage or a font is missing.",
        "Install the font, and collect the files of the project.",
        _FIX,
    ),
    rule(
        r"(?:overflow|zero denominator) converting ratio|frame rate .{0,40}(?:is )?out of range",
        _INPUT,
        "Footage or a composition has an impossible frame rate.",
        "Interpret the footage with a fixed frame rate.",
    ),
    rule(
        r"could not convert unicode characters",
        _INPUT,
        "A name holds letters that After Effects cannot use.",
        "Give files and layers plain names.",
        _FIX,
    ),
)

_SCRIPT: Final = (
    rule(
        r"error executing script|unable to execute script|script (?:alert|error)\b"
        r"|executing script failed",
        _INPUT,
        "A script of the template failed.",
        "The lines around it in the log say where.",
    ),
    rule(
        r"expression (?:was )?disabled|error at line \d+ in property|expression error",
        _INPUT,
        "An expression in the project failed.",
        _PROJECT,
    ),
)

_MACHINE: Final = (
    rule(
        r"can ?not open socket",
        _SYSTEM,
        "The renderer could not talk to After Effects.",
        "Close After Effects if it hangs; it is tried again by itself.",
        Retry.BACKOFF,
    ),
    rule(
        r"can ?not render for aerender",
        _SYSTEM,
        "After Effects is open with a dialog, or another render uses it.",
        "Close the dialog and After Effects, then run it again.",
        _FIX,
    ),
    rule(
        r"-1712\b|AppleEvent timed out|errAETimeout",
        FailureKind.TIMEOUT,
        "After Effects did not answer.",
        "It is tried again by itself.",
        Retry.BACKOFF,
    ),
    rule(
        r"AESend failed|(?<!\d)-(?:600|609|1708)\b.{0,40}(?:connection|event|application|process)",
        _SYSTEM,
        "After Effects could not be reached.",
        "Close After Effects if it hangs.",
        Retry.ONCE,
    ),
    rule(
        r"connection was forcibly closed by the remote host|crash in progress"
        r"|after effects (?:has )?(?:quit unexpectedly|crashed|stopped working)"
        r"|crash occurred while invoking|sorry, a serious error has occurred",
        _SYSTEM,
        "After Effects crashed.",
        "If it happens again, look for the layer or the plug-in it names.",
        Retry.ONCE,
    ),
    rule(
        r"can ?not create a file in (?:the )?directory|unable to (?:create"
        r"|write to) (?:the )?(?:output )?"
        r"file|output file .{0,200}(?:is locked|in use)",
        _INPUT,
        "The output folder is read-only or missing, or the file is locked.",
        "Check the folder, and close whatever plays the file.",
        _FIX,
    ),
    rule(
        r"internal verification failure",
        _SYSTEM,
        "After Effects' own state or its preferences are broken.",
        "Reset its preferences: hold Ctrl, Alt and Shift while it starts.",
        Retry.ONCE,
    ),
    rule(
        r"unexpected failure during application startup|failed to (?:start|launch) after effects"
        r"|after effects (?:could not|failed to) (?:start|launch)",
        _SYSTEM,
        "After Effects failed to start.",
        "Start it once by hand and see what it asks.",
        Retry.ONCE,
        cause=Cause.LAUNCH,
    ),
    rule(
        r"an output module failed",
        _SYSTEM,
        "The output module failed, often because two renders used one codec at once.",
        "Render one at a time, or choose another codec.",
        Retry.ONCE,
    ),
    rule(
        r"unexpected error occurred while exporting a composition",
        _SYSTEM,
        "The encoder stopped; the file is cut off.",
        "Check the disk and the codec.",
        Retry.ONCE,
    ),
    rule(
        r"(?:render|an) error (?:while|occurred (?:while|during)) (?:render|writ|open|clos)",
        _SYSTEM,
        "After Effects stopped at a frame.",
        "The log names the frame; render it by hand to see why.",
        Retry.ONCE,
        generic=True,
    ),
    rule(
        r"runtime error in after effects",
        _SYSTEM,
        "After Effects failed; the lines above in the log say why.",
        "",
        Retry.ONCE,
        generic=True,
    ),
    rule(
        r"^(?:aerender (?:version \S+ )?)?(?:after effects |aerender )error: ?(.{3,300})",
        _SYSTEM,
        "After Effects says: {0}",
        "",
        Retry.ONCE,
        generic=True,
    ),
)

AERENDER_RULES: Final[Sequence[FailureRule]] = (
    *_BENIGN,
    *_ASKED,
    *_LICENCE,
    *_MEMORY,
    *_MEDIA,
    *_SCRIPT,
    *_MACHINE,
    *SYSTEM_RULES,
)
