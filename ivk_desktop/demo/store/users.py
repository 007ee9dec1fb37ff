"""The users of a server that has several, and their tokens."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from ivk_desktop.demo.clock import stamp
from ivk_desktop.demo.problems import Refused, error, invalid, not_found

DAY_S = 86_400
REMEMBERED_S = 7 * DAY_S
ADMIN = ("admin@lab.test", "labadmin", "Lab Admin")
USER = ("user@lab.test", "labuser", "Lab User")
"""E-mail, password and name of the users that a server with several begins with."""


@dataclass(slots=True, eq=False)
class User:
    """One user."""

    user_id: str
    email: str
    display_name: str | None
    password: bytes
    is_admin: bool = False
    is_active: bool = True
    token_epoch: int = 0
    created_at: float = field(default_factory=time.time)
    last_login_at: float | None = None

    def json(self) -> dict[str, Any]:
        """As the server tells of it."""
        return {
            "user_id": self.user_id,
            "email": self.email,
            "display_name": self.display_name,
            "is_admin": self.is_admin,
            "is_active": self.is_active,
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.created_at),
            "last_login_at": stamp(self.last_login_at),
            "token_epoch": self.token_epoch,
        }


SYSTEM = User("system", "system@system.invokeai", "System", b"", is_admin=True)
"""Who everybody is where there are no users."""


class Users:
    """All users; ``several`` is whether people have to sign in."""

    def __init__(self) -> None:
        self.several = False
        self._users: dict[str, User] = {}
        self._secret = secrets.token_bytes(32)
        self._expired_before = 0

    @property
    def has_admin(self) -> bool:
        """Whether the first administrator is there."""
        return any(user.is_admin for user in self._users.values())

    def all(self) -> list[User]:
        """All users, oldest first."""
        return list(self._users.values())

    def get(self, user_id: str) -> User:
        """The user of that id.

        Raises:
            Refused: 404.
        """
        if user_id not in self._users:
            raise not_found("User not found")
        return self._users[user_id]

    def add(self, email: str, password: str, name: str | None, *, admin: bool = False) -> User:
        """Make a user.

        Raises:
            Refused: 400 for one that is there, 422 for what is no e-mail address.
        """
        checked_email(email)
        if any(user.email == email for user in self._users.values()):
            raise Refused(400, f"User with email {email} already exists")
        if not password:
            raise Refused(400, "Password cannot be empty")
        user = User(str(uuid.uuid4()), email, name, _digest(password), admin)
        self._users[user.user_id] = user
        return user

    def remove(self, user: User) -> None:
        """Forget a user."""
        del self._users[user.user_id]

    def found(self, email: str, password: str) -> User | None:
        """Who signs in with these."""
        user = next((one for one in self._users.values() if one.email == email), None)
        known = user is not None and hmac.compare_digest(user.password, _digest(password))
        return user if known else None

    def set_password(self, user: User, password: str) -> None:
        """Change a password: no token of before counts any more."""
        user.password = _digest(password)
        user.token_epoch += 1

    def expire(self) -> None:
        """All tokens that were given out are over, as after a day."""
        self._expired_before = time.time_ns()

    def token(self, user: User, *, remember: bool) -> str:
        """A new token (JWT, HS256)."""
        claims = {
            "user_id": user.user_id,
            "email": user.email,
            "is_admin": user.is_admin,
            "remember_me": remember,
            "token_epoch": user.token_epoch,
            "exp": int(time.time()) + (REMEMBERED_S if remember else DAY_S),
            "made": time.time_ns(),
        }
        text = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
        return f"{text}.{self._signature(text)}"

    def bearer(self, token: str) -> tuple[User, bool] | None:
        """Whose token that is, and whether it is to be remembered; None for a bad one."""
        text, _, signature = token.rpartition(".")
        if not hmac.compare_digest(signature, self._signature(text)):
            return None
        claims = json.loads(base64.urlsafe_b64decode(text.partition(".")[2] + "=="))
        user = self._users.get(claims["user_id"])
        over = claims["made"] <= self._expired_before or claims["exp"] < time.time()
        if user is None or over or claims["token_epoch"] != user.token_epoch:
            return None
        return (user, claims["remember_me"]) if user.is_active else None

    def _signature(self, text: str) -> str:
        digest = hmac.digest(self._secret, text.encode(), "sha256")
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def checked_email(email: Any) -> None:
    """Refuse what is no e-mail address.

    Raises:
        Refused: 422.
    """
    if not isinstance(email, str) or email.count("@") != 1 or email.strip("@") != email:
        words = "Value error, Invalid email address: must contain exactly one @ symbol"
        raise invalid(error("value_error", ("body", "email"), words, email, {"error": {}}))


def _digest(password: str) -> bytes:
    return hashlib.sha256(password.encode()).digest()


def _part(data: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()
