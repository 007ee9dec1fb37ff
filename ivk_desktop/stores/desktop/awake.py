"""Keeping the computer awake while work is under way."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine
from typing import Any, Final, Protocol

from ivk_desktop.stores.desktop.bus import Bus, BusError

log = logging.getLogger(__name__)

APP: Final = "ivk desktop"
SCREEN_SAVER: Final = "org.freedesktop.ScreenSaver"
LOGIN: Final = "org.freedesktop.login1"
ES_CONTINUOUS, ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""Of ``SetThreadExecutionState``: until told otherwise; the system, not the screen."""


class Awake(Protocol):
    """Holds the computer awake or lets it sleep; must not block, and may be told twice."""

    def hold(self, reason: str) -> None:
        """Do not let it fall asleep; ``reason`` is for people and translated."""
        ...

    def release(self) -> None:
        """Let it sleep as it likes."""
        ...


class NoAwake:
    """For systems where nothing can be done."""

    def hold(self, reason: str) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


class BusAwake:
    """A Linux desktop: the screen saver's Inhibit, and login1's for who has no desktop's.

    Either alone is enough; desktops differ in which of the two they heed.

    Args:
        session: the session bus.
        login: takes a lock of the login manager, and gives a call that lets go of it.
    """

    def __init__(
        self,
        session: Bus,
        login: Callable[[str], Coroutine[Any, Any, Callable[[], None]]] | None = None,
    ) -> None:
        self._session = session
        self._login = login
        self._wanted = False
        self._held = False
        self._busy = False
        self._cookie: int | None = None
        self._let_go: Callable[[], None] | None = None
        self._reason = ""

    def hold(self, reason: str) -> None:
        """Ask both."""
        self._want(True, reason)

    def release(self) -> None:
        """Take both back."""
        self._want(False, self._reason)

    def _want(self, wanted: bool, reason: str) -> None:
        if wanted == self._wanted:
            return
        self._wanted, self._reason = wanted, reason
        if not self._busy:
            self._busy = True
            self._session.run(self._settle)

    async def _settle(self) -> None:
        """Bring what holds in line with what is wanted, also where that changes meanwhile."""
        try:
            while self._held is not self._wanted:
                self._held = self._wanted
                await (self._take() if self._held else self._give_back())
        finally:
            self._busy = False

    async def _take(self) -> None:
        from jeepney import DBusAddress

        if self._login is not None and self._let_go is None:
            with contextlib.suppress(BusError):
                self._let_go = await self._login(self._reason)
        service = DBusAddress("/org/freedesktop/ScreenSaver", SCREEN_SAVER, SCREEN_SAVER)
        try:
            answer = await self._session.call(service, "Inhibit", "ss", (APP, self._reason))
            self._cookie = answer[0]
        except BusError as error:
            log.info("the screen saver does not wait: %s", error)

    async def _give_back(self) -> None:
        from jeepney import DBusAddress

        if self._let_go is not None:
            self._let_go()
            self._let_go = None
        if (cookie := self._cookie) is not None:
            self._cookie = None
            service = DBusAddress("/org/freedesktop/ScreenSaver", SCREEN_SAVER, SCREEN_SAVER)
            await self._session.call(service, "UnInhibit", "u", (cookie,))


async def login_lock(reason: str, bus: str = "SYSTEM") -> Callable[[], None]:
    """A lock of the login manager against sleeping when idle; it holds until the call made.

    Raises:
        BusError: there is no login manager, or it refuses.
    """
    return await asyncio.to_thread(_login_lock, reason, bus)


def _login_lock(reason: str, bus: str) -> Callable[[], None]:
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    manager = DBusAddress("/org/freedesktop/login1", LOGIN, f"{LOGIN}.Manager")
    what = ("idle", APP, reason, "block")
    try:
        with open_dbus_connection(bus, enable_fds=True) as connection:
            message = new_method_call(manager, "Inhibit", "ssss", what)
            reply = connection.send_and_get_reply(message, timeout=5)
            (lock,) = unwrap_msg(reply)
            descriptor = lock.to_raw_fd()
    except (DBusErrorResponse, OSError, EOFError, KeyError, ValueError) as error:
        raise BusError(f"login manager: {error}") from error
    return lambda: os.close(descriptor)


class WindowsAwake:
    """``SetThreadExecutionState``, called from the one thread that also ends."""

    def __init__(self, set_state: Callable[[int], int]) -> None:
        self._set_state = set_state

    def hold(self, reason: str) -> None:
        """Until told otherwise."""
        self._set_state(ES_CONTINUOUS | ES_SYSTEM_REQUIRED)

    def release(self) -> None:
        """As usual."""
        self._set_state(ES_CONTINUOUS)


class CaffeinateAwake:
    """macOS: ``caffeinate``, which ends with this process at the latest."""

    def __init__(self, command: tuple[str, ...] = ("/usr/bin/caffeinate", "-i", "-w")) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str) -> None:
        """Start it, if it does not run."""
        if self._process is None or self._process.poll() is not None:
            try:
                self._process = subprocess.Popen([*self._command, str(os.getpid())])
            except OSError as error:
                log.info("the computer may fall asleep: %s", error)

    def release(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


def make_awake(bus: Bus | None, platform: str = sys.platform) -> Awake:
    """What this system has."""
    if platform == "win32":
        kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
        return WindowsAwake(kernel.SetThreadExecutionState)
    if platform == "darwin":
        return CaffeinateAwake()
    return BusAwake(bus, login_lock) if bus is not None else NoAwake()
