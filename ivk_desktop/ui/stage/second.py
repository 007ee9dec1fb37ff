"""The second stage, in a window of its own for another monitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, Qt

if TYPE_CHECKING:
    from ivk_desktop.ui.stage.stage import Stage


class SecondStage:
    """Makes it when it is first wanted; it shows what the first one is told to show."""

    def __init__(self, first: Stage) -> None:
        self._first = first
        self._geometry = b""
        self.stage: Stage | None = None

    def open(self) -> None:
        """Show it, or bring it to the front."""
        if self.stage is None:
            self.stage = self._make()
        self.stage.show()
        self.stage.raise_()

    def place(self, geometry: bytes) -> None:
        """Say where it stood; ``geometry`` of an earlier time."""
        self._geometry = geometry

    def geometry(self) -> bytes:
        """Where it stands, or stood; empty where there never was one."""
        if self.stage is not None:
            self._geometry = bytes(self.stage.saveGeometry().data())
        return self._geometry

    def _make(self) -> Stage:
        first = self._first
        stage = type(first)(first)
        stage.setWindowFlag(Qt.WindowType.Window)
        stage.setWindowTitle(QCoreApplication.translate("Stage", "Stage"))
        stage.resize(first.size())
        stage.restoreGeometry(QByteArray(self._geometry))
        stage.header.pop_out.hide()
        stage.open_workflow_requested.connect(first.open_workflow_requested)
        stage.wall_requested.connect(first.wall_requested)
        stage.frame_painted.connect(first.frame_painted)
        first.wishes.pass_on(stage.wishes)
        stage.viewing.make_facts = first.viewing.make_facts
        stage.viewing.make_status = first.viewing.make_status
        stage.looking.keys["picture.facts"].setVisible(False)  # they stand in the main window
        stage.header.tabs.setTabText(0, first.header.tabs.tabText(0))
        stage.set_workflow(first.results_page.workflow)
        return stage
