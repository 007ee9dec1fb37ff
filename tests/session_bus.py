"""A session bus of its own, and a scripted desktop on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

HOLD = "import os, sys; print(os.environ['DBUS_SESSION_BUS_ADDRESS'], flush=True); sys.stdin.read()"
NAMES = (
    "org.freedesktop.Notifications",
    "org.freedesktop.ScreenSaver",
    "org.freedesktop.login1",
)


@contextmanager
def session_bus() -> Iterator[str]:
    """The address of a bus that ends with the block; skips where ``dbus`` is not installed."""
    runner = shutil.which("dbus-run-session")
    if runner is None:
        pytest.skip("needs dbus-run-session (Debian: the package dbus)")
    command = [runner, "--", sys.executable, "-c", HOLD]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()
            process.wait(10)


class ScriptedDesktop:
    """Owns the names of a desktop's services, notes what is called and answers as scripted."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.called = threading.Condition()
        self.refuses: set[str] = set()
        """Methods that are answered with an error."""
        self.capabilities = ["body", "body-markup", "actions"]
        self._numbers = iter(range(7, 10_000))
        self._pipes: list[int] = []
        self._given: list[Any] = []
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._call_bus_names()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _call_bus_names(self) -> None:
        from jeepney.bus_messages import message_bus

        for name in NAMES:
            self._connection.send_and_get_reply(message_bus.RequestName(name))

    def wait_for(self, method: str, times: int = 1) -> list[tuple[Any, ...]]:
        """The arguments of all calls of a method, once there are so many."""
        with self.called:
            assert self.called.wait_for(lambda: len(self.of(method)) >= times, 10), self.calls
            return self.of(method)

    def of(self, method: str) -> list[tuple[Any, ...]]:
        """The arguments of all calls of a method so far."""
        return [body for name, body in self.calls if name == method]

    def signal(self, member: str, signature: str, *body: Any) -> None:
        """Tell as the notification service does."""
        from jeepney import DBusAddress, new_signal

        name = NAMES[0]
        emitter = DBusAddress(f"/{name.replace('.', '/')}", interface=name)
        self._connection.send(new_signal(emitter, member, signature, body))

    def lock_is_held(self) -> bool:
        """Whether the far end of the login manager's lock is open somewhere."""
        os.set_blocking(self._pipes[0], False)
        try:
            return os.read(self._pipes[0], 1) != b""
        except BlockingIOError:
            return True

    def close(self) -> None:
        """End."""
        self._connection.sock.shutdown(2)
        self._thread.join(10)
        self._connection.close()
        for pipe in self._pipes:
            os.close(pipe)

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType

        while True:
            try:
                message = self._connection.receive()
            except (OSError, EOFError, ConnectionError):
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message, message.header.fields[HeaderFields.member])

    def _answer(self, message: Any, method: str) -> None:
        from jeepney import new_error, new_method_return

        if method in self.refuses:
            reply = new_error(message, "org.freedesktop.DBus.Error.AccessDenied", "s", ("no",))
        else:
            reply = new_method_return(message, *self._result(message, method))
        with self.called:
            self.calls.append((method, message.body))
            self._connection.send(reply)
            self.called.notify_all()
        while self._given:
            self._given.pop().close()

    def _result(self, message: Any, method: str) -> tuple[Any, ...]:
        from jeepney import HeaderFields

        interface = message.header.fields[HeaderFields.interface]
        if method == "GetCapabilities":
            return "as", (self.capabilities,)
        if method == "Notify":
            return "u", (message.body[1] or next(self._numbers),)
        if method == "Inhibit" and interface.startswith(NAMES[2]):
            mine, theirs = os.pipe()
            self._pipes.append(mine)
            self._given.append(os.fdopen(theirs, "wb"))
            return "h", (self._given[-1],)
        if method == "Inhibit":
            return "u", (4_000_000_001,)  # more than an int32 holds
        return ()
