"""A second stage in a window of its own, for another monitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

if TYPE_CHECKING:
    from ivk_desktop.ui.stage.stage import Stage


def make_second(first: Stage, geometry: bytes) -> Stage:
    """A stage beside ``first`` that passes on what is asked of it; it stands where it stood."""
    second = type(first)(first)
    second.setWindowFlag(Qt.WindowType.Window)
    second.setWindowTitle(first.tr("Stage"))
    second.resize(first.size())
    second.restoreGeometry(QByteArray(geometry))
    second.header.pop_out.hide()
    second.open_workflow_requested.connect(first.open_workflow_requested)
    second.wall_requested.connect(first.wall_requested)
    second.frame_painted.connect(first.frame_painted)
    first.wishes.pass_on(second.wishes)
    second.header.tabs.setTabText(0, first.header.tabs.tabText(0))
    second.set_workflow(first.results_page.workflow)
    return second
