"""Events: who is connected, and what each event carries."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import socketio

from ivk_desktop.demo import redacted
from ivk_desktop.demo.clock import stamp
from ivk_desktop.demo.store.models import Config
from ivk_desktop.demo.store.queue import Item, Queue
from ivk_desktop.demo.store.users import User, Users

USER = "system"
EVERYONE = "everyone"
"""The room of all sockets: workflow and model events go there, queue events do not."""

ADMINS = "administrators"
PERSONAL = ("invocation_", "queue_", "batch_", "model_load_")
BY_USER = {
    "queue_items_canceled": ("canceled_item_ids", "canceled_item_ids_by_user"),
    "queue_items_retried": ("retried_item_ids", "retried_item_ids_by_user"),
}
"""Events about many items at once: where all ids stand, and those of each user."""

Data = dict[str, Any]


class Hub:
    """The Socket.IO server and its rooms."""

    def __init__(self, users: Users) -> None:
        self._users = users
        self.server = _new_server()
        self.server.on("connect", self._connect)
        self.server.on("subscribe_queue", self._subscribe)
        self.server.on("unsubscribe_queue", self._unsubscribe)
        self.server.on("subscribe_bulk_download", self._subscribe_downloads)
        self.server.on("unsubscribe_bulk_download", self._unsubscribe_downloads)

    async def tell_admins(self, event: str, data: Any) -> None:
        """Send an event that only administrators hear: all do where there are no users."""
        room = ADMINS if self._users.several else EVERYONE
        await self.server.emit(event, data, room=room)

    async def emit(self, event: str, data: Any, room: str) -> None:
        """Send an event to a room: a queue id, :data:`EVERYONE` or :func:`downloads_room`.

        Where there are several users, each gets what concerns them.
        """
        if not self._users.several or not event.startswith(PERSONAL):
            await self.server.emit(event, data, room=room)
        elif event in BY_USER:
            await self._emit_ids(event, data, room)
        else:
            await self._emit_to_users(event, data, room)

    async def drop(self, user: User) -> None:
        """Disconnect a user who is signed out."""
        for sid in self._sids(user_room(user.user_id)):
            await self.server.disconnect(sid)

    async def _emit_to_users(self, event: str, data: Data, room: str) -> None:
        owner = user_room(data["user_id"])
        if event.startswith(("model_load", "invocation_progress")):
            await self.server.emit(event, data, room=owner)
            return
        if event == "queue_cleared" and data["user_id"] is None:
            await self.server.emit(event, data, room=room)
            return
        full = [owner, ADMINS]
        await self.server.emit(event, data, room=full)
        if not event.startswith("invocation"):
            told = [sid for one in full for sid in self._sids(one)]
            await self.server.emit(event, redacted.event(data), room=room, skip_sid=told)

    async def _emit_ids(self, event: str, data: Data, room: str) -> None:
        """Administrators hear of all items, users of their own, others that there were some."""
        await self.server.emit(event, data, room=ADMINS)
        admins = self._sids(ADMINS)
        ids, by_user = BY_USER[event]
        told = list(admins)
        for user_id, own in data[by_user].items():
            mine = data | {ids: own, "user_ids": [user_id], by_user: {user_id: own}}
            await self.server.emit(event, mine, room=user_room(user_id), skip_sid=admins)
            told += self._sids(user_room(user_id))
        nothing = data | {ids: [], "user_ids": [], by_user: {}}
        await self.server.emit(event, nothing, room=room, skip_sid=told)

    def _sids(self, room: str) -> list[str]:
        found = self.server.manager.get_participants("/", room)
        return [sid for sid, _ in found]

    async def _connect(self, sid: str, environ: Data, auth: Any = None) -> None:
        if self._users.several:
            token = auth.get("token") if isinstance(auth, dict) else None
            found = self._users.bearer(token or "")
            if found is None:
                raise ConnectionRefusedError("Authentication required")
            await self.server.enter_room(sid, user_room(found[0].user_id))
            if found[0].is_admin:
                await self.server.enter_room(sid, ADMINS)
        await self.server.enter_room(sid, EVERYONE)

    async def _subscribe(self, sid: str, data: Data) -> None:
        await self.server.enter_room(sid, data["queue_id"])

    async def _unsubscribe(self, sid: str, data: Data) -> None:
        await self.server.leave_room(sid, data["queue_id"])

    async def _subscribe_downloads(self, sid: str, data: Data) -> None:
        await self.server.enter_room(sid, downloads_room(data["bulk_download_id"]))

    async def _unsubscribe_downloads(self, sid: str, data: Data) -> None:
        await self.server.leave_room(sid, downloads_room(data["bulk_download_id"]))


def user_room(user_id: str | None) -> str:
    """The room of all that one user has open."""
    return f"user:{user_id}"


def downloads_room(bulk_download_id: str) -> str:
    """The room of those who hear of zips: apart from the queue, whose id may be the same."""
    return f"downloads {bulk_download_id}"


def _new_server() -> Any:
    return socketio.AsyncServer(  # type: ignore[no-untyped-call] # untyped library
        async_mode="aiohttp", cors_allowed_origins="*", logger=False, engineio_logger=False
    )


def timestamp() -> int:
    """The whole seconds that every event carries."""
    return int(time.time())


def of_queue(queue_id: str, **more: Any) -> Data:
    """What events about a queue carry."""
    return {"timestamp": timestamp(), "queue_id": queue_id, **more}


def of_item(item: Item, **more: Any) -> Data:
    """What events about an item carry."""
    return of_queue(
        item.queue_id,
        item_id=item.item_id,
        batch_id=item.batch_id,
        origin=item.origin,
        destination=item.destination,
        user_id=item.owner.user_id,
        **more,
    )


def of_node(item: Item, node: Data, source_id: str, **more: Any) -> Data:
    """What events about a node carry: the copy that runs, and the id the client gave it."""
    return of_item(
        item,
        session_id=item.session_id,
        invocation=node,
        invocation_source_id=source_id,
        **more,
    )


def status_changed(item: Item, queue: Queue) -> Data:
    """A queue item that moved on, with the counts after it."""
    kind, message, traceback = item.error or (None, None, None)
    return of_item(
        item,
        status=item.status,
        status_sequence=item.status_sequence,
        error_type=kind,
        error_message=message,
        error_traceback=traceback,
        created_at=stamp(item.created_at),
        updated_at=stamp(item.updated_at),
        started_at=stamp(item.started_at),
        completed_at=stamp(item.completed_at),
        batch_status=queue.batch_status(item.batch_id),
        queue_status=queue.status(),
        session_id=item.session_id,
    )


def _by_user(items: Sequence[Item]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for item in items:
        found.setdefault(item.owner.user_id, []).append(item.item_id)
    return found


def items_canceled(queue_id: str, items: Sequence[Item]) -> Data:
    """Pending items that were canceled together."""
    ids, by_user = [item.item_id for item in items], _by_user(items)
    return of_queue(
        queue_id, canceled_item_ids=ids, user_ids=list(by_user), canceled_item_ids_by_user=by_user
    )


def items_retried(queue_id: str, items: Sequence[Item]) -> Data:
    """Ended items that were queued again: the old ids."""
    ids, by_user = [item.item_id for item in items], _by_user(items)
    return of_queue(
        queue_id, retried_item_ids=ids, user_ids=list(by_user), retried_item_ids_by_user=by_user
    )


def model_load(config: Config, submodel: str | None, owner: User) -> Data:
    """A model, or a part of it, that is being loaded; not tied to an item."""
    return {
        "timestamp": timestamp(),
        "config": config,
        "submodel_type": submodel,
        "user_id": owner.user_id,
    }


def picture(jpeg_url: str, width: int, height: int) -> Data:
    """The ``image`` of a progress event; sizes are the final ones."""
    return {"width": width, "height": height, "dataURL": jpeg_url}


def zip_event(file_name: str, **more: Any) -> Data:
    """A zip of images that is begun, made, or has failed (``error``)."""
    return {
        "timestamp": timestamp(),
        "bulk_download_id": "default",
        "bulk_download_item_id": file_name.removesuffix(".zip"),
        "bulk_download_item_name": file_name,
        "user_id": USER,
        **more,
    }
