"""The viewer over a whole screen, with what the picture was made of beside it when wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import theme
from ivk_desktop.ui.stage.notes import Notes
from ivk_desktop.ui.stage.picks_bar import PicksBar
from ivk_desktop.ui.stage.picture_menu import PictureActions
from ivk_desktop.ui.viewer.viewer import Viewer

FACTS_PX = 380


class FactsPane(Protocol):
    """A widget that tells of pictures."""

    def show_picture(self, ref: MediaRef | None) -> None:
        """Tell of one picture, of none for ``None``."""
        ...

    def show_compared(self, refs: Sequence[MediaRef]) -> None:
        """Tell what differs between pictures."""
        ...


class FullScreen(QWidget):
    """A window of its own; Escape and Space close it."""

    closed = Signal()

    def __init__(
        self,
        actions: PictureActions,
        notes: Notes,
        make_facts: Callable[[], QWidget] | None = None,
        make_status: Callable[[], QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Picture"))
        self._make_facts = make_facts
        self.facts: QWidget | None = None
        self.viewer = Viewer(actions, notes)
        self.picks = PicksBar(notes)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.viewer, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._row, 1)
        rows.addWidget(self.picks)
        if make_status is not None:
            rows.addWidget(make_status())
        self.viewer.left.connect(self.close)
        self.viewer.full_requested.connect(self.close)
        self.viewer.keys["viewer.full"].setText(self.tr("Back to the window"))
        if make_facts is not None:
            self.viewer.keys.facts_requested.connect(self.toggle_facts)
        else:
            self.viewer.keys["picture.facts"].setVisible(False)

    def come_up(self) -> None:
        """Fill the screen."""
        if not self.isVisible():
            self.showFullScreen()
            self.activateWindow()
        self.viewer.setFocus()

    def toggle_facts(self) -> None:
        """Show beside the picture what it was made of, or not."""
        if self.facts is None and self._make_facts is not None:
            self.facts = self._make_facts()
            self.facts.setFixedWidth(min(theme.px(FACTS_PX), self.width() // 3))
            self._row.addWidget(self.facts)
            self.viewer.shown.connect(self.facts.show_picture)  # type: ignore[attr-defined] # FactsPane
            self.viewer.compared.connect(self.facts.show_compared)  # type: ignore[attr-defined]
            self.facts.hide()
        if self.facts is not None:
            self.facts.setVisible(self.facts.isHidden())
            self.viewer.tell()
            self.viewer.compared.emit(self.viewer.compare.refs)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the pictures go."""
        self.viewer.end()
        super().closeEvent(event)
        self.closed.emit()
