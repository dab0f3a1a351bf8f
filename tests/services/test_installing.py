"""nexrender is installed whole or not at all; npm is played by a small program of ours."""

import json
import os
from pathlib import Path

import pytest

from rendermanager.cli.main import main
from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.services import installing
from rendermanager.services.installing import install_engine
from tests.helpers.npm import CLI, GOOD, OFFLINE, write_node, write_npm


@pytest.fixture
def env(tmp_path: Path, home: Path) -> dict[str, str]:
    return {
        "RENDERMANAGER_NODE": str(write_node(tmp_path)),
        "RENDERMANAGER_HOME": str(home),
        "PATH": "",
        "NODE_OPTIONS": "--require /evil.js",
    }


@pytest.fixture
def npm(env: dict[str, str]) -> Path:
    return write_npm(Path(env["RENDERMANAGER_NODE"]))


def engines(home: Path) -> list[str]:
    return sorted(each.name for each in (home / "engines").iterdir())


def test_it_is_fetched_checked_and_put_in_place(env: dict[str, str], npm: Path, home: Path) -> None:
    said: list[str] = []
    done = install_engine("nexrender", said.append, env)
    assert (done.version, done.folder) == ("1.46.5", home / "engines" / "nexrender")
    assert (done.folder / CLI).is_file()
    assert engines(home) == ["nexrender"]
    assert str(done.folder) in said[0]
    assert {path.stat().st_mode & 0o077 for path in (home, home / "engines")} == {0}


def test_a_second_time_replaces_the_first(env: dict[str, str], npm: Path, home: Path) -> None:
    first = install_engine("nexrender", env=env)
    (first.folder / "old").touch()
    npm.write_text(GOOD.replace("1.46.5", "1.46.6"))
    assert install_engine("nexrender", env=env).version == "1.46.6"
    assert not (first.folder / "old").exists()
    assert engines(home) == ["nexrender"]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (OFFLINE, "no way to npm's registry"),
        ("sys.exit(1)", "npm could not install nexrender"),
        (GOOD.replace('"1.46.5"', '""'), "was fetched but does not run"),
        ("pass", "was fetched but does not run"),
    ],
)
def test_what_fails_leaves_the_earlier_one_as_it_was(
    env: dict[str, str], npm: Path, home: Path, script: str, words: str
) -> None:
    before = install_engine("nexrender", env=env)
    npm.write_text(script)
    with pytest.raises(NotPossibleNow, match=words):
        install_engine("nexrender", env=env)
    assert (before.folder / CLI).read_text() == "1.46.5"
    assert engines(home) == ["nexrender"]


def test_an_interrupt_leaves_nothing_half_done(
    env: dict[str, str], npm: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(installing, "_check", stop)
    with pytest.raises(KeyboardInterrupt):
        install_engine("nexrender", env=env)
    assert engines(home) == []


def test_npm_goes_with_the_interrupt(
    env: dict[str, str], npm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "pid"
    npm.write_text(
        f"import time; pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(600)"
    )
    monkeypatch.setattr(installing, "LIMIT_S", 3)
    with pytest.raises(NotPossibleNow, match="did not come to an end"):
        install_engine("nexrender", env=env)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_npm_is_ended_once_nobody_wants_it(
    env: dict[str, str], npm: Path, tmp_path: Path, home: Path
) -> None:
    mark = tmp_path / "pid"
    npm.write_text(
        "import time\n"
        f"new = pathlib.Path({str(tmp_path / 'new')!r}); new.write_text(str(os.getpid()))\n"
        f"new.rename({str(mark)!r}); time.sleep(600)"
    )
    with pytest.raises(NotPossibleNow, match="was stopped"):
        install_engine("nexrender", env=env, is_wanted=lambda: not mark.exists())
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)
    assert engines(home) == []


def test_what_a_killed_installation_left_is_cleared_away(
    env: dict[str, str], npm: Path, home: Path
) -> None:
    target = install_engine("nexrender", env=env).folder
    # Killed between its two renames, with another one that never got so far.
    target.rename(target.with_name(".old-nexrender-999999998"))
    target.with_name(".new-nexrender-999999999").mkdir()
    npm.write_text(OFFLINE)
    with pytest.raises(NotPossibleNow):
        install_engine("nexrender", env=env)
    assert engines(home) == ["nexrender"]
    assert (target / CLI).read_text() == "1.46.5"


def test_without_npm_the_way_to_it_is_told(env: dict[str, str]) -> None:
    with pytest.raises(NotPossibleNow, match=r"npm, which comes with Node\.js, was not found"):
        install_engine("nexrender", env=env)


def test_nothing_can_be_installed_for_other_engines(env: dict[str, str]) -> None:
    with pytest.raises(BadInput, match="nexrendr"):
        install_engine("nexrendr", env=env)


def test_a_data_folder_that_cannot_be_written_is_told(
    env: dict[str, str], npm: Path, home: Path
) -> None:
    home.mkdir()
    (home / "engines").write_text("")
    with pytest.raises(NotPossibleNow, match="nexrender cannot be installed"):
        install_engine("nexrender", env=env)


def test_the_command_answers_and_ends_with_3_where_it_cannot(
    env: dict[str, str],
    npm: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("RENDERMANAGER_NODE", "PATH"):
        monkeypatch.setenv(name, env[name])
    assert main(["engines", "--install", "nexrender", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "engine": "nexrender",
        "version": "1.46.5",
        "folder": str(home / "engines" / "nexrender"),
    }
    npm.write_text(OFFLINE)
    assert main(["engines", "--install", "nexrender"]) == 3
    assert "no way to npm's registry" in capsys.readouterr().err
