"""What a person has allowed is kept privately, and damage to it allows nothing."""

import json
import logging
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.trust import Reach, Runs
from rendermanager.engine.approval import file_runs
from rendermanager.renderers.documents import read_regular
from rendermanager.services.trust import examine
from rendermanager.services.trustbook import Examined, TrustBook, trust_problem

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PIECES = (Runs(Reach.SCRIPT, "script “a.jsx”", "app.quit()"),)


@pytest.fixture
def book(tmp_path: Path) -> TrustBook:
    return TrustBook(tmp_path / "home" / "trusted.json")


def job_file(folder: Path, *expressions: str) -> Path:
    assets = [
        {"type": "data", "layerName": "T", "property": "P", "expression": each}
        for each in expressions
    ]
    value: dict[str, Any] = {"template": {"src": "a.aep", "composition": "c"}, "assets": assets}
    path = folder / "job.json"
    path.write_text(json.dumps(value))
    return path


def test_nothing_is_allowed_until_somebody_says_so(book: TrustBook) -> None:
    examined = Examined(Path("/p/job.json"), PIECES)
    assert not book.allows(PIECES)
    book.trust(examined, NOW)
    assert book.allows(PIECES)
    assert not book.allows((*PIECES, *PIECES))
    (known,) = book.approvals()
    assert (known.name, known.since) == ("job.json", "2026-11-23T09:00:00+00:00")
    book.trust(examined, NOW)
    assert len(book.approvals()) == 1


def test_what_needs_nothing_is_not_written_down(book: TrustBook) -> None:
    book.trust(Examined(Path("/p/job.json"), ()), NOW)
    assert book.approvals() == ()
    assert book.allows(())


def test_the_file_is_private(book: TrustBook, tmp_path: Path) -> None:
    book.trust(Examined(Path("/p/job.json"), PIECES), NOW)
    path = tmp_path / "home" / "trusted.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("by_name", [True, False])
def test_what_is_forgotten_is_not_allowed(book: TrustBook, by_name: bool) -> None:
    examined = Examined(Path("/p/job.json"), PIECES)
    book.trust(examined, NOW)
    assert book.forget("other") == ()
    assert book.forget("") == ()
    gone = book.forget("job.json" if by_name else examined.fingerprint[:12])
    assert [each.fingerprint for each in gone] == [examined.fingerprint]
    assert not book.allows(PIECES)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff", b"[" * 5_000, b'["abc"]'])
def test_a_damaged_file_allows_nothing(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "trusted.json"
    path.write_bytes(content)
    with caplog.at_level(logging.ERROR, "rendermanager.services.trustbook"):
        assert not TrustBook(path).allows(PIECES)


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "rendermanager.services.trustbook")
    (tmp_path / "home").write_text("a file where the folder should be")
    book = TrustBook(tmp_path / "home" / "deep" / "trusted.json")
    with pytest.raises(NotPossibleNow, match="cannot be written"):
        book.trust(Examined(Path("/p/job.json"), PIECES), NOW)


def test_a_job_that_is_not_allowed_is_refused_with_the_way_out(
    book: TrustBook, tmp_path: Path
) -> None:
    (examined,) = examine(job_file(tmp_path, "time * 2", "time * 3"))
    problem = trust_problem(examined, book.allows)
    assert problem is not None
    assert problem.blocks
    assert "expression on layer “T”, property “P”: time * 2 and 1 more" in problem.message
    assert f"rendermanager trust {tmp_path}" in problem.hint
    book.trust(examined, NOW)
    assert trust_problem(examined, book.allows) is None


def test_a_changed_job_is_refused_again(book: TrustBook, tmp_path: Path) -> None:
    (examined,) = examine(job_file(tmp_path, "time * 2"))
    book.trust(examined, NOW)
    (changed,) = examine(job_file(tmp_path, "time * 3"))
    assert trust_problem(changed, book.allows) is not None


def test_a_scene_counts_as_a_whole(tmp_path: Path) -> None:
    scene = tmp_path / "shot.blend"
    scene.write_bytes(b"BLENDER")
    (examined,) = examine(scene)
    assert "scripts and drivers inside the scene “shot.blend”" in examined.pieces[0].sentence
    before = examined.fingerprint
    scene.write_bytes(b"BLENDER2")
    assert Examined(scene, file_runs(scene)).fingerprint != before


@pytest.mark.parametrize("name", ["a.blend", "a.json"])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match=f"“{name}” cannot be read"):
        examine(tmp_path / name)
    os.mkfifo(tmp_path / name)
    with pytest.raises(BadInput, match="no ordinary file"):
        examine(tmp_path / name)


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsx"
    path.write_bytes(b"x" * 11)
    assert read_regular(path, 11) == b"x" * 11
    with pytest.raises(OSError, match="larger than"):
        read_regular(path, 10)
    with pytest.raises(OSError, match="no file can be called so"):
        read_regular(Path("a\0b"), 10)


