"""Reading what queue items run with, without reading every one of them in full."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.domain.invokeai.requeue import alike, field_names, recipes_of
from ivk_desktop.domain.jobs import JobId
from ivk_desktop.domain.requeue import Recipe

SAMPLE: Final = 20
"""So many full records of a batch are read. A full record may have 100 kB, a summary 0.4."""

Row = dict[str, Any]


async def read_recipes(queue: QueueRepository, job_ids: Sequence[JobId]) -> list[Recipe]:
    """What these items run with; see ``Requeuer.recipes``.

    The items of a batch share workflow and graph but for the values that the batch gave them, and
    summaries tell those. Of a large batch a sample spread over all of it is read in full: where
    the sample differs (somebody has used a batch id twice), all of it is.
    """
    rows = await queue.rows(job_ids)
    groups = await asyncio.to_thread(lambda: list(_groups(_in_order(rows, job_ids))))
    records: list[Row] = []
    for batch in _paged(groups):
        known = await _read(queue, [row for group in batch for row in _sample(group)])
        for group in batch:
            records += await _complete(queue, group, known)
    return await asyncio.to_thread(recipes_of, records)


def _in_order(rows: Sequence[Row], job_ids: Sequence[JobId]) -> list[Row]:
    known = {str(row["item_id"]): row for row in rows}
    return [known[job_id] for job_id in job_ids if job_id in known]


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Neighbours of one batch with values for the same fields."""
    for _, group in groupby(rows, lambda row: (row.get("batch_id"), field_names(row))):
        yield list(group)


def _paged(groups: Sequence[list[Row]]) -> Iterator[list[list[Row]]]:
    """Groups that are sampled with one call."""
    page: list[list[Row]] = []
    size = 0
    for group in groups:
        if page and size + min(len(group), SAMPLE) > SAMPLE:
            yield page
            page, size = [], 0
        page.append(group)
        size += min(len(group), SAMPLE)
    if page:
        yield page


def _sample(group: Sequence[Row]) -> list[Row]:
    """The first, the last, and some between."""
    if len(group) <= SAMPLE:
        return list(group)
    step = (len(group) - 1) / (SAMPLE - 1)
    return [group[round(n * step)] for n in range(SAMPLE)]


async def _complete(queue: QueueRepository, group: list[Row], known: dict[int, Row]) -> list[Row]:
    """The full records of a group in order, those that were not read made from one that was."""
    numbers = [row["item_id"] for row in group]
    read = [known[number] for number in numbers if number in known]
    if len(group) > SAMPLE and len(read) == SAMPLE and alike(read):
        return await asyncio.to_thread(
            lambda: [known.get(row["item_id"]) or {**read[0], **_own(row)} for row in group]
        )
    if len(group) > SAMPLE:
        known = {}
        for start in range(0, len(group), SAMPLE):
            known |= await _read(queue, group[start : start + SAMPLE])
    return [known[number] for number in numbers if number in known]


def _own(row: Row) -> Row:
    return {name: row.get(name) for name in ("item_id", "field_values", "parent_item_id")}


async def _read(queue: QueueRepository, rows: Sequence[Row]) -> dict[int, Row]:
    ids = [JobId(str(row["item_id"])) for row in rows]
    return {record["item_id"]: record for record in await queue.items(ids)}
