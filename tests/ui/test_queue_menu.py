"""The queue's menu, its question, its offer to undo, and its words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import BatchId, JobError, JobId, JobState
from ivk_desktop.domain.outcomes import Done, Outcome
from ivk_desktop.stores.job_actions import Undoable
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.ui.action_table import SPECS
from ivk_desktop.ui.actions import shortcuts
from ivk_desktop.ui.queue import questions
from ivk_desktop.ui.queue.actions import Verb
from ivk_desktop.ui.queue.outcomes import outcome_text
from ivk_desktop.ui.queue.panel import QueuePanel
from ivk_desktop.ui.queue.questions import Reach
from ivk_desktop.ui.queue.reorder import QueueReorder
from ivk_desktop.ui.queue.undo_offer import UndoOffer
from ivk_desktop.ui.status_bar import StatusBar
from tests.fakes import SERVER, a_job, job_key
from tests.ui.test_queue_panel import a_panel

S = JobState


def batch(name: str, *states: JobState, first: int = 1, **fields: Any) -> list[Any]:
    return [
        a_job(first + n, state, batch_id=BatchId(name), **fields) for n, state in enumerate(states)
    ]


def action(panel: QueuePanel, name: str) -> QAction:
    return panel.actions_.actions[f"queue.{name}"]


def enabled(panel: QueuePanel) -> set[str]:
    return {n.split(".")[1] for n, a in panel.actions_.actions.items() if a.isEnabled()}


def asked(qtbot: QtBot, panel: QueuePanel, name: str) -> Any:
    with qtbot.waitSignal(panel.actions_.asked) as signal:
        action(panel, name).trigger()
    return signal.args


def test_the_menu_counts_what_each_action_reaches(qtbot: QtBot) -> None:
    jobs = batch("a", S.FAILED, S.FAILED, S.COMPLETED, S.PENDING)
    panel = a_panel(qtbot, *jobs)
    panel.table.selectRow(0)
    assert action(panel, "cancel").text() == "Cancel item"
    assert action(panel, "delete").text() == "Delete 4 items"
    assert action(panel, "retry").text() == "Retry 2 items"
    assert action(panel, "run_again").text() == "Run 3 items again"
    assert asked(qtbot, panel, "retry") == [Verb.RETRY, (job_key(1), job_key(2))]
    assert asked(qtbot, panel, "run_again")[1] == (job_key(1), job_key(2), job_key(3))
    assert asked(qtbot, panel, "run_next") == [Verb.RUN_NEXT, (job_key(4),)]


def test_a_batch_and_its_items_count_once(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, *batch("a", S.PENDING, S.PENDING, S.PENDING))
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(0, 0))
    qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    panel.table.selectAll()
    assert action(panel, "cancel").text() == "Cancel 3 items"
    assert asked(qtbot, panel, "run_last")[1] == (job_key(1), job_key(2), job_key(3))


COMMON = ("delete", "copy_id", "copy_graph")


@pytest.mark.parametrize(
    ("job", "wanted"),
    [
        (
            a_job(1, S.RUNNING),
            {"clone", "skip", "cancel", "cancel_batch", "delete", "copy_id", "copy_graph"},
        ),
        (
            a_job(1, S.FAILED, error=JobError("E", "boom")),
            {"clone", "retry", "run_again", "delete", "copy_id", "copy_error", "copy_graph"},
        ),
        (a_job(1, S.CANCELED), {"clone", "retry", "run_again", "delete", "copy_id", "copy_graph"}),
        (a_job(1, S.DETACHED), {"clone", "find_again", "run_again", *COMMON}),
        (a_job(1, S.COMPLETED), {"clone", "run_again", "delete", "copy_id", "copy_graph"}),
        (
            a_job(1, S.PENDING),
            {
                *("clone", "run_next", "run_last", "cancel"),
                *("cancel_batch", "delete", "copy_id", "copy_graph"),
            },
        ),
        (a_job(1, S.PENDING, private=True, batch_id=None), {"copy_id"}),
    ],
)
def test_only_what_would_do_something_is_offered(qtbot: QtBot, job: Any, wanted: set[str]) -> None:
    panel = a_panel(qtbot, job)
    panel.table.selectRow(0)
    assert enabled(panel) == {*wanted, "details"}


def test_what_others_have_queued_is_left_out_and_that_is_said(qtbot: QtBot) -> None:
    mine = a_job(1, S.PENDING, batch_id=BatchId("mine"))
    theirs = a_job(2, S.PENDING, private=True, batch_id=None)
    panel = a_panel(qtbot, mine, theirs)
    panel.table.selectAll()
    assert action(panel, "cancel").text() == "Cancel item"
    assert asked(qtbot, panel, "delete")[1] == (job_key(1),)
    assert action(panel, "delete").toolTip() == "Delete item"
    row = next(r for r in range(2) if panel.model.row(r).private)
    panel.table.clearSelection()
    panel.table.selectRow(row)
    assert not action(panel, "delete").isEnabled()
    assert "administrator" in action(panel, "delete").toolTip()


def test_keys_of_the_queue_are_none_of_the_window_s(qtbot: QtBot) -> None:
    panel = a_panel(qtbot)
    own = [k.toString() for a in panel.actions_.actions.values() for k in a.shortcuts()]
    assert len(own) == len(set(own)) > 5
    assert not set(own) & {key.toString() for spec in SPECS for key in shortcuts(spec)}


def test_ids_and_errors_of_several_are_copied(qtbot: QtBot) -> None:
    jobs = batch("a", S.FAILED, error=JobError("E", "boom"))
    jobs += batch("b", S.FAILED, first=2, error=JobError("E", "bang"))
    panel = a_panel(qtbot, *jobs)
    panel.table.selectAll()
    action(panel, "copy_id").trigger()
    assert QGuiApplication.clipboard().text() == "2\n1"
    action(panel, "copy_error").trigger()
    assert QGuiApplication.clipboard().text() == "bang\n\nboom"


# --- moving by keys ----------------------------------------------------------------------
def moves(panel: QueuePanel) -> tuple[QueueReorder, list[Any]]:
    reorder = QueueReorder(panel.table, panel.model, lambda *_: True)
    found: list[Any] = []
    reorder.place_requested.connect(lambda *args: found.append(args))
    return reorder, found


def test_a_row_is_moved_past_the_next_one_whole(qtbot: QtBot) -> None:
    jobs = batch("a", S.PENDING) + batch("b", S.PENDING, S.PENDING, first=2)
    jobs += batch("c", S.PENDING, first=4) + batch("d", S.COMPLETED, first=5)
    panel = a_panel(qtbot, *jobs)
    reorder, found = moves(panel)
    row_id = panel.model.row_id(1)
    assert row_id is not None
    panel.model.set_folded(row_id, False)
    panel.table.selectRow(0)
    reorder.move_down()
    assert found.pop() == (SERVER, ("1",), JobId("4"))
    panel.table.selectRow(4)
    reorder.move_up()
    assert found.pop() == (SERVER, ("4",), JobId("2"))
    reorder.move_down()  # what has ended does not wait
    assert found == []
    panel.table.selectRow(1)
    reorder.move_down()
    assert found.pop() == (SERVER, ("2", "3"), None)
    panel.table.selectRow(3)
    reorder.move_up()
    assert found.pop() == (SERVER, ("3",), JobId("2"))


def test_what_runs_or_has_ended_is_not_moved(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_job(1, S.RUNNING, batch_id=None), a_job(2, S.PENDING, batch_id=None))
    reorder, found = moves(panel)
    panel.table.selectRow(0)
    reorder.move_down()
    panel.table.selectRow(1)
    reorder.move_up()
    assert found == []


# --- the question ------------------------------------------------------------------------
def test_the_question_names_the_counts_and_its_default_keeps(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[int] = []
    box = questions.ask_delete(window, Reach(1, 2, 3), lambda: done.append(1))
    assert box.text() == "Delete 6 items from the queue?"
    lines = box.informativeText().splitlines()
    assert [line.split(".")[0] for line in lines] == [
        "Running: 1 item",
        "Pending: 2 items",
        "Ended: 3 items",
    ]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert done == []
    box = questions.ask_cancel(window, Reach(1, 2), lambda: done.append(2))
    next(one for one in box.buttons() if one is not box.defaultButton()).click()
    assert done == [2]


@pytest.mark.parametrize(
    ("reach", "asks"),
    [
        (Reach(pending=9), False),
        (Reach(ended=9), False),
        (Reach(running=1), True),
        (Reach(pending=9, undoable=False), True),
        (Reach(ended=9, undoable=False), False),
    ],
)
def test_it_is_asked_only_where_work_would_be_lost(reach: Reach, asks: bool) -> None:
    assert reach.asks is asks


# --- the offer ---------------------------------------------------------------------------
def test_offers_join_and_keep_their_place_until_their_time_is_over(qtbot: QtBot) -> None:
    notices = Notices()
    bar = StatusBar(notices)
    qtbot.addWidget(bar)
    offer = UndoOffer(notices)
    undone: list[str] = []
    offer.offer("Canceled 2 items.", Undoable(2, lambda: undone.append("a")))
    offer.offer("Canceled 1 item.", Undoable(1, lambda: undone.append("b")))
    assert "3 items" in bar._action.text()
    notices.info("Tiger is done.")
    notices.post(notices.log[-1])
    assert bar.text() == "Canceled 1 item."
    bar._action.click()
    assert undone == ["a", "b"]
    assert bar.text() == "Tiger is done."
    assert bar._action.isHidden()
    offer.undo()
    assert undone == ["a", "b"], "once"


def test_an_error_shows_its_bell_beside_an_offer(qtbot: QtBot) -> None:
    notices = Notices()
    bar = StatusBar(notices)
    qtbot.addWidget(bar)
    offer = UndoOffer(notices)
    offer.offer("Canceled 2 items.", Undoable(2, lambda: None))
    before = bar._bell.icon().cacheKey()
    notices.post(type(notices.log[-1])(Level.ERROR, "Fox failed."))
    assert bar._bell.icon().cacheKey() != before
    assert bar.text() == "Canceled 2 items."
    offer.withdraw()
    assert bar.text() == "Fox failed."


# --- words -------------------------------------------------------------------------------
@pytest.mark.parametrize("done", list(Done))
def test_every_outcome_has_words_with_its_count(qapp: Any, done: Done) -> None:
    assert "1 item" in outcome_text(Outcome(done, 1))
    assert "1,234 items" in outcome_text(Outcome(done, 1234))


def test_an_outcome_says_new_ids_and_what_was_not_done(qapp: Any) -> None:
    one = Outcome(Done.MOVED_FIRST, 1, new_ids=(JobId("80"),))
    assert outcome_text(one, "lab") == "lab: 1 item will run next, with the new id 80."
    ids = tuple(JobId(str(n)) for n in (80, 81, 82))
    some = outcome_text(Outcome(Done.MOVED_LAST, 3, left=2, stopped=1, short=4, new_ids=ids))
    assert "with the new ids 80 to 82." in some
    assert "2 items left as they are." in some
    assert "just begun: 1 item." in some
    assert "4 items not taken." in some
