"""What a nexrender job runs, fetches, installs or writes elsewhere is listed, in words."""

import json
from pathlib import PurePath
from typing import Any

import pytest

from rendermanager.core.trust import Reach, Runs, fingerprint, needed
from rendermanager.renderers.nexrender.jobground import Ground
from rendermanager.renderers.nexrender.jobread import read_jobs
from rendermanager.renderers.nexrender.trust import contents_of, kept_contents, what_runs
from tests.renderers.nexrender_model import BASE, after, job, read, with_actions, with_asset

GROUND = Ground(BASE, ["/p"])
SCRIPT: dict[str, Any] = {"type": "script", "src": "setup.jsx"}


def runs(value: dict[str, Any], content: bytes = b"app.quit();") -> tuple[Runs, ...]:
    """What has to be approved; projects may lie in ``/p``."""
    return needed(what_runs(read(value), GROUND, lambda path: content))


def test_values_and_local_files_need_no_approval() -> None:
    value = job(
        assets=[
            {"type": "data", "layerName": "T", "property": "Source Text", "value": "evil()"},
            {"type": "image", "src": "a.png", "layerName": "x"},
            {"type": "static", "src": "a.ttf", "name": "a.ttf"},
        ],
        actions={"postrender": [after("copy", output="a/b.mov")]},
    )
    assert runs(value) == ()


def test_an_expression_is_told_with_layer_and_property() -> None:
    value = with_asset(
        type="data", layerName="Title", composition="main", property="P.Q", expression="time\n*2"
    )
    (piece,) = runs(value)
    assert piece.reach is Reach.EXPRESSION
    assert piece.sentence == "expression on layer “Title” of “main”, property “P.Q”: time *2"


@pytest.mark.parametrize("path", ["A.expression", "A->Expression", "Effects. expression "])
def test_a_value_for_an_expression_is_an_expression(path: str) -> None:
    (piece,) = runs(with_asset(type="data", layerIndex=2, property=path, value=["x"]))
    assert piece.where.startswith("expression on layer 2, property")
    assert piece.code == '["x"]'


def test_an_expression_is_approved_for_its_place_alone() -> None:
    base = {"type": "data", "layerName": "T", "property": "P" * 90 + "a", "expression": "1"}
    seen = {
        fingerprint(runs(with_asset(**{**base, **change})))
        for change in (
            {},
            {"layerName": "U"},
            {"composition": "c"},
            {"property": "P" * 90 + "b"},
            {"expression": "2"},
        )
    }
    assert len(seen) == 5


def test_a_script_counts_with_its_content_keyword_and_parameters() -> None:
    (piece,) = runs(with_asset(**SCRIPT))
    assert piece.sentence == "script “setup.jsx”: app.quit();"
    parameter = {"key": "a", "value": "function() {}"}
    seen = {
        fingerprint(runs(with_asset(**SCRIPT))),
        fingerprint(runs(with_asset(**SCRIPT), b"app.quit() ;")),
        fingerprint(runs(with_asset(**SCRIPT), b"\xff")),
        fingerprint(runs(with_asset(**SCRIPT), b"\xfe")),
        fingerprint(runs(with_asset(**SCRIPT, keyword="X"))),
        fingerprint(runs(with_asset(**SCRIPT, parameters=[parameter]))),
        fingerprint(runs(with_asset(**SCRIPT, parameters=[{**parameter, "value": "1"}]))),
        fingerprint(
            runs(with_asset(**SCRIPT, parameters=[{**parameter, "arguments": [{"key": "k"}]}]))
        ),
    }
    assert len(seen) == 8


def test_a_script_that_loads_others_or_cannot_be_read_says_so() -> None:
    (piece,) = runs(with_asset(**SCRIPT), b'#include "other.jsx"')
    assert "loads other files unseen" in piece.where

    def missing(path: PurePath) -> bytes:
        raise FileNotFoundError(2, "No such file or directory")

    (piece,) = needed(what_runs(read(with_asset(**SCRIPT)), GROUND, missing))
    assert "cannot be read (No such file or directory)" in piece.where


def test_downloads_are_told_without_passwords_and_hashed_with_them() -> None:
    address = "https://ada:pass@host/a.png?key={}"
    asset = {"type": "image", "layerName": "x"}
    one = runs(with_asset(**asset, src=address.format(1)))
    other = runs(with_asset(**asset, src=address.format(2)))
    assert one[0].sentence == "file for layer “x” from another machine: https://host/a.png"
    assert fingerprint(one) != fingerprint(other)
    (project,) = runs(job(template={"src": "https://host/a.aep", "composition": "c"}))
    assert project.where == "project from another machine"


def test_fonts_that_stay_and_results_elsewhere_are_told() -> None:
    value = job(
        assets=[{"type": "static", "src": "a.ttf", "name": "a.ttf"}],
        actions={"prerender": [after("fonts")]},
    )
    assert [each.reach for each in runs(value)] == [Reach.INSTALL]
    (place,) = runs(with_actions(after("copy", output="/home/ada/.config/a.mov")))
    assert (place.reach, place.code) == (Reach.PLACE, "/home/ada/.config/a.mov")
    assert runs(with_actions(after("copy", output="/jobs/out/a.mov"))) == ()


def test_what_is_looked_at_is_what_is_compiled() -> None:
    wanted = read(with_asset(**SCRIPT))
    read_once = kept_contents({BASE / "setup.jsx": b"1"})
    assert contents_of(wanted, GROUND, read_once) == {0: b"1"}
    with pytest.raises(FileNotFoundError):
        contents_of(wanted, GROUND, kept_contents({}))


def test_a_compiled_job_needs_the_same_kinds_of_approval() -> None:
    value = with_asset(type="data", layerName="T", property="P", expression="1")
    (loaded,) = read_jobs(json.dumps(value).encode())
    assert needed(what_runs(loaded.job, GROUND, lambda _: b"")) == runs(value)
