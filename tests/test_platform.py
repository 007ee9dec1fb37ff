"""What is found before Qt is imported, and a fault of Qt for Python that aborts the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


LACKING = """
import ctypes

class Lacking(ctypes.CDLL):
    def __init__(self, name, *arguments, **named):
        if name == {soname!r}:
            raise OSError(name)
        super().__init__(name, *arguments, **named)

ctypes.CDLL = Lacking
"""


def ended(folder: Path, soname: str, *command: str, **environ: str) -> tuple[int, str]:
    """Run Python where one library is lacking; the exit code, and what it complained of."""
    (folder / "sitecustomize.py").write_text(LACKING.format(soname=soname))
    bare = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        env={**bare, "PYTHONPATH": str(folder), **environ},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring their own libraries")
def test_the_window_of_a_bare_linux_ends_in_one_sentence(tmp_path: Path) -> None:
    code, said = ended(tmp_path, "libxcb-cursor.so.0", "ivk_desktop", DISPLAY=":77")
    assert code == 2
    assert said.splitlines() == [said.strip()]
    assert said.strip().endswith("sudo apt-get install libxcb-cursor0")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring their own libraries")
def test_the_tests_on_a_bare_linux_end_in_one_sentence(tmp_path: Path) -> None:
    code, said = ended(tmp_path, "libEGL.so.1", "pytest", "tests/test_platform.py")
    assert code != 0
    assert said.splitlines() == [said.strip()]
    assert said.strip().endswith("sudo apt-get install libegl1")


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
