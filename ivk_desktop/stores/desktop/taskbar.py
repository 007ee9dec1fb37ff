"""The progress of all work on the window's button in the taskbar or dock."""

from __future__ import annotations

import ctypes
import logging
import sys
from ctypes import POINTER, byref, c_int, c_long, c_ulonglong, c_void_p
from typing import Any, Final, Protocol

from ivk_desktop.stores.desktop.bus import Bus

log = logging.getLogger(__name__)

PARTS: Final = 1000
APP_URI: Final = "application://ivk-desktop.desktop"
PATH: Final = "/com/canonical/unity/launcherentry/ivk_desktop"
LAUNCHER: Final = "com.canonical.Unity.LauncherEntry"


class Taskbar(Protocol):
    """Shows a fraction of 0..1; must not block."""

    def show(self, fraction: float | None, *, is_failed: bool = False) -> None:
        """Show how much is done; ``None`` takes the progress away."""
        ...


class NoTaskbar:
    """For systems that show no progress there."""

    def show(self, fraction: float | None, *, is_failed: bool = False) -> None:
        """Do nothing."""


class UnityTaskbar:
    """The docks of Linux that listen to ``com.canonical.Unity.LauncherEntry``."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def show(self, fraction: float | None, *, is_failed: bool = False) -> None:
        """Tell whoever listens."""
        properties = {
            "progress": ("d", 0.0 if fraction is None else fraction),
            "progress-visible": ("b", fraction is not None),
            "urgent": ("b", is_failed),
        }
        self._bus.emit(PATH, LAUNCHER, "Update", "sa{sv}", (APP_URI, properties))


class Guid(ctypes.Structure):
    """A COM identifier."""

    _fields_ = (
        ("a", ctypes.c_uint32),
        ("b", ctypes.c_uint16),
        ("c", ctypes.c_uint16),
        ("d", ctypes.c_ubyte * 8),
    )

    @classmethod
    def of(cls, text: str) -> Guid:
        """The identifier that is written like ``56FDF344-FD6D-11D0-958A-006097C9A090``."""
        a, b, c, *rest = text.split("-")
        tail = bytes.fromhex("".join(rest))
        return cls(int(a, 16), int(b, 16), int(c, 16), (ctypes.c_ubyte * 8)(*tail))


CLSID_TASKBAR_LIST: Final = "56FDF344-FD6D-11D0-958A-006097C9A090"
IID_TASKBAR_LIST_3: Final = "EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF"
HR_INIT, SET_PROGRESS_VALUE, SET_PROGRESS_STATE = 3, 9, 10
"""Places in the table of ``ITaskbarList3``: IUnknown has 0 to 2, ITaskbarList 3 to 7, ITaskbarList2
has 8 (https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3).
"""
NO_PROGRESS, NORMAL, ERROR = 0, 2, 4


class TaskbarCalls(Protocol):
    """The three calls of ``ITaskbarList3`` that are needed."""

    def set_state(self, window: int, state: int) -> None:
        """``SetProgressState``."""
        ...

    def set_value(self, window: int, done: int, total: int) -> None:
        """``SetProgressValue``."""
        ...


class ComTaskbar:
    """``ITaskbarList3`` by ctypes; to be made on Windows alone.

    Raises:
        OSError: the shell has no such object.
    """

    def __init__(self) -> None:
        library: Any = ctypes.OleDLL("ole32")  # type: ignore[attr-defined, unused-ignore]
        library.CoInitialize(None)
        self._object = c_void_p()
        library.CoCreateInstance(
            byref(Guid.of(CLSID_TASKBAR_LIST)),
            None,
            1,  # CLSCTX_INPROC_SERVER
            byref(Guid.of(IID_TASKBAR_LIST_3)),
            byref(self._object),
        )
        self._call(HR_INIT)

    def set_state(self, window: int, state: int) -> None:
        """``SetProgressState``."""
        self._call(SET_PROGRESS_STATE, c_void_p(window), c_int(state))

    def set_value(self, window: int, done: int, total: int) -> None:
        """``SetProgressValue``."""
        self._call(SET_PROGRESS_VALUE, c_void_p(window), c_ulonglong(done), c_ulonglong(total))

    def _call(self, place: int, *arguments: Any) -> None:
        table = ctypes.cast(self._object, POINTER(POINTER(c_void_p))).contents
        kinds = [type(argument) for argument in arguments]
        maker: Any = ctypes.WINFUNCTYPE  # type: ignore[attr-defined, unused-ignore]
        function = maker(c_long, c_void_p, *kinds)(table[place])
        if (result := function(self._object, *arguments)) < 0:
            raise OSError(f"ITaskbarList3: {result:#x}")


class WindowsTaskbar:
    """The taskbar of Windows."""

    def __init__(self, calls: TaskbarCalls, window: int) -> None:
        self._calls = calls
        self._window = window

    def show(self, fraction: float | None, *, is_failed: bool = False) -> None:
        """Show it green, or red where something has failed."""
        try:
            if fraction is None:
                self._calls.set_state(self._window, NO_PROGRESS)
                return
            # A value sets the state to normal: so it comes first.
            self._calls.set_value(self._window, round(fraction * PARTS), PARTS)
            self._calls.set_state(self._window, ERROR if is_failed else NORMAL)
        except OSError as error:
            log.info("the taskbar shows no progress: %s", error)


def make_taskbar(bus: Bus | None, window: int, platform: str = sys.platform) -> Taskbar:
    """The taskbar of this system; ``window`` is the native handle of the window."""
    if platform == "win32":
        try:
            return WindowsTaskbar(ComTaskbar(), window)
        except (OSError, AttributeError) as error:
            log.info("the taskbar shows no progress: %s", error)
    elif bus is not None:
        return UnityTaskbar(bus)
    return NoTaskbar()
