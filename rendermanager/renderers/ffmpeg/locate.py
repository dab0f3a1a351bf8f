"""Finding ffmpeg on this machine, and learning what a build can do."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rendermanager.renderers import discovery
from rendermanager.renderers.api import EngineVersion

_NAME: Final = "ffmpeg"
_FIRST_LINE: Final = re.compile(r"^ffmpeg version (\S{1,200})", re.MULTILINE)
_LIBRARY: Final = re.compile(r"^libavutil\s+(\d+)\.\s*(\d+)\.\s*(\d+)\s*/", re.MULTILINE)
APPLY_TRC: Final = "apply_trc"
"""Option of the EXR decoder that turns linear light into what a screen shows; gone in 9.0."""
OUT_TRANSFER: Final = "out_transfer"
"""Option of the filter `scale` that does the same; came with the rewrite of libswscale."""
_ABILITIES: Final = {APPLY_TRC: "decoder=exr", OUT_TRANSFER: "filter=scale"}
_ENCODER: Final = re.compile(r"^ [VAS][F.][S.][X.][B.][D.] (\w\S*)", re.MULTILINE)


def find(env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
    """All ffmpegs as (path, origin): what a person named first, then from new to old.

    Those that do not answer come last, so that Settings can show them with their fault.
    """
    found = discovery.candidates(_NAME, env, chosen, discovery.bundled_ffmpeg())
    named = [each for each in found if each[1] in (discovery.CHOSEN, discovery.ENVIRONMENT)]
    rest = [each for each in found if each not in named]
    if len(rest) > 1:
        # The sort is stable: of equals the system's own stays in front of what we bring along.
        rest.sort(key=lambda each: _age(each[0]), reverse=True)
    return [*named, *rest]


def probe(program: Path) -> EngineVersion:
    """Version and encoders of an ffmpeg.

    Raises:
        OSError: It cannot be run, or is no ffmpeg.
    """
    version = _version(program, discovery.ask(program, "-version"))
    listing = discovery.ask(program, "-hide_banner", "-encoders")
    features = frozenset(_ENCODER.findall(listing)) | _abilities(program)
    return EngineVersion(program, version, features=features)


def _abilities(program: Path) -> frozenset[str]:
    """Which of the options that came and went this build knows."""
    return frozenset(
        ability
        for ability, topic in _ABILITIES.items()
        if re.search(rf"^\s+-?{ability}\s", discovery.ask(program, "-h", topic), re.MULTILINE)
    )


def age(answer: str) -> tuple[int, ...]:
    """A key that grows with newer builds, from the text of ``-version``.

    The version of libavutil rises with every change, so that builds named by a date or a commit
    can be compared with releases.
    """
    library = _LIBRARY.search(answer)
    if library is not None:
        return tuple(int(part) for part in library.groups())
    first = _FIRST_LINE.search(answer)
    return (0, *discovery.version_numbers(first.group(1))) if first else ()


def _age(program: Path) -> tuple[int, ...]:
    try:
        return age(discovery.ask(program, "-version"))
    except OSError:
        return ()


def _version(program: Path, answer: str) -> str:
    match = _FIRST_LINE.search(answer)
    if match is None:
        raise OSError(f"“{program}” is not ffmpeg")
    return match.group(1)
