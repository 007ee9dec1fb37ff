"""What would be sent to a server, as text to be taken elsewhere: curl, Python, JSON.

The token never stands in it: ``$IVK_TOKEN`` does, and the shell or the script puts it in.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pprint import pformat
from shlex import quote
from typing import Any, Final

TOKEN: Final = "$IVK_TOKEN"
_END: Final = "IVK_REQUEST"
"""Ends a body in a shell; no line of JSON is ever just that."""


@dataclass(frozen=True, slots=True)
class HttpCall:
    """One request with a JSON body. ``url`` carries no credentials."""

    method: str
    url: str
    body: dict[str, Any]


def as_json(calls: Sequence[HttpCall]) -> str:
    """The calls as JSON: one object, or a list of several."""
    made = [
        {
            "method": call.method,
            "url": call.url,
            "headers": {
                "Authorization": f"Bearer {TOKEN}",
                "Content-Type": "application/json",
            },
            "body": call.body,
        }
        for call in calls
    ]
    return _json(made[0] if len(made) == 1 else made)


def as_curl(calls: Sequence[HttpCall]) -> str:
    """The calls as shell commands, to be run one after the other."""
    return "\n".join(_curl(call) for call in calls)


def _curl(call: HttpCall) -> str:
    # ASCII alone: a shell of another encoding would spoil what a prompt says.
    body = json.dumps(call.body, indent=2, ensure_ascii=True)
    return (
        f"curl --fail-with-body -X {call.method} {quote(call.url)} \\\n"
        f'  -H "Authorization: Bearer {TOKEN}" \\\n'
        f"  -H 'Content-Type: application/json' \\\n"
        f"  --data-binary @- <<'{_END}'\n{body}\n{_END}\n"
    )


def as_python(calls: Sequence[HttpCall]) -> str:
    """The calls as a script that needs httpx."""
    made = [(call.method, call.url, call.body) for call in calls]
    data = pformat(made, width=100, sort_dicts=False)
    return (
        "import os\n\n"
        "import httpx\n\n"
        f"CALLS = {data}\n\n"
        "# $IVK_TOKEN: not needed where the server has no users.\n"
        'token = os.environ.get("IVK_TOKEN", "")\n'
        'headers = {"Authorization": f"Bearer {token}"} if token else {}\n'
        "with httpx.Client(headers=headers, timeout=60) as client:\n"
        "    for method, url, body in CALLS:\n"
        "        answer = client.request(method, url, json=body)\n"
        "        answer.raise_for_status()\n"
        '        print(answer.json()["enqueued"])\n'
    )


def _json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)
