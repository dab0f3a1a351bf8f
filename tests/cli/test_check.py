"""`check` tells everything that speaks against jobs, and adds none."""

import os
from pathlib import Path

import pytest

from rendermanager.machine.volumes import Volume
from tests.cli.driving import Cli, serving
from tests.helpers.writing import Writer

needs_unix = pytest.mark.skipif(os.name == "nt", reason="needs files of Unix")


def test_a_good_source_is_told_with_its_result(cli: Cli, clip: Path) -> None:
    ran = cli.good("check", clip)
    assert ran.out.startswith(f"✓ clip.mp4 → {clip.parent}/clip_h264.mp4, about ")
    assert ran.err == ""
    assert cli.json("list") == []


def test_everything_is_told_at_once_and_nothing_added(cli: Cli, clip: Path) -> None:
    bad = clip.parent / "bad.mov"
    bad.write_bytes(b"no film")
    ran = cli("check", clip, bad, "lost.mov", "-o", f"{clip.parent}/con/")
    assert ran.code == 2
    assert "lost.mov” does not exist" in ran.err
    assert "“bad.mov” is not a media file" in ran.err
    assert ran.out.count("✓") == 1
    assert cli.json("list") == []


def test_for_programs_it_is_one_object(cli: Cli, clip: Path) -> None:
    (answer,) = cli.json("check", clip)
    assert answer["ok"]
    assert answer["problems"] == []
    (job,) = answer["jobs"]
    assert job["output"] == str(clip.parent / "clip_h264.mp4")
    assert job["about_bytes"] > 0
    ran = cli("check", clip, "lost.mov", "--json")
    assert (ran.code, ran.json[0]["ok"]) == (2, False)


def test_what_suits_no_source_is_found_inside_it(cli: Cli, clip: Path) -> None:
    ran = cli("check", clip, "--set", "start=100")
    assert ran.code == 2
    assert "The start lies behind the end" in ran.err
    assert "✓" not in ran.out


def test_a_program_that_is_broken_is_told_once_and_blocks(
    cli: Cli, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "ffmpeg"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("RENDERMANAGER_FFMPEG", str(broken))
    ran = cli("check", clip)
    assert ran.code == 2
    assert ran.err.count("does not work") == 1
    assert "ended with code 3" in ran.err


def test_too_little_room_is_a_note_with_numbers(
    cli: Cli, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volume = Volume("/mnt/x", 3_000_000, 10**9)
    monkeypatch.setattr("rendermanager.engine.room.volume_of", lambda _: volume)
    ran = cli.good("check", clip)
    assert "needs about " in ran.err
    assert "3.0 MB free on /mnt/x: the job waits until there is room." in ran.err


@needs_unix
def test_a_copy_under_way_is_a_note(cli: Cli, clip: Path) -> None:
    writer = Writer(clip)
    try:
        writer.write(b"\0")
        ran = cli.good("check", clip)
    finally:
        writer.end()
    assert "! “clip.mp4” is still being copied" in ran.err


def test_jobs_of_a_file_are_checked_too(cli: Cli, clip: Path) -> None:
    file = cli.jobs_file({"source": str(clip)}, {"argv": ["/no/such/program"]})
    ran = cli("check", "--jobs", file)
    assert ran.code == 2
    assert "“/no/such/program” does not exist" in ran.err
    assert "✓ clip.mp4" in ran.out


@needs_unix
def test_names_that_the_queue_has_taken_are_known_with_and_without_an_owner(
    cli: Cli, clip: Path
) -> None:
    cli.good("submit", clip)
    expected = f"{clip.parent}/clip_h264_v002.mp4"
    assert expected in cli.good("check", clip).out
    with serving(cli.paths):
        assert expected in cli.good("check", clip).out
