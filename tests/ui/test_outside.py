"""What goes on outside of the window, on a scripted desktop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.attention import BatchEnd
from ivk_desktop.domain.jobs import BatchId, JobError, JobState
from ivk_desktop.stores.failures import Failures
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.settings import Settings
from ivk_desktop.ui.outside.herald import Herald
from tests.fakes import SERVER, a_job, job_key
from tests.outside import fake_tools

END = BatchEnd(SERVER, BatchId("b"), job_key(1), "Owl", completed=30, failed=2)


class Told:
    """A herald with its scripted desktop and clocks."""

    def __init__(self, folder: Path, **prefs: Any) -> None:
        self.settings = Settings(folder / "settings.json")
        self.settings.update(**prefs)
        self.tools = fake_tools()
        self.notices = Notices()
        self.failures = Failures()
        self.at, self.minute = 1000.0, 12 * 60
        self.herald = Herald(
            Servers(),
            self.settings,
            self.notices,
            self.tools,
            minute=lambda: self.minute,
            clock=lambda: self.at,
            wall=lambda: self.at,
        )
        self.failures.failed.connect(self.herald.failed)

    def fail(self, number: int, message: str = "out of memory") -> None:
        error = JobError("E", message)
        self.failures.add(a_job(number, JobState.FAILED, error=error, title="Owl"), fresh=True)

    @property
    def titles(self) -> list[str]:
        return [note.title for note in self.tools.notifier.notes]


@pytest.fixture
def told(qapp: object, tmp_path: Path) -> Callable[..., Told]:
    return partial(Told, tmp_path)


def test_a_batch_is_one_notification_with_its_counts(told: Callable[..., Told]) -> None:
    desk = told()
    desk.herald.batch_ended(END)
    (note,) = desk.tools.notifier.notes
    assert (note.title, note.body, note.action) == ("Owl is done", "30 done, 2 failed", "Show")
    assert desk.tools.signs.alerts == 1
    assert desk.tools.signs.beeps == 0


def test_nothing_is_told_while_a_window_is_active(told: Callable[..., Told]) -> None:
    desk = told(sound=True)
    desk.tools.signs.active = True
    desk.herald.batch_ended(END)
    desk.fail(1)
    desk.herald.tell_done()
    assert desk.tools.notifier.notes == []
    assert desk.tools.signs.beeps == 0


def test_a_thousand_failures_are_one_notification(told: Callable[..., Told]) -> None:
    desk = told()
    for number in range(1000):
        desk.fail(number, f"out of memory at {number}")
    desk.fail(2000, "disk full")
    notes = desk.tools.notifier.notes
    assert [(note.title, note.is_error) for note in notes] == [("Owl failed", True)] * 2
    assert notes[0].tag != notes[1].tag


def test_quiet_hours_are_quiet(told: Callable[..., Told]) -> None:
    desk = told(quiet_hours=True, sound=True)
    desk.minute = 23 * 60
    desk.herald.batch_ended(END)
    desk.fail(1)
    assert (desk.titles, desk.tools.signs.beeps) == ([], 0)
    desk.minute = 8 * 60
    desk.herald.batch_ended(END)
    assert (desk.titles, desk.tools.signs.beeps) == (["Owl is done"], 1)


def test_each_kind_can_be_switched_off(told: Callable[..., Told]) -> None:
    desk = told(notify_batches=False, notify_errors=False)
    desk.herald.batch_ended(END)
    desk.fail(1)
    assert desk.titles == []
    desk.settings.update(sound=True)  # a sound alone
    desk.fail(2, "other")
    assert (desk.titles, desk.tools.signs.beeps) == ([], 1)


def test_a_click_leads_to_the_item(told: Callable[..., Told], qtbot: QtBot) -> None:
    desk = told()
    desk.herald.batch_ended(END)
    with qtbot.waitSignal(desk.herald.item_requested) as asked:
        desk.tools.notifier.clicked.emit(desk.tools.notifier.notes[0].tag)
    assert asked.args == [job_key(1), None]
    with qtbot.assertNotEmitted(desk.herald.item_requested):
        desk.tools.notifier.clicked.emit("another program's")


def test_who_comes_back_reads_one_line(told: Callable[..., Told], qtbot: QtBot) -> None:
    desk = told()
    for number in range(43):
        state = JobState.FAILED if number < 2 else JobState.COMPLETED
        desk.herald._job_ended(a_job(number, state))
    desk.at += 1200
    desk.tools.signs.active = True
    desk.herald.activity_changed()
    latest = desk.notices.latest
    assert latest is not None
    assert latest.text.startswith("41 finished, 2 failed since ")
    assert latest.action is not None
    with qtbot.waitSignal(desk.herald.review_requested):
        latest.action.run()
    desk.herald.activity_changed()
    assert len(desk.notices.log) == 1
