"""Videos: only stored, listed and given back; the demo's nodes make none."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from ivk_desktop.demo import painter
from ivk_desktop.demo.mp4 import read_movie
from ivk_desktop.demo.problems import Refused, invalid, missing
from ivk_desktop.demo.reply import answer, body_of, flag
from ivk_desktop.demo.routes.images import FOREVER, query_of
from ivk_desktop.demo.scenes import Landscape
from ivk_desktop.demo.state import State, state_of
from ivk_desktop.demo.store.images import UNCATEGORIZED
from ivk_desktop.demo.store.videos import Video
from ivk_desktop.demo.studio import painted

routes = web.RouteTableDef()
BASE = "/api/v1/videos"


def _video(request: web.Request) -> Video:
    return state_of(request).videos.get(request.match_info["name"])


@routes.get(f"{BASE}/names")
async def names(request: web.Request) -> web.Response:
    """The names of all videos of a view."""
    found = state_of(request).videos.query(query_of(request))
    starred = sum(video.starred for video in found)
    listed = [video.name for video in found]
    return answer({"video_names": listed, "starred_count": starred, "total_count": len(listed)})


@routes.get(f"{BASE}/i/{{name}}")
async def get_video(request: web.Request) -> web.Response:
    """One record."""
    return answer(_video(request).dto())


@routes.get(f"{BASE}/i/{{name}}/metadata")
async def metadata(request: web.Request) -> web.Response:
    """Uploaded videos carry none."""
    return answer(_video(request).metadata)


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


async def _each(
    request: web.Request, key: str, change: Callable[[State, Video], None]
) -> web.Response:
    """Change videos by name; unlike an image, one that is gone has failed."""
    state = state_of(request)
    wanted = (await body_of(request, "video_names"))["video_names"]
    found = [video for name in wanted if (video := state.videos.find(name)) is not None]
    boards = sorted({video.board_id or UNCATEGORIZED for video in found})
    for video in found:
        change(state, video)
    changed = [video.name for video in found]
    failed = [name for name in wanted if name not in changed]
    return answer({"affected_boards": boards, key: changed, "failed_videos": failed})


def _star(state: State, video: Video) -> None:
    video.starred = True


def _unstar(state: State, video: Video) -> None:
    video.starred = False


def _delete(state: State, video: Video) -> None:
    state.videos.remove(video.name)


@routes.post(f"{BASE}/star")
async def star(request: web.Request) -> web.Response:
    """Star videos."""
    return await _each(request, "starred_videos", _star)


@routes.post(f"{BASE}/unstar")
async def unstar(request: web.Request) -> web.Response:
    """Take stars away."""
    return await _each(request, "unstarred_videos", _unstar)


@routes.post(f"{BASE}/delete")
async def delete(request: web.Request) -> web.Response:
    """Delete videos by name."""
    return await _each(request, "deleted_videos", _delete)


def _move(state: State, name: str, board_id: str | None) -> list[str]:
    """Put a video on a board or on none; the boards that changed."""
    video = state.videos.find(name)
    boards = [board_id or UNCATEGORIZED]
    if video is not None:
        boards.append(video.board_id or UNCATEGORIZED)
        video.board_id = board_id
    return list(dict.fromkeys(boards))


@routes.post(f"{BASE}/board")
async def add_to_board(request: web.Request) -> web.Response:
    """Put a video on a board."""
    body = await body_of(request, "board_id", "video_name")
    state = state_of(request)
    state.boards.get(body["board_id"])
    if state.videos.find(body["video_name"]) is None:
        raise Refused(500, "Failed to add video to board")
    boards = _move(state, body["video_name"], body["board_id"])
    added = {"added_videos": [body["video_name"]]}
    return answer({"affected_boards": boards, **added})


@routes.delete(f"{BASE}/board")
async def take_off_board(request: web.Request) -> web.Response:
    """Take a video off its board."""
    body = await body_of(request, "video_name")
    boards = _move(state_of(request), body["video_name"], None)
    removed = {"removed_videos": [body["video_name"]]}
    return answer({"affected_boards": boards, **removed})
