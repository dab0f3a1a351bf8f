"""What nexrender says when it fails; it passes the words of After Effects through."""

from collections.abc import Sequence
from typing import Final

from rendermanager.core.doubt import Doubt
from rendermanager.core.failure import Cause, FailureKind, FailureRule, Retry, rule
from rendermanager.renderers.nexrender.aerender_failures import AERENDER_RULES

_INPUT: Final = FailureKind.INVALID_INPUT
_SYSTEM: Final = FailureKind.SYSTEM_ERROR
_NETWORK: Final = FailureKind.NETWORK_FAILURE
_TIMEOUT: Final = FailureKind.TIMEOUT
_FIX: Final = Retry.AFTER_FIX
_JOB: Final = "Correct the job file."

ADMISSION: Final = (
    r"^(?:aerender |After Effects )(?:error|fehler|erreur|errore|エラー) ?:|^INFO: ?render aborted"
)
"""Said by After Effects when a render failed, even where it then ends with 0."""

_BENIGN: Final = (
    rule(r"you can specify .{0,80}--binary|to suppress this warning|checking for updates", None),
    rule(r"nexrender-cli is running .{0,40}as a root", None),
    rule(r"^\W{0,3}(?:warning: )?skipping |please consider (?:buying|sponsoring)", None),
)

_FILES: Final = (
    rule(
        r"^\[files\] changed: (.{1,400}): it .{1,200}$",
        _INPUT,
        "The file “{0}” was exchanged after it was looked at: it is not read.",
        "Ask who may write to its folder, then run the job again.",
        _FIX,
    ),
    rule(
        r"^\[files\] missing: (.{1,400})$",
        _INPUT,
        "The file “{0}” is not there any more.",
        "Bring it back, then run the job again.",
        _FIX,
    ),
    rule(
        r"^\[files\] refused: (.{1,400}): (.{1,300})$",
        _INPUT,
        "The file “{0}” was not fetched: {1}.",
        "Download it yourself, and name the local file.",
        _FIX,
    ),
    rule(
        r"^\[files\] unreachable: (.{1,400}): (.{1,300})$",
        _NETWORK,
        "The file “{0}” could not be fetched: {1}.",
        "Check its address and the connection.",
        Retry.BACKOFF,
    ),
    rule(
        r"^\[files\] unreadable: (.{1,400}): (.{1,300})$",
        _INPUT,
        "The file “{0}” cannot be read: {1}.",
        "Check its drive and its permissions.",
        _FIX,
    ),
    # Whatever a file is called, its name in these lines is no word of a program.
    rule(r"^\[files\] (?:fetching|passing over) ", None),
)

