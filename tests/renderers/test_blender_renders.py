"""Renders with the real Blender of this machine."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import psutil
import pytest

from rendermanager.config.paths import Paths
from rendermanager.core.failure import Failure, classify
from rendermanager.core.job import JobSpec
from rendermanager.core.output import Finding
from rendermanager.core.progress import Observation
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.media.checks import check_output
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.blender import scenes
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.settings import read_settings
from tests.cli.driving import Cli, serving, wait
from tests.helpers.running import run_command
from tests.renderers.blending import ENGINE
from tests.renderers.rendering import look

PROGRAM = shutil.which(os.environ.get("RENDERMANAGER_BLENDER") or "blender")
MAKER = Path(__file__).parent.parent / "programs" / "make_scene.py"
LIMIT_S = 100

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(PROGRAM is None, reason="Blender is not installed"),
]


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small scenes, saved by this very Blender."""
    folder = tmp_path_factory.mktemp("shots")
    words = ["-b", "--factory-startup", "-noaudio", "--python-exit-code", "7"]
    words += ["--python", str(MAKER), "--", str(folder)]
    subprocess.run([str(PROGRAM), *words], check=True, capture_output=True, timeout=LIMIT_S)
    return folder


@pytest.fixture(scope="session")
def version() -> EngineVersion:
    return ENGINE.probe(Path(str(PROGRAM)).resolve())


@pytest.fixture(scope="module")
def media() -> Iterator[MediaReader]:
    with MediaReader() as reader:
        yield reader


@dataclass(frozen=True)
class Rendered:
    code: int
    log: list[str]
    seen: list[Observation]
    failure: Failure | None
    findings: list[Finding]
    request: RenderRequest[BlenderSettings]

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.request.folder.glob("frame_*"))


class Bench:
    """Renders like the app does: inspect, validate, write the files, run, listen, verify."""

    def __init__(self, folder: Path, version: EngineVersion, media: MediaReader) -> None:
        self.folder, self.version, self.media = folder, version, media

    def request(self, source: Path, task: TaskSpec, **changes: object) -> RenderRequest[Any]:
        settings = read_settings(BlenderSettings, changes)
        folder = self.folder / "attempt {1} #é"
        folder.mkdir(parents=True)
        spec = JobSpec(engine="blender", source=str(source), output=f"{self.folder}{os.sep}")
        output = ENGINE.default_output(spec, settings)
        info = ENGINE.inspect(source, self.media)
        return RenderRequest(spec, settings, info, output, folder, task=task)

    def render(
        self, source: Path, task: TaskSpec = WHOLE, *, good: bool = True, **changes: object
    ) -> Rendered:
        request = self.request(source, task, **changes)
        if good:
            assert ENGINE.validate(request, self.version) == []
        command = ENGINE.command(request, self.version)
        done = run_command(command, request.folder)
        log = done.stdout.splitlines()
        listen = ENGINE.listener(request)
        seen = [each for line in log if (each := listen(line)) is not None]
        findings = [
            finding
            for output in ENGINE.outputs(request)
            for finding in check_output(output, self.media)
        ]
        failure = classify(log, ENGINE.failure_rules)
        return Rendered(done.returncode, log, seen, failure, findings, request)


@pytest.fixture
def bench(tmp_path: Path, version: EngineVersion, media: MediaReader) -> Bench:
    return Bench(tmp_path / "results", version, media)


