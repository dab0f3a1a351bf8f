"""Files are brought by exactly the path that was judged, and fetched from one machine alone."""

import errno
import io
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import pytest

from rendermanager.machine import stager
from rendermanager.machine.staging import bringing, download, opened
from rendermanager.machine.staging.plan import Bring, Item, packed, unpacked

unix = pytest.mark.skipif(os.name != "posix", reason="by links of Unix")


def item(source: Path | str, to: Path, way: Bring = Bring.COPY, **more: Any) -> Item:
    return Item(str(source), Path(str(source)).name, str(to), way, **more)


def bring(*items: Item) -> list[str]:
    said: list[str] = []
    bringing.bring(items, said.append)
    return said


class TestFiles:
    def test_a_copy_is_a_file_of_its_own_and_a_link_is_not(self, tmp_path: Path) -> None:
        source = tmp_path / "a.png"
        source.write_bytes(b"x" * 3_000_000)
        said = bring(
            item(source, tmp_path / "files" / "0" / "a.png"),
            item(source, tmp_path / "files" / "1" / "a.png", Bring.LINK),
            item(source, tmp_path / "files" / "2" / "a.png", Bring.STAY),
        )
        copy, link, none = (tmp_path / "files" / str(at) / "a.png" for at in range(3))
        assert copy.read_bytes() == source.read_bytes()
        assert not copy.samefile(source)
        assert link.samefile(source)
        assert not none.exists()
        assert said[0] == "fetching a.png (1 of 3)"
        assert said[-2:] == ["fetching a.png (1 of 3) 100%", "fetching a.png (2 of 3)"]

    def test_where_there_are_no_second_names_a_copy_is_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def link(*_: Any, **__: Any) -> None:
            raise OSError(errno.EXDEV, "Invalid cross-device link")

        monkeypatch.setattr(os, "link", link)
        (tmp_path / "a").write_bytes(b"there")
        bring(item(tmp_path / "a", tmp_path / "files" / "a", Bring.LINK))
        assert (tmp_path / "files" / "a").read_bytes() == b"there"

    @unix
    @pytest.mark.parametrize("way", list(Bring))
    @pytest.mark.parametrize("stepwise", [True, False])
    @pytest.mark.parametrize("swapped", ["file", "folder"])
    def test_a_file_that_was_exchanged_for_a_link_is_not_read(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        way: Bring,
        stepwise: bool,
        swapped: str,
    ) -> None:
        monkeypatch.setattr(opened, "_STEPWISE", stepwise)
        secret = tmp_path / "secret"
        secret.mkdir()
        (secret / "a.png").write_bytes(b"secret")
        folder = tmp_path / "job"
        if swapped == "folder":
            folder.symlink_to(secret)
        else:
            folder.mkdir()
            (folder / "a.png").symlink_to(secret / "a.png")
        with pytest.raises(bringing.Failed, match=r"changed: a\.png: it lies elsewhere"):
            bring(item(folder / "a.png", tmp_path / "to", way))
        assert not (tmp_path / "to").exists()

    @unix
    def test_neither_a_pipe_nor_a_device_holds_it_up(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
            with pytest.raises(bringing.Failed, match="no ordinary file"):
                bring(item(path, tmp_path / "to"))

    def test_what_is_missing_is_told_or_passed_over(self, tmp_path: Path) -> None:
        gone = tmp_path / "gone.png"
        with pytest.raises(bringing.Failed, match=r"missing: gone\.png"):
            bring(item(gone, tmp_path / "to"))
        said = bring(item(gone, tmp_path / "to", may_miss=True))
        assert said[-1] == "passing over gone.png, which is missing"

    @unix
    def test_a_link_to_something_else_in_the_same_moment_is_taken_back(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("a", "b"):
            (tmp_path / name).write_bytes(name.encode())
        link = os.link

        def swapped(source: str, to: str, **_: Any) -> None:
            link(tmp_path / "b", to)

        monkeypatch.setattr(os, "link", swapped)
        with pytest.raises(bringing.Failed, match="changed"):
            bring(item(tmp_path / "a", tmp_path / "to", Bring.LINK))
        assert not (tmp_path / "to").exists()

    def test_names_that_are_no_text_survive_the_plan(self) -> None:
        items = [Item("/a\udcff", "a", "/b", Bring.LINK, may_miss=True)]
        assert unpacked(packed(items)) == items


class Answers(BaseHTTPRequestHandler):
    """Answers as the address says."""

    def do_GET(self) -> None:
        what = self.path.partition("?")[0]
        port = cast("ThreadingHTTPServer", self.server).server_port
        moved = {
            "/same": "/good",
            "/machine": f"http://localhost:{port}/good",
            "/port": f"http://127.0.0.1:{port + 1}/good",
            "/file": "file:///etc/passwd",
            "/ftp": "ftp://127.0.0.1/x",
            "/loop": "/loop",
            "/nowhere": "",
        }
        if what in moved:
            self.send_response(302)
            self.send_header("Location", moved[what])
            self.end_headers()
        elif what.startswith("/status"):
            self.send_response(int(what[7:]))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_response(200)
            if what == "/short":
                self.send_header("Content-Length", "100")
            elif what == "/huge":
                self.send_header("Content-Length", str(download.MAX_BYTES + 1))
            self.end_headers()
            self.wfile.write(b"" if what == "/empty" else b"content")

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def fetched(address: str, limit: int = download.MAX_BYTES) -> bytes:
    to = io.BytesIO()
    download.fetch(address, to, lambda there, whole: None, limit)
    return to.getvalue()


class TestDownloads:
    @pytest.mark.parametrize("path", ["/good", "/good?key=1", "/same"])
    def test_what_is_there_is_fetched(self, web: str, path: str) -> None:
        assert fetched(web + path) == b"content"

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("/machine", "leads to another place"),
            ("/port", "leads to another place"),
            ("/file", "leads to another place"),
            ("/ftp", "leads to another place"),
            ("/loop", "again and again"),
            ("/nowhere", "again and again"),
            ("/status404", "the answer is 404"),
            ("/empty", "it is empty"),
            ("/huge", "more than the"),
        ],
    )
    def test_what_leads_elsewhere_or_is_nothing_is_refused(
        self, web: str, path: str, words: str
    ) -> None:
        with pytest.raises(download.Refused, match=words):
            fetched(web + path)

    def test_more_than_the_limit_is_refused_though_nothing_was_announced(self, web: str) -> None:
        with pytest.raises(download.Refused, match="more than the 3 bytes"):
            fetched(f"{web}/good", 3)

    @pytest.mark.parametrize("path", ["/status503", "/status429", "/short"])
    def test_what_may_pass_is_tried_again(self, web: str, path: str) -> None:
        with pytest.raises(download.Unreachable):
            fetched(web + path)

    def test_a_name_that_stands_for_this_machine_is_refused(
        self, web: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A name that a stranger has chosen reaches nothing that listens here alone."""
        real = socket.getaddrinfo

        def lookup(host: str, *args: Any, **more: Any) -> Any:
            return real("127.0.0.1", *args, **more)

        monkeypatch.setattr(socket, "getaddrinfo", lookup)
        with pytest.raises(download.Refused, match="no other machine"):
            fetched(web.replace("127.0.0.1", "assets.example"))

    def test_nobody_there_is_told(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{taken.getsockname()[1]}/a.png"
            with pytest.raises(download.Unreachable, match="does not answer"):
                fetched(address)

    def test_a_download_has_its_place_and_its_words(self, web: str, tmp_path: Path) -> None:
        bring(item(f"{web}/good", tmp_path / "files" / "a.png", Bring.LINK))
        assert (tmp_path / "files" / "a.png").read_bytes() == b"content"
        with pytest.raises(bringing.Failed, match="refused: file: it leads to another place"):
            bring(item(f"{web}/file", tmp_path / "b.png"))


def run(plan: Path, *program: str) -> "subprocess.CompletedProcess[str]":
    words = [*stager.command(str(plan)), *program]
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)


class TestProcess:
    def test_it_brings_and_becomes_the_program(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"there")
        plan = tmp_path / "files.json"
        plan.write_bytes(packed([item(tmp_path / "a", tmp_path / "files" / "a")]))
        code = f"import sys; print(open({str(tmp_path / 'files' / 'a')!r}).read()); sys.exit(7)"
        done = run(plan, sys.executable, "-c", code)
        assert done.returncode == 7, done
        assert done.stdout.splitlines()[-1] == "there"
        assert done.stdout.splitlines()[0] == "[files] fetching a (1 of 1)"

    def test_the_program_does_not_start_when_a_file_is_missing(self, tmp_path: Path) -> None:
        plan = tmp_path / "files.json"
        plan.write_bytes(packed([item(tmp_path / "a", tmp_path / "files" / "a")]))
        done = run(plan, sys.executable, "-c", f"open({str(tmp_path / 'ran')!r}, 'w')")
        assert done.returncode == 1
        assert done.stdout == "[files] fetching a (1 of 1)\n[files] missing: a\n"
        assert not (tmp_path / "ran").exists()

    def test_it_takes_nothing_but_the_standard_library(self) -> None:
        words = stager.command("plan")
        code = (
            "import sys, json; sys.path.append(sys.argv[1]);"
            "import rendermanager.machine.staging.bringing;"
            "names = {each.partition('.')[0] for each in sys.modules};"
            "print(json.dumps(sorted(names - set(sys.stdlib_module_names))))"
        )
        root = str(Path(stager.__file__).parents[2])
        done = subprocess.run(
            [*words[:-2], "-c", code, root], capture_output=True, text=True, check=True
        )
        assert json.loads(done.stdout) == ["__main__", "rendermanager"]
