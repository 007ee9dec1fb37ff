"""Answers, and reading what a request carries; the words of refusals are the real server's."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from ivk_desktop.demo.problems import error, invalid, missing, one_of
from ivk_desktop.demo.store.images import compact

MOST_IDS = 1000


def answer(value: Any, status: int = 200) -> web.Response:
    """A JSON answer."""
    return web.Response(
        body=compact(value).encode(), status=status, content_type="application/json"
    )


def without_nulls(value: Any) -> Any:
    """A value without the keys that hold null, at any depth."""
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    if isinstance(value, list):
        return [without_nulls(entry) for entry in value]
    return value


async def body_of(request: web.Request, *required: str) -> Any:
    """The JSON body.

    Raises:
        Refused: 422 if it is no JSON, or lacks a required key.
    """
    try:
        body = json.loads(await request.read())
    except ValueError as broken:
        place = getattr(broken, "pos", 0)
        ctx = {"error": getattr(broken, "msg", "not text")}
        raise invalid(
            error("json_invalid", ("body", place), "JSON decode error", {}, ctx)
        ) from broken
    lacking = [key for key in required if not isinstance(body, dict) or key not in body]
    if lacking:
        raise invalid(*(missing(("body", key), body) for key in lacking))
    return body


async def ids_of(request: web.Request) -> list[int]:
    """The ``item_ids`` of the body.

    Raises:
        Refused: 422 for more than :data:`MOST_IDS`.
    """
    body = await body_of(request, "item_ids")
    ids: list[int] = body["item_ids"]
    _refuse_many(ids, "item_ids")
    return ids


def few_names(body: Any) -> list[str]:
    """The ``image_names`` of a body, none where there are none.

    Raises:
        Refused: 422 for more than :data:`MOST_IDS`.
    """
    names: list[str] = body.get("image_names") or []
    _refuse_many(names, "image_names")
    return names


def _refuse_many(values: list[Any], key: str) -> None:
    if len(values) > MOST_IDS:
        text = f"List should have at most {MOST_IDS} items after validation, not {len(values)}"
        ctx = {"field_type": "List", "max_length": MOST_IDS, "actual_length": len(values)}
        raise invalid(error("too_long", ("body", key), text, values, ctx))


def whole_number(text: str, *loc: str) -> int:
    """A whole number in a path or query.

    Raises:
        Refused: 422.
    """
    try:
        return int(text)
    except ValueError:
        words = "Input should be a valid integer, unable to parse string as an integer"
        raise invalid(error("int_parsing", loc, words, text)) from None


def number(request: web.Request, name: str, default: int) -> int:
    """A whole number of the query.

    Raises:
        Refused: 422.
    """
    return whole_number(request.query.get(name, str(default)), "query", name)


def flag(request: web.Request, name: str) -> bool | None:
    """A switch of the query; None if it is not there."""
    text = request.query.get(name)
    return None if text is None else text.lower() in ("1", "true", "yes", "on")


def needed(request: web.Request, *names: str) -> tuple[str, ...]:
    """Values of the query that must be there.

    Raises:
        Refused: 422.
    """
    lacking = [name for name in names if name not in request.query]
    if lacking:
        raise invalid(*(missing(("query", name)) for name in lacking))
    return tuple(request.query[name] for name in names)


def word(request: web.Request, name: str, options: tuple[str, ...], default: str) -> str:
    """One of a few words of the query.

    Raises:
        Refused: 422.
    """
    value = request.query.get(name, default)
    if value not in options:
        expected = one_of(options)
        text = f"Input should be {expected}"
        raise invalid(error("enum", ("query", name), text, value, {"expected": expected}))
    return value


def ascending(request: web.Request, name: str, default: str = "DESC") -> bool:
    """True if the query asks for ascending order."""
    return word(request, name, ("ASC", "DESC"), default) == "ASC"


def words(request: web.Request, name: str) -> tuple[str, ...]:
    """All values of a repeated word of the query."""
    return tuple(request.query.getall(name, []))
