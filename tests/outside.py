"""A scripted desktop in place of the system's: notes what it is told, does what a test says."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.stores.desktop.notifier import Note
from ivk_desktop.ui.outside.tools import Tools
from ivk_desktop.ui.outside.tray import TrayView


class FakeNotifier(QObject):
    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[Note] = []

    def show(self, note: Note) -> None:
        self.notes.append(note)


class FakeTaskbar:
    def __init__(self) -> None:
        self.told: list[tuple[float | None, bool]] = []

    def show(self, fraction: float | None, *, is_failed: bool = False) -> None:
        self.told.append((fraction, is_failed))


class FakeAwake:
    def __init__(self) -> None:
        self.reason: str | None = None

    def hold(self, reason: str) -> None:
        assert self.reason is None
        self.reason = reason

    def release(self) -> None:
        self.reason = None


class FakeTray(QObject):
    window_requested = Signal()
    job_requested = Signal(object)
    pause_requested = Signal(bool)
    quit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_available = True
        self.is_shown = False
        self.view = TrayView()

    def set_shown(self, shown: bool) -> None:
        self.is_shown = shown

    def show_view(self, view: TrayView) -> None:
        self.view = view


class FakeSigns:
    def __init__(self) -> None:
        self.beeps = 0
        self.alerts = 0
        self.badge = 0
        self.active = False

    def beep(self) -> None:
        self.beeps += 1

    def set_badge(self, number: int) -> None:
        self.badge = number

    def alert(self) -> None:
        self.alerts += 1

    def is_active(self) -> bool:
        return self.active


class FakeCommands(QObject):
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []

    def run(self, command: str) -> None:
        self.ran.append(command)


def fake_tools() -> Any:
    """All of them; what a test reads of them is not in their interfaces."""
    return Tools(
        FakeNotifier(), FakeTaskbar(), FakeAwake(), FakeTray(), FakeSigns(), FakeCommands()
    )
