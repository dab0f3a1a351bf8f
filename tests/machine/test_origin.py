"""Who a file belongs to, and who may change it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rendermanager.machine.origin import Origin, origin_of

needs_unix = pytest.mark.skipif(os.name == "nt", reason="needs names and rights of Unix")


@needs_unix
@pytest.mark.parametrize(("mode", "others"), [(0o600, False), (0o644, False), (0o664, True)])
def test_a_file_tells_its_owner_its_time_and_who_may_change_it(
    tmp_path: Path, mode: int, others: bool
) -> None:
    file = tmp_path / "script.py"
    file.touch()
    file.chmod(mode)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    changed = datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
    assert origin_of(file) == Origin(file.owner(), changed, others)


@needs_unix
def test_an_account_that_is_gone_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Path) -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(Path, "owner", gone)
    assert origin_of(tmp_path).owner == ""


@pytest.mark.parametrize("name", ["gone.py", "a" * 300, "nul\0.py"])
def test_what_is_not_there_tells_nothing(tmp_path: Path, name: str) -> None:
    assert origin_of(tmp_path / name) == Origin()
