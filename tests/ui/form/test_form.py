"""The form of any engine: what differs from the preset, the way back, and what is wrong."""

from dataclasses import dataclass
from typing import Annotated

import pytest
from msgspec import Meta
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from rendermanager.renderers.api import Preset
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.openjd.form import settings_type
from rendermanager.renderers.registry import Registry
from rendermanager.ui.form.editors import PathEdit
from rendermanager.ui.form.fields import FieldKind, fields_of
from rendermanager.ui.form.form import SettingsForm
from rendermanager.ui.form.words import SELDOM
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.controls import INVALID_PROPERTY

PRESET = Preset("x", "X", "foreign", {"samples": 32})


@dataclass(frozen=True)
class Foreign:
    samples: Annotated[int, Meta(ge=1, le=500, description="Rays.")] = 64
    smooth: bool = True
    threads: Annotated[int, Meta(ge=0, le=64)] = 0
    look: Annotated[str, Meta(extra_json_schema={"format": "file"})] = ""


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> SettingsForm:
    made = SettingsForm(theme)
    qtbot.addWidget(made)
    made.show_preset(Foreign, PRESET, reads_frames=False)
    made.show()
    return made


def button(form: SettingsForm, name: str) -> QAbstractButton:
    found = [
        each
        for each in form.findChildren(QAbstractButton)
        if name in (each.text(), each.accessibleName()) and not each.isHidden()
    ]
    assert len(found) == 1, name
    return found[0]


def test_what_is_changed_can_be_taken_back(form: SettingsForm, qtbot: QtBot) -> None:
    samples, smooth = form.editor("samples"), form.editor("smooth")
    assert isinstance(samples, QSpinBox)
    assert isinstance(smooth, QCheckBox)
    assert (samples.text(), smooth.isChecked(), form.values()) == ("32", True, {})
    samples.setValue(128)
    smooth.setChecked(False)
    assert form.values() == {"samples": 128, "smooth": False}
    with qtbot.waitSignal(form.edited):
        button(form, "Samples: as in the preset").click()
    assert form.values() == {"smooth": False}
    assert samples.text() == "32"
    with qtbot.waitSignal(form.edited):
        button(form, "Smooth: as in the preset").click()
    assert form.values() == {}
    assert smooth.isChecked()


def test_what_is_seldom_changed_stands_below(form: SettingsForm) -> None:
    threads = form.editor("threads")
    assert threads is not None
    assert not threads.isVisible()
    button(form, "More settings").click()
    assert threads.isVisible()
    button(form, "Fewer settings").click()
    assert not threads.isVisible()


def test_what_is_changed_or_wrong_is_never_out_of_sight(form: SettingsForm) -> None:
    form.say_wrong({"threads": "Too many."})
    threads = form.editor("threads")
    assert threads is not None
    assert threads.isVisible()
    button(form, "Fewer settings").click()
    form.say_wrong({})
    form.set_values({"threads": 4})
    assert threads.isVisible()


def test_what_is_wrong_stands_below_its_field(form: SettingsForm) -> None:
    samples = form.editor("samples")
    assert samples is not None
    form.say_wrong({"samples": "Too many rays."})
    assert form.wrong("samples") == "Too many rays."
    assert samples.property(INVALID_PROPERTY)
    assert samples.accessibleDescription() == "Too many rays. Rays."
    form.say_wrong({})
    assert form.wrong("samples") == ""
    assert not samples.property(INVALID_PROPERTY)
    assert samples.accessibleDescription() == "Rays."


def test_a_path_is_typed_or_chosen(form: SettingsForm) -> None:
    look = form.editor("look")
    assert isinstance(look, PathEdit)
    look.setText("/looks/warm.cube")
    assert form.values() == {"look": "/looks/warm.cube"}


def test_a_new_preset_keeps_what_still_means_something(form: SettingsForm) -> None:
    form.set_values({"samples": 128, "look": "/a.cube"})
    form.show_preset(Foreign, PRESET, reads_frames=False, without={"look"})
    assert form.values() == {"samples": 128}
    assert form.editor("look") is None


def test_frames_of_blender_are_text_with_an_example(theme: Theme, qtbot: QtBot) -> None:
    made = SettingsForm(theme)
    qtbot.addWidget(made)
    made.show_preset(BlenderSettings, Registry.load().preset("blender-png", ""), reads_frames=False)
    frames = made.editor("frames")
    assert isinstance(frames, QLineEdit)
    assert frames.placeholderText() == "1-100"


def test_what_stands_below_are_settings_that_there_are() -> None:
    known = {field.name for engine in Registry.load() for field in fields_of(engine.settings)}
    assert known >= SELDOM


def test_paths_of_a_template_can_be_chosen() -> None:
    pytest.importorskip("openjd.model")
    text = """
specificationVersion: jobtemplate-2023-09
name: Paths
parameterDefinitions:
- {name: Scene, type: PATH, objectType: FILE, dataFlow: IN}
- {name: Film, type: PATH, objectType: FILE, dataFlow: OUT, default: a.mp4}
- {name: Folder, type: PATH, objectType: DIRECTORY, dataFlow: INOUT}
- {name: Word, type: STRING, default: hello}
steps:
- name: Write
  script:
    actions:
      onRun: {command: /bin/echo, args: ["{{Param.Word}}"]}
"""
    kinds = {field.name: field.kind for field in fields_of(settings_type(text, "a.yaml"))}
    assert kinds == {
        "Scene": FieldKind.FILE,
        "Film": FieldKind.NEW_FILE,
        "Folder": FieldKind.FOLDER,
        "Word": FieldKind.TEXT,
    }
