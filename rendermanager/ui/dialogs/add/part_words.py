"""What is said about a scene or composition in the add dialog."""

from PySide6.QtCore import QCoreApplication, QLocale

from rendermanager.core.source import Part
from rendermanager.media.trouble import plain
from rendermanager.ui.queue import amounts

translate = QCoreApplication.translate


def heading_of(setting: str) -> str:
    """What the parts are called that a setting names."""
    words = {
        "scene": translate("Parts", "Scenes"),
        "composition": translate("Parts", "Compositions"),
        "entry": translate("Parts", "Jobs in the file"),
    }
    return words.get(setting, translate("Parts", "Contents"))


def details(part: Part, locale: QLocale) -> str:
    """Size, rate, frames, length, and what else its engine tells; empty when nothing is known."""
    found = [_size(part, locale), _rate(part, locale), _frames(part, locale), _length(part, locale)]
    found += [_steps(part), _camera(part)]
    return " · ".join(each for each in found if each)


def warning(part: Part) -> str:
    """What it misses, in a few words; empty when nothing."""
    count = part.facts.get("missing", "")
    if not count.isdecimal():
        return ""
    if int(count) == 1:
        return translate("Parts", "1 file missing")
    return translate("Parts", "%n files missing", "", int(count))


def _size(part: Part, locale: QLocale) -> str:
    if not (part.width and part.height):
        return ""
    # Sizes of pictures are written without separators everywhere.
    locale = QLocale(locale)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return f"{locale.toString(part.width)} × {locale.toString(part.height)}"


def _rate(part: Part, locale: QLocale) -> str:
    if part.fps is None:
        return ""
    number = locale.toString(float(part.fps), "g", 5)
    return translate("Parts", "{number} fps").format(number=number)


def _frames(part: Part, locale: QLocale) -> str:
    if not part.frames:
        return ""
    last = part.first_frame + (part.frames - 1) * part.step
    first_word, last_word = locale.toString(part.first_frame), locale.toString(last)
    if part.frames == 1:
        return translate("Parts", "frame {number}").format(number=first_word)
    # A dash after a minus would read as nonsense.
    words = (
        translate("Parts", "frames {first} to {last}")
        if part.first_frame < 0
        else translate("Parts", "frames {first}–{last}")
    )
    text = words.format(first=first_word, last=last_word)
    if part.step == 1:
        return text
    return translate("Parts", "{frames} in steps of {step}").format(
        frames=text, step=locale.toString(part.step)
    )


def _length(part: Part, locale: QLocale) -> str:
    if not part.frames or part.fps is None:
        return ""
    seconds = float(part.frames * part.step / part.fps)
    if seconds < 1:
        return translate("Parts", "under 1 s")
    return amounts.duration(seconds, locale)


def _steps(part: Part) -> str:
    if part.steps is None:
        return ""
    if part.steps == 1:
        return translate("Parts", "1 animation")
    return translate("Parts", "%n animations", "", part.steps)


def _camera(part: Part) -> str:
    name = part.facts.get("camera", "")
    return translate("Parts", "camera “{name}”").format(name=plain(name)) if name else ""