_NEXRENDER: Final = (
    rule(
        r"provide (?:a )?proper path to after effects|could(?:n't| not) find (?:the )?aerender"
        r"|spawn .{0,300}(?:aerender|ENOENT)|aerender.{0,20} binary .{0,40}not (?:found|exist)",
        _SYSTEM,
        "After Effects was not found.",
        "Set the path of aerender in the settings.",
        _FIX,
        cause=Cause.NOT_FOUND,
    ),
    rule(
        r"E(?:ACCES|PERM): .{0,60}(?:open|copyfile|unlink|chmod|mkdir).{0,400}"
        r"(?:commandLineRenderer|Backup\.Scripts)|you need to run application with admin privil"
        r"|could not (?:patch|install).{0,60}commandLineRenderer",
        _SYSTEM,
        "After Effects has to be patched once, which needs administrator rights.",
        "Run the patch as administrator.",
        _FIX,
        cause=Cause.LAUNCH,
    ),
    rule(
        r"couldn't find a result file",
        _INPUT,
        "The result is not there: its extension differs from the output module's, or the render "
        "failed.",
        "Let the extension fit the output module.",
        _FIX,
    ),
    rule(
        r"failed to render the output into the file due to an unknown reason",
        _SYSTEM,
        "The renderer wrote nothing, often because of a licence or a dialog.",
        "Open After Effects once and see what it asks.",
        Retry.ONCE,
    ),
    rule(
        r"no update from aerender for (\d+) seconds",
        _TIMEOUT,
        "The render has not moved for {0} seconds: it hangs, or one frame is very slow.",
        "Raise the limit if frames are slow.",
        Retry.ONCE,
    ),
    rule(
        r"maximum rendering time exceeded",
        _TIMEOUT,
        "The render took longer than its limit.",
        "Raise the limit.",
        _FIX,
    ),
    rule(
        r"couldn't find module \S{0,200}provider-\w\b|unknown protocol provided",
        _INPUT,
        "A path is written in a way that is not understood.",
        "Write Windows paths with file:/// before them.",
        _FIX,
    ),
    rule(
        r"couldn't find module (\S{1,200}?),?(?:\s|$)"
        r"|cannot find module '(@nexrender/[^']{1,100})'",
        _SYSTEM,
        "The nexrender module “{0}{1}” is not installed.",
        "Install it beside nexrender.",
        _FIX,
    ),
    rule(
        r"couldn't find any layers by provided (?:name|index) \(([^)]{0,200})\)",
        _INPUT,
        "There is no layer “{0}” in the composition.",
        "Check its name; footage layers need their extension.",
    ),
    rule(
        r"couldn't find any compositions? by provided name|no composition .{0,100}found",
        _INPUT,
        "The composition is not in the project.",
        "Choose one of the compositions of the project.",
    ),
    rule(
        r"error ver[iy]{1,3}fy?ing job|job is missing required"
        r"|you must provide (?:a )?(?:template|job)"
        r"|you have to (?:provide|specify)|is not a valid job",
        _INPUT,
        "The job file is incomplete.",
        _JOB,
    ),
    rule(
        r"(?:couldn't|could not) parse json job|unexpected token .{0,60} in JSON"
        r"|is not valid JSON|unexpected end of JSON input",
        _INPUT,
        "The job file is not valid JSON.",
        _JOB,
    ),
    rule(
        r"download timed? ?out|timed? ?out .{0,40}download",
        _NETWORK,
        "An asset took too long to download.",
        "Check the connection.",
        Retry.BACKOFF,
    ),
    rule(
        r"unable to download file|failed to download|error downloading",
        _NETWORK,
        "An asset could not be downloaded.",
        "Check its address and the connection.",
        Retry.BACKOFF,
    ),
    rule(
        r"(?:failed|unable) to upload|upload .{0,60}failed",
        _NETWORK,
        "The result could not be uploaded.",
        "Check the account and the connection.",
        Retry.BACKOFF,
    ),
    rule(
        r"output file size is less than 1000 bytes",
        _SYSTEM,
        "The result is probably empty.",
        "See the log of the renderer.",
        Retry.ONCE,
    ),
    rule(
        r"ffmpeg .{0,60}(?:exited with code|failed)|error: encoding process has exited",
        _SYSTEM,
        "The result of After Effects could not be encoded.",
        "The log shows what ffmpeg said.",
        Retry.ONCE,
        generic=True,
    ),
    rule(
        r"job rendering failed|error starting aerender process",
        _SYSTEM,
        "The render failed; the lines above in the log say why.",
        "",
        Retry.ONCE,
        generic=True,
    ),
)

NEXRENDER_RULES: Final[Sequence[FailureRule]] = (*_BENIGN, *_FILES, *_NEXRENDER, *AERENDER_RULES)

NEXRENDER_DOUBTS: Final[Sequence[Doubt]] = (
    Doubt(
        r"^(?:aerender )?(?:WARNING: ?)?After Effects warning: ?"
        r"(?!.{0,200}(?:must|will) be converted)(.{3,400}?)\.?\s*$",
        "After Effects warns: {0}.",
    ),
)
"""What After Effects says although it renders on; that it opens an older project is no doubt."""
