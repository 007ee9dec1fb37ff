"""The words of the error centre."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.failures import hint
from ivk_desktop.stores.failures import Fold
from ivk_desktop.ui import reading, texts

HEADLINE_CHARS = 160


def _tr(text: str) -> str:
    return QCoreApplication.translate("errors", text)


def items(count: int) -> str:
    """How many items: ``1 item``, ``3,000 items``."""
    if count == 1:
        return _tr("1 item")
    return _tr("{count} items").format(count=fmt.count(count, reading.style()))


def headline(fold: Fold) -> str:
    """What happened, on one line: the message, else the type."""
    lines = fold.error.message.strip().splitlines()
    text = lines[0] if lines else fold.error.type
    return " ".join(text.split())[:HEADLINE_CHARS] or _tr("No reason given")


def first_item(fold: Fold) -> str:
    """A job of the fold by its id, where no workflow's name is known."""
    failure = next(iter(fold.failures.values()), None)
    return _tr("Item {id}").format(id=failure.job.job_id) if failure else ""


def hint_text(fold: Fold) -> str:
    """What is known to help; empty where nothing is."""
    problem = hint(fold.error)
    return texts.problem_text(problem) if problem is not None else ""


def facts(fold: Fold, server: str) -> str:
    """Which items, of which workflow, where and when."""
    first, last = reading.clock(fold.first_at), reading.clock(fold.last_at)
    when = first if first == last else _tr("{first} to {last}").format(first=first, last=last)
    parts = (items(fold.count), fold.title or first_item(fold), server, when)
    return "  ·  ".join(part for part in parts if part)


def retried(fold: Fold) -> str:
    """How many of the items were run again; empty for none."""
    count = fold.count - fold.retryable_count
    if not count:
        return ""
    if count == fold.count:
        return _tr("Run again. Dismiss this when it went well.")
    return _tr("{count} of them were run again.").format(count=fmt.count(count, reading.style()))


def report(fold: Fold, server: str) -> str:
    """All that is known, as text to be copied."""
    ids = [failure.job.job_id for failure in fold.failures.values()]
    shown = ", ".join(ids[:20]) + (" …" if len(ids) > 20 else "")
    error = fold.error
    parts = (
        f"{error.type}: {error.message}" if error.type else error.message,
        facts(fold, server),
        _tr("Items: {ids}").format(ids=shown),
        hint_text(fold),
        error.traceback,
    )
    return "\n\n".join(part for part in parts if part)
