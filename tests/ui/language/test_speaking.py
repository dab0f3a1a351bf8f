"""The window speaks the language that was chosen, or else the desktop's where it can."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from rendermanager.ui.language.speaking import chosen, locale_for
from rendermanager.ui.queue.amounts import size
from tests.helpers.language import spoken

GERMAN = ["de-Latn-AT", "de-AT", "de"]


@pytest.mark.parametrize(
    ("wanted", "system", "language"),
    [
        (["", "system"], GERMAN, "de"),
        (["", "system"], ["de_DE"], "de"),
        (["", "system"], ["C"], "en"),
        (["", "system"], [], "en"),
        (["", "system"], ["fr-FR", "fr", "de-DE"], "de"),
        (["", "system"], ["fr-FR", "fr"], "en"),
        (["", "system"], ["en-GB", "de-DE"], "en"),
        (["", "en"], GERMAN, "en"),
        (["", "de"], ["en-US"], "de"),
        (["en", "de"], GERMAN, "en"),
        (["system", "de"], ["en-US"], "en"),
        (["klingon", "de"], ["en-US"], "de"),
    ],
)
def test_the_language(wanted: list[str], system: list[str], language: str) -> None:
    assert chosen(wanted, system) == language


@pytest.mark.parametrize(
    ("language", "system", "name"),
    [("de", "de_AT", "de_AT"), ("en", "de_DE", "en_DE"), ("de", "C", "de_DE")],
)
def test_numbers_are_written_by_the_customs_of_the_place(
    language: str, system: str, name: str
) -> None:
    assert locale_for(language, QLocale(system)).name() == name


@pytest.mark.usefixtures("qapp")
def test_german_is_spoken_by_us_and_by_qt() -> None:
    with spoken("de") as language:
        assert language == "de"
        assert QCoreApplication.translate("Queue", "Rendering") == "Rendert"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert size(1_234_000_000, QLocale()).startswith("1,2")
    assert QCoreApplication.translate("Queue", "Rendering") == "Rendering"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.usefixtures("qapp")
def test_english_needs_no_translator() -> None:
    with spoken("en") as language:
        assert language == "en"
        assert QCoreApplication.translate("Queue", "Rendering") == "Rendering"
