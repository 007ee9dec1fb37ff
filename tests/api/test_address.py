"""Addresses as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.address import is_loopback, normalized_url
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.words import sentence


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("localhost:9090", "http://localhost:9090"),
        ("  http://localhost:9090/  ", "http://localhost:9090"),
        ("HTTP://LocalHost:9090/api/v1/", "http://localhost:9090"),
        ("127.0.0.1:9090/api/v1/queue/default/status", "http://127.0.0.1:9090"),
        ("ws://h:1/ws/socket.io", "http://h:1"),
        ("wss://h/ws/socket.io/?EIO=4", "https://h"),
        ("https://h:443/", "https://h"),
        ("http://h:80", "http://h"),
        ("h/invoke/", "http://h/invoke"),
        ("https://h/invoke/docs#top", "https://h/invoke"),
        ("[::1]:9090", "http://[::1]:9090"),
        ("http://h//a///b/index.html", "http://h/a/b"),
    ],
)
def test_a_loosely_typed_address_is_understood(typed: str, url: str) -> None:
    assert normalized_url(typed) == url
    assert normalized_url(url) == url


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address_empty"),
        ("   ", "address_empty"),
        ("ftp://h", "address_scheme"),
        ("file:///etc/passwd", "address_scheme"),
        ("http://", "address_invalid"),
        ("http://a b", "address_invalid"),
        ("http://[::1", "address_invalid"),
        ("h:99999", "address_port"),
        ("h:port", "address_port"),
        ("h:0", "address_port"),
        ("http://user:pass@h", "address_credentials"),
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(typed: str, code: str) -> None:
    with pytest.raises(DomainError) as caught:
        normalized_url(typed)
    assert caught.value.problem.code == code
    said = sentence(caught.value.problem)
    assert "{" not in said
    assert "pass@" not in said


@given(st.text(max_size=60))
def test_any_text_is_understood_or_refused(typed: str) -> None:
    try:
        url = normalized_url(typed)
    except DomainError:
        return
    assert normalized_url(url) == url


def test_this_machine_is_known() -> None:
    assert all(map(is_loopback, ("http://localhost:1", "http://127.0.0.9", "http://[::1]:2")))
    assert not is_loopback("http://127.example.org.attacker.test")
