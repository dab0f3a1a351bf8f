"""Every command on a queue that nobody owns."""

import importlib
import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from rendermanager import __version__
from rendermanager.cli import queueing
from rendermanager.cli.main import PLACES, main
from rendermanager.cli.main import cli as group
from rendermanager.config.paths import Paths
from rendermanager.services.owner import Ownership
from rendermanager.store import attempts, endings, queries
from rendermanager.store.store import Store
from tests.cli.driving import Cli
from tests.helpers.commands import commands_of
from tests.helpers.queue import add, at, failed, finished, new_job

CONTRACT: dict[str, tuple[str, ...]] = {
    "render": (
        *("--preset", "--output", "--set", "--priority", "--concurrency", "--jobs"),
        *("--if-exists", "--json"),
    ),
    "submit": ("--preset", "--output", "--set", "--priority", "--jobs", "--if-exists", "--json"),
    "check": ("--preset", "--output", "--set", "--priority", "--jobs", "--if-exists", "--json"),
    "secret": (),
    "trust": (),
    "look": ("--json",),
    "list": ("--status", "--json"),
    "show": ("--json",),
    "log": ("--follow", "--json"),
    "cancel": ("--json",),
    "pause": ("--json",),
    "resume": ("--json",),
    "retry": ("--from-start", "--cause", "--json"),
    "keep": ("--json",),
    "failures": ("--json",),
    "try-now": ("--json",),
    "remove": ("--json",),
    "restore-jobs": ("--json",),
    "priority": ("--json",),
    "move": ("--json",),
    "pause-queue": ("--now", "--json"),
    "resume-queue": ("--json",),
    "clear": ("--completed", "--failed", "--all", "--json"),
    "stats": ("--json",),
    "serve": ("--exit-when-idle", "--concurrency"),
    "gui": (),
    "engines": ("--json",),
    "presets": ("--engine", "--json"),
    "doctor": ("--json",),
    "hours": ("--json",),
    "resources": ("--watch", "--json"),
    "usage": ("--json",),
    "desktop": ("--install", "--remove", "--json"),
    "backup": ("--json",),
    "backups": ("--json",),
    "restore": ("--json",),
    "schema": ("--json",),
}


@pytest.fixture
def three(cli: Cli) -> list[int]:
    """Three jobs that wait."""
    return cli.submit_jobs(*({"argv": [sys.executable], "name": name} for name in "abc"))


def fill(paths: Paths, *makers: Any) -> list[int]:
    """Jobs brought to where a test needs them."""
    paths.make()
    store = Store(paths.database)
    try:
        return [make(store) for make in makers]
    finally:
        store.close()


class TestHelp:
    def test_no_command_is_there_without_a_promise(self) -> None:
        assert set(commands_of(group)) == set(CONTRACT)

    @pytest.mark.parametrize(("name", "options"), CONTRACT.items(), ids=CONTRACT)
    def test_every_command_explains_itself(
        self, name: str, options: tuple[str, ...], cli: Cli
    ) -> None:
        text = cli.good(name, "--help").out
        assert text.startswith(f"Usage: rendermanager {name} ")
        assert all(option in text for option in options)
        assert cli.good(name, "-h").out == text

    @pytest.mark.parametrize("module", PLACES)
    def test_every_module_has_the_commands_that_are_looked_for_in_it(self, module: str) -> None:
        there = importlib.import_module(f"rendermanager.cli.{module}").COMMANDS
        assert [command.name for command in there] == list(PLACES[module])

    def test_every_command_has_a_sentence(self) -> None:
        for name, each in commands_of(group).items():
            assert each.get_short_help_str(limit=200).endswith((".", "low, system.")), name
            for option in each.params:
                assert not isinstance(option, click.Option) or option.help, (name, option.name)

    def test_the_program_lists_them_all(self, cli: Cli) -> None:
        text = cli.good("--help").out
        assert all(f"  {name} " in text for name in CONTRACT)
        assert "--data-dir" in text

    def test_the_version(self, cli: Cli) -> None:
        assert __version__ in cli.good("--version").out


