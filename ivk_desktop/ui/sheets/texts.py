"""The words of a sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.sheets import SheetAxis, telling
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.ui import job_texts
from ivk_desktop.ui.texts import count_text

MOST_ERROR = 400


def _tr(text: str) -> str:
    return QCoreApplication.translate("sheets", text)


def axis_title(axis: SheetAxis) -> str:
    """What an axis is called."""
    return axis.title or _tr("Run")


def cell_label(sheet: Sheet, cell: int) -> str:
    """What sets a cell apart: ``CFG scale 6, Steps 20``."""
    return ", ".join(f"{axis_title(axis)} {text}" for axis, text in telling(sheet.axes, cell))


def state_text(sheet: Sheet, cell: int) -> str:
    """How far an item is, or why it failed."""
    known = sheet.cell(cell)
    if known.state is JobState.FAILED and known.error:
        return " ".join(known.error[:MOST_ERROR].split())
    if known.state is JobState.UNKNOWN:
        return _tr("Not known")
    if known.state is JobState.COMPLETED and not known.outputs:
        return _tr("No picture")
    return job_texts.state_word(known.state)


def counts_text(sheet: Sheet) -> str:
    """How many items have ended, and how."""
    states = sheet.states()
    done = states[JobState.COMPLETED]
    parts = [_tr("{done} of {all} done").format(done=count_text(done), all=count_text(len(sheet)))]
    for state, words in (
        (JobState.RUNNING, _tr("{count} running")),
        (JobState.FAILED, _tr("{count} failed")),
        (JobState.CANCELED, _tr("{count} canceled")),
    ):
        if states[state]:
            parts.append(words.format(count=count_text(states[state])))
    return ", ".join(parts)


def winners_text(count: int) -> str:
    """How many winners there are."""
    if not count:
        return _tr("No winners yet: W marks one")
    if count == 1:
        return _tr("1 winner")
    return _tr("{count} winners").format(count=count_text(count))


def again_text(count: int) -> str:
    """The button that runs winners again."""
    if count == 1:
        return _tr("Run the winner again with…")
    return _tr("Run winners again with…")
