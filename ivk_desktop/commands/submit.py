"""``ivk-desktop submit``: run a workflow, and save its pictures."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ivk_desktop.api.client import Client
from ivk_desktop.api.errors import ApiError, Rejected
from ivk_desktop.commands import exits
from ivk_desktop.commands.online import opened_on_server
from ivk_desktop.commands.opening import Opened
from ivk_desktop.commands.options import Options, parse
from ivk_desktop.commands.problems import tell
from ivk_desktop.commands.progress import ProgressLine
from ivk_desktop.commands.saving import made_folder, save
from ivk_desktop.domain.invokeai.submission import Submission
from ivk_desktop.domain.jobs import Job, JobId, JobState
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.problems import Problem
from ivk_desktop.words import sentence

Document = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Run the command; the exit code."""
    return exits.run(_submit, arguments)


def _submit(arguments: Sequence[str]) -> int:
    options = parse("submit", "Submit a workflow, and wait for its results.", arguments)
    if options.out is not None:
        made_folder(options.out)
    # What was imported stays; the rest may take long.
    gc.freeze()
    gc.enable()
    return asyncio.run(_run(options))


async def _run(options: Options) -> int:
    async with opened_on_server(options) as (found, client):
        readiness = found.readiness()
        tell((*found.handle.warnings, *readiness.warnings, *readiness.problems))
        if not readiness.ready and not options.force:
            return exits.NOT_READY
        return await _hand_in(found, client)


async def _hand_in(found: Opened, client: Client) -> int:
    options = found.options
    submission = Submission(found.request(), client)
    try:
        await submission.send()
    except Rejected as error:
        tell(error.problems)
        raise
    _say_queued(submission)
    document = _document(submission)
    code = exits.DONE if submission.enqueued or not submission.requested else exits.SERVER
    if options.wait or options.out is not None:
        await _watch(submission, client.backend.profile.url)
        document["items"] = await _items(client, submission.jobs, options.out)
        if any(
            job is None or job.state is not JobState.COMPLETED for job in submission.jobs.values()
        ):
            code = exits.FAILED
    exits.print_document(document)
    return code


def _say_queued(submission: Submission) -> None:
    count, batch_id = submission.enqueued, submission.request.batch_id
    exits.say(f"Submitted {count} {'item' if count == 1 else 'items'} as batch {batch_id}.")
    if submission.enqueued < submission.requested:
        args: dict[str, str | int | float] = {
            "enqueued": submission.enqueued,
            "requested": submission.requested,
        }
        exits.say(sentence(Problem("queue_full", args)))


def _document(submission: Submission) -> Document:
    return {
        "batch_id": submission.request.batch_id,
        "requested": submission.requested,
        "enqueued": submission.enqueued,
        "item_ids": [_number(job_id) for job_id in submission.jobs],
    }


def _number(job_id: JobId) -> int | str:
    return int(job_id) if job_id.isdecimal() else job_id


async def _watch(submission: Submission, url: str) -> None:
    line = ProgressLine(submission.jobs, sys.stderr)
    try:
        async for update in submission.watch():
            line.take(update)
    except asyncio.CancelledError:
        line.close()
        exits.say(f"No longer waiting; what was submitted goes on at {url}.")
        raise
    line.close()


async def _items(
    client: Client, jobs: Mapping[JobId, Job | None], folder: Path | None
) -> list[Document]:
    """What became of each item; its pictures are saved, each once."""
    saved: dict[str, str] = {}
    items = []
    for job_id, job in jobs.items():
        item: Document = {"item_id": _number(job_id), "status": "gone"}
        items.append(item)
        if job is None:
            continue
        item["status"] = job.state.value
        item["images"] = [ref.name for ref in job.outputs]
        if job.error is not None:
            item["error"] = f"{job.error.type}: {job.error.message}"
            exits.say(f"Item {job_id}: {item['error']}")
        if folder is not None:
            for ref in job.outputs:
                if ref.name not in saved:
                    saved[ref.name] = await _saved(client, ref, folder)
            item["files"] = [saved[ref.name] for ref in job.outputs]
    return items


async def _saved(client: Client, ref: MediaRef, folder: Path) -> str:
    try:
        data = await client.fetch(ref, MediaSize.FULL)
    except ApiError as error:
        raise exits.CommandError.of(exits.SERVER, error.problem) from error
    path = await asyncio.to_thread(save, data, ref.name, folder)
    exits.say(f"Saved {path}")
    return str(path)
