"""The workflow library; changes are told to every socket."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from ivk_desktop.demo import events, painter
from ivk_desktop.demo.batch import checked_workflow
from ivk_desktop.demo.reply import answer, ascending, body_of, flag, number, word, words
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.workflows import ORDERS, SavedWorkflow, WorkflowQuery
from ivk_desktop.demo.studio import painted

routes = web.RouteTableDef()
BASE = "/api/v1/workflows"
THUMBNAIL_SIZE = (256, 256)


def _query(request: web.Request, *, tags: bool = True) -> WorkflowQuery:
    return WorkflowQuery(
        categories=words(request, "categories"),
        tags=words(request, "tags") if tags else (),
        text=request.query.get("query", ""),
        opened=flag(request, "has_been_opened"),
        public=flag(request, "is_public"),
        callable=flag(request, "callable"),
    )


def _saved(request: web.Request) -> SavedWorkflow:
    return state_of(request).workflows.get(request.match_info["workflow_id"])


@routes.get(f"{BASE}/")
async def list_workflows(request: web.Request) -> web.Response:
    """One page of the library."""
    size = number(request, "per_page", 0) or None
    order = word(request, "order_by", ORDERS, "name")
    up = ascending(request, "direction", "ASC")
    page = number(request, "page", 0)
    return answer(state_of(request).workflows.page(_query(request), order, up, page, size))


@routes.get(f"{BASE}/tags")
async def tags(request: web.Request) -> web.Response:
    """All tags."""
    found = state_of(request).workflows.query(_query(request))
    return answer(sorted({tag for saved in found for tag in saved.tags()}))


@routes.get(f"{BASE}/counts_by_tag")
async def counts_by_tag(request: web.Request) -> web.Response:
    """How many workflows have each tag."""
    found = state_of(request).workflows.query(_query(request, tags=False))
    wanted = words(request, "tags")
    return answer({tag: sum(tag in saved.tags() for saved in found) for tag in wanted})


@routes.get(f"{BASE}/counts_by_category")
async def counts_by_category(request: web.Request) -> web.Response:
    """How many workflows each category has."""
    workflows = state_of(request).workflows
    wanted = words(request, "categories")
    counts = {name: len(workflows.query(WorkflowQuery(categories=(name,)))) for name in wanted}
    return answer(counts)


@routes.get(f"{BASE}/i/{{workflow_id}}")
async def get_workflow(request: web.Request) -> web.Response:
    """One workflow."""
    return answer(_saved(request).record())


@routes.put(f"{BASE}/i/{{workflow_id}}/opened_at")
async def opened(request: web.Request) -> web.Response:
    """Note that a workflow was opened."""
    state_of(request).workflows.touch(_saved(request).workflow_id)
    return answer(None)


@routes.post(f"{BASE}/")
async def create_workflow(request: web.Request) -> web.Response:
    """Save a new workflow."""
    body = await body_of(request, "workflow")
    workflow = checked_workflow(body["workflow"], ("body", "workflow")) or {}
    saved = state_of(request).workflows.add(workflow)
    await _tell(request, "workflow_created", saved, is_public=saved.is_public)
    return answer(saved.saved())


@routes.patch(f"{BASE}/i/{{workflow_id}}")
async def update_workflow(request: web.Request) -> web.Response:
    """Save over a workflow."""
    body = await body_of(request, "workflow")
    workflow = checked_workflow(body["workflow"], ("body", "workflow")) or {}
    saved = state_of(request).workflows.replace(_saved(request).workflow_id, workflow)
    public = saved.is_public
    await _tell(request, "workflow_updated", saved, old_is_public=public, new_is_public=public)
    return answer(saved.saved())


@routes.patch(f"{BASE}/i/{{workflow_id}}/is_public")
async def share_workflow(request: web.Request) -> web.Response:
    """Show a workflow to all users, or to its owner alone."""
    body = await body_of(request, "is_public")
    was = _saved(request).is_public
    saved = state_of(request).workflows.share(_saved(request).workflow_id, bool(body["is_public"]))
    await _tell(
        request, "workflow_updated", saved, old_is_public=was, new_is_public=saved.is_public
    )
    return answer(saved.saved())


@routes.get(f"{BASE}/i/{{workflow_id}}/thumbnail")
async def thumbnail(request: web.Request) -> web.Response:
    """Its thumbnail as WebP; the real server fails in this way where there is none."""
    scene = _saved(request).scene
    if scene is None:
        return web.Response(text="Internal Server Error", status=500)
    data = await painted(painter.thumbnail_webp, scene, *THUMBNAIL_SIZE)
    return web.Response(body=data, content_type="image/webp")


@routes.delete(f"{BASE}/i/{{workflow_id}}")
async def delete_workflow(request: web.Request) -> web.Response:
    """Delete a workflow."""
    saved = state_of(request).workflows.remove(_saved(request).workflow_id)
    await _tell(request, "workflow_deleted", saved, is_public=saved.is_public)
    return answer(None)


async def _tell(request: web.Request, event: str, saved: SavedWorkflow, **facts: Any) -> None:
    data = {
        "timestamp": events.timestamp(),
        "workflow_id": saved.workflow_id,
        "user_id": events.USER,
        **facts,
    }
    await state_of(request).hub.emit(event, data, events.EVERYONE)
