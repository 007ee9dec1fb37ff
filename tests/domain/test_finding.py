"""Finding by a few letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.finding import badness, best

NAMES = ["Invoke at the front", "Open workflow", "Reopen", "Point at infinity", "Boards by date"]


def found(typed: str, most: int = 10) -> list[str]:
    return best(NAMES, typed, str, most)


def test_a_start_comes_before_a_word_and_a_word_before_its_inside() -> None:
    assert found("open") == ["Open workflow", "Reopen"]
    assert found("in") == ["Invoke at the front", "Point at infinity"]


def test_all_words_must_occur_in_any_order() -> None:
    assert found("date boards") == ["Boards by date"]
    assert found("date nothing") == []


def test_nothing_typed_keeps_the_order() -> None:
    assert found("") == NAMES
    assert found("  ", most=2) == NAMES[:2]


@given(st.lists(st.text()), st.text(), st.integers(0, 5))
def test_any_text_finds_some_of_the_things(things: list[str], typed: str, most: int) -> None:
    hits = best(things, typed, str, most)
    assert len(hits) <= most
    assert all(badness(typed.casefold().split(), hit.casefold()) is not None for hit in hits)