class TestGlobalOptions:
    def test_the_data_folder_can_be_named(self, cli: Cli, tmp_path: Path) -> None:
        other = tmp_path / "other"
        cli.good("--data-dir", other, "pause-queue")
        assert Paths(other).database.exists()
        assert not cli.paths.home.exists()
        assert cli.json("--data-dir", other, "stats")[0]["queue_paused"] is True

    def test_json_may_stand_before_the_command_or_behind(self, cli: Cli, three: list[int]) -> None:
        for words in (["list"], ["show", 1], ["stats"], ["log", 99], ["show", 99], ["list", "-x"]):
            before, after = cli("--json", *words), cli(*words, "--json")
            assert before == after
            assert before.json
            assert before.err == ""

    def test_without_arguments_ours_are_those_of_the_process(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["rendermanager", "stats", "--json"])
        assert main() == 0
        assert json.loads(capsys.readouterr().out)["jobs"] == 0


class TestList:
    def test_an_empty_queue(self, cli: Cli) -> None:
        assert cli.good("list").out == "The queue is empty.\n"
        assert cli.json("list") == []

    def test_jobs_in_the_order_they_run(self, cli: Cli, three: list[int]) -> None:
        cli.good("priority", three[2], "urgent")
        assert [view["name"] for view in cli.json("list")] == ["c", "a", "b"]
        head, *rows = cli.good("list").out.splitlines()
        assert head.split() == ["ID", "STATUS", "DONE", "NAME"]
        assert [row.split()[:5] for row in rows] == [
            ["3", "queued", "0", "%", "c"],
            ["1", "queued", "0", "%", "a"],
            ["2", "queued", "0", "%", "b"],
        ]

    def test_only_those_in_a_status(self, cli: Cli) -> None:
        done, broken = fill(cli.paths, finished, failed)
        assert [view["id"] for view in cli.json("list", "--status", "failed")] == [broken]
        both = cli.json("list", "--status", "failed", "--status", "completed")
        assert {view["id"] for view in both} == {done, broken}
        assert cli.good("list", "--status", "paused").out == "No job has this status.\n"

    def test_a_failed_job_says_why(self, cli: Cli) -> None:
        fill(cli.paths, failed)
        assert "The program crashed." in cli.good("list").out

    def test_names_cannot_forge_lines(self, cli: Cli) -> None:
        name = "a\n99  completed  100 %  forged\x1b[2J"
        cli.submit_jobs({"argv": [sys.executable], "name": name})
        assert len(cli.good("list").out.splitlines()) == 2
        assert "\x1b" not in cli.good("list").out
        assert cli.json("list")[0]["name"] == name


class TestShow:
    def test_for_programs(self, cli: Cli) -> None:
        (broken,) = fill(cli.paths, failed)
        view = cli.view(broken)
        assert view["error"]["kind"] == "system_error"
        assert view["history"][0]["outcome"] == "failed"
        assert [event["new"] for event in view["events"] if event["what"] == "job"] == [
            *("queued", "rendering", "failed")
        ]

    def test_for_people(self, cli: Cli) -> None:
        (broken,) = fill(cli.paths, failed)
        text = cli.good("show", broken).out
        for part in ("status:      failed", "The program crashed.", "attempt 1: failed"):
            assert part in text
        assert "rendering → failed" in text
        assert "tags:" not in text

    @pytest.mark.parametrize(
        ("count", "line"),
        [(2, "/out/f_1.png, /out/f_2.png"), (240, "/out/f_1.png … /out/f_240.png (240 files)")],
    )
    def test_of_many_results_a_person_sees_both_ends(self, count: int, line: str) -> None:
        few = queueing._few([f"/out/f_{number}.png" for number in range(1, count + 1)])
        assert queueing._text(few) == line


class TestLog:
    @pytest.fixture
    def logged(self, cli: Cli, tmp_path: Path) -> Path:
        """The log of job 1."""
        path = tmp_path / "1-1.log"
        path.write_bytes("frame 1\rframe 2\nümlaut \xff\nlast".encode("latin-1"))

        def attempt(store: Store) -> int:
            (job_id,) = add(store, new_job())
            (found,) = store.read(lambda db: queries.candidates(db, 1))
            claim = store.change(lambda txn: attempts.claim(txn, found, at(log=str(path))))
            store.change(lambda txn: endings.cancelled(txn, claim.attempt, 0.0))
            return job_id

        fill(cli.paths, attempt)
        return path

    def test_it_is_printed_as_it_stands(self, cli: Cli, logged: Path) -> None:
        assert cli.good("log", 1).out == "frame 1\nframe 2\n\ufffdmlaut \ufffd\nlast"

    def test_for_programs_each_line_is_an_object(self, cli: Cli, logged: Path) -> None:
        lines = ["frame 1", "frame 2", "\ufffdmlaut \ufffd", "last"]
        assert cli.json("log", 1) == [{"line": line} for line in lines]

    def test_following_a_job_that_has_ended_ends_at_once(self, cli: Cli, logged: Path) -> None:
        assert cli.good("log", 1, "--follow").out == cli.good("log", 1).out

    def test_a_job_that_has_not_started(self, cli: Cli, three: list[int]) -> None:
        ran = cli("log", three[0])
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[0] == "✗ Job 1 has no log yet."

    def test_a_log_that_is_gone(self, cli: Cli, logged: Path) -> None:
        logged.unlink()
        ran = cli("log", 1)
        assert ran.code == 2
        assert "is gone" in ran.err


