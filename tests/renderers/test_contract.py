"""What every engine promises to the rest of the app, checked for each one of the registry."""

import dataclasses
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.adaptation import Remedy
from rendermanager.core.errors import BadInput
from rendermanager.core.failure import Failure, Retry, classify
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.progress import Observation
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.renderers.api import (
    EngineVersion,
    Preset,
    RenderRequest,
)
from rendermanager.renderers.extras import (
    endings_of,
    remedies_of,
    settings_for,
    sources_of,
)
from rendermanager.renderers.registry import Registry
from rendermanager.renderers.settings import read_settings

REGISTRY = Registry.load()
ENGINES = [pytest.param(engine, id=engine.name) for engine in REGISTRY]
PRESETS = [
    pytest.param(REGISTRY.get(preset.engine), preset, id=f"{preset.engine} {preset.name}")
    for preset in REGISTRY.presets()
]
HELPERS = {"node": Path("/opt/node"), "nexrender": Path("/opt/nexrender/bin.js")}
VERSION = EngineVersion(Path("/opt/program"), "1.0", "system", helpers=HELPERS)
NEEDED = {"nexrender": {"composition": "main"}}
"""Settings that nobody can choose for a person."""
FILM = SourceInfo(
    SourceKind.VIDEO,
    container="mov",
    duration_s=10,
    frames=240,
    rate="24/1",
    width=1280,
    height=720,
    video_codec="h264",
    pixel_format="yuv420p",
    audio_codec="aac",
    audio_streams=1,
)
SCRIPT = SourceInfo(SourceKind.PROJECT, parts=(Part("Opening", 3),))
TEMPLATE = SourceInfo(
    SourceKind.PROJECT,
    text="""
specificationVersion: jobtemplate-2023-09
name: Copies
parameterDefinitions:
- {name: Result, type: PATH, dataFlow: OUT, objectType: FILE, default: result.mov}
steps:
- {name: Copy, script: {actions: {onRun: {command: cp, args: [a, "{{Param.Result}}"]}}}}
""",
)
PROJECT = SourceInfo(
    SourceKind.PROJECT, parts=(Part("main", width=1280, height=720, rate="24/1", frames=240),)
)
SOURCES = {
    "nexrender": ("/footage/title.aep", PROJECT),
    "manim": ("/scripts/intro.py", SCRIPT),
    "openjd": ("/jobs/copies.openjd.yaml", TEMPLATE),
}
"""What an engine reads that reads no films."""
PIECES = st.sampled_from(
    [
        *("frame=", "out_time_us=", "speed=", "progress=", "[error] ", "[x @ 0x1] ", "openjd_"),
        *("42%", "N/A", "9" * 20, "-1", "x", "\n", "\r", "\0", " ", "1e9", "…"),
    ]
)
LINES = st.text() | st.lists(PIECES).map("".join)


def prepared(engine: Any, preset: Preset) -> RenderRequest[Any]:
    where, source = SOURCES.get(engine.name, ("/footage/film.mov", FILM))
    spec = JobSpec(
        engine=engine.name,
        source=where,
        preset=preset.name,
        argv=(sys.executable, "-V"),
        expects=("/results/a", "/results/b"),
    )
    needed = NEEDED.get(engine.name, {})
    settings: Any = read_settings(settings_for(engine, spec, source), preset.settings, needed)
    output = engine.default_output(spec, settings)
    info = source if engine.reads_source else None
    folder, shared = Path("/results/.attempt"), Path("/results/.shared")
    return RenderRequest(spec, settings, info, output, folder, shared=shared)


REQUESTS = {engine.name: prepared(engine, engine.presets[0]) for engine in REGISTRY}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_ends_as_offered_is_accepted(engine: Any) -> None:
    offered = endings_of(engine)
    assert bool(offered) is engine.reads_source
    assert bool(sources_of(engine)) is engine.reads_source
    for ending in offered:
        assert ending.startswith(".")
        assert engine.accepts(Path(f"/in/Take 1{ending.upper()}"))


