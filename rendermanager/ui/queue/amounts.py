"""Says durations, sizes, shares and times of day as a person would, rounded to what is true."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate

MINUTE_S: Final = 60
HOUR_S: Final = 3_600
DAY_S: Final = 86_400
_SHORT = QLocale.FormatType.ShortFormat
_UNIT: Final = 1_000
_WEEK_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Here:
    """The moment and the place in which something is said.

    Attributes:
        now: Time of day, aware.
        locale: How numbers and times are written.
        zone: The zone of the clock on the wall; None takes the system's.
    """

    now: datetime
    locale: QLocale = field(default_factory=QLocale)
    zone: tzinfo | None = None

    def local(self, moment: datetime) -> datetime:
        """The same moment by the clock on the wall."""
        return moment.astimezone(self.zone)


def number(value: int, locale: QLocale) -> str:
    """A whole number with the separators of the language: ``1,500``."""
    return locale.toString(value)


def percent(fraction: float, locale: QLocale) -> str:
    """A share in whole percent, rounded down, and never 100 before all is done."""
    share = 100 if fraction >= 1 else min(99, math.floor(max(0.0, fraction) * 100 + 1e-9))
    return translate("Queue", "{number}\u00a0%").format(number=number(share, locale))


def load(share: float, locale: QLocale) -> str:
    """How busy something is, in whole percent; unlike a share of work done it may well be 100."""
    whole = round(share * 100)
    return translate("Queue", "{number}\u00a0%").format(number=number(whole, locale))


def per_second(count: float, locale: QLocale) -> str:
    """Bytes that go by in a second: ``4.3 MB/s``."""
    return translate("Queue", "{size}/s").format(size=size(int(count), locale))


def duration(seconds: float, locale: QLocale) -> str:
    """A measured time in its two largest units: ``2 min 14 s``, ``1 h 12 min``, ``2 d 4 h``."""
    whole = max(1, round(seconds))
    if whole < MINUTE_S:
        return translate("Queue", "{seconds} s").format(seconds=number(whole, locale))
    if whole < HOUR_S:
        return _pair(whole, MINUTE_S, 1, _minutes, _seconds, locale)
    if _nearest(whole, MINUTE_S) < DAY_S:
        return _pair(_nearest(whole, MINUTE_S), HOUR_S, MINUTE_S, _hours, _minutes, locale)
    return _pair(_nearest(whole, HOUR_S), DAY_S, HOUR_S, _days, _hours, locale)


def rough(seconds: float, locale: QLocale) -> str:
    """A guessed time, in steps that grow with it: ``7 min``, ``1 h 10 min``, ``3 h``, ``2 d``.

    Anything below a minute is a minute.
    """
    if seconds < HOUR_S - MINUTE_S / 2:
        return _minutes(max(1, round(seconds / MINUTE_S)), locale)
    if seconds < 2 * HOUR_S:
        whole = _nearest(seconds, MINUTE_S)
    elif seconds < 10 * HOUR_S:
        whole = _nearest(seconds, 10 * MINUTE_S)
    elif seconds < DAY_S:
        whole = _nearest(seconds, HOUR_S)
    else:
        return _pair(_nearest(seconds, HOUR_S), DAY_S, HOUR_S, _days, _hours, locale)
    return _pair(whole, HOUR_S, MINUTE_S, _hours, _minutes, locale)


def rough_range(low_s: float, high_s: float, locale: QLocale) -> str:
    """Two guessed times in one unit, ``10–25 min``; one alone when both round to the same."""
    unit, words = (MINUTE_S, _minutes) if high_s < 2 * HOUR_S else (HOUR_S, _hours)
    step = 1 if unit == HOUR_S or high_s < 10 * MINUTE_S else 5
    low = max(1, step * math.floor(low_s / unit / step))
    high = max(1, step * math.ceil(high_s / unit / step))
    if low >= high:
        return rough(high_s, locale)
    return translate("Queue", "{low}–{high}").format(
        low=number(low, locale), high=words(high, locale)
    )


def size(count: int, locale: QLocale) -> str:
    """A number of bytes: ``1.2 GB``, ``34 MB``."""
    value = float(max(0, count))
    steps = 0
    while value >= _UNIT and steps < 6:
        value /= _UNIT
        steps += 1
    decimals = 1 if (steps >= 2 and value < 10) or (steps >= 3 and value < 100) else 0
    return locale.formattedDataSize(
        max(0, count), decimals, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def clock(moment: datetime, here: Here) -> str:
    """A time of day, with the day where it is not today: ``14:35``, ``tomorrow 02:10``."""
    local, today = here.local(moment), here.local(here.now).date()
    time = here.locale.toString(QTime(local.hour, local.minute), _SHORT)
    days = (local.date() - today).days
    if days == 0:
        return time
    if days == 1:
        return translate("Queue", "tomorrow {time}").format(time=time)
    if days == -1:
        return translate("Queue", "yesterday {time}").format(time=time)
    if abs(days) < _WEEK_DAYS:
        name = here.locale.dayName(local.isoweekday(), _SHORT)
        return translate("Queue", "{day} {time}").format(day=name, time=time)
    return here.locale.toString(QDate(local.year, local.month, local.day), _SHORT)


def is_today(moment: datetime, here: Here) -> bool:
    """Whether a moment lies in the day that it is now."""
    return here.local(moment).date() == here.local(here.now).date()


def full_time(moment: datetime, here: Here) -> str:
    """Date and time in full, for tooltips and columns."""
    local = here.local(moment)
    date = here.locale.toString(QDate(local.year, local.month, local.day), _SHORT)
    time = here.locale.toString(QTime(local.hour, local.minute), _SHORT)
    return translate("Queue", "{date} {time}").format(date=date, time=time)


def rounded(moment: datetime, away_s: float) -> datetime:
    """A guessed moment on the minute, or on five minutes when it is more than an hour away."""
    step = 5 * MINUTE_S if away_s >= HOUR_S else MINUTE_S
    stamp = moment.timestamp()
    return moment + timedelta(seconds=_nearest(stamp, step) - stamp)


def _nearest(value: float, step: int) -> int:
    return step * math.floor(value / step + 0.5)


def _pair(
    whole: int,
    unit: int,
    smaller: int,
    say: Callable[[int, QLocale], str],
    say_smaller: Callable[[int, QLocale], str],
    locale: QLocale,
) -> str:
    large, rest = divmod(whole, unit)
    small = rest // smaller
    if not small:
        return say(large, locale)
    return translate("Queue", "{large} {small}").format(
        large=say(large, locale), small=say_smaller(small, locale)
    )


def _seconds(count: int, locale: QLocale) -> str:
    return translate("Queue", "{seconds} s").format(seconds=number(count, locale))


def _minutes(count: int, locale: QLocale) -> str:
    return translate("Queue", "{minutes} min").format(minutes=number(count, locale))


def _hours(count: int, locale: QLocale) -> str:
    return translate("Queue", "{hours} h").format(hours=number(count, locale))


def _days(count: int, locale: QLocale) -> str:
    return translate("Queue", "{days} d").format(days=number(count, locale))
