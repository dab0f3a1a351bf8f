"""Speaks another language for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from rendermanager.ui.language.said import forget
from rendermanager.ui.language.speaking import speak


@contextmanager
def spoken(language: str) -> Iterator[str]:
    """The language that is spoken inside."""
    app = QCoreApplication.instance()
    assert app is not None
    usual, before = QLocale(), set(app.findChildren(QTranslator))
    try:
        yield speak(app, [language])
    finally:
        for translator in set(app.findChildren(QTranslator)) - before:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(usual)
        forget()
