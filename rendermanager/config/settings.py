"""What a person has set, in one small JSON file that survives damage and newer versions."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, get_type_hints

import msgspec

from rendermanager.config.private import write_private
from rendermanager.core.errors import BadInput
from rendermanager.core.hours import read_windows
from rendermanager.core.manners import Manners
from rendermanager.core.problem import Problem
from rendermanager.core.retry import RetryPolicy

THEMES: Final = ("system", "dark", "light")
LANGUAGES: Final = ("system", "en", "de")
"""Of the window; each but the system's and English is translated in resources/i18n."""
ORPHAN_POLICIES: Final = ("stop", "finish")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one person on one machine.

    Attributes:
        concurrency: Renders at once; 0 lets the app decide.
        hours: Windows of the week in which that is otherwise; see `core.hours`.
        theme: ``system``, ``dark`` or ``light``.
        language: Of the window: ``system``, ``en`` or ``de``; read when it starts.
        compact_rows: Whether the rows of the queue are low.
        default_preset: Preset for dropped files; empty takes the engine's first.
        favourite_presets: Names of the presets that are offered first.
        output_folder: Where results go; empty puts them beside their source.
        programs: Chosen program by the engine's name.
        notify: Whether the desktop is told when renders end.
        close_to_tray: Whether closing the window keeps the app in the tray.
        keep_awake: Whether the computer is kept from going to sleep while something renders.
        nice: How far renders step back behind the artist's own programs, 0 to 19.
        retries: How often and how patiently jobs are tried, by the engine's name.
        hang_limit_s: Seconds without a sign of life after which a render is ended; 0 goes by the
            pace of each render, -1 never ends one.
        while_working: What renders do while somebody works at this computer.
        quiet_s: Seconds without input after which nobody does, 5 to 7200.
        memory_percent: How much of the memory all programs together may hold while renders are
            started, 10 to 100.
        disk_floor_mb: Megabytes that renders leave free on each volume, up to 10,000,000.
        if_app_dies: What becomes of renders then: ``stop``, or ``finish`` and be taken over by
            the next start.
    """

    concurrency: int = 0
    hours: tuple[str, ...] = ()
    theme: str = "system"
    language: str = "system"
    compact_rows: bool = False
    default_preset: str = ""
    favourite_presets: tuple[str, ...] = ()
    output_folder: str = ""
    programs: Mapping[str, str] = field(default_factory=dict)
    notify: bool = True
    close_to_tray: bool = False
    keep_awake: bool = True
    nice: int = 10
    retries: Mapping[str, RetryPolicy] = field(default_factory=dict)
    hang_limit_s: int = 0
    while_working: Manners = Manners.IGNORE
    quiet_s: int = 60
    memory_percent: int = 80
    disk_floor_mb: int = 0
    if_app_dies: str = "stop"

    def policy(self, engine: str) -> RetryPolicy:
        """How often and how patiently jobs of this engine are tried."""
        return self.retries.get(engine, RetryPolicy())

    @property
    def disk_floor_bytes(self) -> int:
        """What renders leave free on each volume."""
        return self.disk_floor_mb * 1_000_000

    def check(self) -> list[Problem]:
        """Values that cannot be."""
        problems = []
        if not 0 <= self.concurrency <= 64:
            problems.append(
                Problem("concurrency", "Renders at once must be 1 to 64, or automatic.")
            )
        problems += self._hours_problems()
        problems += self._look_problems()
        if not 0 <= self.nice <= 19:
            problems.append(Problem("nice", "Nice must be 0 to 19."))
        if not 5 <= self.quiet_s <= 7200:
            problems.append(Problem("quiet_s", "The time without input must be 5 to 7200 seconds."))
        if not 10 <= self.memory_percent <= 100:
            problems.append(
                Problem("memory_percent", "The ceiling of the memory must be 10 to 100 percent.")
            )
        if not 0 <= self.disk_floor_mb <= 10_000_000:
            text = "The room that stays free must be 0 to 10000000 megabytes."
            problems.append(Problem("disk_floor_mb", text))
        for engine, policy in self.retries.items():
            if not policy.is_sound():
                text = f"Retries of “{engine}”: 1 to 100 attempts, pauses of at most a day."
                problems.append(Problem("retries", text))
        if self.if_app_dies not in ORPHAN_POLICIES:
            problems.append(
                Problem(
                    "if_app_dies",
                    f"Renders cannot “{self.if_app_dies}” when the app dies: stop or finish.",
                )
            )
        if self.hang_limit_s not in (-1, 0) and not 10 <= self.hang_limit_s <= 86_400:
            problems.append(
                Problem(
                    "hang_limit_s",
                    "The limit for renders that hang must be 10 to 86400 seconds, 0 or -1.",
                )
            )
        return problems

    def _hours_problems(self) -> list[Problem]:
        try:
            read_windows(self.hours)
        except BadInput as error:
            return list(error.problems)
        return []

    def _look_problems(self) -> list[Problem]:
        problems = []
        if self.theme not in THEMES:
            problems.append(Problem("theme", f"There is no theme “{self.theme}”."))
        if self.language not in LANGUAGES:
            problems.append(Problem("language", f"There is no language “{self.language}”."))
        return problems


def load_settings(path: Path) -> Settings:
    """The settings in `path`; the default for each that is missing, damaged or out of range."""
    values = _stored(path)
    settings = Settings()
    for name, kind in get_type_hints(Settings).items():
        if name not in values:
            continue
        try:
            wanted = replace(settings, **{name: msgspec.convert(values[name], kind)})
        except msgspec.ValidationError as error:
            reason = str(error)
        else:
            problems = wanted.check()
            if not problems:
                settings = wanted
                continue
            reason = problems[0].message
        _log.warning("setting “%s” in %s cannot be used: %s", name, path, reason)
    return settings


def _stored(path: Path) -> Mapping[str, Any]:
    """What is written in `path`, as far as it is JSON."""
    try:
        values = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        _log.warning("settings cannot be read, using the defaults: %s", error)
        return {}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _log.warning("settings in %s are damaged, using the defaults: %s", path, error)
        return {}
    if not isinstance(values, dict):
        _log.warning("settings in %s are damaged, using the defaults", path)
        return {}
    return values


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings so that a crash leaves either the old or the new ones.

    Raises:
        OSError: They cannot be written.
    """
    write_private(path, msgspec.json.format(msgspec.json.encode(settings), indent=2))