@pytest.mark.parametrize("engine", ENGINES)
@given(line=LINES)
def test_any_line_is_read_without_a_word(engine: Any, line: str) -> None:
    seen = engine.listener(REQUESTS[engine.name])(line)
    assert seen is None or isinstance(seen, Observation)
    if seen is not None:
        assert seen.fraction is None or 0 <= seen.fraction <= 1
        assert seen.frame is None or seen.frame >= 0
        assert seen.position_s is None or seen.position_s >= 0


@pytest.mark.parametrize("engine", ENGINES)
@given(lines=st.lists(LINES, max_size=5))
def test_any_log_is_classified_without_a_word(engine: Any, lines: list[str]) -> None:
    failure = classify(lines, engine.failure_rules)
    assert failure is None or isinstance(failure, Failure)


@pytest.mark.parametrize("engine", ENGINES)
def test_rules_speak_in_sentences(engine: Any) -> None:
    for rule in engine.failure_rules:
        if rule.kind is None:
            assert not rule.message
            continue
        assert rule.message[0].isupper()
        if rule.retry is Retry.AFTER_FIX:
            assert rule.hint, rule.message


@pytest.mark.parametrize("engine", ENGINES)
def test_settings_are_frozen_described_and_sound_as_they_come(engine: Any) -> None:
    settings = read_settings(engine.settings)
    assert engine.settings.__dataclass_params__.frozen
    for field in dataclasses.fields(settings):
        hint: Any = field.type
        assert hint.__metadata__[0].description
    with pytest.raises(BadInput):
        read_settings(engine.settings, {"no such setting": 1})


@pytest.mark.parametrize("engine", ENGINES)
def test_there_is_a_default_preset_and_all_belong_to_the_engine(engine: Any) -> None:
    assert engine.presets
    for preset in engine.presets:
        assert preset.engine == engine.name
        assert preset.label
        assert preset.description.endswith(".")
        assert preset.name == preset.name.lower().strip()


@pytest.mark.parametrize(("engine", "preset"), PRESETS)
def test_a_command_is_a_list_of_texts_with_an_absolute_program(engine: Any, preset: Preset) -> None:
    request = prepared(engine, preset)
    assert engine.validate(request, VERSION) == []
    command = engine.command(request, VERSION)
    assert all(isinstance(word, str) and "\0" not in word for word in command.argv)
    assert Path(command.argv[0]).is_absolute()
    assert command.cwd.is_absolute()
    assert all(isinstance(word, str) for pair in command.env.items() for word in pair)
    assert command == engine.command(request, VERSION)


@pytest.mark.parametrize(("engine", "preset"), PRESETS)
def test_outputs_are_unique_and_written_into_the_folder(engine: Any, preset: Preset) -> None:
    request = prepared(engine, preset)
    outputs = engine.outputs(request)
    assert outputs
    for name in ("written", "final"):
        paths = [getattr(output, name) for output in outputs]
        assert len(set(paths)) == len(paths)
        assert all(Path(path).is_absolute() for path in paths)
    for output in outputs:
        if output.kind is OutputKind.FILE:
            assert output.written == output.final
        else:
            assert Path(output.written).parent == request.folder
            # What other tasks of the job go on from stands in the folder that they share.
            is_shared = Path(output.final).parent == request.shared
            assert is_shared or Path(output.final) == request.output


@pytest.mark.parametrize("engine", ENGINES)
def test_programs_are_absolute(engine: Any) -> None:
    assert all(path.is_absolute() for path, _ in engine.find({"PATH": "/usr/bin:."}))


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_says_what_it_can_do_differently(engine: Any) -> None:
    assert remedies_of(engine) <= frozenset(Remedy)


def test_an_engine_that_says_nothing_can_do_nothing_differently() -> None:
    assert remedies_of(object()) == frozenset()
