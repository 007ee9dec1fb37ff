"""Tags: short words that a person gives to pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.tags import TAG_CHARS, clean_tag, tags_from


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Keep", "keep"),
        ("  two \t words\n", "two words"),
        ("a,b", "a b"),
        ("\x00\ud800", ""),
        ("x" * 100, "x" * TAG_CHARS),
    ],
)
def test_a_tag_is_short_lower_and_on_one_line(text: str, tag: str) -> None:
    assert clean_tag(text) == tag


def test_commas_part_tags_and_each_is_there_once() -> None:
    assert tags_from("Keep, print,, keep ,two  words") == ("keep", "print", "two words")


@given(st.text())
def test_a_kept_tag_is_kept_as_it_is(text: str) -> None:
    tag = clean_tag(text)
    assert clean_tag(tag) == tag
    assert len(tag) <= TAG_CHARS
    tag.encode()
