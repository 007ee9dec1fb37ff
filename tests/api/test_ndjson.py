"""JSON values, one a line, however their bytes are cut."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.ndjson import NdjsonParser
from ivk_desktop.api.sse import EventTooLarge

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("aé\n😀\\", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)


def parsed(data: bytes, size: int) -> list[Any]:
    parser = NdjsonParser()
    found = [v for i in range(0, len(data), size) for v in parser.feed(data[i : i + size])]
    return found + parser.end()


@given(st.lists(VALUES, max_size=6), st.integers(1, 40), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_values_are_the_same_however_they_are_cut(values: Any, size: int, end: str) -> None:
    text = "".join(json.dumps(value, ensure_ascii=False) + end for value in values)
    assert parsed(text.encode(), size) == values


@given(st.binary(max_size=200), st.integers(1, 40))
def test_no_bytes_break_the_parser(data: bytes, size: int) -> None:
    assert parsed(data, size) == parsed(data, 1)


def test_junk_is_passed_over_and_a_last_line_needs_no_end() -> None:
    assert parsed(b'\xef\xbb\xbf{"a":1}\n<html>\n\xff\xfe\n{"b":', 3) == [{"a": 1}]
    assert parsed(b'{"a":1}\n{"b":2}', 5) == [{"a": 1}, {"b": 2}]


def test_a_line_without_an_end_is_given_up() -> None:
    parser = NdjsonParser(limit=100)
    parser.feed(b"x" * 90)
    with pytest.raises(EventTooLarge):
        parser.feed(b"x" * 20)
    with pytest.raises(EventTooLarge):
        NdjsonParser(limit=100).feed(b"x" * 200 + b"\n")
