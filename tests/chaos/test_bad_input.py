"""Bad input at volume: every answer is a sentence with a cause and advice, never a traceback."""

import contextlib
import io
import json
import os
import random
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rendermanager.cli.main import main
from rendermanager.services.submit import Submitter
from tests.cli.driving import run
from tests.helpers.hostile import Hostile, make_folder
from tests.helpers.keyrings import MemoryKeyring, in_use

INPUTS = int(os.environ.get("CHAOS_INPUTS", "200"))
PROCESSES = max(3, INPUTS // 500)
SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.randrange(1_000_000)
CRASHES = ("Traceback (most recent", "made a mistake", "Error: <", "internal error")

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="needs files of Unix"),
    pytest.mark.allow_warnings("^setting", "^settings"),
    pytest.mark.timeout(3_600),
]


@dataclass(frozen=True)
class Answer:
    """What a command line came to."""

    code: int
    out: str
    err: str
    crash: str = ""


def ask(words: list[str]) -> Answer:
    """Run a command line in this process, through the same door as people's."""
    out, err = io.StringIO(), io.StringIO()
    crash, code = "", 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(words)
        except BaseException:  # noqa: BLE001 - whatever it is, it is reported
            crash = traceback.format_exc()
    return Answer(code, out.getvalue(), err.getvalue(), crash)


def fault(answer: Answer) -> str:
    """What is wrong with an answer to bad input; empty when it is a good one."""
    if answer.crash:
        return f"crashed: {answer.crash[-900:]}"
    if answer.code not in (0, 2, 3):
        return f"ended with {answer.code}"
    if any(word in answer.out + answer.err for word in CRASHES):
        return "shows a crash"
    if answer.code == 0:
        return ""
    if answer.out.startswith("{"):
        return _fault_of_json(answer)
    return "" if answer.err.strip() else "says nothing"


def _fault_of_json(answer: Answer) -> str:
    try:
        told = [json.loads(line) for line in answer.out.split("\n") if line]
    except ValueError:
        return f"is no JSON: {answer.out[:300]!r}"
    problems: list[dict[str, Any]] = []
    for each in told:
        error = each.get("error")
        problems += (error["problems"] or [error]) if error else each.get("problems", [])
    if not problems and not any("done" in each for each in told):
        return "tells no problem"
    for problem in problems:
        if len(problem["message"]) < 10 or len(problem["message"]) > 20_000:
            return f"has a message of {len(problem['message'])} characters"
        if "field" in problem and not problem["hint"]:
            return f"has no advice: {problem['message'][:300]}"
    return ""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    made = tmp_path / "hostile"
    made.mkdir()
    make_folder(made)
    monkeypatch.chdir(made)
    monkeypatch.setenv("RENDERMANAGER_HOME", str(made / "home"))
    with in_use(MemoryKeyring()):
        yield made


def faults(folder: Path, seed: int, number: int) -> list[str]:
    """What went wrong with so many inputs, each with how to have it again."""
    print(f"CHAOS_SEED={seed}")
    hostile = Hostile(seed, folder)
    found, codes = [], Counter[int]()
    for at in range(number):
        words = hostile.words()
        answer = ask(words)
        codes[answer.code] += 1
        if wrong := fault(answer):
            found.append(f"input {at} of seed {seed}: {words!r} {wrong}")
    print(f"{number} inputs, by exit code: {dict(sorted(codes.items()))}, faults: {len(found)}")
    return found


def test_bad_input_gets_a_sentence(folder: Path) -> None:
    found = faults(folder, SEED, INPUTS)
    assert not found, "\n\n".join(found[:60])


def test_so_it_does_in_processes_of_their_own(folder: Path) -> None:
    print(f"CHAOS_SEED={SEED}")
    hostile, left = Hostile(SEED + 1, folder), PROCESSES
    while left:
        words = hostile.words()
        if any("\0" in word for word in words):
            continue  # no system hands such an argument over
        left -= 1
        ran = run(*words, cwd=folder)
        wrong = fault(Answer(ran.code, ran.out, ran.err))
        assert not wrong, (words, wrong, ran)


def test_the_checker_sees_a_planted_defect(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forget_to_catch(*_: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr(Submitter, "plan_inputs", forget_to_catch)
    found = faults(folder, 1, 60)
    assert found
    assert all("planted" in each for each in found)
