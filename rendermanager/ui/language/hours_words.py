"""Says in the language of the window what is allowed at which hours of the week."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from rendermanager.core.hours import (
    DAY_MIN,
    EVERY_DAY,
    NOTHING,
    USUAL,
    Fixed,
    Multiple,
    OnlyIdle,
    Rule,
    Window,
)
from rendermanager.scheduling.hours import Span, spans_of

translate = QCoreApplication.translate

_SHORT = QLocale.FormatType.ShortFormat
_LONG = QLocale.FormatType.LongFormat


def week(locale: QLocale) -> list[int]:
    """The days in the order of this place; 0 is Monday."""
    first = locale.firstDayOfWeek().value - 1
    return [(first + step) % 7 for step in range(7)]


def day_name(day: int, locale: QLocale, *, short: bool = True) -> str:
    """How a day is called; 0 is Monday."""
    return locale.standaloneDayName(day + 1, _SHORT if short else _LONG)


def days_words(days: Iterable[int], locale: QLocale) -> str:
    """``Mon–Fri, Sun``, or that it is every day."""
    wanted = frozenset(days)
    if wanted == EVERY_DAY:
        return translate("Hours", "Every day")
    runs: list[list[int]] = []
    for day in sorted(wanted):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run, locale) for run in runs)


def clock(minute: int, locale: QLocale) -> str:
    """A minute of the day as people here write it; the last one is called 24:00 where that is."""
    if minute == DAY_MIN and "AP" not in locale.timeFormat(_SHORT).upper():
        return "24:00"
    return locale.toString(QTime(minute // 60 % 24, minute % 60), _SHORT)


def hours_words(start: int, end: int, locale: QLocale) -> str:
    """``09:00–18:00``, or that it is the whole day."""
    if (start, end) == (0, DAY_MIN):
        return translate("Hours", "all day")
    return f"{clock(start, locale)}–{clock(end, locale)}"


def rule_words(rule: Rule, locale: QLocale) -> str:
    """What is allowed, as part of a sentence."""
    if isinstance(rule, OnlyIdle):
        return translate("Hours", "only while nobody works here")
    if rule == NOTHING:
        return translate("Hours", "nothing starts")
    if rule == USUAL:
        return translate("Hours", "as usual")
    if rule == Fixed(1):
        return translate("Hours", "one render at once")
    if isinstance(rule, Fixed):
        number = locale.toString(rule.slots)
        return translate("Hours", "{number} renders at once").format(number=number)
    return translate("Hours", "{number} × the usual number").format(
        number=_number(rule.percent, locale)
    )


def rule_mark(rule: Rule, locale: QLocale) -> str:
    """What is allowed, in a few characters; nothing where all is as usual."""
    if isinstance(rule, OnlyIdle):
        return translate("Hours", "away", "short for: only while nobody works at the computer")
    if rule == USUAL:
        return ""
    if isinstance(rule, Multiple):
        return f"×{_number(rule.percent, locale)}"
    return locale.toString(rule.slots)


def window_words(window: Window, locale: QLocale) -> str:
    """``Mon–Fri, 09:00–18:00: one render at once``."""
    return translate("Hours", "{days}, {hours}: {allowed}").format(
        days=days_words(window.days, locale),
        hours=hours_words(window.start, window.end, locale),
        allowed=rule_words(window.rule, locale),
    )


def span_words(day: int, span: Span, locale: QLocale) -> str:
    """``Monday, 09:00–18:00: one render at once``."""
    return translate("Hours", "{days}, {hours}: {allowed}").format(
        days=day_name(day, locale, short=False),
        hours=hours_words(span.start, span.end, locale),
        allowed=rule_words(span.rule, locale),
    )


def week_words(windows: Sequence[Window], locale: QLocale) -> str:
    """A line for each part of each day, for those who do not see the picture."""
    return "\n".join(
        span_words(day, span, locale) for day in week(locale) for span in spans_of(windows, day)
    )


def _run(days: Sequence[int], locale: QLocale) -> str:
    names = [day_name(day, locale) for day in days]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)


def _number(percent: int, locale: QLocale) -> str:
    value = percent / 100
    decimals = 0 if percent % 100 == 0 else 1 if percent % 10 == 0 else 2
    return locale.toString(value, "f", decimals)
