"""The style sheet: the controls for which colours and distances are enough."""

from string import Template
from typing import Final

from rendermanager.ui.theme.tokens import STATUS_BAR_HEIGHT_PX, Tokens, TypeSize, mix

_SHEET: Final = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QDialog, QMainWindow { background: $window; }
QLabel[tone="secondary"] { color: $text2; }
QLabel[tone="tertiary"] { color: $text3; }
QLabel[tone="failed"] { color: $failed; }
QLabel[tone="paused"] { color: $paused; }
QLabel[tone="done"] { color: $done; }
QLabel[type="small"] { font-size: ${small}px; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[type="title"] { font-size: ${title}px; font-weight: 600; }

QMenuBar { background: $window; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; color: $text; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $lift; }
QMenuBar::item:disabled { color: $text3; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { color: $text; padding: 6px 24px 6px 14px; border-radius: 4px; min-width: 120px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $text3; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { left: 8px; }
QMenu::indicator { left: 8px; width: 16px; height: 16px; }
QMenu::right-arrow { width: 16px; height: 16px; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator,
QGroupBox::indicator { width: 18px; height: 18px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px;
    outline: none; selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover,
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }

QPlainTextEdit, QTextEdit { background: $field; color: $text; border: 1px solid $border_strong;
    border-radius: 6px; padding: 4px; selection-background-color: $selection;
    selection-color: $text; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px; }
QPlainTextEdit:disabled, QTextEdit:disabled { background: $window; color: $text3;
    border-color: $border; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text2; border: none; padding: 8px 6px 6px 6px;
    border-bottom: 2px solid transparent; font-weight: 500; }
QTabBar::tab:hover { color: $text; border-bottom-color: $border; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::scroller { width: 48px; }
QTabBar QToolButton { background: $window; border: none; }
QTabBar::tab:disabled { color: $text3; }
QTabBar:focus::tab:selected { color: $focus_text; border-bottom-color: $focus; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QAbstractItemView { background: $surface; border: none;
    selection-background-color: $selection; selection-color: $text; }
QListView::item, QTreeView::item, QTableView::item { border: none; padding: 0 8px;
    min-height: 28px; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $selection_inactive; color: $text; }
QListView::item:selected:active, QTreeView::item:selected:active,
QTableView::item:selected:active { background: $selection; }
QListView::item:disabled, QTreeView::item:disabled, QTableView::item:disabled { color: $text3; }
QCalendarWidget QAbstractItemView::item { padding: 0; min-height: 24px; }
QCalendarWidget QAbstractItemView { min-width: 280px; alternate-background-color: $window; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QListView#navigation { background: transparent; }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $text2; border: none;
    border-bottom: 1px solid $border; padding: 0 8px; min-height: 29px; font-weight: 500; }
QHeaderView::section:hover { color: $text; background: $hover; }
QTableCornerButton::section { background: $window; border: none; border-bottom: 1px solid $border; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $window; color: $text2; border-top: 1px solid $border;
    min-height: ${status}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text2; font-size: ${small}px; padding: 0 4px; }
QProgressBar { background: $track; border: none; border-radius: 3px; height: 6px;
    max-height: 6px; min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $rendering; border-radius: 3px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QGroupBox { border: none; margin-top: 28px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { border: none; background: $border;
    max-height: 1px; }
QFrame[frameShape="5"] { max-height: 16777215px; max-width: 1px; }
""")


def build_sheet(tokens: Tokens, scale: float = 1.0) -> str:
    """Return the application's style sheet.

    Args:
        tokens: The colours.
        scale: The user's text size, 1.0 for the design's own.
    """
    colours = {name: tokens.colour(name) for name in (*_plain_names(), "field")}
    return _SHEET.substitute(
        colours,
        lift=mix(tokens.text, tokens.window, 0.08),
        thumb=mix(tokens.border_strong, tokens.surface, 0.55),
        focus_text=tokens.focus,
        # One pixel of it is the line above.
        status=round(STATUS_BAR_HEIGHT_PX * scale) - 1,
        small=round(TypeSize.SMALL * scale),
        heading=round(TypeSize.HEADING * scale),
        title=round(TypeSize.TITLE * scale),
    )


def _plain_names() -> tuple[str, ...]:
    return tuple(name for name in Tokens.__slots__ if name != "is_dark")
