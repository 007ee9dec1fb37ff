"""The items of generators that only the server can make (workflow spec 3.4)."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from ivk_desktop.api.errors import NotFound, Rejected
from ivk_desktop.api.http import HttpClient

_PROMPT: Final = "a super {cute|ferocious} {dog|cat}"
_COUNT: Final = 10
_MOST: Final = 10_000
"""The most prompts that the server makes."""
_CATEGORIES: Final = {"images": ["general"], "assets": ["control", "mask", "user", "other"]}


async def generator_items(http: HttpClient, value: Mapping[str, Any]) -> list[Any]:
    """What a generator yields now; nothing where the server cannot make it.

    Raises:
        ApiError: the server cannot be reached, or failed.
    """
    try:
        if str(value.get("type", "")).startswith("image_"):
            return await _board_pictures(http, value)
        return await _prompts(http, value)
    except (NotFound, Rejected):
        return []


async def _board_pictures(http: HttpClient, value: Mapping[str, Any]) -> list[Any]:
    board_id = value.get("board_id")
    if not isinstance(board_id, str) or not board_id.strip():
        return []
    params = {
        "categories": _CATEGORIES.get(str(value.get("category")), _CATEGORIES["images"]),
        "is_intermediate": False,
    }
    path = f"/api/v1/boards/{quote(board_id.strip(), safe='')}/image_names"
    names = await http.get_json(path, params)
    return http.read(lambda data: [{"image_name": str(name)} for name in data], names)


async def _prompts(http: HttpClient, value: Mapping[str, Any]) -> list[Any]:
    combinatorial = value.get("type") == "string_generator_dynamic_prompts_combinatorial"
    count = value.get("maxPrompts" if combinatorial else "count")
    body: dict[str, Any] = {
        "prompt": value.get("input", _PROMPT),
        "max_prompts": min(max(count, 1), _MOST) if type(count) is int else _COUNT,
        "combinatorial": combinatorial,
    }
    if not combinatorial:
        seed = value.get("seed")
        body["seed"] = seed if type(seed) is int else random.getrandbits(32)
    answer = await http.query("/api/v1/utilities/dynamicprompts", body)
    # A prompt that cannot be parsed is answered with 200, its error, and itself as the result.
    return http.read(lambda data: [] if data.get("error") else list(data["prompts"]), answer)
