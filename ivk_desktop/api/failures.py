"""Turns what can go wrong with a request into the error tree."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from typing import Any

from ivk_desktop.api.errors import (
    DETAIL_LIMIT,
    ApiError,
    BadAnswer,
    Busy,
    Forbidden,
    NameNotFound,
    NotFound,
    Refused,
    Rejected,
    ServerFault,
    TimedOut,
    TlsFailed,
    TlsMissing,
    Unauthorized,
    Unreachable,
)
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.redact import redact
from ivk_desktop.domain.problems import Problem, Scope

REASON_LIMIT = 300
"""The most characters of a server's reason that go into a sentence."""

DETAIL_READ = 2 * DETAIL_LIMIT
"""Of a longer detail no more is looked at: only ``DETAIL_LIMIT`` of it are kept, and looking for
secrets in 64 kB of garbage takes longer than a frame. What is cut off may begin within a secret,
but stands after all that is kept."""

_SPEAKS_TLS = ("CERTIFICATE", "ALERT", "PROTOCOL")
"""What OpenSSL's reason says where the other end does speak TLS. Of an answer without TLS it says
one of many things, or nothing: that depends on how much has arrived by then."""
_GATEWAY = (502, 504)
_TOLD_IN = ("detail", "errors", "message", "error", "title")
"""Where the reason stands in an error's body, the most telling first."""
_NODE_PATH = ["body", "batch", "graph", "nodes"]


def arguments(profile: ConnectionProfile, **more: str | int) -> dict[str, str | int]:
    """The arguments that every sentence about a server may use."""
    return {
        "url": profile.url,
        "host": profile.host,
        "product": profile.product,
        "seconds": round(profile.read_s),
        **more,
    }


def of_transport(error: BaseException, profile: ConnectionProfile) -> ApiError:
    """Tell apart why no answer came, by what is at the root of ``error``."""
    detail = redact(f"{type(error).__name__}: {error}"[:DETAIL_READ], *profile.keys.secrets)
    args = arguments(profile)
    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return NameNotFound(detail, **args)
    if failed := [cause for cause in causes if isinstance(cause, ssl.SSLError)]:
        # Beside the one that tells there may be others, such as "read more" in its context.
        reasons = " ".join(getattr(one, "reason", None) or "" for one in failed)
        speaks = any(part in reasons for part in _SPEAKS_TLS)
        return (TlsFailed if speaks else TlsMissing)(detail, **args)
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return Refused(detail, **args)
    name = type(error).__name__
    if name == "ConnectTimeout":
        return TimedOut(detail, **arguments(profile, seconds=round(profile.connect_s)), sent=0)
    if name.endswith("Timeout") or isinstance(error, TimeoutError):
        return TimedOut(detail, **args)
    if name == "RemoteProtocolError" and "illegal" in str(error):
        return BadAnswer(detail, **args, what="no HTTP")
    if name == "DecodingError":
        return BadAnswer(detail, **args, what="broken compression")
    return Unreachable(detail, **args)


def closed(profile: ConnectionProfile) -> ApiError:
    """A request after the client was closed."""
    return Unreachable("the client is closed", **arguments(profile))


def of_status(status: int, body: bytes, profile: ConnectionProfile) -> ApiError:
    """The error of an answer that is no success."""
    data = _parsed(body)
    secrets = profile.keys.secrets
    reason = redact(_reason(data) or body[:REASON_LIMIT].decode(errors="replace"), *secrets)
    args = arguments(profile, status=status, reason=reason[:REASON_LIMIT], what="This")
    detail = redact(body[:DETAIL_READ].decode(errors="replace"), *secrets)
    if status >= 500 and status != 503:
        return ServerFault(detail, **args)
    match status:
        case 401:
            return Unauthorized(detail, **args)
        case 403:
            return Forbidden(detail, **args)
        case 404 | 410:
            return NotFound(detail, **args)
        case 409 | 429 | 503:
            return Busy(detail, **args)
        case _:
            return Rejected(_short(data) or detail, _field_problems(data), **args)


def passing(error: ApiError) -> bool:
    """Whether the same read may well succeed a moment later."""
    if isinstance(error, ServerFault):
        return error.problem.args.get("status") in _GATEWAY
    return type(error) is Unreachable


def undelivered(error: ApiError) -> bool:
    """Whether the request has surely not reached the server."""
    if isinstance(error, TimedOut):
        return error.problem.args.get("sent") == 0
    return isinstance(error, NameNotFound | Refused | TlsFailed)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
        # aiohttp keeps the system's error beside the chain.
        waiting.append(getattr(one, "os_error", None))


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _details(data: Any) -> list[dict[str, Any]]:
    detail = data.get("detail") if isinstance(data, dict) else None
    return [one for one in detail if isinstance(one, dict)] if isinstance(detail, list) else []


def _reason(data: Any) -> str:
    """FastAPI's ``detail``: a text, or a list of validation errors. Never its ``input``.

    Other servers say it in ``errors``, ``error``, ``message`` or ``title``, or answer with a bare
    text (other-servers.md 1.2, 2.1, 3.2, 4.1).
    """
    if isinstance(data, str):
        return data
    if not isinstance(data, dict):
        return ""
    if found := [str(one.get("msg", ""))[:REASON_LIMIT] for one in _details(data)[:3]]:
        return "; ".join(found)
    for name in _TOLD_IN:
        said = data.get(name)
        said = said.get("message") if isinstance(said, dict) else said
        if isinstance(said, list):  # several, such as all that is to be set up (4.1)
            told = [one.get("message") for one in said[:5] if isinstance(one, dict)]
            said = "; ".join(one for one in told if isinstance(one, str))
        if isinstance(said, str) and said.strip():
            return said
    return ""


def _short(data: Any) -> str:
    return "\n".join(
        f"{'.'.join(str(part) for part in one.get('loc', ()))}: {str(one.get('msg', ''))[:200]}"
        for one in _details(data)[:20]
        if isinstance(one.get("loc", ()), list | tuple)
    )


def _field_problems(data: Any) -> tuple[Problem, ...]:
    """Problems at nodes and fields: ``loc`` is body,batch,graph,nodes,ID,TYPE,FIELD,…."""
    found: dict[tuple[str, str | None], Problem] = {}
    for one in _details(data):
        loc = one.get("loc")
        if not isinstance(loc, list) or loc[:4] != _NODE_PATH or len(loc) < 5:
            continue
        node_id = str(loc[4])
        name = str(loc[6]) if len(loc) > 6 else None
        reason = str(one.get("msg", ""))[:REASON_LIMIT]
        found.setdefault(
            (node_id, name),
            Problem(
                "server_refused_value",
                {"reason": reason, "node": node_id, "field": name or ""},
                scope=Scope.FIELD if name else Scope.NODE,
                node_id=node_id,
                field_name=name,
            ),
        )
    return tuple(found.values())
