"""What of a source can be chosen, what is usual, and the jobs that come of it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from rendermanager.config.settings import Settings
from rendermanager.core.job import JobSpec
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.renderers.nexrender.settings import ENTRY
from rendermanager.renderers.registry import Registry
from rendermanager.services.choosing import (
    BY_NUMBER,
    chosen,
    contents_of,
    leaves_open,
    part_setting,
)
from rendermanager.services.submit import Submitter
from tests.helpers import aep_writer as aep

TWO = SourceInfo(SourceKind.PROJECT, parts=(Part("Master"), Part("Story"), Part("Master")))
NAMED = pytest.mark.parametrize(
    ("setting", "value", "needs_one", "usual"),
    [
        ("scene", "", False, {0}),
        ("scene", "", True, set()),
        ("scene", "Story", False, {1}),
        ("scene", "Gone", False, set()),
        ("entry", 0, False, {0, 1}),
        ("entry", 2, False, {1}),
        ("entry", "2", False, {1}),
    ],
)


@dataclass(frozen=True)
class Plain:
    crf: int = 1


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "Two.aep"
    parts = (aep.composition(1, "Master"), aep.composition(2, "Story"))
    path.write_bytes(aep.riff_of(aep.project(*parts)))
    return path


def test_the_setting_that_takes_a_part_is_found() -> None:
    registry = Registry.load()
    names = {name: part_setting(registry.get(name).settings) for name in ("blender", "nexrender")}
    assert names == {"blender": "scene", "nexrender": "composition"}
    assert part_setting(registry.get("manim").settings) == "scene"
    assert part_setting(Plain) == ""
    assert BY_NUMBER == ENTRY


@NAMED
def test_what_is_usual(setting: str, value: object, needs_one: bool, usual: set[int]) -> None:
    spec = JobSpec(source="/a.aep", settings={setting: value})
    found = contents_of(spec, setting, TWO, needs_one=needs_one)
    assert [part.name for part in found.parts] == ["Master", "Story"]
    assert found.usual == usual


def test_each_choice_is_a_job_in_its_place() -> None:
    specs = [JobSpec(source=name, settings={"x": 1}) for name in ("/a", "/b", "/c")]
    jobs, problems = chosen(specs, {"/b": ({"scene": "One"}, {"scene": "Two"}), "/c": ()})
    assert [(job.source, dict(job.settings)) for job in jobs] == [
        ("/a", {"x": 1}),
        ("/b", {"x": 1, "scene": "One"}),
        ("/b", {"x": 1, "scene": "Two"}),
    ]
    assert [each.message for each in problems] == ["Nothing in “c” is chosen."]


def test_several_compositions_become_jobs_as_with_set(project: Path) -> None:
    submitter = Submitter(Registry.load(), Settings())
    choices = {str(project): ({"composition": "Master"}, {"composition": "Story"})}
    plan = submitter.plan_inputs([str(project)], JobSpec(), choices)
    alone = Submitter(Registry.load(), Settings()).plan_inputs(
        [str(project)], JobSpec(settings={"composition": "Story"})
    )
    assert [dict(job.spec.settings) for job in plan.jobs] == [
        {"composition": "Master"},
        {"composition": "Story"},
    ]
    assert plan.jobs[1] == alone.jobs[0]
    assert [Path(job.spec.output).name for job in plan.jobs] == ["Two_Master.mov", "Two_Story.mov"]


def test_one_name_for_several_choices_is_refused(project: Path) -> None:
    wish = JobSpec(output=str(project.with_name("one.mov")))
    choices = {str(project): ({"composition": "Master"}, {"composition": "Story"})}
    plan = Submitter(Registry.load(), Settings()).plan_inputs([str(project)], wish, choices)
    assert plan.jobs == ()
    assert [problem.field for problem in plan.blocking] == ["output"]


def test_a_person_is_asked_where_something_is_left_open(tmp_path: Path) -> None:
    registry = Registry.load()
    blender, ffmpeg, openjd = (registry.get(name) for name in ("blender", "ffmpeg", "openjd"))
    blend = JobSpec(source=str(tmp_path / "shot.blend"))
    assert leaves_open(blender, blend)
    assert not leaves_open(blender, JobSpec(source=blend.source, settings={"scene": "Shot"}))
    assert not leaves_open(ffmpeg, JobSpec(source=str(tmp_path / "a.mov")))
    assert not leaves_open(openjd, JobSpec(source=str(tmp_path / "gone.openjd.yaml")))
