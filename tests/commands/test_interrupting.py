"""Ctrl+C in the very first moment, while the program is still being imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivk_desktop.commands.exits import INTERRUPTED
from tests.commands.running import Ended, ended, process

INTERRUPTING = """
import os, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["INTERRUPT_AT"]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
"""


def interrupted(folder: Path, module: str, *arguments: str) -> Ended:
    """Run the program, and press Ctrl+C when it begins to import a module."""
    (folder / "sitecustomize.py").write_text(INTERRUPTING)
    return ended(process(*arguments, PYTHONPATH=str(folder), INTERRUPT_AT=module))


@pytest.mark.parametrize("module", ["ivk_desktop.cli", "ivk_desktop.app", "PySide6.QtWidgets"])
def test_the_window_is_given_up_without_a_word(tmp_path: Path, module: str) -> None:
    assert interrupted(tmp_path, module) == Ended(INTERRUPTED, "", "")


@pytest.mark.parametrize("module", ["ivk_desktop.cli", "ivk_desktop.commands.form"])
def test_a_command_is_given_up_without_a_word(tmp_path: Path, module: str) -> None:
    assert interrupted(tmp_path, module, "form", "w.json") == Ended(INTERRUPTED, "", "")
