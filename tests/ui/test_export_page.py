"""The page about saving results: names are judged while they are typed, choices are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.exports import BoardPick, ExportStatus
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.settings import Settings
from ivk_desktop.ui.exports.page import ExportPage, options_of, usual_folder
from ivk_desktop.ui.exports.status_button import ExportButton


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> ExportPage:
    boards = [("lab:none", "Uncategorized"), ("lab:b1", "Tigers")]
    page = ExportPage(settings, lambda: [("lab", "Lab")], lambda: boards)
    qtbot.addWidget(page)
    page.show()
    return page


def typed(page: ExportPage, text: str) -> None:
    page.template.setFocus()
    page.template.selectAll()
    QTest.keyClicks(page.template, text)


def test_a_good_template_applies_and_shows_what_it_makes(
    page: ExportPage, settings: Settings
) -> None:
    typed(page, "{board}/{seed}_{n}")
    assert settings.prefs.export_template == "{board}/{seed}_{n}"
    assert page.example.text() == f"For example {usual_folder() / 'Tigers' / '4711_001.png'}"


def test_a_folder_that_is_no_whole_path_is_beside_the_usual_one(
    page: ExportPage, settings: Settings, tmp_path: Path
) -> None:
    page.folder.setText("sd")
    page.folder.editingFinished.emit()
    assert str(usual_folder().parent / "sd") in page.example.text()
    settings.update(export=True, export_folder=str(tmp_path))
    assert page.folder.text() == str(tmp_path)
    options = options_of(settings.prefs)
    assert options is not None
    assert options.folder == tmp_path


def test_a_bad_template_says_why_and_the_one_before_it_holds(
    page: ExportPage, settings: Settings
) -> None:
    before = settings.prefs.export_template
    typed(page, "{sed")
    assert "brace" in page.example.text()
    assert "before it hold" in page.example.text()
    assert settings.prefs.export_template.startswith("sed") is False
    assert options_of(settings.prefs) is None, "it is off"
    settings.update(export=True)
    options = options_of(settings.prefs)
    assert options is not None
    assert options.template.problem is None
    assert options.folder == usual_folder()
    assert before


def test_ticked_boards_are_kept_also_while_they_are_not_there(
    page: ExportPage, settings: Settings
) -> None:
    boards = page._lists["export_boards"]
    settings.update(export=True, export_boards=("gone:b9",))
    assert [boards.item(row).text() for row in range(boards.count())] == [
        "Uncategorized",
        "Tigers",
        "b9",
    ]
    boards.item(1).setCheckState(Qt.CheckState.Checked)
    assert settings.prefs.export_boards == ("lab:b1", "gone:b9")
    options = options_of(settings.prefs)
    assert options is not None
    assert options.takes_board(BoardPick.of("lab:b1").server_id, "b1")
    assert not options.takes_board(BoardPick.of("lab:b1").server_id, None)


def test_the_status_says_how_it_stands(qtbot: QtBot) -> None:
    button = ExportButton()
    qtbot.addWidget(button)
    button.show_status(None)
    assert button.isHidden()
    for status, text in (
        (ExportStatus(), "Results are saved"),
        (ExportStatus(saved=1), "1 result saved"),
        (ExportStatus(saved=12, left=3), "Saving, 3 left"),
        (ExportStatus(is_elsewhere=True), "Saved elsewhere"),
        (ExportStatus(problem=Problem("export_disk_full", {"path": "/x"})), "Saving paused"),
    ):
        button.show_status(status)
        assert button.text() == text
    assert "full" in button.toolTip()
