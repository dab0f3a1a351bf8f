"""Words for a supervisor without signals, by a file."""

from pathlib import Path

from rendermanager.machine import orphans
from rendermanager.machine.supervising.mailbox import LOOK_S, WORDS_SUFFIX, Mailbox, leave_word


def test_words_come_once_and_in_order(tmp_path: Path) -> None:
    log = str(tmp_path / "render.log")
    box = Mailbox(log, 0.0)
    assert box.look(0.0) == []
    assert leave_word(log, "suspend")
    assert leave_word(log, "resume")
    assert box.look(LOOK_S / 2) == []
    assert box.look(LOOK_S) == ["suspend", "resume"]
    assert leave_word(log, "stop")
    assert box.look(2 * LOOK_S) == ["stop"]
    assert box.look(3 * LOOK_S) == []


def test_half_a_word_waits_for_its_end(tmp_path: Path) -> None:
    log = str(tmp_path / "render.log")
    words = Path(log + WORDS_SUFFIX)
    box = Mailbox(log, 0.0)
    words.write_bytes(b"sus")
    assert box.look(0.0) == []
    words.write_bytes(b"suspend\r\n")
    assert box.look(1.0) == ["suspend"]


def test_word_that_cannot_be_left_is_told(tmp_path: Path) -> None:
    assert not leave_word(str(tmp_path / "missing" / "render.log"), "stop")


def test_words_go_away_with_the_rest(tmp_path: Path) -> None:
    log = str(tmp_path / "render.log")
    leave_word(log, "stop")
    orphans.forget(log)
    assert list(tmp_path.iterdir()) == []
