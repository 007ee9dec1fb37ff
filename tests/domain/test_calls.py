"""Requests as text: they carry the name of the token, and run as they are."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from ivk_desktop.domain.calls import HttpCall, as_curl, as_json, as_python

NASTY = "it's a \"fox\" $HOME `id` \\ \n IVK_REQUEST\n日本 '''"
CALLS = (
    HttpCall("POST", "http://lab:9090/a b", {"prompt": NASTY, "front": True, "none": None}),
    HttpCall("POST", "http://lab:9090/x", {"runs": 2, "cfg": 1.5}),
)


def sent_by_shell(script: str, folder: Path) -> list[list[str]]:
    """What a shell hands to curl: the arguments of each call, the body last."""
    curl = folder / "curl"
    curl.write_text('#!/bin/sh\nfor one in "$@"; do printf \'%s\\0\' "$one"; done\ncat\necho\n')
    curl.chmod(0o755)
    found = subprocess.run(
        ["/bin/sh", "-c", script],
        env={"PATH": f"{folder}:/usr/bin:/bin", "IVK_TOKEN": "secret"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [part.split("\0") for part in found.stdout.split("--fail-with-body\0")[1:]]


def test_a_shell_sends_the_request_as_it_is(tmp_path: Path) -> None:
    script = as_curl(CALLS)
    assert "$IVK_TOKEN" in script
    sent = sent_by_shell(script, tmp_path)
    assert len(sent) == len(CALLS)
    for arguments, call in zip(sent, CALLS, strict=True):
        assert arguments[:3] == ["-X", "POST", call.url]
        assert "Authorization: Bearer secret" in arguments
        assert json.loads(arguments[-1]) == call.body


def test_the_script_sends_the_request_as_it_is(monkeypatch: Any, capsys: Any) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"enqueued": 1})

    real = httpx.Client
    transport = httpx.MockTransport(answer)
    monkeypatch.setattr(httpx, "Client", lambda **how: real(transport=transport, **how))
    monkeypatch.setenv("IVK_TOKEN", "secret")
    exec(compile(as_python(CALLS), "script", "exec"), {})
    assert [json.loads(request.content) for request in seen] == [call.body for call in CALLS]
    assert seen[0].headers["Authorization"] == "Bearer secret"


def test_json_is_one_object_or_a_list() -> None:
    one = json.loads(as_json(CALLS[:1]))
    assert one["body"] == CALLS[0].body
    assert one["headers"]["Authorization"] == "Bearer $IVK_TOKEN"
    assert len(json.loads(as_json(CALLS))) == 2


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=50)
def test_any_text_survives_in_the_script(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    scope: dict[str, Any] = {}
    script = as_python([HttpCall("POST", "http://lab/x", {"prompt": text})])
    exec(compile(script.split("# $IVK_TOKEN")[0], "script", "exec"), scope)
    assert scope["CALLS"][0][2] == {"prompt": text}