@pytest.mark.parametrize("name", ["moving.blend", "two.blend"])
def test_what_is_read_of_a_file_is_what_blender_says(shots: Path, name: str) -> None:
    told = json.loads((shots / f"{name}.json").read_text())
    found = {part.name: part for part in scenes.inspect_blend(shots / name).parts}
    assert next(iter(found)) == told["current"]
    assert set(found) == {scene["name"] for scene in told["scenes"]}
    for scene in told["scenes"]:
        part, (first, last, step) = found[scene["name"]], scene["range"]
        assert part.first_frame == first
        assert part.frames == len(range(first, last + 1, step))
        assert part.step == step
        fps, base = scene["rate"]
        assert float(Fraction(part.rate)) == pytest.approx(fps / base, abs=1e-4)
        width, height = (side * scene["percent"] // 100 for side in scene["size"])
        assert (part.width, part.height) == (width, height)
        assert part.facts[scenes.ENGINE] == scene["engine"]
        assert part.facts.get(scenes.CAMERA, "") == scene["camera"]
        assert part.facts[scenes.VIEW_LAYERS].split("\n") == scene["layers"]
        assert int(part.facts.get(scenes.SOUND, 0)) == scene["sounds"]
        assert part.facts[scenes.CAMERAS].split("\n") == told["cameras"]


@pytest.mark.parametrize("format_", ["png", "jpeg", "exr", "exr-layers", "tiff"])
def test_a_part_of_a_scene_is_rendered_and_passes_the_checks(
    bench: Bench, shots: Path, format_: str
) -> None:
    done = bench.render(shots / "moving.blend", TaskSpec(frames="2-3"), format=format_)
    assert done.code == 0, done.log
    assert done.findings == []
    assert [name.split(".")[0] for name in done.files] == ["frame_0002", "frame_0003"]
    shares = [each.fraction for each in done.seen if each.fraction is not None]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert {0.25, 0.5} <= set(shares)


def test_single_frames_and_steps_are_rendered_and_no_others(bench: Bench, shots: Path) -> None:
    done = bench.render(shots / "moving.blend", frames="1-7x3,9", engine="workbench", percent=50)
    assert (done.code, done.findings) == (0, [])
    assert [int(name[6:10]) for name in done.files] == [1, 4, 7, 9]


def test_the_scene_and_the_camera_are_those_that_are_named(bench: Bench, shots: Path) -> None:
    done = bench.render(shots / "two.blend", scene="Zwei “Ω”", camera="Seite")
    assert (done.code, done.findings) == (0, [])
    assert [int(name[6:10]) for name in done.files] == [1, 3]


def test_a_scene_without_a_camera_fails_with_a_sentence(bench: Bench, shots: Path) -> None:
    done = bench.render(shots / "two.blend", good=False, scene="Zwei “Ω”")
    assert done.code == 7
    assert done.failure is not None
    assert done.failure.message == "The scene has no active camera."


def test_a_scene_that_is_not_there_is_said_by_the_script(bench: Bench, shots: Path) -> None:
    done = bench.render(shots / "moving.blend", good=False, scene="Nope")
    assert done.code == 9
    assert done.failure is not None
    assert "There is no scene “Nope” in this file." in done.failure.message


def test_a_graphics_card_that_is_not_there_is_said_by_the_script(bench: Bench, shots: Path) -> None:
    done = bench.render(shots / "moving.blend", device="metal")
    assert done.code == 9
    assert done.failure is not None
    assert "METAL" in done.failure.message


def test_scripts_inside_a_file_run_only_where_they_are_trusted(bench: Bench, shots: Path) -> None:
    trace = shots / "ran"
    for scripts in (False, True):
        trace.unlink(missing_ok=True)
        task = TaskSpec(frames="1")
        other = Bench(bench.folder / str(scripts), bench.version, bench.media)
        assert other.render(shots / "trap.blend", task, scripts=scripts).code == 0
        assert trace.exists() is scripts


def test_the_processor_alone_renders_too(bench: Bench, shots: Path) -> None:
    request = bench.request(shots / "moving.blend", TaskSpec(frames="1"), device="optix")
    command = ENGINE.command(replace(request, software=True, threads=1), bench.version)
    done = run_command(command, request.folder)
    assert done.returncode == 0, done.stdout


def test_a_file_that_is_gone_fails_with_a_sentence(bench: Bench, shots: Path) -> None:
    gone = shots / "gone.blend"
    shutil.copy(shots / "moving.blend", gone)
    request = bench.request(gone, TaskSpec(frames="1"))
    gone.unlink()
    command = ENGINE.command(request, bench.version)
    done = subprocess.run(command.argv, capture_output=True, timeout=LIMIT_S, check=False)
    failure = classify(done.stdout.decode().splitlines(), ENGINE.failure_rules)
    assert done.returncode != 0
    assert failure is not None
    assert failure.message == "The .blend file is missing."


def test_the_app_renders_a_scene_and_cancels_one_that_never_ends(
    cli: Cli, shots: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "frame_%04d.png"
    endless = tmp_path / "out" / "endless_%04d.png"
    with serving(Paths(cli.paths.home)):
        good, never = (
            cli.json("submit", shots / name, "--output", target)[0]["ids"][0]
            for name, target in (("moving.blend", out), ("endless.blend", endless))
        )
        assert cli.wait_for(good, "completed", "failed")["status"] == "completed"
        cli.wait_for(never, "rendering")
        wait(lambda: _renders(shots / "endless.blend"))
        cli.good("cancel", never)
        cli.wait_for(never, "cancelled")
        wait(lambda: not _renders(shots / "endless.blend"))
    assert sorted(path.name for path in out.parent.iterdir()) == [
        f"frame_{number:04d}.png" for number in range(1, 5)
    ]


def test_the_app_makes_a_film_with_sound_of_frames_that_render_side_by_side(
    cli: Cli, shots: Path, tmp_path: Path
) -> None:
    film = tmp_path / "out" / "film.mp4"
    changes = ("frames=1-24", "chunk=9", "engine=workbench")
    words = [word for change in changes for word in ("--set", change)]
    with serving(Paths(cli.paths.home)):
        wish = (shots / "two.blend", "-p", "blender-mp4", *words, "--output", film)
        (job,) = cli.json("submit", *wish)[0]["ids"]
        view = cli.wait_for(job, "completed", "failed")
    assert view["status"] == "completed", view
    assert view["attempts"] == 1
    seen = look(film)
    assert (seen.video, seen.audio, seen.frames) == ("h264", "aac", 24)
    assert (seen.width, seen.height) == (64, 48)
    assert seen.sound_s == pytest.approx(1, abs=0.05)
    assert [path.name for path in film.parent.iterdir()] == ["film.mp4"]


@pytest.mark.parametrize("is_film", [False, True], ids=["sequence", "film"])
def test_after_a_kill_of_the_app_only_missing_frames_are_rendered(
    cli: Cli, shots: Path, tmp_path: Path, *, is_film: bool
) -> None:
    out = tmp_path / "out" / ("film.mp4" if is_film else "frame_%04d.png")
    changes = ("frames=1-20", "chunk=20", "engine=cycles", "samples=1500", "device=cpu")
    words = [word for change in changes for word in ("--set", change)]
    preset = ("-p", "blender-mp4") if is_film else ()
    command = [sys.executable, "-m", "rendermanager", "--data-dir", str(cli.paths.home), "serve"]
    (job,) = cli.json("submit", shots / "moving.blend", *preset, *words, "--output", out)[0]["ids"]
    app = subprocess.Popen([*command, "-j", "1"], stdin=subprocess.DEVNULL)
    try:
        wait(lambda: len(_saved(tmp_path, job, 1)) >= 3)
    finally:
        app.kill()
        app.wait()
    wait(lambda: not _renders(shots / "moving.blend"))
    saved = _saved(tmp_path, job, 1)
    assert len(saved) < 20
    with serving(Paths(cli.paths.home)):
        view = cli.wait_for(job, "completed", "failed")
    assert view["status"] == "completed", view
    log, *again = (Path(each["log"]) for each in cli.json("show", job)[0]["history"][:2])
    before = _SAVED.findall(log.read_text())
    text = again[0].read_text()
    after = _SAVED.findall(text)
    # Blender may have been killed between the last byte of a frame and its line about it.
    had = int(re.search(r"# (\d+) of 20 frames were there already", text)[1])  # type: ignore[index]
    assert len(before) <= had <= len(saved)
    assert len(after) == 20 - had
    assert not set(before) & set(after)
    if is_film:
        assert look(out).frames == 20
        assert [path.name for path in out.parent.iterdir()] == ["film.mp4"]
    else:
        there = {path.name: path.stat().st_mtime_ns for path in out.parent.iterdir()}
        assert sorted(there) == [f"frame_{number:04d}.png" for number in range(1, 21)]
        kept = [name for name, moment in saved.items() if there[name] == moment]
        assert len(kept) == had


_SAVED = re.compile(r"Saved: '.*?(\d+)\.png'")


def _saved(folder: Path, job: int, run: int) -> dict[str, int]:
    """The frames that an attempt has written so far, with the time of their last change."""
    place = folder / "out" / f".rendermanager-{job}-{run}"
    found = {}
    for path in place.glob("frame_*.png"):
        with contextlib.suppress(FileNotFoundError):
            found[path.name] = path.stat().st_mtime_ns
    return found


def _renders(source: Path) -> list[psutil.Process]:
    return [
        each
        for each in psutil.process_iter(["cmdline"])
        if str(source) in (each.info["cmdline"] or [])
    ]
