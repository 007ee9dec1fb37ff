"""Tab goes through a window as it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.ui.reading_order import chain, move_focus, tab_stops


def test_what_is_made_last_is_reached_where_it_stands(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows, line = QVBoxLayout(page), QHBoxLayout()
    below, right, left, off = (QPushButton(name) for name in ("below", "right", "left", "off"))
    rows.addLayout(line)
    rows.addWidget(below)
    for button in (left, right, off):
        line.addWidget(button)
    off.setEnabled(False)
    page.show()
    assert tab_stops(page) == [left, right, below]
    assert move_focus(page, None, forward=True)
    assert page.focusWidget() is left
    assert move_focus(page, left, forward=False)
    assert page.focusWidget() is below, "round the end"


def test_a_window_beside_the_main_one_is_read_in_order_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    below, middle, above = (QPushButton(name) for name in ("below", "middle", "above"))
    rows = QVBoxLayout(page)
    for button in (above, middle, below):
        rows.addWidget(button)
    page.show()
    chain(page)
    above.setFocus()
    QTest.keyClick(above, Qt.Key.Key_Tab)
    assert page.focusWidget() is middle
    QTest.keyClick(middle, Qt.Key.Key_Tab)
    assert page.focusWidget() is below
