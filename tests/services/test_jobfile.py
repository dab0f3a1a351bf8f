"""Jobs from a file with one JSON object on each line, and the schema that describes them."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.status import Priority
from rendermanager.renderers.registry import Registry
from rendermanager.services.jobfile import (
    EXAMPLES,
    MAX_LINE_BYTES,
    job_from,
    parse_jobs,
    read_jobs,
    schema,
)
from rendermanager.services.sources import SAMPLE


def refusals(*lines: bytes | str) -> list[str]:
    """The problems of these lines."""
    raw = [line if isinstance(line, bytes) else line.encode() for line in lines]
    with pytest.raises(BadInput) as caught:
        parse_jobs(raw, "cli")
    return [f"{each.message} {each.hint}".strip() for each in caught.value.problems]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def put(content: bytes) -> Path:
        path = tmp_path / "jobs.jsonl"
        path.write_bytes(content)
        return path

    return put


class TestGoodFiles:
    def test_each_line_is_a_job_in_order(self, write: Callable[[bytes], Path]) -> None:
        path = write(b'{"source": "/a.mov"}\n{"source": "/b.mov", "preset": "gif"}\n')
        assert read_jobs(path, "cli") == [
            JobSpec(source="/a.mov", submitter="cli"),
            JobSpec(source="/b.mov", preset="gif", submitter="cli"),
        ]

    @pytest.mark.parametrize(
        "content",
        [
            b'{"source": "/a.mov"}',
            b'\xef\xbb\xbf{"source": "/a.mov"}\n',
            b'{"source": "/a.mov"}\r\n',
            b'\r\n\r\n  {"source": "/a.mov"}  \r\n\t\r\n',
            b'{"source": "/a.mov", "source": "/a.mov"}',
        ],
        ids=["no last line end", "BOM", "CRLF", "empty lines", "a key twice"],
    )
    def test_files_may_come_from_any_system(
        self, content: bytes, write: Callable[[bytes], Path]
    ) -> None:
        assert [spec.source for spec in read_jobs(write(content), "cli")] == ["/a.mov"]

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"  \r\n"])
    def test_an_empty_file_holds_no_jobs(
        self, content: bytes, write: Callable[[bytes], Path]
    ) -> None:
        assert read_jobs(write(content), "cli") == []

    def test_every_field_arrives(self) -> None:
        given: dict[str, Any] = {
            "engine": "ffmpeg",
            "source": "/a.mov",
            "name": "Ünïcödé 🎬",
            "preset": "h264",
            "output": "/out/a.mp4",
            "if_exists": "replace",
            "settings": {"crf": 18, "fps": "23.976", "still": False, "quality": None},
            "priority": "urgent",
            "argv": ["/bin/tool", "a b"],
            "cwd": "/work",
            "env": {"A": "b"},
            "expects": ["/work/x.mp4"],
            "max_attempts": 5,
            "timeout_s": 1.5,
            "memory_mb": 800,
            "memory_limit_mb": 900,
            "project": "p",
            "tags": ["t", "u"],
            "notes": "n",
            "submitter": "me",
        }
        assert set(given) == {field.name for field in dataclasses.fields(JobSpec)}
        expected: dict[str, Any] = {
            **given,
            "if_exists": IfExists.REPLACE,
            "priority": Priority.URGENT,
            "argv": ("/bin/tool", "a b"),
            "expects": ("/work/x.mp4",),
            "tags": ("t", "u"),
        }
        assert job_from(given, "cli") == JobSpec(**expected)

    @pytest.mark.parametrize("word", ["urgent", "HIGH", "Normal", "low", "system"])
    def test_a_priority_is_a_word(self, word: str) -> None:
        assert job_from({"priority": word}, "cli").priority.word == word.lower()

    def test_ten_thousand_lines_are_read(self, write: Callable[[bytes], Path]) -> None:
        lines = [json.dumps({"argv": ["true"], "name": f"n{at}"}) for at in range(10_000)]
        specs = read_jobs(write("\n".join(lines).encode()), "cli")
        assert len(specs) == 10_000
        assert specs[-1].name == "n9999"


class TestPaths:
    """They are taken from the folder of the one who asks: the owner of the queue has another."""

    def test_names_are_made_absolute(self, here: Path) -> None:
        given = {"source": "a.mov", "output": "out/", "cwd": "shots"}
        spec = job_from(given, "cli")
        assert (spec.source, spec.output, spec.cwd) == (
            f"{here}/a.mov",
            f"{here}/out/",
            f"{here}/shots",
        )

    def test_what_is_not_named_stays_empty(self, here: Path) -> None:
        spec = job_from({}, "cli")
        assert (spec.source, spec.output, spec.cwd, spec.expects) == ("", "", "", ())

    def test_the_sample_is_no_file_here(self, here: Path) -> None:
        assert job_from({"source": SAMPLE}, "cli").source == SAMPLE

    @pytest.mark.parametrize(
        ("program", "expected"), [("./tool.sh", "{0}/tool.sh"), ("tool", "tool"), ("/t", "/t")]
    )
    def test_a_program_with_a_folder_lies_here(
        self, program: str, expected: str, here: Path
    ) -> None:
        spec = job_from({"argv": [program, "./argument"]}, "cli")
        assert spec.argv == (expected.format(here), "./argument")

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({"cwd": "/work"}, "/work/x.mp4"),
            ({"cwd": "shots"}, "{here}/shots/x.mp4"),
            ({"output": "/out/a.mp4"}, "/out/x.mp4"),
            ({}, "{home}/x.mp4"),
        ],
    )
    def test_what_a_command_leaves_is_looked_for_where_it_runs(
        self, given: dict[str, str], expected: str, here: Path
    ) -> None:
        spec = job_from(
            {"argv": ["tool"], "expects": ["x.mp4", "/abs.mp4", "~/y.mp4"], **given}, "cli"
        )
        home = str(Path.home())
        assert spec.expects == (expected.format(here=here, home=home), "/abs.mp4", f"{home}/y.mp4")


class TestRefusals:
    def test_all_faults_of_all_lines_are_told_with_their_number(self) -> None:
        found = refusals(
            '{"source": "/a.mov"}',
            '{"sorce": "/a.mov", "preset": 5, "priority": "hgh"}',
            "",
            "{]",
        )
        fields = "“rendermanager schema job” prints what each field may hold."
        form = 'Write one object on each line, such as {"source": "/footage/take1.mov"}.'
        broken = "JSON is malformed: object keys must be strings (byte 1)."
        assert found == [
            "Line 2: There is no field “sorce”. Did you mean “source”?",
            f"Line 2: “preset” cannot be used: expected a text, got a whole number. {fields}",
            "Line 2: There is no priority “hgh”. Did you mean “high”?",
            f"Line 4 is not a JSON object: {broken} {form}",
        ]

    @pytest.mark.parametrize(
        ("line", "part"),
        [
            ("[1, 2]", "Line 1: A job is a JSON object"),
            ('"text"', "Line 1: A job is a JSON object"),
            ("null", "Line 1: A job is a JSON object"),
            ('{"source": "/a.mov"', "Line 1 is not a JSON object"),
            ('{"source": "/a.mov"} {"source": "/b.mov"}', "Line 1 is not a JSON object"),
            ("{'source': '/a.mov'}", "Line 1 is not a JSON object"),
            (b'{"source": "\xff.mov"}', "Line 1 is not a JSON object"),
            (b"\xff\xfe{\0}\0", "Line 1 is not a JSON object"),
            (r'{"source": "\ud800.mov"}', "Line 1 is not a JSON object"),
            ("[" * 100_000, "Line 1 is not a JSON object"),
            ('{"settings": ' * 100_000, "Line 1 is"),
            ('{"notes": "' + "x" * MAX_LINE_BYTES + '"}', "Line 1 is longer than 1 MiB"),
            ('{"priority": 1}', "There is no priority “1”"),
            ('{"priority": null}', "There is no priority “None”"),
            ('{"if_exists": "versoin"}', "“versoin”. Did you mean “version”?"),
            ('{"if_exists": 3}', "There is no choice for if_exists “3”"),
            (
                '{"source": "/a.mov", "source": "/b.mov"}',
                "“source” is there twice, with two values",
            ),
            ('{"argv": "true"}', "“argv” cannot be used: expected a list, got a text"),
            (
                '{"argv": ["a", 1]}',
                "expected a text, got a whole number - at argv[1]",
            ),
            ('{"env": {"A": 1}}', "“env” cannot be used: expected a text, got a whole number"),
            ('{"settings": []}', "“settings” cannot be used: expected an object {…}, got a list"),
            (
                '{"max_attempts": "3"}',
                "expected a whole number, got a text",
            ),
            (
                '{"max_attempts": 1.5}',
                "expected a whole number, got a decimal number",
            ),
            (
                '{"max_attempts": true}',
                "expected a whole number, got true or false",
            ),
            ('{"timeout_s": NaN}', "Line 1 is not a JSON object"),
        ],
        ids=lambda value: None if isinstance(value, bytes) else value[:24],
    )
    def test_what_is_wrong_is_said(self, line: str | bytes, part: str) -> None:
        (message,) = refusals(line)
        assert part in message
        message.encode()

    def test_a_line_at_the_limit_is_read(self) -> None:
        line = b'{"notes": "' + b"x" * (MAX_LINE_BYTES - 13) + b'"}'
        assert len(line) == MAX_LINE_BYTES
        assert len(parse_jobs([line], "cli")) == 1

    @pytest.mark.parametrize("name", ["gone.jsonl", "."])
    def test_a_file_that_cannot_be_read(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(BadInput, match="cannot be read") as caught:
            read_jobs(tmp_path / name, "cli")
        assert caught.value.problems[0].field == "jobs"

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=8,
        )
        | st.dictionaries(
            st.sampled_from([field.name for field in dataclasses.fields(JobSpec)]),
            st.none() | st.integers() | st.text() | st.lists(st.text()),
        )
    )
    def test_whatever_is_in_a_line_it_becomes_a_job_or_a_sentence(self, value: object) -> None:
        sentences = ["good"]
        try:
            job_from(value, "cli")
        except BadInput as error:
            sentences = [problem.message for problem in error.problems]
        assert all(sentences)


@pytest.fixture
def described() -> Any:
    """As a reader of the printed schema gets it."""
    return json.loads(json.dumps(schema()))


class TestSchema:
    def test_it_says_which_kind_of_schema_it_is(self, described: dict[str, Any]) -> None:
        assert described["$schema"].startswith("https://json-schema.org/draft/2020-12")

    def test_every_field_is_described_and_no_other_allowed(self, described: dict[str, Any]) -> None:
        fields = {field.name for field in dataclasses.fields(JobSpec)}
        assert set(described["properties"]) == fields
        assert described["additionalProperties"] is False
        assert all(each["description"] for each in described["properties"].values())

    def test_its_choices_are_those_that_are_read(self, described: dict[str, Any]) -> None:
        words = described["properties"]["priority"]["enum"]
        assert [job_from({"priority": word}, "").priority for word in words] == list(Priority)
        choices = described["$defs"]["IfExists"]["enum"]
        assert {job_from({"if_exists": word}, "").if_exists for word in choices} == set(IfExists)

    def test_its_defaults_are_the_real_ones(self, described: dict[str, Any]) -> None:
        stated = {
            name: each["default"]
            for name, each in described["properties"].items()
            if "default" in each
        }
        assert len(stated) >= 15
        assert job_from({**stated, "submitter": "cli"}, "cli") == job_from({}, "cli")

    def test_every_reference_leads_somewhere(self, described: dict[str, Any]) -> None:
        references = set(json.dumps(described).split('"$ref": "')[1:])
        assert references
        for each in references:
            assert each.partition('"')[0].removeprefix("#/$defs/") in described["$defs"]

    @pytest.mark.parametrize("example", EXAMPLES, ids=str)
    def test_the_examples_are_valid_and_are_read(
        self, example: dict[str, Any], described: dict[str, Any], registry: Registry
    ) -> None:
        assert faults(example, described, described) == []
        spec = job_from(example, "cli")
        if spec.preset:
            assert registry.preset(spec.preset).name == spec.preset
        assert example in described["examples"]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"sorce": "/a.mov"},
            {"source": 1},
            {"argv": "true"},
            {"argv": [1]},
            {"priority": "hgh"},
            {"if_exists": "never"},
            {"max_attempts": 0},
            {"timeout_s": -1},
            {"settings": {"crf": [1]}},
            {"env": {"A": 1}},
        ],
        ids=str,
    )
    def test_it_refuses_what_is_refused(
        self, wrong: dict[str, Any], described: dict[str, Any]
    ) -> None:
        assert faults(wrong, described, described)


KINDS: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}


def faults(value: Any, rule: dict[str, Any], root: dict[str, Any]) -> list[str]:
    """What a JSON Schema says against a value; the words that our schema uses, no more."""
    known = {"$ref", "type", "enum", "minimum", "maximum", "items", "properties"} | {
        *("additionalProperties", "required", "default", "description", "title"),
        *("$schema", "$defs", "examples"),
    }
    assert set(rule) <= known
    if "$ref" in rule:
        return faults(value, root["$defs"][rule["$ref"].removeprefix("#/$defs/")], root)
    found: list[str] = []
    kinds = rule.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(KINDS[kind](value) for kind in kinds):
        return [f"{value!r} is not of {kinds}"]
    if "enum" in rule and value not in rule["enum"]:
        found.append(f"{value!r} is none of {rule['enum']}")
    if ("minimum" in rule and value < rule["minimum"]) or (
        "maximum" in rule and value > rule["maximum"]
    ):
        found.append(f"{value!r} is out of range")
    for each in value if isinstance(value, list) else ():
        found += faults(each, rule.get("items", {}), root)
    for key, each in value.items() if isinstance(value, dict) else ():
        inner = rule.get("properties", {}).get(key, rule.get("additionalProperties", {}))
        found += faults(each, inner, root) if inner is not False else [f"{key} is unknown"]
    return found
