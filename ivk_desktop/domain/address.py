"""Server addresses as people type them, brought into one form."""

from __future__ import annotations

import ipaddress
import re
from typing import NoReturn
from urllib.parse import SplitResult, urlsplit

from ivk_desktop.domain.problems import DomainError, Problem

_SCHEMES = {"http": "http", "https": "https", "ws": "http", "wss": "https"}
_DEFAULT_PORTS = {"http": 80, "https": 443}
_TAILS = re.compile(
    r"/(api(/v\d+)?(/.*)?|ws(/socket\.io)?|docs|redoc|openapi\.json|index\.html?)/?$", re.IGNORECASE
)
_HOST = re.compile(r"[^\s/@\\<>\"'`{}|^%,;?#]+")


def normalized_url(text: str) -> str:
    """Bring a loosely typed address into ``scheme://host[:port][/base]``.

    A missing scheme is ``http``; ``ws`` counts as ``http``; a trailing slash, a known page of the
    server (``/api/v1/…``, ``/docs``), a query and the scheme's own port are cut off.

    Raises:
        DomainError: ``address_empty``, ``address_invalid``, ``address_scheme``,
            ``address_port`` or ``address_credentials``.
    """
    typed = text.strip()
    if not typed:
        _refuse("address_empty", "")
    parts = _split(typed if "://" in typed else f"http://{typed}", typed)
    scheme = _SCHEMES.get(parts.scheme.lower())
    if scheme is None:
        _refuse("address_scheme", typed)
    if parts.username is not None or parts.password is not None:
        _refuse("address_credentials", "")
    host = (parts.hostname or "").rstrip(".")
    if not _HOST.fullmatch(host):
        _refuse("address_invalid", typed)
    return f"{scheme}://{_bracketed(host)}{_port(parts, scheme, typed)}{_base_path(parts.path)}"


def host_of(url: str) -> str:
    """The host of a normalised address, without port and brackets."""
    return urlsplit(url).hostname or ""


def place_of(url: str) -> str:
    """Host and port of a normalised address: what tells servers of one machine apart."""
    return urlsplit(url).netloc


def is_loopback(url: str) -> bool:
    """Whether a normalised address names this machine."""
    host = host_of(url)
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(url: str, typed: str) -> SplitResult:
    if any(ch.isspace() or not ch.isprintable() for ch in url):
        _refuse("address_invalid", typed)
    try:
        return urlsplit(url)
    except ValueError:
        _refuse("address_invalid", typed)


def _port(parts: SplitResult, scheme: str, typed: str) -> str:
    try:
        port = parts.port
    except ValueError:
        _refuse("address_port", typed)
    if port == 0:
        _refuse("address_port", typed)
    return "" if port is None or port == _DEFAULT_PORTS[scheme] else f":{port}"


def _base_path(path: str) -> str:
    squeezed = re.sub(r"/{2,}", "/", path)
    return _TAILS.sub("", squeezed).rstrip("/")


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _refuse(code: str, typed: str) -> NoReturn:
    raise DomainError(Problem(code, {"address": typed[:200]}))
