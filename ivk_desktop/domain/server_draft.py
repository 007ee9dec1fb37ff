"""What a person enters to reach a server, secrets included; never kept as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ivk_desktop.domain.problems import DomainError, Problem

MOST_HEADERS = 20
LONGEST_VALUE = 8000
KEPT = "••••••"
"""Stands for a value that is kept and not shown."""

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_VALUE = re.compile(r"[\x20-\x7e\xa0-\xff]+")
_TAKEN = (
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "host",
    "proxy-authorization",
    "transfer-encoding",
    "upgrade",
)
"""Headers that the connection itself makes, or that have fields of their own."""


@dataclass(frozen=True, slots=True)
class ServerDraft:
    """One server as it was entered. ``None`` stands for a secret that is kept already."""

    url: str
    ca_file: str = ""
    certificate: str = ""
    user_name: str = ""
    password: str | None = field(default="", repr=False)
    headers: tuple[tuple[str, str | None], ...] = field(default=(), repr=False)

    @property
    def header_names(self) -> tuple[str, ...]:
        """The names of the headers, in order."""
        return tuple(name for name, _ in self.headers)


def is_header(name: str, value: str) -> bool:
    """Whether that can be sent as a header."""
    usable = _VALUE.fullmatch(value) is not None and len(value) <= LONGEST_VALUE
    return usable and _NAME.fullmatch(name) is not None


def read_headers(text: str) -> tuple[tuple[str, str | None], ...]:
    """Read headers, one a line (``Name: value``); ``KEPT`` as a value is one that is kept.

    Raises:
        DomainError: ``header_unreadable``, ``header_taken`` or ``headers_too_many``.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_HEADERS:
        raise DomainError(Problem("headers_too_many", {"limit": MOST_HEADERS}))
    found: dict[str, tuple[str, str | None]] = {}
    for number, line in enumerate(lines, 1):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not is_header(name, value if value != KEPT else "kept"):
            raise DomainError(Problem("header_unreadable", {"line": number}))
        if (name.lower() in _TAKEN and not _is_key(name, value)) or name.lower().startswith("sec-"):
            raise DomainError(Problem("header_taken", {"name": name}))
        found[name.lower()] = (name, None if value == KEPT else value)
    return tuple(found.values())


def _is_key(name: str, value: str) -> bool:
    """Whether it is a key of servers that want one, and no name and password."""
    return name.lower() == "authorization" and (
        value == KEPT or value.lower().startswith("bearer ")
    )
