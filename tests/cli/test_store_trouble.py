"""What the command line says of a queue that is newer, damaged, on a full disk, or backed up."""

from pathlib import Path

import apsw
import pytest

from rendermanager.store import migrations
from rendermanager.store.backups import backups_in, make_backup
from rendermanager.store.store import Store
from tests.cli.driving import WAIT_S, Cli, started, wait
from tests.helpers.queue import add, new_job
from tests.helpers.small_disk import small_disk


def fill(cli: Cli, *names: str, backup: bool = False) -> None:
    cli.paths.make()
    store = Store(cli.paths.database)
    add(store, *[new_job(name) for name in names])
    if backup:
        make_backup(store, cli.paths.backups)
    store.close()


class TestNewer:
    @pytest.fixture(autouse=True)
    def _newer(self, cli: Cli) -> None:
        fill(cli, "first")
        connection = apsw.Connection(str(cli.paths.database))
        connection.pragma("user_version", migrations.VERSION + 1)
        connection.close()

    @pytest.mark.parametrize("words", [["list"], ["show", "1"], ["stats"]])
    def test_it_can_be_looked_at(self, cli: Cli, words: list[str]) -> None:
        before = {path.name: path.read_bytes() for path in cli.paths.home.glob("queue*")}
        ran = cli.good(*words)
        assert ran.out
        assert "! The queue" in ran.err
        assert "newer Render Manager" in ran.err
        assert {path.name: path.read_bytes() for path in cli.paths.home.glob("queue*")} == before

    @pytest.mark.parametrize(
        "words",
        [["pause", "1"], ["submit", "sample:"], ["pause-queue"], ["serve"], ["backup", "x"]],
    )
    def test_it_is_not_changed(
        self, cli: Cli, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        before = cli.paths.database.read_bytes()
        with started("--data-dir", cli.paths.home, *words) as child:
            _, err = child.communicate(timeout=WAIT_S)
        assert child.returncode == 3
        assert "newer Render Manager" in err
        assert "Traceback" not in err
        assert cli.paths.database.read_bytes() == before


class TestDamaged:
    def test_serve_restores_the_backup_and_says_so(self, cli: Cli) -> None:
        fill(cli, "first", backup=True)
        cli.good("pause-queue")
        fill(cli, "second")
        cli.paths.database.write_bytes(b"\0" * 50_000)
        with started("--data-dir", cli.paths.home, "serve") as child:
            wait(cli.paths.owner.exists)
            names = [job["name"] for job in cli.json("list")]
            child.terminate()
            _, err = child.communicate(timeout=WAIT_S)
        assert child.returncode == 0
        assert "! The queue was damaged. The backup of" in err
        assert names == ["first"]

    def test_serve_ends_when_damage_shows_itself_and_the_next_start_mends_it(
        self, cli: Cli
    ) -> None:
        fill(cli, "first", backup=True)
        cli.good("pause-queue")
        with started("--data-dir", cli.paths.home, "serve") as child:
            wait(cli.paths.owner.exists)
            other = apsw.Connection(str(cli.paths.database))
            other.execute("UPDATE job SET spec = x'00'")
            other.close()
            assert cli("list", "--json").code == 3
            _, err = child.communicate(timeout=WAIT_S)
        assert child.returncode == 3
        assert "cannot be read" in err
        assert cli.paths.damage_mark.exists()
        with started("--data-dir", cli.paths.home, "serve") as child:
            wait(cli.paths.owner.exists)
            assert [job["name"] for job in cli.json("list")] == ["first"]
            child.terminate()
            child.communicate(timeout=WAIT_S)
        assert not cli.paths.damage_mark.exists()


def test_a_full_disk_is_told_by_list_and_by_serve(cli: Cli) -> None:
    with small_disk() as disk:
        home = disk.path / "home"
        with started("--data-dir", home, "serve") as child:
            wait((home / "run" / "owner.json").exists)
            cli.good("--data-dir", home, "pause-queue")
            disk.fill()
            jobs = cli.jobs_file(*({"argv": ["true"], "notes": "x" * 900_000},) * 3)
            wait(lambda: cli("--data-dir", home, "submit", "--jobs", jobs).code == 3)
            said = cli("--data-dir", home, "list")
            assert said.code == 0
            assert "! The disk with the queue is full." in said.err
            disk.make_room()
            wait(lambda: cli("--data-dir", home, "list").err == "")
            child.terminate()
            _, err = child.communicate(timeout=WAIT_S)
    assert child.returncode == 0
    assert "! The disk with the queue is full." in err
    assert "The queue works again." in err


class TestBackups:
    def test_none_yet(self, cli: Cli) -> None:
        assert cli.good("backups").out == "There are no backups yet.\n"
        assert cli.json("backups") == []

    def test_they_are_listed_and_restored_by_name(self, cli: Cli) -> None:
        fill(cli, "first", backup=True)
        fill(cli, "second")
        (backup,) = backups_in(cli.paths.backups)
        (view,) = cli.json("backups")
        assert (view["jobs"], view["file"]) == (1, str(backup.path))
        head, line = cli.good("backups").out.splitlines()
        assert head.split() == ["MADE", "JOBS", "FILE"]
        assert line.split()[-2:] == ["1", backup.path.name]
        cli.good("restore", backup.path.name)
        assert [job["name"] for job in cli.json("list")] == ["first"]

    def test_the_number_of_a_job_is_not_given_a_second_time(self, cli: Cli) -> None:
        fill(cli, "first", backup=True)
        fill(cli, "second")
        cli.good("restore", backups_in(cli.paths.backups)[0].path.name)
        fill(cli, "third")
        assert [job["id"] for job in cli.json("list")] == [1, 3]


def test_a_queue_that_another_program_locks_is_told_in_a_sentence(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rendermanager.store.database.BUSY_TIMEOUT_S", 0.01)
    fill(cli, "first")
    holder = apsw.Connection(str(cli.paths.database))
    holder.execute("BEGIN IMMEDIATE")
    assert cli.good("list").err == ""  # who only looks is not in its way
    ran = cli("pause", 1)
    holder.close()
    assert (ran.code, ran.out) == (3, "")
    assert "Another program holds it: close that one" in ran.err
    cli.good("pause", 1)
