"""The text of each cell of the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.stores.queue_rows import Column, QueueRow, RowKind
from ivk_desktop.ui import job_texts, reading

MAX_ERROR = 300


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("queue", text, None, number)


def column_titles() -> list[str]:
    """The heads of the columns, in the order of ``Column``."""
    return [
        _tr("Item"),
        _tr("Status"),
        _tr("Server"),
        _tr("Run time"),
        _tr("Done"),
        _tr("User"),
        _tr("Device"),
        _tr("Batch"),
        _tr("Origin"),
        _tr("Created"),
    ]


def head(row: QueueRow) -> str:
    """The strong words of an item: workflow, or the first input below a batch."""
    if row.private:
        return _tr("Private item")
    if row.is_child and row.inputs:
        return job_texts.inputs_text(row.inputs[:1])
    if row.title:
        return row.title
    if row.row_id.kind == RowKind.ITEM:
        return _tr("Item {id}").format(id=row.row_id.native_id)
    return _tr("Workflow") if row.total == 1 else _tr("Batch")


def detail(row: QueueRow) -> str:
    """The words beside them: the error, else what differs, and how many items."""
    parts = []
    if row.error:
        parts.append(" ".join(row.error[:MAX_ERROR].split()))
    elif row.can_fold:
        parts += [_range(*entry) for entry in _telling(row.ranges)]
    else:
        parts.append(job_texts.inputs_text(row.inputs[1:] if row.is_child else row.inputs))
    if row.can_fold:
        parts.append(_tr("{count} items").format(count=_count(row.total)))
        if 0 < row.ended < row.total:
            parts.append(_tr("{count} done").format(count=_count(row.ended)))
        if row.failed and row.failed < row.total:
            parts.append(_tr("{count} failed").format(count=_count(row.failed)))
    return ", ".join(part for part in parts if part)


def status(row: QueueRow) -> str:
    """The word of the state."""
    return job_texts.state_word(row.state) if row.is_known else ""


def place(row: QueueRow) -> str:
    """Server and device."""
    return job_texts.place_text(row.server_name, row.device)


def done(row: QueueRow) -> str:
    """When it ended; with ≈ when it will."""
    clock = reading.clock(row.done_at)
    return f"≈ {clock}" if clock and row.done_is_estimate else clock


def cell(row: QueueRow, column: Column) -> str:
    """What a cell says, for screen readers and copying."""
    if column is Column.ITEM:
        return "  ".join(part for part in (head(row), detail(row)) if part)
    if column is Column.STATUS:
        percent = fmt.percent(row.fraction, reading.style())
        return f"{status(row)} {percent}".strip()
    if column is Column.CREATED:
        return reading.clock(row.created_at)
    if column is Column.RUN_TIME:
        return fmt.duration(row.run_s, reading.style())
    if column is Column.DEVICE:
        return job_texts.device_text(row.device)
    if column is Column.SERVER:
        return place(row)
    if column is Column.DONE:
        return done(row)
    plain = {Column.USER: row.user, Column.BATCH: row.batch_id or "", Column.ORIGIN: row.origin}
    return plain[column]


def tip(row: QueueRow, column: Column) -> str:
    """The exact words, where the cell is short of them."""
    if column is Column.ITEM:
        return row.error[:2000] if row.error else cell(row, column)
    if column is Column.DONE:
        return reading.moment(row.done_at)
    if column is Column.CREATED:
        return reading.moment(row.created_at)
    if column is Column.STATUS and row.is_stale:
        return _tr("Of an earlier time: not confirmed by the server yet")
    if column is Column.STATUS and row.state is JobState.UNKNOWN and not row.is_known:
        return _tr("Not read from the server yet")
    return cell(row, column)


def _telling(ranges: Sequence[tuple[str, str, str]]) -> Sequence[tuple[str, str, str]]:
    """Seeds differ in any batch: they are told only where nothing else does."""
    others = [entry for entry in ranges if entry[0].casefold() != "seed"]
    return others or ranges


def _range(label: str, first: str, last: str) -> str:
    if first == last:
        return f"{label} {first}".strip()
    return _tr("{label} {first} to {last}").format(label=label, first=first, last=last).strip()


def _count(number: int) -> str:
    return fmt.count(number, reading.style())
