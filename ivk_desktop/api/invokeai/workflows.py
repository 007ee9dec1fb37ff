"""The server's workflow library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import moment
from ivk_desktop.api.invokeai.wire import SavedWorkflow, WorkflowPage, WorkflowRecord
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId

_PAGE = 200
_MOST_PAGES = 50
_BASE = "/api/v1/workflows/"
_TEXTS = ("name", "author", "description", "version", "contact", "tags", "notes")
"""What the server wants of every document, be it empty (422 otherwise)."""


class WorkflowRepository:
    """``/api/v1/workflows``."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def all(self, **filters: Any) -> list[WorkflowCard]:
        """All workflows without their bodies, most recently opened first, then by name."""
        cards: list[WorkflowCard] = []
        number, pages = 0, 1
        while number < min(pages, _MOST_PAGES):
            paging = {"page": number, "per_page": _PAGE, "order_by": "name", "direction": "ASC"}
            data = await self._http.get_json(_BASE, {**paging, **filters})
            page = self._http.read(WorkflowPage.model_validate, data)
            cards += self._http.read(lambda items: [self._card(one) for one in items], page.items)
            number, pages = number + 1, page.pages
        return sorted(cards, key=lambda card: (-(card.opened_at or 0.0), card.name.casefold()))

    async def record(self, workflow_id: str) -> dict[str, Any]:
        """A workflow's record: its id, its name, and the document as ``workflow``."""
        return self._http.read(_record, await self._http.get_json(_path(workflow_id)))

    async def opened(self, workflow_id: str) -> None:
        """Tell the server that the workflow has been opened now."""
        await self._http.send("PUT", f"{_path(workflow_id)}/opened_at")

    async def create(self, document: Mapping[str, Any]) -> str:
        """Save a document under a new id; returns the id."""
        data = await self._http.send("POST", _BASE, {"workflow": _saved(document)})
        return self._http.read(SavedWorkflow.model_validate, data).workflow_id

    async def replace(self, workflow_id: str, document: Mapping[str, Any]) -> None:
        """Save a document over another."""
        body = {"workflow": {**_saved(document), "id": workflow_id}}
        await self._http.send("PATCH", _path(workflow_id), body)

    async def delete(self, workflow_id: str) -> None:
        """Delete a workflow."""
        await self._http.delete(_path(workflow_id))

    async def share(self, workflow_id: str, public: bool) -> None:
        """Show a workflow to other users, or to its owner alone."""
        await self._http.send("PATCH", f"{_path(workflow_id)}/is_public", {"is_public": public})

    def _card(self, raw: dict[str, Any]) -> WorkflowCard:
        record = WorkflowRecord.model_validate(raw)
        tags = (tag.strip() for tag in (record.tags or "").split(","))
        return WorkflowCard(
            workflow_id=record.workflow_id,
            name=record.name,
            description=record.description or "",
            category=record.category,
            tags=tuple(tag for tag in tags if tag),
            opened_at=moment(raw, "opened_at"),
            updated_at=moment(raw, "updated_at"),
            created_at=moment(raw, "created_at"),
            is_public=record.is_public,
            cover=self._cover(record),
        )

    def _cover(self, record: WorkflowRecord) -> MediaRef | None:
        """The thumbnail under a name that changes with the workflow: what is kept is then old."""
        if not record.thumbnail_url:
            return None
        name = ImageName(f"{record.workflow_id}@{record.updated_at or ''}")
        return MediaRef(self._server_id, name, MediaKind.COVER)


def _path(workflow_id: str) -> str:
    return f"{_BASE}i/{quote(workflow_id, safe='')}"


def _saved(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document as the library takes it: the user's own, and with all texts."""
    meta = document.get("meta")
    texts = {key: document.get(key) for key in _TEXTS}
    return {
        **document,
        **{key: text if isinstance(text, str) else "" for key, text in texts.items()},
        "exposedFields": document.get("exposedFields") or [],
        "meta": {**(meta if isinstance(meta, dict) else {}), "category": "user"},
    }


def _record(data: Any) -> dict[str, Any]:
    if not isinstance(data["workflow"], dict):
        raise TypeError("the workflow is no object")
    return dict(data)
