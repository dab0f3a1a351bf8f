"""Preset files: what they may say, and how wrong ones are told about by file, line and field."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.renderers.program import PresetFiles, ProgramEngine, preset_files
from rendermanager.renderers.program.filling import all_filled, filled, names_in
from rendermanager.renderers.program.patterns import LINE_CHARACTERS, compiled
from rendermanager.renderers.program.reading import line_of, read_preset
from rendermanager.renderers.registry import Registry
from rendermanager.renderers.settings import read_settings

GOOD = """
label = "Trace"
description = "Traces pictures."
argv = ["potrace", "{source}", "--turdsize", "{size}", "{fast}", "-o", "{output}"]
output = "{stem}_traced.svg"
outputs = ["{output}", "{output_stem}.log"]
sources = [".pbm"]
working_folder = "{source_folder}"
at_once = 2

[env]
LEVEL = "{level}{{}}"

[settings.size]
type = "int"
default = 2
least = 0
most = 100
about = "Specks smaller than this are left out."

[settings.level]
type = "choice"
choices = ["low", "high"]

[settings.fast]
type = "flag"
words = ["--fast", "--no-check"]

[progress]
pattern = '(?P<percent>[0-9.]+)%'

[success]
codes = [0, 3]
must_say = "done"
"""


def made(tmp_path: Path, text: str, name: str = "trace.toml") -> ProgramEngine:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    engine = read_preset(path)
    assert isinstance(engine, ProgramEngine)
    return engine


def said(tmp_path: Path, text: str, name: str = "trace.toml") -> str:
    with pytest.raises(BadInput) as caught:
        made(tmp_path, text, name)
    return "\n".join(f"{each.message} {each.hint}" for each in caught.value.problems)


def test_a_good_file_makes_an_engine_with_a_preset_and_a_form(tmp_path: Path) -> None:
    engine = made(tmp_path, GOOD)
    assert (engine.name, engine.label, engine.at_once) == ("trace", "Trace", 2)
    assert [(each.name, each.engine) for each in engine.presets] == [("trace", "trace")]
    settings: Any = read_settings(engine.settings, {"size": "7", "fast": "true"})
    assert (settings.size, settings.level, settings.fast) == (7, "low", True)
    assert engine.success.codes == {0, 3}
    assert engine.accepts(Path("/a/B.PBM"))
    assert not engine.accepts(Path("/a/b.png"))


def test_the_same_may_be_written_as_json(tmp_path: Path) -> None:
    document = {"argv": ["tool", "{source}", "{output}"], "output": "{stem}.png", "name": "my-tool"}
    engine = made(tmp_path, json.dumps(document, indent=2), "other.json")
    assert engine.name == "my-tool"
    assert engine.label == "My tool"
    assert not engine.accepts(Path("/a/b.png"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size": "101"}, "Setting “size” cannot be “101”"),
        ({"level": "hihg"}, "Did you mean “high”?"),
        ({"sise": 1}, "Did you mean “size”?"),
    ],
)
def test_its_settings_are_checked_like_all_others(
    tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read_settings(made(tmp_path, GOOD).settings, changes)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("argv = [", "argv = ", "“trace.toml”, line 4, cannot be read"),
        ("LEVEL", "LEV=", "“trace.toml”, line 12, cannot be read"),
        ('label = "Trace"', "label = 3", "line 2, “label”: expected a text, got a whole number."),
        ("at_once", "at_onec", "line 9, “at_onec”: nothing is called that here"),
        ("most = 100", "mots = 100", "line 18, “settings.size.mots”: nothing is called that"),
        ('type = "int"', 'type = "integer"', "line 15, “settings.size.type”: There is no kind of"),
        ('type = "int"', 'type = "integer"', "Did you mean “int”?"),
        ('type = "int"', "", "line 14, “settings.size”: “type” is missing"),
        ("argv = ", "# ", "“argv” is missing"),
        ("{source}", "{sorce}", "line 4, “argv”: there is no placeholder “{sorce}”. Did you mean"),
        ("{source}", "x", "“argv”: nothing says where the source goes"),
        ("{source}", "{source", "“argv”: “{” stands alone; write “{{” for the sign itself"),
        ('"potrace"', '"{source}"', "it must begin with the program itself"),
        ('"potrace"', '"bin/potrace"', "“bin/potrace” is not an absolute path"),
        ('"potrace"', '"C:/trace.bat"', "absolute path"),
        ('"potrace"', '"trace.bat"', "is a shell script of Windows"),
        ('"{fast}"', '"-{fast}"', "the flag “fast” must be an argument by itself"),
        ("_traced.svg", "_traced", "“output”: “{stem}_traced” has no ending"),
        ("{stem}_traced", "sub/{stem}", "is no name of a file"),
        ("{stem}_traced", "{output}", "line 5, “output”: there is no placeholder “{output}”"),
        ('["{output}", ', "[", "“{output}” is not among them"),
        ('["{output}", ', '["{output}", "{output}", ', "one of them stands there twice"),
        ('"{source_folder}"', '"here"', "“working_folder”: “here” is not an absolute path"),
        ("LEVEL", '"A=B"', "cannot be the name of a variable"),
        ("{level}{{}}", "{lvl}", "“env.LEVEL”: there is no placeholder “{lvl}”"),
        ("default = 2", 'default = "2"', "line 16, “settings.size.default”: “2” is no int"),
        ("default = 2", "default = true", "“True” is no int"),
        ("default = 2", "default = 200", "“settings.size.default”: 200 is out of its limits"),
        ("least = 0", "least = 0.5", "the limits of a whole number are whole numbers"),
        ("least = 0", "least = 101", "its least, 101, is more than its most, 100"),
        ('choices = ["low", "high"]', "", "a choice, and nothing else, has “choices”"),
        ('["low", "high"]', '["low", "low"]', "one of them stands there twice"),
        ('choices = ["low"', 'default = "no"\nchoices = ["low"', "“no” is none of its choices"),
        ('words = ["--fast", "--no-check"]', "", "a flag, and nothing else, has “words”"),
        ('type = "choice"', 'type = "choice"\nleast = 1', "only numbers have a least and a most"),
        ("[settings.size]", "[settings.Size]", "“Size” cannot be the name of a setting"),
        ("[settings.size]", "[settings.class]", "“class” cannot be the name of a setting"),
        ("[settings.size]", "[settings.output]", "“output” has a meaning of its own"),
        ("percent>", "per>", "“progress.pattern”: there is no group “per”"),
        ("(?P<percent>[0-9.]+)", "[0-9]+", "it has no named group"),
        ("[0-9.]+)", "[0-9.]+", "it is no regular expression"),
        ("[0-9.]+)", "(?:[0-9]+)*)", "it repeats something that holds a repetition"),
        ("codes = [0, 3]", "codes = [300]", "line 33, “success.codes[0]”: expected a whole number"),
        ("codes = [0, 3]", "codes = []", "“success.codes”"),
        (".pbm", "pbm", "line 7, “sources”: “pbm” is no ending. Begin it with"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_field(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in GOOD
    text = said(tmp_path, GOOD.replace(old, new, 1))
    assert words in text
    assert all("“trace.toml”" in line for line in text.splitlines())


def test_frames_are_one_setting_at_most(tmp_path: Path) -> None:
    ranges = '\n[settings.{}]\ntype = "frames"\n'
    assert "two settings are ranges" in said(
        tmp_path, GOOD + ranges.format("a") + ranges.format("b")
    )
    engine = made(tmp_path, GOOD + ranges.format("frames"))
    with pytest.raises(BadInput, match="is not a frame range"):
        read_settings(engine.settings, {"frames": "one"})


def test_a_file_needs_a_name_that_can_be_typed(tmp_path: Path) -> None:
    assert made(tmp_path, GOOD, "My Tool.toml").name == "my-tool"
    assert "cannot be a name" in said(tmp_path, GOOD, "Größe.toml")


def test_a_folder_is_read_with_what_is_wrong_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD)
    (tmp_path / "b.toml").write_bytes(b'label = "\xff"')
    (tmp_path / "c.json").write_text("{\n")
    (tmp_path / "d.toml").mkdir()
    (tmp_path / "e.toml").write_text("")
    (tmp_path / "notes.txt").write_text("no preset")
    found = preset_files(tmp_path)
    engines, problems = found.engines, found.problems
    assert [each.name for each in engines] == ["a"]
    said = [each.message for each in problems]
    assert said[0] == "“b.toml”, line 1, is no text in UTF-8."
    assert said[1].startswith("“c.json”, line 2, cannot be read:")
    assert said[2] == "“d.toml” is a folder, not a file."
    assert said[3].startswith("“e.toml” is empty")
    assert {each.field for each in problems} == {"presets"}
    assert preset_files(tmp_path / "nowhere") == PresetFiles()


def test_preset_files_join_the_registry_and_hide_nothing(tmp_path: Path) -> None:
    for name in ("trace", "ffmpeg", "h264", "webm"):
        (tmp_path / f"{name}.toml").write_text(GOOD)
    registry = Registry.load(tmp_path)
    assert registry.preset("trace").engine == "trace"
    assert registry.get("ffmpeg").label == "FFmpeg"
    assert registry.for_source(Path("/a/b.pbm")).name == "ffmpeg"
    assert [each.message for each in registry.broken] == [
        f"The preset file for “{name}” is not used: that name is taken."
        for name in ("ffmpeg", "h264", "webm")
    ]


# ------------------------------------------------------------------ words and patterns


@given(st.text(), st.text())
def test_what_is_filled_in_is_not_looked_at_again(value: str, other: str) -> None:
    assert filled("{a}{{{b}}}", {"a": value, "b": other}) == f"{value}{{{other}}}"


@given(st.text(alphabet="{}ab "))
def test_any_template_is_filled_or_refused(template: str) -> None:
    try:
        names = list(names_in(template))
    except ValueError as error:
        assert "stands alone" in str(error)  # noqa: PT017
        return
    text = filled(template, dict.fromkeys(names, "x"))
    assert text.count("{") == template.count("{{")


def test_an_argument_stays_one_and_a_flag_is_many_or_none() -> None:
    words = ("{a}", "-x{a}", "{flag}", "{a}{flag}")
    values = {"a": "one two; $(rm)", "flag": "true"}
    assert all_filled(words, values, {"flag": ("--p", "q")}) == (
        *("one two; $(rm)", "-xone two; $(rm)", "--p", "q", "one two; $(rm)true"),
    )
    assert all_filled(("{flag}",), values, {"flag": ()}) == ()


@pytest.mark.parametrize(
    "pattern",
    [
        r"frame=\s*(?P<frame>\d+)",
        r"Fra:(?P<frame>\d+) .*Sample (\d+)/(\d+)",
        r"^\s+(?P<frame>\d+)\s*/\s*(?P<frames>\d+)$",
        r"(?P<percent>\d{1,3}(?:\.\d+)?)\s?%",
        r"(?:done|rendered|wrote) +(?P<frame>\d+)",
        r"(?:a\d+|b\d+|c\d+|d\d+|e\d+)(?P<step>.*)",
        r"(?=.*x)(?P<step>[^x]{2})*+(?>a+)",
    ],
)
def test_usual_expressions_are_taken(pattern: str) -> None:
    assert compiled(pattern).pattern == pattern


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(a+)+$", "holds a repetition"),
        (r"(?:a|a)*$", "holds a repetition or a choice"),
        (r"(?:a?){30}a{30}", "holds a repetition"),
        (r"(?:(?:ab)*c)+", "holds a repetition"),
        (r"[a-z]*[a-z]*[a-z]*[a-z]*x", "more than 2 repetitions"),
        (r"\w*\d*[a-f0-9]*[^ ]*x", "more than 2 repetitions"),
        (r"(?:.*|a.*)(?:.*b).*(?=.*z)x", "more than 2 repetitions"),
        (r"(a)\1", "refers back"),
        (r"(a)?(?(1)b|c)", "refers back"),
        (r"(", "it is no regular expression"),
        ("a" * 501, "longer than 500"),
    ],
)
def test_expressions_that_could_take_for_ever_are_refused(pattern: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        compiled(pattern)


ATOMS = st.sampled_from(
    [*r"\d \w \s . a 0 [ab] [^a] %".split(" "), "(?:ab)", "(?P<percent>a)", "(?:a|b)"]
)
REPEATS = st.sampled_from(["", "", "*", "+", "?", "{2,5}", "*?", "{3}", "|"])
HARD = st.sampled_from(["a" * 300, "ab" * 150, "0" * 300, " " * 300, "a0 " * 100, "a" * 199 + "%"])


@given(st.lists(st.tuples(ATOMS, REPEATS), max_size=8), HARD)
def test_what_is_taken_ends_on_any_line(pieces: list[tuple[str, str]], line: str) -> None:
    # An expression that ran away would meet the limit of the test.
    try:
        expression = compiled(f"(?:{''.join(a + b for a, b in pieces)})€")
    except ValueError:
        return
    assert expression.search(line[:LINE_CHARACTERS]) is None


TEXT = '[a]\nx = 1\n[settings.size]\nleast = 1\n[settings."b"]\nleast = 2\nc.d = 3\n'


@pytest.mark.parametrize(
    ("field", "line"),
    [("settings.size", 3), ("settings.size.least", 4), ("settings.b.least", 6), ("x", 2), ("q", 0)],
)
def test_the_line_of_a_field_is_found(field: str, line: int) -> None:
    assert line_of(TEXT, field) == line


@given(st.text(alphabet='[]{}="\n.,:abct 01'))
def test_any_text_is_read_or_refused_with_its_name(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "odd.toml"
        path.write_text(text)
        found = preset_files(Path(folder))
        engines, problems = found.engines, found.problems
        assert engines or problems
        assert all("“odd.toml”" in each.message for each in problems)
