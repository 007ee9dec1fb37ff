"""How the queue is shown: columns, sorting, groups, filters, and the place that is kept."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import BatchId, JobId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.updates import JobChanged, JobsAdded, QueueSnapshot
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_filter import SavedFilter
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.stores.queue_sort import Sorting
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.queue.columns_dialog import ColumnsDialog
from ivk_desktop.ui.queue.line_dialog import LineDialog
from ivk_desktop.ui.queue.panel import QueuePanel
from tests.fakes import a_job, job_key
from tests.stores.queue_help import Session
from tests.ui.test_queue_panel import a_panel, cell, session_of

S = JobState


def done(number: int, **fields: Any) -> Any:
    fields.setdefault("batch_id", BatchId(f"b{number}"))
    fields.setdefault("title", f"T{number}")
    return a_job(number, S.COMPLETED, **fields)


def ids(panel: QueuePanel) -> list[str]:
    rows = (panel.model.row(number) for number in range(panel.model.rowCount()))
    return [row.item_id or row.title for row in rows if row]


def head(panel: QueuePanel, column: Column) -> str:
    return str(panel.model.headerData(column, Qt.Orientation.Horizontal))


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text().replace("&", ""): action for action in menu.actions()}


# --- columns -----------------------------------------------------------------------------
def test_every_column_has_a_title_and_a_text_for_every_row(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1, user="ann", started_at=1_000_002.0, ended_at=1_000_012.0))
    assert len(texts.column_titles()) == len(Column)
    said = {column: cell(panel, 0, column) for column in Column}
    assert said[Column.ID] == "1"
    assert said[Column.WORKFLOW] == "T1"
    assert said[Column.USER] == "ann"
    assert (said[Column.RUN_TIME], said[Column.WAIT_TIME]) == ("0:10", "0:01")
    for column in Column:
        panel.table.header.set_shown(column, True)
    assert not panel.grab().isNull()


def test_columns_shown_moved_and_resized_by_hand_are_remembered(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    header = panel.table.header
    header.set_shown(Column.ID, True)
    header.set_shown(Column.SERVER, False)
    header.put(Column.ID, 0)
    header.resizeSection(Column.STATUS, 150)
    panel.model.set_sorting(Sorting(Column.DONE, descending=True))
    panel.model.set_group_by(GroupBy.USER)
    other = a_panel(qtbot, done(1))
    other.restore_layout(panel.layout_blob())
    found = other.table.header
    assert found.order()[0] is Column.ID
    assert not found.isSectionHidden(Column.ID)
    assert found.isSectionHidden(Column.SERVER)
    assert found.sectionSize(Column.STATUS) == 150
    assert other.model.sorting == Sorting(Column.DONE, descending=True)
    assert other.model.group_by is GroupBy.USER
    other.restore_layout(b"")
    assert found.order() == list(Column)
    assert other.model.sorting is None


@pytest.mark.parametrize(
    "blob",
    [b"no json", b"[]", b'{"order": 3, "widths": {"STATUS": "x", "NEW": 4}, "sort": ["NEW", 1]}'],
)
def test_a_broken_layout_is_the_usual_one(qtbot: QtBot, blob: bytes) -> None:
    panel = a_panel(qtbot, done(1))
    panel.restore_layout(blob)
    assert panel.table.header.order() == list(Column)
    assert panel.model.group_by is GroupBy.BATCH


def test_a_reset_of_the_rows_leaves_the_columns_alone(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    panel.table.header.set_shown(Column.ID, True)
    panel.model.rebuild()
    assert not panel.table.isColumnHidden(Column.ID)


def test_the_run_time_gives_way_in_a_narrow_window_unless_it_was_asked_for(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1), size=(700, 300))
    assert panel.table.isColumnHidden(Column.RUN_TIME)
    panel.table.header.set_shown(Column.RUN_TIME, True)
    panel.resize(720, 300)
    assert not panel.table.isColumnHidden(Column.RUN_TIME)


def test_users_are_shown_as_soon_as_there_are_several(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    assert panel.table.isColumnHidden(Column.USER)
    session_of(panel).apply(JobsAdded((a_job(2, user="ann"),)))
    assert not panel.table.isColumnHidden(Column.USER)


def test_the_item_takes_the_room_and_many_columns_scroll_sideways(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    header = panel.table.header
    assert header.length() == panel.table.viewport().width()
    for column in Column:
        header.set_shown(column, True)
    assert header.sectionSize(Column.ITEM) == 240
    qtbot.waitUntil(lambda: panel.table.horizontalScrollBar().maximum() > 0)


def test_the_dialog_shows_hides_and_moves_columns(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    panel.menus.open_columns()
    dialog = panel.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    dialog.list.setCurrentRow(int(Column.ID))
    item = dialog.list.currentItem()
    assert item is not None
    item.setCheckState(Qt.CheckState.Checked)
    assert not panel.table.isColumnHidden(Column.ID)
    dialog.up.click()
    assert panel.table.header.order()[Column.ID - 1] is Column.ID
    dialog.reset.click()
    assert panel.table.isColumnHidden(Column.ID)
    assert panel.table.header.order() == list(Column)
    dialog.close()


# --- sorting and groups ------------------------------------------------------------------
def test_a_head_sorts_up_then_down_then_not_at_all(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1, title="b"), done(2, title="a"), done(3, title="c"))
    before, at = ids(panel), panel.table.header.sectionViewportPosition(Column.ITEM)
    spot = QPoint(at + 40, 8)

    def click() -> list[str]:
        viewport = panel.table.header.viewport()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
        return ids(panel)

    assert click() == ["2", "1", "3"]
    assert head(panel, Column.ITEM) == "Item ↑"
    assert click() == ["3", "1", "2"]
    assert head(panel, Column.ITEM) == "Item ↓"
    assert click() == before
    assert head(panel, Column.ITEM) == "Item"


def test_the_menu_groups_sorts_and_says_what_is_chosen(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1, user="ann"), done(2, user="bob"))
    groups = entries(panel.menus._menu(panel.menus._add_groups))
    assert groups["Batches"].isChecked()
    groups["Users"].trigger()
    assert panel.model.group_by is GroupBy.USER
    assert panel._groups.text() == "Users"
    assert cell(panel, 0, Column.ITEM).startswith(("ann", "bob"))
    sorts = entries(panel.menus._menu(panel.menus._add_sorts))
    assert sorts["Run order"].isChecked()
    assert not sorts["Descending"].isEnabled()
    sorts["Item"].trigger()
    entries(panel.menus._menu(panel.menus._add_sorts))["Descending"].trigger()
    assert panel.model.sorting == Sorting(Column.ITEM, descending=True)


def test_a_columns_menu_sorts_hides_and_moves_it(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    menu = panel.menus._menu(lambda menu: panel.menus._add_column(Column.DONE, menu))
    found = entries(menu)
    found["Sort descending"].trigger()
    assert panel.model.sorting == Sorting(Column.DONE, descending=True)
    found["Move left"].trigger()
    order = panel.table.header.order()
    assert order.index(Column.DONE) == order.index(Column.RUN_TIME) - 1
    found["Hide"].trigger()
    assert panel.table.isColumnHidden(Column.DONE)
    items = panel.menus._menu(lambda menu: panel.menus._add_column(Column.ITEM, menu))
    assert not entries(items)["Hide"].isEnabled()


def test_the_action_of_the_menu_bar_follows_the_grouping(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1))
    told: list[bool] = []
    panel.grouped_changed.connect(told.append)
    panel.set_grouped(False)
    assert panel.model.group_by is GroupBy.NONE
    panel.model.set_group_by(GroupBy.USER)
    panel.set_grouped(False)  # as the action does that is unchecked now
    assert panel.model.group_by is GroupBy.USER
    panel.set_grouped(True)
    assert panel.model.group_by is GroupBy.BATCH
    assert told == [False, False, True]


# --- filters -----------------------------------------------------------------------------
def test_a_columns_filter_is_asked_for_and_stands_in_the_field(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1, user="ann"), done(2, user="bob"))
    panel.ask_filter(Column.USER)
    dialog = panel.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.line.setText("ann")
    dialog.accept()
    assert panel.filter.text() == "user:ann"
    assert ids(panel) == ["1"]
    panel.ask_filter(Column.USER)
    again = panel.findChildren(LineDialog)[-1]
    assert again.line.text() == "ann"
    again.line.clear()
    again.accept()
    assert panel.filter.text() == ""
    assert len(ids(panel)) == 2


def test_a_filter_is_saved_under_a_name_chosen_and_deleted(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1), a_job(2, S.FAILED, title="T2", batch_id=BatchId("x")))
    saved = panel.saved_filters
    assert not entries(saved.menu_now())["Save this filter…"].isEnabled()
    panel.filter.setText("T2")
    panel.choose(Status.FAILED)
    with qtbot.waitSignal(panel.filters_changed) as told:
        saved.save("Broken")
    assert told.args == [(SavedFilter("Broken", "T2", "FAILED"),)]
    panel.clear_filter()
    assert len(ids(panel)) == 2
    entries(saved.menu_now())["Broken"].trigger()
    assert (panel.model.status, panel.filter.text()) == (Status.FAILED, "T2")
    assert ids(panel) == ["2"]
    assert entries(saved.menu_now())["Broken"].isChecked()
    saved.save("broken")
    assert [one.name for one in saved.filters] == ["broken"]
    saved.remove("broken")
    assert saved.filters == ()


def test_words_of_the_window_are_understood_by_the_filter(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, done(1, device="cuda:1"), done(2, device="cpu"))
    panel.model.set_filter(Status.ALL, 'device:"gpu 1"')
    assert ids(panel) == ["1"]


# --- loading, and what stays -------------------------------------------------------------
def half_read(qtbot: QtBot, count: int = 300) -> QueuePanel:
    session = Session()
    listed = tuple(JobId(str(n)) for n in range(count, 0, -1))
    newest = tuple(done(n) for n in range(count, count - 50, -1))
    session.apply(QueueSnapshot(listed, newest, QueueCounts(completed=count)))
    panel = QueuePanel(lambda ref: None)
    session.setParent(panel)
    panel.resize(1300, 300)
    qtbot.addWidget(panel)
    panel.add_session(session)
    panel.show()
    return panel


def test_the_head_says_how_much_is_loaded_until_all_is(qtbot: QtBot) -> None:
    panel = half_read(qtbot)
    assert panel._loaded.text() == "50 of 300 loaded"
    assert panel._loaded.isVisible()
    panel.setMinimumWidth(1)  # as the window does, which says itself how small it may be
    panel.resize(690, 300)
    qtbot.waitUntil(lambda: panel._loaded.text() == "16 % loaded")
    assert not panel._title.isVisible()
    queue = session_of(panel).queue
    rest = [JobId(str(n)) for n in range(250, 0, -1)]
    queue.take_records(rest, [done(int(n)) for n in rest])
    session_of(panel).settle()
    assert not panel._loaded.isVisible()


def test_rows_that_come_above_do_not_move_what_is_looked_at(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *(done(n) for n in range(1, 200)))
    bar = panel.table.verticalScrollBar()
    bar.setValue(40)
    seen = panel.model.row_id(panel.table.rowAt(0))
    session_of(panel).apply(JobsAdded(tuple(done(n) for n in range(200, 203))))
    session_of(panel).settle()
    assert panel.model.row_id(panel.table.rowAt(0)) == seen
    assert bar.value() == 43
    bar.setValue(0)
    session_of(panel).apply(JobsAdded((done(203),)))
    session_of(panel).settle()
    assert bar.value() == 0, "at the top the newest is looked at"


def test_a_selection_of_thousands_survives_another_order(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *(done(n) for n in range(1, 3001)))
    panel.table.selectAll()
    panel.model.set_sorting(Sorting(Column.ID))
    assert len(panel.selected_rows()) == 3000
    panel.model.set_filter(Status.ALL, "id<11")
    assert len(panel.selected_rows()) == 10


def test_a_selected_item_moves_with_its_selection(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *(a_job(n, batch_id=BatchId(f"b{n}")) for n in (1, 2, 3)))
    panel.table.selectRow(1)
    session_of(panel).apply(JobChanged(JobUpdate(job_key(2), S.RUNNING, sequence=1)))
    session_of(panel).settle()
    assert [row.item_id for row in panel.selected_rows()] == ["2"]
    assert panel.table.currentIndex().row() == 0


def test_an_item_that_the_server_cannot_read_says_so(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_job(1, S.UNKNOWN, native_state="unreadable", batch_id=None))
    assert cell(panel, 0, Column.ITEM) == "Item 1  The server cannot read this item"


def test_private_items_tell_nothing_but_their_state(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_job(1, private=True, batch_id=None))
    assert cell(panel, 0, Column.ITEM) == "Private item"
    assert cell(panel, 0, Column.USER) == "Private"
    panel.model.set_group_by(GroupBy.USER)
    assert cell(panel, 0, Column.ITEM) == "Other users  1 item"
