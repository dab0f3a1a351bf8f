"""The command `trust`: shows what would run, asks, and remembers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.driving import Cli

CODE = "thisComp.layer(1).transform.opacity"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "title.json"
    asset = {"type": "data", "layerName": "Title", "property": "Opacity", "expression": CODE}
    write(path, assets=[asset])
    return path


def write(path: Path, **fields: Any) -> None:
    path.write_text(json.dumps({"template": {"src": "a.aep", "composition": "c"}, **fields}))


def test_a_job_is_shown_and_not_allowed_unless_somebody_agrees(cli: Cli, file: Path) -> None:
    ran = cli("trust", file)
    assert ran.code == 2
    assert f"expression on layer “Title”, property “Opacity”: {CODE}" in ran.out
    assert "Allow it with --yes." in ran.out
    assert cli.good("trust", "--list").out == "Nothing is allowed so far.\n"


def test_what_is_allowed_is_listed_and_forgotten(cli: Cli, file: Path) -> None:
    assert cli.good("trust", file, "--yes").out.endswith("It may run.\n")
    assert cli.good("trust", file).out == "“title.json” is allowed already.\n"
    assert "title.json" in cli.good("trust", "--list").out
    assert cli.good("trust", "--forget", "title.json").out == (
        "“title.json” is not allowed any more.\n"
    )
    assert cli("trust", file).code == 2


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("\n", 2)])
def test_a_person_is_asked(
    cli: Cli, file: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer.strip())
    assert cli("trust", file).code == code


def test_answers_in_json(cli: Cli, file: Path) -> None:
    ran = cli("trust", file, "--json")
    assert ran.code == 2
    (answer,) = ran.json
    assert answer["trusted"] is False
    assert answer["jobs"][0]["runs"][0]["code"] == CODE
    (answer,) = cli.json("trust", file, "--yes")
    assert answer["trusted"] is True
    assert answer["jobs"][0]["trusted"] is True
    (answer,) = cli.json("trust", "--list")
    assert [each["name"] for each in answer["trusted"]] == ["title.json"]
    (answer,) = cli.json("trust", "--forget", answer["trusted"][0]["fingerprint"][:10])
    assert len(answer["forgotten"]) == 1


def test_a_job_without_code_needs_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "plain.json"
    write(path)
    assert cli.good("trust", path).out == "“plain.json” runs nothing that needs approval.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Name one file"),
        (("a.json", "--list"), "Name one file"),
        (("--forget", "x"), "Nothing is allowed that is called “x”"),
        (("missing.json",), "cannot be read"),
    ],
    ids=["nothing", "both", "unknown", "missing"],
)
def test_what_makes_no_sense_is_refused(cli: Cli, words: tuple[str, ...], told: str) -> None:
    ran = cli("trust", *words)
    assert ran.code == 2
    assert told in ran.err


def test_a_file_with_problems_shows_them_all(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    write(path, assets=[{"type": "x"}, {"type": "image"}])
    ran = cli("trust", path)
    assert ran.code == 2
    assert ran.err.count("✗") == 2
    assert "✗ assets[0].type: There is no type of asset “x”." in ran.err
    assert "✗ assets[1].src: “src” is missing." in ran.err


def test_a_folder_is_allowed_for_every_job(cli: Cli, tmp_path: Path) -> None:
    ran = cli.good("trust", "--folder", tmp_path)
    assert ran.out == f"Every job may read what lies in “{tmp_path}”.\n"
    assert str(tmp_path) in cli.good("trust", "--list").out
    (answer,) = cli.json("trust", "--folder", tmp_path)
    assert [each["folder"] for each in answer["trusted"]] == [str(tmp_path)]
    cli.good("trust", "--forget", tmp_path)
    assert cli.good("trust", "--list").out == "Nothing is allowed so far.\n"
    assert cli("trust", "--folder", tmp_path / "gone").code == 2
    assert cli("trust", "--folder", tmp_path, "--list").code == 2
