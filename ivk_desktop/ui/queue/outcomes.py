"""What actions on the queue came to, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import JobId
from ivk_desktop.domain.outcomes import Done, Outcome
from ivk_desktop.ui import reading


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)


def items_text(number: int) -> str:
    """A number of items, for the middle of a sentence."""
    if number == 1:
        return _tr("1 item")
    return _tr("{count} items").format(count=fmt.count(number, reading.style()))


def outcome_text(outcome: Outcome, server: str = "") -> str:
    """One line; ``server`` is named where there are several."""
    parts = [_said(outcome)]
    if outcome.left:
        parts.append(_tr("{items} left as they are.").format(items=items_text(outcome.left)))
    if outcome.stopped:
        text = _tr("Canceled, but not enqueued again, as they had just begun: {items}.")
        parts.append(text.format(items=items_text(outcome.stopped)))
    if outcome.short:
        text = _tr("The queue is full: {items} not taken.")
        parts.append(text.format(items=items_text(outcome.short)))
    line = " ".join(parts)
    return f"{server}: {line}" if server else line


def _said(outcome: Outcome) -> str:
    templates = {
        Done.CANCELED: _tr("Canceled {items}."),
        Done.DELETED: _tr("Deleted {items} from the queue. Pictures are kept."),
        Done.PRUNED: _tr("Removed {items} that had ended. Pictures are kept."),
        Done.CLEARED: _tr("Cleared the queue: {items} removed. Pictures are kept."),
        Done.RETRIED: _tr("Retrying {items}."),
        Done.PAUSED: _tr("Paused: {items} pending."),
        Done.RESUMED: _tr("Resumed: {items} pending."),
        Done.MOVED_FIRST: _tr("{items} will run next{ids}."),
        Done.MOVED_LAST: _tr("{items} will run last{ids}."),
        Done.ENQUEUED_AGAIN: _tr("Enqueued {items} again{ids}."),
        Done.FINISHED: _tr("Enqueued {items} again, left over from a move{ids}."),
    }
    items = items_text(outcome.count)
    return templates[outcome.done].format(items=items, ids=_ids_text(outcome.new_ids))


def _ids_text(ids: tuple[JobId, ...]) -> str:
    """New ids, said plainly; only the ends where there are many."""
    if not ids:
        return ""
    if len(ids) == 1:
        return _tr(", with the new id {id}").format(id=ids[0])
    return _tr(", with the new ids {first} to {last}").format(first=ids[0], last=ids[-1])
