"""Scenes and compositions in the add dialog: what is told of them, and what choosing some does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Job, JobSpec
from rendermanager.core.source import Part
from rendermanager.services.choosing import Contents
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.dialogs.add.dialog import AddDialog
from rendermanager.ui.dialogs.add.part_list import PartList
from rendermanager.ui.dialogs.add.part_words import details, warning
from rendermanager.ui.theme import Theme
from rendermanager.ui.window import MainWindow
from tests.helpers import aep_writer as aep
from tests.helpers.ui_fixtures import Until
from tests.ui.queue.scene import film

ENGLISH = QLocale(QLocale.Language.English)
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def write(path: Path, *names: str, missing: bool = False) -> Path:
    uses = (90,) if missing else ()
    parts = [aep.composition(at, name, uses=uses) for at, name in enumerate(names, start=1)]
    lost = [aep.footage(90, "/nowhere/clip.mov")] if missing else []
    path.write_bytes(aep.riff_of(aep.project(*parts, *lost)))
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return write(tmp_path / "Two.aep", "Master", "Story", missing=True)


def opened(session: Session, theme: Theme, until: Until, *paths: Path) -> AddDialog:
    dialog = AddDialog(session, theme, [str(path) for path in paths])
    dialog.show()
    settled(dialog, until)
    return dialog


def settled(dialog: AddDialog, until: Until) -> None:
    until(lambda: dialog.preview is not None and dialog.preview.request == dialog.form.request())


def row_of(parts: PartList, name: str) -> int:
    texts = [parts.list.item(row).text() for row in range(parts.list.count())]
    return texts.index(name)


def check(parts: PartList, name: str, state: Qt.CheckState = ON) -> None:
    parts.list.item(row_of(parts, name)).setCheckState(state)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (
            Part(
                "A", None, 1, 250, rate="25/1", width=1920, height=1080, facts={"camera": "Front"}
            ),
            "1920 × 1080 · 25 fps · frames 1–250 · 10 s · camera “Front”",
        ),
        (Part("A", None, -5, 10, 2, "30000/1001"), "29.97 fps · frames -5 to 13 in steps of 2"),
        (Part("A", None, 7, 1), "frame 7"),
        (Part("A", 1), "1 animation"),
        (Part("A", 3), "3 animations"),
        (Part("A"), ""),
    ],
)
def test_what_is_known_is_told(part: Part, text: str) -> None:
    assert details(part, ENGLISH).removesuffix(" · under 1 s") == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [({}, ""), ({"missing": "1"}, "1 file missing"), ({"missing": "2"}, "2 files missing")],
)
def test_what_is_missing_is_told(facts: dict[str, str], text: str) -> None:
    assert warning(Part("A", facts=facts)) == text


def test_compositions_are_listed_and_several_become_several_jobs(
    session: Session, theme: Theme, two: Path, until: Until
) -> None:
    dialog = opened(session, theme, until, two)
    parts = dialog.form.changes.parts
    assert parts.isVisible()
    assert [parts.list.item(row).checkState() for row in range(2)] == [OFF, OFF]
    said = parts.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Master, 1920 × 1080 · 25 fps · frames 0–99 · 4 s, 1 file missing"
    assert dialog.form.settings.editor("composition") is None
    check(parts, "Master")
    check(parts, "Story")
    request = dialog.form.request()
    assert request.choices == {str(two): ({"composition": "Master"}, {"composition": "Story"})}
    settled(dialog, until)
    plan = session.submitter().plan_inputs(request.inputs, request.wish, request.choices)
    assert len(plan.jobs) == 2
    dialog.reject()


def test_sources_of_several_engines_get_a_preset_each(
    session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    only = write(tmp_path / "One.aep", "Master")
    clip = film(tmp_path / "clip.mov", 20)
    dialog = opened(session, theme, until, only)
    assert dialog.form.preset.name == "after-effects"
    dialog.form.sources.add([str(clip)])
    settled(dialog, until)
    assert dialog.form.preset.name == ""
    assert not dialog.form.settings.isVisible()
    assert [each.source for each in dialog.form.changes.parts.contents] == [str(only)]
    request = dialog.form.request()
    plan = session.submitter().plan_inputs(request.inputs, request.wish, request.choices)
    made = [(job.spec.engine, job.spec.preset) for job in plan.jobs]
    assert made == [("nexrender", "after-effects"), ("ffmpeg", "h264")]
    dialog.reject()


def test_the_preset_for_several_goes_with_the_sources_that_needed_it(
    session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    clip = film(tmp_path / "clip.mov", 20)
    dialog = opened(session, theme, until, write(tmp_path / "One.aep", "Master"), clip)
    sources = dialog.form.sources
    (listed,) = sources.findChildren(QListWidget)
    listed.setCurrentRow(0)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert sources.inputs == (str(clip),)
    assert dialog.form.preset.name == "h264"
    assert dialog.form.settings.isVisible()
    dialog.form.preset.suit_each()
    sources.add([str(film(tmp_path / "other.mov", 20))])
    assert dialog.form.preset.name == "", "it was chosen by hand"
    settled(dialog, until)
    assert dialog.go.text() == "Add 2 jobs"
    dialog.reject()


def test_a_name_typed_for_a_source_gets_the_ending_of_its_own_preset(
    session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    dialog = opened(session, theme, until, film(tmp_path / "clip.mov", 20))
    dialog.form.preset.suit_each()
    dialog.form.name.setText("best")
    assert dialog.form.request().wish.output == str(tmp_path / "best.mp4")
    dialog.reject()


def test_the_only_composition_is_taken_until_it_is_taken_away(
    session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    dialog = opened(session, theme, until, write(tmp_path / "One.aep", "Master"))
    parts = dialog.form.changes.parts
    assert parts.list.item(0).checkState() is ON
    assert dialog.form.request().choices == {}
    parts.list.setFocus()
    parts.list.setCurrentRow(0)
    QTest.keyClick(parts.list, Qt.Key.Key_Space)
    assert parts.list.item(0).checkState() is OFF
    settled(dialog, until)
    assert not dialog.go.isEnabled()
    assert dialog.preview is not None
    told = [problem.message for problem in dialog.preview.plan.problems]
    assert told == ["Nothing in “One.aep” is chosen."]
    dialog.reject()


def test_a_click_anywhere_on_a_row_checks_it(
    session: Session, theme: Theme, two: Path, until: Until
) -> None:
    dialog = opened(session, theme, until, two)
    parts = dialog.form.changes.parts
    rect = parts.list.visualItemRect(parts.list.item(1))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(parts.list.viewport(), left, pos=rect.center())
    assert parts.list.item(1).checkState() is ON
    QTest.mouseClick(parts.list.viewport(), left, pos=rect.center())
    assert parts.list.item(1).checkState() is OFF
    settled(dialog, until)
    dialog.reject()


def test_several_sources_keep_their_choices_apart(
    session: Session, theme: Theme, two: Path, tmp_path: Path, until: Until
) -> None:
    other = write(tmp_path / "Other.aep", "End", "Intro")
    dialog = opened(session, theme, until, two, other)
    parts = dialog.form.changes.parts
    texts = [parts.list.item(row).text() for row in range(parts.list.count())]
    assert texts == ["Two.aep", "Master", "Story", "Other.aep", "End", "Intro"]
    check(parts, "Intro")
    assert dialog.form.request().choices == {str(other): ({"composition": "Intro"},)}
    settled(dialog, until)
    dialog.form.sources.add([str(write(tmp_path / "Third.aep", "Last"))])
    settled(dialog, until)
    assert dialog.form.request().choices == {str(other): ({"composition": "Intro"},)}
    assert parts.list.item(row_of(parts, "Intro")).checkState() is ON
    dialog.reject()


def test_the_composition_of_a_job_that_is_added_again_stays_chosen(
    session: Session, theme: Theme, two: Path, until: Until
) -> None:
    dialog = AddDialog(session, theme)
    spec = JobSpec(
        engine="nexrender",
        preset="after-effects",
        source=str(two),
        settings={"composition": "Story"},
    )
    (made,) = session.submitter().plan([spec]).jobs
    (job_id,) = session.control("test").submit([made]).result()
    job = session.store.read(lambda db: queries.job(db, job_id))
    assert isinstance(job, Job)
    dialog.take_over([job])
    until(lambda: bool(dialog.form.changes.parts.contents))
    settled(dialog, until)
    assert dialog.form.request().choices == {str(two): ({"composition": "Story"},)}
    dialog.reject()


def test_what_cannot_be_read_is_named_by_hand(
    session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    broken = tmp_path / "broken.aep"
    broken.write_bytes(b"no project")
    dialog = opened(session, theme, until, broken)
    assert not dialog.form.changes.parts.isVisible()
    field = dialog.form.settings.editor("composition")
    assert isinstance(field, QLineEdit)
    field.setText("Master")
    assert dialog.form.request().wish.settings == {"composition": "Master"}
    assert dialog.preview is not None
    assert any("could not be read" in each.message for each in dialog.preview.plan.problems)
    dialog.reject()


def test_all_and_none_work_on_what_the_filter_leaves(theme: Theme, qtbot: QtBot) -> None:
    parts = PartList(theme)
    qtbot.addWidget(parts)
    names = [f"Shot {number:03}" for number in range(200)]
    found = tuple(Part(name) for name in names)
    parts.show_contents([Contents("/a.blend", "scene", found, frozenset({0}))], {})
    parts.show()
    assert parts.filter.isVisible()
    assert parts.choices() == {}
    parts.filter.setText("SHOT 19")
    with qtbot.waitSignal(parts.chosen):
        parts._all.click()
    (chosen,) = parts.choices().values()
    assert [each["scene"] for each in chosen] == [
        *("Shot 000", "Shot 019", "Shot 119"),
        *names[190:],
    ]
    parts.filter.clear()
    parts._none.click()
    assert parts.choices() == {"/a.blend": ()}
    assert parts._count.text() == "0 of 200"


def test_a_dropped_project_is_asked_about_and_the_choice_is_added(
    window: MainWindow, session: Session, two: Path, until: Until
) -> None:
    window.dropping.dropped.emit([str(two)], False)
    until(lambda: bool(window.findChildren(AddDialog)))
    (dialog,) = window.findChildren(AddDialog)
    until(lambda: bool(dialog.form.changes.parts.contents))
    assert session.store.read(queries.jobs) == []
    check(dialog.form.changes.parts, "Master")
    check(dialog.form.changes.parts, "Story")
    dialog.add_wanted.emit(dialog.form.request())
    dialog.reject()
    until(lambda: len(session.store.read(queries.jobs)) == 2)
    jobs = session.store.read(queries.jobs)
    assert {str(job.spec.settings["composition"]) for job in jobs} == {"Master", "Story"}
