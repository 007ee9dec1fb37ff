"""Videos: only stored, listed and given back; the demo's nodes make none."""

from __future__ import annotations

from aiohttp import web

from ivk_desktop.demo import painter
from ivk_desktop.demo.mp4 import read_movie
from ivk_desktop.demo.problems import Refused, invalid, missing
from ivk_desktop.demo.reply import answer, flag, words
from ivk_desktop.demo.routes.images import FOREVER
from ivk_desktop.demo.scenes import Landscape
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.videos import Video
from ivk_desktop.demo.studio import painted

routes = web.RouteTableDef()
BASE = "/api/v1/videos"


def _video(request: web.Request) -> Video:
    return state_of(request).videos.get(request.match_info["name"])


@routes.get(f"{BASE}/names")
async def names(request: web.Request) -> web.Response:
    """The names of all videos of a view."""
    query = request.query.get("board_id"), words(request, "categories")
    found = [video.name for video in state_of(request).videos.query(*query)]
    return answer({"video_names": found, "starred_count": 0, "total_count": len(found)})


@routes.get(f"{BASE}/i/{{name}}")
async def get_video(request: web.Request) -> web.Response:
    """One record."""
    return answer(_video(request).dto())


@routes.get(f"{BASE}/i/{{name}}/workflow")
async def workflow(request: web.Request) -> web.Response:
    """Uploaded videos carry neither workflow nor graph."""
    _video(request)
    return answer({"workflow": None, "graph": None})


@routes.get(f"{BASE}/i/{{name}}/full")
async def full(request: web.Request) -> web.FileResponse:
    """The file, in pieces where they are asked for."""
    return web.FileResponse(_video(request).file, headers=FOREVER | {"Content-Type": "video/mp4"})


@routes.get(f"{BASE}/i/{{name}}/thumbnail")
async def thumbnail(request: web.Request) -> web.Response:
    """A painted picture: nothing here can decode a frame."""
    video = _video(request)
    scene = Landscape(video.name, 0)
    size = video.movie.width, video.movie.height
    data = await painted(painter.thumbnail_webp, scene, *size)
    return web.Response(body=data, content_type="image/webp", headers=FOREVER)


@routes.post(f"{BASE}/upload")
async def upload(request: web.Request) -> web.Response:
    """Take a video."""
    form = await request.post()
    file = form.get("file")
    wanted = ("video_category", "is_intermediate")
    lacking = [missing(("query", name)) for name in wanted if name not in request.query]
    if not isinstance(file, web.FileField):
        lacking.append(missing(("body", "file")))
    if lacking or not isinstance(file, web.FileField):
        raise invalid(*lacking)
    if not file.content_type.startswith("video/mp4"):
        raise Refused(415, "Not a supported video file")
    data = file.file.read()
    movie = read_movie(data)
    if movie is None:
        raise Refused(415, "Failed to read video")
    board = request.query.get("board_id")
    video = state_of(request).videos.add(
        data,
        movie,
        category=request.query["video_category"],
        is_intermediate=bool(flag(request, "is_intermediate")),
        board_id=board if board and board in state_of(request).boards else None,
    )
    return answer(video.dto(), 201)
