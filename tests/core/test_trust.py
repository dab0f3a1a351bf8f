"""What needs approval, and the hash that it is given to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.trust import Reach, Runs, fingerprint, is_trusted

PIECE = Runs(Reach.EXPRESSION, "expression on layer “Title”", "time * 10")
pieces = st.lists(
    st.builds(Runs, st.sampled_from(Reach), st.text(), st.text(), st.text()), max_size=4
)


def test_nothing_needs_no_approval() -> None:
    assert fingerprint([]) == ""
    assert is_trusted([], [])


def test_only_exactly_these_pieces_are_trusted() -> None:
    approved = [fingerprint([PIECE])]
    assert is_trusted([PIECE], approved)
    for other in (
        replace(PIECE, code="time * 11"),
        replace(PIECE, where="expression on layer “Role”"),
        replace(PIECE, reach=Reach.SCRIPT),
        replace(PIECE, digest="00"),
    ):
        assert not is_trusted([other], approved)
    assert not is_trusted([PIECE, PIECE], approved)
    assert not is_trusted([PIECE], [""])


@given(pieces, pieces)
def test_two_lists_share_a_fingerprint_only_when_they_are_equal(
    one: list[Runs], other: list[Runs]
) -> None:
    assert (fingerprint(one) == fingerprint(other)) is (one == other)


def test_texts_cannot_be_moved_from_one_part_to_the_next() -> None:
    one = Runs(Reach.SCRIPT, "a1:", "b")
    assert fingerprint([one]) != fingerprint([Runs(Reach.SCRIPT, "a", "1:b")])


def test_the_beginning_of_the_code_is_shown_on_one_line() -> None:
    assert PIECE.sentence == "expression on layer “Title”: time * 10"
    assert replace(PIECE, code="").sentence == "expression on layer “Title”"
    long = replace(PIECE, code="a\n  b" + "c" * 200).sentence
    assert long.startswith("expression on layer “Title”: a bccc")
    assert long.endswith("c…")
    assert len(long) == len("expression on layer “Title”: ") + 121
