"""Writing rows of the history into a CSV file, a part at a time."""

from __future__ import annotations

import asyncio
import contextlib
import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ivk_desktop.domain.history import HistoryItem, cell
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.stores.history import STEP, History

COLUMNS: Final = 16
"""How many columns there are: as many headings are wanted."""


async def export_csv(
    history: History,
    row_ids: Sequence[int],
    path: Path,
    headings: Sequence[str],
    state_words: Callable[[HistoryItem], str],
    progress: Callable[[int], None],
) -> Problem | None:
    """Write rows in their order: UTF-8, one line of headings, no cell that is a formula.

    The file is there as a whole or not at all, also where this is cancelled.

    Args:
        history: where the rows are.
        row_ids: which ones.
        path: the file; one that is there is replaced.
        headings: one for each of the ``COLUMNS``.
        state_words: an item's state in words.
        progress: called with the number of rows that are written.

    Returns:
        What went wrong, or ``None``.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        await asyncio.to_thread(_append, unfinished, [headings], "w")
        for start in range(0, len(row_ids), STEP):
            found = await history.items(row_ids[start : start + STEP])
            lines = [_line(item, state_words(item)) for item in found]
            await asyncio.to_thread(_append, unfinished, lines, "a")
            progress(min(start + STEP, len(row_ids)))
        await asyncio.to_thread(unfinished.replace, path)
    except OSError as error:
        reason = error.strerror or str(error)
        return Problem("export_failed", {"path": str(path), "reason": reason})
    except DomainError as error:
        return error.problem
    finally:
        _forget(unfinished)
    return None


def _append(path: Path, lines: Iterable[Sequence[str]], mode: str) -> None:
    with path.open(mode, encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cell(text) for text in line] for line in lines)


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _line(item: HistoryItem, state: str) -> tuple[str, ...]:
    job = item.job
    return (
        job.title,
        state,
        item.server_name,
        job.key.job_id,
        job.batch_id or "",
        job.user,
        job.device,
        job.origin,
        _moment(job.created_at),
        _moment(job.started_at),
        _moment(job.ended_at),
        "" if item.run_s is None else f"{item.run_s:.3f}",
        "\n".join(f"{label}: {value}" for label, value in job.inputs),
        "\n".join(ref.name for ref in job.outputs),
        job.error.type if job.error else "",
        job.error.message if job.error else "",
    )


def _moment(unix_s: float | None) -> str:
    """A time as every program reads it."""
    if unix_s is None:
        return ""
    try:
        return datetime.fromtimestamp(unix_s, UTC).isoformat(timespec="milliseconds")
    except (OverflowError, OSError, ValueError):
        return ""
