"""The texts of the history."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.history import BatchTotals, HistoryItem
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.stores.history_again import Way
from ivk_desktop.stores.queue_rows import Column, QueueRow
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.texts import count_text

DATED = (Column.CREATED, Column.DONE)
"""The columns whose times may be of any day."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)


def cell(row: QueueRow, column: Column) -> str:
    """What a cell says."""
    if column is Column.CREATED:
        return when(row.created_at)
    if column is Column.DONE:
        return when(row.done_at)
    return texts.cell(row, column)


def when(unix_s: float | None) -> str:
    """The time of today, else the date with it."""
    clock = reading.clock(unix_s)
    if unix_s is None or not clock:
        return ""
    if time.localtime(unix_s)[:3] == time.localtime()[:3]:
        return clock
    day = QDateTime.fromMSecsSinceEpoch(round(unix_s * 1000)).date()
    return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)} {clock}"


def title(item: HistoryItem) -> str:
    """What an item is called."""
    if item.job.private:
        return _tr("Private item")
    return item.job.title or _tr("Item {id}").format(id=item.job.key.job_id)


def state(item: HistoryItem) -> str:
    """An item's state in a word."""
    return job_texts.state_word(item.job.state)


def state_tip(item: HistoryItem) -> str:
    """More about a state that does not speak for itself."""
    if item.job.state is JobState.UNKNOWN:
        return _tr("It left the server's queue unseen: how it ended is not known.")
    return ""


def totals(batch: BatchTotals) -> str:
    """A submission's items in one line: ``12 items, 10 completed, 2 failed, 3:20 run time``."""
    parts = [_tr("{count} items of one batch").format(count=count_text(batch.total))]
    for one in (JobState.COMPLETED, JobState.FAILED, JobState.CANCELED):
        if number := batch.states.get(one, 0):
            word = job_texts.state_word(one).lower()
            parts.append(f"{count_text(number)} {word}")
    if batch.run_s:
        span = fmt.run_time(batch.run_s, reading.style())
        parts.append(_tr("{span} run time").format(span=span))
    return ", ".join(parts)


def why_not(way: Way, item: HistoryItem) -> str:
    """Why an item cannot be run again; empty where it can."""
    if way is Way.AWAY:
        return _tr("Connect to {server} to run it again.").format(server=item.server_name)
    if way is Way.LOST:
        return _tr("What it ran with is not kept here, and the server has it no more.")
    return ""


def headings() -> list[str]:
    """The heads of an exported table, in the order of its columns."""
    return [
        _tr("Workflow"),
        _tr("Status"),
        _tr("Server"),
        _tr("Item"),
        _tr("Batch"),
        _tr("User"),
        _tr("Device"),
        _tr("Origin"),
        _tr("Created"),
        _tr("Started"),
        _tr("Ended"),
        _tr("Run time (s)"),
        _tr("Inputs"),
        _tr("Results"),
        _tr("Error type"),
        _tr("Error"),
    ]
