"""Every text of the window is translated, and what ships is made of what stands in the sources."""

import importlib
import pkgutil
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

import rendermanager.ui
import texts_of_ui
import translate
from texts_below import WORDING, templates_in
from texts_of_ui import NotReadable, Text
from translate import FOLDER, LANGUAGES

FIELDS = re.compile(r"\{\w*\}|%n|%1")


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return [text for _, text in translate.all_texts()]


def messages(language: str) -> Iterator[tuple[Text, list[str]]]:
    """Each text in a .ts file, with its translations: several where it counts."""
    root = ET.parse(FOLDER / f"rendermanager_{language}.ts").getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            counts = message.get("numerus") == "yes"
            found = message.find("translation")
            assert found is not None
            said = [each.text or "" for each in found] if counts else [found.text or ""]
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            text = Text(context.findtext("name", ""), source, comment, counts)
            yield text, ([] if found.get("type") else said)


def test_what_ships_is_made_of_what_stands_in_the_sources(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    translate.extract(tmp_path)
    translate.compile_all(tmp_path)
    changed = [
        f.name for f in FOLDER.iterdir() if f.read_bytes() != (tmp_path / f.name).read_bytes()
    ]
    assert not changed, "run `make translate`, and translate what is new"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_with_all_its_values(language: str, texts: list[Text]) -> None:
    known = dict(messages(language))
    assert set(known) == set(texts)
    untold = [text for text, said in known.items() if not all(said) or not said]
    assert not untold
    for text, said in known.items():
        for each in said:
            assert sorted(FIELDS.findall(each)) == sorted(FIELDS.findall(text.source)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_answers_for_every_text(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"rendermanager_{language}.qm"))
    for text, said in messages(language):
        numbers = (1, 2, 0) if text.counts else (-1,)
        got = {
            translator.translate(text.context, text.source, text.comment or None, number)
            for number in numbers
        }
        assert got == set(said), text


def classes_of_ui() -> Iterator[type]:
    for found in pkgutil.walk_packages(rendermanager.ui.__path__, "rendermanager.ui."):
        module = importlib.import_module(found.name)
        for each in vars(module).values():
            if isinstance(each, type) and each.__module__ == found.name:
                yield each


@pytest.mark.usefixtures("qapp")
def test_every_class_finds_its_texts_and_those_it_inherits(texts: list[Text]) -> None:
    """Qt for Python looks a text up by the names of the class and of those it is made of."""
    of_class: dict[str, list[Text]] = {}
    for text in texts:
        of_class.setdefault(text.context, []).append(text)
    german = dict(messages("de"))
    translator = QTranslator()
    assert translator.load(str(FOLDER / "rendermanager_de.qm"))
    assert QCoreApplication.installTranslator(translator)
    try:
        for each in set(classes_of_ui()):
            lineage = [
                name for name in (base.__name__ for base in each.__mro__) if name in of_class
            ]
            made: type[QObject] = QObject
            for name in reversed([each.__name__, *(n for n in lineage if n != each.__name__)]):
                made = type(name, (made,), {})
            speaker = made()
            for name in lineage:
                for text in of_class[name]:
                    number = (text.comment or None, 2) if text.counts else ()
                    said = speaker.tr(text.source, *number)
                    assert said == german[text][-1].replace("%n", "2"), (each, text)
    finally:
        QCoreApplication.removeTranslator(translator)


def readable(tmp_path: Path, code: str) -> list[Text]:
    file = tmp_path / "module.py"
    file.write_text(code, encoding="utf-8")
    return texts_of_ui.texts_in(file)


def test_texts_are_found_however_they_are_written(tmp_path: Path) -> None:
    code = """
class A(Mixin):
    def f(self, sight):
        self.tr("one " "and two")
        g(f"{translate('Menu', 'in an f-string')}: {self.tr('x')}")
        return lambda: self.tr("%n files", "", sight.count)
QCoreApplication.translate("Ctx", "said “so”", "meaning")
name.translate(table)
"""
    assert readable(tmp_path, code) == [
        Text("A", "one and two"),
        Text("Menu", "in an f-string"),
        Text("A", "x"),
        Text("A", "%n files", "", True),
        Text("Ctx", "said “so”", "meaning"),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "class A:\n    def f(self): self.tr(name)",
        "class A:\n    def f(self): self.tr(f'{name} is new')",
        "class A:\n    def f(self): box.tr('text')",
        "def f(self): self.tr('text')",
        "translate('Ctx', name)",
        "translate('Ctx', 'text', n=3)",
    ],
)
def test_a_text_that_cannot_be_looked_up_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(NotReadable):
        readable(tmp_path, code)


def test_sentences_from_below_are_found_by_their_shape() -> None:
    code = '''
"""This is a docstring."""
LIMIT: Final = 3
"""So is this."""
def f(name, error):
    _log.warning("Nobody translates this %s.", name)
    text = f"“{shown(name)}” is {'a folder'}."
    txn.run("SELECT id FROM job WHERE id = ?")
    if not name:
        raise ValueError("This is a mistake of ours.")
    return Problem("source", text, "Choose another " "one.")
    rule(r"no such (\\w+) here.", None, "There is no {0} here.")
    Preset("gif", "GIF", "ffmpeg"), Preset("rewrap", "Rewrap", "ffmpeg")
    txn.record(kind, reason="done")
    sources: tuple[str, ...] = ("Blender scenes",)
    {"key": "value of it"}
'''
    assert templates_in(code) == [
        "“{0}” is {1}.",
        "Choose another one.",
        "There is no {0} here.",
        "GIF",
        "Rewrap",
        "done",
        "Blender scenes",
    ]


def test_modules_that_put_words_together_are_there() -> None:
    package = translate.ROOT / "rendermanager"
    assert all((package / module).is_file() for module in WORDING)
