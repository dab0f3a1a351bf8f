"""The presets that a person has made: kept, handed on, taken in, and hostile files refused."""

import json
from pathlib import Path

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import Preset
from rendermanager.renderers.registry import Registry
from rendermanager.services.presets import PresetShelf, may_hold_presets, name_after

MINE = Preset("", "Für Oma", "ffmpeg", {"video": "h264", "crf": "30"}, "For the family.")
PROGRAM = 'argv = ["tool", "{source}", "{output}"]\noutput = "{stem}.png"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "presets"


@pytest.fixture
def registry(folder: Path) -> Registry:
    return Registry.load(folder)


@pytest.fixture
def shelf(folder: Path, registry: Registry) -> PresetShelf:
    return PresetShelf(folder, registry)


def own(registry: Registry) -> dict[str, Preset]:
    return {each.name: each for each in registry.presets() if each.file}


def refusal(error: pytest.ExceptionInfo[BadInput]) -> str:
    return " ".join(f"{each.message} {each.hint}" for each in error.value.problems)


def test_a_saved_preset_is_there_at_once_and_for_every_later_start(
    shelf: PresetShelf, registry: Registry, folder: Path
) -> None:
    saved = shelf.save(MINE)
    assert (saved.name, saved.settings) == ("fur-oma", {"video": "h264", "crf": 30})
    assert registry.preset("fur-oma") == Registry.load(folder).preset("fur-oma", "ffmpeg") == saved
    assert registry.presets()[0].name == "h264", "what is built in stays the usual one"


def test_a_name_that_is_taken_is_never_overwritten_in_silence(
    shelf: PresetShelf, registry: Registry
) -> None:
    shelf.save(MINE)
    for name in ("fur-oma", "h264", "mp4", "ffmpeg"):
        with pytest.raises(BadInput, match="already"):
            shelf.save(Preset(name, "Other", "ffmpeg", {}))
    changed = shelf.save(Preset("fur-oma", "Other", "ffmpeg", {"crf": 9}), replaces=True)
    assert own(registry) == {"fur-oma": changed}
    with pytest.raises(BadInput):
        shelf.save(Preset("h264", "Other", "ffmpeg", {}), replaces=True)


def test_what_was_deleted_comes_back_as_it_was(shelf: PresetShelf, registry: Registry) -> None:
    saved = shelf.save(MINE)
    removed = shelf.delete("fur-oma")
    assert own(registry) == {}
    shelf.put_back(removed)
    assert own(registry) == {"fur-oma": saved}


def test_a_deleted_name_that_was_taken_meanwhile_comes_back_with_a_number(
    shelf: PresetShelf, registry: Registry
) -> None:
    shelf.save(MINE)
    removed = shelf.delete("fur-oma")
    shelf.save(Preset("fur-oma", "New", "ffmpeg", {}))
    shelf.put_back(removed)
    assert {name: each.label for name, each in own(registry).items()} == {
        "fur-oma": "New",
        "fur-oma-2": "Für Oma",
    }


def test_what_is_built_in_cannot_be_deleted(shelf: PresetShelf) -> None:
    with pytest.raises(BadInput, match="built in"):
        shelf.delete("h264")


def test_presets_go_through_one_file_to_another_person(shelf: PresetShelf, tmp_path: Path) -> None:
    shelf.save(MINE)
    shelf.save(Preset("film", "Film", "blender", {"format": "mp4"}))
    shelf.hand_on(tmp_path / "all.json")
    theirs = Registry.load(tmp_path / "theirs")
    other = PresetShelf(tmp_path / "theirs", theirs)
    assert other.take_in(tmp_path / "all.json").names == ("fur-oma", "film")
    assert own(theirs)["film"].settings == {"format": "mp4"}
    again = other.take_in(tmp_path / "all.json")
    assert (again.names, again.known) == ((), ("fur-oma", "film"))


def test_a_preset_that_is_taken_in_under_a_taken_name_gets_a_number(
    shelf: PresetShelf, registry: Registry, tmp_path: Path
) -> None:
    shelf.save(MINE)
    file = tmp_path / "fur-oma.json"
    file.write_text(json.dumps({"engine": "ffmpeg", "settings": {"crf": 5}}))
    taken = shelf.take_in(file)
    assert taken.names == ("fur-oma-2",)
    assert own(registry)["fur-oma"].settings["crf"] == 30
    shelf.take_out(taken)
    assert set(own(registry)) == {"fur-oma"}


def test_a_file_for_a_program_is_taken_in_and_out_again(
    shelf: PresetShelf, registry: Registry, tmp_path: Path
) -> None:
    file = tmp_path / "my-tool.toml"
    file.write_text(PROGRAM)
    assert may_hold_presets(file)
    taken = shelf.take_in(file)
    assert registry.preset("my-tool").engine == "my-tool"
    with pytest.raises(BadInput, match="taken"):
        shelf.take_in(file)
    shelf.take_out(taken)
    with pytest.raises(BadInput):
        registry.preset("my-tool")


