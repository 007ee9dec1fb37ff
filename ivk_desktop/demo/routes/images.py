"""Images and the gallery."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from ivk_desktop.demo import painter
from ivk_desktop.demo.problems import Refused, invalid, missing
from ivk_desktop.demo.reply import answer, ascending, body_of, few_names, flag, number, words
from ivk_desktop.demo.scenes import Stored
from ivk_desktop.demo.state import State, state_of
from ivk_desktop.demo.store.images import UNCATEGORIZED, Image, ImageQuery, Listed, compact
from ivk_desktop.demo.studio import painted

routes = web.RouteTableDef()
BASE = "/api/v1/images"
FOREVER = {"Cache-Control": "max-age=31536000"}


def query_of(request: web.Request) -> ImageQuery:
    """What a listing asks for."""
    return ImageQuery(
        categories=words(request, "categories"),
        origin=request.query.get("image_origin") or request.query.get("origin"),
        is_intermediate=flag(request, "is_intermediate"),
        board_id=request.query.get("board_id"),
        day=request.query.get("created_date", ""),
        search=request.query.get("search_term", ""),
        ascending=ascending(request, "order_dir"),
        starred_first=flag(request, "starred_first") is not False,
    )


def _image(request: web.Request, detail: str = "Not Found") -> Image:
    return state_of(request).images.get(request.match_info["name"], detail)


def _names(key: str, found: Sequence[Listed]) -> web.Response:
    starred = sum(image.starred for image in found)
    names = [image.name for image in found]
    return answer({key: names, "starred_count": starred, "total_count": len(names)})


@routes.get("/api/v1/gallery/item_names")
async def gallery_item_names(request: web.Request) -> web.Response:
    """The names of all items of a gallery view."""
    state, query = state_of(request), query_of(request)
    every: list[Listed] = [*state.images.query(query), *state.videos.query(query)]
    return _names("item_names", query.order(every))


@routes.get(f"{BASE}/names")
async def image_names(request: web.Request) -> web.Response:
    """The names of all images of a view."""
    return _names("image_names", state_of(request).images.query(query_of(request)))


@routes.get(f"{BASE}/")
async def list_images(request: web.Request) -> web.Response:
    """One page of images."""
    found = state_of(request).images.query(query_of(request))
    offset, limit = number(request, "offset", 0), number(request, "limit", 10)
    items = [image.dto() for image in found[offset : offset + limit]]
    return answer({"limit": limit, "offset": offset, "total": len(found), "items": items})


@routes.get(f"{BASE}/intermediates")
async def intermediates(request: web.Request) -> web.Response:
    """How many images are intermediate."""
    found = state_of(request).images.query(ImageQuery(is_intermediate=True))
    return answer(len(found))


@routes.delete(f"{BASE}/intermediates")
async def clear_intermediates(request: web.Request) -> web.Response:
    """Delete all intermediate images; how many that were."""
    state = state_of(request)
    found = state.images.query(ImageQuery(is_intermediate=True))
    for image in found:
        state.images.remove(image.name)
        state.engine.cache.forget_image(image.name)
    return answer(len(found))


@routes.post(f"{BASE}/images_by_names")
async def images_by_names(request: web.Request) -> web.Response:
    """Records by name; unknown names are left out."""
    body = await body_of(request, "image_names")
    images = state_of(request).images
    found = (images.find(name) for name in body["image_names"])
    return answer([image.dto() for image in found if image is not None])


@routes.get(f"{BASE}/i/{{name}}")
async def get_image(request: web.Request) -> web.Response:
    """One record."""
    return answer(_image(request).dto())


@routes.patch(f"{BASE}/i/{{name}}")
async def change_image(request: web.Request) -> web.Response:
    """Change star, category, session or intermediate mark."""
    image = _image(request)
    body = await body_of(request)
    for key, attribute in (
        ("starred", "starred"),
        ("is_intermediate", "is_intermediate"),
        ("image_category", "category"),
        ("session_id", "session_id"),
    ):
        if body.get(key) is not None:
            setattr(image, attribute, body[key])
    return answer(image.dto())


@routes.get(f"{BASE}/i/{{name}}/urls")
async def image_urls(request: web.Request) -> web.Response:
    """Where its files are."""
    record = _image(request).dto()
    return answer({key: record[key] for key in ("image_name", "image_url", "thumbnail_url")})


@routes.get(f"{BASE}/i/{{name}}/metadata")
async def image_metadata(request: web.Request) -> web.Response:
    """Its metadata, or null."""
    return answer(_image(request).metadata)


@routes.get(f"{BASE}/i/{{name}}/workflow")
async def image_workflow(request: web.Request) -> web.Response:
    """Its workflow and graph as JSON texts, or null."""
    texts = _image(request).texts()
    return answer({key: texts.get(f"invokeai_{key}") for key in ("workflow", "graph")})


@routes.get(f"{BASE}/i/{{name}}/full")
async def full(request: web.Request) -> web.Response:
    """The picture as PNG."""
    image = _image(request)
    data = await painted(state_of(request).images.file, image, "full")
    shown = {"Content-Disposition": f'inline; filename="{image.name}"'}
    return web.Response(body=data, content_type="image/png", headers=FOREVER | shown)


@routes.get(f"{BASE}/i/{{name}}/thumbnail")
async def thumbnail(request: web.Request) -> web.Response:
    """The picture as a small WebP."""
    image = _image(request)
    data = await painted(state_of(request).images.file, image, "thumbnail")
    return web.Response(body=data, content_type="image/webp", headers=FOREVER)


@routes.post(f"{BASE}/upload")
async def upload(request: web.Request) -> web.Response:
    """Take a picture."""
    form = await request.post()
    file = form.get("file")
    wanted = ("image_category", "is_intermediate")
    lacking = [missing(("query", name)) for name in wanted if name not in request.query]
    if not isinstance(file, web.FileField):
        lacking.append(missing(("body", "file")))
    if lacking or not isinstance(file, web.FileField):
        raise invalid(*lacking)
    if not file.content_type.startswith("image"):
        raise Refused(415, "Not an image")
    data = file.file.read()
    size = await painted(painter.size_of, data)
    if size is None:
        raise Refused(415, "Failed to read image")
    image = _file_upload(request, data, size)
    return answer(image.dto(), 201)


def _file_upload(request: web.Request, data: bytes, size: tuple[int, int]) -> Image:
    state = state_of(request)
    if board := request.query.get("board_id"):
        state.boards.get(board)
    return state.images.add(
        Stored(state.images.store_upload(data)),
        *size,
        category=request.query["image_category"],
        origin="external",
        is_intermediate=bool(flag(request, "is_intermediate")),
        session_id=request.query.get("session_id"),
        board_id=board,
    )


def delete_images(state: State, names: list[str]) -> dict[str, Any]:
    """Delete what exists of some images; the answer of the calls that do so."""
    deleted, boards = [], set()
    for name in names:
        image = state.images.find(name)
        if image is None:
            continue
        boards.add(image.board_id or UNCATEGORIZED)
        state.images.remove(name)
        state.engine.cache.forget_image(name)
        deleted.append(name)
    return {"affected_boards": sorted(boards), "deleted_images": deleted, "failed_images": []}


@routes.delete(f"{BASE}/i/{{name}}")
async def delete_image(request: web.Request) -> web.Response:
    """Delete one image."""
    image = _image(request, "Image not found")
    return answer(delete_images(state_of(request), [image.name]))


@routes.post(f"{BASE}/delete")
async def delete_many(request: web.Request) -> web.Response:
    """Delete images by name."""
    body = await body_of(request, "image_names")
    return answer(delete_images(state_of(request), few_names(body)))


async def _star(request: web.Request, starred: bool, key: str) -> web.Response:
    body = await body_of(request, "image_names")
    images = state_of(request).images
    found = [image for name in few_names(body) if (image := images.find(name)) is not None]
    for image in found:
        image.starred = starred
    return answer(
        {
            "affected_boards": sorted({image.board_id or UNCATEGORIZED for image in found}),
            key: [image.name for image in found],
            "failed_images": [],
        }
    )


@routes.post(f"{BASE}/star")
async def star(request: web.Request) -> web.Response:
    """Star images."""
    return await _star(request, True, "starred_images")


@routes.post(f"{BASE}/unstar")
async def unstar(request: web.Request) -> web.Response:
    """Take stars away."""
    return await _star(request, False, "unstarred_images")


__all__ = ["compact", "delete_images", "query_of", "routes"]
