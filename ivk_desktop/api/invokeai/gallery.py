"""The server's gallery: its order, what is told of one picture, and changing many."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from ivk_desktop.api.backend import Report
from ivk_desktop.api.errors import NotFound
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.images import ASSETS, PICTURES, media_path
from ivk_desktop.api.invokeai.mapping import image_of, video_of
from ivk_desktop.api.picture_facts import Turn
from ivk_desktop.domain.boards import UNCATEGORIZED, BoardId, GalleryView, day_of
from ivk_desktop.domain.limits import EMBEDDED_BYTES, METADATA_BYTES
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaKind, MediaRef
from ivk_desktop.domain.pictures import PictureDetails, PictureFacts
from ivk_desktop.domain.servers import ServerId

PAGE: Final = 500
"""Names a request; the server takes 1000."""


class GalleryRepository:
    """``/api/v1/gallery``, and what changes pictures and videos."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def names(self, view: GalleryView) -> list[ImageName]:
        """Pictures and videos of a board or a day, in the order that is asked for."""
        day = day_of(view.board_id)
        where = {"created_date": day} if day else {"board_id": view.board_id}
        params: dict[str, Any] = {
            "categories": list(ASSETS if view.assets else PICTURES),
            "is_intermediate": False,
            "order_dir": "ASC" if view.oldest_first else "DESC",
            "starred_first": view.starred_first,
            **({} if view.everywhere else where),
        }
        if view.search:
            params["search_term"] = view.search
        data = await self._http.get_json("/api/v1/gallery/item_names", params)
        return self._http.read(_names, data)

    async def details(self, ref: MediaRef) -> PictureDetails:
        """Entry, metadata, workflow and graph."""
        path = media_path(ref)
        entry, metadata, embedded = await asyncio.gather(
            self._http.get_json(path),
            self._http.get_json(f"{path}/metadata"),
            self._http.get_json(f"{path}/workflow"),
        )
        return await asyncio.to_thread(
            self._http.read, lambda raw: self._details(ref, raw, metadata, embedded), entry
        )

    async def facts(self, info: ImageInfo, turn: Turn) -> PictureFacts:
        """How a picture was made: one request, and one more for a workflow or graph."""
        from ivk_desktop.domain.invokeai.picture_facts import facts_of

        path = media_path(info.ref)
        await turn()
        metadata = await self._http.get_json(f"{path}/metadata", limit=METADATA_BYTES)
        embedded: Any = None
        if info.has_workflow:
            await turn()
            embedded = await self._http.get_json(f"{path}/workflow", limit=EMBEDDED_BYTES)

        def read(raw: Any) -> PictureFacts:
            parts = raw if isinstance(raw, dict) else {}
            try:
                workflow, graph = (_loaded(parts.get(key)) for key in ("workflow", "graph"))
            except RecursionError as error:
                raise ValueError("nested too deep") from error
            return facts_of(metadata, workflow, graph)

        return await asyncio.to_thread(self._http.read, read, embedded)

    async def session_of(self, ref: MediaRef) -> tuple[str, float] | None:
        """The session that made a picture, and when, in unix seconds; ``None`` for an upload."""
        data = await self._http.get_json(media_path(ref))
        entry = self._http.read(lambda raw: self._entry(ref, raw), data)
        session = data.get("session_id")
        return (session, entry.created_at) if isinstance(session, str) and session else None

    async def byte_count(self, ref: MediaRef) -> int | None:
        """How large the file is."""
        return await self._http.length(f"{media_path(ref)}/full")

    async def save(self, ref: MediaRef, target: Path, report: Report) -> None:
        """Write the file as the server has it, all of it or nothing."""
        await self._http.save(f"{media_path(ref)}/full", target, report)

    async def star(self, refs: Sequence[MediaRef], starred: bool) -> list[MediaRef]:
        """Star or unstar; returns what could not be."""
        word = "star" if starred else "unstar"
        return await self._each(refs, f"/api/v1/images/{word}", f"/api/v1/videos/{word}", {})

    async def delete(self, refs: Sequence[MediaRef]) -> list[MediaRef]:
        """Delete for good; returns what could not be."""
        return await self._each(refs, "/api/v1/images/delete", "/api/v1/videos/delete", {})

    async def move(self, refs: Sequence[MediaRef], board_id: BoardId) -> list[MediaRef]:
        """Put on a board, or on none; returns what could not be."""
        images = [ref for ref in refs if ref.kind is MediaKind.IMAGE]
        path, more = "/api/v1/board_images/batch", {"board_id": board_id}
        if board_id == UNCATEGORIZED:
            path, more = f"{path}/delete", {}
        failed = await self._each(images, path, "", more)
        for ref in refs:
            if ref.kind is MediaKind.VIDEO and not await self._move_video(ref, board_id):
                failed.append(ref)
        return failed

    async def upload(
        self, data: bytes, file_name: str, board_id: BoardId, report: Report
    ) -> MediaRef:
        """Store a picture as an asset on a board."""
        params: dict[str, Any] = {"image_category": "user", "is_intermediate": False}
        if board_id != UNCATEGORIZED:
            params["board_id"] = board_id
        path = "/api/v1/images/upload"
        answer = await self._http.upload(path, file_name, data, params, report)
        return self._http.read(lambda raw: image_of(self._server_id, raw).ref, answer)

    async def _each(
        self, refs: Sequence[MediaRef], images: str, videos: str, more: dict[str, Any]
    ) -> list[MediaRef]:
        """Name pictures to one call and videos to another, page by page."""
        failed: list[MediaRef] = []
        for kind, word, path in (
            (MediaKind.IMAGE, "image", images),
            (MediaKind.VIDEO, "video", videos),
        ):
            own = {ref.name: ref for ref in refs if ref.kind is kind}
            names = list(own)
            for start in range(0, len(names), PAGE):
                body = {f"{word}_names": names[start : start + PAGE], **more}
                data = await self._http.send("POST", path, body)
                told = self._http.read(_failed, data)
                failed += [ref for name, ref in own.items() if name in told]
        # The server counts a video that is gone as one that failed.
        gone = [ref for ref in failed if ref.kind is MediaKind.VIDEO and await self._gone(ref)]
        return [ref for ref in failed if ref not in gone]

    async def _move_video(self, ref: MediaRef, board_id: BoardId) -> bool:
        body = {"video_name": ref.name}
        try:
            if await self._gone(ref):
                return True
            if board_id == UNCATEGORIZED:
                await self._http.send("DELETE", "/api/v1/videos/board", body)
            else:
                await self._http.send(
                    "POST", "/api/v1/videos/board", {**body, "board_id": board_id}
                )
        except NotFound:
            return False
        return True

    async def _gone(self, ref: MediaRef) -> bool:
        try:
            await self._http.get_json(media_path(ref))
        except NotFound:
            return True
        return False

    def _entry(self, ref: MediaRef, raw: Any) -> ImageInfo:
        read = video_of if ref.kind is MediaKind.VIDEO else image_of
        return read(self._server_id, raw)

    def _details(self, ref: MediaRef, raw: Any, metadata: Any, embedded: Any) -> PictureDetails:
        from ivk_desktop.domain.invokeai.picture_facts import facts_of

        workflow, graph = (_loaded(embedded.get(key)) for key in ("workflow", "graph"))
        facts = facts_of(metadata, workflow, graph)
        parts = {"metadata": metadata, "workflow": workflow, "graph": graph}
        return PictureDetails(
            self._entry(ref, raw), facts, {key: part for key, part in parts.items() if part}
        )


def _names(data: Any) -> list[ImageName]:
    """There may be 100,000 of them: no more than one pass of the interpreter's own."""
    names = data["item_names"]
    if not isinstance(names, list) or set(map(type, names)) - {str}:
        raise TypeError("no list of names")
    return names


def _failed(data: Any) -> set[str]:
    return {str(n) for key, names in data.items() if key.startswith("failed_") for n in names}


def _loaded(text: Any) -> Any:
    """The server sends both as JSON text within JSON."""
    return json.loads(text) if isinstance(text, str) else text
