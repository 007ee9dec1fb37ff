from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import BatchId, JobError, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import CountsChanged, JobChanged, JobsAdded
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column, QueueRow
from ivk_desktop.ui.panel import PanelState
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.queue.links import Link
from ivk_desktop.ui.queue.panel import QueuePanel
from tests.fakes import SERVER, FakeBackend, a_job, a_picture, job_key
from tests.stores.queue_help import Session

S = JobState


def a_panel(qtbot: QtBot, *jobs: Any, size: tuple[int, int] = (1100, 400)) -> QueuePanel:
    session = Session()
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot())
    panel = QueuePanel(lambda ref: None)
    session.setParent(panel)
    panel.resize(*size)
    qtbot.addWidget(panel)
    panel.add_session(session)
    panel.show()
    return panel


def session_of(panel: QueuePanel) -> Session:
    found = panel.findChild(Session)
    assert found is not None
    return found


def jobs() -> list[Any]:
    return [
        a_job(1, S.COMPLETED, batch_id=BatchId("a"), title="Tiger", outputs=(a_picture("1"),)),
        a_job(2, S.FAILED, batch_id=BatchId("b"), title="Fox", error=JobError("Oom", "no memory")),
        a_job(3, S.RUNNING, batch_id=BatchId("c"), title="Owl", inputs=(("CFG", "4"),)),
        a_job(4, batch_id=BatchId("c"), title="Owl", inputs=(("CFG", "6"),)),
    ]


def press(qtbot: QtBot, panel: QueuePanel, row: int, key: Qt.Key) -> None:
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    qtbot.keyClick(panel.table, key)


def cell(panel: QueuePanel, row: int, column: Column) -> str:
    return str(panel.model.index(row, column).data())


