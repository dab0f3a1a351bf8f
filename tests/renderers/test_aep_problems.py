"""What a project says against rendering one of its compositions is told before it is queued."""

import pytest

from rendermanager.core.problem import Problem, Severity
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.media.aep.facts import unreadable
from rendermanager.renderers.nexrender.project import composition_of, project_problems

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def part(name: str, **facts: str) -> Part:
    return Part(name=name, width=64, height=48, frames=10, rate="25/1", facts=facts)


def project(*parts: Part, missing: tuple[str, ...] = (), **facts: str) -> SourceInfo:
    return SourceInfo(SourceKind.PROJECT, parts=parts, missing_files=missing, facts=facts)


def only(problems: list[Problem]) -> Problem:
    (problem,) = problems
    return problem


def test_a_composition_that_exists_is_good() -> None:
    source = project(part("Main"), part("Other"))
    assert project_problems(source, "Main") == []
    assert project_problems(None, "") == []


def test_the_only_composition_need_not_be_named() -> None:
    source = project(part("Main"))
    assert project_problems(source, "") == []
    assert composition_of(source, "") is source.parts[0]


def test_of_several_one_must_be_chosen() -> None:
    source = project(part("Main 01"), part("Main 02"), part("Main 02"))
    found = only(project_problems(source, ""))
    assert (found.field, found.severity) == ("settings.composition", ERROR)
    assert found.message == "No composition is named, and the project has 3."
    assert found.hint == "Choose one (composition=NAME): “Main 01”, “Main 02”."


def test_very_many_are_counted() -> None:
    source = project(*(part(f"C{number}") for number in range(20)), left_out="9000")
    found = only(project_problems(source, ""))
    assert "has 9,020" in found.message
    assert found.hint.endswith("“C11” and 9,008 more.")


def test_a_misspelt_name_brings_the_nearest_one() -> None:
    found = only(project_problems(project(part("Main"), part("Titles")), "main"))
    assert found.message == "There is no composition “main” in the project."
    assert (found.hint, found.severity) == ("Did you mean “Main”?", ERROR)
    found = only(project_problems(project(part("Main"), part("Titles")), "xyz"))
    assert found.hint == "There are: “Main”, “Titles”."


def test_a_name_that_was_perhaps_not_kept_is_only_doubted() -> None:
    found = only(project_problems(project(part("Main"), left_out="3"), "Late"))
    assert found.severity is WARNING
    assert composition_of(project(part("Main"), left_out="3"), "") is None


def test_a_project_without_compositions_cannot_be_rendered() -> None:
    assert only(project_problems(project(), "Main")).blocks


def test_two_of_one_name_and_none_of_any_size_are_told() -> None:
    assert (
        "2 compositions are called “A”"
        in only(
            project_problems(project(part("A", same_name="2"), part("A", same_name="2")), "A")
        ).message
    )
    found = only(project_problems(project(Part(name="A")), "A"))
    assert (found.severity, "no size" in found.message) == (WARNING, True)


@pytest.mark.parametrize(("go_on", "severity"), [(False, ERROR), (True, WARNING)])
def test_missing_footage_blocks_unless_it_is_to_go_on(go_on: bool, severity: Severity) -> None:
    source = project(part("A", missing="7", missing_files="C:\\a.mov\n/b.mov"))
    found = only(project_problems(source, "A", continue_on_missing=go_on))
    assert found.severity is severity
    assert found.message == (
        "The composition “A” shows 7 files that are missing: “C:\\a.mov”, “/b.mov” and 5 more."
    )
    assert ("continue_on_missing" in found.hint) is not go_on


def test_one_missing_file_is_one() -> None:
    source = project(part("A", missing="1", missing_files="/b.mov"))
    assert "shows a file that is missing: “/b.mov”." in only(project_problems(source, "A")).message


@pytest.mark.parametrize(
    ("missing", "words"), [(("/a",), "A file of the project is"), (("/a", "/b"), "2 files of")]
)
def test_what_is_missing_elsewhere_is_only_told(missing: tuple[str, ...], words: str) -> None:
    found = only(project_problems(project(part("A"), missing=missing), "A"))
    assert found.severity is WARNING
    assert found.message.startswith(words)


@pytest.mark.parametrize(
    ("wrote", "found", "is_told"),
    [
        ("25.0x53", "aerender version 24.6.2x2", True),
        ("25.1x1", "25.0x53", True),
        ("24.6x2", "25.0", False),
        ("25.0x53", "25.0x40", False),
        ("25.0x53", "", False),
        ("", "25.0", False),
        ("9.0x1", "10.0", False),
    ],
)
def test_a_project_of_a_newer_version_is_told(wrote: str, found: str, is_told: bool) -> None:
    problems = project_problems(project(part("A"), version=wrote), "A", after_effects=found)
    assert [problem.severity for problem in problems] == ([WARNING] if is_told else [])


def test_of_a_project_that_cannot_be_read_the_name_must_be_given() -> None:
    source = unreadable("its end is missing")
    told, asked = project_problems(source, "")
    assert told.severity is WARNING
    assert told.message == (
        "The project could not be read (its end is missing): "
        "nothing is known about its size and length."
    )
    assert (asked.field, asked.severity) == ("settings.composition", ERROR)
    assert "composition=NAME" in asked.hint
    assert only(project_problems(source, "Main")).severity is WARNING


def test_names_that_would_garble_a_sentence_are_made_plain() -> None:
    found = only(project_problems(project(part("A\nB"), part("C")), "A\rB"))
    assert "\n" not in found.message + found.hint