class TestVerbs:
    @pytest.mark.parametrize(
        ("verb", "before", "after", "message"),
        [
            ("cancel", [], "cancelled", "cancelled"),
            ("pause", [], "paused", "paused"),
            ("resume", ["pause"], "queued", "resumed"),
            ("retry", ["cancel"], "queued", "queued again"),
        ],
    )
    def test_each_does_what_it_says(
        self, verb: str, before: list[str], after: str, message: str, cli: Cli, three: list[int]
    ) -> None:
        for earlier in before:
            cli.good(earlier, 1, 3)
        assert cli.good(verb, 1, 3).out == f"1 {message}\n3 {message}\n"
        assert [view["status"] for view in map(cli.view, three)] == [after, "queued", after]

    def test_a_job_can_be_run_again_from_the_start(self, cli: Cli, three: list[int]) -> None:
        cli.good("cancel", 1)
        assert cli.good("retry", 1, "--from-start").out == "1 queued again\n"
        assert cli.view(1)["status"] == "queued"
        assert "not ended" in cli("retry", 2, "--from-start").err

    def test_removed_jobs_come_back(self, cli: Cli, three: list[int]) -> None:
        assert cli.json("remove", 1, 2) == [
            {"id": 1, "done": True, "message": "removed"},
            {"id": 2, "done": True, "message": "removed"},
        ]
        assert [view["id"] for view in cli.json("list")] == [3]
        cli.good("restore-jobs", 1)
        assert [view["id"] for view in cli.json("list")] == [1, 3]

    @pytest.mark.parametrize(
        ("words", "complaint"),
        [
            (["resume", 1], "✗ Job 1 is queued, not paused"),
            (["retry", 1], "✗ Job 1 is queued, not ended"),
            (["cancel", 99], "✗ Job 99 does not exist"),
            (["restore-jobs", 1], "✗ Job 1 was not removed"),
            (["priority", 1, "normal"], "✗ Job 1 has priority normal already"),
            (["move", 99, "top"], "✗ Job 99 does not exist"),
        ],
    )
    def test_what_cannot_be_is_bad_input(
        self, words: list[object], complaint: str, cli: Cli, three: list[int]
    ) -> None:
        ran = cli(*words)
        assert (ran.code, ran.out, ran.err) == (2, "", complaint + "\n")
        ran = cli(*words, "--json")
        assert ran.code == 2
        assert ran.json[0]["done"] is False

    def test_one_that_cannot_keeps_no_other_back(self, cli: Cli, three: list[int]) -> None:
        ran = cli("cancel", 99, 1)
        assert (ran.code, ran.out) == (2, "1 cancelled\n")
        assert cli.view(1)["status"] == "cancelled"

    @pytest.mark.parametrize("verb", ["cancel", "pause", "resume", "retry", "keep", "remove"])
    @pytest.mark.parametrize("words", [[], ["x"], ["0"], ["-1"], ["1.5"], [""]])
    def test_they_need_numbers(self, verb: str, words: list[str], cli: Cli) -> None:
        ran = cli(verb, *words)
        assert (ran.code, ran.out) == (2, "")
        assert "Error: " in ran.err
        assert not cli.paths.home.exists()

    def test_what_failed_is_listed_by_cause_and_run_again_by_it(self, cli: Cli) -> None:
        assert cli.good("failures").out == "No job has failed.\n"
        fill(cli.paths, failed, failed, finished)
        (view,) = cli.json("failures")
        assert (view["count"], view["ids"], view["kind"]) == (2, [2, 1], "system_error")
        assert cli.good("failures").out.splitlines()[1].split() == [
            *(view["key"], "2", "The", "program", "crashed.")
        ]
        assert cli.good("retry", "--cause", view["key"]).out == "2 queued again\n1 queued again\n"
        assert cli.json("failures") == []
        ran = cli("retry", "--cause", view["key"])
        assert (ran.code, ran.out) == (2, "")
        assert "There is no cause" in ran.err

    def test_ids_or_a_cause_are_named_and_not_both(self, cli: Cli) -> None:
        for words in ([], [1, "--cause", "x"], ["--cause", "x", "--from-start"]):
            assert cli("retry", *words).code == 2

    def test_what_was_stopped_is_tried_now(self, cli: Cli) -> None:
        assert cli.good("try-now").out == "What was stopped is tried now.\n"
        assert cli.json("try-now") == [{"done": True}]

    def test_priority_and_place(self, cli: Cli, three: list[int]) -> None:
        assert cli.good("priority", 3, "HIGH").out == "3 priority is high\n"
        assert cli.good("move", 2, "top").out == "2 moved top\n"
        assert [view["id"] for view in cli.json("list")] == [3, 2, 1]


