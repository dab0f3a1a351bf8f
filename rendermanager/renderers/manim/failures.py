"""What Manim says when it fails."""

from collections.abc import Sequence
from typing import Final

from rendermanager.core.failure import Cause, FailureKind, FailureRule, Retry, rule
from rendermanager.renderers.system_failures import SYSTEM_RULES

_INPUT: Final = FailureKind.INVALID_INPUT
_SYSTEM: Final = FailureKind.SYSTEM_ERROR
_FIX: Final = Retry.AFTER_FIX
_SCRIPT: Final = "The log shows the line of the script."

_BENIGN: Final = (
    rule(r"^Animation \d+:.{0,200}(?:\d+%\||it/s)", None),
    rule(r"pydub.{0,80}Couldn't find ff(?:mpeg|probe)", None),
    rule(r"(?:Using cached data|partial movie files? (?:written|already)|caching)", None),
    rule(r"\bWARNING\b.{0,200}(?:deprecat|no longer|has been (?:moved|renamed))", None),
    rule(r"Manim Community v\d|latex compilation .{0,40}(?:cached|skipped)", None),
)

_MANIM: Final = (
    rule(
        r"latex error converting to dvi|LaTeX Error: (.{1,200})|! LaTeX Error"
        r"|ValueError: latex error|LaTeX compilation error",
        _INPUT,
        "A formula could not be set by LaTeX.",
        "Correct the formula; its log is in the folder “media/Tex”.",
    ),
    rule(
        r"! (?:Undefined control sequence|Missing \S{1,20} inserted|Extra \}|Runaway argument)",
        _INPUT,
        "A formula holds something that LaTeX does not know.",
        "Correct the formula.",
    ),
    rule(
        r"LaTeX Error: File `([^']{1,100})' not found|package (\S{1,100}) not found",
        _INPUT,
        "The LaTeX package “{0}{1}” is not installed.",
        "Install it, or take it out of the template.",
        _FIX,
    ),
    rule(
        r"(?:latex|xelatex|dvisvgm)\b.{0,60}(?:not found|not installed|No such file)"
        r"|No such file or directory: '(?:latex|xelatex|lualatex|dvisvgm)'"
        r"|Manim could not find (?:latex|dvisvgm)",
        _SYSTEM,
        "LaTeX is not installed, and the scene has formulas.",
        "Install LaTeX with dvisvgm, or use Text instead of Tex.",
        _FIX,
    ),
    rule(
        r"manim could not find ffmpeg|ffmpeg (?:was |is )?not (?:found|installed)"
        r"|No such file or directory: 'ffmpeg'",
        _SYSTEM,
        "Manim did not find ffmpeg.",
        "Install ffmpeg where Manim looks for it.",
        _FIX,
    ),
    rule(
        r"(\w{1,100}) is not in the script|there are no scenes? inside|no scenes inside that module"
        r"|Scene .{1,100} not found|could not find (?:the )?scene",
        _INPUT,
        "The scene is not in the script.",
        "Check the name of the scene.",
    ),
    rule(
        r"(?:could not find|cannot find) (?:the )?(?:file|image|asset|svg|sound)"
        r"|OSError: .{0,40}(?:From|could not find) .{1,300}"
        r"|could not find .{1,300} at either of these",
        _INPUT,
        "A picture or a sound that the scene uses is missing.",
        "Bring it back, or correct its path.",
        _FIX,
    ),
    rule(
        r"(?:^|: )(?:Could not|cannot|unable to) (?:create|open|load) (?:a |the )?(?:OpenGL|EGL"
        r"|GLX|"
        r"gl)\b|moderngl.{0,80}Error|XOpenDisplay|GLXBadFBConfig|glcontext",
        _SYSTEM,
        "There is no OpenGL for this render.",
        "Use the renderer “cairo”, or install a graphics driver.",
        _FIX,
        cause=Cause.GRAPHICS,
    ),
    rule(
        r"font ['\"]?(.{1,80}?)['\"]? (?:is )?not (?:found|in|available)|Pango-(?:ERROR|CRITICAL)",
        _INPUT,
        "A font of the scene is not installed.",
        "Install it, or choose another.",
        _FIX,
    ),
    rule(
        r"^\s*(?:\w{1,60}\.){0,6}(?:SyntaxError|IndentationError|TabError): (.{1,200})",
        _INPUT,
        "The script cannot be read: {0}.",
        _SCRIPT,
    ),
    rule(
        r"^\s*(?:\w{1,60}\.){0,6}(?:ImportError|AttributeError|NameError|TypeError|ValueError"
        r"|KeyError"
        r"|IndexError|ZeroDivisionError|NotImplementedError|AssertionError|RecursionError)"
        r"(?:: (.{1,300}))?$",
        _INPUT,
        "The script ended with an error: {0}.",
        _SCRIPT,
    ),
    rule(
        r"Error: (?:No such option|Invalid value|Missing (?:argument|option)"
        r"|Got unexpected)\b(.{0,200})",
        _INPUT,
        "Manim does not take these arguments:{0}",
        "Correct the arguments.",
        _FIX,
    ),
    rule(
        r"av\.error\.\w{1,60}|av\.AVError|error (?:encoding|muxing|while combining)",
        _SYSTEM,
        "The film could not be put together.",
        "Delete the folder “media” and run it again.",
        Retry.ONCE,
        generic=True,
    ),
)

MANIM_RULES: Final[Sequence[FailureRule]] = (*_BENIGN, *_MANIM, *SYSTEM_RULES)
