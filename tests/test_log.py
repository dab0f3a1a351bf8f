"""The app's log keeps no secrets, and costs the app nothing when it cannot be written."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.log import (
    KEPT_FILES,
    SHORTEST,
    masked,
    masked_words,
    secrets_in,
    set_up_logging,
)

SECRET = "hunter2-S3cr3t"


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The app's logger, afterwards as it was before."""
    found = logging.getLogger("rendermanager")
    before = (found.handlers[:], found.level, found.propagate, logging.lastResort)
    yield found
    for handler in found.handlers:
        if handler not in before[0]:
            handler.close()
    found.handlers, found.level, found.propagate, logging.lastResort = before


@pytest.mark.parametrize(
    "text",
    [
        f"password={SECRET}",
        f"Password: {SECRET}",
        f"PASSWD = {SECRET}",
        f"passphrase={SECRET}",
        f"--password {SECRET}",
        f"--password={SECRET}",
        f"['--password', '{SECRET}']",
        f'["--token", "{SECRET}"]',
        f"smtp_password={SECRET}",
        f"token={SECRET}&user=me",
        f"https://api.example.org/v1?api_key={SECRET}&q=1",
        f"apikey: {SECRET}",
        f"X-Api-Key: {SECRET}",
        f"AWS_SECRET_ACCESS_KEY={SECRET}",
        f"client_secret='{SECRET}'",
        f'{{"token": "{SECRET}"}}',
        f"{{'access_token': '{SECRET}'}}",
        f'{{\\"token\\": \\"{SECRET}\\"}}',
        f'password="two words {SECRET}"',
        f"Authorization: Bearer {SECRET}",
        f"authorization: basic {SECRET}",
        f"sent with Bearer {SECRET}",
        f"https://me:{SECRET}@example.org/x",
        f"https://me:p@{SECRET}@example.org/x",
        f"redis://:{SECRET}@localhost:6379",
        f"https://hooks.slack.com/services/T0/B0/{SECRET}",
        f"https://discord.com/api/webhooks/1/{SECRET}",
        f"upload --pass {SECRET}",
        f"curl -u me:{SECRET} https://example.org",
        f"curl --user=me:{SECRET} https://example.org",
        f"smtp://me:{SECRET}@mail.example.org:587",
        f"--smtp-password '{SECRET} and more'",
        f"using AKIA{SECRET.upper()}KEYS",
        f"git clone with ghp_{SECRET}abcdef",
    ],
)
def test_secrets_are_replaced_by_dots(text: str) -> None:
    assert SECRET not in masked(text)
    assert "…" in masked(text)
    assert masked(masked(text)).count(SECRET) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Render 12 of 40: clip.mov → clip_h264.mp4",
        "tokens: 12",
        "3 secrets were found",
        "https://example.org:8080/a/b@c",
        "ssh://git@example.org/project",
        "crf=18 preset=slow",
        "the bearer of news",
        "/footage/password.mov is empty",
        "There is no secret “FTP” in the keyring.",
        "A password is asked for by the server.",
        "upload --password ${secret:FTP} --token=${secret:API}",
        "https://me:${secret:FTP}@example.org/x",
        "docker run -u 1000:1000 blender",
    ],
)
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert masked(text) == text


def test_what_stands_around_a_secret_stays() -> None:
    assert masked(f"GET https://me:{SECRET}@host/x?a=1 200") == "GET https://me:…@host/x?a=1 200"
    assert masked(f"token={SECRET}&user=me") == "token=…&user=me"


@given(st.text())
def test_any_text_can_be_masked(text: str) -> None:
    assert isinstance(masked(text), str)


def test_the_log_is_written_without_secrets(logger: logging.Logger, tmp_path: Path) -> None:
    path = tmp_path / "logs" / "app.log"
    set_up_logging(path)
    logger.info("signed in with token=%s", SECRET)
    logger.debug("too much detail")
    error = ValueError(f"password={SECRET}")
    logging.getLogger("rendermanager.deep").info("it failed", exc_info=error)
    text = path.read_text()
    assert "signed in with token=…" in text
    assert "INFO rendermanager.deep: it failed" in text
    assert "ValueError: password=…" in text
    assert SECRET not in text
    assert "detail" not in text


def test_its_folder_is_for_its_owner_alone(logger: logging.Logger, tmp_path: Path) -> None:
    set_up_logging(tmp_path / "logs" / "app.log")
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700


def test_verbose_says_it_on_standard_error_too(
    logger: logging.Logger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(tmp_path / "app.log", verbose=True)
    logger.debug("a detail with password=%s", SECRET)
    heard = capsys.readouterr()
    assert "a detail with password=…" in heard.err
    assert "a detail" in (tmp_path / "app.log").read_text()
    assert heard.out == ""


def test_it_does_not_grow_without_end(
    logger: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rendermanager.log.MAX_BYTES", 2_000)
    set_up_logging(tmp_path / "app.log")
    for number in range(300):
        logger.info("line %d", number)
    logs = sorted(tmp_path.iterdir())
    assert len(logs) == 1 + KEPT_FILES
    assert all(log.stat().st_size <= 2_000 for log in logs)
    assert "line 299" in (tmp_path / "app.log").read_text()


@pytest.mark.parametrize("obstacle", ["a folder", "a file for a folder"])
def test_a_log_that_cannot_be_written_is_done_without(
    obstacle: str, logger: logging.Logger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if obstacle == "a folder":
        path = tmp_path / "app.log"
        path.mkdir()
    else:
        (tmp_path / "logs").write_text("")
        path = tmp_path / "logs" / "app.log"
    set_up_logging(path)
    logger.info("nobody hears this")
    assert capsys.readouterr() == ("", "")


WORDS = st.text(st.characters(blacklist_characters="\x00", blacklist_categories=["Cs"]), max_size=8)
HIDERS = st.sampled_from(
    [
        lambda secret: ["--password", secret],
        lambda secret: [f"--token={secret}"],
        lambda secret: [f"API_KEY={secret}"],
        lambda secret: ["-u", f"me:{secret}"],
        lambda secret: ["--smtp-password", secret],
    ]
)


@given(st.lists(WORDS), HIDERS, st.text("abcXYZ019!$%/+= '", min_size=SHORTEST), st.lists(WORDS))
def test_no_argument_shows_its_secret(
    before: list[str], hider: Any, text: str, after: list[str]
) -> None:
    secret = f"<{text}>"
    words = [*before, *hider(secret), *after]
    shown = masked_words(words)
    assert len(shown) == len(words)
    assert not any(secret in word for word in shown)
    assert secret in secrets_in(words)


def test_a_long_line_costs_no_time() -> None:
    assert masked(":" * 1_000_000) == ":" * 1_000_000
    assert masked("a://" * 100_000) == "a://" * 100_000
