"""One process of the screenshots: a desk on a scripted demo server, grabbed state by state."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.sweeps import Sweep
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.stores.queue_sort import Sorting
from ivk_desktop.ui.details.pages import Page
from ivk_desktop.ui.errors.window import ErrorCentre
from ivk_desktop.ui.stage.grid_selection import Choice
from ivk_desktop.ui.view_modes import Mode
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until
from tests.screenshots import kinds, looking_after, reaching, servers
from tests.screenshots.camera import Camera
from tests.screenshots.viewing import viewing

WORKFLOW = "Text to image, SD1.5"


async def main(camera: Camera) -> None:
    """Walk through the states."""
    if camera.wants("several"):
        await servers.several(camera)
    if camera.wants("one"):
        await one(camera)
    if camera.wants("looking-after"):
        await looking_after.walk(camera)
    if camera.wants("kinds"):
        await kinds.kinds(camera)


async def one(camera: Camera) -> None:
    """The states of a window with one server."""
    async with open_desk() as desk:
        await camera.take(desk, "1-first-start")
        await reaching.dialogs(camera)
    await reaching.signed_in_and_out(camera)
    with demo_server("--gpus", "2") as demo:
        async with open_desk(demo.url) as desk:
            await camera.take(desk, "2-connected")
            workflow = await opened(desk, WORKFLOW)
            await camera.take(desk, "3-form")
            await running(desk, demo, workflow)
            await camera.take(desk, "4-running")
            await modes(desk, camera)
            await finished(desk, demo)
            await camera.take(desk, "5-finished")
            await sheet(desk, demo, camera)
            await saving(desk, camera)
            board = next(b for b in desk.servers.current.boards.items if b.image_count > 3)
            desk.window.stage.show_board(board.key, board.name)
            await camera.take(desk, "6-board")
            chosen(desk)
            await camera.take(desk, "6-chosen")
            await viewing(desk, camera)
            await canceled(desk, demo)
            await camera.take(desk, "6-undo")
            desk.queue.undo_offer.withdraw()
            await sorted_queue(desk)
            await camera.take(desk, "6-queue-sorted")
            desk.window.queue.restore_layout(b"")
            await failed(desk, demo)
            await camera.take(desk, "7-failed")
            await details(desk)
            await camera.take(desk, "8-details")
            desk.window_failures.open()
            centre = desk.window.findChild(ErrorCentre)
            await camera.take_beside(centre, "7-failures")
            centre.close()
            await camera.take_beside(await history(desk), "7-history")
            await lost(desk, demo)
            await camera.take(desk, "9-lost")


def chosen(desk: Desk) -> None:
    """Choose five pictures of the board, two of them with a star."""
    grid = desk.window.stage.board_page.grid
    grid.choose(1)
    grid.choose(5, Choice.EXTEND)
    desk.servers.current.gallery.changes.star(grid.selected()[:2], True)


async def running(desk: Desk, demo: DemoProcess, workflow: OpenWorkflow) -> None:
    """Submit twice, go on to the middle of the denoising."""
    demo.faults(hold=True)
    desk.window.invoke_bar.runs.set_value(4)
    desk.window.invoke_bar.invoke()
    session = desk.servers.current
    await until(lambda: session.queue.running, session.queue.counts_changed)
    demo.faults(advance=44)  # shared by two devices: loading, prompts, half of the steps
    await until(lambda: session.previews.keys(), session.previews.changed)


async def modes(desk: Desk, camera: Camera) -> None:
    """Go through the view modes while items run."""
    for mode in (Mode.REVIEW, Mode.MONITOR):
        desk.view_modes.enter(mode)
        await camera.take(desk, f"4-{mode.value}")
    desk.view_modes.enter(Mode.MINI)
    await camera.take_beside(desk.view_modes.mini, "4-mini")
    desk.view_modes.leave_mini()
    desk.view_modes.enter(Mode.WORK)


async def finished(desk: Desk, demo: DemoProcess) -> None:
    """Let all items end."""
    demo.faults(hold=False)
    session = desk.servers.current
    await until(lambda: session.queue.counts.open == 0, session.queue.counts_changed)
    await until(lambda: session.results.results, session.results.unseen_changed)


async def sheet(desk: Desk, demo: DemoProcess, camera: Camera) -> None:
    """Sweep two fields: the sheet while it fills, when it is full, and running winners again."""
    workflow, session = desk.workflows.current, desk.servers.current
    fields = {spec.title: field_id for field_id, spec in workflow.form.spec.fields.items()}
    workflow.sweeps.set_sweep(Sweep(fields["Steps"], (4, 6, 8)))
    workflow.sweeps.set_sweep(Sweep(fields["CFG scale"], (4, 6, 8, 10)))
    demo.faults(fail_node={"type": "denoise_latents", "message": "CUDA out of memory"})
    desk.window.invoke_bar.runs.set_value(1)
    desk.window.invoke_bar.invoke()
    await until(lambda: desk.sheet_book.latest(session.server_id), desk.sheet_book.added)
    desk.sheets.open_latest()
    await until(lambda: desk.sheets.windows, desk.sheets.opened)
    (window,) = desk.sheets.windows.values()
    table = window.sheet
    await until(lambda: table.states()[JobState.COMPLETED] >= 5, table.cells_changed)
    demo.faults(hold=True)
    for cell in (1, 6):
        table.set_winner(cell, True)
    await camera.take_sized(window, "5-sheet-filling")
    demo.faults(hold=False)
    await until(lambda: session.queue.counts.open == 0, session.queue.counts_changed)
    await camera.take_sized(window, "5-sheet")
    window.again.click()
    await until(lambda: desk.sheets.dialog, desk.sheets.opened)
    desk.sheets.dialog.page().restore({"text": "7, 8"})
    await camera.take_beside(desk.sheets.dialog, "5-winners-again")
    desk.sheets.dialog.reject()
    window.close()
    desk.workflows.select(workflow)
    for field_id in (fields["Steps"], fields["CFG scale"]):
        workflow.sweeps.remove(field_id)


async def saving(desk: Desk, camera: Camera) -> None:
    """The page about saving results, with names that cannot be used."""
    desk.window_exports.open()
    page, dialog = desk.window_exports.page, desk.window_exports.page.window()
    await camera.take_beside(dialog, "5-save-results")
    page.template.setText("{board}/{sed}")
    page.template.textEdited.emit("{board}/{sed}")
    await camera.take_beside(dialog, "5-save-results-unknown-field")
    page.template.setText(desk.settings.prefs.export_template)
    dialog.close()


async def canceled(desk: Desk, demo: DemoProcess) -> None:
    """Cancel what waits: it can be brought back."""
    demo.faults(hold=True)
    desk.window.invoke_bar.runs.set_value(6)
    desk.window.invoke_bar.invoke()
    session = desk.servers.current
    await until(lambda: any(session.queue.pending), session.queue.changed)
    desk.window.actions_["queue.cancel_pending"].trigger()
    await until(lambda: desk.queue.undo_offer.count, desk.queue.undo_offer.changed)
    demo.faults(hold=False)


async def sorted_queue(desk: Desk) -> None:
    """The queue by workflows, one unfolded, with more columns, the longest runs first."""
    queue = desk.window.queue
    for column in (Column.ID, Column.WAIT_TIME, Column.DEVICE):
        queue.table.header.set_shown(column, True)
    queue.model.set_group_by(GroupBy.WORKFLOW)
    queue.model.set_sorting(Sorting(Column.RUN_TIME, descending=True))
    if (first := queue.model.row_id(0)) is not None:
        queue.model.set_folded(first, False)


async def failed(desk: Desk, demo: DemoProcess) -> None:
    """Let one item fail."""
    session = desk.servers.current
    before = session.queue.counts.failed
    demo.faults(fail_node={"type": "denoise_latents", "message": "CUDA out of memory"})
    desk.window.invoke_bar.runs.set_value(1)
    desk.window.invoke_bar.invoke()
    await until(lambda: session.queue.counts.failed > before, session.queue.counts_changed)


async def details(desk: Desk) -> None:
    """Put the cursor on an item that was seen running; wide windows show its nodes beside it."""
    queue = desk.window.queue
    queue.set_grouped(False)
    queue.choose(Status.DONE)
    queue.table.setCurrentIndex(queue.model.index(0, 0))
    desk.window.details.pages.open_page(Page.NODES)


async def history(desk: Desk) -> QWidget:
    """Open the history on the newest item that has ended well."""
    desk.window_history.show()
    window = desk.window_history.history
    window.filters.search.setText("sd1.5 steps")
    model = window.model

    def done() -> int | None:
        items = ((row, model.item(row)) for row in range(model.rowCount()))
        return next((row for row, item in items if item and item.job.outputs), None)

    await until(lambda: model.query.words and done(), model.found, model.dataChanged)
    window.table.selectRow(done())
    return window


async def lost(desk: Desk, demo: DemoProcess) -> None:
    """Take the server away."""
    session = desk.servers.current
    demo.faults(refuse_sockets=True, answers=[{"path": "/", "status": 500, "times": 10_000}])
    demo.faults(drop_sockets=True)
    await until(lambda: session.link is LinkState.LOST, session.link_changed)


if __name__ == "__main__":
    out, scale, sizes, schemes, walk = sys.argv[1:]
    app = QApplication(["screenshots"])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        camera = Camera(Path(out), scale, sizes.split(","), schemes.split(","), walk)
        runner.run(main(camera))
