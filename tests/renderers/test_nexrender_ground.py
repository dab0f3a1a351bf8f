"""Which files a nexrender job may read, told without a look at those that do harm."""

from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.trust import Reach, fingerprint, is_trusted, needed
from rendermanager.renderers.nexrender.jobfiles import job_problems
from rendermanager.renderers.nexrender.jobground import Ground, ReadLink, Standing, system_links
from rendermanager.renderers.nexrender.trust import what_runs
from tests.renderers.nexrender_model import after as action
from tests.renderers.nexrender_model import job, read, with_actions, with_asset

WINDOWS = {
    r"C:\jobs\share": r"\\evil\share\deep",
    r"C:\jobs\in": r"C:\jobs\real",
    r"C:\jobs\out": "\\\\?\\D:\\footage",
    r"C:\jobs\disk": "\\\\?\\Volume{4c1b02c1-d990-11dc-99ae-806e6f6e6963}\\",
    r"C:\jobs\up": r"..\other",
    r"C:\jobs\a": r"C:\jobs\b",
    r"C:\jobs\b": r"C:\jobs\a",
}
UNIX = {
    "/jobs/passwords": "/etc/passwd",
    "/jobs/up": "..",
    "/jobs/in": "real/deep",
    "/jobs/far": "/net/evil/x",
    "/jobs/circle": "circle",
    "/vol": "/mnt/raid",
    "/home/ada/jobs": "/mnt/raid/jobs",
}


def links(known: Mapping[str, str], seen: list[str] | None = None) -> ReadLink:
    def target(path: PurePath) -> str:
        if seen is not None:
            seen.append(str(path))
        if str(path) not in known:
            raise OSError(22, "Invalid argument")
        return known[str(path)]

    return target


@pytest.mark.parametrize(
    ("path", "standing", "real"),
    [
        ("/jobs/a.png", Standing.INSIDE, "/jobs/a.png"),
        ("/jobs/deep/er/a.png", Standing.INSIDE, "/jobs/deep/er/a.png"),
        ("/jobs/in/a.png", Standing.INSIDE, "/jobs/real/deep/a.png"),
        ("/jobs/in/../../x.png", Standing.INSIDE, "/jobs/x.png"),
        ("/jobs/../x.png", Standing.OUTSIDE, "/x.png"),
        ("/jobs/up/x.png", Standing.OUTSIDE, "/x.png"),
        ("/jobs/passwords", Standing.OUTSIDE, "/etc/passwd"),
        ("/jobsters/a.png", Standing.OUTSIDE, "/jobsters/a.png"),
        ("/vol/clips/a.mov", Standing.ALLOWED, "/mnt/raid/clips/a.mov"),
        ("/mnt/raid/a.mov", Standing.ALLOWED, "/mnt/raid/a.mov"),
        ("/vol/../etc/shadow", Standing.OUTSIDE, "/mnt/etc/shadow"),
        ("/dev/sda", Standing.REFUSED, "/dev/sda"),
        ("/dev/shm/a.png", Standing.ALLOWED, "/dev/shm/a.png"),
        ("/proc/self/environ", Standing.REFUSED, "/proc"),
        ("//evil/share/a.png", Standing.REFUSED, "//evil"),
        ("/jobs/far/a.png", Standing.REFUSED, "/net/evil"),
        ("/jobs/circle/a.png", Standing.REFUSED, "/jobs/circle"),
    ],
)
def test_links_and_dots_are_followed_before_a_file_is_judged(
    path: str, standing: Standing, real: str
) -> None:
    ground = Ground(PurePosixPath("/jobs"), ["/vol", "/dev/shm"], links(UNIX))
    spot = ground.find(PurePosixPath(path))
    assert (spot.standing, str(spot.path)) == (standing, real)


@pytest.mark.parametrize(
    ("path", "standing"),
    [
        (r"C:\jobs\a.png", Standing.INSIDE),
        (r"c:\JOBS\a.png", Standing.INSIDE),
        ("\\\\?\\C:\\jobs\\a.png", Standing.INSIDE),
        (r"C:\jobs\in\a.png", Standing.INSIDE),
        (r"C:\jobs\disk\a.png", Standing.INSIDE),
        (r"C:\jobs\..\a.png", Standing.OUTSIDE),
        (r"C:\jobs\up\a.png", Standing.OUTSIDE),
        (r"C:\jobs\out\a.png", Standing.OUTSIDE),
        (r"D:\..\..\a.png", Standing.OUTSIDE),
        (r"\\nas\footage\a.png", Standing.ALLOWED),
        (r"//NAS/Footage/a.png", Standing.ALLOWED),
        # Whoever has allowed one folder of a machine has logged in there: a look costs nothing.
        (r"\\nas\private\a.png", Standing.OUTSIDE),
        (r"\\evil\share\a.png", Standing.REFUSED),
        (r"//evil/share/a.png", Standing.REFUSED),
        ("\\\\?\\UNC\\evil\\share\\a.png", Standing.REFUSED),
        (r"\\evil@SSL\DavWWWRoot\a.png", Standing.REFUSED),
        (r"C:\jobs\share\a.png", Standing.REFUSED),
        (r"\\.\pipe\agent", Standing.REFUSED),
        ("\\\\?\\GLOBALROOT\\Device\\a", Standing.REFUSED),
        (r"C:\jobs\NUL.png", Standing.REFUSED),
        (r"C:\jobs\com1", Standing.REFUSED),
        (r"C:\jobs\a\x.png", Standing.REFUSED),
    ],
)
def test_shares_and_devices_of_windows_are_told_by_their_text(
    path: str, standing: Standing
) -> None:
    seen: list[str] = []
    ground = Ground(PureWindowsPath(r"C:\jobs"), [r"\\nas\footage"], links(WINDOWS, seen))
    assert ground.find(PureWindowsPath(path)).standing is standing
    assert [each for each in seen if "evil" in each or "pipe" in each.lower()] == []


