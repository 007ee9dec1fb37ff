"""Says in one sentence what a Linux lacks to show a window; asked before QtGui is imported.

A missing xcb library aborts the process inside Qt, so this looks with ``ctypes`` first.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial

OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries that QtGui links, and their Debian packages."""

XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Libraries that Qt's X11 platform links, and their Debian packages."""

NO_DISPLAY = (
    "There is no display: DISPLAY and WAYLAND_DISPLAY are not set."
    " Start this in a desktop session, or use the commands that need no window (--help)."
)

Loader = Callable[[str], object]


def missing_sentence(
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    load: Loader | None = None,
) -> str | None:
    """One sentence that says what is missing and how to get it, or ``None`` when all is there.

    Args:
        environ: the environment; ``QT_QPA_PLATFORM`` decides what is needed.
        platform: ``sys.platform``; anything but Linux needs nothing from the system.
        load: loads a library by its soname and raises ``OSError`` when it cannot.
    """
    if not platform.startswith("linux"):
        return None
    wanted = environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if not wanted and not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        return NO_DISPLAY
    x11 = wanted == "xcb" or (not wanted and not environ.get("WAYLAND_DISPLAY"))
    needed = OFFSCREEN | XCB if x11 else OFFSCREEN
    if not (packages := missing(needed, load)):
        return None
    return (
        "Qt needs system libraries that are not installed. On Debian or Ubuntu:"
        f" sudo apt-get install {' '.join(packages)}"
    )


def missing(needed: Mapping[str, str], load: Loader | None = None) -> list[str]:
    """The Debian packages of the libraries that cannot be loaded, in the table's order."""
    load = load or partial(ctypes.CDLL, mode=os.RTLD_LAZY)
    return [package for soname, package in needed.items() if not _loads(soname, load)]


def _loads(soname: str, load: Loader) -> bool:
    try:
        load(soname)
    except OSError:
        return False
    return True
