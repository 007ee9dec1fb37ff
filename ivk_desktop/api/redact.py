"""Keeps secrets out of error texts and logs."""

from __future__ import annotations

import re

MASK = "[redacted]"

_NAME = r"[\w-]*(?:token|password|passwd|secret|api[_-]?key|authorization|cookie)[\w-]*"
_HEADER = r"(?:proxy-)?authorization|(?:set-)?cookie"

_PATTERNS = (
    # a JSON web token, wherever it stands
    (re.compile(r"\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*"), MASK),
    # a key of inference.sh, wherever it stands
    (re.compile(r"\binf_[\w-]{6,}"), MASK),
    (re.compile(r"\b(bearer)\s+[^\s\"',;)}\]]+", re.IGNORECASE), rf"\1 {MASK}"),
    (
        re.compile(r"\b(authorization[\"']?\s*[:=]\s*[\"']?\w+)\s+[^\s\"',;)}\]]+", re.IGNORECASE),
        rf"\1 {MASK}",
    ),
    # credentials of an address: all before the last @ of its host part
    (re.compile(r"(?<=://)[^/\s?#\"'<>]+(?=@)"), MASK),
    # a quoted value of a telling name, as in JSON and in a repr
    (
        re.compile(rf"\b({_NAME})([\"']?\s*[:=]\s*)([\"'])(?:\\.|(?!\3).)*\3", re.IGNORECASE),
        rf"\1\2\3{MASK}\3",
    ),
    # a header's line
    (
        re.compile(rf"^(\s*(?:{_HEADER})\s*:\s*)[^\r\n]+", re.IGNORECASE | re.MULTILINE),
        rf"\1{MASK}",
    ),
    # a plain value of a telling name, as in a query or a log line
    (
        re.compile(
            rf"\b({_NAME})([\"']?\s*[:=]\s*)(?![\s\"']|\[red)[^\s\"'&,;)}}\]]+", re.IGNORECASE
        ),
        rf"\1\2{MASK}",
    ),
)


def redact(text: str, *secrets: str) -> str:
    """Mask ``secrets`` and everything that looks like a token or password."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, MASK)
    for pattern, mask in _PATTERNS:
        text = pattern.sub(mask, text)
    return text
