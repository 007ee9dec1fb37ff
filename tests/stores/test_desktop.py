"""What is asked of the desktop, each part on a scripted one."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QImage

from ivk_desktop.stores.desktop.awake import (
    BusAwake,
    CaffeinateAwake,
    NoAwake,
    WindowsAwake,
    login_lock,
    make_awake,
)
from ivk_desktop.stores.desktop.bus import Bus, BusError, NoBusError
from ivk_desktop.stores.desktop.notifier import BusNotifier, Note
from ivk_desktop.stores.desktop.taskbar import (
    NoTaskbar,
    UnityTaskbar,
    WindowsTaskbar,
    make_taskbar,
)
from ivk_desktop.tasks import Tasks
from tests.desk import until
from tests.session_bus import ScriptedDesktop, session_bus

Run = Callable[[Coroutine[Any, Any, Any]], Any]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="DBus is of Linux desktops")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with session_bus() as address:
        yield address


@pytest.fixture
def desktop(address: str) -> Iterator[ScriptedDesktop]:
    desktop = ScriptedDesktop(address)
    yield desktop
    desktop.close()


class Client:
    """A bus and the tasks that it runs in."""

    def __init__(self, address: str) -> None:
        self.tasks = Tasks()
        self.bus = Bus(self.tasks, address)

    async def __aenter__(self) -> Bus:
        return self.bus

    async def __aexit__(self, *_: object) -> None:
        await self.bus.close()
        await self.tasks.close()


async def called(desktop: ScriptedDesktop, method: str, times: int = 1) -> list[tuple[Any, ...]]:
    return await asyncio.to_thread(desktop.wait_for, method, times)


@on_linux
def test_a_notification_carries_its_picture_and_what_a_click_does(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        async with Client(address) as bus:
            notifier = BusNotifier(bus)
            picture = QImage(512, 256, QImage.Format.Format_RGB32)
            picture.fill("#102030")
            notifier.show(Note("batch:1", "Owl is done", "30 items <&>", "Show", picture))
            ((app, replaces, _, title, body, actions, hints, _),) = await called(desktop, "Notify")
            assert (app, replaces, title) == ("ivk desktop", 0, "Owl is done")
            assert body == "30 items &lt;&amp;&gt;"
            assert actions == ["default", "Show"]
            width, height, stride, alpha, bits, samples, data = hints["image-data"][1]
            assert (width, height, stride, alpha, bits, samples) == (128, 64, 512, True, 8, 4)
            assert bytes(data)[:4] == b"\x10\x20\x30\xff"

    run(check())


@on_linux
def test_a_click_on_a_notification_names_it(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        async with Client(address) as bus:
            notifier = BusNotifier(bus)
            clicks: list[str] = []
            notifier.clicked.connect(clicks.append)
            await notifier._show(Note("batch:1", "Owl is done", action="Show"))
            desktop.signal("ActionInvoked", "us", 9999, "default")
            desktop.signal("ActionInvoked", "us", notifier._ids["batch:1"], "default")
            await until(lambda: clicks, notifier.clicked)
            assert clicks == ["batch:1"]

    run(check())


@on_linux
def test_a_later_notification_of_the_same_thing_replaces_it(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        async with Client(address) as bus:
            notifier = BusNotifier(bus)
            await notifier._show(Note("error:1", "Owl failed"))
            await notifier._show(Note("error:1", "Owl failed", "again"))
            first, second = desktop.of("Notify")
            assert (first[1], second[1] > 0) == (0, True)
            assert second[6]["urgency"] == ("y", 1)

    run(check())


@on_linux
def test_a_desktop_without_markup_gets_plain_text(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        desktop.capabilities = ["body"]
        async with Client(address) as bus:
            await BusNotifier(bus)._show(Note("a", "t", "1 < 2"))
            assert desktop.of("Notify")[0][4] == "1 < 2"

    run(check())


@on_linux
def test_a_bus_that_is_not_there_is_an_error_and_no_crash(run: Run) -> None:
    async def check() -> None:
        async with Client("unix:path=/nonexistent/bus") as bus:
            with pytest.raises(BusError):
                await BusNotifier(bus)._show(Note("a", "t"))
            BusNotifier(bus).show(Note("a", "t"))  # logged alone

    run(check())


@on_linux
@pytest.mark.parametrize("name", ["SESSION", "unix:path=/nonexistent/bus"])
def test_where_there_is_no_bus_it_is_said_once_and_not_tried_again(
    run: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    caplog.set_level("INFO")

    async def check() -> None:
        async with Client(name) as bus:
            for fraction in range(3):
                UnityTaskbar(bus).show(fraction / 10)
            BusNotifier(bus).show(Note("a", "t"))
            await asyncio.gather(*bus._tasks._running.values())
            UnityTaskbar(bus).show(0.5)
            assert not bus._tasks._running  # nothing is even begun
            with pytest.raises(NoBusError):
                await BusNotifier(bus)._show(Note("a", "t"))

    run(check())
    said = [line for line in caplog.messages if line.startswith("the desktop does not")]
    assert len(said) == 1, said


@on_linux
def test_a_bus_that_was_lost_is_joined_again(run: Run, desktop: ScriptedDesktop) -> None:
    async def check() -> None:
        with session_bus() as first:
            async with Client(first) as bus:
                other = ScriptedDesktop(first)
                await BusNotifier(bus)._show(Note("a", "t"))
                other.close()
                with pytest.raises(BusError):
                    await BusNotifier(bus)._show(Note("a", "t"))
                other = ScriptedDesktop(first)
                await BusNotifier(bus)._show(Note("a", "t"))
                assert len(other.of("Notify")) == 1
                other.close()

    run(check())


@on_linux
def test_the_dock_is_told_the_progress(run: Run, address: str, desktop: ScriptedDesktop) -> None:
    async def check() -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus
        from jeepney.io.asyncio import open_dbus_router

        rule = MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")
        async with Client(address) as bus, open_dbus_router(address) as listener:
            await listener.send_and_get_reply(message_bus.AddMatch(rule))
            with listener.filter(rule, bufsize=4) as signals:
                UnityTaskbar(bus).show(0.42)
                uri, told = (await signals.get()).body
                assert uri == "application://ivk-desktop.desktop"
                assert told["progress"] == ("d", 0.42)
                assert told["progress-visible"] == ("b", True)
                UnityTaskbar(bus).show(None)
                assert (await signals.get()).body[1]["progress-visible"] == ("b", False)

    run(check())


@on_linux
def test_the_computer_is_held_awake_and_let_go(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        async with Client(address) as bus:
            awake = BusAwake(bus, lambda reason: login_lock(reason, address))
            awake.hold("Items are running")
            awake.hold("Items are running")
            inhibits = await called(desktop, "Inhibit", 2)
            assert inhibits == [
                ("idle", "ivk desktop", "Items are running", "block"),
                ("ivk desktop", "Items are running"),
            ]
            assert desktop.lock_is_held()
            awake.release()
            assert await called(desktop, "UnInhibit") == [(4_000_000_001,)]
            assert not desktop.lock_is_held()

    run(check())


@on_linux
def test_a_wish_that_changes_while_it_is_carried_out_is_followed(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        async with Client(address) as bus:
            awake = BusAwake(bus)
            awake.hold("x")
            await called(desktop, "Inhibit")
            awake.release()
            awake.hold("x")
            awake.release()
            assert await called(desktop, "UnInhibit")
            assert len(desktop.of("Inhibit")) == len(desktop.of("UnInhibit"))

    run(check())


@on_linux
def test_a_desktop_that_refuses_is_left_alone(
    run: Run, address: str, desktop: ScriptedDesktop
) -> None:
    async def check() -> None:
        desktop.refuses = {"Inhibit"}
        async with Client(address) as bus:
            awake = BusAwake(bus, lambda reason: login_lock(reason, address))
            awake.hold("x")
            await called(desktop, "Inhibit", 2)
            awake.release()
            await bus.call(_address(), "GetCapabilities")  # all that was asked before is answered
            assert desktop.of("UnInhibit") == []

    run(check())


def _address() -> Any:
    from jeepney import DBusAddress

    name = "org.freedesktop.Notifications"
    return DBusAddress(f"/{name.replace('.', '/')}", name, name)


# --- other systems ---------------------------------------------------------------------------
class Shell:
    """Notes what Windows' taskbar is told; may fail."""

    def __init__(self, *, fails: bool = False) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.fails = fails

    def set_state(self, window: int, state: int) -> None:
        if self.fails:
            raise OSError("explorer is restarting")
        self.told.append(("state", window, state))

    def set_value(self, window: int, done: int, total: int) -> None:
        self.told.append(("value", window, done, total))


