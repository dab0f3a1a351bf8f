"""The design tokens: every colour, distance, radius and type size of the interface."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor

GRID_PX: Final = 4
"""Every distance is a multiple of this."""
SPACE_1_PX: Final = 4
SPACE_2_PX: Final = 8
SPACE_3_PX: Final = 12
SPACE_4_PX: Final = 16
SPACE_6_PX: Final = 24
SPACE_8_PX: Final = 32
PAGE_PADDING_PX: Final = 16

RADIUS_SMALL_PX: Final = 4
"""Thumbnails, check boxes, selected lines of a menu."""
RADIUS_PX: Final = 6
"""Buttons and fields."""
RADIUS_LARGE_PX: Final = 8
"""Menus, toasts, banners."""
RADIUS_PANEL_PX: Final = 12
"""Pills and large frames."""

CONTROL_HEIGHT_PX: Final = 32
FIELD_PADDING_PX: Final = 8
"""Between the frame of a field and its text."""
NAV_ROW_HEIGHT_PX: Final = 34
HEADER_HEIGHT_PX: Final = 30
STATUS_BAR_HEIGHT_PX: Final = 26
ROW_HEIGHT_PX: Final = 60
COMPACT_ROW_HEIGHT_PX: Final = 36
SIDEBAR_WIDTH_PX: Final = 184
SIDEBAR_RAIL_WIDTH_PX: Final = 52
ICON_PX: Final = 16
NAV_ICON_PX: Final = 18
BAR_HEIGHT_PX: Final = 6
FOCUS_WIDTH_PX: Final = 2

MOTION_MS: Final = 140
"""How long an overlay takes to arrive."""

TEXT_CONTRAST: Final = 4.5
"""The least contrast of text with its ground (WCAG 2, level AA)."""
CONTROL_CONTRAST: Final = 3.0
"""The least contrast of what makes a control recognisable."""
_LEAST_SEEN: Final = 1.08
"""Below this contrast two grounds next to each other look like one."""


class TypeSize(IntEnum):
    """The four sizes of text, in pixels at a text scale of 1."""

    SMALL = 12
    """Second lines, captions, table cells of numbers."""
    BODY = 13
    """Everything else."""
    HEADING = 15
    """The title of a panel."""
    TITLE = 18
    """The title of a page or dialog."""


class TypeWeight(IntEnum):
    """The three weights of text."""

    REGULAR = 400
    """Running text and values."""
    MEDIUM = 500
    """Names of controls, headers, navigation."""
    SEMIBOLD = 600
    """Titles, the first line of a row, numbers that count."""


class StateColour(StrEnum):
    """The six colours a job's state is shown in; each value is the name of its token."""

    RENDERING = "rendering"
    """Something runs, or is being finished."""
    DONE = "done"
    """The output is verified."""
    FAILED = "failed"
    """It will not go on by itself."""
    PAUSED = "paused"
    """Held by a person or a policy, or counting down to another try."""
    WAITING = "waiting"
    """Ready but for something that is named."""
    QUEUED = "queued"
    """In line, not before its time, or put aside."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as `#RRGGBB`."""

    is_dark: bool
    window: str
    """The ground of sidebar, panels, bars and dialogs."""
    surface: str
    """The ground of lists and tables."""
    raised: str
    """What lies above: buttons, menus, toasts."""
    sunken: str
    """What lies below: the place of a missing picture, a log."""
    track: str
    """The rest of a bar."""
    hover: str
    border: str
    """Lines that only divide."""
    border_strong: str
    """Lines that make a control recognisable."""
    text: str
    text2: str
    """Text of second rank."""
    text3: str
    """Placeholders and what is out of use."""
    accent: str
    on_accent: str
    selection: str
    selection_inactive: str
    focus: str
    rendering: str
    done: str
    failed: str
    paused: str
    waiting: str
    queued: str

    @property
    def field(self) -> str:
        """The ground of fields one types into."""
        return self.sunken if self.is_dark else self.surface

    @property
    def pill_base(self) -> str:
        """The opaque ground below the tint of a pill, so that no row shines through."""
        return self.window if self.is_dark else self.surface

    @property
    def link(self) -> str:
        """Text that acts, readable on every ground."""
        return readable(self.accent, self.raised, self.text)

    def track_on(self, ground: str) -> str:
        """The rest of a bar, seen on this ground; an empty text stands for the ordinary one."""
        hidden = bool(ground) and contrast(self.track, ground) < _LEAST_SEEN
        return self.border if hidden else self.track

    def pill(self, state: StateColour) -> str:
        """The ground of a pill: its base with 12 % (dark) or 8 % (light) of the state."""
        return mix(self.colour(state), self.pill_base, 0.12 if self.is_dark else 0.08)

    def colour(self, name: str) -> str:
        """The colour of the token with this name; a value that is a colour is returned as it is.

        Raises:
            AttributeError: there is no such token.
        """
        if name.startswith("#"):
            return name
        return str(getattr(self, name))


DARK: Final = Tokens(
    is_dark=True,
    window="#1A1C20",
    surface="#212429",
    raised="#2B2F36",
    sunken="#15171A",
    track="#3A404A",
    hover="#272B31",
    border="#343941",
    border_strong="#7A8494",
    text="#ECEEF1",
    text2="#AAB2BD",
    text3="#838C98",
    accent="#4C8DFF",
    on_accent="#0B0D10",
    selection="#26406B",
    selection_inactive="#2E343D",
    focus="#8CB6FF",
    rendering="#5B9DFF",
    done="#1FCFA6",
    failed="#F26D4F",
    paused="#F7D57A",
    waiting="#D487BE",
    queued="#C3CDD9",
)

LIGHT: Final = Tokens(
    is_dark=False,
    window="#F4F5F7",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#EAECEF",
    track="#EAECEF",
    hover="#EEF1F5",
    border="#D5D9DF",
    border_strong="#7D8794",
    text="#1B1F24",
    text2="#4D5662",
    text3="#646D79",
    accent="#1F66DB",
    on_accent="#FFFFFF",
    selection="#D9E7FD",
    selection_inactive="#E6E9ED",
    focus="#1F66DB",
    rendering="#1965D7",
    done="#017C5A",
    failed="#8F1D1D",
    paused="#865C05",
    waiting="#6B2A86",
    queued="#5A6472",
)


@lru_cache(maxsize=512)
def qcolor(value: str) -> QColor:
    """The `QColor` of `#RRGGBB`, made once."""
    return QColor(value)


@lru_cache(maxsize=512)
def mix(over: str, under: str, share: float) -> str:
    """Lay `over` on `under` with an opacity of `share` (0 to 1)."""
    mixed = (
        round(top * share + bottom * (1 - share))
        for top, bottom in zip(_channels(over), _channels(under), strict=True)
    )
    return "#{:02X}{:02X}{:02X}".format(*mixed)


@lru_cache(maxsize=512)
def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=512)
def readable(colour: str, ground: str, strongest: str, at_least: float = TEXT_CONTRAST) -> str:
    """Move a colour towards the strongest one until it can be read on this ground."""
    for percent in range(0, 101, 5):
        candidate = mix(strongest, colour, percent / 100)
        if contrast(candidate, ground) >= at_least:
            return candidate
    return strongest


def _channels(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _luminance(value: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(value))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
