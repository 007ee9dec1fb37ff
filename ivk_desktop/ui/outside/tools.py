"""The parts of the desktop that are used outside of the window, for real or scripted."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ivk_desktop.stores.desktop.awake import Awake, make_awake
from ivk_desktop.stores.desktop.bus import Bus
from ivk_desktop.stores.desktop.command import CommandRunner, ShellRunner
from ivk_desktop.stores.desktop.notifier import BusNotifier, Notifier
from ivk_desktop.stores.desktop.taskbar import Taskbar, make_taskbar
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.outside.tray import SystemTray, Tray, TrayNotifier


class Signs(Protocol):
    """The small signs of the application: sound, badge, and whether a person looks."""

    def beep(self) -> None:
        """Make a short sound."""
        ...

    def set_badge(self, number: int) -> None:
        """Show a number on the application's icon; 0 takes it away."""
        ...

    def alert(self) -> None:
        """Ask for attention in the taskbar."""
        ...

    def is_active(self) -> bool:
        """Whether one of the windows has the keyboard."""
        ...


class ApplicationSigns:
    """Those of Qt."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app = app
        self._window = window

    def beep(self) -> None:
        """The system's own sound."""
        QApplication.beep()

    def set_badge(self, number: int) -> None:
        """Where the system shows such numbers."""
        self._app.setBadgeNumber(number)

    def alert(self) -> None:
        """Until the window is looked at."""
        QApplication.alert(self._window)

    def is_active(self) -> bool:
        """A window of any kind, a dialog too."""
        return QGuiApplication.focusWindow() is not None


@dataclass(frozen=True, slots=True)
class Tools:
    """All of them."""

    notifier: Notifier
    taskbar: Taskbar
    awake: Awake
    tray: Tray
    signs: Signs
    commands: CommandRunner
    bus: Bus | None = None
    """What is to be closed at the end."""


def make_tools(
    app: QApplication, window: QWidget, tasks: Tasks, platform: str = sys.platform
) -> Tools:
    """Those of this system; on Linux over DBus."""
    tray = SystemTray(window)
    bus = Bus(tasks) if platform == "linux" else None
    notifier = BusNotifier(bus, window) if bus is not None else TrayNotifier(tray, window)
    return Tools(
        notifier,
        # Asking for the handle makes a native window: only where it is needed.
        make_taskbar(bus, int(window.winId()) if platform == "win32" else 0, platform),
        make_awake(bus, platform),
        tray,
        ApplicationSigns(app, window),
        ShellRunner(window),
        bus,
    )
