"""What is imported, how, and what while the window is shown already."""

from __future__ import annotations

import json
import os
import subprocess
import sys

PROGRAM = """
import asyncio, json, sys, threading

beside = []

class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            beside.append(name)

sys.meta_path.insert(0, Finder)
import ivk_desktop.app
from ivk_desktop.importing import import_by_turns, import_in_thread

async def main():
    turns = 0

    async def other():
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    await import_in_thread("ivk_desktop.api.backends", "ivk_desktop.api.invokeai.live")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(other())
        await import_by_turns("ivk_desktop.rooms")
        task.cancel()
    print(json.dumps({"beside": beside, "turns": turns, "there": list(sys.modules)}))

asyncio.run(main())
"""


def test_what_has_to_do_with_qt_is_imported_by_the_ui_thread_in_turns() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    found = json.loads(told.stdout)
    of_qt = ("PySide6", "shiboken6", "ivk_desktop.ui", "ivk_desktop.stores", "ivk_desktop.rooms")
    assert [name for name in found["beside"] if name.startswith(of_qt)] == []
    assert "ivk_desktop.api.backends" in found["beside"]
    assert {"ivk_desktop.rooms", "ivk_desktop.ui.window_sheets"} <= set(found["there"])
    assert "ivk_desktop.demo" not in found["there"]
    assert found["turns"] > 10


SOURCES = """
import linecache

from ivk_desktop import plain_import

plain_import.restore()
import ivk_desktop.app

print(len([name for name in linecache.cache if "ivk_desktop" in name]))
"""


def test_no_source_is_read_and_kept_for_switches_that_nobody_uses() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SOURCES]
    told = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=60)
    assert int(told.stdout) <= 1, "the one that imports QtCore itself"
