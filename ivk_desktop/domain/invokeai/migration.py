"""Schema versions 1.0.0 to 4.0.0 (workflow spec 1.2, 1.3).

Types stand in files of 1.x and 2.x only and are not needed: what a field is, its node's template
says. So a migration strips what newer schemas do not have and fills what older ones lack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.problems import DomainError, Problem, Severity

CURRENT: Final = "4.0.0"
_KNOWN: Final = frozenset({"1.0.0", "2.0.0", "3.0.0", CURRENT})
_STRIPPED: Final = frozenset({"1.0.0", "2.0.0"})
_INSTANCE_KEYS: Final = ("name", "label", "description", "value")


def schema_version(content: Mapping[str, Any]) -> str:
    """The schema version that a document states.

    Raises:
        DomainError: ``workflow_no_version``: it states none; ``workflow_bad_version``: it is not
            three numbers.
    """
    meta = content.get("meta")
    version = meta.get("version") if isinstance(meta, dict) else None
    if version is None:
        raise DomainError(Problem("workflow_no_version"))
    if not isinstance(version, str) or parse_version(version) is None:
        raise DomainError(Problem("workflow_bad_version", {"version": str(version)[:40]}))
    return version


def parse_version(text: str) -> tuple[int, int, int] | None:
    """Three numbers divided by dots, or ``None``; an empty part counts as 0, as in InvokeAI."""
    parts = text.split(".")
    if len(parts) < 3:
        return None
    numbers = []
    for part in parts[:3]:
        stripped = part.strip()
        if stripped and not (stripped.isascii() and stripped.isdigit() and len(stripped) <= 15):
            return None
        numbers.append(int(stripped or "0"))
    return numbers[0], numbers[1], numbers[2]


def version_warnings(version: str) -> tuple[Problem, ...]:
    """What is to be said of a schema version: nothing, or that it is not known."""
    if version in _KNOWN:
        return ()
    args: dict[str, str | int | float] = {"version": version, "newest": CURRENT}
    return (Problem("workflow_newer", args, Severity.WARNING),)


def strips_instances(version: str) -> bool:
    """Whether inputs of this version carry keys that newer schemas do not have."""
    return version in _STRIPPED


def strip_instance(instance: Mapping[str, Any]) -> dict[str, Any]:
    """What of a 1.x or 2.x input is kept."""
    return {key: instance[key] for key in _INSTANCE_KEYS if key in instance}


def migrated_meta(raw: object, version: str) -> dict[str, Any]:
    """The ``meta`` of the current schema; 1.0.0 files are always the user's."""
    meta = dict(raw) if isinstance(raw, dict) else {}
    category = meta.get("category")
    if version == "1.0.0" or category not in ("user", "default"):
        category = "user"
    return {**meta, "category": category, "version": CURRENT}
