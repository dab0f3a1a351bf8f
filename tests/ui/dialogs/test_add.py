"""The add dialog: what it offers, what it asks for, and how it says what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from rendermanager.core.job import IfExists
from rendermanager.core.status import Priority
from rendermanager.renderers.ffmpeg.presets import PRESETS
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.registry import Registry
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.dialog import AddDialog
from rendermanager.ui.dialogs.add.planning import AddRequest
from rendermanager.ui.dialogs.add.preset_box import grouped, offered
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.dialogs.save_preset import SavePresetDialog
from rendermanager.ui.form.editors import put
from rendermanager.ui.form.fields import FieldKind, applies, fields_of
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.controls import INVALID_PROPERTY
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs
from tests.ui.queue.scene import film

Open = Callable[..., AddDialog]


@pytest.fixture
def media(tmp_path: Path) -> Path:
    return film(tmp_path / "SummerSale.mov", 150)


@pytest.fixture
def dialog(session: Session, theme: Theme, until: Until, qtbot: QtBot) -> Iterator[Open]:
    """Opens the dialog with these sources, and waits for its first answer."""
    opened: list[AddDialog] = []

    def open_dialog(*inputs: Path | str) -> AddDialog:
        made = AddDialog(session, theme, [str(each) for each in inputs])
        made.show()
        opened.append(made)
        if inputs:
            until(lambda: made.preview)
        return made

    yield open_dialog
    for made in opened:
        if shiboken6.isValid(made):
            made.reject()
    session.background.drain()


def answered(dialog: AddDialog) -> bool:
    """Whether what is shown is about what is asked."""
    return dialog.preview is not None and dialog.preview.request == dialog.form.request()


def test_one_source_is_named_and_its_result_shown(dialog: Open, media: Path) -> None:
    made = dialog(media)
    assert made.heading == "Add a job from SummerSale.mov"
    assert "free" in made.subtitle
    assert made.form.result.full_text == str(media.with_name("SummerSale_h264.mp4"))
    assert made.form.name.placeholderText() == "SummerSale_h264.mp4"
    assert made.go.text() == "Add job"
    assert made.go.isEnabled()


def test_the_button_counts_the_jobs(dialog: Open, media: Path, tmp_path: Path) -> None:
    others = [film(tmp_path / f"{name}.mov", 20) for name in "abc"]
    made = dialog(media, *others)
    assert made.go.text() == "Add 4 jobs"
    assert not made.form.name.isEnabled()
    assert made.form.result.full_text == "SummerSale_h264.mp4, a_h264.mp4 and 2 more"


def test_what_is_asked_for_is_what_was_filled_in(
    dialog: Open, media: Path, tmp_path: Path, until: Until, qtbot: QtBot
) -> None:
    made = dialog(media)
    made.form.preset.choose("h265")
    made.form.folder.setText(str(tmp_path / "out"))
    made.form.name.setText("final")
    made.form.exists.setCurrentIndex(made.form.exists.findData(IfExists.REPLACE))
    made.form.priority.setCurrentIndex(made.form.priority.findData(int(Priority.HIGH)))
    made.form.settings.set_values({"crf": 18, "fps": "25", "width": 1280, "start": "0:00.05"})
    until(lambda: answered(made))
    with qtbot.waitSignal(made.add_wanted) as wanted:
        made.go.click()
    request: AddRequest = wanted.args[0]
    assert request.inputs == (str(media),)
    wish = request.wish
    assert (wish.preset, wish.priority, wish.if_exists) == (
        "h265",
        Priority.HIGH,
        IfExists.REPLACE,
    )
    assert wish.output == str(tmp_path / "out" / "final.mp4")
    assert dict(wish.settings) == {"crf": 18, "fps": "25", "width": 1280, "start": "0:00.05"}


def test_a_typed_ending_is_kept_and_a_missing_one_follows_the_preset(
    dialog: Open, media: Path
) -> None:
    made = dialog(media)
    made.form.name.setText("final.mkv")
    assert made.form.request().wish.output == str(media.with_name("final.mkv"))
    made.form.name.setText("final")
    made.form.preset.choose("prores-hq")
    assert made.form.request().wish.output == str(media.with_name("final.mov"))


def test_untouched_settings_are_left_to_the_preset(dialog: Open, media: Path) -> None:
    made = dialog(media)
    assert dict(made.form.request().wish.settings) == {}


def test_a_missing_source_is_said_and_the_rest_can_be_added(dialog: Open, media: Path) -> None:
    made = dialog(media, "/nowhere/gone.mov")
    assert made.banner.isVisible()
    assert "does not exist" in made.banner.text
    assert made.go.text() == "Add job"
    assert made.go.isEnabled()


def test_several_problems_are_listed_on_demand(dialog: Open) -> None:
    made = dialog("/nowhere/a.mov", "/nowhere/b.mov")
    assert not made.go.isEnabled()
    assert made.banner.button.text() == "Show all 2"
    made.banner.button.click()
    (problems,) = made.findChildren(ProblemsDialog)
    assert len(problems.problems) == 2
    problems.close()


def test_a_folder_that_cannot_be_written_is_said(
    dialog: Open, media: Path, tmp_path: Path, until: Until
) -> None:
    file = tmp_path / "file"
    file.touch()
    made = dialog(media)
    made.form.folder.setText(str(file / "below"))
    until(made.banner.isVisible)
    assert "is a file, not a folder" in made.banner.text
    assert not made.go.isEnabled()
    made.form.folder.clear()
    until(made.go.isEnabled)
    assert not made.banner.isVisible()


def test_a_setting_that_cannot_be_is_marked(dialog: Open, media: Path, until: Until) -> None:
    made = dialog(media)
    editor = made.form.settings.editor("start")
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "soon")
    until(lambda: editor.property(INVALID_PROPERTY))
    assert "“soon” is not a time" in made.banner.text
    assert not made.go.isEnabled()
    editor.clear()
    until(made.go.isEnabled)
    assert not editor.property(INVALID_PROPERTY)


def test_nothing_can_be_added_before_the_answer_is_there(dialog: Open, media: Path) -> None:
    made = dialog(media)
    made.form.folder.setText("/tmp/elsewhere")
    assert not made.go.isEnabled()


def test_sources_are_added_by_a_drop_and_taken_out_by_delete(
    dialog: Open, media: Path, tmp_path: Path, until: Until
) -> None:
    made = dialog()
    assert made.subtitle == "Add files, or drop them here."
    assert not made.go.isEnabled()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(media)), QUrl.fromLocalFile(str(media))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    made.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    assert list(made.form.sources.inputs) == [str(media)]
    until(made.go.isEnabled)
    made.form.sources._list.selectAll()
    QTest.keyClick(made.form.sources._list, Qt.Key.Key_Delete)
    assert not made.form.sources.inputs
    assert not made.go.isEnabled()


def test_changes_survive_another_preset_where_they_mean_something(
    dialog: Open, media: Path
) -> None:
    made = dialog(media)
    made.form.settings.set_values({"crf": 18, "fps": "24"})
    made.form.preset.choose("prores-hq")
    assert made.form.settings.editor("crf") is None
    assert made.form.settings.values() == {"fps": "24"}


def test_a_number_steps_from_what_the_preset_has(dialog: Open, media: Path) -> None:
    made = dialog(media)
    made.form.preset.choose("h264-social")
    spin = made.form.settings.editor("crf")
    assert isinstance(spin, QSpinBox)
    assert spin.text() == "21"
    assert made.form.settings.values() == {}
    spin.stepUp()
    assert made.form.settings.values() == {"crf": 22}
    spin.setValue(spin.minimum())
    spin.stepDown()
    assert made.form.settings.values() == {"crf": 20}


def test_a_job_can_be_taken_over(session: Session, theme: Theme, jobs: Jobs, dialog: Open) -> None:
    job_id = jobs.queued(
        "clip", preset="h265", settings={"video": "h265", "crf": 19}, priority=Priority.LOW
    )
    made = dialog()
    made.take_over([jobs.job(job_id)])
    assert made.form.preset.name == "h265"
    assert made.form.settings.values() == {"crf": 19}
    assert made.form.priority.currentData() == int(Priority.LOW)


def test_closing_while_an_answer_is_on_its_way_is_harmless(
    session: Session, theme: Theme, media: Path
) -> None:
    made = AddDialog(session, theme, [str(media)])
    made.show()
    made.reject()
    QApplication.processEvents()
    session.background.drain()


def test_every_setting_has_a_name_and_a_description(dialog: Open, media: Path) -> None:
    made = dialog(media)
    for name in ("crf", "speed", "width", "height", "fit", "fps", "start", "end", "audio"):
        editor = made.form.settings.editor(name)
        assert editor is not None, name
        assert editor.accessibleName(), name
        assert editor.toolTip(), name


def test_presets_stand_under_headings_that_cannot_be_chosen(dialog: Open, media: Path) -> None:
    made = dialog(media)
    groups = grouped(each for each in offered(Registry.load()) if each.engine == "ffmpeg")
    assert [title for title, _ in groups] == [
        "Delivery",
        "Editing",
        "Sound",
        "Image sequence",
        "One picture",
    ]
    assert sum(len(presets) for _, presets in groups) == len(PRESETS)
    box: QComboBox = made.form.preset
    assert box.itemText(0) == "What suits each source"
    assert box.model().flags(box.model().index(1, 0)) == Qt.ItemFlag.NoItemFlags
    assert made.form.preset.name == "h264"


@dataclass(frozen=True)
class Case:
    preset: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]


CASES = [
    Case("h264", ("crf", "width", "fps", "audio"), ("quality",)),
    Case("prores-hq", ("width", "fps", "audio"), ("crf", "quality")),
    Case("jpeg-sequence", ("quality", "width", "fps"), ("crf",)),
    Case("wav", ("start", "end"), ("crf", "width", "fps", "fit", "audio_bitrate")),
    Case("copy", ("start", "end", "audio"), ("width", "fps", "quality")),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.preset)
def test_only_settings_that_mean_something_are_offered(case: Case) -> None:
    preset = next(each for each in PRESETS if each.name == case.preset)
    found = {
        each.name
        for each in fields_of(FfmpegSettings)
        if applies(FfmpegSettings, preset.settings, each)
    }
    assert set(case.has) <= found
    assert not set(case.lacks) & found


def test_fields_take_their_bounds_from_the_engine() -> None:
    fields = {each.name: each for each in fields_of(FfmpegSettings)}
    assert (fields["crf"].kind, fields["crf"].least, fields["crf"].most) == (
        FieldKind.NUMBER,
        0,
        63,
    )
    assert fields["fit"].choices == ("inside", "shrink", "pad", "crop", "stretch")
    assert fields["fps"].kind is FieldKind.TEXT


@dataclass(frozen=True)
class ForeignSettings:
    samples: int = 64
    denoise: bool = False
    device: str = ""


def test_an_engine_of_another_package_gets_a_form_too(theme: Theme, qtbot: QtBot) -> None:
    from rendermanager.renderers.api import Preset
    from rendermanager.ui.form.form import SettingsForm

    form = SettingsForm(theme)
    qtbot.addWidget(form)
    form.show_preset(ForeignSettings, Preset("x", "X", "foreign", {}), reads_frames=False)
    assert form.values() == {}
    form.set_values({"samples": 128, "denoise": True, "device": "gpu"})
    assert form.values() == {"samples": 128, "denoise": True, "device": "gpu"}


@pytest.mark.parametrize(
    ("name", "preset"),
    [("shot.blend", "blender-png"), ("intro.aep", "after-effects"), ("clip.mov", "h264")],
)
def test_the_preset_suits_the_source(
    session: Session, theme: Theme, tmp_path: Path, name: str, preset: str
) -> None:
    dialog = AddDialog(session, theme, [str(tmp_path / name)])
    assert dialog.form.preset.name == preset
    dialog.form.preset.choose("prores-hq")
    dialog.form.sources.add([str(tmp_path / "other.mov")])
    chosen = dialog.form.preset.name
    assert chosen == ("prores-hq" if name == "clip.mov" else "")
    dialog.reject()


TEMPLATE = """
specificationVersion: jobtemplate-2023-09
name: Writes
parameterDefinitions:
- {name: Word, type: STRING, default: hello}
- {name: Copies, type: INT, default: 3, minValue: 1, maxValue: 9}
steps:
- name: Write
  script:
    actions:
      onRun: {command: /bin/echo, args: ["{{Param.Word}}", "{{Param.Copies}}"]}
