"""Which numbers are kept of a sample."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from rendermanager.core.usage import Card, Sample, TreeLoad, VolumeLoad

NOW = datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)


def sample(**changes: Any) -> Sample:
    first = Sample(at=NOW, cpu=None, cores=(), memory_used=3, memory_total=9)
    return replace(first, **changes)


def test_the_first_sample_has_no_loads_to_keep() -> None:
    assert sample().series() == {"memory": 3.0, "renders": 0.0}
    second = sample(cpu=0.5, cores=(1.0, 0.0)).series()
    assert second == {"cpu": 0.5, "core/0": 1.0, "core/1": 0.0, "memory": 3.0, "renders": 0.0}


def test_renders_are_kept_as_one_number() -> None:
    load = TreeLoad(cores=None, memory=5, read=0, written=0)
    assert sample(renders={1: load, 2: load}).series()["renders"] == 10.0


def test_what_a_card_or_a_volume_does_not_tell_is_not_kept() -> None:
    told = sample(
        cards=(
            Card(name="A", load=0.5, memory_used=4, memory_total=8, celsius=70.0, encoder=0.25),
            Card(name="B"),
        ),
        volumes=(
            VolumeLoad(mount="/", free=7, total=9, read_per_s=1.0, written_per_s=2.0),
            VolumeLoad(mount="/mnt/share"),
        ),
    ).series()
    assert {name: value for name, value in told.items() if "/" in name} == {
        "card/0/load": 0.5,
        "card/0/memory": 4.0,
        "card/0/celsius": 70.0,
        "card/0/encoder": 0.25,
        "volume/free/": 7.0,
        "volume/read/": 1.0,
        "volume/written/": 2.0,
    }
