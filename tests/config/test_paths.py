"""Where things are kept, and that nobody else can look at them."""

import os
import stat
from pathlib import Path

import pytest

from rendermanager.config.paths import HOME_VARIABLE, Paths, absolute, find_paths
from rendermanager.core.errors import NotPossibleNow


def modes(folder: Path) -> dict[str, int]:
    """The permissions of a folder and of all below it, by name."""
    found = {"": stat.S_IMODE(folder.stat().st_mode)}
    for path in folder.rglob("*"):
        found[str(path.relative_to(folder))] = stat.S_IMODE(path.stat().st_mode)
    return found


class TestFindPaths:
    def test_a_named_folder_comes_first(self, tmp_path: Path) -> None:
        paths = find_paths(str(tmp_path / "named"), {HOME_VARIABLE: "/elsewhere"})
        assert paths.home == tmp_path / "named"

    def test_the_variable_comes_second(self) -> None:
        assert find_paths("", {HOME_VARIABLE: "/queues/mine"}).home == Path("/queues/mine")

    def test_else_it_is_the_usual_place_of_the_system(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        home = find_paths("", {}).home
        assert home.name == "RenderManager"
        assert tmp_path in home.parents

    @pytest.mark.parametrize("environ", [{}, {HOME_VARIABLE: "queue"}])
    def test_a_relative_folder_is_one_in_the_current_folder(
        self, environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert find_paths("" if environ else "queue", environ).home == tmp_path / "queue"

    def test_the_environment_is_read_when_it_is_asked_for(self, home: Path) -> None:
        assert find_paths("").home == home

    def test_everything_lies_below_the_home(self, tmp_path: Path) -> None:
        paths = Paths(tmp_path)
        places = [getattr(paths, name) for name in dir(Paths) if isinstance_property(name)]
        assert len(places) >= 8
        assert all(tmp_path in place.parents for place in places)

    def test_each_attempt_has_a_log_of_its_own(self, tmp_path: Path) -> None:
        paths = Paths(tmp_path)
        logs = {Path(paths.attempt_log(job, run)) for job in (1, 11) for run in ("1", "11")}
        assert len(logs) == 4
        assert {log.parent for log in logs} == {paths.job_logs}


def isinstance_property(name: str) -> bool:
    return isinstance(getattr(Paths, name), property)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
class TestMake:
    @pytest.fixture(autouse=True)
    def open_umask(self) -> object:
        """What a careless system starts programs with."""
        before = os.umask(0)
        yield
        os.umask(before)

    def test_every_folder_is_for_its_owner_alone(self, tmp_path: Path) -> None:
        home = tmp_path / "home"
        Paths(home).make()
        found = modes(home)
        assert {"", "run", "logs", "logs/jobs", "cache", "cache/thumbnails"} <= set(found)
        assert set(found.values()) == {0o700}

    def test_the_home_may_lie_deep(self, tmp_path: Path) -> None:
        Paths(tmp_path / "a" / "b" / "c").make()
        assert (tmp_path / "a" / "b" / "c" / "run").is_dir()

    def test_what_is_there_is_left_alone(self, tmp_path: Path) -> None:
        paths = Paths(tmp_path / "home")
        paths.make()
        paths.settings.write_text("{}")
        paths.make()
        assert paths.settings.read_text() == "{}"

    def test_a_file_in_the_way_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("")
        with pytest.raises(NotPossibleNow, match="taken/inside” cannot be made") as caught:
            Paths(tmp_path / "taken" / "inside").make()
        assert "--data-dir" in caught.value.hint


HOME = str(Path.home())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/a/b.mov", "/a/b.mov"),
        ("/a//b/../c.mov", "/a/c.mov"),
        ("/a/b/", "/a/b/"),
        ("/", "/"),
        ("b.mov", "{here}/b.mov"),
        ("./b/", "{here}/b/"),
        ("..", "{above}"),
        ("~", HOME),
        ("~/b.mov", f"{HOME}/b.mov"),
        ("~/out/", f"{HOME}/out/"),
        ("~.mov", "{here}/~.mov"),
        ("~someone/b.mov", "{here}/~someone/b.mov"),
        ("a~/b.mov", "{here}/a~/b.mov"),
        ("-out.mp4", "{here}/-out.mp4"),
        ("take:1.mp4", "{here}/take:1.mp4"),
        (" b.mov ", "{here}/ b.mov "),
        ("$HOME/b.mov", "{here}/$HOME/b.mov"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="written for the paths of Unix")
def test_names_as_people_type_them_become_absolute(
    typed: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert absolute(typed) == expected.format(here=tmp_path, above=tmp_path.parent)


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_links_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert absolute(f"{tmp_path}/link/a.mov") == f"{tmp_path}/link/a.mov"
