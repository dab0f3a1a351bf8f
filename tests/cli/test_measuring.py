"""What the machine does, and what renders take of it, on the command line."""

import json
import signal

import pytest

from rendermanager.core.consumption import Usage
from rendermanager.store import consumption, queries
from rendermanager.store.store import Store
from tests.cli.driving import WAIT_S, Cli, serving, started, wait
from tests.helpers.queue import add_one, failed, finished


def test_the_machine_is_measured_where_nobody_does(cli: Cli) -> None:
    (view,) = cli.json("resources")
    assert 0 <= view["cpu"] <= 1
    assert len(view["cores"]) >= 1
    assert 0 < view["memory"]["used"] < view["memory"]["total"]
    assert view["memory"]["ceiling"] == int(view["memory"]["total"] * 0.8)
    assert view["renders"] == []
    out = cli.good("resources").out
    assert out.startswith("CPU")
    assert "renders are started up to" in out


def keep_usage(store: Store, job_id: int) -> None:
    (attempt,) = store.read(lambda db: queries.attempts_of(db, job_id))
    usage = Usage(seconds=4.0, cpu_s=6.0, memory=10**9, read=2000, written=3000)
    store.change(lambda txn: consumption.keep(txn, attempt.id, usage))


def test_attempts_say_what_they_took_and_what_is_usual(cli: Cli) -> None:
    store = Store(cli.paths.database)
    ids = [finished(store) for _ in range(3)]
    short = failed(store)
    for job_id in ids:
        keep_usage(store, job_id)
    waiting = add_one(store)
    store.close()
    (view,) = cli.json("usage", str(ids[0]))
    assert (view["memory"], view["cpu_s"], view["cores"]) == (10**9, 6.0, 1.5)
    assert (view["usual_memory"], view["outcome"]) == (1_100_000_000, "completed")
    lines = cli.good("usage", str(ids[0])).out.splitlines()
    assert lines[1].split("  ")[1:] != []
    assert "1.0 GB" in lines[1]
    assert "too short to be measured" in cli.good("usage", str(short)).out
    assert cli.json("usage", str(waiting)) == []


def test_a_job_that_is_not_there_has_no_usage(cli: Cli) -> None:
    ran = cli("usage", "99")
    assert ran.code == 2
    assert "There is no job 99" in ran.err


def test_what_runs_is_told_by_the_process_that_renders(cli: Cli) -> None:
    with serving(cli.paths):
        job_id = cli.submit_program("busy_quietly.py", "computes", 60, cli.paths.home)
        wait(lambda: cli.json("resources")[0]["renders"])
        wait(lambda: cli.json("resources")[0]["renders"][0]["cores"])
        (view,) = cli.json("usage", job_id)
        assert view["outcome"] == ""
        assert view["memory"] > 0
        (view,) = cli.json("resources")
        assert view["renders"][0]["job"] == job_id
        assert view["volumes"]
        lines = cli.good("resources").out.splitlines()
        assert lines[-1].startswith(f"{job_id} ")
        cli.good("cancel", job_id)
        wait(lambda: cli.json("usage", job_id)[0]["memory"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_machine_is_watched_until_one_has_seen_enough(cli: Cli, number: signal.Signals) -> None:
    with started("--data-dir", cli.paths.home, "resources", "--watch", "--json") as child:
        assert child.stdout is not None
        seen = [json.loads(child.stdout.readline()) for _ in range(2)]
        child.send_signal(number)
        _, err = child.communicate(timeout=WAIT_S)
    assert seen[0]["at"] < seen[1]["at"]
    assert (child.returncode, err.strip()) == (130, "")


def test_watching_ends_when_nobody_reads_any_more(cli: Cli) -> None:
    with started("--data-dir", cli.paths.home, "resources", "--watch") as child:
        assert child.stdout is not None
        assert "  memory " in child.stdout.readline()
        child.stdout.close()
        assert child.wait(WAIT_S) == 0


def test_an_attempt_that_has_just_begun_is_not_called_short(cli: Cli) -> None:
    with serving(cli.paths):
        job_id = cli.submit_program("busy_quietly.py", "computes", 60, cli.paths.home)
        wait(lambda: cli.json("usage", job_id))
        told = cli.good("usage", job_id).out
        assert "too short" not in told
        cli.good("cancel", job_id)
