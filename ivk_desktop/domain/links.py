"""``ivk:`` links: what another program, or a page, asks this one to show.

``ivk://server?url=ADDRESS``, ``ivk://workflow/ID?server=ADDRESS``, ``ivk://item/ID?server=ADDRESS``.
Anybody can write a link: it only ever names things, and the person is asked before it is followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from ivk_desktop.domain.address import normalized_url
from ivk_desktop.domain.problems import DomainError, Problem

SCHEME: Final = "ivk"
MOST_CHARACTERS: Final = 2000
MOST_ID: Final = 200


class LinkKind(StrEnum):
    """What a link leads to."""

    SERVER = "server"
    WORKFLOW = "workflow"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Link:
    """A link that can be followed; ``url`` is a server's normalised address."""

    kind: LinkKind
    url: str
    native_id: str = ""
    """The workflow's or the queue item's id on that server."""


def is_link(text: str) -> bool:
    """Whether a text is meant as a link and not as a file's name."""
    return text[: len(SCHEME) + 1].casefold() == f"{SCHEME}:"


def read_link(text: str) -> Link:
    """Read a link.

    Raises:
        DomainError: ``link_unreadable``, or what is wrong with the address in it.
    """
    try:
        parts = urlsplit(text if len(text) <= MOST_CHARACTERS else "")
        kind = LinkKind((parts.hostname or "").casefold())
        asked = parse_qs(parts.query, max_num_fields=4)
        native_id = unquote(parts.path.strip("/"), errors="strict")
    except ValueError as error:
        raise _unreadable(text) from error
    name = "url" if kind is LinkKind.SERVER else "server"
    address = asked.get(name, [""])[0]
    sound = len(native_id) <= MOST_ID and native_id.isprintable() and "/" not in native_id
    if parts.scheme != SCHEME or not sound or bool(native_id) is (kind is LinkKind.SERVER):
        raise _unreadable(text)
    return Link(kind, normalized_url(address), native_id)


def _unreadable(text: str) -> DomainError:
    return DomainError(Problem("link_unreadable", {"link": text[:80]}))
