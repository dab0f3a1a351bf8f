"""How wishes become jobs, and everything that can be said against them beforehand."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rendermanager.config.paths import Paths
from rendermanager.config.settings import Settings
from rendermanager.core.job import DEFAULT_MAX_ATTEMPTS, IfExists, JobSpec
from rendermanager.core.problem import Severity
from rendermanager.core.retry import RetryPolicy
from rendermanager.core.status import Priority
from rendermanager.engine.approval import file_runs
from rendermanager.renderers.discovery import on_path
from rendermanager.renderers.registry import Registry
from rendermanager.services import outputs as output_names
from rendermanager.services.sources import SAMPLE, sample_file
from rendermanager.services.submit import Plan, Submitter
from rendermanager.services.trust import examine
from rendermanager.services.trustbook import Examined, TrustBook

needs_unix = pytest.mark.skipif(os.name == "nt", reason="needs names and rights of Unix")

LESS = "Leave it out for 3."
OUT = "Take it out."
CRF = "Constant quality of H.264, H.265, AV1 and VP9: lower is better."
ELSE = "Change this setting, or choose another preset."
NOT_TEXT = os.fsdecode(b"bad\xff.mp4")

Put = Callable[..., str]
Make = Callable[..., Submitter]


def outputs(plan: Plan) -> list[str]:
    return [Path(job.spec.output).name for job in plan.jobs]


def messages(plan: Plan) -> list[str]:
    return [f"{each.field}: {each.message} {each.hint}".strip() for each in plan.problems]


def only_spec(plan: Plan) -> JobSpec:
    assert plan.problems == ()
    (job,) = plan.jobs
    return job.spec


class TestRecipe:
    """Engine, preset and settings."""

    def test_a_source_alone_gets_its_engine_and_that_ones_first_preset(
        self, file: Put, submitter: Make
    ) -> None:
        clip = file("clip.mov")
        (job,) = submitter().plan_inputs([clip], JobSpec()).jobs
        assert (job.spec.engine, job.spec.preset) == ("ffmpeg", "h264")
        assert (job.spec.source, job.spec.name) == (clip, "clip.mov")
        assert not job.checked
        assert job.reserves == job.spec.output

    def test_attempts_are_those_of_the_engine_unless_the_job_asks_for_others(
        self, file: Put, submitter: Make
    ) -> None:
        clip = file("clip.mov")
        made = submitter(retries={"ffmpeg": RetryPolicy(max_attempts=7)})
        (usual,) = made.plan_inputs([clip], JobSpec()).jobs
        (asked,) = made.plan_inputs([clip], JobSpec(max_attempts=2)).jobs
        (command,) = made.plan([JobSpec(argv=(sys.executable,))]).jobs
        found = [job.spec.max_attempts for job in (usual, asked, command)]
        assert found == [7, 2, DEFAULT_MAX_ATTEMPTS]

    @pytest.mark.parametrize(
        ("wished", "taken"),
        [("prores-hq", "prores-hq"), ("PRORES", "prores-hq"), ("web", "h264-social")],
    )
    def test_presets_go_by_name_and_alias(
        self, wished: str, taken: str, file: Put, submitter: Make
    ) -> None:
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], JobSpec(preset=wished)))
        assert spec.preset == taken

    def test_the_usual_preset_is_the_one_that_was_set(self, file: Put, submitter: Make) -> None:
        made = submitter(default_preset="gif")
        assert only_spec(made.plan_inputs([file("clip.mov")], JobSpec())).preset == "gif"

    @pytest.mark.parametrize("gone", ["h264x", "command"])
    def test_a_usual_preset_that_is_gone_or_of_another_engine_is_passed_over(
        self, gone: str, file: Put, submitter: Make
    ) -> None:
        made = submitter(default_preset=gone)
        assert only_spec(made.plan_inputs([file("clip.mov")], JobSpec())).preset == "h264"

    def test_only_settings_that_differ_are_kept_and_words_become_values(
        self, file: Put, submitter: Make
    ) -> None:
        changes = {"crf": "18", "speed": "medium", "scale": "0.5", "still": "false"}
        wish = JobSpec(preset="h265", settings=changes)
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], wish))
        assert spec.settings == {"video": "h265", "crf": 18, "scale": 0.5}

    def test_a_change_wins_over_the_preset(self, file: Put, submitter: Make) -> None:
        wish = JobSpec(preset="gif", settings={"width": 320})
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], wish))
        assert spec.settings["width"] == 320
        assert spec.settings["fps"] == 15

    @pytest.mark.parametrize(
        ("wish", "expected"),
        [
            (
                JobSpec(engine="ffmpgg"),
                ["engine: There is no engine “ffmpgg”. Did you mean “ffmpeg”?"],
            ),
            (
                JobSpec(preset="h265x"),
                ["preset: There is no preset “h265x”. Did you mean “h265”?"],
            ),
            (
                JobSpec(settings={"crff": 1}),
                ["settings.crff: There is no setting “crff”. Did you mean “crf”?"],
            ),
            (
                JobSpec(settings={"speed": "meduim"}),
                ["settings.speed: There is no choice for speed “meduim”. Did you mean “medium”?"],
            ),
            (
                JobSpec(settings={"crf": 99}),
                [
                    "settings.crf: Setting “crf” cannot be “99”: expected a whole number <= 63. "
                    + CRF
                ],
            ),
            (
                JobSpec(preset="gif", settings={"crf": 20}),
                ["settings.crf: GIF has no quality scale of this kind. " + ELSE],
            ),
            (
                JobSpec(engine="command", preset="h264"),
                ["preset: There is no preset “h264”. Known: command."],
            ),
        ],
    )
    def test_what_does_not_exist_is_named_with_the_nearest(
        self, wish: JobSpec, expected: list[str], file: Put, submitter: Make
    ) -> None:
        plan = submitter().plan_inputs([file("clip.mov")], wish)
        assert plan.jobs == ()
        assert messages(plan) == expected

    def test_a_file_that_nobody_reads(self, file: Put, submitter: Make) -> None:
        plan = submitter().plan_inputs([file("notes.txt")], JobSpec())
        assert messages(plan) == [
            "source: No engine reads “notes.txt”. Name the engine, or choose another file."
        ]

    def test_an_engine_without_a_source_to_choose_it(self, submitter: Make) -> None:
        plan = submitter().plan([JobSpec(), JobSpec(preset="h264")])
        assert messages(plan) == ["source: No source is named. Name a file to render."]


class TestSeveralProblems:
    def test_all_of_them_are_told_at_once(self, file: Put, footage: Path, submitter: Make) -> None:
        file("empty.mov", content=b"")
        inputs = [str(footage / "gone.mov"), str(footage / "empty.mov"), ""]
        wish = JobSpec(preset="h265x", settings={"crff": 1, "speeed": "fast"})
        plan = submitter().plan_inputs(inputs, wish)
        assert plan.jobs == ()
        text = "\n".join(messages(plan))
        for word in ("no name", "gone.mov", "empty.mov", "“h265x”", "“crff”", "“speeed”"):
            assert word in text

    def test_without_its_preset_no_value_is_judged(self, file: Put, submitter: Make) -> None:
        """“hq” is right for the preset that was meant, and wrong for the usual one."""
        wish = JobSpec(preset="prorez", settings={"profile": "hq"})
        plan = submitter().plan_inputs([file("clip.mov")], wish)
        assert messages(plan) == ["preset: There is no preset “prorez”. Did you mean “prores”?"]

    def test_one_wish_that_is_wrong_is_told_once_for_many_inputs(
        self, file: Put, submitter: Make
    ) -> None:
        inputs = [file(f"clip {number}.mov") for number in range(20)]
        plan = submitter().plan_inputs(inputs, JobSpec(settings={"crff": 1}))
        assert len(plan.problems) == 1

    def test_good_inputs_are_taken_beside_bad_ones(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        file("empty.mov", content=b"")
        inputs = [str(footage / "gone.mov"), file("a.mov"), str(footage / "empty.mov")]
        plan = submitter().plan_inputs(inputs, JobSpec())
        assert outputs(plan) == ["a_h264.mp4"]
        assert len(plan.blocking) == 2

    def test_a_spec_that_is_wrong_costs_no_other(self, file: Put, submitter: Make) -> None:
        clip = file("clip.mov")
        specs = [JobSpec(source=clip, preset="x264"), JobSpec(source=clip)]
        plan = submitter().plan(specs)
        assert len(plan.jobs) == len(plan.blocking) == 1

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            (
                {"max_attempts": 0},
                "max_attempts: A job has 1 to 100 attempts, not 0. " + LESS,
            ),
            (
                {"max_attempts": 101},
                "max_attempts: A job has 1 to 100 attempts, not 101. " + LESS,
            ),
            (
                {"timeout_s": -1},
                "timeout_s: A time limit is 0 to 2,000,000 seconds, not -1. 0 means no limit.",
            ),
            (
                {"timeout_s": 1e300},
                "timeout_s: A time limit is 0 to 2,000,000 seconds, not 1e+300. 0 means no limit.",
            ),
            (
                {"output": "a\0b"},
                "source: A path holds a character that none can hold (NUL). " + OUT,
            ),
        ],
    )
    def test_values_that_no_job_can_have(
        self, changes: dict[str, Any], message: str, file: Put, submitter: Make
    ) -> None:
        plan = submitter().plan([JobSpec(source=file("clip.mov"), **changes)])
        assert messages(plan) == [message]

    @pytest.mark.parametrize(
        "changes",
        [
            {"output": f"/tmp/{NOT_TEXT}"},
            {"name": NOT_TEXT},
            {"project": NOT_TEXT},
            {"tags": (NOT_TEXT,)},
            {"notes": NOT_TEXT},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_what_is_no_text_is_refused_before_it_is_stored(
        self, changes: dict[str, Any], file: Put, submitter: Make
    ) -> None:
        plan = submitter().plan([JobSpec(source=file("clip.mov"), **changes)])
        (message,) = messages(plan)
        assert message.startswith(next(iter(changes)))
        assert "is not valid text (UTF-8)" in message
        message.encode()


class TestOutputs:
    def test_without_a_wish_it_lies_beside_the_source(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], JobSpec()))
        assert spec.output == str(footage / "clip_h264.mp4")

    def test_a_file_is_taken_as_it_is(self, file: Put, tmp_path: Path, submitter: Make) -> None:
        wish = JobSpec(output=str(tmp_path / "new" / "film.mp4"))
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], wish))
        assert spec.output == str(tmp_path / "new" / "film.mp4")

    @pytest.mark.parametrize("folder", ["{0}", "{0}/", "{0}/not yet/"])
    def test_a_folder_gets_the_name_of_the_source(
        self, folder: str, file: Put, tmp_path: Path, submitter: Make
    ) -> None:
        wish = JobSpec(output=folder.format(tmp_path))
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], wish))
        assert spec.output == str(Path(folder.format(tmp_path)) / "clip_h264.mp4")

    @pytest.mark.parametrize("exists", [True, False])
    def test_the_usual_folder_is_a_folder_even_before_it_is_made(
        self, exists: bool, file: Put, tmp_path: Path, submitter: Make
    ) -> None:
        if exists:
            (tmp_path / "results").mkdir()
        made = submitter(output_folder=str(tmp_path / "results"))
        spec = only_spec(made.plan_inputs([file("clip.mov")], JobSpec()))
        assert spec.output == str(tmp_path / "results" / "clip_h264.mp4")

    def test_a_wish_wins_over_the_usual_folder(
        self, file: Put, tmp_path: Path, submitter: Make
    ) -> None:
        made = submitter(output_folder=str(tmp_path / "results"))
        wish = JobSpec(output=str(tmp_path / "here.mp4"))
        assert only_spec(made.plan_inputs([file("clip.mov")], wish)).output.endswith("here.mp4")

    def test_results_of_the_sample_never_lie_among_the_apps_own_files(
        self, tmp_path: Path, submitter: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        monkeypatch.delenv("XDG_VIDEOS_DIR", raising=False)
        first = only_spec(submitter().plan_inputs([SAMPLE], JobSpec()))
        assert first.output == str(tmp_path / "sample_h264.mp4")
        (tmp_path / "Videos").mkdir()
        second = only_spec(submitter().plan([JobSpec(source=SAMPLE)]))
        assert second.output == str(tmp_path / "Videos" / "sample_h264.mp4")
        assert second.source == str(sample_file())

    def test_several_sources_of_one_name_do_not_share_an_output(
        self, file: Put, tmp_path: Path, submitter: Make
    ) -> None:
        inputs = [file(f"day {day}/clip.mov") for day in (1, 2, 3)]
        plan = submitter().plan_inputs(inputs, JobSpec(output=f"{tmp_path}/out/"))
        assert outputs(plan) == ["clip_h264.mp4", "clip_h264_v002.mp4", "clip_h264_v003.mp4"]
        assert plan.problems == ()

    def test_versions_are_counted_on_past_files_and_other_jobs(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        clip = file("clip.mov")
        file("clip_h264.mp4", "clip_h264_v003.mp4")
        made = submitter(str(footage / "clip_h264_v002.mp4"))
        plan = made.plan([JobSpec(source=clip), JobSpec(source=clip)])
        assert outputs(plan) == ["clip_h264_v004.mp4", "clip_h264_v005.mp4"]

    def test_when_a_chosen_name_is_taken_the_new_one_is_told(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        wish = JobSpec(output=file("film.mp4"))
        plan = submitter().plan_inputs([file("clip.mov")], wish)
        assert outputs(plan) == ["film_v002.mp4"]
        hint = "To have this name, remove the other file, or replace it (--if-exists)."
        assert messages(plan) == [
            f"output: “{footage}/film.mp4” is taken: the result will be “film_v002.mp4”. {hint}"
        ]
        assert plan.blocking == []

    @needs_unix
    def test_a_broken_link_is_in_the_way_as_well(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        (footage / "clip_h264.mp4").symlink_to("nowhere")
        plan = submitter().plan_inputs([file("clip.mov")], JobSpec())
        assert outputs(plan) == ["clip_h264_v002.mp4"]

    def test_a_sequence_steps_aside_for_pictures_of_any_number(
        self, file: Put, submitter: Make
    ) -> None:
        file("clip_png-sequence/clip_png-sequence_1001.png")
        wish = JobSpec(preset="png-sequence", settings={"first_frame": 1001})
        plan = submitter().plan_inputs([file("clip.mov")], wish)
        assert outputs(plan) == ["clip_png-sequence_v002_%04d.png"]

    def test_many_jobs_for_one_name_do_not_count_from_the_start_each_time(
        self, file: Put, submitter: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(output_names, "MAX_VERSION", 200)
        made, asked = submitter(), 0
        whole = output_names.stands

        def count(path: Path) -> bool:
            nonlocal asked
            asked += 1
            return whole(path)

        monkeypatch.setattr(output_names, "stands", count)
        wish = JobSpec(source=file("clip.mov"))
        plan = made.plan([wish] * 201)
        assert len(plan.jobs) == len({job.spec.output for job in plan.jobs}) == 200
        assert outputs(plan)[-1] == "clip_h264_v200.mp4"
        assert asked == 200
        assert messages(plan) == [
            "output: There are already 200 versions of “clip_h264.mp4”. Choose another name."
        ]

    def test_replace_takes_the_name_of_a_file(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        file("clip_h264.mp4")
        wish = JobSpec(if_exists=IfExists.REPLACE)
        spec = only_spec(submitter().plan_inputs([file("clip.mov")], wish))
        assert spec.output == str(footage / "clip_h264.mp4")

    def test_replace_does_not_take_the_name_of_another_job(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        wish = JobSpec(source=file("clip.mov"), if_exists=IfExists.REPLACE)
        made = submitter()
        plan = made.plan([wish, wish])
        assert len(plan.jobs) == len(plan.blocking) == 1
        reserved = submitter(str(footage / "clip_h264.mp4")).plan([wish])
        assert reserved.jobs == ()
        assert "Another job in the queue writes" in messages(reserved)[0]

    def test_skip_leaves_out_what_is_there(self, file: Put, submitter: Make) -> None:
        file("a_h264.mp4")
        inputs = [file("a.mov"), file("b.mov")]
        plan = submitter().plan_inputs(inputs, JobSpec(if_exists=IfExists.SKIP))
        assert outputs(plan) == ["b_h264.mp4"]
        assert plan.blocking == []
        assert "“a.mov” is skipped" in messages(plan)[0]

    def test_one_output_file_for_many_inputs_is_refused(self, file: Put, submitter: Make) -> None:
        inputs = [file("a.mov"), file("b.mov")]
        plan = submitter().plan_inputs(inputs, JobSpec(output="/tmp/film.mp4"))
        assert plan.jobs == ()
        assert messages(plan) == [
            (
                "output: “/tmp/film.mp4” is one file, but there are 2 things to render. "
                "Name a folder for the results."
            )
        ]

    def test_a_file_is_no_folder_to_write_into(self, file: Put, submitter: Make) -> None:
        wall = file("wall.txt")
        for output in (f"{wall}/", f"{wall}/film.mp4", f"{wall}/deep/film.mp4"):
            plan = submitter().plan_inputs([file("clip.mov")], JobSpec(output=output))
            assert messages(plan) == [f"output: “{wall}” is a file, not a folder. Choose a folder."]

    def test_a_name_that_is_too_long_is_refused(self, file: Put, submitter: Make) -> None:
        wish = JobSpec(output=f"/tmp/{'ü' * 126}.mp4")
        (message,) = messages(submitter().plan_inputs([file("clip.mov")], wish))
        assert "cannot be used: File name too long" in message
        fits = JobSpec(output=f"/tmp/{'ü' * 125}.mp4")
        assert only_spec(submitter().plan_inputs([file("clip.mov")], fits)).output == fits.output

    @needs_unix
    def test_what_may_not_be_read_or_written_is_refused(self) -> None:
        """In another process: root may do anything, so somebody else has to try."""
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        expected = (
            "closed” may not be written to",
            "closed” may not be written to",
            "hidden/deep/film.mp4” cannot be used: Permission denied",
            "locked.mov” may not be read",
            "hidden” could not be read",
            "b.mov” may not be read",
        )
        lines = done.stdout.splitlines()
        assert len(lines) == len(expected)
        for line, part in zip(lines, expected, strict=True):
            assert part in line
            assert line.startswith("0 jobs: ")


AS_NOBODY = """
import os, tempfile
from pathlib import Path
from rendermanager.config.settings import Settings
from rendermanager.core.job import JobSpec
from rendermanager.renderers.registry import Registry
from rendermanager.services.submit import Submitter

