"""The text of each cell of the queue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_filter import TIMES, Words
from ivk_desktop.stores.queue_misread import Misread, Reason
from ivk_desktop.stores.queue_rows import Column, QueueRow, RowKind
from ivk_desktop.ui import job_texts, reading

MAX_ERROR = 300


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)


def column_titles(sorted_by: Column | None = None, *, descending: bool = False) -> list[str]:
    """The heads of the columns, in the order of ``Column``, with an arrow where it is sorted."""
    titles = [
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
        _tr("Id"),
        _tr("Result"),
        _tr("Workflow"),
        _tr("Inputs"),
        _tr("Destination"),
        _tr("Started"),
        _tr("Wait time"),
        _tr("Error"),
    ]
    if sorted_by is not None:
        titles[sorted_by] += " \N{DOWNWARDS ARROW}" if descending else " \N{UPWARDS ARROW}"
    return titles


def group_titles() -> dict[GroupBy, str]:
    """The words for what rows are gathered by."""
    return {
        GroupBy.BATCH: _tr("Batches"),
        GroupBy.WORKFLOW: _tr("Workflows"),
        GroupBy.USER: _tr("Users"),
        GroupBy.NONE: _tr("Items"),
    }


def filter_help() -> str:
    """How the filter field is used."""
    return _tr(
        "Words that rows must have, anywhere: tiger portrait\n"
        "In one column: status:failed  user:ann  device:cuda  seed:42\n"
        "More or less: run>60  wait<1:30  created>2026-03-01\n"
        'Not: -user:ann   Several words: "red fox"'
    )


def not_understood(found: Misread) -> str:
    """Which word of the filter has no meaning, and why."""
    if found.reason is Reason.NAME:
        text = _tr("“{word}” is not understood: no column or input is called “{name}”.")
    elif found.reason is Reason.SIGN:
        text = _tr("“{word}” is not understood: “{name}” cannot be compared with < and >.")
    else:
        text = _tr("“{word}” is not understood: “{value}” is no number or time.")
    return text.format(word=found.word, name=found.term.name, value=found.term.text)


def column_filter_help(column: Column) -> str:
    """What may be asked of one column."""
    if column in (Column.RUN_TIME, Column.WAIT_TIME):
        return _tr("A part of the time, or > and < with seconds or minutes: > 1:30")
    if column in TIMES:
        return _tr("A part of date and time, or > and <: > 2026-03-01")
    if column in (Column.ID, Column.PICTURE):
        return _tr("A part of the number, or > and <: > 100")
    return _tr("A part of the text. Leave it empty to show all.")


def loaded(known: int, total: int, *, short: bool = False) -> str:
    """How many records have been read; empty once all have."""
    if known >= total:
        return ""
    if short:
        return _tr("{percent} loaded").format(percent=fmt.percent(known / total, reading.style()))
    return _tr("{known} of {total} loaded").format(known=_count(known), total=_count(total))


def head(row: QueueRow) -> str:
    """The strong words of an item: workflow, or the first input below a batch or workflow."""
    if row.row_id.kind in (RowKind.WORKFLOW, RowKind.USER):
        return _group_head(row)
    if row.private:
        return _tr("Private item")
    if row.foreign:
        return job_texts.foreign_title(row.title)
    if _names_input(row):
        return job_texts.inputs_text(row.inputs[:1])
    if row.title:
        return row.title
    if row.row_id.kind == RowKind.ITEM:
        return _tr("Item {id}").format(id=row.row_id.native_id)
    return _tr("Workflow") if row.total == 1 else _tr("Batch")


def _ends(row: QueueRow) -> list[tuple[str, int]]:
    """How the items of a group ended, with how many did so."""
    done = row.ended - row.failed - row.canceled
    ends = [
        (_tr("{count} done"), done),
        (_tr("{count} failed"), row.failed),
        (_tr("{count} canceled"), row.canceled),
    ]
    return [(text.format(count=_count(number)), number) for text, number in ends if number > 0]


def _sub_totals(row: QueueRow) -> str:
    items = _tr("1 item") if row.total == 1 else _tr("{count} items")
    return ", ".join([items.format(count=_count(row.total)), *(text for text, _ in _ends(row))])


def _group_head(row: QueueRow) -> str:
    if row.row_id.kind == RowKind.USER:
        name = row.user or _tr("No user")
        return _tr("Other users") if row.private else name
    return _tr("Private items") if row.private else row.title or _tr("Workflow not known")


def _names_input(row: QueueRow) -> bool:
    """Whether the row's group tells the workflow already."""
    return row.below in (GroupBy.BATCH, GroupBy.WORKFLOW) and bool(row.inputs)


