"""Headers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.problems import DomainError
from ivk_desktop.domain.server_draft import KEPT, MOST_HEADERS, ServerDraft, read_headers
from ivk_desktop.words import SENTENCES, sentence


@given(st.text())
def test_any_text_is_headers_or_one_problem_with_words(text: str) -> None:
    problem = None
    try:
        found = read_headers(text)
    except DomainError as error:
        problem = error.problem
    if problem is not None:
        assert problem.code in SENTENCES
        assert "{" not in sentence(problem)
        return
    for name, value in found:
        assert name.isascii()
        assert value is None or "\n" not in value
    again = "\n".join(f"{name}: {KEPT if value is None else value}" for name, value in found)
    assert read_headers(again) == found


def test_headers_one_a_line_the_last_of_a_name_counts() -> None:
    text = " X-Key : abc:def \n\nCF-Access: 1\nx-key: two\r\n"
    assert read_headers(text) == (("x-key", "two"), ("CF-Access", "1"))
    assert read_headers(f"X-Key: {KEPT}") == (("X-Key", None),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no colon", "header_unreadable"),
        ("X-Key:", "header_unreadable"),
        (": value", "header_unreadable"),
        ("a b: c", "header_unreadable"),
        ("X-Key: Zürich→", "header_unreadable"),
        ("X-Key: " + "x" * 9000, "header_unreadable"),
        ("Authorization: Basic abc", "header_taken"),
        ("host: elsewhere", "header_taken"),
        ("Sec-WebSocket-Key: x", "header_taken"),
        ("\n".join(f"X-{n}: 1" for n in range(MOST_HEADERS + 1)), "headers_too_many"),
    ],
)
def test_headers_that_cannot_be_sent(text: str, code: str) -> None:
    with pytest.raises(DomainError) as caught:
        read_headers(text)
    assert caught.value.problem.code == code


def test_a_draft_shows_no_secret() -> None:
    draft = ServerDraft("http://h", password="s3cret", headers=(("X-Key", "k3y"),))
    assert "s3cret" not in repr(draft)
    assert "k3y" not in repr(draft)
    assert draft.header_names == ("X-Key",)


def test_a_key_may_be_entered_as_the_header_that_carries_it() -> None:
    assert read_headers("Authorization: Bearer inf_1") == (("Authorization", "Bearer inf_1"),)
    assert read_headers(f"authorization: {KEPT}") == (("authorization", None),)
