"""Names that every system accepts."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rendermanager.core.naming import (
    MAX_NAME_BYTES,
    MAX_VERSION,
    fill,
    first_free,
    numbered,
    safe_name,
    shortened,
)

DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
}

AWKWARD = [
    *("con", "NUL", "com1", "LPT²", "CONIN$", "aux.mp4", ".", " ", "..", "_", "-", "~", "$", "%"),
    *("<", ">", ":", '"', "/", "\\", "|", "?", "*", "\0", "\t", "\n", "\x1f", "\x7f", "\x85"),
    *("é", "e\u0301", "\u0338", "日本", "🎬", "\ud800", "\udfff", "\u00a0", "\u2028", "\u3000"),
    *(".mp4", ".tar.gz", "a" * 120, "é" * 70, "." * 90, " " * 90, "." + "b" * 130),
]
texts = st.lists(
    st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=())), max_size=8
).map("".join)


def why_unsafe(name: str) -> str:
    """The rule that `name` breaks, by Windows' own words; empty when none."""
    if not name or name in {".", ".."}:
        return "no name"
    if len(name.encode("utf-8")) > MAX_NAME_BYTES:
        return "too long"
    if re.search(r'[\x00-\x1f<>:"/\\|?*]', name):
        return "a character that is not allowed"
    if name[-1] in ". ":
        return "ends with a dot or a space"
    if name.partition(".")[0].rstrip(" ").upper() in DEVICES:
        return "a device"
    return ""


@pytest.mark.parametrize("name", ["", "a:b", "a.", "COM1.txt", "nul .txt", "é" * 128, "a\nb"])
def test_the_judge_of_these_tests_finds_unsafe_names(name: str) -> None:
    assert why_unsafe(name)


@given(texts)
@example("con" + " " * 300 + ".txt")
@example("." * 260 + "a" * 200)
@example("a\ud800.mp4")
@example("nul .mp4")
def test_a_name_is_safe_whatever_it_is_made_of(text: str) -> None:
    assert why_unsafe(safe_name(text)) == ""


@given(texts)
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name
    assert unicodedata.is_normalized("NFC", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("clip.mp4", "clip.mp4"),
        ("Tom's & Jerry's (final) 100%.mov", "Tom's & Jerry's (final) 100%.mov"),
        ("take:1/2.mp4", "take_1_2.mp4"),
        ("-out.mp4", "-out.mp4"),
        (" a. ", "a"),
        (".profile", ".profile"),
        ("", "untitled"),
        ("...", "untitled"),
        ("???", "untitled"),
        ("con", "_con"),
        ("Aux.mp4", "_Aux.mp4"),
        ("com¹", "_com¹"),
        ("console.mp4", "console.mp4"),
        ("e\u0301te\u0301.mp4", "été.mp4"),
        ("a\ud800b", "a_b"),
    ],
)
def test_a_safe_name_is_as_near_as_can_be(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_another_word_can_stand_for_nothing() -> None:
    assert safe_name("?", fallback="render") == "render"


@pytest.mark.parametrize(
    ("name", "limit", "short"),
    [
        ("clip.mp4", 8, "clip.mp4"),
        ("long_clip.mp4", 8, "long.mp4"),
        ("ééé.mp4", 9, "éé.mp4"),
        ("abcde fgh.mp4", 10, "abcde.mp4"),
        ("abc.verylong", 8, "abc.very"),
        ("abcdefghi", 4, "abcd"),
    ],
    ids=[
        "fits",
        "the extension stays",
        "no character is broken",
        "no space before the dot",
        "a long extension is part of the name",
        "no extension",
    ],
)
def test_shortened(name: str, limit: int, short: str) -> None:
    assert shortened(name, limit) == short


@given(texts.map(safe_name), st.integers(8, MAX_NAME_BYTES))
def test_a_shortened_name_fits(name: str, limit: int) -> None:
    assert len(shortened(name, limit).encode()) <= limit


def test_fields_of_a_template_are_filled_in() -> None:
    values = {"name": "Opening", "width": 1920, "height": 1080}
    assert fill("{name}_{width}x{height}.mp4", values) == "Opening_1920x1080.mp4"


def test_a_value_is_only_text() -> None:
    assert fill("{name}", {"name": "../{width}", "width": 1}) == ".._{width}"


def test_a_field_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"“\{size\}” is not a field .*known: height, name"):
        fill("{size}", {"name": "a", "height": 1})


@given(st.dictionaries(st.sampled_from(["name", "preset"]), texts, min_size=2), texts)
def test_a_filled_template_is_safe(values: dict[str, str], text: str) -> None:
    template = text.replace("{", "").replace("}", "") + "{name}-{preset}.mp4"
    assert why_unsafe(fill(template, values)) == ""


@pytest.mark.parametrize(
    ("name", "version", "result"),
    [
        ("clip.mp4", 2, "clip_v002.mp4"),
        ("clip", 12, "clip_v012"),
        ("clip.tar.gz", 1_234, "clip.tar_v1234.gz"),
        (".profile", 2, ".profile_v002"),
        ("100%%d.png", 2, "100%%d_v002.png"),
    ],
)
def test_a_version_stands_in_front_of_the_extension(name: str, version: int, result: str) -> None:
    assert numbered(name, version) == result


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("shot_%04d.png", "shot_v002_%04d.png"),
        ("shot.%d.exr", "shot_v002.%d.exr"),
        ("shot%03d.exr", "shot_v002%03d.exr"),
        ("%05d.tif", "v002_%05d.tif"),
        ("_%05d.tif", "v002_%05d.tif"),
        ("%04d_beauty.png", "v002_%04d_beauty.png"),
        ("100%% %04d.png", "100%%_v002 %04d.png"),
    ],
)
def test_the_version_of_a_sequence_stands_in_front_of_its_number(name: str, result: str) -> None:
    assert numbered(name, 2) == result


@given(texts.map(safe_name), st.integers(2, MAX_VERSION), st.integers(2, MAX_VERSION))
@example("a." + "b" * 253, 2, 9_999)
@example("b" * 250 + "%04d", 2, 9_999)
def test_versions_are_safe_and_differ(name: str, first: int, second: int) -> None:
    assert why_unsafe(numbered(name, first)) == ""
    assert numbered(name, first) != name
    assert (numbered(name, first) == numbered(name, second)) is (first == second)


def test_a_free_name_is_taken_as_it_is() -> None:
    assert first_free("clip.mp4", lambda name: False) == "clip.mp4"


def test_the_lowest_free_version_is_taken() -> None:
    taken = {"clip.mp4", "clip_v002.mp4", "clip_v004.mp4"}
    assert first_free("clip.mp4", taken.__contains__) == "clip_v003.mp4"


def test_ten_thousand_versions_are_enough() -> None:
    with pytest.raises(ValueError, match=r"already 9999 versions of “clip\.mp4”"):
        first_free("clip.mp4", lambda name: True)