class TestQueue:
    def test_pause_and_resume(self, cli: Cli) -> None:
        assert cli.good("pause-queue").out == "The queue is paused.\n"
        assert cli.json("stats")[0]["queue_paused"] is True
        assert cli.json("pause-queue", "--now") == [{"changed": True, "paused": True}]
        assert cli.good("resume-queue").out == "The queue runs.\n"
        assert cli.json("resume-queue") == [{"changed": False, "paused": False}]

    @pytest.mark.parametrize(
        ("options", "left"),
        [
            (["--completed"], {"failed", "cancelled", "queued"}),
            (["--failed"], {"completed", "cancelled", "queued"}),
            (["--completed", "--failed"], {"cancelled", "queued"}),
            (["--all"], {"queued"}),
        ],
    )
    def test_clear_takes_only_what_ended(
        self, options: list[str], left: set[str], cli: Cli
    ) -> None:
        fill(cli.paths, finished, failed)
        ended, _ = cli.submit_jobs({"argv": [sys.executable]}, {"argv": [sys.executable]})
        cli.good("cancel", ended)
        assert cli.good("clear", *options).out == f"{4 - len(left)} removed.\n"
        assert {view["status"] for view in cli.json("list")} == left
        assert cli.json("clear", *options) == [{"removed": []}]

    def test_clear_wants_to_know_what(self, cli: Cli) -> None:
        ran = cli("clear")
        assert ran.code == 2
        assert "Say which jobs" in ran.err

    def test_stats(self, cli: Cli) -> None:
        fill(cli.paths, finished, finished, failed)
        cli.good("pause-queue")
        text = cli.good("stats").out
        assert [line.split() for line in text.splitlines()[:2]] == [
            *(["2", "completed"], ["1", "failed"])
        ]
        assert text.splitlines()[2].strip() == "3 in all — the queue is paused"
        assert cli.json("stats")[0]["by_status"] == {"completed": 2, "failed": 1}


