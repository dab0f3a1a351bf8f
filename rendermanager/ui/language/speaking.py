"""Chooses the language of the window, and installs what Qt needs to speak it."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from rendermanager.config.resources import resources_root
from rendermanager.config.settings import LANGUAGES
from rendermanager.ui.language.said import forget

SYSTEM: Final = "system"
ENGLISH: Final = "en"
"""The language of the sources: it needs no translator."""
VARIABLE: Final = "RENDERMANAGER_LANGUAGE"
"""Goes before the setting."""

_log = logging.getLogger(__name__)


def chosen(wanted: Sequence[str], system: Sequence[str]) -> str:
    """The language to speak.

    Args:
        wanted: Wishes, the strongest first; one that is no word of `LANGUAGES` does not count.
        system: The languages of the desktop as Qt names them, the preferred one first.
    """
    wish = next((word for word in wanted if word in LANGUAGES), SYSTEM)
    if wish != SYSTEM:
        return wish
    spoken = (name.replace("_", "-").split("-")[0].lower() for name in system)
    return next((name for name in spoken if name in LANGUAGES), ENGLISH)


def locale_for(language: str, system: QLocale) -> QLocale:
    """How numbers and times are written: in the language spoken, by the customs of the place."""
    own = QLocale(language)
    if own.language() == system.language():
        return system
    return QLocale(own.language(), system.territory())


def speak(app: QCoreApplication, wanted: Sequence[str]) -> str:
    """Speak a language from now on; to be called before there is a widget.

    Only translators written in C++ are used: texts are looked up on pool threads, too, where one
    in Python could wait for the main thread while that waits for the lock of the translators.

    Args:
        app: Owns the translators.
        wanted: See `chosen`.

    Returns:
        The language.
    """
    system = QLocale.system()
    language = chosen(wanted, system.uiLanguages())
    asked_for = any(word in LANGUAGES and word != SYSTEM for word in wanted)
    if asked_for:
        # Where nobody has chosen, dates stay as the system writes them, even in French.
        QLocale.setDefault(locale_for(language, system))
    if language != ENGLISH:
        ours = resources_root() / "i18n"
        # Installed last, asked first: ours goes before Qt's own words.
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(app, qt / f"qtbase_{language}.qm")
        _install(app, ours / f"rendermanager_{language}.qm")
    forget()
    # The first look-up finds out that no method is overridden in Python; later ones need no lock.
    QCoreApplication.translate("Queue", "Job")
    return language


def _install(app: QCoreApplication, file: Path) -> None:
    translator = QTranslator(app)
    if not translator.load(str(file)) or not QCoreApplication.installTranslator(translator):
        _log.info("no translation in %s", file)
