"""Tells a source that is still being copied from one that is whole, at the check of a job."""

import time

from rendermanager.core.amounts import size_words
from rendermanager.core.arriving import Sighting, arriving
from rendermanager.core.job import Job
from rendermanager.engine.reaching import found_for, look_at


class NotWhole(Exception):
    """The source is still on its way.

    Attributes:
        text: Why nobody should read it yet.
        look: The source when it was looked at; None when it could not be.
    """

    def __init__(self, text: str, look: Sighting | None) -> None:
        super().__init__(text)
        self.text = text
        self.look = look


def whole_source(job: Job, before: Sighting | None) -> Sighting | None:
    """The source of a job as it stands; None where it cannot be asked, which the check tells.

    Args:
        job: Whose source it is.
        before: An earlier look at it.

    Raises:
        NotWhole: It is still on its way.
    """
    try:
        found = found_for(job.spec)
        look = look_at(found) if found is not None else None
    except (OSError, ValueError):
        return None
    if look is not None and (text := arriving(look, time.time(), before)):
        raise NotWhole(text, look)
    return look


def second_chance(look: Sighting | None, was_put_off: bool) -> None:
    """A fresh file that makes no sense may be one that a program we cannot see is copying.

    Args:
        look: The file before somebody looked inside.
        was_put_off: Whether the job has waited before: if nothing has changed since, the file
            is just damaged.

    Raises:
        NotWhole: It is worth another look in a moment.
    """
    if look is not None and look.is_fresh(time.time()) and not was_put_off:
        text = f"looks unfinished ({size_words(look.size_bytes)} so far)"
        raise NotWhole(text, look)
