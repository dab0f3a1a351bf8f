"""What the machine does, and what attempts have taken of it, as plain JSON values."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rendermanager.core.consumption import Usage, expected_memory
from rendermanager.core.job import Attempt
from rendermanager.core.usage import Sample
from rendermanager.services.views import View, when


def resources_view(sample: Sample, jobs: Mapping[int, int], ceiling: float) -> View:
    """The machine at one moment; bytes, shares of 0 to 1, processors.

    Args:
        sample: What was measured.
        jobs: The job of each running attempt, by the attempt's number.
        ceiling: Share of the memory up to which renders are started.
    """
    renders = [
        {"job": jobs.get(attempt_id, 0), "attempt": attempt_id, **asdict(load)}
        for attempt_id, load in sorted(sample.renders.items())
    ]
    return {
        "at": when(sample.at),
        "cpu": sample.cpu,
        "cores": list(sample.cores),
        "memory": {
            "used": sample.memory_used,
            "total": sample.memory_total,
            "ceiling": int(sample.memory_total * ceiling),
        },
        "cards": [asdict(each) for each in sample.cards],
        "volumes": [asdict(each) for each in sample.volumes],
        "renders": renders,
    }


def usage_view(attempt: Attempt, usage: Usage | None, usual: Sequence[Usage]) -> dict[str, Any]:
    """What one attempt has taken; None for all of it where it was too short to be measured.

    Args:
        attempt: The attempt.
        usage: What was seen of it.
        usual: What the last ones of its kind took that succeeded.
    """
    return {
        "attempt": attempt.id,
        "outcome": attempt.outcome,
        "started": when(attempt.started),
        "memory": usage and usage.memory,
        "cpu_s": usage and round(usage.cpu_s, 3),
        "cores": usage and usage.cores and round(usage.cores, 3),
        "read": usage and usage.read,
        "written": usage and usage.written,
        "card_memory": usage and usage.card_memory,
        "usual_memory": expected_memory(usual) or None,
    }
