"""Windows beside the main one come up whole on the screen, over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDialog, QLabel, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.pop_out import PopOut


@pytest.fixture
def main(qtbot: QtBot) -> QWidget:
    main = QWidget()
    qtbot.addWidget(main)
    room = main.screen().availableGeometry()
    main.setGeometry(room.adjusted(40, 60, -60, -40))
    main.show()
    return main


def beside(main: QWidget, width: int, height: int) -> QWidget:
    window = QWidget(main, Qt.WindowType.Window)
    window.resize(width, height)
    return window


def test_a_window_comes_up_in_the_middle_of_its_parent(main: QWidget) -> None:
    window = beside(main, 300, 200)
    bring_up(window)
    assert window.geometry().size().toTuple() == (300, 200)
    assert (window.geometry().center() - main.geometry().center()).manhattanLength() <= 2


def test_a_window_without_a_size_takes_what_it_needs(main: QWidget) -> None:
    dialog = QDialog(main)
    QVBoxLayout(dialog).addWidget(QLabel("short"))
    bring_up(dialog)
    assert dialog.height() < 200
    assert (dialog.geometry().center() - main.geometry().center()).manhattanLength() <= 2


def test_a_window_larger_than_the_screen_is_bounded_to_it(main: QWidget) -> None:
    window = beside(main, 9000, 9000)
    bring_up(window)
    room = main.screen().availableGeometry()
    assert room.contains(window.geometry())
    assert window.geometry().top() > room.top()  # its title bar is on the screen too


def test_a_parent_at_the_edge_does_not_push_its_window_out(main: QWidget) -> None:
    room = main.screen().availableGeometry()
    main.setGeometry(QRect(room.bottomRight() - QPoint(100, 100), room.size()))
    window = beside(main, 300, 200)
    bring_up(window)
    assert room.contains(window.geometry())


def test_a_window_stays_where_it_was_put(main: QWidget) -> None:
    window = beside(main, 300, 200)
    bring_up(window)
    window.setGeometry(20, 50, 310, 210)
    window.hide()
    bring_up(window)
    assert window.geometry() == QRect(20, 50, 310, 210)


def test_a_part_in_a_window_of_its_own_comes_up_on_the_screen(main: QWidget) -> None:
    room, splitter, part = main.screen().availableGeometry(), QSplitter(main), QWidget()
    splitter.addWidget(part)
    splitter.resize(room.size() * 2)
    splitter.show()
    window = PopOut(part, splitter, "Part", main)
    window.open()
    assert room.contains(window.geometry())
    window.close()
