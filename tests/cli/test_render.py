"""`render` in a process of its own: what comes out, what is told, and how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from rendermanager.config.paths import Paths
from tests.cli.driving import (
    PROGRAMS,
    Cli,
    Ran,
    command,
    environment,
    leftovers,
    processes,
    run,
    started,
)
from tests.media.samples import Samples

FAST = ["--set", "speed=ultrafast"]


@pytest.fixture(autouse=True)
def _nothing_left_behind(home: Path) -> Iterator[None]:
    """However a render ends: no process, no owner."""
    yield
    if Paths(home).database.exists():
        assert processes(Paths(home)) == []
        assert not Paths(home).owner.exists()


def frames(path: str | Path) -> int:
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def events(ran: Ran, kind: str) -> list[dict[str, object]]:
    return [each for each in ran.json if each["event"] == kind]


class TestGood:
    def test_a_file_for_people(self, clip: Path, cli: Cli) -> None:
        ran = run("render", clip, *FAST)
        result = clip.with_name("clip_h264.mp4")
        assert (ran.code, ran.out, ran.err) == (0, f"✓ 1 clip.mp4 → {result}\n", "")
        assert frames(result) == 50
        assert leftovers(clip.parent) == []
        view = cli.view(1)
        assert (view["status"], view["progress"], view["attempts"]) == ("completed", 1.0, 1)
        assert view["settings"]["speed"] == "ultrafast"

    def test_several_for_programs(self, clip: Path, samples: Samples, tmp_path: Path) -> None:
        """A folder, a file beside it and a jobs file; two at once."""
        clip.with_name("tone.wav").write_bytes(samples.content("tone.wav"))
        left = tmp_path / "left.txt"
        script = f"open({str(left)!r}, 'w').write('x')"
        job = {"argv": [sys.executable, "-c", script], "expects": [str(left)], "name": "script"}
        jobs = tmp_path / "jobs.jsonl"
        jobs.write_text(json.dumps(job))
        words = ["--jobs", jobs, "-p", "aac", "-o", f"{tmp_path}/out/", "-j", 2, "--json"]
        ran = run("render", clip.parent, *words, "--priority", "high", "--tag", "night")
        assert ran.code == 0, ran
        names = {"script", "clip.mp4", "tone.wav"}
        assert {each["name"] for each in events(ran, "added")} == names
        ended = events(ran, "ended")
        assert {each["name"] for each in ended} == names
        assert {each["status"] for each in ended} == {"completed"}
        results = {str(path) for each in ended for path in each["outputs"]}  # type: ignore[attr-defined]
        assert results == {
            *(f"{tmp_path}/out/clip_aac.m4a", f"{tmp_path}/out/tone_aac.m4a", str(left))
        }
        assert all(Path(path).stat().st_size for path in results)
        media = [each for each in ended if each["name"] != "script"]
        assert all((each["priority"], each["tags"]) == ("high", ["night"]) for each in media)
        assert {each["id"] for each in events(ran, "status")} <= {1, 2, 3}
        assert leftovers(tmp_path / "out") == []

    def test_the_sample(self, tmp_path: Path) -> None:
        ran = run("render", "sample:", "-p", "still-jpeg", cwd=tmp_path, HOME=str(tmp_path))
        assert ran.code == 0, ran
        assert ran.out.startswith("✓ 1 sample.mov → ")
        result = Path(ran.out.partition("→ ")[2].strip())
        assert tmp_path in result.parents
        assert result.suffix == ".jpg"
        assert result.stat().st_size > 0

    def test_a_single_frame_stands_for_its_sequence(self, samples: Samples, tmp_path: Path) -> None:
        for number in (1, 2, 3):
            (tmp_path / f"f_{number:04d}.png").write_bytes(samples.content("still.png"))
        ran = run("render", tmp_path / "f_0002.png", *FAST, "-o", tmp_path / "film.mp4")
        assert ran.code == 0, ran
        assert frames(tmp_path / "film.mp4") == 3

    def test_what_is_there_is_versioned_replaced_or_skipped(self, clip: Path) -> None:
        result = clip.with_name("clip_still-jpeg.jpg")
        result.write_bytes(b"precious")
        still = ["render", clip, "-p", "still-jpeg"]
        assert clip.with_name("clip_still-jpeg_v002.jpg").name in run(*still).out
        skipped = run(*still, "--if-exists", "skip")
        assert (skipped.code, skipped.out) == (0, "")
        assert "exists already: “clip.mp4” is skipped." in skipped.err
        assert result.read_bytes() == b"precious"
        assert run(*still, "--if-exists", "replace").code == 0
        assert result.read_bytes() != b"precious"

    def test_earlier_jobs_of_the_queue_are_left_alone(self, clip: Path, cli: Cli) -> None:
        earlier = cli.submit_program("sleeps.py", 0)
        cli.good("pause-queue")
        ran = run("render", clip, "-p", "still-jpeg")
        assert ran.code == 0, ran
        assert cli.view(earlier)["status"] == "queued"
        assert cli.json("stats")[0]["queue_paused"] is True

    def test_the_data_folder_comes_before_the_command(self, clip: Path, tmp_path: Path) -> None:
        home = tmp_path / "elsewhere"
        ran = run("--data-dir", home, "render", clip, "-p", "still-jpeg")
        assert ran.code == 0, ran
        modes = {path.stat().st_mode & 0o077 for path in (home, home / "run", home / "queue.db")}
        assert modes == {0}


class TestBad:
    def test_a_job_that_fails_says_why(self, cli: Cli) -> None:
        job = {"argv": [sys.executable, str(PROGRAMS / "exits_with.py"), "3"], "name": "broken"}
        ran = run("render", "--jobs", cli.jobs_file({**job, "max_attempts": 1}))
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines()[0] == "✗ 1 broken: The program ended with exit code 3."
        assert "Traceback" not in ran.err

    def test_a_result_that_is_not_there_is_a_failure(self, cli: Cli, tmp_path: Path) -> None:
        job = {
            "argv": [sys.executable, "-c", "pass"],
            "expects": [str(tmp_path / "never.mp4")],
            "max_attempts": 1,
        }
        ran = run("render", "--json", "--jobs", cli.jobs_file(job))
        assert ran.code == 1
        (ended,) = events(ran, "ended")
        assert ended["status"] == "failed"
        assert "never.mp4" in str(ended["error"])

    def test_good_jobs_are_done_beside_bad_ones(self, clip: Path, cli: Cli) -> None:
        clip.with_name("text.mp4").write_text("not a film\n" * 100)
        gone = clip.with_name("gone.mov")
        ran = run("render", gone, clip.with_name("text.mp4"), clip, "-p", "still-jpeg")
        assert ran.code == 2
        assert ran.out.startswith("✓ 2 clip.mp4 → ")
        assert "gone.mov” does not exist" in ran.err
        assert "“text.mp4” is not a media file" in ran.err
        assert cli.view(1)["error"]["kind"] == "invalid_input"

    def test_a_job_that_broke_outweighs_one_that_was_refused(self, clip: Path, cli: Cli) -> None:
        clip.with_name("text.mp4").write_text("not a film\n" * 100)
        broken = {"argv": [sys.executable, "-c", "exit(1)"], "max_attempts": 1}
        ran = run("render", clip.with_name("text.mp4"), "--jobs", cli.jobs_file(broken))
        assert ran.code == 1

    def test_an_unusable_home_is_3(self, clip: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        ran = run("--data-dir", tmp_path / "file", "render", clip)
        assert (ran.code, ran.out) == (3, "")
        assert "cannot be made" in ran.err
        assert "Traceback" not in ran.err


class TestTerminals:
    def test_one_that_shows_no_umlauts(self, clip: Path) -> None:
        name = clip.with_name("fïlm ü.mp4")
        clip.rename(name)
        words = ["render", name, "-p", "still-jpeg"]
        plain = run(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert plain.code == 0, plain
        assert "f?lm ?_still-jpeg.jpg" in plain.out
        told = run(*words, "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert told.code == 0, told
        assert events(told, "ended")[0]["name"] == "fïlm ü.mp4"

    def test_a_reader_that_goes_away_does_not_stop_the_render(self, clip: Path, cli: Cli) -> None:
        with started("render", clip, *FAST, "--json") as child:
            assert child.stdout is not None
            assert json.loads(child.stdout.readline())["event"] == "added"
            child.stdout.close()
            assert child.wait(60) == 0
            assert child.stderr is not None
            assert child.stderr.read() == ""
        assert cli.view(1)["status"] == "completed"

    def test_a_list_can_be_cut_off(self, cli: Cli) -> None:
        cli.submit_jobs(*({"argv": [sys.executable], "name": "x" * 500} for _ in range(400)))
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            command("list", "--json"),
            stdout=write,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
        os.close(write)
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
    def test_on_a_terminal_there_are_bars(self, clip: Path) -> None:
        import pty

        ours, theirs = pty.openpty()
        words = command("render", clip, "--set", "speed=slow", "--set", "scale=4")
        with subprocess.Popen(words, stdout=-1, stderr=theirs, env=environment()) as child:
            os.close(theirs)
            seen = b""
            while True:
                try:
                    piece = os.read(ours, 4096)
                except OSError:  # the other end was closed
                    break
                seen += piece
        os.close(ours)
        assert child.returncode == 0
        text = seen.decode()
        assert "clip.mp4" in text
        assert " %" in text
        assert "of 50" in text
