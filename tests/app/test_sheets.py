"""A swept batch as a sheet in the whole app, on a demo server: live, run again, after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.sweeps import Sweep
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.ui.sheets.window import SheetWindow
from tests.demo_process import DemoProcess, demo_server
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

    def row() -> QueueRow | None:
        rows = (model.row(number) for number in range(model.rowCount()))
        return next((r for r in rows if r.total == 4 and desk.sheets._has_sheet(r)), None)

    await until(row, model.dataChanged, model.rowsInserted, model.modelReset)
    found = row()
    assert found is not None
    return found


async def shown(desk: Desk) -> SheetWindow:
    await until(lambda: desk.sheets.windows, desk.sheets.opened)
    (window,) = desk.sheets.windows.values()
    return window


@pytest.fixture
def quick() -> Iterator[DemoProcess]:
    with demo_server("--items", "4", "--images", "4", "--speed", "20") as demo:
        yield demo


def test_a_sheet_fills_and_its_winners_run_again_once(quick: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(quick.url) as desk:
            row, session = await swept(desk), desk.servers.current
            actions = desk.window.queue.actions_
            actions.set_rows([row])
            actions.actions["queue.sheet"].trigger()
            window = await shown(desk)
            sheet = window.sheet
            await until(lambda: all(sheet.ref(n) for n in range(4)), sheet.cells_changed)
            sheet.set_winner(1, True)
            sheet.set_winner(2, True)
            await until(lambda: not session.queue.counts.open, session.queue.counts_changed)
            await winners_again(desk, window)
            # Enter shows the picture on the stage.
            window.view.activated.emit(1)
            assert desk.window.stage.showing.ref == sheet.ref(1)

    run(scenario())


def test_a_sheet_is_drawn_and_survives_a_restart(
    quick: DemoProcess, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(quick.url) as desk:
            await swept(desk)
            desk.window.actions_["queue.sheet"].trigger()
            window = await shown(desk)
            sheet = window.sheet
            await until(lambda: all(sheet.ref(n) for n in range(4)), sheet.cells_changed)
            sheet.set_winner(2, True)
            drawn = desk.sheets.save_image(window, tmp_path / "sheet.png")
            ended: list[bool] = []
            drawn.ended.connect(lambda: ended.append(True))
            await until(lambda: ended, desk.servers.current.gallery.transfers.changed)
            assert not QImage(str(tmp_path / "sheet.png")).isNull()
            kept = (sheet.kept.server_id, sheet.kept.sheet_id)
        async with open_desk(quick.url) as desk:
            desk.sheets.open(*kept)
            sheet = (await shown(desk)).sheet
            assert sheet.winners == (2,)
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
