"""What engines say when they fail: a list of their own words, each read for what it means."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from rendermanager.core.failure import (
    LONGEST_LINE,
    Failure,
    FailureRule,
    Retry,
    classify,
)
from rendermanager.core.job import JobSpec
from rendermanager.core.needles import needles
from rendermanager.renderers.reading_failures import program_of, rules_for
from rendermanager.renderers.registry import Registry

REGISTRY = Registry.load()
PROGRAMS = {
    "aerender": ("/Applications/Adobe After Effects 2025/aerender", "-project", "a.aep"),
    "nexrender": ("/usr/bin/node", "/opt/nexrender/nexrender-cli", "--file", "job.json"),
    "blender": (r"C:\Program Files\Blender Foundation\blender.exe", "-b", "a.blend"),
    "manim": ("/usr/bin/python3.11", "-m", "manim", "scene.py", "Intro"),
    "system": ("/usr/bin/tool",),
}
"""What a command job has to run for these lines to be read."""


def rules_of(engine: str) -> tuple[FailureRule, ...]:
    if engine == "ffmpeg":
        return tuple(rules_for(REGISTRY.get("ffmpeg"), JobSpec()))
    return tuple(rules_for(REGISTRY.get("command"), JobSpec(argv=PROGRAMS[engine])))


RULES = {engine: rules_of(engine) for engine in ("ffmpeg", *PROGRAMS)}
with (Path(__file__).parent / "engine_errors.tsv").open(encoding="utf-8", newline="") as table:
    CORPUS = [
        (row["engine"], row["text"], row["kind"], row["retry"])
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]
BENIGN = [row for row in CORPUS if row[2] == "benign"]


def answer(failure: Failure | None) -> tuple[str, str]:
    return ("benign", "no") if failure is None else (failure.kind.value, failure.retry.value)


def test_the_list_is_as_long_as_it_claims() -> None:
    counts = Counter(row[0] for row in CORPUS)
    print(f"\n{len(CORPUS)} lines, {len(BENIGN)} of them benign: {dict(counts)}")
    assert len(CORPUS) >= 400
    assert len(BENIGN) >= 40 + 4
    assert set(counts) == set(RULES)


@pytest.mark.parametrize(("engine", "text", "kind", "retry"), CORPUS)
def test_a_line_is_read_for_what_it_means(engine: str, text: str, kind: str, retry: str) -> None:
    failure = classify([text], RULES[engine])
    assert answer(failure) == (kind, retry)
    if failure is not None:
        assert failure.detail == text.strip()
        assert failure.message[0].isupper()
        assert failure.retry is not Retry.AFTER_FIX or failure.hint


@pytest.mark.parametrize(("engine", "text", "kind", "retry"), CORPUS)
def test_noise_around_a_line_changes_nothing(engine: str, text: str, kind: str, retry: str) -> None:
    noise = [line for other, line, _, _ in BENIGN if other == engine]
    assert answer(classify([*noise, f"  {text}\t", *noise], RULES[engine])) == (kind, retry)


@pytest.mark.parametrize("engine", RULES)
def test_benign_lines_together_tell_of_no_failure(engine: str) -> None:
    assert classify([row[1] for row in BENIGN if row[0] == engine], RULES[engine]) is None


@pytest.mark.parametrize("engine", RULES)
def test_no_rule_overlooks_a_line_for_the_words_it_is_found_by(engine: str) -> None:
    for _, text, _, _ in CORPUS:
        for each in RULES[engine]:
            if each.knows(text):
                words = needles(each.text)
                assert not words or any(word in text.lower() for word in words), each.text


@pytest.mark.parametrize("engine", RULES)
def test_letters_of_another_encoding_do_no_harm(engine: str) -> None:
    for other, text, kind, retry in CORPUS:
        if other == engine:
            foreign = "R\N{REPLACEMENT CHARACTER}ckgabe \N{REPLACEMENT CHARACTER}"
            assert answer(classify([foreign, text, foreign], RULES[engine])) == (kind, retry)


HOSTILE = [
    "error opening output" * 50_000,
    "a" * 1_000_000,
    "Error: " * 100_000,
    "(" * 500_000,
    "cuda error " * 50_000,
    ": permission" * 50_000 + " denied",
    "\\x00\x1b[31m" * 50_000,
    "effect " * 100_000 + "is missing",
    "retry after " * 50_000,
    " " * 1_000_000 + "x",
]


@pytest.mark.parametrize("engine", RULES)
@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:12].encode("unicode_escape"))
def test_a_hostile_line_is_read_like_any_other(engine: str, line: str) -> None:
    # A pattern that tries every combination would meet the time limit of the suite here.
    failure = classify([line] * 3, RULES[engine])
    assert failure is None or len(failure.detail) <= LONGEST_LINE


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (("/opt/blender-4.2/blender", "-b"), "blender"),
        (("/opt/blender-4.2.1-linux-x64",), "blender"),
        (("blender4.2",), "blender"),
        (("aerender.exe", "-project", "x"), "aerender"),
        (("C:\\AE\\AfterFX.com",), "afterfx"),
        (("nexrender-cli", "--file", "x"), "nexrender"),
        (("nexrender-cli-win64.exe",), "nexrender"),
        (("npx", "nexrender-cli"), "nexrender"),
        (("node", "--no-warnings", "/x/@nexrender/cli/src/bin.js"), "nexrender"),
        (("manim", "-qh", "x.py"), "manim"),
        (("python3", "-m", "manim", "x.py"), "manim"),
        (("nice", "blender", "-b"), "blender"),
        (("/usr/bin/ffmpeg", "-i", "x"), "ffmpeg"),
        (("python3", "render.py"), "render"),
        (("node",), ""),
        ((), ""),
    ],
)
def test_the_program_that_does_the_work_is_found(argv: tuple[str, ...], name: str) -> None:
    assert program_of(argv) == name


def test_the_rules_of_an_engine_come_first_and_none_comes_twice() -> None:
    engine = REGISTRY.get("ffmpeg")
    rules = rules_for(engine, JobSpec())
    assert rules[: len(engine.failure_rules)] == tuple(dict.fromkeys(engine.failure_rules))
    assert len(set(rules)) == len(rules)
