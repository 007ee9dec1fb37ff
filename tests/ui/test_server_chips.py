"""The chips of the servers in the run strip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import QueueCounts
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.domain.updates import CountsChanged
from ivk_desktop.ui.run_strip import RunStrip
from tests.stores.queue_help import Session


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(2600, 52)
    qtbot.addWidget(window)
    return window


def a_strip(window: QWidget, count: int, width: int = 1600) -> tuple[RunStrip, list[Session]]:
    strip, sessions = RunStrip(window), []
    strip.resize(width, 52)
    for number in range(count):
        session = Session(server_id=ServerId(f"server-{number}"))
        session.name = f"server-{number}.example"
        session.setParent(strip)
        strip.add_session(session)
        sessions.append(session)
    window.show()
    return strip, sessions


def visible(strip: RunStrip, sessions: list[Session]) -> int:
    return sum(strip.servers[s.server_id].isVisible() for s in sessions)


def test_a_click_asks_to_hide_a_server_and_its_work_is_not_counted(
    window: QWidget, qtbot: QtBot
) -> None:
    strip, (one, other) = a_strip(window, 2)
    one.apply(CountsChanged(QueueCounts(pending=3)))
    other.apply(CountsChanged(QueueCounts(pending=4)))
    assert strip.outlook().pending == 7
    with qtbot.waitSignal(strip.server_toggled) as asked:
        qtbot.mouseClick(strip.servers[other.server_id], Qt.MouseButton.LeftButton)
    assert asked.args == [other, False]
    strip.set_shown(other, False)
    assert strip.outlook().pending == 3
    strip.set_shown(one, False)
    assert strip.clock.texts()[0] == "No server is shown"
    strip.set_shown(other, True)
    assert strip.outlook().pending == 4


def test_chips_without_room_stand_behind_one_button(window: QWidget, qtbot: QtBot) -> None:
    strip, sessions = a_strip(window, 10)
    shown = visible(strip, sessions)
    assert 1 < shown < 10
    with qtbot.waitSignal(strip.servers.more_requested) as asked:
        qtbot.mouseClick(strip.servers._more, Qt.MouseButton.LeftButton)
    assert asked.args[0] == sessions[shown:]
    strip.resize(1100, 52)
    assert visible(strip, sessions) < shown
    strip.resize(2600, 52)
    assert visible(strip, sessions) > shown


def test_of_servers_behind_the_button_one_that_is_lost_is_told(window: QWidget) -> None:
    strip, sessions = a_strip(window, 10, width=1100)
    before = strip.servers._more.icon().cacheKey()
    sessions[-1].link = LinkState.LOST
    sessions[-1].link_changed.emit()
    assert strip.servers._more.icon().cacheKey() != before
    assert "server-9.example not reached" in strip.servers._more.toolTip()


def test_a_new_server_takes_its_place_and_leaves_it(window: QWidget) -> None:
    strip, sessions = a_strip(window, 2)
    first = Session(server_id=ServerId("first"))
    first.setParent(strip)
    strip.add_session(first, place=0, shown=False)
    assert list(strip.servers._chips) == ["first", "server-0", "server-1"]
    assert not strip.servers[ServerId("first")].isChecked()
    strip.remove_session(first)
    strip.remove_session(sessions[0])
    assert list(strip.servers._chips) == ["server-1"]


@pytest.mark.parametrize("width", range(1300, 1800, 20))
def test_no_chip_is_squeezed_into_its_name(window: QWidget, qtbot: QtBot, width: int) -> None:
    strip, sessions = a_strip(window, 6, width=width)
    sessions[-1].link = LinkState.LOST
    sessions[-1].link_changed.emit()
    qtbot.wait_until(lambda: strip.servers._more.isVisible() or visible(strip, sessions) == 6)
    for widget in (strip, strip.servers):
        layout = widget.layout()
        assert layout is not None
        layout.activate()
    shown = [strip.servers[s.server_id] for s in sessions if strip.servers[s.server_id].isVisible()]
    assert all(chip.width() >= chip.sizeHint().width() for chip in shown)


def test_where_no_chip_has_room_the_button_counts_all_servers(window: QWidget) -> None:
    strip, sessions = a_strip(window, 10, width=700)
    assert visible(strip, sessions) == 0
    assert strip.servers._more.text() == "10 servers"


def test_slowness_and_an_exception_for_a_certificate_are_seen(window: QWidget) -> None:
    strip, (session, _) = a_strip(window, 2)
    chip = strip.servers[session.server_id]
    session.link = LinkState.LIVE
    session.latency_s = 0.29
    chip.refresh()
    assert chip.accessibleName() == session.name
    session.latency_s = 0.4512
    session.is_excepted = True
    strip.servers._look()
    assert chip.accessibleName() == f"{session.name} 451 ms"
    assert "It answers slowly: after 451 ms" in chip.toolTip()
    assert "no authority vouches for it" in chip.toolTip()
    session.link = LinkState.LOST
    chip.refresh()
    assert "451" not in chip.accessibleName()
