"""How servers of the settings are reached, and where their secrets are."""

from __future__ import annotations

import base64
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.errors import KeysLost
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.reach import GATE, Gate, Reach, ServerKeys, secret_name
from ivk_desktop.stores.secrets import Secrets

Run = Callable[[Coroutine[Any, Any, Any]], Any]
LAB = ServerId("lab")


@given(st.text())
def test_no_text_breaks_the_reading_of_kept_secrets(text: str) -> None:
    Gate.read(text)


def test_secrets_of_a_gate_go_through_the_keyring_unchanged() -> None:
    gate = Gate("pass:wörd", {"X-Key": "k3y", "X-Other": "o"})
    assert Gate.read(gate.text()) == gate
    pair = base64.b64encode("me:pass:wörd".encode()).decode()
    reach = Reach("http://a", user_name="me", header_names=("X-Key",))
    assert gate.sent(reach) == {"X-Key": "k3y", "Authorization": f"Basic {pair}"}
    assert gate.sent(Reach("http://a")) == {}


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"password": 7, "headers": {}}', '{"password": "", "headers": {"X": "a\\nb"}}'],
)
def test_kept_secrets_that_cannot_be_sent_are_lost(text: str) -> None:
    with pytest.raises(KeysLost):
        Gate.read(text).sent(Reach("http://a", header_names=("X",)))


def test_an_empty_password_is_not_a_lost_one() -> None:
    reach = Reach("http://a", user_name="me")
    assert Gate.read(Gate("").text()).sent(reach)
    with pytest.raises(KeysLost):
        Gate.read(Gate(None).text()).sent(reach)


def test_secrets_belong_to_one_address() -> None:
    assert secret_name(GATE, "http://a:1/base") == secret_name(GATE, "http://a:1/other")
    names = {secret_name(GATE, url) for url in ("http://a:1", "http://a:2", "https://a:1")}
    assert len(names) == 3


def test_a_server_without_a_gate_never_opens_the_keyring(run: Run) -> None:
    secrets = Secrets()
    assert run(ServerKeys(secrets, LAB, Reach("http://a")).headers()) == {}
    assert secrets.problem is None, "nobody was asked"


def test_headers_that_the_keyring_has_lost_are_told(run: Run) -> None:
    keys = ServerKeys(Secrets(), LAB, Reach("http://a", header_names=("X-Key",)))
    with pytest.raises(KeysLost):
        run(keys.headers())


@pytest.mark.parametrize(
    "entry",
    [
        {"url": "http://a"},
        {"url": "http://a", "ca_file": 7, "header_names": "X", "user_name": None},
        {"url": "http://a", "certificate": [], "header_names": [1]},
    ],
)
def test_an_entry_of_the_settings_may_hold_anything(entry: dict[str, Any]) -> None:
    reach = Reach.of(entry)
    assert (reach.url, reach.ca_file, reach.user_name) == ("http://a", "", "")