def detail(row: QueueRow) -> str:
    """The words beside them: the error, else what differs, and how many items."""
    parts = []
    if row.row_id.kind in (RowKind.WORKFLOW, RowKind.USER):
        return _sub_totals(row)
    if not row.is_readable:
        parts.append(_tr("The server cannot read this item"))
    elif row.error:
        parts.append(_line(row.error))
    elif row.is_group:
        parts += [_range(*entry) for entry in _telling(row.ranges)]
    else:
        parts.append(job_texts.inputs_text(row.inputs[1:] if _names_input(row) else row.inputs))
    if row.is_group:
        parts.append(_tr("{count} items").format(count=_count(row.total)))
        parts += [text for text, number in _ends(row) if number < row.total]
    return ", ".join(part for part in parts if part)


def words() -> Words:
    """The words of the window that a filter understands, each looked up once."""
    return Words(
        cache(lambda state: job_texts.state_word(state).lower()),
        cache(lambda device: job_texts.device_text(device).lower()),
    )


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
    if column in _CLOCKS:
        return reading.clock(_CLOCKS[column](row))
    if column in _SPANS:
        return fmt.run_time(_SPANS[column](row), reading.style())
    if column is Column.DONE:
        return done(row)
    return _PLAIN[column](row)


def _inputs(row: QueueRow) -> str:
    if row.is_group:
        return ", ".join(_range(*entry) for entry in _telling(row.ranges))
    return job_texts.inputs_text(row.inputs)


def _user(row: QueueRow) -> str:
    return _tr("Private") if row.private and not row.user else row.user


def _results(row: QueueRow) -> str:
    """Said, for the picture itself is painted."""
    if row.is_group or not row.outputs:
        return _tr("Picture") if row.thumbnail else ""
    if len(row.outputs) == 1:
        return _tr("Picture")
    return _tr("{count} pictures").format(count=_count(len(row.outputs)))


_CLOCKS: Final[Mapping[Column, Callable[[QueueRow], float | None]]] = {
    Column.CREATED: lambda row: row.created_at,
    Column.STARTED: lambda row: row.started_at,
}
_SPANS: Final[Mapping[Column, Callable[[QueueRow], float | None]]] = {
    Column.RUN_TIME: lambda row: row.run_s,
    Column.WAIT_TIME: lambda row: row.wait_s,
}
_PLAIN: Final[Mapping[Column, Callable[[QueueRow], str]]] = {
    Column.SERVER: place,
    Column.USER: _user,
    Column.DEVICE: lambda row: job_texts.device_text(row.device),
    Column.BATCH: lambda row: row.batch_id or "",
    Column.ORIGIN: lambda row: row.origin,
    Column.ID: lambda row: row.item_id,
    Column.PICTURE: _results,
    Column.WORKFLOW: lambda row: row.title,
    Column.INPUTS: _inputs,
    Column.DESTINATION: lambda row: row.destination,
    Column.ERROR: lambda row: _line(row.error),
}


def tip(row: QueueRow, column: Column) -> str:
    """The exact words, where the cell is short of them."""
    if column is Column.ITEM:
        return row.error[:2000] if row.error else cell(row, column)
    if column is Column.ERROR:
        return row.error[:2000]
    if column is Column.DONE:
        return reading.moment(row.done_at)
    if column in _CLOCKS:
        return reading.moment(_CLOCKS[column](row))
    if column is Column.RUN_TIME and row.is_group and row.run_s is not None:
        return _tr("{time}, all items together").format(time=cell(row, column))
    if column is Column.STATUS and row.is_stale:
        return _tr("Of an earlier time: not confirmed by the server yet")
    if column is Column.STATUS and row.state is JobState.UNKNOWN and not row.is_known:
        return _tr("Not read from the server yet")
    return cell(row, column)


def _line(text: str) -> str:
    return " ".join(text[:MAX_ERROR].split())


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
