"""Adds to what was found in the files of a render what its program has said against them."""

from dataclasses import replace
from pathlib import Path

from rendermanager.core.doubt import doubts_in
from rendermanager.core.output import Finding
from rendermanager.engine.diagnose import log_lines
from rendermanager.engine.finish import Examined
from rendermanager.log import masked
from rendermanager.renderers.extras import doubts_of


def with_doubts(examined: Examined, engine: object, log: str) -> Examined:
    """The same result with a warning for each thing in the log that makes it doubtful.

    Blocks on the disk.

    Args:
        examined: What a look at the files has found.
        engine: Says which lines are doubts.
        log: Path of the attempt's log.
    """
    doubts = doubts_of(engine)
    told = doubts_in(log_lines(Path(log)), doubts) if doubts else ()
    found = tuple(Finding(masked(each), fatal=False) for each in told)
    return replace(examined, findings=(*examined.findings, *found))
