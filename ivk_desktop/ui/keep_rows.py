"""What is kept pending, above the Invoke bar, each with its stop button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.stores.keep_pending import KeepPending
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel, IconLabel


class KeepRow(QFrame):
    """One workflow of which items are kept pending."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("variant", "info")
        self.icon = IconLabel("infinity", "running", self)
        self.words = ElidedLabel("", self)
        self.stop = QPushButton(icon("square", "text"), self.tr("Stop"), self)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        line.setSpacing(Space.S)
        line.addWidget(self.icon)
        line.addWidget(self.words, 1)
        line.addWidget(self.stop)

    def say(self, keeper: KeepPending, *, named: bool) -> None:
        """Say how it goes; ``named``: it is not the workflow that is shown."""
        waiting, wanted = count_text(keeper.waiting), count_text(keeper.wanted)
        text = self.tr("{waiting} of {wanted} pending, {made} submitted").format(
            waiting=waiting, wanted=wanted, made=count_text(keeper.made)
        )
        if keeper.held is not None:
            text = self.tr("Waits: {reason}").format(reason=problem_text(keeper.held))
        if named:
            text = f"{keeper.workflow.title}: {text}"
        self.words.setText(text)
        self.icon.set_icon("infinity", "running" if keeper.held is None else "warning")
        name = self.tr("Stop keeping {workflow} pending").format(workflow=keeper.workflow.title)
        self.stop.setAccessibleName(name)
        self.stop.setToolTip(name)


class KeepRows(QWidget):
    """One row for each; takes no room where there is none."""

    stop_asked = Signal(object)
    """The ``OpenWorkflow`` of which nothing more is to be submitted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[OpenWorkflow, KeepRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self.hide()

    def show_keepers(self, keepers: Sequence[KeepPending], current: OpenWorkflow | None) -> None:
        """Show what is kept pending now."""
        wanted = {keeper.workflow: keeper for keeper in keepers}
        for workflow in [w for w in self._rows if w not in wanted]:
            row = self._rows.pop(workflow)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for workflow, keeper in wanted.items():
            if workflow not in self._rows:
                self._rows[workflow] = row = KeepRow(self)
                row.stop.clicked.connect(partial(self.stop_asked.emit, workflow))
                self._column.addWidget(row)
            self._rows[workflow].say(keeper, named=workflow is not current)
        self.setVisible(bool(wanted))

    def row(self, workflow: OpenWorkflow) -> KeepRow | None:
        """The row of a workflow."""
        return self._rows.get(workflow)
