"""Secrets are kept in the keyring, and a missing one is said in a sentence."""

import sys
from collections.abc import Iterator

import keyring.backends.fail
import pytest
from keyring.errors import KeyringLocked

from rendermanager.core.errors import BadInput, NotPossibleNow, UserError
from rendermanager.machine.keyring import (
    SERVICE,
    read_secret,
    remove_secret,
    secret_list,
    write_secret,
)
from tests.helpers.keyrings import MemoryKeyring, in_use


@pytest.fixture
def memory() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend


def test_a_secret_is_kept_read_listed_and_removed(memory: MemoryKeyring) -> None:
    assert list(secret_list()) == []
    write_secret("FTP", "hunter2")
    write_secret("API", "geheim")
    write_secret("FTP", "hunter3")
    assert read_secret("FTP") == "hunter3"
    assert list(secret_list()) == ["API", "FTP"]
    remove_secret("FTP")
    assert list(secret_list()) == ["API"]
    assert {service for service, _ in memory.kept} == {SERVICE}


def test_one_that_is_not_there(memory: MemoryKeyring) -> None:
    with pytest.raises(BadInput, match="no secret “FTP”") as caught:
        read_secret("FTP")
    assert "rendermanager secret set FTP" in caught.value.hint
    with pytest.raises(UserError, match="no secret “FTP”"):
        remove_secret("FTP")


def test_without_a_keyring_there_is_a_sentence() -> None:
    with (
        in_use(keyring.backends.fail.Keyring()),  # type: ignore[no-untyped-call]
        pytest.raises(NotPossibleNow, match="no keyring") as caught,
    ):
        secret_list()
    assert caught.value.hint


def test_without_the_package_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NotPossibleNow, match="“keyring”, which is not installed"):
        secret_list()


def test_a_locked_keyring_is_told() -> None:
    class Locked(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            raise KeyringLocked("it is locked")

    with in_use(Locked()), pytest.raises(NotPossibleNow, match="it is locked"):
        read_secret("FTP")
