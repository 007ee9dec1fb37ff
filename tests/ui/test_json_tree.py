from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ivk_desktop.ui.json_tree import PIECE, JsonPanel

DATA: dict[str, Any] = {
    "session": {"graph": {"nodes": {"d": {"type": "denoise_latents", "steps": 30}}}},
    "many": [{"number": number} for number in range(5 * PIECE)],
    "note": "two\nlines",
}


def a_panel(qtbot: QtBot, data: Any = DATA) -> JsonPanel:
    panel = JsonPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show_data(data)
    panel.show()
    return panel


def search(qtbot: QtBot, panel: JsonPanel, text: str = "") -> str:
    """Search, or go on; returns the path that the cursor came to."""
    if text:
        panel.field.setText(text)
    with qtbot.waitSignal(panel.searched):
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    panel.tree.copy_path()
    return QGuiApplication.clipboard().text()


def test_nothing_is_made_before_it_is_unfolded(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    assert panel.tree.topLevelItemCount() == 3
    assert panel.tree.topLevelItem(1).childCount() == 0
    panel.tree.topLevelItem(1).setExpanded(True)
    assert panel.tree.topLevelItem(1).childCount() == 5


def test_enter_goes_from_match_to_match_and_round(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    assert search(qtbot, panel, "DENOISE") == "session.graph.nodes.d.type"
    assert search(qtbot, panel, "lines") == "note"
    assert search(qtbot, panel) == "note"


def test_a_match_far_down_a_long_list_is_unfolded_and_found(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    last = 5 * PIECE - 1
    assert search(qtbot, panel, str(last)) == f"many.{last}"
    assert panel.tree.value_at_cursor() == {"number": last}


def test_a_search_without_a_match_says_so(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    search(qtbot, panel, "no such thing")
    assert panel._told.text() == "No match"


def test_texts_are_copied_as_they_are_and_all_else_as_json(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    search(qtbot, panel, "note")
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "two\nlines"
    search(qtbot, panel, "steps")
    panel.tree.copy_value()
    assert QGuiApplication.clipboard().text() == "30"
