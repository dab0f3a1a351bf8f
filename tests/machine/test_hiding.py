"""Secrets are taken out of a stream wherever it was cut."""

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.machine.supervising.hiding import DOTS, Hider
from tests.machine.driver import Driver

SECRETS = st.lists(st.text("ab", min_size=1, max_size=4).map(str.encode), min_size=1, max_size=3)
PIECES = st.lists(st.text("abc", max_size=6).map(str.encode), max_size=12)


def hidden(secrets: list[bytes], pieces: list[bytes]) -> bytes:
    hider = Hider(secrets)
    return b"".join([*(hider.feed(piece) for piece in pieces), hider.finish()])


def test_a_secret_cut_in_two_is_hidden() -> None:
    assert hidden([b"hunter2"], [b"say hun", b"te", b"r2 now"]) == b"say " + DOTS + b" now"


def test_what_only_begins_like_one_is_left() -> None:
    assert hidden([b"hunter2"], [b"hunt", b"ing hunter"]) == b"hunting hunter"


def test_the_longer_of_two_goes_first() -> None:
    assert hidden([b"abc", b"abcdef"], [b"xabcdefx"]) == b"x" + DOTS + b"x"


@given(SECRETS, PIECES)
def test_no_secret_comes_through(secrets: list[bytes], pieces: list[bytes]) -> None:
    seen = hidden(secrets, pieces)
    assert not any(secret in seen for secret in secrets)


@given(SECRETS, PIECES)
def test_everything_else_does(secrets: list[bytes], pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    if not any(secret in whole for secret in secrets):
        assert hidden(secrets, pieces) == whole


def test_without_secrets_nothing_is_held_back() -> None:
    assert Hider([]).feed(b"abc") == b"abc"


def test_a_renderer_that_prints_a_secret_shows_dots(app: Driver, tmp_path: object) -> None:
    log = f"{tmp_path}/log"
    script = "printf 'it is hun'; printf 'ter2'; echo; echo hunter2 >&2"
    app.run(["/bin/sh", "-c", script], log=log, hidden=["hunter2"])
    assert (app.text("o"), app.text("e")) == ("it is …\n", "…\n")
    with open(log) as file:  # noqa: PTH123
        assert "hunter2" not in file.read()