def test_a_collection_with_one_bad_preset_installs_nothing(
    shelf: PresetShelf, registry: Registry, tmp_path: Path
) -> None:
    good = {"engine": "ffmpeg", "name": "good", "settings": {}}
    bad = {"engine": "ffmpeg", "name": "bad", "settings": {"crff": 1}}
    file = tmp_path / "all.json"
    file.write_text(json.dumps({"presets": [good, bad]}))
    with pytest.raises(BadInput, match="crff"):
        shelf.take_in(file)
    assert own(registry) == {}


HOSTILE = {
    "deep": b'{"engine": "ffmpeg", "settings": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001,
    "long number": b'{"engine": "ffmpeg", "settings": {"crf": ' + b"9" * 9000 + b"}}",
    "infinite": b'{"engine": "ffmpeg", "settings": {"crf": 1e999}}',
    "no engine": b'{"engine": "fmpeg", "settings": {}}',
    "no setting": b'{"engine": "ffmpeg", "settings": {"crff": 1}}',
    "wrong type": b'{"engine": "ffmpeg", "settings": {"crf": [1, 2]}}',
    "wrong value": b'{"engine": "ffmpeg", "settings": {"crf": "soft"}}',
    "settings no object": b'{"engine": "ffmpeg", "settings": 7}',
    "engine no text": b'{"engine": 7, "settings": {}}',
    "path as name": b'{"engine": "ffmpeg", "settings": {}, "name": "../../x"}',
    "line break in name": b'{"engine": "ffmpeg", "settings": {}, "name": "a\\nb"}',
    "line break in label": b'{"engine": "ffmpeg", "settings": {}, "label": "a\\nb"}',
    "half a character": b'{"engine": "ffmpeg", "settings": {}, "label": "\\ud800"}',
    "endless label": b'{"engine": "ffmpeg", "settings": {}, "label": "' + b"x" * 5000 + b'"}',
    "NUL": b'{"engine": "ffmpeg", "settings": {"start": "\\u0000"}}',
    "no UTF-8": b'{"engine": "ffmpeg", "settings": {}, "label": "\xff\xfe"}',
    "huge": b" " * (3 * 1024 * 1024),
    "a list": b"[1, 2]",
    "unknown field": b'{"engine": "ffmpeg", "settings": {}, "run": "rm"}',
    "collection of nothing": b'{"presets": []}',
    "collection of numbers": b'{"presets": [1]}',
    "collection without names": b'{"presets": [{"engine": "ffmpeg", "settings": {}}]}',
    "empty": b"",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_ends_in_a_sentence_and_installs_nothing(
    content: bytes, shelf: PresetShelf, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "preset.json"
    file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        shelf.take_in(file)
    said = refusal(caught)
    assert "\n" not in said
    assert said.isprintable()
    assert len(said) < 2500
    assert not folder.exists() or not list(folder.iterdir())


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_in_the_folder_stops_nothing(content: bytes, folder: Path) -> None:
    folder.mkdir()
    (folder / "bad.json").write_bytes(content)
    (folder / "good.json").write_text('{"engine": "ffmpeg", "settings": {"crf": 30}}')
    registry = Registry.load(folder)
    assert set(own(registry)) == {"good"}
    assert registry.broken
    assert all("bad.json" in each.message for each in registry.broken)


def test_files_of_other_kinds_are_not_taken_for_presets(tmp_path: Path) -> None:
    others = {
        "job.json": '{"template": {"src": "file:///a.aep"}}',
        "jobs.json": '{"source": "a.mov", "engine": "ffmpeg", "settings": {}}',
        "notes.txt": '{"engine": "ffmpeg", "settings": {}}',
        "list.json": "[]",
        "broken.json": "{",
    }
    for name, text in others.items():
        (tmp_path / name).write_text(text)
        assert not may_hold_presets(tmp_path / name)


@pytest.mark.parametrize(
    ("label", "name"),
    [("Für Oma", "fur-oma"), ("  A/B:\n c ", "a-b-c"), ("日本", "preset"), ("x" * 90, "x" * 40)],
)
def test_a_label_makes_a_name_for_the_command_line(label: str, name: str) -> None:
    assert name_after(label) == name


def test_what_another_process_saves_is_seen_after_a_refresh(
    registry: Registry, folder: Path
) -> None:
    assert own(registry) == {}
    PresetShelf(folder, Registry.load(folder)).save(MINE)
    assert own(registry) == {}
    registry.refresh()
    assert set(own(registry)) == {"fur-oma"}
