"""Signing in, and the users of a server that has several."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from ivk_desktop.demo.gate import asker
from ivk_desktop.demo.problems import Refused
from ivk_desktop.demo.reply import answer, body_of
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.users import DAY_S, REMEMBERED_S, User, Users, checked_email

routes = web.RouteTableDef()
_BASE = "/api/v1/auth"


def _users(request: web.Request) -> Users:
    return state_of(request).users


@routes.get(f"{_BASE}/status")
async def status(request: web.Request) -> web.Response:
    """Whether people sign in, and whether the first one is still to be made."""
    users = _users(request)
    return answer(
        {
            "setup_required": users.several and not users.has_admin,
            "multiuser_enabled": users.several,
            "strict_password_checking": False,
            "admin_email": None,
        }
    )


@routes.post(f"{_BASE}/login")
async def login(request: web.Request) -> web.Response:
    """Exchange e-mail and password for a token."""
    users = _several(request, "Authentication is not required in single-user mode.")
    body = await body_of(request, "email", "password")
    checked_email(body["email"])
    user = users.found(body["email"], body["password"])
    if user is None:
        raise Refused(401, "Incorrect email or password")
    if not user.is_active:
        raise Refused(403, "User account is disabled")
    remember = bool(body.get("remember_me"))
    length = REMEMBERED_S if remember else DAY_S
    token = users.token(user, remember=remember)
    response = answer({"token": token, "user": user.json(), "expires_in": length})
    response.set_cookie(
        "invokeai_media_token",
        token,
        max_age=length,
        httponly=True,
        samesite="lax",
        path="/api/v1",
    )
    return response


@routes.post(f"{_BASE}/logout")
async def logout(request: web.Request) -> web.Response:
    """Nothing: tokens last until they end."""
    return answer({"success": True})


@routes.post(f"{_BASE}/setup")
async def set_up(request: web.Request) -> web.Response:
    """Make the first administrator."""
    users = _several(request, "Admin setup is not required in single-user mode.")
    body = await body_of(request, "email", "password")
    checked_email(body["email"])
    if users.has_admin:
        raise Refused(400, "Administrator account already configured")
    user = users.add(body["email"], body["password"], body.get("display_name"), admin=True)
    return answer({"success": True, "user": user.json()})


def _several(request: web.Request, otherwise: str) -> Users:
    users = _users(request)
    if not users.several:
        raise Refused(403, f"Multiuser mode is disabled. {otherwise}")
    return users


@routes.get(f"{_BASE}/me")
async def me(request: web.Request) -> web.Response:
    """Who asks."""
    return answer(asker().json())


@routes.patch(f"{_BASE}/me")
async def change_me(request: web.Request) -> web.Response:
    """Change one's own name or password."""
    users, user, body = _users(request), asker(), await body_of(request)
    if password := body.get("new_password"):
        if users.found(user.email, body.get("current_password") or "") is not user:
            raise Refused(400, "Current password is incorrect")
        await _change(request, user, {"password": password})
    return answer(user.json())


@routes.get(f"{_BASE}/users")
async def list_users(request: web.Request) -> web.Response:
    """All users."""
    return answer([user.json() for user in _users(request).all()])


@routes.post(f"{_BASE}/users")
async def add_user(request: web.Request) -> web.Response:
    """Make a user."""
    body = await body_of(request, "email", "password")
    admin = bool(body.get("is_admin"))
    user = _users(request).add(
        body["email"], body["password"], body.get("display_name"), admin=admin
    )
    return answer(user.json(), 201)


@routes.patch(f"{_BASE}/users/{{user_id}}")
async def change_user(request: web.Request) -> web.Response:
    """Change a user; whom that signs out loses the live connection."""
    user = _users(request).get(request.match_info["user_id"])
    await _change(request, user, await body_of(request))
    return answer(user.json())


@routes.delete(f"{_BASE}/users/{{user_id}}")
async def delete_user(request: web.Request) -> web.Response:
    """Remove a user."""
    users = _users(request)
    user = users.get(request.match_info["user_id"])
    users.remove(user)
    await state_of(request).hub.drop(user)
    return web.Response(status=204)


async def _change(request: web.Request, user: User, body: dict[str, Any]) -> None:
    if body.get("password"):
        _users(request).set_password(user, body["password"])
    for name in ("display_name", "is_admin", "is_active"):
        if body.get(name) is not None:
            setattr(user, name, body[name])
    if body.get("password") or not user.is_active:
        await state_of(request).hub.drop(user)
