"""Base widgets in the look of the theme; they know nothing of jobs."""

from rendermanager.ui.widgets.banner import Banner, BannerKind
from rendermanager.ui.widgets.buttons import (
    SplitButton,
    danger_button,
    icon_button,
    link_button,
    primary_button,
    quiet_button,
    secondary_button,
    set_kind,
)
from rendermanager.ui.widgets.calm import ChoiceBox, NumberBox
from rendermanager.ui.widgets.chip import Chip, ChipButton
from rendermanager.ui.widgets.drop_overlay import DropOverlay
from rendermanager.ui.widgets.elided import ElidedLabel
from rendermanager.ui.widgets.empty import EmptyState
from rendermanager.ui.widgets.flow import FlowLayout
from rendermanager.ui.widgets.gauges import Gauge, GaugeStrip
from rendermanager.ui.widgets.key_value import KeyValueList
from rendermanager.ui.widgets.labels import (
    LabelKind,
    TextLabel,
    Tone,
    field_label,
    set_tone,
    text_label,
)
from rendermanager.ui.widgets.search import SearchField
from rendermanager.ui.widgets.sidebar import NavItem, Sidebar
from rendermanager.ui.widgets.toast import Toast, ToastEnd, ToastMessage

__all__ = [
    "Banner",
    "BannerKind",
    "Chip",
    "ChipButton",
    "ChoiceBox",
    "DropOverlay",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "Gauge",
    "GaugeStrip",
    "KeyValueList",
    "LabelKind",
    "NavItem",
    "NumberBox",
    "SearchField",
    "Sidebar",
    "SplitButton",
    "TextLabel",
    "Toast",
    "ToastEnd",
    "ToastMessage",
    "Tone",
    "danger_button",
    "field_label",
    "icon_button",
    "link_button",
    "primary_button",
    "quiet_button",
    "secondary_button",
    "set_kind",
    "set_tone",
    "text_label",
]
