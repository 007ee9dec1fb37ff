from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from ivk_desktop.ui.row_table import RowHover, style_rows


def test_the_whole_row_under_the_pointer_is_known_until_it_leaves(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(3, 2, table))
    style_rows(table)
    hover = RowHover(table)
    table.resize(300, 300)
    table.show()
    viewport = table.viewport()
    for row, column in ((1, 0), (1, 1), (2, 1)):
        QTest.mouseMove(viewport, table.visualRect(table.model().index(row, column)).center())
        assert hover.row == row
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert hover.row == -1


def test_a_row_that_comes_below_a_resting_pointer_is_looked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = QStandardItemModel(1, 2)
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    style_rows(table)
    hover = RowHover(table)
    hover.watch(model)
    table.resize(300, 300)
    table.show()
    viewport = table.viewport()
    below = viewport.mapToGlobal(QPoint(20, table.rowHeight(0) + 5))
    monkeypatch.setattr(QCursor, "pos", lambda: below)
    monkeypatch.setattr(viewport, "underMouse", lambda: True)
    model.appendRow([QStandardItem("b")])
    assert hover.row == 1
    model.removeRow(1)
    assert hover.row == -1
