"""Sentences from the layers below are said in the language of the window, values and all."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from rendermanager.config.resources import resource
from rendermanager.core.errors import UserError
from rendermanager.core.problem import Problem
from rendermanager.ui.language import said as module
from rendermanager.ui.language.said import said, said_error, said_whole, within
from tests.helpers.language import spoken

pytestmark = pytest.mark.usefixtures("qapp")
FIELD = re.compile(r"\{(\w+)\}")
EMPTY = "“/in/empty.mov” is empty (0 bytes)."


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    with spoken("de"):
        yield


def test_in_english_nothing_is_said_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_translated", None)
    assert said(EMPTY) == EMPTY
    assert within("Sleep") == "sleep"


def test_every_sentence_is_known_again_with_any_values(german: None) -> None:
    lines = resource("i18n", "sentences.txt").read_text(encoding="utf-8").splitlines()
    wrong = {}
    for source in (line.replace("\\n", "\n") for line in lines):
        translation = QCoreApplication.translate(module.CONTEXT, source)
        # Glue counts only between what is known itself, such as numbers.
        value = "7" if module._says_little(source) else "Some File_"
        text, expected = (FIELD.sub(rf"{value}\g<1>", each) for each in (source, translation))
        if said(text) != expected:
            wrong[text] = said(text)
    assert len(lines) > 1_000
    assert not wrong


@pytest.mark.parametrize(
    ("english", "german_words"),
    [
        (EMPTY, "„/in/empty.mov“ ist leer (0 Bytes)."),
        (f"{EMPTY} Copy or export it again.", "Noch einmal kopieren oder exportieren."),
        ("“queued” is empty (0 bytes).", "„queued“ ist leer (0 Bytes)."),
        ("“clip.mov” is not a media file although its name ends in .mov.", "„clip.mov“ ist keine"),
        ("is queued already", "ist schon eingereiht"),
        ("Install After Effects.", "After Effects installieren."),
        ("needs 6 GB of memory, 1.2 GB is free below the ceiling", "1.2 GB sind frei unter der"),
        ("FFmpeg was not found on this machine.", "FFmpeg wurde auf diesem Rechner nicht"),
    ],
)
def test_sentences_with_values(german: None, english: str, german_words: str) -> None:
    assert german_words in said(english)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a line of some program: 3 errors",
        "“a.mov” is odd",
        "Install the font, then run the job again.",
        f"Something that nobody knows. {EMPTY}",
        f"{EMPTY} Something that nobody knows.",
        "x" * 5_000,
    ],
)
def test_what_nobody_has_translated_stays_whole_as_it_is(german: None, text: str) -> None:
    assert said(text) == text


def test_errors_and_problems_say_what_to_do_as_well(german: None) -> None:
    expected = "„/in/empty.mov“ ist leer (0 Bytes). Noch einmal kopieren oder exportieren."
    hint = "Copy or export it again."
    assert said_whole(Problem("source", EMPTY, hint)) == expected
    assert said_error(UserError(EMPTY, hint)) == expected
    assert said_error(ValueError(EMPTY)) == "„/in/empty.mov“ ist leer (0 Bytes)."
    assert within("Energie sparen") == "Energie sparen"
