"""A swept batch as a sheet in the whole app, on a demo server: live, run again, after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.sweeps import Sweep
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.ui.sheets.window import SheetWindow
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"


def fields_of(workflow: OpenWorkflow) -> dict[str, Any]:
    return {spec.title: field_id for field_id, spec in workflow.form.spec.fields.items()}


async def swept(desk: Desk) -> QueueRow:
    """Submit two fields with two values each; the row of the batch."""
    workflow = await opened(desk, WORKFLOW)
    fields = fields_of(workflow)
    workflow.sweeps.set_sweep(Sweep(fields["Steps"], (2, 4)))
    workflow.sweeps.set_sweep(Sweep(fields["CFG scale"], (5, 7)))
    desk.window.invoke_bar.invoke()
    model = desk.window.queue.model
    await until(lambda: desk.sheet_book._sheets, desk.sheet_book.added)
    await until(lambda: model.row(0) is not None and model.row(0).total == 4, model.dataChanged)
    return model.row(0)


async def shown(desk: Desk) -> SheetWindow:
    await until(lambda: desk.sheets.windows, desk.sheets.opened)
    (window,) = desk.sheets.windows.values()
    return window


def test_a_sheet_fills_is_drawn_and_its_winners_run_again_once(
    demo: DemoProcess, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            row, session = await swept(desk), desk.servers.current
            actions = desk.window.queue.actions_
            actions.set_rows([row])
            actions.actions["queue.sheet"].trigger()
            window = await shown(desk)
            sheet = window.sheet
            await until(lambda: all(sheet.ref(n) for n in range(4)), sheet.cells_changed)
            desk.window.invoke_bar.invoke()  # another one, as it stands: no cell of this sheet
            sheet.set_winner(1, True)
            sheet.set_winner(2, True)
            drawn = desk.sheets.save_image(window, tmp_path / "sheet.png")
            ended: list[bool] = []
            drawn.ended.connect(lambda: ended.append(True))
            await until(lambda: ended, session.gallery.transfers.changed)
            assert not QImage(str(tmp_path / "sheet.png")).isNull()
            await until(lambda: not session.queue.counts.open, session.queue.counts_changed)
            await winners_again(desk, window)
            # Enter shows the picture on the stage.
            window.view.activated.emit(1)
            assert desk.window.stage.showing.ref == sheet.ref(1)
            kept = (sheet.kept.server_id, sheet.kept.sheet_id)
        async with open_desk(demo.url) as desk:
            desk.sheets.open(*kept)
            sheet = (await shown(desk)).sheet
            assert sheet.winners == (1, 2)
            await until(
                lambda: sheet.states()[JobState.COMPLETED] == 4 and all(map(sheet.ref, range(4))),
                sheet.cells_changed,
            )

    run(scenario())


async def winners_again(desk: Desk, window: SheetWindow) -> None:
    """Two winners with two seeds: one submission of four items, however often it is pressed."""
    session = desk.servers.current
    before = session.queue.counts.total
    submitted: list[Any] = []
    session.submitted.connect(lambda *both: submitted.append(both))
    window.again.click()
    await until(lambda: desk.sheets.dialog, desk.sheets.opened)
    dialog = desk.sheets.dialog
    dialog.page().restore({"text": "7, 8"})
    assert dialog.invoke.text() == "Invoke 4 items"
    dialog.invoke.click()
    dialog.invoke.click()
    await until(lambda: submitted, session.submitted)
    await until(lambda: session.queue.counts.total == before + 4, session.queue.counts_changed)
    assert len(submitted) == 1
    request, _ = submitted[0]
    data = [one for group in request.payload["batch"]["data"] for one in group]
    values = {one["field_name"]: one["items"] for one in data}
    assert values == {"steps": [2, 4], "cfg_scale": [7, 5], "seed": [7, 8]}
