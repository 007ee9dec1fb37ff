"""Installed models."""

from __future__ import annotations

import uuid

from aiohttp import web

from ivk_desktop.demo.problems import Refused, not_found
from ivk_desktop.demo.reply import answer, ascending, body_of, needed, words
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.models import Config

routes = web.RouteTableDef()
BASE = "/api/v2/models"
RELATIONS = "/api/v1/model_relationships"


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


@routes.patch(f"{BASE}/i/{{key}}")
async def change_model(request: web.Request) -> web.Response:
    """Change a record."""
    changes = await body_of(request)
    return answer(state_of(request).models.change(request.match_info["key"], changes))


@routes.delete(f"{BASE}/i/{{key}}")
async def delete_model(request: web.Request) -> web.Response:
    """Delete a model."""
    state_of(request).models.remove(request.match_info["key"])
    return web.Response(status=204)


@routes.post(f"{BASE}/i/bulk_delete")
async def delete_models(request: web.Request) -> web.Response:
    """Delete models; those that could not be are told with a reason."""
    body = await body_of(request, "keys")
    deleted: list[str] = []
    failed: list[dict[str, str]] = []
    for key in body["keys"]:
        try:
            state_of(request).models.remove(key)
            deleted.append(key)
        except Refused as refused:
            failed.append({"key": key, "error": str(refused.detail)})
    return answer({"deleted": deleted, "failed": failed})


@routes.get(f"{BASE}/i/{{key}}/image")
async def cover(request: web.Request) -> web.Response:
    """The picture of a model."""
    found = state_of(request).models.covers.get(request.match_info["key"])
    if found is None:
        raise not_found("Not Found")
    return web.Response(body=found, content_type="image/png")


@routes.patch(f"{BASE}/i/{{key}}/image")
async def set_cover(request: web.Request) -> web.Response:
    """Store a picture for a model."""
    key, form = request.match_info["key"], await request.post()
    file = form.get("image")
    if not isinstance(file, web.FileField) or not file.content_type.startswith("image"):
        raise Refused(415, "Not an image")
    models = state_of(request).models
    models.covers[key] = file.file.read()
    models.get(key)["cover_image"] = f"{BASE}/i/{key}/image?{uuid.uuid4()}"
    return answer(None)


@routes.delete(f"{BASE}/i/{{key}}/image")
async def remove_cover(request: web.Request) -> web.Response:
    """Forget the picture of a model."""
    key, models = request.match_info["key"], state_of(request).models
    models.covers.pop(key, None)
    models.get(key)["cover_image"] = None
    return web.Response(status=204)


@routes.get(f"{BASE}/missing")
async def missing_models(request: web.Request) -> web.Response:
    """The models whose files are gone: none, unless a test says so."""
    models = state_of(request).models
    return answer({"models": [one for one in models.listed() if one["key"] in models.missing]})


@routes.get(f"{BASE}/stats")
async def stats(request: web.Request) -> web.Response:
    """How the cache of loaded models fares; null before the first load."""
    return answer(state_of(request).engine.loads.stats(state_of(request).models))


@routes.post(f"{BASE}/empty_model_cache")
async def empty_cache(request: web.Request) -> web.Response:
    """Drop all loaded models."""
    cleared = state_of(request).engine.loads.empty()
    return answer({"models_cleared": cleared, "bytes_freed": 0})


@routes.get(f"{RELATIONS}/i/{{key}}")
async def related(request: web.Request) -> web.Response:
    """The keys of related models."""
    return answer(state_of(request).models.related(request.match_info["key"]))


@routes.post(f"{RELATIONS}/")
async def relate(request: web.Request) -> web.Response:
    """Relate two models."""
    return await _relate(request, related=True)


@routes.delete(f"{RELATIONS}/")
async def unrelate(request: web.Request) -> web.Response:
    """Relate two models no longer."""
    return await _relate(request, related=False)


async def _relate(request: web.Request, *, related: bool) -> web.Response:
    body = await body_of(request, "model_key_1", "model_key_2")
    state_of(request).models.relate(body["model_key_1"], body["model_key_2"], related)
    return web.Response(status=204)