planner = Submitter(Registry.load(), Settings())

def say(*inputs, **wish):
    plan = planner.plan_inputs([str(each) for each in inputs], JobSpec(**wish))
    return f"{len(plan.jobs)} jobs: " + "; ".join(each.message for each in plan.problems)

say(os.devnull, "/proc/self/fdinfo", "/no_%02d.png", preset="no")  # imports what it needs
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
with tempfile.TemporaryDirectory(dir="/tmp") as name:
    home = Path(name)
    closed, hidden = home / "closed", home / "hidden"
    for folder in (closed, hidden):
        folder.mkdir()
    for file in (home / "clip.mov", home / "locked.mov", hidden / "b.mov"):
        file.write_bytes(b"x")
    closed.chmod(0o500)
    hidden.chmod(0)
    (home / "locked.mov").chmod(0)
    print(say(home / "clip.mov", output=f"{closed}/film.mp4"))
    print(say(home / "clip.mov", output=f"{closed}/new/"))
    print(say(home / "clip.mov", output=f"{hidden}/deep/film.mp4"))
    print(say(home / "locked.mov"))
    print(say(hidden))
    print(say(hidden / "b.mov"))
    hidden.chmod(0o700)
"""


class TestFrames:
    """A single numbered frame stands for its sequence, unless a still is wanted."""

    @pytest.fixture
    def frame(self, file: Put) -> str:
        file("f_0001.png", "f_0003.png")
        return file("f_0002.png")

    @pytest.mark.parametrize("preset", ["", "h264", "gif", "png-sequence", "jpeg-sequence"])
    def test_films_and_sequences_are_made_of_all_frames(
        self, preset: str, frame: str, submitter: Make
    ) -> None:
        spec = only_spec(submitter().plan_inputs([frame], JobSpec(preset=preset)))
        assert Path(spec.source).name == "f_%04d.png"
        assert spec.name == "f_####.png"

    @pytest.mark.parametrize("preset", ["still-png", "still-jpeg", "still-webp"])
    def test_a_still_is_made_of_this_frame(self, preset: str, frame: str, submitter: Make) -> None:
        spec = only_spec(submitter().plan_inputs([frame], JobSpec(preset=preset)))
        assert spec.source == frame

    def test_a_change_to_the_preset_counts(self, frame: str, submitter: Make) -> None:
        still = JobSpec(preset="png-sequence", settings={"still": "true"})
        assert only_spec(submitter().plan_inputs([frame], still)).source == frame
        film = JobSpec(preset="still-png", settings={"still": "false"})
        assert only_spec(submitter().plan_inputs([frame], film)).source != frame

    def test_a_wish_that_is_wrong_does_not_hide_behind_the_frames(
        self, frame: str, submitter: Make
    ) -> None:
        plan = submitter().plan_inputs([frame], JobSpec(preset="stil-png"))
        assert messages(plan) == [
            "preset: There is no preset “stil-png”. Did you mean “still-png”?"
        ]

    def test_a_job_that_names_one_frame_gets_that_one(self, frame: str, submitter: Make) -> None:
        assert only_spec(submitter().plan([JobSpec(source=frame)])).source == frame


class TestCommands:
    def test_a_command_needs_no_source_and_may_start_at_once(self, submitter: Make) -> None:
        spec = JobSpec(argv=(sys.executable, "-c", "pass"), priority=Priority.HIGH)
        (job,) = submitter().plan([spec]).jobs
        assert job.checked
        assert job.reserves == ""
        assert (job.spec.engine, job.spec.preset) == ("command", "command")
        assert job.spec.name == Path(sys.executable).name
        assert job.spec.priority is Priority.HIGH

    def test_what_two_commands_promise_cannot_be_one_file(
        self, tmp_path: Path, submitter: Make
    ) -> None:
        def spec(*expects: str) -> JobSpec:
            return JobSpec(argv=(sys.executable,), cwd=str(tmp_path), expects=expects)

        planner = submitter()
        first, second = spec("a.png", "b.png"), spec(str(tmp_path / "deep" / ".." / "b.png"))
        (job,) = planner.plan([first]).jobs
        assert job.places == (str(tmp_path / "a.png"), str(tmp_path / "b.png"))
        (problem,) = planner.plan([second]).blocking
        assert "Another job in the queue writes" in problem.message
        assert planner.plan([spec("c.png")]).blocking == []
        taken = submitter(str(tmp_path / "a.png")).plan([first])
        assert taken.jobs == ()
        assert "a.png” already" in messages(taken)[0]

    @needs_unix
    def test_its_program_is_found_once_and_for_all(self, submitter: Make) -> None:
        spec = only_spec(submitter().plan([JobSpec(argv=("true", "a b", "$HOME"))]))
        assert Path(spec.argv[0]).is_absolute()
        assert Path(spec.argv[0]).name == "true"
        assert spec.argv[1:] == ("a b", "$HOME")

    @needs_unix
    def test_programs_are_looked_up_once_for_many_jobs(
        self, submitter: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []

        def look(name: str, env: Mapping[str, str]) -> Path | None:
            asked.append(name)
            return on_path(name, env)

        monkeypatch.setattr("rendermanager.services.submit.on_path", look)
        plan = submitter().plan([JobSpec(argv=("true",))] * 50)
        assert len(plan.jobs) == 50
        assert asked == ["true"]

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"argv": ("no-such-program-anywhere",)}, "There is no program"),
            ({"argv": ("/no/such/program",)}, "does not exist"),
            ({"argv": ("",)}, "No program is named"),
            ({"engine": "command"}, "No program is named"),
            ({"argv": ("true",), "cwd": "/no/such/folder"}, "does not exist"),
            ({"argv": ("true", "a\0b")}, "holds a character that none can hold"),
        ],
    )
    def test_what_cannot_run_is_refused(
        self, changes: dict[str, Any], message: str, submitter: Make
    ) -> None:
        plan = submitter().plan([JobSpec(**changes)])
        assert plan.jobs == ()
        assert message in messages(plan)[0]
        assert all(problem.severity is Severity.ERROR for problem in plan.problems)

    def test_a_name_that_was_given_is_kept(self, submitter: Make) -> None:
        spec = JobSpec(argv=(sys.executable,), name="Night render", tags=("a", "b"), notes="n")
        planned = only_spec(submitter().plan([spec]))
        assert (planned.name, planned.tags, planned.notes) == ("Night render", ("a", "b"), "n")


class TestSpecs:
    """Jobs that name their source themselves."""

    @pytest.mark.parametrize(
        ("name", "message"),
        [("gone.mov", "does not exist"), ("empty.mov", "is empty"), ("f_%02d.png", "No file")],
    )
    def test_their_sources_are_looked_at_too(
        self, name: str, message: str, file: Put, footage: Path, submitter: Make
    ) -> None:
        file("empty.mov", content=b"")
        plan = submitter().plan([JobSpec(source=str(footage / name))])
        assert plan.jobs == ()
        assert message in messages(plan)[0]

    def test_a_sequence_is_named_by_its_pattern(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        file("f_01.png", "f_02.png")
        spec = only_spec(submitter().plan([JobSpec(source=str(footage / "f_%02d.png"))]))
        assert spec.source == str(footage / "f_%02d.png")


class TestOnePlace:
    """Two jobs never write one file, and none writes its source."""

    @needs_unix
    def test_the_same_place_behind_a_link_gets_another_version(
        self, file: Put, submitter: Make, tmp_path: Path
    ) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "door").symlink_to(tmp_path / "real")
        made, clip = submitter(), file("clip.mov")
        plans = [
            made.plan_inputs([clip], JobSpec(output=f"{tmp_path}/{way}/"))
            for way in ("real", "door", "real/../door")
        ]
        assert [name for plan in plans for name in outputs(plan)] == [
            *("clip_h264.mp4", "clip_h264_v002.mp4", "clip_h264_v003.mp4")
        ]

    @needs_unix
    def test_what_is_reserved_is_asked_by_the_place(
        self, file: Put, submitter: Make, tmp_path: Path
    ) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "door").symlink_to(tmp_path / "real")
        made = submitter(str(tmp_path / "real" / "a.mp4"))
        wish = JobSpec(output=str(tmp_path / "door" / "a.mp4"), if_exists=IfExists.REPLACE)
        plan = made.plan_inputs([file("clip.mov")], wish)
        assert plan.jobs == ()
        assert "Another job in the queue writes" in plan.problems[0].message

    @needs_unix
    @pytest.mark.parametrize("way", ["itself", "hard link", "symlink", "folder"])
    def test_a_job_that_would_replace_its_source_is_refused(
        self, file: Put, submitter: Make, tmp_path: Path, way: str
    ) -> None:
        clip = Path(file("clip.mp4"))
        output = {
            "itself": clip,
            "hard link": tmp_path / "other.mp4",
            "symlink": tmp_path / "other.mp4",
            "folder": tmp_path / "door" / clip.name,
        }[way]
        if way == "hard link":
            os.link(clip, output)
        elif way == "symlink":
            output.symlink_to(clip)
        elif way == "folder":
            (tmp_path / "door").symlink_to(clip.parent)
        wish = JobSpec(output=str(output), if_exists=IfExists.REPLACE)
        plan = submitter().plan_inputs([str(clip)], wish)
        assert plan.jobs == ()
        assert plan.problems[0].message == f"“{output}” is the source itself."
        # Without that wish the result gets a name of its own.
        free = submitter().plan_inputs([str(clip)], JobSpec(output=str(output)))
        assert outputs(free) == [f"{output.stem}_v002.mp4"]


SCRIPT = b"from manim import *\n\n\nclass Intro(Scene):\n    def construct(self): ...\n"


TEMPLATE = b"""
specificationVersion: jobtemplate-2023-09
name: Copies
parameterDefinitions:
- {name: Result, type: PATH, dataFlow: OUT, objectType: FILE, default: b.dat}
steps:
- {name: Copy, script: {actions: {onRun: {command: cp, args: [a, "{{Param.Result}}"]}}}}
"""


@pytest.mark.parametrize(
    ("name", "content"), [("intro.py", SCRIPT), ("copies.openjd.yaml", TEMPLATE)]
)
def test_what_is_a_program_itself_needs_approval(
    registry: Registry, paths: Paths, file: Put, name: str, content: bytes
) -> None:
    path = file(name, content=content)
    plan = Submitter(registry, Settings(), trusted=paths.trusted).plan_inputs([path], JobSpec())
    (problem,) = plan.blocking
    assert plan.jobs == ()
    assert name in problem.message
    assert "needs your approval" in problem.message
    assert "rendermanager trust" in problem.hint


def test_what_was_approved_is_added_until_it_changes(
    registry: Registry, paths: Paths, file: Put
) -> None:
    path = Path(file("intro.py", content=SCRIPT))
    TrustBook(paths.trusted).trust(Examined(path, file_runs(path)), datetime.now(UTC))
    submitter = Submitter(registry, Settings(), trusted=paths.trusted)
    assert len(submitter.plan_inputs([str(path)], JobSpec()).jobs) == 1
    path.write_bytes(SCRIPT + b"import os\n")
    assert submitter.plan_inputs([str(path)], JobSpec()).blocking
    # Who keeps no approvals approves nothing.
    assert Submitter(registry, Settings()).plan_inputs([str(path)], JobSpec()).blocking


def nexrender_job(file: Put, *values: dict[str, Any], name: str = "job.json") -> str:
    file("shot.aep", content=b"RIFX")
    value = values[0] if len(values) == 1 else list(values)
    return file(name, content=json.dumps(value).encode())


def composition(name: str = "main", **fields: Any) -> dict[str, Any]:
    return {"template": {"src": "shot.aep", "composition": name}, **fields}


class TestNexrenderJobs:
    """Files that hold one job of nexrender, or many."""

    def test_a_list_becomes_jobs_with_names_and_results_of_their_own(
        self, file: Put, submitter: Make
    ) -> None:
        path = nexrender_job(file, *[composition()] * 12)
        plan = submitter().plan_inputs([path], JobSpec())
        assert not plan.blocking
        assert len({job.spec.name for job in plan.jobs}) == 12
        assert len({job.spec.output for job in plan.jobs}) == 12
        assert outputs(plan)[0] == "job_1_main.mov"

    def test_those_that_are_wrong_are_told_and_left_out(self, file: Put, submitter: Make) -> None:
        path = nexrender_job(file, composition("a"), {"template": {}}, composition("c"))
        plan = submitter().plan_inputs([path], JobSpec())
        assert [job.spec.settings["entry"] for job in plan.jobs] == [1, 3]
        assert {each.field for each in plan.blocking} == {
            "[1].template.src",
            "[1].template.composition",
        }

    def test_many_jobs_do_not_go_into_one_file(self, file: Put, submitter: Make) -> None:
        path = nexrender_job(file, composition("a"), composition("b"))
        plan = submitter().plan_inputs([path], JobSpec(output=str(Path(path).with_name("x.mov"))))
        assert plan.jobs == ()
        assert "there are 2 things to render" in plan.problems[-1].message

    def test_a_job_says_where_its_result_goes_unless_somebody_does(
        self, file: Put, submitter: Make
    ) -> None:
        path = nexrender_job(file, composition(output="out/film.mov"))
        (job,) = submitter().plan_inputs([path], JobSpec()).jobs
        assert job.spec.output == str(Path(path).parent / "out" / "film.mov")
        else_ = str(Path(path).parent / "else") + os.sep
        (job,) = submitter().plan_inputs([path], JobSpec(output=else_)).jobs
        assert job.spec.output == str(Path(path).parent / "else" / "film.mov")

    def test_what_it_runs_needs_approval(self, file: Put, registry: Registry, paths: Paths) -> None:
        data = {"type": "data", "layerName": "a", "property": "Opacity", "expression": "time"}
        path = nexrender_job(file, composition(assets=[data]))
        planner = Submitter(registry, Settings(), trusted=paths.trusted)
        (problem,) = planner.plan_inputs([path], JobSpec()).blocking
        assert "“job.json” needs your approval: expression on layer “a”" in problem.message
        (examined,) = examine(Path(path))
        TrustBook(paths.trusted).trust(examined, datetime.now(UTC))
        assert len(planner.plan_inputs([path], JobSpec()).jobs) == 1

    def test_every_result_gets_a_name_that_nobody_has_or_plans(
        self, file: Put, submitter: Make
    ) -> None:
        copies = [
            {"module": "@nexrender/action-copy", "output": output}
            for output in ("a.mov", "out/b.mov", "out/c.mov")
        ]
        job = composition(actions={"postrender": copies})
        path = nexrender_job(file, job, job)
        out = Path(path).parent / "out"
        file("out/b.mov")
        plan = submitter(str(out / "c.mov")).plan_inputs([path], JobSpec())
        first, second = plan.jobs
        assert first.spec.output == str(Path(path).with_name("a.mov"))
        assert first.spec.expects == (str(out / "b_v002.mov"), str(out / "c_v002.mov"))
        assert first.places == (first.spec.output, *first.spec.expects)
        assert second.spec.output == str(Path(path).with_name("a_v002.mov"))
        assert second.spec.expects == (str(out / "b_v003.mov"), str(out / "c_v003.mov"))
        assert "b.mov” is taken: that result will be “b_v002.mov”." in messages(plan)[0]

    def test_results_that_replace_others_are_of_one_job_alone(
        self, file: Put, submitter: Make
    ) -> None:
        copies = [
            {"module": "@nexrender/action-copy", "output": each} for each in ("a.mov", "b.mov")
        ]
        path = nexrender_job(file, composition(actions={"postrender": copies}))
        b = Path(path).with_name("b.mov")
        wish = JobSpec(if_exists=IfExists.REPLACE)
        assert len(submitter().plan_inputs([path], wish).jobs) == 1
        (problem,) = submitter(str(b)).plan_inputs([path], wish).blocking
        assert problem.message == f"Another job in the queue writes “{b}” already."

    def test_nobody_says_for_a_job_where_its_other_results_go(
        self, file: Put, submitter: Make
    ) -> None:
        copies = [
            {"module": "@nexrender/action-copy", "output": each} for each in ("a.mov", "b.mov")
        ]
        path = nexrender_job(file, composition(actions={"postrender": copies}))
        plan = submitter().plan([JobSpec(source=path, expects=("/etc/passwd",))])
        assert plan.jobs[0].spec.expects == (str(Path(path).with_name("b.mov")),)

    def test_what_was_planned_can_be_planned_again(self, file: Put, submitter: Make) -> None:
        path = nexrender_job(file, composition("a"), composition("b"))
        first = submitter().plan_inputs([path], JobSpec())
        again = submitter().plan([job.spec for job in first.jobs])
        assert [job.spec for job in again.jobs] == [job.spec for job in first.jobs]

    def test_other_json_is_named_when_it_is_given_and_passed_over_in_a_folder(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        nexrender_job(file, composition(), name="folder/job.json")
        file("folder/shot.aep", content=b"RIFX")
        lottie = file("folder/lottie.json", content=b'{"v": "5.7", "layers": []}')
        file("folder/clip.mov")
        plan = submitter().plan_inputs([str(footage / "folder")], JobSpec())
        assert [Path(job.spec.source).name for job in plan.jobs] == ["clip.mov", "job.json"]
        assert not plan.blocking
        for wish in (JobSpec(), JobSpec(output=lottie + ".mov")):
            (problem,) = submitter().plan_inputs([lottie], wish).blocking
            assert "“lottie.json” is no job of nexrender" in problem.message
