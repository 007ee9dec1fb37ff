"""Who may do what on a server with several users."""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import Any

from aiohttp import web

from ivk_desktop.demo.faults import SOCKET_PATH
from ivk_desktop.demo.problems import Refused
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.queue import Item
from ivk_desktop.demo.store.users import SYSTEM, User

OPEN = ("/api/v1/app/version", "/api/v1/auth/status", "/api/v1/auth/login", "/api/v1/auth/setup")
ADMINS = re.compile(
    r"/api/v1/queue/[^/]+/processor/"
    r"|/api/v2/models/(install|stats|empty_model_cache|scan_folder|starter_models|hugging_face)"
    r"|/api/v1/auth/users|/api/v1/app/(runtime_config|logging|invocation_cache)"
)
"""What only administrators may call."""
CHANGED_BY_ADMINS = re.compile(r"/api/v2/models/i/|/api/v1/model_relationships/")
"""What others may only read."""
CHANGING = ("POST", "PUT", "PATCH", "DELETE")
NO_RENEWAL = ("/api/v1/auth/login", "/api/v1/auth/logout", "/api/v1/auth/media-cookie")
RENEWED = "X-Refreshed-Token"

_USER: ContextVar[User] = ContextVar("user", default=SYSTEM)
"""Who asks, in the task that answers."""


@web.middleware
async def guard(request: web.Request, handler: Any) -> web.StreamResponse:
    """Let through who may come, and exchange the token of whoever changes something."""
    users = state_of(request).users
    _USER.set(SYSTEM)
    if not users.several or not _is_guarded(request.path):
        return await handler(request)  # type: ignore[no-any-return] # aiohttp's
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(401, "Authentication required")
    found = users.bearer(token)
    if found is None:
        raise Refused(401, "Invalid or expired authentication token")
    user = found[0]
    _USER.set(user)
    if _is_for_admins(request) and not user.is_admin:
        raise Refused(403, "Admin privileges required")
    response: web.StreamResponse = await handler(request)
    if request.method in CHANGING and response.status < 400 and request.path not in NO_RENEWAL:
        response.headers[RENEWED] = users.token(user, remember=found[1])
    return response


def _is_for_admins(request: web.Request) -> bool:
    changing = request.method in CHANGING and CHANGED_BY_ADMINS.match(request.path)
    return bool(changing or ADMINS.match(request.path))


def _is_guarded(path: str) -> bool:
    return path.startswith("/api/") and path not in OPEN and not path.startswith(SOCKET_PATH)


def asker() -> User:
    """Who asks."""
    return _USER.get()


def owns(user: User, item: Item) -> bool:
    """Whether a user may see and change an item."""
    return user.is_admin or item.owner.user_id == user.user_id


def owned(request: web.Request, item: Item, verb: str) -> Item:
    """The item, if whoever asks may change it.

    Raises:
        Refused: 403.
    """
    if not owns(asker(), item):
        raise Refused(403, f"You do not have permission to {verb} this queue item")
    return item
