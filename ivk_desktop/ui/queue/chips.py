"""The status chips above the queue: summary and filter in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import QueueCounts
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.ui import reading
from ivk_desktop.ui.widgets import Chip


class StatusChips(QWidget):
    """One chip a status with its count; exactly one is checked."""

    chosen = Signal(object)
    """The ``Status`` whose chip was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {
            Status.ALL: Chip(self.tr("All")),
            Status.RUNNING: Chip(self.tr("Running"), "circle-play", "running"),
            Status.PENDING: Chip(self.tr("Pending"), "clock", "pending"),
            Status.FAILED: Chip(self.tr("Failed"), "circle-x", "failed"),
            Status.DONE: Chip(self.tr("Done"), "circle-check", "completed"),
        }
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for status, chip in self._chips.items():
            group.addButton(chip, int(status))
            row.addWidget(chip)
        self._chips[Status.ALL].setChecked(True)
        group.idClicked.connect(self._clicked)
        self.show_counts([])

    def choose(self, status: Status) -> None:
        """Check a chip as if it was clicked."""
        self._chips[status].setChecked(True)
        self.chosen.emit(status)

    def set_folded(self, folded: bool) -> None:
        """Show icons and counts only."""
        for chip in self._chips.values():
            chip.set_folded(folded)

    def show_counts(self, counts: Sequence[QueueCounts]) -> None:
        """Show the sums over all servers."""
        sums = {
            Status.ALL: sum(c.total for c in counts),
            Status.RUNNING: sum(c.running for c in counts),
            Status.PENDING: sum(c.pending + c.waiting for c in counts),
            Status.FAILED: sum(c.failed for c in counts),
            Status.DONE: sum(c.completed + c.canceled for c in counts),
        }
        for status, number in sums.items():
            self._chips[status].set_count(fmt.count(number, reading.style()))

    def _clicked(self, number: int) -> None:
        self.chosen.emit(Status(number))
