"""Installed models."""

from __future__ import annotations

from aiohttp import web

from ivk_desktop.demo.reply import answer, ascending, needed, words
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.models import Config

routes = web.RouteTableDef()
BASE = "/api/v2/models"
_FILTERS = (("type", "model_type"), ("name", "model_name"), ("format", "model_format"))


@routes.get(f"{BASE}/")
async def list_models(request: web.Request) -> web.Response:
    """All models, or those of some bases, a type, a name or a format."""
    bases = words(request, "base_models")
    wanted = [
        (key, request.query[name])
        for key, name in (
            ("type", "model_type"),
            ("name", "model_name"),
            ("format", "model_format"),
        )
        if name in request.query
    ]

    def shown(config: Config) -> bool:
        if bases and config["base"] not in bases:
            return False
        return all(config[key] == value for key, value in wanted)

    found = [config for config in state_of(request).models.listed() if shown(config)]
    if not ascending(request, "direction", "ASC"):
        found.reverse()
    return answer({"models": found})


@routes.get(f"{BASE}/i/{{key}}")
async def get_model(request: web.Request) -> web.Response:
    """One model."""
    return answer(state_of(request).models.get(request.match_info["key"]))


@routes.get(f"{BASE}/get_by_hash")
async def get_by_hash(request: web.Request) -> web.Response:
    """The model with a hash."""
    (digest,) = needed(request, "hash")
    return answer(state_of(request).models.by_hash(digest))


@routes.get(f"{BASE}/get_by_attrs")
async def get_by_attributes(request: web.Request) -> web.Response:
    """The model with a name, type and base."""
    name, kind, base = needed(request, "name", "type", "base")
    return answer(state_of(request).models.by_attributes(name, kind, base))


@routes.get(f"{BASE}/missing")
async def missing_models(request: web.Request) -> web.Response:
    """No model of the demo is missing its file."""
    return answer({"models": []})


@routes.get(f"{BASE}/install")
async def installs(request: web.Request) -> web.Response:
    """Nothing is being installed."""
    return answer([])


@routes.get(f"{BASE}/stats")
async def stats(request: web.Request) -> web.Response:
    """No cache to speak of."""
    return answer(None)
