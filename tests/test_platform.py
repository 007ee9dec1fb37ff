"""What is found before Qt is imported, and a fault of Qt for Python that aborts the process."""

from __future__ import annotations

import subprocess
import sys

from ivk_desktop.system_libs import NO_DISPLAY, OFFSCREEN, XCB, missing_sentence


class Machine:
    """Has every library but some."""

    def __init__(self, *lacking: str) -> None:
        self.lacking = lacking
        self.asked: list[str] = []

    def load(self, soname: str) -> None:
        self.asked.append(soname)
        if soname in self.lacking:
            raise OSError(soname)


def sentence(machine: Machine, environ: dict[str, str], platform: str = "linux") -> str | None:
    return missing_sentence(environ, platform, machine.load)


def test_a_whole_machine_lacks_nothing() -> None:
    machine = Machine()
    assert sentence(machine, {"DISPLAY": ":0"}) is None
    assert machine.asked == [*OFFSCREEN, *XCB]


def test_one_sentence_names_the_packages_to_install() -> None:
    said = sentence(Machine("libxcb-cursor.so.0", "libEGL.so.1"), {"DISPLAY": ":0"})
    assert said is not None
    assert said.endswith("sudo apt-get install libegl1 libxcb-cursor0")
    assert "\n" not in said


def test_offscreen_needs_no_x11_libraries() -> None:
    machine = Machine("libxcb-cursor.so.0")
    assert sentence(machine, {"QT_QPA_PLATFORM": "offscreen"}) is None
    assert sentence(machine, {"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert sentence(machine, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}) is not None


def test_no_display_is_said_before_anything_is_loaded() -> None:
    machine = Machine()
    assert sentence(machine, {}) == NO_DISPLAY
    assert machine.asked == []


def test_other_systems_bring_their_own_libraries() -> None:
    assert sentence(Machine(*OFFSCREEN), {}, "darwin") is None
    assert sentence(Machine(*OFFSCREEN), {}, "win32") is None


def test_the_check_imports_no_qt() -> None:
    code = "import sys, ivk_desktop.system_libs; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "False"


EMITS = """
import sys
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    told = Signal(bool)
    asked = Signal(object)

    def event(self, event):
        return super().event(event)

source = Source()
source.told.connect(lambda value: None)
source.asked.connect(lambda value: None)
before = sys.getrefcount(True), sys.getrefcount(None)
for _ in range(200):
    source.told.emit(True)
    source.asked.emit(None)
after = sys.getrefcount(True), sys.getrefcount(None)
print(max(abs(a - b) for a, b in zip(after, before)))
"""


def test_signals_lose_no_reference_to_true_or_none() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one with each call and aborts within seconds.
    done = subprocess.run(
        [sys.executable, "-c", EMITS], check=True, capture_output=True, text=True, timeout=60
    )
    assert int(done.stdout) < 50
