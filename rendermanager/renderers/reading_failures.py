"""Which rules read the log of a job: those of its engine, or of the program a command runs."""

import re
from collections.abc import Sequence
from pathlib import PureWindowsPath
from typing import Any, Final

from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.renderers.api import RenderEngine
from rendermanager.renderers.system_failures import SYSTEM_RULES

_RUNNERS: Final = re.compile(
    r"(?:node|nodejs|npx|bun|python[\d.]*w?|py|pypy[\d.]*|uv|uvx|env|nice|xvfb-run|time|cmd|wine\w*)"
)
_NEXRENDER: Final = re.compile(r"nexrender|@nexrender")
_WORDS_READ: Final = 8
"""Arguments of a runner in which the program that it runs is looked for."""


def rules_for(engine: RenderEngine[Any], spec: JobSpec) -> Sequence[FailureRule]:
    """The rules for this job's log, in the order in which they are tried."""
    own = (*_rules_of_program(program_of(spec.argv)), *engine.failure_rules)
    return tuple(dict.fromkeys((*own, *SYSTEM_RULES)))


def program_of(argv: Sequence[str]) -> str:
    """The name of the program that does the work: ``node …/nexrender-cli`` is ``nexrender``."""
    for word in argv[:_WORDS_READ]:
        if word.startswith("-"):
            continue
        if _NEXRENDER.search(word.lower()):
            return "nexrender"
        name = PureWindowsPath(word).name.lower()
        stem = name.removesuffix(".exe").removesuffix(".py").removesuffix(".com")
        if not _RUNNERS.fullmatch(stem):
            return re.split(r"[-_. ]|(?<=[a-z])\d", stem)[0]
    return ""


def _rules_of_program(name: str) -> Sequence[FailureRule]:
    # Imported when something has failed: each table takes a while to build.
    if name == "nexrender":
        from rendermanager.renderers.nexrender.failures import NEXRENDER_RULES  # noqa: PLC0415

        return NEXRENDER_RULES
    if name in ("aerender", "afterfx"):
        from rendermanager.renderers.nexrender.aerender_failures import (  # noqa: PLC0415
            AERENDER_RULES,
        )

        return AERENDER_RULES
    if name == "blender":
        from rendermanager.renderers.blender.failures import BLENDER_RULES  # noqa: PLC0415

        return BLENDER_RULES
    if name in ("manim", "manimce", "manimgl"):
        from rendermanager.renderers.manim.failures import MANIM_RULES  # noqa: PLC0415

        return MANIM_RULES
    if name == "ffmpeg":
        from rendermanager.renderers.ffmpeg.failures import FAILURE_RULES  # noqa: PLC0415

        return FAILURE_RULES
    return ()
