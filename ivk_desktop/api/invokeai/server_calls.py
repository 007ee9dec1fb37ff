"""How an InvokeAI server is looked after, as part of its backend."""

from __future__ import annotations

import time
from collections.abc import Sequence

from ivk_desktop.api.invokeai.system import SystemRepository
from ivk_desktop.api.invokeai.tap import Tap
from ivk_desktop.api.invokeai.users import UserRepository
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
from ivk_desktop.domain.traffic import Meter, Traffic


class ServerCalls:
    """All Protocols of ``api.administration``."""

    _system: SystemRepository
    _users: UserRepository
    _meter: Meter
    _tap: Tap

    async def server_details(self) -> ServerDetails:
        """Dependencies, devices and limits."""
        return await self._system.details()

    async def log_level(self) -> LogLevel:
        """How much the server writes into its log."""
        return await self._system.log_level()

    async def set_log_level(self, level: LogLevel) -> None:
        """Let the server write more or less into its log."""
        await self._system.set_log_level(level)

    async def node_packs(self) -> Sequence[NodePack]:
        """The custom nodes, by name."""
        return await self._system.node_packs()

    async def maintenance(self) -> Maintenance:
        """Whether pictures are being moved within the server's storage."""
        return await self._system.maintenance()

    async def result_cache(self) -> ResultCache:
        """How the invocation cache fares."""
        return await self._system.result_cache()

    async def enable_result_cache(self, enabled: bool) -> None:
        """Switch the invocation cache."""
        await self._system.enable_result_cache(enabled)

    async def clear_result_cache(self) -> None:
        """Empty the invocation cache."""
        await self._system.clear_result_cache()

    async def count_intermediates(self) -> int:
        """How many intermediate images there are."""
        return await self._system.intermediates()

    async def delete_intermediates(self) -> int:
        """Delete all intermediate images; how many that were."""
        return await self._system.delete_intermediates()

    async def users(self) -> Sequence[ServerUser]:
        """All users, by name."""
        return await self._users.all()

    async def add_user(self, user: NewUser) -> ServerUser:
        """Add a user."""
        return await self._users.add(user)

    async def change_user(self, user_id: str, change: UserChange) -> ServerUser:
        """Change a user."""
        return await self._users.change(user_id, change)

    async def delete_user(self, user_id: str) -> None:
        """Delete a user."""
        await self._users.delete(user_id)

    def traffic(self) -> Traffic:
        """What went over the wire in the last minute."""
        event = self._tap.latest
        if event is None:
            return self._meter.traffic(time.monotonic())
        return self._meter.traffic(time.monotonic(), event.name, event.at)
