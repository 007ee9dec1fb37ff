"""The states of the viewer: one picture, what it was made of, comparisons, marks."""

from __future__ import annotations

from ivk_desktop.app import Desk
from ivk_desktop.stores.listing import ListState
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.viewer.compare_view import CompareMode
from ivk_desktop.ui.viewer.viewer import Viewer
from tests.desk import until
from tests.screenshots.camera import Camera


async def viewing(desk: Desk, camera: Camera) -> None:
    """Go through the states of the viewer, on the board that is open and on the results."""
    stage, session = desk.window.stage, desk.servers.current
    grid, looking = stage.board_page.grid, stage.looking
    await until(lambda: session.boards.opened.state is ListState.READY, session.boards.changed)
    refs = [ref for row in range(9) if (ref := grid.ref(row)) is not None]
    looking.notes.toggle_marked(refs[4:7])
    looking.notes.rate(refs[1:3], 4)
    looking.notes.rate(refs[3:4], 2)
    looking.notes.toggle_compared(refs[:2])
    await camera.take(desk, "6-marks")
    grid.set_current(2)
    looking.open()
    viewer = stage.viewing.viewer
    await _whole(viewer)
    await camera.take(desk, "6-viewer")
    await _compared(desk, camera)
    looking.notes.clear_compared()
    session.gallery.marks.clear()


async def _compared(desk: Desk, camera: Camera) -> None:
    """Compare results of this run: they carry what they were made with."""
    stage, session = desk.window.stage, desk.servers.current
    stage.open_page(Page.RESULTS)
    notes, results = stage.looking.notes, session.results.results
    notes.clear_compared()
    first = results[0].ref
    session.gallery.again.run([first], vary=True)
    await until(lambda: results[0].ref != first, session.results.arrived)
    notes.toggle_compared([results[0].ref, first])
    if desk.window.facts.isHidden():
        desk.view_modes.toggle_facts()
    stage.looking.compare()
    viewer = stage.viewing.viewer
    records = session.gallery.records
    await until(
        lambda: all(records.record(ref) for ref in notes.compared), records.ready, records.failed
    )
    await until(
        lambda: all(pane.view.is_whole for pane in viewer.compare.panes[:2]),
        session.media.picture_ready,
    )
    await camera.take(desk, "6-compare")
    viewer.compare.set_mode(CompareMode.SLIDER)
    await camera.take(desk, "6-slider")
    viewer.compare.set_mode(CompareMode.DIFFERENCE)
    await until(lambda: viewer.compare.difference.found, viewer.compare.difference.shown)
    await camera.take(desk, "6-difference")
    viewer.compare.set_mode(CompareMode.SIDE)
    stage.viewing.enlarge()
    full = stage.viewing.full
    full.toggle_facts()
    await camera.take_beside(full, "6-full-compare")
    full.close()
    stage.viewing.leave()
    stage.results_page.grid.set_current(0)
    stage.looking.open()
    await _whole(viewer)
    await camera.take(desk, "6-facts")
    desk.window.facts.tabs.setCurrentIndex(1)
    await camera.take(desk, "6-facts-raw")
    desk.window.facts.tabs.setCurrentIndex(0)
    desk.view_modes.toggle_facts()
    stage.viewing.leave()
    stage.open_page(Page.BOARD)


async def _whole(viewer: Viewer) -> None:
    await until(lambda: viewer.picture.is_whole, viewer.picture.shown)
