"""Which options of ffmpeg the encode action may be given, so that it touches no other file."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from rendermanager.core.problem import nearest
from rendermanager.renderers.nexrender.jobfields import line_problem, shorten

MEDIA: Final = frozenset(
    "mp4 m4v mov webm mkv avi mxf ogg ogv oga mp3 m4a aac wav flac opus gif webp apng".split()
)
"""Extensions of what may be encoded: none of them is a list of other files."""
INPUTS: Final = MEDIA | frozenset("png jpg jpeg tif tiff tga bmp exr dpx aif aiff caf mpg".split())
"""Extensions of files that may be mixed in."""

_WORD: Final = re.compile(r"[A-Za-z0-9_.+-]{1,64}")
_AMOUNT: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?[kKMG]?")
_RATIO: Final = re.compile(r"[0-9.]{1,12}([/:x][0-9.]{1,12})?")
_TIME: Final = re.compile(r"[0-9]{1,9}(:[0-9]{1,2}){0,2}(\.[0-9]{1,6})?")
_MAP: Final = re.compile(r"-?[0-9]{1,2}(:[vasdt]?(:?[0-9]{1,2})?)?\??|\[[A-Za-z0-9_]{1,32}\]")
_TEXT: Final = re.compile(r"[^=]{1,64}=.{0,500}", re.DOTALL)
_FLAG: Final = re.compile(r"")
_FORMAT: Final = re.compile(r"mp4|mov|ipod|webm|matroska|avi|mxf|ogg|mp3|adts|wav|flac|opus|gif")

_OPTIONS: Final[dict[str, re.Pattern[str]]] = {
    **dict.fromkeys(
        "c codec vcodec acodec pix_fmt preset tune profile level tag vtag atag movflags fflags"
        " color_primaries color_trc colorspace color_range field_order deadline quality"
        " sample_fmt channel_layout strict row-mt usage".split(),
        _WORD,
    ),
    **dict.fromkeys(
        "b ab vb ar ac r crf q qscale qp g bf refs maxrate minrate bufsize threads vframes"
        " frames aframes loop cpu-used speed compression_level auto-alt-ref lag-in-frames"
        " keyint_min sc_threshold qmin qmax final_delay plays".split(),
        _AMOUNT,
    ),
    **dict.fromkeys(("aspect", "s"), _RATIO),
    **dict.fromkeys(("t", "ss", "to"), _TIME),
    **dict.fromkeys(("an", "vn", "sn", "dn", "shortest"), _FLAG),
    "map": _MAP,
    "metadata": _TEXT,
    "f": _FORMAT,
}
_FILTERS_OF: Final = frozenset({"vf", "af", "filter", "filter_complex", "lavfi"})
_FILTERS: Final = frozenset(
    "scale fps crop pad format aformat setsar setdar split asplit palettegen paletteuse overlay"
    " fade afade null anull trim atrim setpts asetpts concat hstack vstack xstack transpose hflip"
    " vflip eq hue unsharp volume aresample amix amerge atempo adelay apad colorspace tpad"
    " premultiply unpremultiply alphaextract alphamerge colorkey chromakey drawbox boxblur gblur"
    " minterpolate yadif bwdif loop aloop reverse areverse select aselect pan settb framerate"
    " deband noise vignette rotate sws_flags color anullsrc colorchannelmixer".split()
)
_STREAM: Final = re.compile(r"(:[vas])?(:[0-9]{1,2})?")
_QUOTED: Final = re.compile(r"'[^']*'")
_FILTER: Final = re.compile(
    r"(?:\[[A-Za-z0-9_:]{1,32}\]\s*)*([A-Za-z0-9_]+)(?:@[A-Za-z0-9_]+)?(?=\s*(?:[=\[]|$))"
)
# Options of filters that name files, and the newer form “/option=file” of every option.
_FILE: Final = re.compile(r"file|(?:^|[=:,;\]\s])/", re.IGNORECASE)
_MAX_FILTER: Final = 4_000
_INSTEAD: Final = "Leave it out, or encode the result with a job of its own."


def param_problems(params: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What speaks against options of ffmpeg, as name, message and hint."""
    for name, value in params.items():
        values = value if isinstance(value, list) else [value]
        shown = shorten(name)
        if not values or len(values) > 50 or any(isinstance(each, list | dict) for each in values):
            yield shown, f"“{shown}” cannot have this value.", "Give it a text or a number."
        elif name == "-i":
            yield from _input_problems(values)
        elif name != "-y":
            for each in values:
                trouble = _trouble(name, plain_value(each))
                if trouble:
                    yield shown, *trouble


def plain_value(value: Any) -> str:
    """The value of an option as nexrender would write it; empty for an option without one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _input_problems(values: list[Any]) -> Iterator[tuple[str, str, str]]:
    for each in values:
        if not isinstance(each, str) or each.rpartition(".")[2].lower() not in INPUTS:
            text = f"“{shorten(each)}” is no film, sound or picture that can be mixed in."
            yield "-i", text, f"It ends in one of: {', '.join(sorted(INPUTS))}."


def _trouble(name: str, value: str) -> tuple[str, str] | None:
    base, _, stream = name.removeprefix("-").partition(":")
    known = base in _OPTIONS or base in _FILTERS_OF
    if (
        not name.startswith("-")
        or not known
        or not _STREAM.fullmatch(f":{stream}" if stream else "")
    ):
        guess = nearest(name, [f"-{each}" for each in (*_OPTIONS, *_FILTERS_OF)])
        text = f"The option “{shorten(name)}” of ffmpeg is not on the list of those that are used."
        return text, f"Did you mean “{guess}”?" if guess and guess != name else _INSTEAD
    if line_problem(value) or "${" in value:
        return f"“{shorten(name)}” holds what no option of ffmpeg needs.", _INSTEAD
    if base in _FILTERS_OF:
        return _filter_trouble(value)
    if not _OPTIONS[base].fullmatch(value) or value.startswith(("/", "\\")):
        return f"“{shorten(name)}” cannot be “{shorten(value)}”.", "See the manual of ffmpeg."
    return None


def _filter_trouble(value: str) -> tuple[str, str] | None:
    """Why a chain of filters is not run: they may read files, write files, and load programs."""
    if len(value) > _MAX_FILTER or "\\" in value or value.count("'") % 2 or _FILE.search(value):
        return f"The filter “{shorten(value)}” may reach for files.", _INSTEAD
    # A quotation mark stays in the place of what is quoted: it may not be part of a name.
    for link in re.split("[,;]", _QUOTED.sub("'", value)):
        match = _FILTER.match(link.strip())
        if match is None or match[1] not in _FILTERS:
            name = match[1] if match else link.strip()
            text = f"The filter “{shorten(name)}” is not on the list of those that are used."
            guess = nearest(name, _FILTERS) if name else ""
            return text, f"Did you mean “{guess}”?" if guess else _INSTEAD
    return None
