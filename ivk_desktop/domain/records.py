"""The whole record of one job, as its server keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.domain.form import Form
from ivk_desktop.domain.jobs import Job
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.updates import NodeStatus

TRACEBACK_LIMIT: Final = 16 * 1024 * 1024
"""The most characters of a traceback that are kept."""


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """One node of a job with what it gave. Texts are untrusted, and bounded by the adapter."""

    node_id: str
    node_type: str
    title: str
    status: NodeStatus = NodeStatus.PENDING
    """``PENDING`` also for one that an ended job never came to."""
    runs: int = 0
    """How many of its runs have given something."""
    outputs: tuple[MediaRef, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    """What else its first run gave: (name, value as text)."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class JobRecord:
    """All that the server tells of one job."""

    job: Job
    nodes: tuple[NodeRecord, ...] = ()
    """Those that ran in the order in which they ended, then the others in their likely order."""
    form: Form | None = None
    """The form of its workflow, filled with what it ran with; ``None`` where there is none."""
    traceback: str = ""
    """The whole traceback: ``job.error`` has its beginning."""
    raw: Mapping[str, Any] = field(default_factory=dict)
    """The record itself, as JSON data; empty for a private one."""
