"""Who is signed in to a server, what they may do, and when that ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.problems import Problem

WANTS_SIGN_IN = frozenset({"unauthorized", "set_up_needed"})
"""The codes of problems that signing in solves."""


class Mode(Enum):
    """What a server asks of those who come."""

    OPEN = "open"
    """Nothing: everybody may do everything."""
    SIGN_IN = "sign_in"
    SET_UP = "set_up"
    """The first account, an administrator's, is still to be made."""


class Right(Enum):
    """What some accounts may do and others not."""

    PAUSE = "pause"
    """Pause and resume the queue."""
    MODELS = "models"
    """Install, change and delete models, and see what is being installed."""
    OTHERS = "others"
    """Cancel and delete what other users have queued."""
    SETTINGS = "settings"
    """See and change the settings of the server and of its caches."""


@dataclass(frozen=True, slots=True)
class Account:
    """One user of a server."""

    user_id: str
    name: str
    email: str = ""
    admin: bool = False
    rights: frozenset[Right] = frozenset()


@dataclass(frozen=True, slots=True)
class Expiry:
    """When a sign-in ends unless something renews it: unix seconds, and its whole length."""

    at: float
    lifetime_s: float

    @property
    def warn_at(self) -> float:
        """From when on a person is told: early enough to be there."""
        return self.at - self.lifetime_s / 12


def refusal(account: Account | None, right: Right) -> Problem | None:
    """Why ``account`` may not do something; ``None`` where it may."""
    if account is None or right in account.rights:
        return None
    return Problem("right_missing", {"name": account.name})