"""


def test_the_parameters_of_a_template_become_the_form(
    session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    pytest.importorskip("openjd.model")
    path = tmp_path / "writes.openjd.yaml"
    path.write_text(TEMPLATE)
    dialog = AddDialog(session, theme, [str(path)])
    until(lambda: dialog.form.settings.editor("Word") is not None)
    word = dialog.form.settings.editor("Word")
    assert isinstance(word, QLineEdit)
    word.setText("bye")
    until(lambda: dialog.preview is not None and dialog.preview.request == dialog.form.request())
    assert dialog.form.settings.editor("Word") is word
    assert dialog.form.request().wish.settings == {"Word": "bye"}
    dialog.reject()


def test_what_is_changed_is_kept_as_a_preset_and_chosen(
    dialog: Open, session: Session, until: Until, media: Path
) -> None:
    made = dialog(media)
    editor = made.form.settings.editor("crf")
    assert editor is not None
    put(editor, 31)
    made.keep.click()
    asks = made.findChild(SavePresetDialog)
    assert asks is not None
    asks.label.clear()
    assert not asks.go.isEnabled()
    asks.label.setText("Small")
    asks.go.click()
    until(lambda: made.form.preset.name == "small")
    assert session.registry.preset("small").settings["crf"] == 31
    assert made.form.settings.values() == {}
    until(made.go.isEnabled)
    assert made.preview is not None
    assert made.preview.plan.jobs[0].spec.settings["crf"] == 31


def test_a_job_whose_preset_is_gone_can_be_added_once_more(
    dialog: Open, session: Session, jobs: Jobs
) -> None:
    job_id = jobs.queued("old", preset="gone", settings={"crf": 12})
    made = dialog()
    made.take_over([jobs.job(job_id)])
    assert made.form.settings.values()["crf"] == 12
