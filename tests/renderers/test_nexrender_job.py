"""Reading nexrender's jobs: everything wrong is told at once, and nothing foreign gets through."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Severity
from rendermanager.renderers.nexrender.assets import Data, Footage, Script, Static
from rendermanager.renderers.nexrender.jobread import looks_like_job, read_jobs
from tests.renderers.nexrender_model import (
    CORPUS,
    JUNK,
    after,
    job,
    load,
    problems,
    raw,
    read,
    with_actions,
    with_asset,
)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_real_jobs_are_read_without_errors(path: Path) -> None:
    content = path.read_bytes()
    assert looks_like_job(content)
    for each in read_jobs(content):
        assert all(note.severity is Severity.WARNING for note in each.notes)


def test_every_field_finds_its_place() -> None:
    (found,) = read_jobs(CORPUS[0].read_bytes())
    assert CORPUS[0].name == "encoded.json"
    template = found.job.template
    assert (template.frame_start, template.frame_end, template.increment_frame) == (0, 249, 1)
    assert template.continue_on_missing
    assert (found.job.uid, found.job.priority, found.job.tags) == ("kQ7z", 3, "spring,teaser")
    kinds = [type(each) for each in found.job.assets]
    assert kinds == [Footage, Footage, Footage, Static, Static]
    assert found.job.actions.fonts
    assert len(found.job.actions.postrender) == 3


def test_all_problems_are_told_at_once_with_path_and_nearest_name() -> None:
    found = problems(
        job(
            assets=[
                {"type": "image", "src": "x.png", "layerNam": "a"},
                {"type": "dta"},
                {"type": "data", "layerName": "t", "property": "P", "value": 1, "layerIndex": "1"},
                7,
            ],
            actions={"postrender": [after("encod", output="x.mp4")]},
            assetss=[],
        )
    )
    assert found["assets[0].layerNam"].hint == "Did you mean “layerName”?"
    assert not found["assets[0].layerNam"].blocks
    assert found["assets[0].layerName"].blocks
    assert "“dta”" in found["assets[1].type"].message
    assert "a whole number, got a text" in found["assets[2].layerIndex"].message
    assert "object" in found["assets[3]"].message
    assert "action-encode" in found["actions.postrender[0].module"].hint
    assert found["assetss"].hint == "Did you mean “assets”?"


NO_JOBS: list[tuple[bytes, str]] = [
    (b"", "empty"),
    (b"{", "ends in the middle"),
    ("{}".encode("utf-16"), "UTF-16"),
    ("{}".encode("utf-32-be"), "UTF-16"),
    (b'{"a": "\xff"}', "Byte 8 of the job is no text"),
    (b'{"a": NaN}', "“NaN” is no number"),
    (b'{"a": -Infinity}', "“-Infinity” is no number"),
    (b'{"a": 1e999}', "too large"),
    (b'{"a": ' + b"9" * 5000 + b"}", "more digits"),
    (b'{\n // here\n "a": 1}', "a comment in line 2, column 2"),
    (b'{"a": /* b */ 1}', "a comment in line 1"),
    (b'{"a": [1,2,]}', "comma too many"),
    (b'{"a": 1,\n}', "comma too many"),
    (b"{'a': 1}", "other quotation marks"),
    (b'{"a": 1} {"a": 2}', "more than one value"),
    (b'{"a": "b\nc"}', "line break or tab"),
    (b'{"a": "C:\\shots"}', "single backslash"),
    (b'{"a" 1}', "something is wrong in line 1, column 6"),
    (b'{"a": 1, "a": 2}', "“a” is there twice"),
    (b'{"template": {"__proto__": {"x": 1}}}', "“__proto__” changes the program"),
    (b'{"a": "\\ud800"}', "half a character"),
    (b'{"\\udfff": 1}', "half a character"),
    (b"[" * 100_000, "more than 32 levels deep"),
    (b'{"a":' * 33 + b"1" + b"}" * 33, "more than 32 levels deep"),
    (b'"' + b'\\"' * 100_000, "ends in the middle"),
    (b'{"a": "' + b"x" * 10_000_000 + b'"}', "larger than 1 MiB"),
    (b"[" + b" " * 17 * 2**20 + b"]", "larger than 16 MiB"),
    (b"[]", "no jobs"),
    (b"[" + b"1," * 5_000 + b"1]", "more than 5,000 jobs"),
    (b"7", "has to be an object"),
    (b"null", "has to be an object"),
]


@pytest.mark.parametrize(
    ("content", "words"), NO_JOBS, ids=[f"{at}-{words}" for at, (_, words) in enumerate(NO_JOBS)]
)
def test_what_is_no_job_is_refused_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_jobs(content)
    assert any(words in each.message for each in caught.value.problems), caught.value.problems


def test_a_mark_at_the_start_and_brackets_in_texts_do_no_harm() -> None:
    value = with_asset(type="data", layerName="[" * 50 + '\\"', property="P", value="]}" * 50)
    assert read_jobs(b"\xef\xbb\xbf" + raw(value))[0].job.assets


HOSTILE: list[tuple[Any, str]] = [
    (job(template={"src": "", "composition": "c"}), "template.src"),
    (job(template={"src": "a.aep"}), "template.composition"),
    (job(template=None), "template"),
    (job(template=[]), "template"),
    (job(template={"src": "a.aep", "composition": "'); system('x"}), "template.composition"),
    (job(template={"src": "a.aep", "composition": "a\\"}), "template.composition"),
    (job(template={"src": "a.aep", "composition": "*/ x"}), "template.composition"),
    (job(template={"src": "a.aep", "composition": "a$&b"}), "template.composition"),
    (job(template={"src": "a.aep", "composition": "a\nb"}), "template.composition"),
    (job(template={"src": "a.aep", "composition": "-r"}), "template.composition"),
    (with_actions(name="../x"), "template.name"),
    (with_actions(outputExt="../x"), "template.outputExt"),
    (with_actions(outputModule="-r"), "template.outputModule"),
    (with_actions(frameStart=9, frameEnd=3), "template.frameEnd"),
    (with_actions(incrementFrame=0), "template.incrementFrame"),
    (with_actions(continueOnMissing="true); evil("), "template.continueOnMissing"),
    (with_asset(type="image", src="a.png", layerName="x", name="../../x"), "assets[0].name"),
    (with_asset(type="image", src="a.png", layerName="x", name=".."), "assets[0].name"),
    (with_asset(type="image", src="a.png", layerName="x", name="C:x"), "assets[0].name"),
    (
        with_asset(type="image", src="a.png", layerName="x", extension="p/../n"),
        "assets[0].extension",
    ),
    (with_asset(type="image", src="a.png", layerIndex="1); evil("), "assets[0].layerIndex"),
    (with_asset(type="image", src="a.png", layerIndex=-1), "assets[0].layerIndex"),
    (with_asset(type="image", src="a.png", layerIndex=True), "assets[0].layerIndex"),
    (with_asset(type="image", layerName="x"), "assets[0].src"),
    (with_asset(type="image", src="a.png", layerName="a\u2028b"), "assets[0].layerName"),
    (with_asset(type="data", layerName="x", property="P"), "assets[0].value"),
    (
        with_asset(type="data", layerName="x", property="a.__proto__.b", value=1),
        "assets[0].property",
    ),
    (
        with_asset(type="data", layerName="x", property="a->constructor", value=1),
        "assets[0].property",
    ),
    (with_asset(type="data", layerName="x", property="P", value="a\u2029b"), "assets[0].value"),
    (
        with_asset(type="data", layerName="x", property="P", value=[{"\u2028": 1}]),
        "assets[0].value",
    ),
    (with_asset(type="script", src="a.jsxbin"), "assets[0].src"),
    (with_asset(type="script", src="a.jsx", keyword="a=1;b"), "assets[0].keyword"),
    (
        with_asset(type="script", src="a.jsx", parameters=[{"key": "x', evil(), '"}]),
        "assets[0].parameters[0].key",
    ),
    (
        with_asset(type="script", src="a.jsx", parameters=[{"key": "x", "type": "globalThis"}]),
        "assets[0].parameters[0].type",
    ),
    (
        with_asset(type="script", src="a.jsx", parameters=[{"key": "x", "arguments": [{}, 1]}]),
        "assets[0].parameters[0].arguments[0].key",
    ),
    (with_asset(type=["image"]), "assets[0].type"),
    (with_asset(), "assets[0].type"),
    (job(assets={}), "assets"),
    (job(assets=[{}] * 5_001), "assets"),
    (job(actions=[]), "actions"),
    (job(actions={"postrender": [{}] * 101}), "actions.postrender"),
    (job(actions={"postrender": [1]}), "actions.postrender[0]"),
    (job(output="file:///etc/passwd"), "output"),
    (job(output="../../x.mov"), "output"),
    (job(output="$HOME/x.mov"), "output"),
    (with_actions(output="a\nb.mov"), "template.output"),
]


@pytest.mark.parametrize(("value", "field"), HOSTILE, ids=[str(at) for at in range(len(HOSTILE))])
def test_what_no_job_may_hold_blocks_and_names_its_field(value: Any, field: str) -> None:
    found = problems(value)
    assert field in found, found
    assert found[field].blocks
    assert found[field].message.isprintable()


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("./x.js", "program of its own"),
        ("/etc/x.js", "program of its own"),
        ("C:\\x.js", "program of its own"),
        ("..\\x", "program of its own"),
        ("file:///x.js", "program of its own"),
        ("child_process", "not on the list"),
        ("@nexrender/action-upload", "is not run"),
        ("@nexrender/action-webhook", "is not run"),
        ("", "names no module"),
        (None, "names no module"),
        (7, "names no module"),
    ],
)
def test_only_modules_on_the_list_run(module: Any, words: str) -> None:
    found = problems(job(actions={"postrender": [{"module": module, "output": "x.mov"}]}))
    assert words in found["actions.postrender[0].module"].message


def test_actions_run_at_their_moment_alone() -> None:
    found = problems(job(actions={"prerender": [after("copy", output="x.mov")], "later": []}))
    assert "does not run at “prerender”" in found["actions.prerender[0]"].message
    assert not found["actions.later"].blocks
    fonts = {"prerender": [after("fonts")], "postrender": [after("fonts")]}
    assert read(job(actions=fonts)).actions.fonts


@pytest.mark.parametrize("name", ["onChange", "onRenderProgress", "workpath", "settings"])
def test_callbacks_and_folders_of_others_are_left_out_and_told(name: str) -> None:
    note = load(job(**{name: "/home/ada"})).notes[0]
    assert note.field == name
    assert "left out" in note.message


def test_what_a_server_has_added_is_left_out_silently() -> None:
    assert load(job(_id="x", timings={}, createdAt="now", error="boom")).notes == ()


def test_a_batch_names_the_job_at_fault() -> None:
    found = problems(raw([job(), job(template={"src": "a.aep"}), 7]))
    assert set(found) == {"[1].template.composition", "[2]"}


def test_more_problems_than_anybody_reads_are_counted() -> None:
    found = problems(job(assets=[{"type": "x"}] * 600))
    assert len(found) == 501
    assert found["job"].message == "There are 100 more problems like these."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (raw(job()), True),
        (raw([job()]), True),
        (b'{"template": {"src": "a.aep", "composition": "c",}}', True),
        (raw(job(assets=7)), True),
        (b'{"v": "5.7.4", "fr": 30, "layers": [], "assets": []}', False),
        (b'{"name": "x", "version": "1", "template": "default"}', False),
        (b'{"template": {"src": 1, "composition": "c"}}', False),
        (b"[]", False),
        (b"7", False),
        (b"", False),
        (b"\x89PNG\r\n", False),
        (b"[" * 100_000, False),
    ],
)
def test_jobs_are_told_from_other_json(content: bytes, expected: bool) -> None:
    assert looks_like_job(content) is expected


@given(JUNK)
def test_any_json_is_read_or_refused(value: Any) -> None:
    problems(json.dumps(value).encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    looks_like_job(content)
    problems(content)


@given(st.data())
def test_junk_anywhere_in_a_real_job_is_read_or_refused(data: st.DataObject) -> None:
    value = json.loads(data.draw(st.sampled_from(CORPUS)).read_bytes())
    spot = value
    while isinstance(spot, dict | list) and spot:
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(spot[key], dict | list) or data.draw(st.booleans()):
            spot[key] = data.draw(JUNK)
            break
        spot = spot[key]
    problems(json.dumps(value).encode())


def test_a_value_may_be_anything_that_is_set() -> None:
    for value in ("", 0, False, [1, 2], {"a": 1}):
        (asset,) = read(with_asset(type="data", layerName="x", property="P", value=value)).assets
        assert isinstance(asset, Data)
        assert asset.value == value


def test_a_script_keeps_its_parameters() -> None:
    parameters = [{"key": "a", "value": [1], "arguments": [{"key": "b", "value": 2}]}]
    (asset,) = read(with_asset(type="script", src="a.jsx", parameters=parameters)).assets
    assert isinstance(asset, Script)
    assert asset.parameters[0].arguments[0].value == 2
