"""Who may talk to the server: whether people sign in, and who has."""

from __future__ import annotations

import base64
import json
import math
from typing import Any, Final

from ivk_desktop.api import failures
from ivk_desktop.api.errors import (
    AccountDisabled,
    ApiError,
    Forbidden,
    GateClosed,
    NotFound,
    RouteMissing,
    SetUpNeeded,
    Unauthorized,
    WrongPassword,
)
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.wire import AuthStatus, Login, User
from ivk_desktop.api.keys import usable_token
from ivk_desktop.domain.access import Account, Expiry, Mode, Right

DAY_S: Final = 86_400.0
REMEMBERED_DAYS: Final = 7


class AuthRepository:
    """``/api/v1/auth`` (server.md 2.1 and 4.4)."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def status(self) -> AuthStatus:
        """Whether there are several users, and whether the first one is still to be made.

        A server from before there were users has one and says nothing.
        """
        try:
            data = await self._http.get_json("/api/v1/auth/status", limit=100_000)
        except (NotFound, RouteMissing):
            return AuthStatus()
        except (Unauthorized, Forbidden) as error:
            # Everybody gets this: something stands before the server.
            raise GateClosed(error.detail, **failures.arguments(self._http.profile)) from error
        return self._http.read(AuthStatus.model_validate, data)

    async def mode(self) -> Mode:
        """What the server asks of those who come."""
        status = await self.status()
        if not status.multiuser_enabled:
            return Mode.OPEN
        return Mode.SET_UP if status.setup_required else Mode.SIGN_IN

    async def account(self) -> Account | None:
        """Who is signed in; ``None`` where nobody has to.

        A token that is kept is taken out where the server wants one, and once more where it does
        not take the one that was used: another window may have a newer one.

        Raises:
            SetUpNeeded: the first user is still to be made.
            Unauthorized: someone has to sign in.
        """
        mode, profile = await self.mode(), self._http.profile
        if mode is Mode.OPEN:
            return None
        if mode is Mode.SET_UP:
            raise SetUpNeeded("", **failures.arguments(profile))
        if not profile.keys.token and not await profile.keys.find_token():
            raise Unauthorized("", **failures.arguments(profile))
        try:
            return await self._me()
        except Unauthorized:
            if not await profile.keys.find_token():
                raise
            return await self._me()

    async def _me(self) -> Account:
        data = await self._http.get_json("/api/v1/auth/me", limit=100_000)
        return self._http.read(lambda raw: _account(User.model_validate(raw)), data)

    async def log_in(self, email: str, password: str, *, remember: bool) -> Account:
        """Sign in and keep the token in the profile's keys.

        Raises:
            WrongPassword: there is no such user, or the password is another.
            AccountDisabled: the user may not sign in.
            Rejected: what was typed is no e-mail address.
        """
        body = {"email": email, "password": password, "remember_me": remember}
        args = failures.arguments(self._http.profile)
        try:
            data = await self._http.send("POST", "/api/v1/auth/login", body, signed=False)
        except Unauthorized as error:
            raise WrongPassword("", **args) from error
        except Forbidden as error:
            raise AccountDisabled(error.detail, **args) from error
        answer = self._http.read(_login, data)
        self._http.profile.keys.token = answer.token
        return _account(answer.user)

    async def set_up(self, email: str, name: str, password: str) -> None:
        """Make the first administrator.

        Raises:
            Rejected: the server's words: a weak password, no e-mail address, or it is done.
        """
        body = {"email": email, "display_name": name or None, "password": password}
        await self._http.send("POST", "/api/v1/auth/setup", body, signed=False)

    async def log_out(self) -> None:
        """Tell the server; its tokens are valid until they end all the same."""
        try:
            await self._http.send("POST", "/api/v1/auth/logout")
        except ApiError:
            pass  # not reached, or signed out already
        finally:
            self._http.profile.keys.token = ""


def expiry_of(token: str) -> Expiry | None:
    """When a token ends, by what it says itself (a JSON web token with ``exp``)."""
    claims = _claims(token)
    at = claims.get("exp")
    if not isinstance(at, int | float) or isinstance(at, bool) or not math.isfinite(at) or at <= 0:
        return None
    days = REMEMBERED_DAYS if claims.get("remember_me") is True else 1
    return Expiry(float(at), days * DAY_S)


def _claims(token: str) -> dict[str, Any]:
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.urlsafe_b64decode(padded))
    except (ValueError, RecursionError):
        return {}
    return claims if isinstance(claims, dict) else {}


def _login(raw: Any) -> Login:
    answer = Login.model_validate(raw)
    if not usable_token(answer.token):
        raise ValueError("the token cannot be sent")
    return answer


def _account(user: User) -> Account:
    """An administrator may do everything, others only with what is theirs."""
    rights = frozenset(Right) if user.is_admin else frozenset[Right]()
    name = user.display_name or user.email or user.user_id
    return Account(user.user_id, name[:200], user.email[:320], user.is_admin, rights)
