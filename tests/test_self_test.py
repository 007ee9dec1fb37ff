"""The program's own test of itself: what ``--self-test`` says and how it ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ivk_desktop.app import Desk
from ivk_desktop.cli import WindowOptions
from ivk_desktop.self_test import SelfTest

STEPS = (
    "window shown on offscreen",
    "pictures: jpeg, png, svg, webp",
    "TLS: ",
    "keyring: keyring.backends.",
    "connected to http://127.0.0.1:",
    "opened Text to image, SD1.5",
    "submitted",
    "preview painted",
    "result read",
    "self-test passed",
)


def test_the_program_finds_itself_whole() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ivk_desktop", "--self-test"],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) == len(STEPS)
    for line, step in zip(lines, STEPS, strict=True):
        assert step in line


def test_a_step_that_takes_too_long_is_named(
    qapp: QApplication, run: Callable[[Any], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    async def scenario() -> str | None:
        desk = Desk(qapp, WindowOptions())
        test = SelfTest(limit_s=0)
        asked: list[bool] = []
        desk.window.close_asked.connect(lambda: asked.append(True))
        test.watch(desk)
        try:
            await desk.open()
        finally:
            await desk.close()
            desk.window.deleteLater()
        assert asked == [True]
        return test.failure

    assert run(scenario()) == "it took too long to show the window"
    assert capsys.readouterr().out == ""
