"""Shows every base widget and painter in one place; run it to write pictures of all of it.

python -m tests.ui.gallery FOLDER [TEXT_SCALE]
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QWidget,
)

from rendermanager.ui.theme import Theme, ThemeMode
from rendermanager.ui.widgets import (
    Chip,
    EmptyState,
)
from tests.ui.gallery_controls import ControlPages
from tests.ui.gallery_parts import IconSheet
from tests.ui.gallery_window import WindowPages, bare_column


class Gallery(WindowPages, ControlPages):
    """Builds the pages; each is a widget of its own."""

    def empty(self) -> QWidget:
        page = QFrame()
        page.setObjectName("surface")
        page.setStyleSheet(f"QFrame#surface {{ background: {self.theme.tokens.surface}; }}")
        page.resize(1000, 620)
        state = EmptyState(
            self.theme,
            "clapperboard",
            "Drop something to render",
            "After Effects projects, nexrender jobs, Blender scenes, videos, image sequences, "
            "folders, or a CSV of variations.",
        )
        state.add_primary("Add files…", "plus")
        state.add_secondary("Try a sample job", "sparkles")
        state.set_chips(
            [
                Chip("ae", "After Effects", "2026 found", "circle-check", "done"),
                Chip("ffmpeg", "ffmpeg", "8.1 found", "circle-check", "done"),
                Chip(
                    "nexrender",
                    "nexrender",
                    "not found — set up",
                    "circle-alert",
                    "failed",
                    acts=True,
                ),
                Chip("blender", "Blender", "not installed", "circle-dashed"),
            ]
        )
        bare_column(page).addWidget(state)
        return page

    def icons(self) -> QWidget:
        return IconSheet(self.theme)


def write_pictures(app: QApplication, theme: Theme, folder: Path) -> list[Path]:
    """Write every page in both themes and both directions, at the pixel ratio of the program."""
    written: list[Path] = []
    gallery = Gallery(theme)
    pages: list[tuple[str, Callable[[], QWidget]]] = [
        ("window", gallery.window),
        ("small", lambda: gallery.window(small=True)),
        ("drop", lambda: gallery.window(drop="Add 12 files at the end")),
        ("controls", gallery.controls),
        ("empty", gallery.empty),
        ("icons", gallery.icons),
        ("menu", gallery.menu),
    ]
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        theme.set_mode(mode)
        for way, suffix in (
            (Qt.LayoutDirection.LeftToRight, ""),
            (Qt.LayoutDirection.RightToLeft, "_rtl"),
        ):
            app.setLayoutDirection(way)
            for name, build in pages:
                page = build()
                page.show()
                page.activateWindow()
                app.processEvents()
                ratio = page.devicePixelRatioF()
                mark = "" if ratio == 1.0 else f"@{ratio:g}x"
                path = folder / f"{name}_{mode.value}{suffix}{mark}.png"
                if not page.grab().save(str(path)):
                    raise OSError(path)
                written.append(path)
                page.close()
                page.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return written


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    theme = Theme(app, ThemeMode.DARK, text_scale=scale, prefer_bundled_font=True)
    theme.apply()
    for path in write_pictures(app, theme, folder):
        print(path)


if __name__ == "__main__":
    main()