class TestMachinery:
    def test_engines(self, cli: Cli) -> None:
        views = {view["name"]: view for view in cli.json("engines")}
        assert set(views) >= {"ffmpeg", "command"}
        assert views["ffmpeg"]["found"]
        assert Path(views["ffmpeg"]["program"]).is_absolute()
        assert views["ffmpeg"]["version"] in cli.good("engines").out

    def test_an_engine_that_was_not_found_says_what_helps(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("rendermanager.renderers.ffmpeg.locate.find", lambda *_: [])
        view = next(each for each in cli.json("engines") if each["name"] == "ffmpeg")
        assert (view["found"], view["program"]) == (False, "")
        assert "was not found" in view["problem"]
        ran = cli("doctor")
        assert ran.code == 3
        assert "✗ FFmpeg: FFmpeg was not found on this machine." in ran.out
        assert "RENDERMANAGER_FFMPEG" in ran.out

    def test_presets(self, cli: Cli) -> None:
        views = cli.json("presets")
        assert {view["engine"] for view in views} >= {"ffmpeg", "command"}
        assert next(view for view in views if view["name"] == "h264")["settings"]
        assert [view["name"] for view in cli.json("presets", "--engine", "command")] == ["command"]
        assert "prores-hq" in cli.good("presets").out

    def test_doctor(self, cli: Cli) -> None:
        (report,) = cli.json("doctor")
        assert report["version"] == __version__
        names = [check["name"] for check in report["checks"]]
        assert names[:2] == ["FFmpeg", "Command"]
        assert names[-3:] == ["Queue", "SQLite", "Disk"]
        assert all(check["ok"] and check["text"] for check in report["checks"])
        assert len(cli.good("doctor").out.splitlines()) == 1 + len(names)

    def test_doctor_minds_no_engine_that_is_not_there_but_one_that_does_not_work(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("rendermanager.renderers.blender.locate.find", lambda *_: [])
        assert "✓ Blender: not installed" in cli.good("doctor").out
        found = [(Path("/bin/false"), "environment")]
        monkeypatch.setattr("rendermanager.renderers.blender.locate.find", lambda *_: found)
        ran = cli("doctor")
        assert ran.code == 3
        assert "✗ Blender: “/bin/false”, named for Blender" in ran.out

    def test_doctor_tells_of_a_queue_that_is_none(self, cli: Cli) -> None:
        cli.paths.make()
        sqlite3.connect(cli.paths.database).execute("CREATE TABLE bookmarks (url)").close()
        ran = cli("doctor", "--json")
        assert ran.code == 3
        (broken,) = [check for check in ran.json[0]["checks"] if not check["ok"]]
        assert broken["name"] == "Queue"
        assert "not a Render Manager queue" in broken["text"]

    def test_doctor_minds_an_after_effects_that_lacks_its_other_half(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("RENDERMANAGER_NEXRENDER", raising=False)
        monkeypatch.setenv("RENDERMANAGER_NODE", "/nowhere")
        monkeypatch.setattr("rendermanager.renderers.nexrender.locate.find", lambda *_: [])
        assert "✓ After Effects: not installed" in cli.good("doctor").out
        found = [(Path("/bin/false"), "system")]
        monkeypatch.setattr("rendermanager.renderers.nexrender.locate.find", lambda *_: found)
        monkeypatch.setenv("PATH", "")
        ran = cli("doctor")
        assert ran.code == 3
        assert "nexrender, which drives After Effects, is not installed" in ran.out
        assert "rendermanager engines --install nexrender" in ran.out

    def test_the_schema(self, cli: Cli) -> None:
        for words in ([], ["job"], ["--json"]):
            (described,) = cli.good("schema", *words).json
            assert described["title"] == "Render Manager job"
        assert cli("schema", "jobs").code == 2

    def test_the_examples_of_the_schema_are_good_jobs(self, cli: Cli, tmp_path: Path) -> None:
        """As somebody would use them who has only read the schema."""
        (described,) = cli.good("schema").json
        example = next(each for each in described["examples"] if "argv" in each)
        mine = {**example, "argv": [sys.executable], "cwd": str(tmp_path)}
        (job_id,) = cli.submit_jobs(mine)
        assert cli.view(job_id)["name"] == example["name"]


class TestBackup:
    def test_there_and_back(self, cli: Cli, three: list[int], tmp_path: Path) -> None:
        saved = tmp_path / "saved queue.db"
        assert str(saved) in cli.good("backup", saved).out
        cli.good("remove", *three)
        cli.submit_jobs({"argv": [sys.executable], "name": "later"})
        text = cli.good("restore", saved).out
        assert [view["name"] for view in cli.json("list")] == ["a", "b", "c"]
        kept = Path(text.partition("“")[2].partition("”")[0])
        assert kept.exists()
        cli.good("restore", kept)
        assert [view["name"] for view in cli.json("list")] == ["later"]

    def test_for_programs(self, cli: Cli, three: list[int], tmp_path: Path) -> None:
        (answer,) = cli.json("backup", tmp_path / "a.db")
        assert answer == {
            "file": str(tmp_path / "a.db"),
            "bytes": (tmp_path / "a.db").stat().st_size,
        }
        (answer,) = cli.json("restore", tmp_path / "a.db")
        assert Path(answer["kept"]).exists()

    def test_into_a_new_home(self, cli: Cli, three: list[int], tmp_path: Path) -> None:
        cli.good("backup", tmp_path / "a.db")
        assert cli.json("--data-dir", tmp_path / "new", "restore", tmp_path / "a.db") == [
            {"restored": str(tmp_path / "a.db"), "kept": None}
        ]
        assert len(cli.json("--data-dir", tmp_path / "new", "list")) == 3

    @pytest.mark.parametrize(
        ("name", "part"),
        [
            ("there.db", "exists already"),
            ("gone/a.db", "cannot be written: No such file or directory"),
            ("there.db/a.db", "cannot be written: Not a directory"),
            ("x" * 300, "cannot be written: File name too long"),
        ],
    )
    def test_where_it_cannot_be_written(
        self, name: str, part: str, cli: Cli, tmp_path: Path
    ) -> None:
        (tmp_path / "there.db").write_text("precious")
        ran = cli("backup", tmp_path / name)
        assert (ran.code, ran.out) == (2, "")
        assert part in ran.err
        assert (tmp_path / "there.db").read_text() == "precious"

    @pytest.mark.parametrize("name", ["gone.db", ".", "text.db"])
    def test_what_is_no_queue_is_not_restored(
        self, name: str, cli: Cli, three: list[int], tmp_path: Path
    ) -> None:
        (tmp_path / "text.db").write_text("hello" * 1000)
        ran = cli("restore", tmp_path / name)
        assert ran.code == 2
        assert "✗ “" in ran.err
        assert len(cli.json("list")) == 3

    def test_when_the_disk_is_full_the_queue_stays(
        self, cli: Cli, three: list[int], tmp_path: Path
    ) -> None:
        cli.good("backup", tmp_path / "a.db")
        cli.good("remove", 1)
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        try:
            ran = cli("restore", tmp_path / "a.db")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert (ran.code, ran.out) == (2, "")
        assert "cannot be put in place: File too large" in ran.err
        assert len(cli.json("list")) == 2

    def test_a_queue_that_somebody_owns_is_not_replaced(
        self, cli: Cli, three: list[int], tmp_path: Path
    ) -> None:
        cli.good("backup", tmp_path / "a.db")
        held = Ownership(cli.paths)
        ran = cli("restore", tmp_path / "a.db")
        held.give_up()
        assert ran.code == 3
        assert "Render Manager is running on this queue" in ran.err


class TestUnusableHome:
    @pytest.mark.parametrize("words", [["list"], ["pause-queue"], ["backup", "x"], ["stats"]])
    def test_a_file_in_its_place(self, words: list[str], cli: Cli, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        for home in (tmp_path / "file", tmp_path / "file" / "below"):
            ran = cli("--data-dir", home, *words)
            assert (ran.code, ran.out) == (3, "")
            assert "cannot be made" in ran.err
            assert "--data-dir" in ran.err

    @pytest.mark.allow_warnings("the queue is damaged")
    def test_a_queue_that_is_damaged_is_put_aside(self, cli: Cli) -> None:
        cli.paths.make()
        damaged = b"no database" * 1000
        cli.paths.database.write_bytes(damaged)
        ran = cli("list")
        assert (ran.code, ran.out) == (0, "The queue is empty.\n")
        assert "! The queue was damaged, and there was no backup. It begins anew" in ran.err
        (kept,) = cli.paths.home.glob("queue.damaged-*.db")
        assert kept.name in ran.err
        assert kept.read_bytes() == damaged
        assert cli("list").err == ""

    def test_an_owner_who_does_not_answer(self, cli: Cli) -> None:
        from rendermanager.machine.processes import identity

        cli.paths.make()
        note = {"address": "/no/such/socket", "identity": identity(os.getpid())}
        cli.paths.owner.write_text(json.dumps(note))
        for words in (["list"], ["submit", "sample:"], ["render", "sample:"], ["pause-queue"]):
            ran = cli(*words)
            assert (ran.code, ran.out) == (3, "")
            assert "does not answer" in ran.err
        (answer,) = cli("list", "--json").json
        assert (answer["error"]["kind"], answer["error"]["exit_code"]) == ("QueueBusy", 3)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="has no such menu")
class TestDesktop:
    def test_it_is_put_into_the_menu_and_taken_away(
        self, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
        monkeypatch.setenv("PATH", str(tmp_path))
        assert "is not in the menu" in cli.good("desktop").out
        (answer,) = cli.json("--data-dir", tmp_path / "a b", "desktop", "--install")
        assert answer["installed"]
        text = Path(answer["file"]).read_text()
        assert f'--data-dir "{tmp_path}/a b" gui %F' in text
        assert answer["file"] in cli.good("desktop").out
        assert cli("desktop", "--install", "--remove").code == 2
        assert "out of the menu" in cli.good("desktop", "--remove").out
        assert cli.json("desktop") == [{"installed": False, "file": answer["file"]}]
        assert "was not in the menu" in cli.good("desktop", "--remove").out
