"""The command for the end of all work: it runs by the shell, and what fails is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.desktop.command import ShellRunner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the lines are of a POSIX shell")


def test_a_command_line_runs_as_the_shell_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    runner = ShellRunner()
    target = tmp_path / "all done"
    with qtbot.waitSignal(runner.ended, timeout=10_000) as ended:
        runner.run(f"echo one > '{target}' && echo two >> '{target}'")
    assert ended.args == [0]
    assert target.read_text() == "one\ntwo\n"


def test_a_command_that_ends_with_an_error_is_said(qtbot: QtBot) -> None:
    runner = ShellRunner()
    with qtbot.waitSignal(runner.failed, timeout=10_000) as failed:
        runner.run("exit 3")
    assert failed.args == [Problem("command_failed", {"code": 3})]


def test_a_line_that_is_no_command_line_is_said(qtbot: QtBot) -> None:
    runner = ShellRunner()
    with qtbot.waitSignal(runner.failed) as failed:
        runner.run("echo \0")
    assert failed.args[0].code == "command_not_started"
