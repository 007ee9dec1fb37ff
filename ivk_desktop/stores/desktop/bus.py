"""One connection to a DBus bus, made when it is first needed and made anew when it is lost.

QtDBus cannot send uint32 from Python, which Notify and Inhibit need: so this is jeepney.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ivk_desktop.tasks import Tasks

if TYPE_CHECKING:
    from jeepney import DBusAddress, MatchRule, Message
    from jeepney.io.asyncio import DBusRouter

log = logging.getLogger(__name__)

CALL_TIMEOUT_S: Final = 5.0
WAITING_SIGNALS: Final = 64
_numbers = itertools.count()


class BusError(Exception):
    """The bus is not there, the service is not, or it refuses."""


class NoBusError(BusError):
    """There is no such bus on this computer: it is not looked for again."""


class Bus:
    """A client of the session bus, or of another one.

    Args:
        tasks: runs what is sent without waiting, and hands on signals.
        name: ``SESSION``, ``SYSTEM`` or an address.
    """

    def __init__(self, tasks: Tasks, name: str = "SESSION") -> None:
        self._tasks = tasks
        self._name = name
        self._router: DBusRouter | None = None
        self._rooms = contextlib.AsyncExitStack()
        self._opening = asyncio.Lock()
        self._has_library = False
        self._was_there = False
        self._is_missing = False
        self._said = ""
        self._listeners: list[tuple[MatchRule, Callable[[Message], None]]] = []

    async def call(
        self, address: DBusAddress, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """Call a method and wait for its answer, at most ``CALL_TIMEOUT_S``.

        Raises:
            BusError: no answer, or an error as the answer.
            NoBusError: there was no bus when it was first looked for.
        """
        from jeepney import DBusErrorResponse, new_method_call
        from jeepney.io.common import RouterClosed
        from jeepney.wrappers import unwrap_msg

        try:
            async with asyncio.timeout(CALL_TIMEOUT_S):
                router = await self._connected()
                message = new_method_call(address, method, signature or None, body)
                answer: tuple[Any, ...] = unwrap_msg(await router.send_and_get_reply(message))
        except DBusErrorResponse as error:
            raise BusError(str(error)) from error
        except (RouterClosed, OSError, EOFError, KeyError, ValueError, TimeoutError) as error:
            await self._leave()
            raise BusError(f"{method}: {error or type(error).__name__}") from error
        return answer

    def run(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Run something that uses the bus; that it fails is logged, no more."""
        self._tasks.start(self._forgiving(work), f"dbus {next(_numbers)}")

    def emit(self, path: str, interface: str, member: str, signature: str, body: Any) -> None:
        """Send a signal; nobody need be there to hear it."""
        if self._is_missing:
            return
        self.run(partial(self._emit, path, interface, member, signature, body))

    def listen(self, rule: MatchRule, heard: Callable[[Message], None]) -> None:
        """Call ``heard`` with each matching signal, from the next connection on."""
        self._listeners.append((rule, heard))

    async def close(self) -> None:
        """Leave the bus."""
        await self._leave()

    # --- inside --------------------------------------------------------------------------
    async def _emit(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        from jeepney import DBusAddress, new_signal

        try:
            async with asyncio.timeout(CALL_TIMEOUT_S):
                router = await self._connected()
                emitter = DBusAddress(path, interface=interface)
                await router.send(new_signal(emitter, member, signature, body))
        except (OSError, EOFError, KeyError, ValueError, TimeoutError) as error:
            await self._leave()
            raise BusError(f"{member}: {error or type(error).__name__}") from error

    async def _connected(self) -> DBusRouter:
        from jeepney.io.asyncio import DBusRouter, open_dbus_connection

        async with self._opening:
            if self._is_missing:
                raise NoBusError(f"there is no bus {self._name}")
            if self._router is None:
                try:
                    connection = await open_dbus_connection(self._name)
                except (OSError, KeyError, ValueError) as error:
                    self._is_missing = not self._was_there
                    raise BusError(f"no bus {self._name}: {error}") from error
                self._was_there = True
                await self._rooms.enter_async_context(connection)
                router = await self._rooms.enter_async_context(DBusRouter(connection))
                self._router = router
                for rule, heard in self._listeners:
                    await self._hear(router, rule, heard)
            return self._router

    async def _hear(
        self, router: DBusRouter, rule: MatchRule, heard: Callable[[Message], None]
    ) -> None:
        from jeepney.bus_messages import message_bus

        await router.send_and_get_reply(message_bus.AddMatch(rule))
        signals: asyncio.Queue[Message] = asyncio.Queue(WAITING_SIGNALS)
        self._rooms.enter_context(router.filter(rule, queue=signals))

        async def hand_on() -> None:
            while True:
                heard(await signals.get())

        self._tasks.start(hand_on(), f"dbus signals {id(self)} {rule.serialise()}", replace=True)

    async def _leave(self) -> None:
        rooms, self._rooms = self._rooms, contextlib.AsyncExitStack()
        self._router = None
        with contextlib.suppress(OSError, EOFError, ValueError):  # why it was lost is known
            await rooms.aclose()

    async def _forgiving(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """What fails many times a second in the same way is said once."""
        async with self._opening:
            if not self._has_library:
                await asyncio.to_thread(_import_library)
                self._has_library = True
        try:
            await work()
        except NoBusError:
            return  # said when it was looked for
        except BusError as error:
            if str(error) != self._said:
                self._said = str(error)
                log.info("the desktop does not do that: %s", error)


def _import_library() -> None:
    """Takes 50 ms, which the window need not wait for."""
    import jeepney.bus_messages
    import jeepney.io.asyncio
    import jeepney.wrappers  # noqa: F401
