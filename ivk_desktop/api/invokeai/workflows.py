"""The server's workflow library."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import moment
from ivk_desktop.api.invokeai.wire import WorkflowPage, WorkflowRecord

_PAGE = 200
_MOST_PAGES = 50


class WorkflowRepository:
    """``/api/v1/workflows``."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def all(self) -> list[WorkflowCard]:
        """All workflows without their bodies, most recently opened first, then by name."""
        cards: list[WorkflowCard] = []
        number, pages = 0, 1
        while number < min(pages, _MOST_PAGES):
            params = {"page": number, "per_page": _PAGE, "order_by": "name", "direction": "ASC"}
            data = await self._http.get_json("/api/v1/workflows/", params)
            page = self._http.read(WorkflowPage.model_validate, data)
            cards += self._http.read(lambda items: [_card(one) for one in items], page.items)
            number, pages = number + 1, page.pages
        return sorted(cards, key=lambda card: (-(card.opened_at or 0.0), card.name.casefold()))

    async def record(self, workflow_id: str) -> dict[str, Any]:
        """A workflow's record: its id, its name, and the document as ``workflow``."""
        data = await self._http.get_json(f"/api/v1/workflows/i/{quote(workflow_id, safe='')}")
        return self._http.read(_record, data)

    async def opened(self, workflow_id: str) -> None:
        """Tell the server that the workflow has been opened now."""
        path = f"/api/v1/workflows/i/{quote(workflow_id, safe='')}/opened_at"
        await self._http.send("PUT", path)


def _card(raw: dict[str, Any]) -> WorkflowCard:
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
    )


def _record(data: Any) -> dict[str, Any]:
    if not isinstance(data["workflow"], dict):
        raise TypeError("the workflow is no object")
    return dict(data)
