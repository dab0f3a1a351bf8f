"""Which frames a Blender job renders, in which parts, and what they must leave behind."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.frames import FrameRange
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Severity
from rendermanager.core.source import Part, SourceInfo
from rendermanager.core.tasks import TaskSpec
from rendermanager.renderers.api import (
    EngineVersion,
)
from rendermanager.renderers.blender import plan, scenes
from rendermanager.renderers.extras import (
    tasks_of,
)
from tests.renderers.blending import ENGINE, FACTS, VERSION, project, request_of, scene, settings_of

FRAMES = st.frozensets(st.integers(0, 500), min_size=1, max_size=60).map(FrameRange.of)


def test_the_frames_are_those_of_the_scene_unless_others_are_named() -> None:
    stepped = project(scene(first_frame=3, frames=4, step=3), scene("Other", frames=2))
    assert str(plan.frames_of(settings_of(), stepped)) == "3-12x3"
    assert str(plan.frames_of(settings_of(scene="Other"), stepped)) == "1-2"
    assert str(plan.frames_of(settings_of(frames="7,9-11"), stepped)) == "7,9-11"


@given(frames=FRAMES)
def test_runs_hold_each_frame_once(frames: FrameRange) -> None:
    found = [n for first, last, step in plan.runs(frames) for n in range(first, last + 1, step)]
    assert sorted(found) == list(frames)


@given(frames=FRAMES, chunk=st.integers(0, 20))
def test_parts_hold_each_frame_once(frames: FrameRange, chunk: int) -> None:
    tasks = tasks_of(ENGINE, JobSpec(), settings_of(frames=str(frames), chunk=chunk), project())
    found = [number for task in tasks for number in FrameRange.parse(task.frames)]
    assert found == list(frames)
    assert all(len(FrameRange.parse(task.frames)) <= (chunk or 100) for task in tasks)


@pytest.mark.parametrize(
    ("count", "size"), [(1, 5), (5, 5), (100, 5), (101, 6), (250, 13), (2_000, 100), (90_000, 100)]
)
def test_parts_are_neither_tiny_nor_huge(count: int, size: int) -> None:
    assert plan.chunk_size(settings_of(), count) == size
    assert plan.chunk_size(settings_of(chunk=3), count) == 3


def test_parts_are_called_by_their_frames() -> None:
    tasks = plan.tasks(settings_of(frames="1-6", chunk=5), project())
    assert [task.name for task in tasks] == ["frames 1-5", "frame 6"]


def test_a_part_goes_on_where_frames_are_missing() -> None:
    request = request_of(task=TaskSpec(frames="11-20"), done=frozenset({11, 12, 15}))
    assert str(plan.frames_of_task(request)) == "13-14,16-20"
    (output,) = ENGINE.outputs(request)
    assert output.numbers == "13-14,16-20"
    assert (output.frames, output.first_frame) == (7, 13)


def test_nothing_is_expected_when_all_is_done() -> None:
    request = request_of(task=TaskSpec(frames="1-2"), done=frozenset({1, 2}))
    assert ENGINE.outputs(request) == []


def test_a_sequence_is_expected_as_the_scene_has_it() -> None:
    (output,) = ENGINE.outputs(request_of(task=TaskSpec(frames="11-20")))
    assert output.kind is OutputKind.SEQUENCE
    assert output.written == "/results/.attempt/frame_%04d.png"
    assert output.final == "/results/shot_%04d.png"
    assert (output.frames, output.first_frame, output.numbers) == (10, 11, "")
    assert (output.width, output.height, output.video_codec) == (960, 540, "png")
    assert output.rate == "24/1"
    assert output.about_bytes > 0


def test_one_frame_may_be_a_still() -> None:
    (output,) = ENGINE.outputs(request_of(frames="7", output="/results/poster.png"))
    assert output.kind is OutputKind.IMAGE
    assert output.written == "/results/.attempt/frame_0007.png"


@pytest.mark.parametrize(
    ("percent", "size"), [(0, (960, 540)), (50, (960, 540)), (33, (633, 356)), (200, (3840, 2160))]
)
def test_the_size_follows_the_percentage(percent: int, size: tuple[int, int]) -> None:
    assert plan.size_of(settings_of(percent=percent), project()) == size


def test_the_size_of_a_part_of_the_picture_is_not_guessed() -> None:
    cut = project(scene("Shot", scenes.FULL_SIZE, width=0, height=0))
    assert plan.size_of(settings_of(percent=50), cut) == (0, 0)
    assert plan.size_of(settings_of(), cut) == (0, 0)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"frames": "1-x"}, "make no sense"),
        ({"frames": "9-1"}, "runs backwards"),
        ({"frames": "-3-4"}, "files count from 0"),
        ({"percent": -1}, "percent"),
        ({"engine": "luxcore"}, "luxcore"),
        ({"device": "gpu"}, "gpu"),
    ],
)
def test_settings_that_make_no_sense_are_refused(changes: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput) as caught:
        settings_of(**changes)
    assert words in caught.value.problems[0].message


NO_CAMERA = scene("Shot", scenes.CAMERA)


@pytest.mark.parametrize(
    ("part", "changes", "words"),
    [
        (NO_CAMERA, {}, "The scene “Shot” of “shot.blend” has no camera."),
        (scene(), {"scene": "Shoot"}, "There is no scene “Shoot”."),
        (scene(), {"camera": "Tops"}, "There is no camera “Tops”."),
        (scene(frames=0), {}, "The scene has no frames to render."),
        (scene(first_frame=-5, frames=9), {}, "starts at frame -5"),
        (scene(facts={scenes.CAMERA: "A", scenes.VIEWS: "yes"}), {}, "several views"),
        (scene(facts={scenes.CAMERA: "A", scenes.SAVED_BY: "5.0"}), {}, "saved by Blender 5.0"),
        (scene(), {"output": "/results/a_%04d.jpg"}, "is no name for PNG pictures"),
        (scene(), {"output": "/results/a.png"}, "has no place for the number of a frame"),
        (scene(), {"missing": ("/a/brick.png",)}, "a file that is missing: “/a/brick.png”"),
        (scene(), {"missing": tuple("abcdefg")}, "“e” and 2 more"),
    ],
)
def test_what_speaks_against_a_render_is_said_before(
    part: Part, changes: dict[str, object], words: str
) -> None:
    missing = changes.get("missing", ())
    assert isinstance(missing, tuple)
    others = {key: value for key, value in changes.items() if key != "missing"}
    request = request_of(project(part, missing=missing), **others)  # type: ignore[arg-type]
    (problem,) = ENGINE.validate(request, VERSION)
    assert words in problem.message
    assert problem.severity is Severity.ERROR
    assert problem.hint


@pytest.mark.parametrize(
    ("part", "changes"),
    [
        (scene(), {}),
        (NO_CAMERA, {"camera": "Top"}),
        (scene(facts={scenes.CAN_DO_WITHOUT: "yes"}), {}),
        (scene(facts={scenes.CAMERA: "linked"}), {"camera": "Unknown"}),
        (scene(), {"frames": "4", "output": "/results/a.png"}),
        (scene(), {"format": "jpeg", "output": "/results/a_%d.JPEG"}),
    ],
)
def test_what_is_good_is_let_through(part: Part, changes: dict[str, object]) -> None:
    assert ENGINE.validate(request_of(project(part), **changes), VERSION) == []  # type: ignore[arg-type]


def test_missing_files_may_be_allowed() -> None:
    request = request_of(project(missing=("/a/brick.png",)), allow_missing=True)
    assert ENGINE.validate(request) == []


def test_a_file_of_a_later_version_of_the_same_line_is_let_through() -> None:
    older = EngineVersion(Path("/opt/blender"), "4.0.2")
    assert ENGINE.validate(request_of(), older) == []


def test_values_reach_blender_in_a_file_alone() -> None:
    name = "'); import os #"
    request = request_of(scene=name, camera="--python-expr", frames="1-9x4,20", samples=8)
    command = ENGINE.command(request, VERSION)
    assert not any(name in word or "--python-expr" in word for word in command.argv)
    wish = json.loads(command.files["render.json"])
    assert (wish["scene"], wish["camera"]) == (name, "--python-expr")
    assert wish["runs"] == [[1, 9, 4], [20, 20, 1]]
    assert wish["samples"] == 8
    assert wish["target"] == "/results/.attempt/frame_####"
    assert b"import bpy" in command.files["render.py"]


@pytest.mark.parametrize(
    ("scripts", "word"), [(False, "--disable-autoexec"), (True, "--enable-autoexec")]
)
def test_scripts_of_the_file_run_only_where_they_are_trusted(scripts: bool, word: str) -> None:
    words = ENGINE.command(request_of(scripts=scripts), VERSION).argv
    # Blender obeys in order: it must know before it opens the file.
    assert words.index(word) < words.index("/shots/shot.blend")
    assert sum(each.endswith("-autoexec") for each in words) == 1


def test_after_trouble_with_the_graphics_card_the_processor_renders() -> None:
    wish = json.loads(ENGINE.command(request_of(device="optix"), VERSION).files["render.json"])
    assert wish["device"] == "optix"
    command = ENGINE.command(request_of(device="optix", software=True), VERSION)
    assert json.loads(command.files["render.json"])["device"] == "cpu"


@pytest.mark.parametrize(
    ("own", "given", "used"), [(0, 0, 0), (8, 0, 8), (0, 2, 2), (8, 2, 2), (1, 4, 1)]
)
def test_fewer_threads_win(own: int, given: int, used: int) -> None:
    request = request_of(threads=given)
    settings = settings_of(threads=own)
    command = ENGINE.command(
        type(request)(
            request.spec, settings, request.source, request.output, request.folder, threads=given
        ),
        VERSION,
    )
    assert json.loads(command.files["render.json"])["threads"] == used


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("", "/shots/shot_blender-exr/shot_blender-exr_%04d.exr"),
        ("/results/", "/results/shot_blender-exr/shot_blender-exr_%04d.exr"),
        ("/results/a_%03d.exr", "/results/a_%03d.exr"),
    ],
)
def test_a_sequence_gets_a_folder_for_itself(output: str, expected: str) -> None:
    spec = JobSpec(source="/shots/shot.blend", output=output, preset="blender-exr")
    assert ENGINE.default_output(spec, settings_of(format="exr")) == Path(expected)


def test_a_scene_that_is_named_is_part_of_the_name() -> None:
    spec = JobSpec(source="/shots/shot.blend", preset="blender-mp4")
    named = settings_of(format="mp4", scene="Close/up 50%")
    assert ENGINE.default_output(spec, named).name == "shot_Close_up 50__blender-mp4.mp4"


def with_sound(rate: str) -> SourceInfo:
    return project(scene(facts={**FACTS, scenes.SOUND: "2"}, rate=rate))


def test_a_film_is_made_of_finished_pictures_and_the_sound_of_the_scene() -> None:
    settings = settings_of(format="mp4", frames="1-10", chunk=4)
    *chunks, sound, film = tasks_of(ENGINE, JobSpec(), settings, with_sound("30000/1001"))
    assert [task.frames for task in chunks] == ["1-4", "5-8", "9-10"]
    assert (sound.step, sound.after) == ("sound", ())
    assert film.after == (0, 1, 2, 3)
    assert (film.engine, film.preset) == ("ffmpeg", "h264")
    assert film.source == "{shared}/frame_%04d.png"
    assert film.settings == {"sequence_rate": "30000/1001", "sound": "{shared}/sound.flac"}


def test_a_silent_film_needs_no_sound() -> None:
    *chunks, film = plan.tasks(settings_of(format="prores", frames="1-10"), project())
    assert [task.step for task in chunks] == ["", ""]
    assert film.after == (0, 1)
    assert film.preset == "prores-hq"
    assert film.settings == {"sequence_rate": "24/1"}


def test_pictures_of_a_film_stay_in_the_folder_that_its_tasks_share() -> None:
    task = TaskSpec(frames="5-8")
    request = request_of(format="prores", frames="1-10", output="/results/a.mov", task=task)
    (output,) = ENGINE.outputs(request)
    assert output.kind is OutputKind.SEQUENCE
    assert output.final == "/results/.shared/frame_%04d.png"
    wish = json.loads(ENGINE.command(request, VERSION).files["render.json"])
    assert (wish["format"], wish["depth"], wish["opaque"]) == ("png", "16", True)


def test_the_sound_of_a_film_lasts_as_long_as_its_pictures() -> None:
    task = TaskSpec(step="sound")
    request = request_of(format="mp4", frames="13-60", output="/results/a.mp4", task=task)
    (output,) = ENGINE.outputs(request)
    assert (output.kind, output.final) == (OutputKind.AUDIO, "/results/.shared/sound.flac")
    assert output.duration_s == 2
    wish = json.loads(ENGINE.command(request, VERSION).files["render.json"])
    assert (wish["step"], wish["runs"]) == ("sound", [[13, 60, 1]])
    assert wish["target"] == "/results/.attempt/sound.flac"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"frames": "1-10x2"}, "needs all frames"),
        ({"output": "/results/a.mov"}, "is no name for a film"),
        ({"rate": ""}, "no frame rate"),
    ],
)
def test_what_makes_no_film_is_said_before(changes: dict[str, str], words: str) -> None:
    part = scene(rate=changes.get("rate", "24/1"))
    output = changes.get("output", "/results/a.mp4")
    request = request_of(
        project(part), output=output, format="mp4", frames=changes.get("frames", "")
    )
    (problem,) = ENGINE.validate(request, VERSION)
    assert words in problem.message


def test_a_film_needs_no_folder_for_itself() -> None:
    spec = JobSpec(source="/shots/shot.blend", preset="blender-mp4")
    assert ENGINE.default_output(spec, settings_of(format="mp4")) == Path(
        "/shots/shot_blender-mp4.mp4"
    )
