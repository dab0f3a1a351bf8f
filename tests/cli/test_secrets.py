"""The commands of `secret`: values come from standard input and are never shown again."""

import io
from collections.abc import Iterator

import pytest

from tests.cli.driving import Cli, Ran
from tests.helpers.keyrings import MemoryKeyring, in_use


@pytest.fixture(autouse=True)
def memory() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend


@pytest.fixture
def send(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> object:
    """Run `secret set NAME` with this on standard input."""

    def run(name: str, value: str, *options: str) -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(value))
        return cli("secret", "set", name, *options)

    return run


def test_a_secret_is_stored_listed_and_removed(cli: Cli, send, memory: MemoryKeyring) -> None:  # type: ignore[no-untyped-def]
    assert send("FTP", "hunter2\n").out == "“FTP” is stored.\n"
    assert "hunter2" in memory.kept.values()
    assert cli.good("secret", "list").out == "FTP\n"
    assert cli.json("secret", "list") == [{"names": ["FTP"]}]
    assert cli.good("secret", "remove", "FTP").out == "“FTP” is removed.\n"
    assert cli.good("secret", "list").out == "There are no secrets.\n"


def test_a_value_of_several_lines_keeps_them(send, memory: MemoryKeyring) -> None:  # type: ignore[no-untyped-def]
    send("KEY", "begin\nend\n")
    assert "begin\nend" in memory.kept.values()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("F TP", "hunter2", "cannot be called “F TP”"),
        ("FTP", "abc", "too short"),
        ("FTP", "", "too short"),
        ("FTP", "abc\0def", "NUL"),
        ("FTP", "x" * 70_000, "too long"),
    ],
)
def test_what_cannot_be_kept_is_refused(name: str, value: str, words: str, send) -> None:  # type: ignore[no-untyped-def]
    ran = send(name, value)
    assert ran.code == 2
    assert words in ran.err


def test_a_value_is_no_argument(cli: Cli) -> None:
    ran = cli("secret", "set", "FTP", "hunter2")
    assert ran.code == 2
    assert "unexpected extra argument" in ran.err


def test_one_that_is_not_there_cannot_be_removed(cli: Cli) -> None:
    ran = cli("secret", "remove", "FTP", "--json")
    assert (ran.code, ran.json[0]["error"]["message"]) == (2, "There is no secret “FTP”.")
