"""The engines of an installation, and what plug-ins may not break."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.renderers import registry as module
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.ffmpeg import FfmpegEngine
from rendermanager.renderers.registry import ENTRY_POINTS, Registry


class Plugin(CommandEngine):
    name = "plugin"

    def accepts(self, source: Path) -> bool:
        return source.suffix == ".scene"


class Copycat(CommandEngine):
    name = "ffmpeg"


class Crashing(CommandEngine):
    def __init__(self) -> None:
        raise RuntimeError("no licence")


class Silent(CommandEngine):
    def __init__(self) -> None:
        raise KeyError


class NoEngine:
    name = "nothing"


INSTANCE = Plugin()
INSTANCE.name = "instance"  # type: ignore[misc]


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Registry:
    names = ("Plugin", "Copycat", "Crashing", "Silent", "NoEngine", "INSTANCE", "Absent")
    points = [EntryPoint(name, f"{__name__}:{name}", ENTRY_POINTS) for name in names]
    monkeypatch.setattr(module, "_entry_points", lambda: points)
    return Registry.load()


def test_the_built_in_engines_are_there() -> None:
    names = [engine.name for engine in Registry.load()]
    assert names[:2] == ["ffmpeg", "command"]
    assert len(set(names)) == len(names)
    assert Registry.load().broken == ()


def test_an_engine_is_found_by_its_name() -> None:
    assert isinstance(Registry.load().get("ffmpeg"), FfmpegEngine)


def test_an_unknown_engine_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput) as caught:
        Registry.load().get("fmpeg")
    assert caught.value.problems[0].hint == "Did you mean “ffmpeg”?"


def test_a_source_finds_its_engine() -> None:
    registry = Registry.load()
    assert registry.for_source(Path("/a/film.mov")).name == "ffmpeg"
    assert registry.for_source(Path("/a/scene.blend")).name == "blender"
    with pytest.raises(BadInput, match=r"No engine reads “notes\.txt”"):
        registry.for_source(Path("/a/notes.txt"))


@pytest.mark.parametrize(
    ("word", "name"),
    [("h264", "h264"), ("H264", "h264"), ("prores", "prores-hq"), ("WebM", "vp9")],
)
def test_a_preset_is_found_by_name_or_alias(word: str, name: str) -> None:
    assert Registry.load().preset(word).name == name
    assert Registry.load().preset(word, "ffmpeg").engine == "ffmpeg"


def test_an_unknown_preset_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput) as caught:
        Registry.load().preset("proress")
    assert caught.value.problems[0].hint == "Did you mean “prores”?"
    with pytest.raises(BadInput, match="There is no preset “h264”"):
        Registry.load().preset("h264", "command")
    with pytest.raises(BadInput, match="There is no engine “x”"):
        Registry.load().preset("h264", "x")


def test_two_engines_of_one_name_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="ffmpeg"):
        Registry([FfmpegEngine(), FfmpegEngine()])


def test_plugins_join_the_built_in_engines(plugged: Registry) -> None:
    assert [each.name for each in plugged][-2:] == ["plugin", "instance"]
    assert plugged.for_source(Path("a.scene")).name == "plugin"


def test_a_broken_plugin_is_reported_and_blocks_nothing(plugged: Registry) -> None:
    said = [problem.message for problem in plugged.broken]
    assert len(said) == 5
    assert "“Copycat” is not usable: there is an engine “ffmpeg” already" in said[0]
    assert "no licence" in said[1]
    assert "KeyError" in said[2]
    assert "it lacks label, settings, presets" in said[3]
    assert "Absent" in said[4]
    assert plugged.get("ffmpeg").label == "FFmpeg"
