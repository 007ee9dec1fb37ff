"""Tags that a person gives to pictures: short words of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

TAG_CHARS: Final = 60
"""The most characters of a tag; the rest is cut."""


def clean_tag(text: str) -> str:
    """A tag as it is kept: lower case, single spaces, no comma; empty where nothing is left."""
    words = "".join(c if c.isprintable() and c != "," else " " for c in text.lower()).split()
    return " ".join(words)[:TAG_CHARS].rstrip()


def tags_from(text: str) -> tuple[str, ...]:
    """The tags of a text with commas between them, each once, in their order."""
    return clean_tags(text.split(","))


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept, each once, in their order."""
    return tuple(dict.fromkeys(filter(None, map(clean_tag, tags))))
