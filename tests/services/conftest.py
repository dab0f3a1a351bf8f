"""Sources, engines and a queue for the tests of the services."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rendermanager.config.paths import Paths
from rendermanager.config.settings import Settings
from rendermanager.renderers.registry import Registry
from rendermanager.services.desk import Desk
from rendermanager.services.submit import Submitter
from rendermanager.store.store import Store
from tests.helpers.queue import Clock
from tests.media.samples import Samples


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return Samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    """An empty folder for sources."""
    folder = tmp_path / "footage"
    folder.mkdir()
    return folder


@pytest.fixture
def file(footage: Path) -> Callable[..., str]:
    """Puts files with something in them into the footage; the path of the last one comes back.

    What is inside is looked at much later, so nothing that is planned here needs real media.
    """

    def put(*names: str, content: bytes = b"something") -> str:
        path = footage
        for name in names:
            path = footage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return str(path)

    return put


@pytest.fixture
def submitter(registry: Registry) -> Callable[..., Submitter]:
    """A submitter with these settings; `reserved` are outputs of jobs in the queue."""

    def make(*reserved: str, **settings: Any) -> Submitter:
        return Submitter(registry, Settings(**settings), reserved.__contains__)

    return make


@pytest.fixture
def paths(home: Path) -> Paths:
    found = Paths(home)
    found.make()
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(paths: Paths, clock: Clock) -> Iterator[Store]:
    opened = Store(paths.database, clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(paths: Paths, store: Store) -> Desk:
    return Desk(paths, store, "cli")
