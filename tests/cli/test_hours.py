"""The hours of the week on the command line."""

import time
from datetime import datetime
from pathlib import Path

import pytest

from rendermanager.config.settings import load_settings
from rendermanager.scheduling.admission import Why
from tests.cli.driving import Cli, run, started, wait

PLAN = ("mon-fri 09:00-18:00 1", "22:00-06:00 x1.5")


def test_without_windows_all_is_as_usual(cli: Cli) -> None:
    assert cli.good("hours").out == "Renders run as usual at any hour.\n"
    assert cli.json("hours") == [
        {"hours": [], "now": "x1", "until": None, "then": None, "concurrency": None}
    ]


def test_windows_are_set_shown_and_taken_away(cli: Cli) -> None:
    out = cli.good("hours", "set", "Mon-Fri 9:00-18:00 1", "22:00-06:00 x1.50").out
    assert out.startswith("1  mon-fri 09:00-18:00 1\n2  22:00-06:00 x1.5\nNow: ")
    assert cli.good("hours").out == out
    assert load_settings(cli.paths.settings).hours == PLAN
    (view,) = cli.json("hours")
    assert view["hours"] == list(PLAN)
    assert datetime.fromisoformat(view["until"]).timestamp() > time.time()
    assert view["then"] != view["now"]
    assert cli.good("hours", "clear").out == "Renders run as usual at any hour.\n"
    assert load_settings(cli.paths.settings).hours == ()


@pytest.mark.parametrize(
    ("window", "now"),
    [
        ("none", "nothing is started"),
        ("1", "one render at once"),
        ("12", "12 renders at once"),
        ("x1.5", "1.5 times the usual number of renders"),
        ("x1", "as usual"),
        ("idle", "nothing is started while somebody works here"),
    ],
)
def test_what_holds_is_said_in_words(cli: Cli, window: str, now: str) -> None:
    assert cli.good("hours", "set", window).out == f"1  {window}\nNow: {now}. That never changes.\n"


def test_other_settings_stay_as_they_are(cli: Cli) -> None:
    cli.paths.make()
    cli.paths.settings.write_text('{"nice": 3}')
    cli.good("hours", "set", "2")
    assert load_settings(cli.paths.settings).nice == 3


def test_mistakes_change_nothing(cli: Cli) -> None:
    cli.good("hours", "set", *PLAN)
    found = cli("hours", "set", "mon 3", "mom 1", "sat x9")
    assert found.code == 2
    assert "“mom” is no day of the week." in found.err
    assert "“x9” does not say how many renders may run at once." in found.err
    assert load_settings(cli.paths.settings).hours == PLAN
    assert cli("hours", "set").code == 2
    (answer,) = cli("hours", "set", "mom 1", "--json").json
    assert [each["field"] for each in answer["error"]["problems"]] == ["hours"]


@pytest.mark.allow_warnings("settings cannot be read")
def test_settings_that_cannot_be_written_are_told(cli: Cli) -> None:
    cli.paths.make()
    cli.paths.settings.mkdir()
    found = cli("hours", "set", "2")
    assert found.code == 3
    assert found.err.startswith("✗ The settings cannot be written: ")


def test_they_count_at_once_for_whoever_renders(cli: Cli) -> None:
    with started("serve"):
        wait(cli.paths.owner.exists)
        cli.good("hours", "set", "none")
        assert load_settings(cli.paths.settings).hours == ("none",)
        job_id = cli.submit_program("sleeps.py", 0)
        wait(lambda: cli.view(job_id).get("waits_for") == Why.HOURS)
        assert cli.json("list")[0]["reason"].startswith("Quiet hours: ")
        assert cli.json("hours")[0]["concurrency"] is None
        cli.good("hours", "clear")
        wait(lambda: cli.view(job_id)["status"] == "completed")


def test_a_render_in_quiet_hours_says_what_it_waits_for(cli: Cli, clip: Path) -> None:
    cli.good("hours", "set", "none")
    with started("render", clip, "-p", "still-jpeg") as child:
        assert child.stderr is not None
        line = child.stderr.readline()
        assert line.startswith("… 1 clip.mp4 waits: Quiet hours: "), line
        cli.good("hours", "clear")
        out, _ = child.communicate(timeout=60)
    assert out.startswith("✓ 1 clip.mp4")


def test_a_number_for_one_run_goes_before_them(cli: Cli, clip: Path) -> None:
    cli.good("hours", "set", "none")
    ran = run("render", clip, "-p", "still-jpeg", "--concurrency", "1")
    assert (ran.code, ran.err) == (0, "")
    with started("serve", "-j", "3"):
        wait(cli.paths.owner.exists)
        wait(lambda: cli.json("hours")[0]["concurrency"] == 3)
        assert "--concurrency 3" in cli.good("hours").out
