"""A form's values as the input of an app."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def pictures_in(values: Mapping[str, Any]) -> list[str]:
    """The names of the pictures that values refer to."""
    found = (name for value in values.values() for name in _names(value))
    return list(dict.fromkeys(found))


def input_of(values: Mapping[str, Any], uris: Mapping[str, str]) -> dict[str, Any]:
    """The input; ``uris`` are what stands for each picture on the server."""
    return {name: _placed(value, uris) for name, value in values.items()}


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and isinstance(value.get("image_name"), str):
        yield value["image_name"]
    elif isinstance(value, list):
        for one in value:
            yield from _names(one)


def _placed(value: Any, uris: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping) and isinstance(value.get("image_name"), str):
        return uris[value["image_name"]]
    return [_placed(one, uris) for one in value] if isinstance(value, list) else value