def test_rows_read_as_in_the_mock(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    assert cell(panel, 0, Column.ITEM) == "Owl  CFG 4 to 6, 2 items"
    assert cell(panel, 0, Column.STATUS) == "Running 0 %"
    assert cell(panel, 1, Column.ITEM) == "Fox  no memory"
    assert cell(panel, 1, Column.STATUS) == "Failed"
    assert cell(panel, 2, Column.SERVER) == "lab"


def test_rows_have_one_height_and_hidden_columns_stay_hidden(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    assert {panel.table.rowHeight(row) for row in range(3)} == {28}
    assert panel.table.isColumnHidden(Column.USER)
    assert not panel.table.isColumnHidden(Column.DONE)


def test_arrow_keys_unfold_descend_rise_and_fold(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    press(qtbot, panel, 0, Qt.Key.Key_Right)
    assert panel.model.rowCount() == 5
    press(qtbot, panel, 0, Qt.Key.Key_Right)
    assert panel.table.currentIndex().row() == 1
    press(qtbot, panel, 2, Qt.Key.Key_Left)
    assert panel.table.currentIndex().row() == 0
    press(qtbot, panel, 0, Qt.Key.Key_Left)
    assert panel.model.rowCount() == 3


def test_a_click_on_the_arrow_unfolds(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    spot = panel.table.visualRect(panel.model.index(0, 0)).topLeft() + QPoint(8, 14)
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 5)


def test_delete_cancels_a_batch_by_its_id_and_an_item_by_its_key(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    with qtbot.waitSignal(panel.cancel_requested) as batch:
        press(qtbot, panel, 0, Qt.Key.Key_Delete)
    assert batch.args == [(), ((SERVER, "c"),)]
    press(qtbot, panel, 0, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.cancel_requested) as items:
        press(qtbot, panel, 2, Qt.Key.Key_Backspace)
    assert items.args == [(job_key(4),), ()]


def test_nothing_is_canceled_of_what_has_ended(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    with qtbot.assertNotEmitted(panel.cancel_requested):
        press(qtbot, panel, 2, Qt.Key.Key_Delete)


def test_enter_opens_the_result(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    with qtbot.waitSignal(panel.open_requested) as asked:
        press(qtbot, panel, 2, Qt.Key.Key_Return)
    row: QueueRow = asked.args[0]
    assert row.outputs == (a_picture("1"),)


def test_ctrl_and_a_digit_choose_a_chip(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    panel.activateWindow()
    panel.table.setFocus()
    qtbot.waitUntil(panel.table.hasFocus)
    qtbot.keyClick(panel.table, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert panel.model.status is Status.FAILED
    assert panel.model.rowCount() == 1


def test_chips_count_as_the_server_does(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    session_of(panel).apply(CountsChanged(QueueCounts(pending=1234, waiting=1, failed=3)))
    names = [chip.accessibleName() for chip in panel.chips._chips.values()]
    assert names == ["All 1,238", "Running 0", "Pending 1,235", "Failed 3", "Done 0"]


def test_an_empty_queue_says_what_to_do_next(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    assert panel._panel.state is PanelState.EMPTY
    session_of(panel).apply(JobsAdded((a_job(9),)))
    assert panel._panel.state is PanelState.CONTENT


def test_a_filter_that_hides_all_offers_to_clear_it(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    panel.filter.setText("no such thing")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    assert "filter" in panel._panel.message_text
    panel.clear_filter()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)


def test_a_word_of_the_filter_that_is_not_understood_is_named(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    usual = panel.filter.toolTip()
    for text, sentence in (
        ("run>abc", "“run>abc” is not understood: “abc” is no number or time."),
        ("foo:bar", "“foo:bar” is not understood: no column or input is called “foo”."),
        ("user>ann", "“user>ann” is not understood: “user” cannot be compared with < and >."),
    ):
        panel.filter.setText(text)
        qtbot.waitUntil(lambda sentence=sentence: panel._panel.message_text == sentence)
        assert panel.filter.toolTip() == f"{sentence}\n\n{usual}"
    panel.clear_filter()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    assert panel.filter.toolTip() == usual


def test_a_lost_connection_keeps_the_rows_and_says_how_old_they_are(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    panel.show_links([Link("lab", LinkState.LOST, 1_000_000.0)])
    assert panel._panel.state is PanelState.STALE
    assert panel.model.rowCount() == 3
    panel.show_links([Link("lab", LinkState.LIVE)])
    assert panel._panel.state is PanelState.CONTENT


def test_selection_and_place_survive_a_reset(qtbot: QtBot) -> None:
    many = [a_job(n, S.COMPLETED, batch_id=BatchId(f"b{n}"), title="T") for n in range(1, 201)]
    panel = a_panel(qtbot, *many)
    panel.table.setCurrentIndex(panel.model.index(100, 0))
    panel.table.verticalScrollBar().setValue(95)
    before = panel.model.row_id(100)
    panel.model.rebuild()
    assert panel.model.row_id(panel.table.currentIndex().row()) == before
    assert [row.row_id for row in panel.selected_rows()] == [before]
    assert panel.table.verticalScrollBar().value() == 95


def test_ids_and_errors_can_be_copied(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *jobs())
    panel.table.selectRow(1)
    panel.actions_.actions["queue.copy_error"].trigger()
    assert QGuiApplication.clipboard().text() == "no memory"
    panel.actions_.actions["queue.copy_id"].trigger()
    assert QGuiApplication.clipboard().text() == "2"


def test_thumbnails_in_view_are_asked_for_and_painted(qtbot: QtBot) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    asked: list[MediaRef] = []

    def thumbnail(ref: MediaRef) -> QImage:
        asked.append(ref)
        return picture

    session = Session()
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs()}).snapshot())
    panel = QueuePanel(thumbnail)
    panel.resize(1100, 300)
    qtbot.addWidget(panel)
    panel.add_session(session)
    with qtbot.waitSignal(panel.thumbnails_shown) as shown:
        panel.show()
    assert shown.args == [(a_picture("1"),)]
    place = panel.table.visualRect(panel.model.index(2, 0))
    image = panel.table.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    spot = QPoint(round((place.left() + 32) * ratio), round(place.center().y() * ratio))
    assert image.pixelColor(spot) == QColor("#ff0000")
    assert asked


@pytest.mark.parametrize("state", list(JobState))
def test_every_state_has_a_word_an_icon_and_is_painted(qtbot: QtBot, state: JobState) -> None:
    panel = a_panel(qtbot, a_job(1, state, title="Tiger", private=state is S.WAITING))
    assert cell(panel, 0, Column.STATUS)
    assert not panel.grab().isNull()


def test_the_end_of_a_pending_item_is_told_as_an_estimate(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_job(1, title="Owl"))
    session = session_of(panel)
    session.progress.durations.record("Owl", {"": 60.0})
    panel.model.refresh_times(0, 0)
    row = panel.model.row(0)
    assert row is not None
    assert row.done_is_estimate
    assert texts.done(row).startswith("≈ ")
    session.apply(JobChanged(JobUpdate(job_key(1), S.COMPLETED, ended_at=1_000_000.0)))
    assert not cell(panel, 0, Column.DONE).startswith("≈")
