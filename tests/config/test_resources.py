"""Files that ship with the program are found, and missing ones are named."""

from pathlib import Path

import pytest

from rendermanager.config import resources
from rendermanager.config.resources import resource, resources_root


def test_the_sample_and_the_icons_are_there() -> None:
    assert resource("samples", "sample.mov").stat().st_size > 0
    assert any(resource("icons").glob("*.svg"))


def test_the_root_is_looked_up_once() -> None:
    assert resources_root() is resources_root()


def test_a_missing_file_is_named_with_what_helps() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/nothing\.svg is missing") as caught:
        resource("icons", "nothing.svg")
    assert "Installing it again" in str(caught.value)


def test_an_installation_without_resources_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "rendermanager")
    with pytest.raises(FileNotFoundError, match="not completely installed") as caught:
        resources_root.__wrapped__()
    assert str(tmp_path / "resources") in str(caught.value)
