"""From a failure on the server to the error centre, and back to the item."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from ivk_desktop.app import Desk
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.ui.errors.window import ErrorCentre
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
OPTIONS = ("--items", "12", "--images", "12", "--speed", "50")


async def fail(desk: Desk, demo: DemoProcess, runs: int = 2) -> None:
    """Let items of one batch fail, all in the same way."""
    before = desk.failures.count
    for _ in range(runs):
        was = desk.failures.count
        demo.faults(fail_node={"type": "denoise_latents", "message": "CUDA out of memory"})
        desk.window.invoke_bar.invoke()
        await until(partial(more_failed, desk, was), desk.failures.changed)
    assert desk.failures.count == before + runs


def more_failed(desk: Desk, was: int) -> bool:
    return bool(desk.failures.count > was)


def centre_of(desk: Desk) -> ErrorCentre:
    desk.window.strip.failed_clicked.emit()
    centre = desk.window.findChild(ErrorCentre)
    assert centre is not None
    return centre


def test_failures_lead_to_the_centre_and_the_item(run: Run) -> None:
    async def check() -> None:
        with demo_server(*OPTIONS) as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                desk.failures.dismiss_all()  # those of the demo's history
                await fail(desk, demo)
                strip, queue = desk.window.strip, desk.window.queue
                assert strip._failed.text() == "2 failed"
                centre = centre_of(desk)
                await until(strip._failed.isHidden, desk.failures.changed)
                (fold,) = desk.failures.folds
                assert fold.count == 2
                assert centre.detail._hint.text().startswith("The device ran out of memory")
                queue.choose(Status.RUNNING)  # a filter hides the row
                centre.detail.show_items.click()
                (row,) = queue.table.selected_rows()
                assert queue.model.job_keys(row.row_id) == (fold.newest()[0].job,)

    run(check())


def test_retry_runs_what_failed_again(run: Run) -> None:
    async def check() -> None:
        with demo_server(*OPTIONS) as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                desk.failures.dismiss_all()
                await fail(desk, demo, 1)
                centre = centre_of(desk)
                queue = desk.servers.current.queue
                before = queue.counts.completed
                centre.detail.retry.click()
                await until(lambda: queue.counts.completed > before, queue.counts_changed)
                (fold,) = desk.failures.folds
                assert fold.retryable_count == 0

    run(check())


def test_a_restart_keeps_failures_and_what_was_dismissed(run: Run) -> None:
    async def check() -> None:
        with demo_server(*OPTIONS) as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                await fail(desk, demo, 1)
                centre_of(desk)
                old = next(f for f in desk.failures.folds if "memory" not in f.error.message
                           or f.count != 1 or f.title != "Text to image, SD1.5")  # fmt: skip
                desk.failures.dismiss(old)
                kept = [(f.error.message, f.count) for f in desk.failures.folds]
                assert kept == [("CUDA out of memory", 1)]
            async with open_desk(demo.url) as desk:
                await until(lambda: desk.failures.count, desk.failures.changed)
                assert [(f.error.message, f.count) for f in desk.failures.folds] == kept
                assert desk.failures.unseen_count == 0

    run(check())


def test_what_the_server_lists_no_more_is_not_taken_for_retried(run: Run) -> None:
    async def check() -> None:
        with demo_server(*OPTIONS) as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                desk.failures.dismiss_all()
                await fail(desk, demo, 1)
                session = desk.servers.current
                (fold,) = desk.failures.folds
                job_id = fold.newest()[0].job.job_id
                session.actions.delete([job_id])
                await until(lambda: job_id not in session.queue.jobs, session.queue.changed)
                centre_of(desk).detail.retry.click()
                assert fold.retryable_count == 1
                assert desk.notices.latest.problem == Problem("retry_gone")

    run(check())
