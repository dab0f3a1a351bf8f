"""Where After Effects, nexrender, node and npm are looked for, on machines of every kind."""

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.renderers.nexrender import install, locate
from rendermanager.renderers.nexrender.locate import Installed

WINDOWS = {"PROGRAMFILES": r"C:\Program Files", "ProgramW6432": r"C:\Program Files"}
NAMES = [
    "Adobe After Effects 2024",
    "Adobe After Effects CC 2019",
    "Adobe After Effects (Beta)",
    "Adobe After Effects 2025",
    "Adobe After Effects 2025 backup",
    "Adobe Photoshop 2025",
    "Adobe Media Encoder 2025",
]
YEARS = ["2025", "2024", "2019", "Beta"]
CLI = "node_modules/@nexrender/cli/src/bin.js"


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def among(*files: str) -> Callable[[str], bool]:
    return lambda path: path in files


class TestAfterEffects:
    def test_on_windows(self) -> None:
        (root,) = locate.roots(WINDOWS, "win32")
        found = locate.installed(root, NAMES, "win32")
        assert [each.year for each in found] == YEARS
        folder = r"C:\Program Files\Adobe\Adobe After Effects 2025\Support Files"
        assert found[0].program == rf"{folder}\aerender.exe"

    def test_on_macos(self) -> None:
        assert locate.roots({}, "darwin") == ["/Applications"]
        found = locate.installed("/Applications", NAMES, "darwin")
        assert [each.year for each in found] == YEARS
        assert found[0] == Installed("2025", "/Applications/Adobe After Effects 2025/aerender")

    def test_on_linux_there_is_none(self) -> None:
        assert locate.roots(WINDOWS, "linux") == []
        assert locate.after_effects({}, "linux") == []

    def test_only_what_can_be_run_counts(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(locate, "roots", lambda *_: [str(tmp_path), str(tmp_path / "gone")])
        good = program(tmp_path / "Adobe After Effects 2023" / "aerender")
        (tmp_path / "Adobe After Effects 2025").mkdir()
        assert locate.after_effects({}, "darwin") == [Installed("2023", str(good))]

    def test_what_a_person_names_comes_first(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(locate, "roots", lambda *_: [str(tmp_path)])
        new = program(tmp_path / "Adobe After Effects 2025" / "aerender")
        old = program(tmp_path / "Adobe After Effects 2022" / "aerender")
        env = {"RENDERMANAGER_AERENDER": str(old)}
        assert locate.find(env, "/chosen/aerender", "darwin") == [
            (Path("/chosen/aerender"), "chosen"),
            (old, "environment"),
            (new, "system"),
        ]

    @pytest.mark.parametrize(
        ("path", "year"),
        [
            (PureWindowsPath(r"C:\x\Adobe After Effects 2024\Support Files\aerender.exe"), "2024"),
            (PurePosixPath("/Applications/Adobe After Effects CC 2018/aerender"), "2018"),
            (PurePosixPath("/Applications/Adobe After Effects (Beta)/aerender"), "Beta"),
            (PurePosixPath("/opt/aerender"), ""),
        ],
    )
    def test_its_folder_tells_its_version(self, path: Any, year: str) -> None:
        assert locate.year_of(path) == year


class TestNexrender:
    @pytest.mark.parametrize(
        ("named", "platform", "script"),
        [
            ("/opt/set", "linux", f"/opt/set/{CLI}"),
            ("/opt/bin.js", "linux", "/opt/bin.js"),
            ("/usr/local/bin/nexrender-cli", "darwin", "/lib/cli/bin.js"),
            (
                r"C:\npm\nexrender-cli.cmd",
                "win32",
                "C:\\npm\\" + CLI.replace("/", "\\"),
            ),
            (r"C:\npm\nexrender-cli", "win32", "C:\\npm\\" + CLI.replace("/", "\\")),
            (r"C:\tools", "win32", "C:\\tools\\" + CLI.replace("/", "\\")),
        ],
    )
    def test_a_name_leads_to_a_script_and_never_to_a_shell(
        self, named: str, platform: str, script: str
    ) -> None:
        def resolve(path: str) -> str:
            return "/lib/cli/bin.js" if path.endswith("bin/nexrender-cli") else path

        places = list(locate.scripts_behind(named, platform, resolve))
        assert script in places
        assert all(place.endswith(".js") for place in places)

    def test_ours_comes_before_the_one_on_the_path_and_that_before_npms_folder(
        self, home: Path
    ) -> None:
        env = {"PATH": "/a:/b", "HOME": "/home/ada", "RENDERMANAGER_HOME": str(home)}
        ours = str(home / "engines" / "nexrender" / CLI)
        linked, wide = f"/b/{CLI}", f"/usr/local/lib/{CLI}"
        order = [ours, linked, wide]
        for number in range(3):
            found = locate.nexrender_script(env, "linux", among(*order[number:]))
            assert found == order[number]

    def test_npms_folder_on_windows(self) -> None:
        env = {"APPDATA": r"C:\Users\ada\AppData\Roaming", "PATH": "", "RENDERMANAGER_HOME": "/h"}
        script = r"C:\Users\ada\AppData\Roaming\npm" + "\\" + CLI.replace("/", "\\")
        assert locate.nexrender_script(env, "win32", among(script)) == script

    def test_without_one_the_way_to_it_is_told(self) -> None:
        with pytest.raises(NotPossibleNow, match="is not installed") as caught:
            locate.nexrender_script({"RENDERMANAGER_HOME": "/h"}, "linux", among())
        assert "rendermanager engines --install nexrender" in caught.value.hint

    def test_a_wrong_name_is_told_and_no_other_is_taken(self, home: Path) -> None:
        ours = str(home / "engines" / "nexrender" / CLI)
        env = {"RENDERMANAGER_NEXRENDER": "/wrong", "RENDERMANAGER_HOME": str(home)}
        with pytest.raises(NotPossibleNow, match="“/wrong”, named by RENDERMANAGER_NEXRENDER"):
            locate.nexrender_script(env, "linux", among(ours))

    def test_its_package_tells_its_version(self, tmp_path: Path) -> None:
        script = str(program(tmp_path / "src" / "bin.js"))
        assert locate.version_of(script) == ""
        (tmp_path / "package.json").write_text("[]")
        assert locate.version_of(script) == ""
        (tmp_path / "package.json").write_text(json.dumps({"version": "1.46.5"}))
        assert locate.version_of(script) == "1.46.5"


class TestNode:
    def test_one_that_is_too_old_is_passed_over(self, tmp_path: Path) -> None:
        old = program(tmp_path / "a" / "node", "#!/bin/sh\necho v16.20.2\n")
        new = program(tmp_path / "b" / "node", "#!/bin/sh\necho v22.13.0\n")
        env = {"PATH": f"{old.parent}:{new.parent}"}
        assert locate.node(env) == (new, (22, 13))

    def test_none_at_all_names_the_way_out(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(locate, "node_candidates", lambda _: [])
        with pytest.raises(NotPossibleNow, match="was not found") as caught:
            locate.node({})
        assert "RENDERMANAGER_NODE" in caught.value.hint
        broken = program(tmp_path / "node", "#!/bin/sh\nexit 3\n")
        old = program(tmp_path / "old", "#!/bin/sh\necho v12.0.0\n")
        monkeypatch.setattr(locate, "node_candidates", lambda _: [broken, old])
        with pytest.raises(NotPossibleNow, match=r"does not work: .*is older than node 20"):
            locate.node({})

    @pytest.mark.parametrize(
        ("version", "flags"),
        [
            ((18, 0), set()),
            ((20, 9), {"--experimental-permission"}),
            ((22, 12), {"--experimental-permission"}),
            ((22, 13), {"--permission"}),
            ((25, 1), {"--permission", "--allow-net"}),
        ],
    )
    def test_what_it_can_be_kept_from(self, version: tuple[int, int], flags: set[str]) -> None:
        assert locate.confinement(version) == flags


class TestProbe:
    def test_everything_is_there(self, tmp_path: Path) -> None:
        effects = program(tmp_path / "Adobe After Effects 2025" / "aerender")
        node = program(tmp_path / "bin" / "node", "#!/bin/sh\necho v20.1.0\n")
        script = program(tmp_path / "set" / CLI)
        (script.parent.parent / "package.json").write_text('{"version": "1.46.5"}')
        env = {
            "PATH": str(node.parent),
            "RENDERMANAGER_NEXRENDER": str(tmp_path / "set"),
            "RENDERMANAGER_NEXRENDER_REQUIRE": "/shim.js",
        }
        found = locate.probe(effects, env)
        assert (found.program, found.version) == (effects, "2025 (nexrender 1.46.5)")
        assert found.helpers["node"] == node
        assert found.helpers["nexrender"] == script
        assert found.helpers["preload"] == Path("/shim.js")
        assert found.helpers["aerender 2025"] == effects

    def test_what_is_no_program_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="no program"):
            locate.probe(tmp_path / "aerender", {})

    def test_what_may_come_and_go_is_named(self, home: Path) -> None:
        env = {"RENDERMANAGER_HOME": str(home), "PATH": ""}
        assert home / "engines" / "nexrender" / CLI in locate.also_needed(env)
        named = locate.also_needed({**env, "RENDERMANAGER_NEXRENDER": "/set"})
        assert Path("/set") in named


class TestNpm:
    def test_its_script_is_found_behind_a_link_or_beside_node(self) -> None:
        def resolve(path: Path) -> Path:
            return Path("/lib/npm/bin/npm-cli.js") if path.name == "npm" else path

        places = list(install.npm_scripts(Path("/opt/bin/node"), Path("/usr/bin/npm"), resolve))
        assert places[0] == Path("/lib/npm/bin/npm-cli.js")
        assert Path("/opt/lib/node_modules/npm/bin/npm-cli.js") in places
        assert Path("/opt/bin/node_modules/npm/bin/npm-cli.js") in places
        assert all(place.suffix == ".js" for place in places)

    def test_no_script_of_a_package_is_run(self) -> None:
        words = install.install_command(Path("/n/node"), Path("/n/npm-cli.js"))
        assert words[:3] == ["/n/node", "/n/npm-cli.js", "ci"]
        assert "--ignore-scripts" in words

    @pytest.mark.parametrize(
        ("said", "message"),
        [
            ("npm error code ENOTFOUND\nnpm error errno", "no way to npm's registry"),
            ("npm error code ECONNREFUSED", "no way to npm's registry"),
            ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "certificate is not trusted"),
            ("npm error code E403", "refuses access"),
            ("npm error code EINTEGRITY", "not the one that was tested"),
            ("npm error code E404", "does not have a package"),
            ("npm error code ENOSPC", "disk is full"),
            ("npm error code EACCES", "may not be written"),
            ("npm error something else", "npm could not install"),
        ],
    )
    def test_its_errors_become_sentences(self, said: str, message: str) -> None:
        found, hint = install.failure_of(said)
        assert message in found
        assert hint

    def test_the_end_of_its_words_is_kept(self) -> None:
        said = "\n".join(f"line {n}" for n in range(9)) + "\nA complete log of this run is in x\n"
        assert install.last_words(said, 2) == "line 7\nline 8"

    def test_the_pinned_set_names_each_package_with_its_hash_and_no_address(self) -> None:
        package, lock = (json.loads(file.read_text()) for file in install.pinned_files())
        versions = package["dependencies"].values()
        assert all(version[0].isdigit() for version in versions)
        packages = {name: each for name, each in lock["packages"].items() if name}
        assert len(packages) > 100
        assert all(each["integrity"].startswith("sha512-") for each in packages.values())
        assert not any("resolved" in each for each in packages.values())
        assert "://" not in install.pinned_files()[1].read_text()
        for name, version in package["dependencies"].items():
            assert packages[f"node_modules/{name}"]["version"] == version
