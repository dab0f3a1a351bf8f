"""The real nexrender, on top of a stand-in for After Effects, driven as people drive the app."""

import json
import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest

from rendermanager.config.paths import Paths
from rendermanager.engine.trial import Tried, try_out
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import EngineVersion
from rendermanager.renderers.nexrender import NexrenderEngine
from rendermanager.renderers.nexrender.locate import MODULE, NEXRENDER
from tests.cli.driving import Cli, Ran, processes, renderer, run, started, wait
from tests.helpers.after_effects import ORIGINAL, AfterEffects, stand_ins
from tests.helpers.nexrender import PROJECT, version_of
from tests.renderers.nexrender_cases import CASES, FOLDER, read, record

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script of a Unix shell"),
    pytest.mark.usefixtures("nothing_is_left_behind"),
]
NAME = "Tom's & Jerry's film #1, 100% %26.aep"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "shots" / NAME
    path.parent.mkdir()
    path.write_bytes(PROJECT)
    return path


def frames(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def render(project: Path, *words: object) -> Ran:
    return run("render", project, "--set", "composition=main", *words)


def failed(project: Path, cli: Cli, *words: object) -> dict[str, Any]:
    """The failure of a render, tried once."""
    job = {"source": str(project), "max_attempts": 1, "settings": {"composition": "main"}}
    ran = run("render", "--jobs", cli.jobs_file(job), "--json", *words)
    assert ran.code == 1, ran
    (ended,) = [each for each in ran.json if each["event"] == "ended"]
    error: dict[str, Any] = ended["error"]
    return error


def test_its_test_loads_nexrender_and_asks_aerender_for_its_version(
    effects: AfterEffects, tmp_path: Path
) -> None:
    tried = tried_out(version_of(effects))
    assert tried.works, tried
    assert tried.message.startswith("After Effects seems ready: nexrender and its actions load")
    assert "Nothing was rendered" in tried.message
    assert effects.called_with() == [["-version"]]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ("nexrender", "“@nexrender/core” is not installed"),
        ("action", "cannot be loaded: "),
        ("program", "does not answer as aerender does: I am something else"),
        ("script", "lacks its script"),
    ],
)
def test_its_test_says_what_is_wrong(
    effects: AfterEffects, tmp_path: Path, spoil: str, words: str
) -> None:
    version = version_of(effects)
    if spoil == "nexrender":
        version = replace(version, helpers={**version.helpers, NEXRENDER: tmp_path / "gone.js"})
    elif spoil == "action":
        gone = {f"{MODULE}@nexrender/action-copy": tmp_path / "gone"}
        version = replace(version, helpers={**version.helpers, **gone})
    elif spoil == "program":
        effects.program.write_text("#!/bin/sh\necho I am something else\n")
    else:
        effects.script.unlink()
    tried = tried_out(version)
    assert not tried.works
    assert tried.message.startswith("After Effects does not work here: ")
    assert words in tried.message
    assert tried.hint


def tried_out(version: EngineVersion) -> Tried:
    with MediaReader() as media:
        return try_out(NexrenderEngine(), version, media)


