"""The web application: calls, sockets, and how refusals are answered."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from ivk_desktop.demo.faults import SOCKET_PATH
from ivk_desktop.demo.gate import guard
from ivk_desktop.demo.problems import Broken, Refused
from ivk_desktop.demo.reply import answer
from ivk_desktop.demo.routes import (
    auth,
    boards,
    downloads,
    faults,
    images,
    installs,
    models,
    queue,
    system,
    videos,
    workflows,
)
from ivk_desktop.demo.state import STATE, State, state_of

_LARGEST_BODY = 256 * 1024 * 1024


def new_app(state: State, *, scriptable: bool) -> web.Application:
    """The application of one server; ``scriptable`` adds the calls below /demo."""
    app = web.Application(
        middlewares=[_faulty, _plain_refusals, guard], client_max_size=_LARGEST_BODY
    )
    app[STATE] = state
    state.hub.server.attach(app, socketio_path=SOCKET_PATH)
    if scriptable:
        app.add_routes(faults.routes)
    for module in (
        auth,
        queue,
        downloads,
        images,
        videos,
        boards,
        installs,
        models,
        workflows,
        system,
    ):
        app.add_routes(module.routes)
    return app


@web.middleware
async def _faulty(request: web.Request, handler: Any) -> web.StreamResponse:
    if request.path.startswith("/demo/"):
        return await handler(request)  # type: ignore[no-any-return] # aiohttp's
    return await state_of(request).faults.serve(request, handler)


@web.middleware
async def _plain_refusals(request: web.Request, handler: Any) -> web.StreamResponse:
    try:
        return await handler(request)  # type: ignore[no-any-return] # aiohttp's
    except Refused as refused:
        return answer({"detail": refused.detail}, refused.status)
    except Broken:
        return web.Response(status=500, text="Internal Server Error")
    except web.HTTPException as refused:
        return answer({"detail": refused.reason}, refused.status)
