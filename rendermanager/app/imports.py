"""Keeps Qt's Python binding from reading the source text of every module that is imported."""

import logging
import sys
from typing import Final

import PySide6.QtCore  # noqa: F401 - puts its hook into the import system

_SEARCH: Final = "_mod_uses_pyside"

_log = logging.getLogger(__name__)


def spare_sources() -> None:
    """Let modules be imported without a search of their source text; harmless when done twice.

    After each import Shiboken reads the text of the module to see whether “PySide6” stands in it:
    only there may its optional spellings (`from __feature__ import …`) hold. Nothing here uses
    them, and the search is a tenth of the time until a window or a render starts. A module that
    asks for such a spelling by name still gets it.

    The hook is no public interface (seen in PySide 6.11: `shibokensupport/feature.py`), so where it
    looks different everything stays as it is.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is None or not hasattr(feature, _SEARCH):
        _log.debug("this PySide6 does not search the sources, or not as it did")
        return
    setattr(feature, _SEARCH, _uses_none)


def _uses_none(_module: object) -> bool:
    return False
