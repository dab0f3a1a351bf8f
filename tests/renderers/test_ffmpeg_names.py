"""File names that ffmpeg would take for options, protocols, patterns or expressions."""

import os
import shutil
from pathlib import Path

import pytest

from rendermanager.core.job import JobSpec
from tests.renderers.conftest import Sources
from tests.renderers.rendering import ENGINE, Bench, look, settings_of

NAMES = {
    "spaces": " my  film ",
    "quotes": '"it\'s" `here`',
    "newline": "two\nlines",
    "leading dash": "-vf",
    "percent": "p100%d",
    "number": "take%04d",
    "colon": "take:1",
    "protocol": "concat:a|b",
    "brackets": "[v]{a}*?",
    "shell": "$(reboot);&|<>",
    "backslash": "a\\b",
    "emoji": "🎬 Übung",
    "long": "n" * 246,
    "undecodable": os.fsdecode(b"caf\xe9"),
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_film_of_any_name_is_read_and_written(
    name: str, bench: Bench, sources: Sources, tmp_path: Path
) -> None:
    read = tmp_path / f"{name}.mov"
    shutil.copyfile(sources["clip.mov"], read)
    (tmp_path / "out").mkdir()
    result = bench.render(read, output=tmp_path / "out" / f"{name}.mp4", speed="ultrafast")
    assert result.exit_code == 0, result.log
    assert [path.name for path in result.files()] == [f"{name}.mp4"]
    assert look(result.written).frames == 24


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_picture_of_any_name_is_read_and_written(
    name: str, program: Path, bench: Bench, sources: Sources, tmp_path: Path
) -> None:
    read = tmp_path / f"{name}.png"
    shutil.copyfile(sources["still.png"], read)
    (tmp_path / "out").mkdir()
    output = tmp_path / "out" / f"{name}.png"
    result = bench.render(read, "still-png", output, program)
    assert result.exit_code == 0, result.log
    assert [path.name for path in result.files()] == [f"{name}.png"]


@pytest.mark.parametrize("folder", [*NAMES.values(), "50%% of %03d"], ids=[*NAMES, "doubled"])
def test_a_sequence_in_a_folder_of_any_name_is_read_and_written(
    folder: str, program: Path, bench: Bench, sources: Sources, tmp_path: Path
) -> None:
    place = tmp_path / folder
    place.mkdir()
    for number in (7, 8):
        first = sources["shot_%04d.png"].with_name(f"shot_{number:04d}.png")
        shutil.copyfile(first, place / f"a%b_{number:04d}.png")
    bench.folder = place
    result = bench.render(place / "a%%b_%04d.png", "png-sequence", program=program)
    assert result.exit_code == 0, result.log
    assert result.files() == [result.frame(1), result.frame(2)]


@pytest.mark.parametrize("name", [*NAMES.values(), "x" * 251], ids=[*NAMES, "longest"])
@pytest.mark.parametrize("preset", ["h264", "png-sequence", "still-png"])
def test_the_proposed_name_is_never_the_source_and_always_valid(
    name: str, preset: str, tmp_path: Path
) -> None:
    source = tmp_path / f"{name}.mp4"
    output = ENGINE.default_output(JobSpec(source=str(source), preset=preset), settings_of(preset))
    assert output != source
    assert output.is_relative_to(tmp_path)
    assert len(os.fsencode(output.name)) <= 255
    assert preset in output.name
    # It can be made on this very file system.
    output.parent.mkdir(exist_ok=True)
    output.touch()
