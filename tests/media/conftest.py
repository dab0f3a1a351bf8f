"""Shares the sample files and one reader among the tests of media."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rendermanager.media.reader import MediaReader
from tests.media.samples import Samples


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return Samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def reader() -> Iterator[MediaReader]:
    """One reader for all tests that do not break theirs."""
    with MediaReader() as shared:
        yield shared


@pytest.fixture
def shot(tmp_path: Path, samples: Samples) -> Callable[..., Path]:
    """Writes a sequence of real stills and gives its pattern."""

    def make(*numbers: int, name: str = "shot_%04d.png") -> Path:
        content = samples.content(f"still{Path(name).suffix}")
        for number in numbers:
            (tmp_path / (name % number)).write_bytes(content)
        return tmp_path / name

    return make
