"""Jobs of nexrender through the real nexrender, on top of a stand-in for After Effects."""

import hashlib
import json
import os
import signal
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import av
import pytest

from rendermanager.config.paths import Paths
from tests.cli.driving import Cli, processes, renderer, run, started, wait
from tests.helpers.after_effects import SHIM, AfterEffects, stand_ins
from tests.helpers.nexrender import PROJECT
from tests.renderers.nexrender_model import after, job

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script of a Unix shell"),
    pytest.mark.usefixtures("nothing_is_left_behind"),
]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
MP4 = {"outputExt": "mp4"}
FONTS = {"prerender": [{"module": "@nexrender/action-fonts"}]}


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """A folder with a project, a picture and a script."""
    folder = tmp_path / "shots"
    folder.mkdir()
    (folder / "shot.aep").write_bytes(PROJECT)
    (folder / "Tom's and Jerry's.png").write_bytes(PIXEL)
    (folder / "set up.jsx").write_text("var seen = 'the script';\n")
    return folder


def made(*actions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    template = {"src": "shot.aep", "composition": "main", **fields.pop("template", {})}
    return job(template=template, actions={"postrender": list(actions)}, **fields)


def job_with_fonts(*fonts: dict[str, Any]) -> dict[str, Any]:
    template = {"src": "shot.aep", "composition": "main", **MP4}
    return job(template=template, assets=list(fonts), actions=FONTS)


def picture(src: str, **fields: Any) -> dict[str, Any]:
    return {"type": "image", "layerName": "logo.png", "src": src, **fields}


def put(folder: Path, value: Any, name: str = "job.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(value))
    return path


def frames(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def results(folder: Path) -> list[str]:
    """What a render has left, by the names below a folder."""
    there = {"shot.aep", "Tom's and Jerry's.png", "set up.jsx"}
    files = (each for each in folder.rglob("*") if each.is_file() and each.suffix != ".json")
    return sorted(str(each.relative_to(folder)) for each in files if each.name not in there)


class TestGood:
    def test_a_job_with_texts_and_a_picture_becomes_a_film(
        self, effects: AfterEffects, shots: Path
    ) -> None:
        text = {"type": "data", "layerName": "Title", "property": "Source Text", "value": "“Hi”"}
        picture = {"type": "image", "src": "Tom's and Jerry's.png", "layerName": "logo.png"}
        path = put(shots, made(assets=[text, picture], template=MP4))
        ran = run("render", path)
        assert ran.code == 0, ran
        assert results(shots) == ["job_main.mp4"]
        assert frames(shots / "job_main.mp4") == 50
        (script,) = effects.scripts()
        assert "“Hi”" in script
        assert "Jerry's" not in script
        assert (shots / "shot.aep").read_bytes() == PROJECT

    def test_a_list_becomes_jobs_that_can_be_told_apart(
        self, effects: AfterEffects, shots: Path
    ) -> None:
        copies = [made(after("copy", output=f"out/{name}.mp4")) for name in ("a", "b", "c")]
        ran = run("render", put(shots, copies), "--json")
        assert ran.code == 0, ran
        ended = [each for each in ran.json if each["event"] == "ended"]
        assert sorted(each["name"] for each in ended) == [
            "job.json #1 a",
            "job.json #2 b",
            "job.json #3 c",
        ]
        assert results(shots) == ["out/a.mp4", "out/b.mp4", "out/c.mp4"]

    def test_a_wrong_one_of_a_list_is_told_and_the_others_are_rendered(
        self, effects: AfterEffects, shots: Path
    ) -> None:
        wrong = made(assets=[{"type": "image", "src": "gone.png", "layerName": "logo.png"}])
        ran = run("render", put(shots, [made(template=MP4), wrong]))
        assert ran.code == 2, ran
        assert "job.json[1].assets[0].src: The file of layer “logo.png” is missing" in ran.err
        assert results(shots) == ["job_1_main.mp4"]

    def test_pictures_get_the_numbers_of_the_composition(
        self, effects: AfterEffects, shots: Path
    ) -> None:
        template = {"outputExt": "png", "frameStart": 8, "frameEnd": 11}
        ran = run("render", put(shots, made(template=template)))
        assert ran.code == 0, ran
        names = [f"job_main/job_main_{number:05d}.png" for number in range(8, 12)]
        assert results(shots) == names

    def test_what_is_encoded_copied_and_packed_is_published(
        self, effects: AfterEffects, shots: Path
    ) -> None:
        actions = (
            after("copy", output="out/film.mp4"),
            after("copy", output="more/again.mp4"),
            after("encode", preset="webm", output="out/small.webm", params={"-b:v": "200k"}),
            after("compress", input=["out/small.webm"], output="packed.zip"),
        )
        path = put(shots, made(*actions))
        ran = run("render", path, "--json")
        assert ran.code == 0, ran
        assert results(shots) == ["more/again.mp4", "out/film.mp4", "packed.zip"]
        steps = {each.get("stage") for each in ran.json if each["event"] == "progress"}
        assert any("encod" in str(each) for each in steps), steps
        with zipfile.ZipFile(shots / "packed.zip") as packed:
            assert packed.testzip() is None
        # A second time everything gets a name of its own.
        assert run("render", path).code == 0
        assert len(results(shots)) == 6
        assert "packed_v002.zip" in results(shots)

    def test_a_script_runs_once_it_is_allowed_and_no_more_when_it_changes(
        self, effects: AfterEffects, shots: Path, home: Path
    ) -> None:
        path = put(shots, made(assets=[{"type": "script", "src": "set up.jsx"}], template=MP4))
        refused = run("render", path)
        assert refused.code == 2
        assert "needs your approval: script “set up.jsx”" in refused.err
        assert effects.called_with() == []
        assert run("trust", path, "--yes").code == 0
        assert run("submit", path).code == 0
        (shots / "set up.jsx").write_text("var seen = 'another one';\n")
        assert run("serve", "--exit-when-idle").code == 1
        assert effects.called_with() == []
        (view,) = run("show", 1, "--json").json
        assert "needs your approval" in view["error"]["message"]
        (shots / "set up.jsx").write_text("var seen = 'the script';\n")
        assert run("retry", 1).code == 0
        assert run("serve", "--exit-when-idle").code == 0
        (script,) = effects.scripts()
        assert "the script" in script
        assert results(shots) == ["job_main.mp4"]

    def test_a_job_of_a_jobs_file_may_be_one_of_nexrender(
        self, effects: AfterEffects, shots: Path, cli: Cli
    ) -> None:
        path = put(shots, [made(template=MP4), made(template=MP4)])
        line = {"engine": "nexrender", "source": str(path), "settings": {"entry": 2}}
        ran = run("render", "--jobs", cli.jobs_file(line))
        assert ran.code == 0, ran
        assert results(shots) == ["job_2_main.mp4"]


class Web(ThreadingHTTPServer):
    """A machine that pictures come from.

    Attributes:
        asked: Called before an answer.
    """

    asked: Callable[[], None] = staticmethod(lambda: None)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = cast("Web", self.server)
        server.asked()
        self.send_response(302 if "elsewhere" in self.path else 200)
        if "elsewhere" in self.path:
            self.send_header("Location", "http://localhost/a.png")
        self.end_headers()
        self.wfile.write(PIXEL)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class TestElsewhere:
    """Files that lie outside the folder of the job."""

    def test_footage_of_another_folder_is_rendered_once_it_is_allowed(
        self, effects: AfterEffects, shots: Path, tmp_path: Path
    ) -> None:
        footage = tmp_path / "footage"
        footage.mkdir()
        (footage / "a.png").write_bytes(PIXEL)
        path = put(shots, made(assets=[picture("../footage/a.png")], template=MP4))
        refused = run("render", path)
        assert refused.code == 2
        assert f"from another folder: {footage / 'a.png'}" in refused.err
        assert effects.called_with() == []
        assert run("trust", path, "--yes").code == 0
        assert run("render", path).code == 0
        assert run("trust", "--forget", path.name).code == 0
        assert run("render", path).code == 2
        assert run("trust", "--folder", footage).code == 0
        assert run("render", path).code == 0
        assert len(results(shots)) == 2
        assert (footage / "a.png").read_bytes() == PIXEL

    def test_what_is_exchanged_after_it_was_added_is_not_read(
        self, effects: AfterEffects, shots: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "secret.png").write_bytes(PIXEL + b"secret")
        (shots / "a.png").write_bytes(PIXEL)
        assert run("submit", put(shots, made(assets=[picture("a.png")]))).code == 0
        (shots / "a.png").unlink()
        (shots / "a.png").symlink_to(tmp_path / "secret.png")
        assert run("serve", "--exit-when-idle").code == 1
        (view,) = run("show", 1, "--json").json
        assert "needs your approval" in view["error"]["message"]
        assert effects.called_with() == []

    @pytest.mark.parametrize("in_place", [False, True])
    def test_what_is_exchanged_between_the_last_look_and_the_start_is_not_read(
        self,
        effects: AfterEffects,
        shots: Path,
        tmp_path: Path,
        cli: Cli,
        web: Web,
        in_place: bool,
    ) -> None:
        (tmp_path / "secret.png").write_bytes(PIXEL + b"secret")
        (shots / "b.png").write_bytes(PIXEL)

        def swap() -> None:
            """While the first file is fetched, the second one becomes a link."""
            (shots / "b.png").unlink()
            (shots / "b.png").symlink_to(tmp_path / "secret.png")

        web.asked = swap
        assets = [picture(f"{web.address}/a.png"), picture("b.png", useOriginal=in_place)]
        path = put(shots, made(assets=assets))
        assert run("trust", path, "--yes").code == 0
        ran = run("render", "--jobs", cli.jobs_file({"source": str(path)}), "--json")
        assert ran.code == 1
        (ended,) = [each for each in ran.json if each["event"] == "ended"]
        assert "was exchanged after it was looked at" in ended["error"]["message"]
        assert effects.called_with() == []
        assert results(shots) == ["b.png"]

    def test_downloads_come_from_the_machine_that_was_approved_alone(
        self, effects: AfterEffects, shots: Path, web: Web, cli: Cli
    ) -> None:
        path = put(shots, made(assets=[picture(f"{web.address}/a.png?x=1")], template=MP4))
        assert run("trust", path, "--yes").code == 0
        ran = run("render", path)
        assert ran.code == 0, ran
        assert results(shots) == ["job_main.mp4"]
        put(shots, made(assets=[picture(f"{web.address}/elsewhere.png")], template=MP4))
        assert run("trust", path, "--yes").code == 0
        ran = run("render", path, "--json")
        assert ran.code == 1
        (ended,) = [each for each in ran.json if each["event"] == "ended"]
        assert "leads to another place, http://localhost" in ended["error"]["message"]
        assert len(effects.called_with()) == 1


class TestFonts:
    """Fonts that a job brings along. The action for them knows Windows and macOS alone."""

    @pytest.fixture(autouse=True)
    def _mac(self, effects: AfterEffects, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        effects.shim.write_text(
            f"{SHIM}Object.defineProperty(process, 'platform', {{value: 'darwin'}});\n"
        )
        monkeypatch.setenv("HOME", str(tmp_path / "ada"))
        (tmp_path / "ada").mkdir()

    @pytest.mark.parametrize(
        ("src", "name", "installed"),
        [
            ("Brand.ttf", "Brand.ttf", "Brand.ttf"),
            ("Brand.TTF", "Brand", "Brand.ttf"),
            ("Tom's Brand.OTF", "Brand Sans", "Brand Sans.otf"),
        ],
    )
    def test_a_font_is_installed_once_its_content_is_allowed(
        self,
        effects: AfterEffects,
        shots: Path,
        tmp_path: Path,
        src: str,
        name: str,
        installed: str,
    ) -> None:
        (shots / src).write_bytes(b"a font")
        font = {"type": "static", "src": src, "name": name}
        path = put(shots, job_with_fonts(font))
        refused = run("render", path)
        assert refused.code == 2
        assert f"font “{name}”, which stays installed" in refused.err
        assert run("trust", path, "--yes").code == 0
        ran = run("render", path)
        assert ran.code == 0, ran
        folder = tmp_path / "ada" / "Library" / "Fonts"
        assert [each.name for each in folder.iterdir()] == [installed]
        assert (folder / installed).read_bytes() == b"a font"
        # Another font under this name is another matter.
        (shots / src).write_bytes(b"another font")
        assert run("render", path).code == 2

    def test_nothing_else_is_installed_whatever_it_is_called(
        self, effects: AfterEffects, shots: Path, tmp_path: Path
    ) -> None:
        (shots / "a.bin").write_bytes(b"not approved")
        assets = [
            {"type": "static", "src": "a.bin", "name": "evil.ttf"},
            {"type": "static", "src": "data:text/plain,evil", "name": "more.ttf"},
        ]
        ran = run("render", put(shots, job_with_fonts(*assets)))
        assert ran.code == 0, ran
        assert not (tmp_path / "ada" / "Library").exists()


class TestBad:
    def test_a_failure_has_its_kind_and_its_sentence(
        self, effects: AfterEffects, shots: Path, cli: Cli
    ) -> None:
        effects.behave(comps=["x"])
        line = {"source": str(put(shots, made())), "max_attempts": 1}
        ran = run("render", "--jobs", cli.jobs_file(line), "--json")
        assert ran.code == 1
        (ended,) = [each for each in ran.json if each["event"] == "ended"]
        assert ended["error"]["kind"] == "invalid_input"
        assert "composition" in ended["error"]["message"]
        assert ended["error"]["hint"]
        assert results(shots) == []

    def test_an_encoding_that_fails_says_so(
        self, effects: AfterEffects, shots: Path, cli: Cli
    ) -> None:
        action = after("encode", output="a.mp4", params={"-c:v": "nosuchcodec"})
        line = {"source": str(put(shots, made(action))), "max_attempts": 1}
        ran = run("render", "--jobs", cli.jobs_file(line), "--json")
        assert ran.code == 1
        (ended,) = [each for each in ran.json if each["event"] == "ended"]
        assert ended["error"]["message"]
        assert results(shots) == []

    def test_a_file_that_is_no_job_is_passed_over_in_a_folder_alone(
        self, effects: AfterEffects, shots: Path
    ) -> None:
        put(shots, {"v": "5.7", "layers": []}, "lottie.json")
        put(shots, made(template=MP4))
        (shots / "Tom's and Jerry's.png").unlink()
        ran = run("render", shots)
        assert ran.code == 0, ran
        assert "lottie" not in ran.err
        assert results(shots) == ["job_main.mp4"]
        named = run("render", shots / "lottie.json")
        assert named.code == 2
        assert "“lottie.json” is no job of nexrender" in named.err


class TestEnds:
    def test_cancelling_leaves_no_process(
        self, effects: AfterEffects, shots: Path, cli: Cli
    ) -> None:
        effects.behave(mode="hang")
        with started("render", put(shots, made())) as child:
            wait(lambda: stand_ins(effects.folder))
            cli.good("cancel", 1)
            assert child.wait(30) != 0
        assert cli.view(1)["status"] == "cancelled"
        assert results(shots) == []

    def test_after_a_crash_it_is_rendered_as_it_was_added(
        self, effects: AfterEffects, shots: Path, home: Path, cli: Cli
    ) -> None:
        effects.behave(mode="hang")
        paths, path = Paths(home), put(shots, made(template=MP4))
        with started("render", path) as child:
            wait(lambda: paths.database.exists() and stand_ins(effects.folder))
            wait(lambda: renderer(paths))
            child.send_signal(signal.SIGKILL)
            child.wait()
        wait(lambda: processes(paths) == [])
        wait(lambda: stand_ins(effects.folder) == [])
        put(shots, made(template={"composition": "another"}))
        effects.behave()
        assert run("serve", "--exit-when-idle").code == 0
        assert cli.view(1)["status"] == "completed"
        assert results(shots) == ["job_main.mp4"]
        words = effects.called_with()[-1]
        assert words[words.index("-comp") + 1] == "main"


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with its hash, every folder with a word."""
    return {
        str(each.relative_to(folder)): (
            hashlib.sha256(each.read_bytes()).hexdigest() if each.is_file() else "folder"
        )
        for each in folder.rglob("*")
    }


def defused(canary: Path) -> dict[str, dict[str, Any]]:
    """Jobs that mean harm and are rendered without it."""
    evil = {"-y": str(canary / "kept.txt")}
    return {
        "workpath": made(workpath=str(canary)),
        "uid": made(uid="../../canary"),
        "state": made(state="queued", type="../x", onChange="process.exit()", aerender="/bin/sh"),
        "settings": made(settings={"workpath": str(canary), "skipCleanup": False}),
        "encode": made(after("encode", preset="mp4", output="e.mp4", params=evil)),
        "layer": made(
            assets=[
                {
                    "type": "data",
                    "layerName": f"a'); new File(\"{canary}/x\").open('w'); ('",
                    "property": "Opacity",
                    "value": 1,
                }
            ]
        ),
    }


def refused(canary: Path) -> dict[str, dict[str, Any]]:
    """Jobs that mean harm and are not added."""
    image = {"type": "image", "layerName": "a.png", "src": "Tom's and Jerry's.png"}
    module = str(canary / "evil.js")
    return {
        "empty template": {"workpath": str(canary), "template": {}},
        "name": made(assets=[{**image, "name": "../../x.png"}]),
        "output": made(after("copy", output="../canary/x.mov")),
        "own output": made(output="../canary/x.mov"),
        "elsewhere": made(after("copy", output=str(canary / "x.mov"))),
        "module": made({"module": module, "output": "x"}),
        "relative module": made({"module": "../canary/evil.js", "output": "x"}),
        "composition": made(template={"composition": "main'); evil(); ('"}),
        "web": made(assets=[{**image, "src": "http://127.0.0.1:9/x.png"}]),
        "share": made(assets=[{**image, "src": "file://server/share/x.png"}]),
        "share of Windows": made(assets=[{**image, "src": "\\\\server\\share\\x.png"}]),
        "cloud": made(assets=[{**image, "src": "s3://bucket/x.png"}]),
        "variable": made(template={"src": "$HOME/x.aep"}),
        "property": made(
            assets=[
                {"type": "data", "layerName": "a", "property": "__proto__.x", "value": 1},
            ]
        ),
        "expression": made(
            assets=[{"type": "data", "layerName": "a", "property": "x", "expression": "evil()"}]
        ),
        "filter": made(after("encode", output="a.mp4", params={"-vf": f"movie={canary}/kept.txt"})),
        "parent": made(assets=[{**image, "src": "../canary/a.png"}]),
        "link": made(assets=[{**image, "src": "link.png", "layerName": "b.png"}]),
        "in place": made(
            assets=[{**image, "src": "link.png", "layerName": "c.png", "useOriginal": True}]
        ),
        "static": made(assets=[{"type": "static", "src": "/etc/passwd", "name": "passwd"}]),
        "environment": made(assets=[{**image, "src": "/proc/self/environ"}]),
        "root": made(assets=[{**image, "src": "/proc/self/root/etc/passwd"}]),
        "device": made(assets=[{**image, "src": "/dev/zero"}]),
        "network": made(assets=[{**image, "src": "//evil/share/x.png"}]),
        "mounted": made(assets=[{**image, "src": "/net/evil/x.png"}]),
        "project": made(template={"src": "../canary/shot.aep"}),
        "mixed in": made(after("encode", output="a.mp4", params={"-i": "/etc/passwd"})),
    }


class TestHarm:
    """Nothing outside the attempt's folder is written or deleted, whatever a job says."""

    def test_what_is_rendered_leaves_everything_else_as_it_was(
        self, effects: AfterEffects, shots: Path, tmp_path: Path, cli: Cli
    ) -> None:
        canary = self._canary(tmp_path)
        kept = tree(canary)
        # The first render of all changes a script of After Effects.
        assert run("render", put(shots, made(), "first.json")).code == 0
        (shots / "first_main.mov").unlink()
        before = self._around(tmp_path)
        path = put(shots, list(defused(canary).values()))
        ran = run("render", path)
        assert ran.code == 0, ran
        count = len(defused(canary))
        made_here = [f"shots/{each}" for each in results(shots)]
        assert len(made_here) == count
        now = self._around(tmp_path)
        for name in (*made_here, "shots/job.json"):
            del now[name]
        assert now == before
        assert tree(canary) == kept

    def test_a_layer_cannot_speak_in_the_script(
        self, effects: AfterEffects, shots: Path, tmp_path: Path
    ) -> None:
        canary = self._canary(tmp_path)
        assert run("render", put(shots, defused(canary)["layer"])).code == 0
        (script,) = effects.scripts()
        assert "new File(" in script
        assert f'new File("{canary}' not in script

    def test_what_means_harm_is_refused_with_a_word_for_each(
        self, effects: AfterEffects, shots: Path, tmp_path: Path
    ) -> None:
        canary = self._canary(tmp_path)
        (shots / "link.png").symlink_to(canary / "a.png")
        path = put(shots, list(refused(canary).values()))
        before = self._around(tmp_path)
        ran = run("render", path)
        assert ran.code == 2, ran
        assert effects.called_with() == []
        assert self._around(tmp_path) == before
        told = run("check", path, "--json").json[0]
        fields = [each["field"] for each in told["problems"] if each["severity"] == "error"]
        numbers = {each.partition("]")[0].removeprefix("[") for each in fields if each[0] == "["}
        approvals = fields.count("trust")
        assert len(numbers) + approvals >= len(refused(canary))
        assert told["jobs"] == []

    @pytest.mark.parametrize(
        "content",
        [
            '{"__proto__": {"x": 1}, "template": {"src": "shot.aep", "composition": "main"}}',
            '{"template": {"src": "shot.aep", "composition": "main"}, "a": ' + "[" * 100_000,
            '{"template": {"src": "shot.aep", "composition": "' + "x" * 2**20 + '"}}',
        ],
        ids=["prototype", "deep", "large"],
    )
    def test_text_that_means_harm_is_refused(
        self, effects: AfterEffects, shots: Path, content: str
    ) -> None:
        path = shots / "job.json"
        path.write_text(content)
        ran = run("render", path)
        assert ran.code == 2
        assert "job.json: " in ran.err
        assert effects.called_with() == []

    def _canary(self, tmp_path: Path) -> Path:
        canary = tmp_path / "canary"
        (canary / "inside").mkdir(parents=True)
        (canary / "kept.txt").write_text("kept")
        (canary / "inside" / "too.txt").write_text("kept")
        (canary / "a.png").write_bytes(PIXEL)
        (canary / "shot.aep").write_bytes(PROJECT)
        evil = canary / "evil.js"
        evil.write_text(f"require('fs').writeFileSync({json.dumps(str(canary / 'x'))}, '')")
        return canary

    def _around(self, tmp_path: Path) -> dict[str, str]:
        """All of the test's folder, but for our own data and what After Effects notes."""
        return {
            name: digest
            for name, digest in tree(tmp_path).items()
            if not name.startswith(("home", "data")) and not name.endswith("calls.jsonl")
        }
