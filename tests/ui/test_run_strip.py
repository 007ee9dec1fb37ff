from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import CountsChanged, JobChanged
from ivk_desktop.ui import reading
from ivk_desktop.ui.run_strip import RunStrip
from tests.fakes import FakeBackend, a_job, job_key
from tests.stores.queue_help import Session

S = JobState


def a_strip(qtbot: QtBot, *jobs: Any, width: int = 1600) -> RunStrip:
    session = Session()
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot())
    strip = RunStrip()
    session.setParent(strip)
    strip.resize(width, 52)
    qtbot.addWidget(strip)
    strip.add_session(session)
    strip.show()
    return strip


def session_of(strip: RunStrip) -> Session:
    found = strip.findChild(Session)
    assert found is not None
    return found


def test_without_experience_the_end_is_not_known_yet(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1), a_job(2))
    assert strip.clock.texts() == ("Done: not known yet", "0 of 2 items")


def test_with_experience_it_says_the_time_of_day(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, *(a_job(n, title="Owl") for n in range(1, 39)))
    session = session_of(strip)
    session.progress.durations.record("Owl", {"": 60.0})
    strip.refresh()
    head, detail = strip.clock.texts()
    assert head.startswith("Done about ")
    assert detail == "38 min (±3), 0 of 38 items"


def test_it_counts_the_items_of_this_run_only(qtbot: QtBot) -> None:
    old = [a_job(n, S.COMPLETED, batch_id=None) for n in range(1, 30)]
    strip = a_strip(qtbot, *old, a_job(30), a_job(31))
    session = session_of(strip)
    session.apply(JobChanged(JobUpdate(job_key(30), S.COMPLETED, sequence=2)))
    assert strip.clock.texts()[1] == "1 of 2 items"


def test_a_pause_and_rest_are_told(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1))
    session = session_of(strip)
    session.apply(CountsChanged(QueueCounts(pending=26, paused=True)))
    assert strip.clock.texts()[0] == "Paused, 26 pending"
    assert strip._pause.text() == "Resume"
    with qtbot.waitSignal(strip.pause_requested) as asked:
        qtbot.mouseClick(strip._pause, Qt.MouseButton.LeftButton)
    assert asked.args == [False]
    session.apply(JobChanged(JobUpdate(job_key(1), S.RUNNING, sequence=2)))
    session.apply(JobChanged(JobUpdate(job_key(1), S.COMPLETED, sequence=3)))
    session.apply(CountsChanged(QueueCounts(completed=1)))
    assert strip.clock.texts()[0].startswith("Idle since ")
    assert not strip._cancel.isEnabled()


def test_failures_are_counted_until_there_are_none(qtbot: QtBot) -> None:
    strip = a_strip(qtbot)
    assert strip._failed.isHidden()
    strip.set_failed_count(3)
    assert strip._failed.text() == "3 failed"
    with qtbot.waitSignal(strip.failed_clicked):
        qtbot.mouseClick(strip._failed, Qt.MouseButton.LeftButton)
    strip.set_failed_count(0)
    assert strip._failed.isHidden()


def test_new_results_are_counted_until_there_are_none(qtbot: QtBot) -> None:
    strip = a_strip(qtbot)
    assert strip._new.isHidden()
    strip.set_new_count(1234)
    assert strip._new.text() == "1,234 new"


def test_the_server_chip_is_quiet_when_all_is_well(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1))
    session = session_of(strip)
    chip = strip.servers[session.server_id]
    assert chip.text() == "lab"
    session.link = LinkState.POLLING
    session.link_changed.emit()
    assert chip.text() == "lab polling"
    session.link, session.as_of = LinkState.LOST, 1_000_000.0
    session.link_changed.emit()
    assert "as of" in chip.text()
    assert strip.clock.texts()[0] == "Done: not known"
    with qtbot.waitSignal(strip.servers.menu_requested) as asked:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked.args[0] is session
    assert chip.isChecked()  # alone, it is never hidden


def test_the_find_field_leaves_a_narrow_window(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1), width=1280)
    assert strip.find_field.isHidden()
    strip.resize(1600, 52)
    assert strip.find_field.isVisible()
    with qtbot.waitSignal(strip.find_clicked):
        strip.find_field.click()


def test_a_strip_without_servers_says_so(qtbot: QtBot) -> None:
    strip = RunStrip()
    qtbot.addWidget(strip)
    assert strip.clock.texts()[0] == "No server"
    session = Session()
    strip.add_session(session)
    strip.remove_session(session)
    assert strip.clock.texts()[0] == "No server"


def test_the_smallest_window_still_holds_the_strip(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1, S.FAILED), a_job(2, S.RUNNING), width=1100)
    strip.set_new_count(12)
    strip.set_failed_count(3)
    assert strip.minimumSizeHint().width() <= 1100


def test_a_lost_server_can_be_tried_again_at_once(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1))
    session = session_of(strip)
    button = strip._retry
    assert not button.isVisible()
    session.link, session.as_of = LinkState.LOST, 1_000_000.0
    session.link_changed.emit()
    assert button.isVisible()
    with qtbot.waitSignal(strip.retry_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_rests_since_the_end_of_the_last_item(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1), a_job(2))
    session = session_of(strip)
    for number, minutes in ((1, 10), (2, 50)):
        session.apply(JobChanged(JobUpdate(job_key(number), S.RUNNING, sequence=2)))
        session.at = 60.0 * minutes
        session.apply(JobChanged(JobUpdate(job_key(number), S.COMPLETED, sequence=3)))
        since = reading.clock(session.progress.now())
        assert session.queue.counts.open == 2 - number
    assert strip.clock.texts()[0] == f"Idle since {since}"


def test_the_time_of_the_end_moves_on_with_the_clock(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, a_job(1, title="Owl"))
    session = session_of(strip)
    session.progress.durations.record("Owl", {"": 60.0})
    strip.minutely.timer.timeout.emit()
    before = strip.clock.texts()[0]
    session.at += 600.0
    strip.minutely.timer.timeout.emit()
    assert strip.clock.texts()[0] != before
    strip.hide()
    assert not strip.minutely.timer.isActive()