class TestGood:
    def test_a_composition_becomes_a_movie(self, effects: AfterEffects, project: Path) -> None:
        ran = render(project, "--set", "output_module=H.264", "-o", project.parent / "film.mp4")
        assert ran.code == 0, ran
        assert frames(project.parent / "film.mp4") == 50
        (words,) = effects.called_with()
        assert words[words.index("-comp") + 1] == "main"
        assert words[words.index("-OMtemplate") + 1] == "H.264"
        assert words[words.index("-project") + 1] == str(project)
        assert project.read_bytes() == PROJECT

    def test_after_effects_script_is_patched_with_a_copy_beside(
        self, effects: AfterEffects, project: Path
    ) -> None:
        assert render(project).code == 0
        assert "nexrender-patch" in effects.script.read_text()
        copy = effects.folder / "Backup.Scripts" / "Startup" / effects.script.name
        assert copy.read_text() == ORIGINAL

    def test_a_range_of_frames_becomes_numbered_pictures(
        self, effects: AfterEffects, project: Path
    ) -> None:
        wish = ["-p", "after-effects-png", "--set", "frame_start=10", "--set", "frame_end=14"]
        ran = render(project, *wish)
        assert ran.code == 0, ran
        stem = f"{project.stem.replace('%', '_')}_main"
        names = sorted(each.name for each in (project.parent / stem).iterdir())
        assert names == [f"{stem}_{number:05d}.png" for number in range(10, 15)]

    def test_what_it_says_is_progress(self, effects: AfterEffects, project: Path) -> None:
        effects.behave(pace_s=0.02, locale="de")
        ran = render(project, "--json")
        assert ran.code == 0, ran
        told = [each for each in ran.json if each["event"] == "progress"]
        assert {each["frames"] for each in told} >= {50}
        shares = [each["progress"] for each in told if each["progress"] is not None]
        assert shares == sorted(shares)
        assert len(set(shares)) > 2

    def test_every_setting_reaches_after_effects(
        self, effects: AfterEffects, project: Path
    ) -> None:
        settings = {
            "settings_template": "Best Settings",
            "increment": 2,
            "reuse": "true",
            "multi_frames": "on",
            "multi_frames_cpu": 75,
            "max_memory": 80,
            "image_cache": 40,
            "continue_on_missing": "true",
            "frame_start": 0,
            "frame_end": 9,
        }
        words = [word for name, value in settings.items() for word in ("--set", f"{name}={value}")]
        assert render(project, *words).code == 0
        line = " ".join(effects.called_with()[0])
        for part in (
            *("-RStemplate Best Settings", "-s 0 -e 9 -i 2", "-mfr ON 75", "-mem_usage 40 80"),
            *("-reuse", "-continueOnMissingFootage"),
        ):
            assert part in line

    def test_its_environment_is_scrubbed(
        self, effects: AfterEffects, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NODE_PATH", "/elsewhere")
        monkeypatch.setenv("SECRET_TOKEN", "hush")
        assert render(project).code == 0
        (seen,) = effects.environments()
        assert {"NODE_OPTIONS", "NODE_PATH", "SECRET_TOKEN"} & set(seen) == set()
        assert Path(seen["NEXRENDER_FFMPEG"]).is_file()

    def test_the_year_that_is_asked_for_renders(self, effects: AfterEffects, project: Path) -> None:
        assert render(project, "--set", "after_effects=2025").code == 0
        ran = render(project, "--set", "after_effects=2019")
        assert ran.code != 0
        assert "After Effects 2019 was not found" in ran.err
        assert "There is: 2025." in ran.err


FAILURES: dict[str, tuple[dict[str, Any], str, str]] = {
    "fails": ({"mode": "fails"}, "resource_exhaustion", "After Effects ran out of memory."),
    "missing footage": ({"mode": "missing footage"}, "invalid_input", "Footage is missing"),
    "no composition": ({"comps": ["x"]}, "invalid_input", "The composition was renamed"),
    "no file": ({"mode": "no file"}, "invalid_input", "The result is not there"),
    "truncated": ({"mode": "truncated"}, "system_error", "cannot be used"),
    "exit 0": ({"mode": "exit 0 with errors"}, "system_error", "The output module failed"),
    "in German": ({"mode": "exit 0 with errors", "locale": "de"}, "system_error", "output module"),
}


class TestBad:
    @pytest.mark.parametrize("name", FAILURES)
    def test_a_failure_has_its_kind_and_its_sentence(
        self, effects: AfterEffects, project: Path, cli: Cli, name: str
    ) -> None:
        mode, kind, words = FAILURES[name]
        effects.behave(**mode)
        error = failed(project, cli)
        assert (error["kind"], words in error["message"]) == (kind, True), error
        assert error["hint"]
        assert [each.name for each in project.parent.iterdir()] == [NAME]

    def test_less_is_asked_of_a_machine_without_memory(
        self, effects: AfterEffects, project: Path, home: Path
    ) -> None:
        home.mkdir(parents=True)
        settings = {"retries": {"nexrender": {"max_attempts": 2, "first_delay_s": 0}}}
        (home / "settings.json").write_text(json.dumps(settings))
        effects.behave(mode="fails")
        assert render(project).code == 1
        first, second = effects.called_with()
        assert "-mfr" not in first
        assert second[second.index("-mfr") :][:2] == ["-mfr", "OFF"]

    def test_a_hang_is_ended(
        self, effects: AfterEffects, project: Path, cli: Cli, home: Path
    ) -> None:
        effects.behave(mode="hang before")
        job = {
            "source": str(project),
            "max_attempts": 1,
            "timeout_s": 3,
            "settings": {"composition": "main"},
        }
        ran = run("render", "--jobs", cli.jobs_file(job))
        assert ran.code == 1
        assert "It took longer than its limit of 3 seconds." in ran.err

    def test_without_after_effects_the_job_says_where_it_was_looked_for(
        self, effects: AfterEffects, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("RENDERMANAGER_AERENDER")
        ran = render(project)
        assert ran.code != 0
        assert "After Effects was not found" in ran.err
        assert "RENDERMANAGER_AERENDER" in ran.err

    def test_a_script_that_cannot_be_patched_is_explained(
        self, effects: AfterEffects, project: Path
    ) -> None:
        if os.geteuid() == 0:
            effects.script.unlink()
            ran = render(project)
            assert "lacks its script" in ran.err
            effects.script.write_text(ORIGINAL)
        else:
            effects.script.chmod(0o400)
            ran = render(project)
            assert "administrator" in ran.err
        assert ran.code != 0
        assert effects.called_with() == []


class TestEnds:
    @pytest.mark.parametrize("mode", ["hang", "hang before", "orphan"])
    def test_cancelling_leaves_no_process(
        self, effects: AfterEffects, project: Path, cli: Cli, mode: str
    ) -> None:
        effects.behave(mode=mode, pace_s=0.05, frames=100_000)
        with started("render", project, "--set", "composition=main") as child:
            wait(lambda: stand_ins(effects.folder))
            wait(lambda: cli.json("list"))
            cli.good("cancel", 1)
            assert child.wait(30) != 0
        assert cli.view(1)["status"] == "cancelled"

    def test_an_orphan_does_not_outlive_a_render_that_went_well(
        self, effects: AfterEffects, project: Path, home: Path
    ) -> None:
        effects.behave(mode="orphan")
        assert render(project).code == 0
        assert processes(Paths(home)) == []

    def test_killing_the_app_leaves_nothing_running(
        self, effects: AfterEffects, project: Path, home: Path, cli: Cli
    ) -> None:
        effects.behave(mode="hang")
        paths = Paths(home)
        with started("render", project, "--set", "composition=main") as child:
            wait(lambda: paths.database.exists() and stand_ins(effects.folder))
            wait(lambda: renderer(paths))
            child.send_signal(signal.SIGKILL)
            child.wait()
        wait(lambda: processes(paths) == [])
        wait(lambda: stand_ins(effects.folder) == [])
        effects.behave()
        assert run("serve", "--exit-when-idle").code == 0
        assert cli.view(1)["status"] == "completed"

    def test_one_renders_at_a_time(self, effects: AfterEffects, project: Path, cli: Cli) -> None:
        effects.behave(pace_s=0.005)
        second = project.with_name("second.aep")
        second.write_bytes(PROJECT)
        ran = run("render", project, second, "--set", "composition=main", "-j", 2, "--json")
        assert ran.code == 0, ran
        assert ["argv" in each for each in effects.notes()] == [True, False, True, False]


class TestWords:
    @pytest.mark.parametrize("name", CASES)
    def test_the_transcripts_are_what_is_printed_today(self, tmp_path: Path, name: str) -> None:
        expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
        assert read(record(name, tmp_path), CASES[name]) == expected[name]
