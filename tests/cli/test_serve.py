"""Commands while another process owns the queue and runs it."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.config.paths import Paths
from rendermanager.services.link import RemoteLink, open_link
from tests.cli.driving import Cli, Ran, leftovers, processes, run, serving, started, wait

SLOWLY = ["-p", "h264", "--set", "speed=faster", "--set", "scale=8"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paths]:
    """A queue with an owner, two renders at once."""
    paths = Paths(tmp_path_factory.mktemp("served") / "home")
    with serving(paths, "-j", 2):
        yield paths
    assert processes(paths) == []
    assert not paths.owner.exists()
    assert leftovers(paths.home) == []


@pytest.fixture
def cli(served: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command line of the served queue."""
    monkeypatch.setenv("RENDERMANAGER_HOME", str(served.home))
    with open_link(served) as link:
        assert isinstance(link, RemoteLink)
    return Cli(served.home, capsys)


class TestThroughTheOwner:
    def test_what_is_submitted_is_run(self, cli: Cli, clip: Path) -> None:
        (answer,) = cli.json("submit", clip, "-p", "still-jpeg")
        (job_id,) = answer["ids"]
        view = cli.wait_for(job_id, "completed", "failed")
        assert view["error"] is None
        assert Path(view["outputs"][0]).stat().st_size > 0
        row = next(
            line for line in cli.good("list").out.splitlines() if line.startswith(f"{job_id} ")
        )
        assert row.split()[1:] == ["completed", "100", "%", "clip.mp4", "done"]

    def test_names_are_those_of_the_one_who_asks(
        self, cli: Cli, clip: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(clip.parent)
        (answer,) = cli.json("submit", "clip.mp4", "-p", "still-jpeg", "-o", "out/")
        view = cli.view(answer["ids"][0])
        assert view["source"] == str(clip)
        assert view["outputs"] == [str(clip.parent / "out" / "clip_still-jpeg.jpg")]
        jobs = cli.jobs_file({"source": "clip.mp4", "output": "two/", "preset": "still-jpeg"})
        (answer,) = cli.json("submit", "--jobs", jobs)
        view = cli.view(answer["ids"][0])
        assert view["outputs"] == [str(clip.parent / "two" / "clip_still-jpeg.jpg")]

    def test_bad_input_is_told_as_without_an_owner(self, cli: Cli, tmp_path: Path) -> None:
        for words in (
            ["submit", tmp_path / "gone.mov"],
            ["render", tmp_path / "gone.mov"],
            ["render", "sample:", "-p", "h265x"],
            ["show", 99_999],
            ["list", "--status", "fialed"],
        ):
            there = cli(*words)
            here = cli("--data-dir", tmp_path / "nobody", *words) if words[0] != "render" else there
            assert there.code == here.code == 2
            assert there.err == here.err
            assert there.err.startswith("✗ ")
            assert there.out == ""

    def test_a_name_that_is_no_text(self, cli: Cli) -> None:
        ran = cli("submit", "bad\udcff.mov")
        assert (ran.code, ran.out) == (2, "")
        assert "is not valid text (UTF-8)" in ran.err

    def test_the_queue_as_a_whole(self, cli: Cli) -> None:
        cli.good("pause-queue")
        job_id = cli.submit_program("sleeps.py", 0)
        wait(lambda: cli.view(job_id)["reason"] == "The queue is paused")
        cli.good("priority", job_id, "low")
        assert cli.view(job_id)["priority"] == "low"
        cli.good("resume-queue")
        cli.wait_for(job_id, "completed")
        assert cli.good("retry", job_id).out == f"{job_id} queued again\n"
        assert cli.wait_for(job_id, "completed")["attempts"] == 2
        cli.good("remove", job_id)
        assert job_id not in [view["id"] for view in cli.json("list")]
        assert cli.json("stats")[0]["jobs"] == len(cli.json("list"))

    def test_a_running_job_is_cancelled_with_all_its_processes(self, cli: Cli) -> None:
        job_id = cli.submit_program("ignores_sigterm.py")
        cli.wait_for(job_id, "rendering")
        wait(lambda: "ready" in cli("log", job_id).out)
        assert cli.good("cancel", job_id).out == f"{job_id} cancelling\n"
        cli.wait_for(job_id, "cancelled")
        wait(lambda: processes(cli.paths) == [])

    def test_a_backup_can_be_made_at_any_time(self, cli: Cli, tmp_path: Path) -> None:
        jobs = len(cli.json("list"))
        cli.good("backup", tmp_path / "saved.db")
        cli.good("--data-dir", tmp_path / "other", "restore", tmp_path / "saved.db")
        assert len(cli.json("--data-dir", tmp_path / "other", "list")) == jobs

    def test_a_queue_at_work_is_not_restored_over(self, cli: Cli, tmp_path: Path) -> None:
        cli.good("backup", tmp_path / "saved.db")
        ran = cli("restore", tmp_path / "saved.db")
        assert ran.code == 3
        assert "Render Manager is running on this queue" in ran.err

    def test_it_has_no_window_to_hand_files_to(self, cli: Cli, clip: Path) -> None:
        for words in ([clip], ["gui", clip], ["gui"], []):
            ran = cli(*words)
            assert (ran.code, ran.out) == (3, "")
            assert "without a window" in ran.err

    def test_it_has_one_owner(self, served: Paths) -> None:
        ran = run("--data-dir", served.home, "serve")
        assert (ran.code, ran.out) == (3, "")
        assert "Another Render Manager owns this queue" in ran.err
        assert "Traceback" not in ran.err
        assert served.owner.exists()


class TestLog:
    def test_it_can_be_followed_to_the_end(self, cli: Cli) -> None:
        job_id = cli.submit_program("prints_progress.py", 20, 0.02)
        text = cli.good("log", job_id, "--follow").out
        frames = [line for line in text.splitlines() if line.startswith("frame=")]
        assert frames == [f"frame={number}" for number in range(1, 21)]
        assert cli.view(job_id)["status"] == "completed"

    def test_for_programs(self, cli: Cli) -> None:
        job_id = cli.submit_program("prints_progress.py", 5, 0.02)
        lines = [each["line"] for each in cli.json("log", job_id, "-f")]
        assert lines[-5:] == [f"frame={number}" for number in range(1, 6)]

    def test_following_can_be_broken_off(self, cli: Cli, served: Paths) -> None:
        job_id = cli.submit_program("sleeps.py")
        with started("--data-dir", served.home, "log", job_id, "-f") as child:
            assert child.stdout is not None
            wait(lambda: child.stdout is not None and "ready" in child.stdout.readline())
            child.send_signal(signal.SIGINT)
            _, err = child.communicate(timeout=30)
        assert child.returncode == 130
        assert "Traceback" not in err
        assert cli.view(job_id)["status"] == "rendering"
        cli.good("cancel", job_id)
        cli.wait_for(job_id, "cancelled")


class TestRender:
    def test_it_waits_for_the_owner_to_render(self, cli: Cli, clip: Path) -> None:
        ran = cli.good("render", clip, "-p", "still-jpeg")
        assert ran.out.endswith(f"clip.mp4 → {clip.with_name('clip_still-jpeg.jpg')}\n")

    def test_it_tells_the_same_events(self, cli: Cli, clip: Path) -> None:
        told = cli.json("render", clip, "-p", "h264", "--set", "speed=ultrafast")
        assert told[0]["event"] == "added"
        assert told[-1]["event"] == "ended"
        assert told[-1]["status"] == "completed"

    def test_a_job_that_fails_is_1(self, cli: Cli) -> None:
        job = {"argv": [sys.executable, "-c", "exit(3)"], "max_attempts": 1, "name": "broken"}
        ran = cli("render", "--jobs", cli.jobs_file(job))
        assert (ran.code, ran.out) == (1, "")
        assert "broken: The program ended with exit code 3." in ran.err

    def test_what_is_refused_is_2(self, cli: Cli, clip: Path) -> None:
        clip.with_name("text.mp4").write_text("not a film\n" * 100)
        ran = cli("render", clip.with_name("text.mp4"))
        assert ran.code == 2
        assert "is not a media file" in ran.err
        ran = cli("render", clip, clip.with_name("gone.mov"), "-p", "still-jpeg")
        assert ran.code == 2
        assert "✓" in ran.out

    def test_what_is_there_already_is_skipped(self, cli: Cli, clip: Path) -> None:
        clip.with_name("clip_still-jpeg.jpg").write_bytes(b"x")
        ran = cli.good("render", clip, "-p", "still-jpeg", "--if-exists", "skip")
        assert ran.out == ""
        assert "is skipped" in ran.err

    def test_ctrl_c_cancels_its_jobs_and_no_others(
        self, cli: Cli, served: Paths, long_film: Path, tmp_path: Path
    ) -> None:
        other = cli.submit_program("sleeps.py")
        words = ["render", long_film, *SLOWLY, "-o", f"{tmp_path}/out/", "--json"]
        with started("--data-dir", served.home, *words) as child:
            wait(lambda: "long.mkv" in str(cli.json("list", "--status", "rendering")))
            child.send_signal(signal.SIGINT)
            _, err = child.communicate(timeout=30)
        assert (child.returncode, err) == (130, "")
        job_id = next(view["id"] for view in cli.json("list") if view["name"] == "long.mkv")
        cli.wait_for(job_id, "cancelled")
        assert cli.view(other)["status"] == "rendering"
        wait(lambda: not (tmp_path / "out").exists())
        cli.good("cancel", other)
        cli.wait_for(other, "cancelled")
        wait(lambda: processes(served) == [])


class TestServe:
    def test_it_ends_when_nothing_is_left_to_do(
        self, home: Path, clip: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cli = Cli(home, capsys)
        cli.good("submit", clip, "-p", "still-jpeg")
        cli.submit_jobs(*[{"argv": [sys.executable, "-S", "-c", "pass"]}] * 20)
        ran = run("serve", "--exit-when-idle", "-j", 2)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert cli.json("stats")[0]["by_status"] == {"completed": 21}

    def test_an_empty_queue_is_idle_at_once(self, home: Path) -> None:
        assert run("serve", "--exit-when-idle") == Ran(0, "", "")

    def test_it_tells_whether_a_job_has_failed(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cli = Cli(home, capsys)
        fails = {"argv": [sys.executable, "-S", "-c", "raise SystemExit(3)"], "max_attempts": 1}
        works = {"argv": [sys.executable, "-S", "-c", "pass"]}
        (failed, _) = cli.submit_jobs(fails, works)
        assert run("serve", "--exit-when-idle").code == 1
        # What had failed before is none of the next one's business.
        cli.submit_jobs(works)
        assert run("serve", "--exit-when-idle").code == 0
        cli.good("retry", failed)
        assert run("serve", "--exit-when-idle").code == 1

    def test_what_it_leaves_undone_goes_on_at_the_next_start(
        self, home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """The job waits for a file, which is only there when it runs the second time."""
        cli, go = Cli(home, capsys), tmp_path / "go"
        script = (
            f"import pathlib, time\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.02)"
        )
        with serving(cli.paths) as child:
            (job_id,) = cli.submit_jobs({"argv": [sys.executable, "-c", script]})
            cli.wait_for(job_id, "rendering")
            child.send_signal(signal.SIGINT)
            assert child.wait(30) == 0
        assert processes(cli.paths) == []
        view = cli.view(job_id)
        assert (view["status"], view["reason"]) == ("queued", "the app was closed")
        go.touch()
        assert run("serve", "--exit-when-idle").code == 0
        view = cli.view(job_id)
        assert view["status"] == "completed"
        assert [each["outcome"] for each in view["history"]] == ["interrupted", "completed"]