def test_of_a_list_the_good_ones_can_be_approved(tmp_path: Path) -> None:
    data = {"type": "data", "layerName": "a", "property": "x", "expression": "time"}
    good = {"template": {"src": "a.aep", "composition": "m"}, "assets": [data]}
    path = tmp_path / "jobs.json"
    path.write_text(json.dumps([good, {"template": {}}]))
    (examined,) = examine(path)
    assert len(examined.pieces) == 1
    path.write_text(json.dumps([{"template": {}}, {}]))
    with pytest.raises(BadInput, match="missing"):
        examine(path)


class TestFolders:
    def test_a_folder_is_allowed_listed_and_forgotten(
        self, book: TrustBook, tmp_path: Path
    ) -> None:
        assert book.folders() == ()
        book.allow_folder(tmp_path, NOW)
        book.allow_folder(tmp_path, NOW)
        assert book.folders() == (str(tmp_path),)
        assert not book.allows(PIECES)
        (gone,) = book.forget(str(tmp_path))
        assert gone.name == tmp_path.name
        assert book.folders() == ()

    def test_what_is_no_folder_or_everything_is_refused(
        self, book: TrustBook, tmp_path: Path
    ) -> None:
        (tmp_path / "a").touch()
        for path in (tmp_path / "a", tmp_path / "gone", Path("a\0b")):
            with pytest.raises(BadInput, match="is no folder"):
                book.allow_folder(path, NOW)
        with pytest.raises(BadInput, match="All files of this machine"):
            book.allow_folder(Path("/"), NOW)

    def test_a_book_of_before_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "trusted.json"
        path.write_text(json.dumps([{"fingerprint": "ab", "name": "x", "since": "2026"}]))
        book = TrustBook(path)
        book.allow_folder(tmp_path, NOW)
        assert [each.folder for each in book.approvals()] == ["", str(tmp_path)]

    def test_files_of_one_folder_are_refused_with_the_way_to_allow_it(
        self, book: TrustBook, tmp_path: Path
    ) -> None:
        shots, footage = tmp_path / "shots", tmp_path / "footage"
        for folder in (shots, footage / "a", footage / "b"):
            folder.mkdir(parents=True)
        path = shots / "job.json"
        assets = [
            {"type": "image", "src": str(footage / name / "x.png"), "layerName": name}
            for name in ("a", "b")
        ]
        template = {"src": "a.aep", "composition": "m"}
        path.write_text(json.dumps({"template": template, "assets": assets}))
        (examined,) = examine(path, book.folders())
        problem = trust_problem(examined, book.allows)
        assert problem is not None
        assert problem.hint.endswith(f"rendermanager trust --folder {footage}")
        book.allow_folder(footage, NOW)
        (examined,) = examine(path, book.folders())
        assert examined.needed == ()
        assert trust_problem(examined, book.allows) is None
