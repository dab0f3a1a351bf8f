"""Gives every test a home of its own and fails it for warnings and threads it leaves behind."""

import gc
import itertools
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from _typeshed import TraceFunction

# Before anything imports Qt. A test that needs a real window sets this for its own child.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Machines differ in speed, so no example fails for being slow.
hypothesis.settings.register_profile("rendermanager", deadline=None, print_blob=True)
hypothesis.settings.load_profile("rendermanager")

THREAD_GRACE_S = 2.0
TESTS_BETWEEN_COLLECTIONS = 20
TRACER = pytest.StashKey["TraceFunction | None"]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let `allow_warnings` speak for Qt's messages too, which pytest-qt watches."""
    for item in items:
        marker = item.get_closest_marker("allow_warnings")
        if marker is None:
            continue
        if marker.args:
            item.add_marker(pytest.mark.qt_log_ignore(*marker.args))
        else:
            item.add_marker(pytest.mark.qt_log_level_fail("CRITICAL"))


@contextmanager
def _tracing(tracer: "TraceFunction | None") -> Iterator[None]:
    """Have this thread's lines measured, or not, meanwhile."""
    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        yield
    finally:
        sys.settrace(before)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure no lines of pytest between the phases of a test, which takes as long as they do."""
    item.stash[TRACER] = sys.gettrace()
    with _tracing(None):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    with _tracing(item.stash[TRACER]):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    with _tracing(item.stash[TRACER]):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    with _tracing(item.stash[TRACER]):
        return (yield)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield folder names nobody has used; the folder comes into being only if one is needed."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Render Manager keeps its settings and queue for this test; does not exist yet."""
    path = next(_homes)
    monkeypatch.setenv("RENDERMANAGER_HOME", str(path))
    return path


@pytest.fixture(scope="session", autouse=True)
def _coverage_follows_qt_pools() -> Iterator[None]:
    """Measure jobs on Qt's pools too: Python by itself traces only threads that it started."""
    tracer = threading.gettrace()
    qt = sys.modules.get("PySide6.QtCore")
    if tracer is None or qt is None:
        yield
        return
    original = qt.QThreadPool.start

    def start(pool: object, job: object, *priority: int) -> None:
        def traced() -> None:
            sys.settrace(tracer)
            job()  # type: ignore[operator]

        original(pool, traced if callable(job) else job, *priority)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(qt.QThreadPool, "start", start)
        yield


@pytest.fixture(scope="session", autouse=True)
def _programs_are_asked_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Ask each program of this machine for its version once, not again for every queue.

    Blender alone takes half a second to answer. One that a test has written in its own folder is
    asked each time, and so is one that failed.
    """
    from rendermanager.renderers import discovery

    ask, written_by_tests = discovery.ask, str(tmp_path_factory.getbasetemp().resolve())
    answers: dict[tuple[object, ...], str] = {}

    def ask_once(program: Path, *arguments: str) -> str:
        real = os.path.realpath(program)
        if real.startswith(written_by_tests) or not Path(real).is_file():
            return ask(program, *arguments)
        status = Path(real).stat()
        question = (program, real, status.st_ino, status.st_mtime_ns, status.st_size, arguments)
        if question not in answers:
            answers[question] = ask(program, *arguments)
        return answers[question]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discovery, "ask", ask_once)
        yield


class _Collector(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(scope="session", autouse=True)
def _garbage_is_counted() -> Iterator[Iterator[int]]:
    """Switch the automatic collector off, as the app does; see `_garbage_goes_on_this_thread`."""
    gc.disable()
    # All that the modules and the list of tests hold stays: looking through it takes long.
    gc.collect()
    gc.freeze()
    yield itertools.count(1)
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage_goes_on_this_thread(_garbage_is_counted: Iterator[int]) -> Iterator[None]:
    """Destroy what tests left behind here: on a pool's thread Qt objects must not go."""
    yield
    if next(_garbage_is_counted) % TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def _no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    logger = logging.getLogger("rendermanager")
    collector = _Collector()
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    marker = request.node.get_closest_marker("allow_warnings")
    patterns = (marker.args or (".",)) if marker else ()
    unexpected = [
        f"{record.name} {record.levelname} at {record.pathname}:{record.lineno}: "
        f"{record.getMessage()}"
        for record in collector.records
        if not any(re.search(pattern, record.getMessage()) for pattern in patterns)
    ]
    if unexpected:
        pytest.fail("logged without being expected:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    leaked = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not thread.daemon and not _ends_soon(thread)
    ]
    if leaked:
        pytest.fail("threads left running:\n" + "\n".join(map(_describe, leaked)), pytrace=False)


def _ends_soon(thread: threading.Thread) -> bool:
    """Wait for a thread that was told to end and is about to."""
    thread.join(THREAD_GRACE_S)
    return not thread.is_alive()


def _describe(thread: threading.Thread) -> str:
    """Return the thread's name and the line where it is now."""
    frame = sys._current_frames().get(thread.ident or 0)
    where = "".join(traceback.format_stack(frame)[-2:]).rstrip() if frame else "  has ended"
    return f"{thread.name}\n{where}"
