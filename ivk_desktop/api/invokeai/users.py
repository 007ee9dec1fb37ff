"""The server's users, for its administrators."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import moment, text
from ivk_desktop.domain.administration import NewUser, ServerUser, UserChange

_USERS: Final = "/api/v1/auth/users"


class UserRepository:
    """``/api/v1/auth/users``."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def all(self) -> list[ServerUser]:
        """All users, by name."""
        data = await self._http.get_json(_USERS)
        found = self._http.read(lambda raw: [_user(one) for one in raw], data)
        return sorted(found, key=lambda user: user.shown_name.casefold())

    async def add(self, user: NewUser) -> ServerUser:
        """Add a user."""
        body = {
            "email": user.email,
            "password": user.password,
            "display_name": user.name or None,
            "is_admin": user.is_admin,
        }
        return self._http.read(_user, await self._http.send("POST", _USERS, body))

    async def change(self, user_id: str, change: UserChange) -> ServerUser:
        """Change a user."""
        body = {
            "display_name": change.name,
            "password": change.password,
            "is_admin": change.is_admin,
            "is_active": change.is_active,
        }
        told = {name: value for name, value in body.items() if value is not None}
        return self._http.read(_user, await self._http.send("PATCH", _path(user_id), told))

    async def delete(self, user_id: str) -> None:
        """Delete a user."""
        await self._http.delete(_path(user_id))


def _path(user_id: str) -> str:
    return f"{_USERS}/{quote(user_id, safe='')}"


def _user(raw: Any) -> ServerUser:
    user_id = text(raw, "user_id", 200)
    if not user_id:
        raise ValueError("a user without an id")
    return ServerUser(
        user_id,
        text(raw, "email", 320),
        text(raw, "display_name", 200),
        raw.get("is_admin") is True,
        raw.get("is_active") is not False,
        moment(raw, "created_at"),
        moment(raw, "last_login_at"),
    )
