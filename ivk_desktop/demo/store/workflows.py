"""The workflow library."""

from __future__ import annotations

import math
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ivk_desktop.demo.clock import now, stamp
from ivk_desktop.demo.problems import not_found
from ivk_desktop.demo.scenes import Landscape

_NOT_CALLABLE = {
    "is_callable": False,
    "reason": "missing_workflow_return",
    "message": "The workflow must contain exactly one workflow_return node.",
}


@dataclass(slots=True)
class SavedWorkflow:
    """One workflow of the library; times in seconds since 1970."""

    workflow_id: str
    workflow: dict[str, Any]
    created_at: float
    updated_at: float
    opened_at: float | None = None
    shared: bool = True
    """Single-user servers share what the user saves."""
    scene: Landscape | None = None
    """What its thumbnail shows, if it has one."""

    @property
    def category(self) -> str:
        """``user`` or ``default``."""
        return str(self.workflow["meta"].get("category", "user"))

    @property
    def is_public(self) -> bool:
        """Whether all users see it; built-in ones count as nobody's."""
        return self.shared and self.category == "user"

    @property
    def thumbnail_url(self) -> str | None:
        """Where its thumbnail is; the end is another one each time, as on the real server."""
        if self.scene is None:
            return None
        return f"api/v1/workflows/i/{self.workflow_id}/thumbnail?{uuid.uuid4()}"

    def tags(self) -> list[str]:
        """The tags of its comma-separated text."""
        parts = (part.strip() for part in str(self.workflow["tags"]).split(","))
        return [part for part in parts if part]

    def head(self) -> dict[str, Any]:
        """The keys that every answer has."""
        return {
            "workflow_id": self.workflow_id,
            "name": self.workflow["name"],
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.updated_at),
            "opened_at": stamp(self.opened_at),
            "user_id": "system",
            "is_public": self.is_public,
        }

    def saved(self) -> dict[str, Any]:
        """The record as create and update answer it."""
        return self.head() | {"workflow": self.workflow}

    def record(self) -> dict[str, Any]:
        """The record as the get call answers it."""
        return self.saved() | {
            "thumbnail_url": self.thumbnail_url,
            "call_saved_workflow_compatibility": _NOT_CALLABLE,
        }

    def entry(self) -> dict[str, Any]:
        """The record in a list: without the workflow itself."""
        return self.head() | {
            "description": self.workflow["description"],
            "category": self.category,
            "tags": self.workflow["tags"],
            "thumbnail_url": self.thumbnail_url,
            "call_saved_workflow_compatibility": _NOT_CALLABLE,
        }


@dataclass(frozen=True, slots=True)
class WorkflowQuery:
    """Which workflows a listing shows; None and empty mean all."""

    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    text: str = ""
    opened: bool | None = None
    public: bool | None = None
    callable: bool | None = None

    def shows(self, saved: SavedWorkflow) -> bool:
        """True if the listing holds this workflow."""
        if self.categories and saved.category not in self.categories:
            return False
        if self.tags and not set(self.tags) & set(saved.tags()):
            return False
        if self.opened is not None and (saved.opened_at is not None) != self.opened:
            return False
        if self.public is not None and saved.is_public != self.public:
            return False
        if self.callable:
            return False
        words = f"{saved.workflow['name']} {saved.workflow['description']}".lower()
        return self.text.lower() in words


_ORDERS: dict[str, Callable[[SavedWorkflow], Any]] = {
    "created_at": lambda saved: saved.created_at,
    "updated_at": lambda saved: saved.updated_at,
    "opened_at": lambda saved: saved.opened_at or 0.0,
    "name": lambda saved: str(saved.workflow["name"]).lower(),
    "is_public": lambda saved: saved.is_public,
}
ORDERS = tuple(_ORDERS)


class Workflows:
    """All workflows by id."""

    def __init__(self) -> None:
        self._workflows: dict[str, SavedWorkflow] = {}

    def add(
        self, workflow: dict[str, Any], workflow_id: str | None = None, at: float | None = None
    ) -> SavedWorkflow:
        """Save a new workflow."""
        workflow_id = workflow_id or str(uuid.uuid4())
        at = now() if at is None else at
        saved = SavedWorkflow(workflow_id, workflow | {"id": workflow_id}, at, at)
        self._workflows[workflow_id] = saved
        return saved

    def get(self, workflow_id: str) -> SavedWorkflow:
        """The workflow of that id.

        Raises:
            Refused: 404.
        """
        saved = self._workflows.get(workflow_id)
        if saved is None:
            raise not_found("Workflow not found")
        return saved

    def replace(self, workflow_id: str, workflow: dict[str, Any]) -> SavedWorkflow:
        """Save over a workflow; a built-in one stays as it is, without a word."""
        saved = self.get(workflow_id)
        if saved.category == "default":
            return saved
        saved.workflow = workflow | {"id": workflow_id}
        saved.updated_at = now()
        return saved

    def share(self, workflow_id: str, shared: bool) -> SavedWorkflow:
        """Show it to all users or not; the server marks that with a tag."""
        saved = self.get(workflow_id)
        tags = [tag for tag in saved.tags() if tag != "shared"]
        text = ", ".join([*tags, "shared"] if shared else tags)
        saved.workflow = saved.workflow | {"tags": text}
        saved.shared, saved.updated_at = shared, now()
        return saved

    def touch(self, workflow_id: str) -> None:
        """Note that it was opened."""
        saved = self.get(workflow_id)
        saved.opened_at = saved.updated_at = now()

    def remove(self, workflow_id: str) -> SavedWorkflow:
        """Delete a workflow."""
        saved = self.get(workflow_id)
        del self._workflows[workflow_id]
        return saved

    def query(self, query: WorkflowQuery) -> list[SavedWorkflow]:
        """The workflows of a listing."""
        return [saved for saved in self._workflows.values() if query.shows(saved)]

    def page(
        self, query: WorkflowQuery, order: str, ascending: bool, page: int, per_page: int | None
    ) -> dict[str, Any]:
        """One page of a listing as the list call answers it."""
        found = sorted(self.query(query), key=_ORDERS[order], reverse=not ascending)
        size = per_page or len(found)
        shown = found[page * size : (page + 1) * size]
        return {
            "page": page,
            "pages": math.ceil(len(found) / size) if size else 1,
            "per_page": size,
            "total": len(found),
            "items": [saved.entry() for saved in shown],
        }
