"""The error centre: failures with their hints, kept until they are dismissed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import JobError, JobState
from ivk_desktop.stores.failures import Failures
from ivk_desktop.ui.errors.window import ErrorCentre, ServerView
from tests.fakes import a_job, job_key

OOM = JobError("OutOfMemoryError", "CUDA out of memory", "Traceback (most recent call last)")


class Server:
    name = "lab"
    takes_retries = True
    is_there = True


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def centre(qtbot: QtBot, server: Server) -> ErrorCentre:
    view = ServerView(
        lambda _: server.name, lambda _: server.takes_retries, lambda _: server.is_there
    )
    failures = Failures()
    centre = ErrorCentre(failures, view)
    failures.setParent(centre)
    qtbot.addWidget(centre)
    return centre


def fail(centre: ErrorCentre, *numbers: int, error: JobError = OOM, **fields: Any) -> None:
    jobs = [
        a_job(n, JobState.FAILED, error=error, title="Owl", ended_at=2e6 + n, **fields)
        for n in numbers
    ]
    centre._failures.add_all(jobs)
    centre._failures._flush.now()


def test_without_failures_it_says_so(centre: ErrorCentre) -> None:
    centre.show()
    assert centre._panel.message_text == "Nothing has failed."


def test_a_fold_shows_what_happened_what_helps_and_how_often(centre: ErrorCentre) -> None:
    fail(centre, 1, 2, 3)
    centre.show()
    detail = centre.detail
    assert detail._message.text() == "CUDA out of memory"
    assert detail._hint.text().startswith("The device ran out of memory.")
    assert detail._facts.text().startswith("3 items  ·  Owl  ·  lab")
    assert detail.retry.text() == "Retry 3 items"
    assert detail.traceback.isHidden()
    detail.more.click()
    assert detail.traceback.toPlainText() == OOM.traceback
    assert not detail.traceback.isHidden()


def test_an_unknown_error_has_no_hint(centre: ErrorCentre) -> None:
    fail(centre, 1, error=JobError("ValueError", "The scheduler is in a bad mood"))
    centre.show()
    assert centre.detail._hint_box.isHidden()
    assert centre.detail.more.isHidden()


def test_retry_asks_once_for_all_items(centre: ErrorCentre, qtbot: QtBot) -> None:
    fail(centre, 1, 2)
    centre.show()
    with qtbot.waitSignal(centre.retry_requested) as asked:
        centre.detail.retry.click()
    assert asked.args == [(job_key(1), job_key(2))]
    centre._failures._flush.now()
    assert not centre.detail.retry.isEnabled()
    assert centre.detail._retried.text().startswith("Run again.")
    fail(centre, 3)  # failed again: it alone is offered
    assert centre.detail.retry.isEnabled()
    assert centre._failures.folds[0].retryable == (job_key(3),)


def test_a_server_that_is_not_there_takes_no_retry(centre: ErrorCentre, server: Server) -> None:
    server.takes_retries = server.is_there = False
    fail(centre, 1)
    centre.show()
    assert not centre.detail.retry.isEnabled()
    assert not centre.detail.show_items.isEnabled()


def test_the_newest_item_is_shown_in_the_queue(centre: ErrorCentre, qtbot: QtBot) -> None:
    fail(centre, 1, 3, 2)
    centre.show()
    with qtbot.waitSignal(centre.show_requested) as asked:
        centre.detail.show_items.click()
    assert asked.args == [job_key(3)]


def test_all_of_it_can_be_copied(centre: ErrorCentre) -> None:
    fail(centre, 1, 2)
    centre.show()
    centre.detail.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("OutOfMemoryError: CUDA out of memory")
    assert "Items: 1, 2" in text
    assert text.endswith(OOM.traceback)


def test_dismissing_goes_on_to_the_next_by_keyboard(centre: ErrorCentre, qtbot: QtBot) -> None:
    fail(centre, 1)
    fail(centre, 2, error=JobError("OSError", "disk full"))
    centre.show()
    assert [fold.error.type for fold in centre.list.folds.folds] == ["OSError", OOM.type]
    qtbot.keyClick(centre.list, Qt.Key.Key_Delete)
    centre._failures._flush.now()
    current = centre.list.current()
    assert current is not None
    assert current.error == OOM
    qtbot.keyClick(centre.list, Qt.Key.Key_Delete)
    centre._failures._flush.now()
    assert centre._failures.count == 0
    assert centre._panel.message_text == "Nothing has failed."


def test_opening_it_counts_as_looking(centre: ErrorCentre) -> None:
    fail(centre, 1)
    assert centre._failures.unseen_count == 1
    centre.show()
    assert centre._failures.unseen_count == 0
    assert centre._failures.count == 1


def test_the_cursor_stays_on_its_failure_while_others_come(centre: ErrorCentre) -> None:
    fail(centre, 1)
    centre.show()
    fail(centre, 9, error=JobError("OSError", "disk full"))
    current = centre.list.current()
    assert current is not None
    assert current.error == OOM


def test_thousands_of_failures_at_once_are_a_few_rows(centre: ErrorCentre) -> None:
    centre.show()
    fail(centre, *range(1, 5001))
    assert centre.list.folds.rowCount() == 1
    assert centre.detail.retry.text() == "Retry 5,000 items"
    fail(centre, 6000, error=JobError("E", "x" * 4000, "line\n" * 4000))
    assert centre.list.folds.rowCount() == 2
