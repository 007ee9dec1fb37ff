"""The window of a sheet: moving, marking, laying out, and running winners again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import BatchId, JobError, JobState
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sheets import SheetAxis
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.stores.sheet_book import KeptPart, KeptSheet, SheetBook
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.sheets.again_dialog import AgainDialog
from ivk_desktop.ui.sheets.window import SheetWindow
from tests.fakes import SERVER, a_job, a_picture
from tests.stores.test_form_sweeps import opened

S = JobState
BATCH = BatchId("batch")
STEPS = SheetAxis("Steps", ("10", "20", "30"), (FieldId("steps"),), ((10,), (20,), (30,)))
CFG = SheetAxis("CFG", ("4", "6"), (FieldId("cfg"),), ((4,), (6,)))
RUNS = SheetAxis("", ("1", "2"))


@pytest.fixture
def workers(qapp: object) -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def book(qapp: object, tmp_path: Path, run: Any) -> Iterator[SheetBook]:
    database = Database(tmp_path / "data.sqlite")
    yield SheetBook(database, History(database, Tasks()))
    run(database.close())


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def a_window(
    parent: QWidget, book: SheetBook, workers: Workers, *axes: SheetAxis, jobs: Any = ()
) -> SheetWindow:
    total = 1
    for axis in axes:
        total *= len(axis)
    ids = tuple(a_job(n).key.job_id for n in range(1, total + 1))
    kept = KeptSheet(SERVER, BATCH, "Portrait", axes, (KeptPart(BATCH, 0, ids),))
    pictures = HistoryPictures(Servers(), ThumbnailCache(Path("/nowhere")), workers)
    window = SheetWindow(Sheet(kept, book, jobs), pictures, parent)
    pictures.setParent(window)
    window.sheet.setParent(window)
    window.show()
    return window


def press(window: SheetWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.view, key)


def test_arrows_move_and_w_or_space_mark_winners(
    parent: QWidget, book: SheetBook, workers: Workers
) -> None:
    window = a_window(parent, book, workers, CFG, STEPS)
    assert not window.again.isEnabled()
    press(window, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_W)
    press(window, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert window.sheet.winners == (0, 4)
    assert window.again.isEnabled()
    press(window, Qt.Key.Key_W)
    assert window.sheet.winners == (4,)


def test_enter_opens_and_the_foot_says_what_stands_there(
    parent: QWidget, book: SheetBook, workers: Workers
) -> None:
    error = JobError("OOM", "CUDA out of\nmemory")
    jobs = (
        a_job(1, S.COMPLETED, outputs=(a_picture("a.png"),)),
        a_job(2, S.FAILED, error=error),
    )
    window = a_window(parent, book, workers, CFG, STEPS, jobs=jobs)
    asked: list[int] = []
    window.opened.connect(asked.append)
    press(window, Qt.Key.Key_Return)
    assert asked == [0]
    assert window.view.ref(0) == a_picture("a.png")
    press(window, Qt.Key.Key_Right)
    assert window._here.whole_text() == "CFG 4, Steps 20 · CUDA out of memory"
    assert window._counts.text() == "1 of 6 done, 1 failed"


def test_of_items_with_several_pictures_one_is_chosen(
    parent: QWidget, book: SheetBook, workers: Workers
) -> None:
    two = (a_picture("a.png"), a_picture("b.png"))
    jobs = (
        a_job(1, S.COMPLETED, outputs=two),
        a_job(2, S.COMPLETED, outputs=(a_picture("c.png"),)),
    )
    window = a_window(parent, book, workers, CFG, STEPS, jobs=jobs)
    assert window.bar.outputs.count() == 2
    window.bar.outputs.setCurrentIndex(1)
    window.bar.outputs.activated.emit(1)
    assert window.view.ref(0) == a_picture("b.png")
    assert window.view.ref(1) == a_picture("c.png"), "the last one of fewer"
    assert window.page().refs[0, 0] == a_picture("b.png")


def test_axes_change_places_and_the_ring_stays_on_its_cell(
    parent: QWidget, book: SheetBook, workers: Workers
) -> None:
    window = a_window(parent, book, workers, CFG, STEPS)
    press(window, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert window.view.current == 4
    window.bar.along.setCurrentIndex(window.bar.along.findData(0))
    window.bar.along.activated.emit(0)
    assert (window.bar.view.x, window.bar.view.y) == (0, 1)
    assert (window.grid.columns, window.grid.rows) == (2, 3)
    assert window.view.current == 4


def test_a_third_axis_is_a_choice_of_pages(
    parent: QWidget, book: SheetBook, workers: Workers
) -> None:
    window = a_window(parent, book, workers, CFG, RUNS, STEPS)
    pages = window.bar.pages
    assert [pages[n].isVisible() for n in (0, 1, 2)] == [True, False, False]
    window.go_to(11)
    assert pages[0].currentText() == "6"
    assert window.view.current == 11
    assert window.bar.down.currentText() == "Run"
    page = window.page()
    assert page.title == "Portrait, CFG 6"
    assert (page.columns, page.rows) == (("10", "20", "30"), ("1", "2"))


def test_ten_thousand_cells_paint_only_what_is_in_view(
    parent: QWidget, book: SheetBook, workers: Workers
) -> None:
    long = [
        SheetAxis(name, tuple(map(str, range(100))), (FieldId(name),), ((0,),) * 100)
        for name in "xy"
    ]
    window = a_window(parent, book, workers, *long)
    columns, rows = window.view.visible()
    assert 0 < len(columns) * len(rows) < 400
    press(window, Qt.Key.Key_End)
    QTest.keyClick(window.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert window.view.current == 9999
    columns, rows = window.view.visible()
    assert 99 in columns
    assert 99 in rows
    assert len(window.view.findChildren(QWidget)) < 20, "never a widget a cell"


def again(parent: QWidget, winners: tuple[int, ...]) -> tuple[AgainDialog, list[Any]]:
    dialog = AgainDialog(opened(), (CFG,), winners, FormContext(SERVER), parent)
    asked: list[Any] = []
    dialog.asked.connect(lambda plan, submits: asked.append((plan, submits)))
    dialog.show()
    return dialog, asked


def test_winners_run_again_with_another_seed_counted_before(parent: QWidget) -> None:
    dialog, asked = again(parent, (0, 1))
    assert dialog.spec.is_seed, "what did not vary and is a seed comes first"
    assert not dialog.invoke.isEnabled()
    assert dialog.invoke.text() == "Invoke"
    dialog.page().restore({"text": "7, 8, x"})
    assert not dialog.invoke.isEnabled()
    assert "not a number" in dialog.preview.text()
    dialog.page().restore({"text": "7, 8"})
    assert dialog.invoke.text() == "Invoke 4 items"
    assert dialog.preview.text() == "2 winners, 2 values: 4 items"
    dialog.invoke.click()
    dialog.invoke.click()
    ((plan, submits),) = asked
    assert submits
    assert [sweep.values for sweep in plan.sweeps.items] == [(4, 6), (7, 8)]


def test_judging_leaves_the_form_as_it_was(parent: QWidget) -> None:
    dialog, asked = again(parent, (1,))
    workflow = dialog._workflow
    before = dict(workflow.form.values)
    dialog.shuffle.click()
    assert dialog._plan is not None
    assert dialog._plan.values.keys() == {"cfg", "seed"}
    assert workflow.form.values == before
    dialog.open_form.click()
    assert [submits for _, submits in asked] == [False]
