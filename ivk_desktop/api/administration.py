"""Optional parts of a backend whose server can be looked after; see ``api.backend``.

What a plain user may not do raises ``errors.Forbidden``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from ivk_desktop.domain.administration import (
    LogLevel,
    Maintenance,
    NewUser,
    NodePack,
    ResultCache,
    ServerDetails,
    ServerUser,
    UserChange,
)
from ivk_desktop.domain.traffic import Traffic


@runtime_checkable
class ServerAdmin(Protocol):
    """A server that tells of itself, and whose log can be set."""

    async def server_details(self) -> ServerDetails:
        """What it is made of, its devices and its limits; as much as the person may know."""
        ...

    async def log_level(self) -> LogLevel:
        """How much it writes into its log."""
        ...

    async def set_log_level(self, level: LogLevel) -> None:
        """Let it write more or less into its log."""
        ...

    async def node_packs(self) -> Sequence[NodePack]:
        """The nodes that were added to it, by name."""
        ...

    async def maintenance(self) -> Maintenance:
        """What it does with its files at the moment."""
        ...


@runtime_checkable
class ResultCacheKeeper(Protocol):
    """A server that remembers what nodes have yielded."""

    async def result_cache(self) -> ResultCache:
        """How that fares."""
        ...

    async def enable_result_cache(self, enabled: bool) -> None:
        """Remember from now on, or no longer."""
        ...

    async def clear_result_cache(self) -> None:
        """Forget all results."""
        ...


@runtime_checkable
class IntermediateKeeper(Protocol):
    """A server that keeps pictures that were made on the way to others."""

    async def count_intermediates(self) -> int:
        """How many of them there are."""
        ...

    async def delete_intermediates(self) -> int:
        """Delete them all; how many that were."""
        ...


@runtime_checkable
class UserAdmin(Protocol):
    """A server whose users can be managed, if it has several: see ``access.Access``."""

    async def users(self) -> Sequence[ServerUser]:
        """All users, by name."""
        ...

    async def add_user(self, user: NewUser) -> ServerUser:
        """Add a user.

        Raises ``errors.Rejected`` with the reason: the address is taken, or the
        password weak.
        """
        ...

    async def change_user(self, user_id: str, change: UserChange) -> ServerUser:
        """Change a user: name, password, rights, or whether they may sign in."""
        ...

    async def delete_user(self, user_id: str) -> None:
        """Delete a user for good."""
        ...


@runtime_checkable
class TrafficSource(Protocol):
    """A backend that counts what following its server costs."""

    def traffic(self) -> Traffic:
        """What went over the wire in the last minute."""
        ...