def test_what_a_person_has_named_may_lie_behind_links_and_on_a_share() -> None:
    ground = Ground(PurePosixPath("/home/ada/jobs"), (), links(UNIX))
    assert ground.find(PurePosixPath("/home/ada/jobs/a.png")).standing is Standing.INSIDE
    assert ground.find(PurePosixPath("/mnt/raid/jobs/a.png")).standing is Standing.INSIDE
    share = Ground(PureWindowsPath(r"\\nas\film\jobs"), (), links({}))
    assert share.find(PureWindowsPath(r"\\nas\film\jobs\a.png")).standing is Standing.INSIDE
    assert share.find(PureWindowsPath(r"\\nas\film\a.png")).standing is Standing.OUTSIDE
    assert share.find(PureWindowsPath(r"\\evil\film\jobs\a.png")).standing is Standing.REFUSED


PART = st.sampled_from("jobs in up far circle vol .. net evil x dev".split())


@given(st.lists(PART, min_size=1, max_size=8))
def test_nothing_of_another_machine_is_ever_looked_at(parts: list[str]) -> None:
    seen: list[str] = []
    ground = Ground(PurePosixPath("/jobs"), ["/vol"], links(UNIX, seen))
    spot = ground.find(PurePosixPath("/", *parts))
    assert [each for each in seen if each.startswith(("/net/", "/dev"))] == []
    if spot.standing is Standing.INSIDE:
        assert spot.path.is_relative_to("/jobs")
        assert ".." not in spot.path.parts


def test_real_links_are_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for each in (inside, outside):
        each.mkdir()
        (each / "a.png").write_bytes(b"x")
    (inside / "link.png").symlink_to(outside / "a.png")
    (inside / "folder").symlink_to(outside)
    ground = Ground(inside, (), system_links)
    assert ground.find(inside / "a.png").standing is Standing.INSIDE
    for name in ("link.png", "folder/a.png", "folder/../outside/a.png", "gone/../../outside"):
        assert ground.find(inside / name).standing is Standing.OUTSIDE, name


def test_a_file_elsewhere_needs_approval_by_where_it_really_lies() -> None:
    value = with_asset(type="image", src="passwords", layerName="x")
    value["template"]["src"] = "shot.aep"
    ground = Ground(PurePosixPath("/jobs"), (), links(UNIX))
    (piece,) = what_runs(read(value), ground, lambda _: b"")
    assert piece.reach is Reach.READ
    assert piece.sentence == "file for layer “x” from another folder: /etc/passwd"
    moved = Ground(PurePosixPath("/jobs"), (), links({**UNIX, "/jobs/passwords": "/etc/shadow"}))
    (other,) = what_runs(read(value), moved, lambda _: b"")
    assert fingerprint([piece]) != fingerprint([other])


def test_every_kind_of_file_is_told_once() -> None:
    value = job(
        template={"src": "/p/shot.aep", "composition": "c"},
        assets=[
            {"type": "image", "src": "/p/a.png", "layerName": "x"},
            {"type": "static", "src": "/p/b.png"},
            {"type": "static", "src": "/p/b.png"},
            {"type": "script", "src": "/p/c.jsx"},
        ],
        actions={"postrender": [action("encode", output="e.mp4", params={"-i": "/p/d.wav"})]},
    )
    runs = what_runs(read(value), Ground(PurePosixPath("/jobs")), lambda _: b"alert()")
    told = [each.code for each in runs if each.reach is Reach.READ]
    assert told == ["/p/shot.aep", "/p/a.png", "/p/b.png", "/p/d.wav"]
    # The longest list of files never hides what a job does.
    assert runs[0].reach is Reach.SCRIPT


def test_a_folder_that_is_allowed_later_or_before_leaves_an_approval_as_it_was() -> None:
    value = with_asset(type="data", layerName="T", property="P", expression="1")
    base = PurePosixPath("/jobs")
    asked = what_runs(read(value), Ground(base), lambda _: b"")
    free = what_runs(read(value), Ground(base, ["/p"]), lambda _: b"")
    assert [each.granted for each in free] == [False, True]
    assert is_trusted(free, [fingerprint(asked)])
    assert is_trusted(free, [fingerprint(needed(free))])
    # Taken back, the folder has to be asked for again.
    assert not is_trusted(asked, [fingerprint(needed(free))])


def test_a_result_behind_a_link_that_leads_out_needs_approval() -> None:
    value = with_actions(action("copy", output="up/x.mov"), src="shot.aep")
    (piece,) = what_runs(
        read(value), Ground(PurePosixPath("/jobs"), (), links(UNIX)), lambda _: b""
    )
    assert piece.reach is Reach.PLACE


@pytest.mark.parametrize("src", ["//evil/share/a.png", "/proc/self/environ", "far/a.png"])
def test_what_must_not_be_looked_at_is_refused_without_a_look(src: str) -> None:
    looked: list[PurePath] = []

    def look(path: PurePath) -> None:
        looked.append(path)
        raise FileNotFoundError

    value = with_asset(type="image", src=src, layerName="x")
    value["template"]["src"] = "shot.aep"
    ground = Ground(PurePosixPath("/jobs"), (), links(UNIX))
    found = job_problems(read(value), ground, look, lambda _: True)  # type: ignore[arg-type]
    assert [str(each) for each in looked] == ["/jobs/shot.aep"]
    wrong = next(each for each in found if each.field == "assets[0].src")
    assert "it is not read" in wrong.message
    assert wrong.hint
