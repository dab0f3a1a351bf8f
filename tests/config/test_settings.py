"""Settings survive damage, newer versions, and a crash in the middle of saving."""

import dataclasses
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from rendermanager.config.settings import Settings, load_settings, save_settings
from rendermanager.core.manners import Manners
from rendermanager.core.retry import RetryPolicy

SET = Settings(
    concurrency=3,
    hours=("mon-fri 09:00-18:00 1", "22:00-06:00 x1.5"),
    theme="dark",
    language="de",
    compact_rows=True,
    default_preset="prores-hq",
    favourite_presets=("gif", "h264"),
    output_folder="/deliveries",
    programs={"ffmpeg": "/opt/ffmpeg"},
    notify=False,
    close_to_tray=True,
    keep_awake=False,
    nice=5,
    retries={"ffmpeg": RetryPolicy(max_attempts=5, first_delay_s=10, max_delay_s=600)},
    hang_limit_s=600,
    while_working=Manners.PAUSE,
    quiet_s=30,
    memory_percent=70,
    disk_floor_mb=5_000,
    if_app_dies="finish",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


class TestLoad:
    def test_what_was_saved_comes_back(self, path: Path) -> None:
        assert all(
            getattr(SET, each.name) != getattr(Settings(), each.name)
            for each in dataclasses.fields(Settings)
        )
        save_settings(path, SET)
        assert load_settings(path) == SET

    def test_without_a_file_they_are_the_defaults(self, path: Path) -> None:
        assert load_settings(path) == Settings()

    def test_what_is_missing_has_its_default(self, path: Path) -> None:
        path.write_text('{"theme": "light"}')
        assert load_settings(path) == Settings(theme="light")

    def test_what_a_newer_version_has_set_is_passed_over(self, path: Path) -> None:
        path.write_text('{"theme": "light", "telepathy": {"on": true}}')
        assert load_settings(path) == Settings(theme="light")

    @pytest.mark.allow_warnings("settings in .* are damaged")
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b'{"theme": "dark"',
            b"\0" * 200,
            b"[]",
            b"null",
            b'"dark"',
            b"\xff\xfe{}",
            b'{"theme": "\xff"}',
            b"[" * 100_000,
        ],
        ids=lambda content: repr(content[:12]),
    )
    def test_a_damaged_file_gives_the_defaults(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        assert load_settings(path) == Settings()

    @pytest.mark.allow_warnings("settings cannot be read")
    def test_a_file_that_cannot_be_read_gives_the_defaults(self, path: Path) -> None:
        path.mkdir()
        assert load_settings(path) == Settings()

    @pytest.mark.allow_warnings("cannot be used")
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("concurrency", 65),
            ("concurrency", -1),
            ("concurrency", "4"),
            ("concurrency", 10**30),
            ("concurrency", True),
            ("concurrency", None),
            ("hours", "mon-fri 1"),
            ("hours", ["mon-fri 1", "mom 2"]),
            ("hours", [1]),
            ("theme", "pink"),
            ("theme", 1),
            ("language", "tlh"),
            ("compact_rows", "yes"),
            ("default_preset", ["h264"]),
            ("output_folder", None),
            ("programs", ["ffmpeg"]),
            ("retries", {"ffmpeg": {"max_attempts": 0}}),
            ("retries", {"ffmpeg": {"first_delay_s": -1}}),
            ("retries", {"ffmpeg": {"first_delay_s": 900}}),
            ("retries", {"ffmpeg": {"max_delay_s": 1e9}}),
            ("retries", {"ffmpeg": 3}),
            ("programs", {"ffmpeg": 1}),
            ("notify", 0),
            ("close_to_tray", {}),
            ("nice", 20),
            ("nice", -1),
            ("nice", 1.5),
            ("if_app_dies", "panic"),
            ("hang_limit_s", 9),
            ("hang_limit_s", -2),
            ("hang_limit_s", 86_401),
            ("while_working", "leave"),
            ("quiet_s", 4),
            ("memory_percent", 9),
            ("memory_percent", 101),
            ("disk_floor_mb", -1),
            ("disk_floor_mb", 10_000_001),
        ],
    )
    def test_a_value_that_cannot_be_costs_no_other(
        self, path: Path, name: str, value: object, caplog: pytest.LogCaptureFixture
    ) -> None:
        stored = msgspec.to_builtins(SET)
        path.write_bytes(msgspec.json.encode({**stored, name: value}))
        default = getattr(Settings(), name)
        assert load_settings(path) == dataclasses.replace(SET, **{name: default})
        assert f"setting “{name}”" in caplog.text

    def test_values_at_the_edge_are_taken(self, path: Path) -> None:
        path.write_text('{"concurrency": 64, "nice": 19}')
        assert load_settings(path) == Settings(concurrency=64, nice=19)


class TestCheck:
    def test_good_settings_have_no_problem(self) -> None:
        assert SET.check() == Settings().check() == []

    def test_all_problems_are_named_at_once(self) -> None:
        problems = Settings(concurrency=65, theme="pink", nice=-1).check()
        assert [problem.field for problem in problems] == ["concurrency", "theme", "nice"]
        assert "pink" in problems[1].message


class TestSave:
    def test_nobody_else_can_read_them(self, path: Path) -> None:
        save_settings(path, SET)
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert [each.name for each in path.parent.iterdir()] == ["settings.json"]

    def test_they_can_be_read_and_changed_by_hand(self, path: Path) -> None:
        save_settings(path, SET)
        assert '\n  "theme": "dark",\n' in path.read_text()

    def test_a_folder_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="No such file"):
            save_settings(tmp_path / "gone" / "settings.json", SET)

    @pytest.mark.skipif(os.name == "nt", reason="needs a limit on file sizes")
    def test_when_the_disk_is_full_the_old_ones_stay(self, path: Path) -> None:
        save_settings(path, SET)
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
        try:
            with pytest.raises(OSError, match="File too large"):
                save_settings(path, Settings())
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert load_settings(path) == SET

    def test_they_are_on_the_disk_before_they_take_the_name(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        save_settings(path, Settings())
        before = path.read_bytes()
        seen: list[bytes] = []
        monkeypatch.setattr(os, "fsync", lambda _: seen.append(path.read_bytes()))
        save_settings(path, SET)
        assert seen == [before]

    def test_a_kill_in_the_middle_leaves_the_old_or_the_new_ones(self, path: Path) -> None:
        saver = (
            "import sys; from pathlib import Path\n"
            "from rendermanager.config.settings import Settings, save_settings\n"
            "path, number = Path(sys.argv[1]), 0\n"
            "while True:\n"
            "    number += 1\n"
            "    save_settings(path, Settings(default_preset=str(number) * 2000))\n"
            "    print(number, flush=True)\n"
        )
        for saves in (1, 2, 5):
            with subprocess.Popen(
                [sys.executable, "-c", saver, path], stdout=subprocess.PIPE, text=True
            ) as child:
                assert child.stdout is not None
                for _ in range(saves):
                    last = int(child.stdout.readline())
                child.send_signal(signal.SIGKILL)
                rest = child.stdout.read().split()
            last = int(rest[-1]) if rest else last
            found = load_settings(path).default_preset
            assert found in (str(last) * 2000, str(last + 1) * 2000)
