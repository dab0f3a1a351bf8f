"""`look` tells what is inside files, whichever engine reads them."""

from pathlib import Path

from tests.cli.driving import Cli
from tests.helpers import aep_writer as ae


def project(folder: Path) -> Path:
    main = ae.composition(1, "Main “01”", size=(640, 480), rate=(2997, 100), uses=[2, 3])
    nested = ae.composition(2, "Nested", seconds=(1, 25), start=(2, 1))
    path = folder / "shot.aep"
    path.write_bytes(ae.riff_of(ae.project(nested, main, ae.footage(3, "C:\\gone\\a.mov"))))
    return path


def test_a_project_is_told_with_its_compositions_and_what_is_missing(
    cli: Cli, tmp_path: Path
) -> None:
    ran = cli.good("look", project(tmp_path))
    first, *parts = ran.out.splitlines()
    assert first == "shot.aep: project, 2 parts"
    assert parts == [
        "  Main “01”  640 × 480    29.97 fps  120 frames (0-119)",
        "  Nested     1920 × 1080  25 fps     1 frame (50-50)",
    ]
    assert ran.err == "! missing: C:\\gone\\a.mov\n"


def test_for_programs_each_file_is_one_object(cli: Cli, tmp_path: Path, clip: Path) -> None:
    shot, film = cli.json("look", project(tmp_path), clip)
    assert [part["name"] for part in shot["parts"]] == ["Main “01”", "Nested"]
    assert shot["missing_files"] == ["C:\\gone\\a.mov"]
    assert shot["facts"]["version"] == "25.0x53"
    assert (film["file"], film["kind"], film["parts"]) == (str(clip), "video", [])


def test_a_film_is_told_in_one_line(cli: Cli, clip: Path) -> None:
    ran = cli.good("look", clip)
    assert ran.out.startswith("clip.mp4: video, ")
    assert " fps, " in ran.out
    assert cli.json("list") == []


def test_what_cannot_be_understood_is_a_note_and_what_is_not_there_an_error(
    cli: Cli, tmp_path: Path, clip: Path
) -> None:
    bad = tmp_path / "bad.aep"
    bad.write_bytes(b"nothing")
    assert "does not begin as a project" in cli.good("look", bad).err
    ran = cli("look", tmp_path / "gone.aep", clip)
    assert (ran.code, "“gone.aep” does not exist" in ran.err) == (2, True)
    assert ran.out.startswith("clip.mp4")
    ran = cli("look", tmp_path / "gone.aep", "--json")
    assert (ran.code, ran.json[0]["problems"][0]["severity"]) == (2, "error")


def test_a_file_of_nexrender_is_told_with_its_jobs(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "jobs.json"
    path.write_text('[{"template": {"src": "a.aep", "composition": "main"}}, {"template": {}}]')
    first, good, wrong = cli.good("look", path).out.splitlines()
    assert first == "jobs.json: project, 2 parts"
    assert good.strip() == "#1 main"
    assert "“src” is missing" in wrong


def test_a_file_of_a_program_that_a_preset_file_describes_is_known(
    cli: Cli, tmp_path: Path
) -> None:
    presets = cli.paths.presets
    presets.mkdir(parents=True)
    (presets / "trace.toml").write_text(
        'label = "Trace"\nargv = ["potrace", "{source}"]\n'
        'output = "{stem}.svg"\nsources = [".pbm2"]\n'
    )
    path = tmp_path / "a.pbm2"
    path.write_bytes(b"P1")
    assert cli.good("look", path).out == "a.pbm2: project\n"
