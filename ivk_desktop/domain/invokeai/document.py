"""Workflow documents: bytes or JSON in, one ``WorkflowDefinition`` out.

Whatever comes in, nothing but ``DomainError`` leaves this module.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ivk_desktop.domain.invokeai import migration, png
from ivk_desktop.domain.invokeai.from_graph import graph_to_workflow
from ivk_desktop.domain.invokeai.types import NodeTemplate
from ivk_desktop.domain.limits import DOCUMENT_BYTES, MEGABYTE
from ivk_desktop.domain.problems import DomainError, Problem

MAX_DEPTH: Final = 200
_HUGE_EXPONENT: Final = re.compile(rb"[eE]\+?\d{3}")
_HALF_CHARACTER: Final = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")


@dataclass(frozen=True, slots=True)
class WorkflowDefinition:
    """One workflow document: the raw JSON as it came in, preserved, and what it says of itself.

    ``raw`` is never changed. ``version`` is the schema's version in the file.
    """

    raw: Mapping[str, Any]
    version: str
    workflow_id: str = ""
    """The id in the library it was loaded from, else empty."""

    @property
    def name(self) -> str:
        """The author's name for it, possibly empty."""
        return self.text("name")

    @property
    def description(self) -> str:
        """What the author says it does."""
        return self.text("description")

    @property
    def author(self) -> str:
        """Who made it."""
        return self.text("author")

    @property
    def notes(self) -> str:
        """The author's notes."""
        return self.text("notes")

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags; the file keeps them as one text with commas."""
        return tuple(tag.strip() for tag in self.text("tags").split(",") if tag.strip())

    @property
    def category(self) -> str:
        """``user`` or ``default`` (built-in)."""
        meta = self.raw.get("meta")
        found = meta.get("category") if isinstance(meta, dict) else None
        return found if isinstance(found, str) else "user"

    def text(self, key: str) -> str:
        """A text of the document's top level, empty where it is none."""
        found = self.raw.get(key)
        return found if isinstance(found, str) else ""

    @classmethod
    def read(
        cls, data: bytes | Mapping[str, Any], templates: Mapping[str, NodeTemplate]
    ) -> WorkflowDefinition:
        """Read a document: JSON, a PNG with one embedded, a library record, or a graph.

        ``templates`` are only needed to turn a graph into a workflow.

        Raises:
            DomainError: it is too large, too deep, no JSON, or no workflow.
        """
        content = read_bytes(data) if isinstance(data, (bytes, bytearray)) else data
        content, workflow_id = _unwrap(content)
        if _is_graph(content):
            content = graph_to_workflow(content, templates)
        check_depth(content)
        version = migration.schema_version(content)
        return cls(content, version, workflow_id)


def read_bytes(data: bytes) -> Any:
    """Parse a file's bytes: JSON, or the workflow or graph that a PNG carries.

    Raises:
        DomainError: too large, too deep, no JSON, or a PNG without a workflow.
    """
    if len(data) > DOCUMENT_BYTES:
        raise DomainError(Problem("document_too_large", {"limit_mb": DOCUMENT_BYTES // MEGABYTE}))
    if data.startswith(png.SIGNATURE):
        chunks = png.text_chunks(data, DOCUMENT_BYTES)
        text = chunks.get("invokeai_workflow") or chunks.get("invokeai_graph")
        if text is None:
            raise DomainError(Problem("picture_without_workflow"))
        data = text.encode("utf-8", "surrogatepass")
    return parse_json(data)


def parse_json(data: bytes, *, strict: bool = False) -> Any:
    """Parse JSON text.

    Numbers too large for any server are no value, halves of characters are ``?``; with ``strict``
    both are refused.

    Raises:
        DomainError: no JSON, or nested deeper than the parser can follow.
    """
    try:
        # Parsing floats in Python is slow: only where one might be too large for any number.
        huge, halves = _HUGE_EXPONENT.search(data), _HALF_CHARACTER.search(data)
        floats = (_finite_only if strict else _finite) if huge else None
        content = json.loads(data, parse_constant=_refuse_constant, parse_float=floats)
        if strict and halves:
            json.dumps(content, ensure_ascii=False).encode()
        return _without_half_characters(content) if halves else content
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        raise DomainError(Problem("document_not_json", _place(error))) from error


def _without_half_characters(content: Any) -> Any:
    """Halves of UTF-16 pairs, which cannot be sent to any server, replaced by ``?``."""
    return json.loads(json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"))


def _too_deep() -> DomainError:
    return DomainError(Problem("document_too_deep", {"limit": MAX_DEPTH}))


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _finite(text: str) -> float | None:
    """A number, or no value where it is too large for one: it could not be sent."""
    number = float(text)
    return number if math.isfinite(number) else None


def _finite_only(text: str) -> float:
    number = _finite(text)
    if number is None:
        raise ValueError(text)
    return number


def _place(error: Exception) -> dict[str, str | int | float]:
    line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
    return {"line": line}


def check_depth(content: object) -> None:
    """Refuse what nests deeper than ``MAX_DEPTH``.

    Raises:
        DomainError: ``document_too_deep``.
    """
    level: list[object] = [content]
    for _ in range(MAX_DEPTH + 1):
        level = [
            child
            for one in level
            for child in (
                one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
            )
            if isinstance(child, (dict, list))
        ]
        if not level:
            return
    raise _too_deep()


def _unwrap(content: object) -> tuple[dict[str, Any], str]:
    """The workflow of a library record or of an answer that carries one as text."""
    if not isinstance(content, dict):
        raise DomainError(Problem("document_not_object"))
    if "nodes" in content or "meta" in content:
        return content, ""
    for key in ("workflow", "graph"):
        inner = content.get(key)
        if isinstance(inner, str):
            inner = parse_json(inner.encode("utf-8", "surrogatepass"))
        if isinstance(inner, dict):
            record_id = content.get("workflow_id")
            return inner, record_id if isinstance(record_id, str) else ""
    return content, ""


def _is_graph(content: Mapping[str, Any]) -> bool:
    """Whether this is the server's graph: nodes by id, and no schema version."""
    return isinstance(content.get("nodes"), dict) and "meta" not in content