def test_the_taskbar_of_windows_shows_progress_and_failure() -> None:
    shell = Shell()
    taskbar = WindowsTaskbar(shell, 77)
    taskbar.show(0.42)
    taskbar.show(0.5, is_failed=True)
    taskbar.show(None)
    assert shell.told == [
        ("value", 77, 420, 1000),
        ("state", 77, 2),
        ("value", 77, 500, 1000),
        ("state", 77, 4),
        ("state", 77, 0),
    ]
    WindowsTaskbar(Shell(fails=True), 77).show(None)


def test_systems_without_a_way_do_nothing() -> None:
    assert isinstance(make_taskbar(None, 1, "linux"), NoTaskbar)
    assert isinstance(make_taskbar(None, 1, "darwin"), NoTaskbar)
    assert isinstance(make_awake(None, "linux"), NoAwake)
    make_taskbar(None, 1, "linux").show(0.5)
    make_awake(None, "linux").hold("x")


def test_windows_is_told_to_stay_awake() -> None:
    states: list[int] = []
    awake = WindowsAwake(lambda state: states.append(state) or 1)
    awake.hold("x")
    awake.release()
    assert states == [0x80000001, 0x80000000]


def test_macos_runs_one_helper_while_it_is_held() -> None:
    helper = (sys.executable, "-c", "import sys; sys.stdin.read()")
    awake = CaffeinateAwake(helper)
    awake.hold("x")
    process = awake._process
    assert isinstance(process, subprocess.Popen)
    awake.hold("x")
    assert awake._process is process
    awake.release()
    assert process.returncode is not None
    CaffeinateAwake(("/nonexistent/caffeinate",)).hold("x")
