"""Streams of events, cut wherever a network cuts them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.sse import EventTooLarge, ServerEvent, SseParser

STREAM = (
    b"\xef\xbb\xbf: hello\r\n"
    b'event: progress\r\ndata: {"step": 1}\r\n\r\n'
    b"data: one\rdata: two\r\r"
    b"event: nothing\n\n"
    b"id: 7\nretry: 10\ndata:no space\ndata\n\n"
    b": heartbeat\n\n"
    b"event: done\ndata: \xc3\xa9\xe2\x82\xac\n"
)
EVENTS = [
    ServerEvent("progress", '{"step": 1}'),
    ServerEvent("message", "one\ntwo"),
    ServerEvent("message", "no space\n"),
    ServerEvent("done", "é€"),
]


def parsed(pieces: list[bytes]) -> list[ServerEvent]:
    parser = SseParser()
    found = [event for piece in pieces for event in parser.feed(piece)]
    assert parser.comments <= 2
    return found + parser.end()


def test_a_stream_is_read_as_the_standard_says() -> None:
    assert parsed([STREAM]) == EVENTS


def test_a_stream_can_come_byte_by_byte() -> None:
    assert parsed([STREAM[at : at + 1] for at in range(len(STREAM))]) == EVENTS


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_where_it_is_cut_does_not_matter(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(STREAM)]
    pieces = [STREAM[a:b] for a, b in itertools.pairwise(places)]
    assert parsed(pieces) == EVENTS


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_no_bytes_break_the_parser(pieces: list[bytes]) -> None:
    assert parsed(pieces) == parsed([b"".join(pieces)])


TEXTS = st.text(
    st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), min_size=1, max_size=30
).filter(lambda text: not text.startswith(" "))


@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=4)), max_size=6))
def test_what_is_written_comes_out(written: list[tuple[str, list[str]]]) -> None:
    stream = "".join(
        f"event: {name}\n" + "".join(f"data: {line}\n" for line in lines) + "\n"
        for name, lines in written
    ).encode()
    expected = [ServerEvent(name, "\n".join(lines)) for name, lines in written]
    assert parsed([stream]) == expected


@pytest.mark.parametrize("piece", [b"x" * 100, b"data: xxxxxxxxx\n"])
def test_an_event_without_an_end_is_refused(piece: bytes) -> None:
    parser = SseParser(limit=1000)
    pieces = itertools.repeat(piece, 1000)
    with pytest.raises(EventTooLarge):
        [parser.feed(one) for one in pieces]
