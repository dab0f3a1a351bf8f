import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rendermanager.media.process import _environment, helper_argv
from tests.media.samples import Samples


class Helper:
    """The program itself, spoken to by hand."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            helper_argv(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.stdin = self.process.stdin
        self.stdout = self.process.stdout
        assert json.loads(self.stdout.readline()) == {"ready": True}

    def say(self, line: bytes) -> None:
        self.stdin.write(line + b"\n")
        self.stdin.flush()

    def ask(self, **request: object) -> dict[str, Any]:
        self.say(json.dumps(request).encode())
        while True:
            reply: dict[str, Any] = json.loads(self.stdout.readline())
            if "alive" not in reply:
                return reply

    def end(self) -> bytes:
        self.stdin.close()
        left = self.stdout.read()
        self.stdout.close()
        assert self.process.wait(30) == 0
        return left


@pytest.fixture
def helper() -> Iterator[Helper]:
    running = Helper()
    yield running
    if running.process.poll() is None:
        running.end()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"nonsense",
        b"[]",
        b"{}",
        b'{"id": 1}',
        b'{"id": 1, "verb": "explode"}',
        b'{"id": 1, "verb": "probe"}',
        b'{"id": 1, "verb": "probe", "path": 7}',
        b'{"id": 1, "verb": "probe", "path": "a\\u0000b"}',
        b'{"id": 1, "verb": "thumbnail", "path": "/", "size": "big", "target": "", "fraction": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
    ids=lambda line: ascii(line[:40]),
)
def test_nonsense_is_answered_and_the_helper_goes_on(
    helper: Helper, samples: Samples, line: bytes
) -> None:
    helper.say(line)
    assert "trouble" in json.loads(helper.stdout.readline())
    reply = helper.ask(id=2, verb="probe", path=str(samples["clip.mp4"]))
    assert (reply["id"], reply["result"]["frames"]) == (2, 50)


def test_it_ends_with_its_input_whatever_it_is_doing(helper: Helper, samples: Samples) -> None:
    path = str(samples["silent.mkv"])
    wanted = 5_000
    for number in range(wanted):
        helper.say(
            json.dumps({"id": number, "verb": "measure", "path": path, "full": True}).encode()
        )
    answers = helper.end().splitlines()
    assert len(answers) < wanted


def test_what_libraries_print_stays_out_of_the_answers(tmp_path: Path) -> None:
    script = (
        "import os, rendermanager.media.helper as helper\n"
        "real = helper._probe\n"
        "helper._VERBS['probe'] = lambda *a: (os.write(1, b'noise\\n'), print('noise'))\n"
        "helper.main()\n"
    )
    program = [helper_argv()[0], "-c", script]
    done = subprocess.Popen(
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    assert done.stdin is not None
    assert done.stdout is not None
    done.stdin.write(b'{"id": 1, "verb": "probe"}\n')
    done.stdin.flush()
    assert json.loads(done.stdout.readline()) == {"ready": True}
    assert json.loads(done.stdout.readline())["id"] == 1
    done.communicate()


def test_the_package_is_found_from_any_folder_and_nothing_else_is(
    samples: Samples, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "av.py").write_text("raise SystemExit('a stranger was imported')")
    monkeypatch.chdir(tmp_path)
    helper = Helper()
    assert "result" in helper.ask(id=1, verb="probe", path=str(samples["clip.mp4"]))
    helper.end()


SEEDS = ["clip.mp4", "silent.mkv", "cover.mp3", "still.png", "still.exr", "moving.gif", "stream.ts"]


@pytest.fixture(scope="module")
def sturdy() -> Iterator[Helper]:
    running = Helper()
    yield running
    running.end()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(SEEDS),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=40),
    share=st.floats(0.05, 1),
)
def test_damaged_files_are_answered_one_way_or_the_other(
    sturdy: Helper,
    samples: Samples,
    tmp_path: Path,
    name: str,
    flips: list[tuple[float, int]],
    share: float,
) -> None:
    content = bytearray(samples.content(name))
    for at, value in flips:
        content[int(at * len(content))] = value
    path = tmp_path / f"damaged{os.path.splitext(name)[1]}"  # noqa: PTH122
    path.write_bytes(content[: int(share * len(content)) + 1])
    for verb, more in (
        ("probe", {}),
        ("measure", {"full": True}),
        ("thumbnail", {"target": f"{path}.t", "size": [40, 40], "fraction": 0.5}),
    ):
        reply = sturdy.ask(id=1, verb=verb, path=str(path), **more)
        assert ("result" in reply) != ("trouble" in reply)
