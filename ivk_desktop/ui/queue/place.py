"""Keeps selection, cursor and place of the queue's table while its rows come, go and move."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

from ivk_desktop.stores.queue_model import QueueModel, runs
from ivk_desktop.stores.queue_rows import RowId

Select: Final = QItemSelectionModel.SelectionFlag


class KeptPlace(QObject):
    """Nothing that the server does moves what a person looks at.

    At the very top the list stays at the top: there the newest is looked at. An item that has
    joined a folded group is found there.

    Args:
        table: shows the model; its selection model must not be replaced.
        model: the rows.
    """

    def __init__(self, table: QTableView, model: QueueModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._seen: tuple[RowId, ...] = ()
        self._selected: tuple[RowId, ...] = ()
        self._current: RowId | None = None
        model.rows_about_to_change.connect(self._note_view)
        model.rows_changed.connect(self._restore_view)
        model.modelAboutToBeReset.connect(self._note_all)
        model.modelReset.connect(self._restore_all)

    # --- what is seen --------------------------------------------------------------------
    def _note_view(self) -> None:
        table, bar = self._table, self._table.verticalScrollBar()
        self._seen = ()
        if bar.value() and (first := table.rowAt(0)) >= 0:
            last = table.rowAt(table.viewport().height() - 1)
            numbers = range(first, (last if last >= 0 else self._model.rowCount() - 1) + 1)
            self._seen = tuple(r for n in numbers if (r := self._model.row_id(n)) is not None)

    def _restore_view(self) -> None:
        """Put the topmost row that is left where it was."""
        for below, row_id in enumerate(self._seen):
            if (number := self._model.find_near(row_id)) is not None:
                bar = self._table.verticalScrollBar()
                bar.setValue(max(0, number - below))
                return

    # --- a reset -------------------------------------------------------------------------
    def _note_all(self) -> None:
        self._note_view()
        ids = (self._model.row_id(number) for number in selected_numbers(self._table))
        self._selected = tuple(row_id for row_id in ids if row_id is not None)
        self._current = self._model.row_id(self._table.currentIndex().row())

    def _restore_all(self) -> None:
        selection = self._table.selectionModel()
        if (
            self._current is not None
            and (number := self._model.find_near(self._current)) is not None
        ):
            selection.setCurrentIndex(self._model.index(number, 0), Select.NoUpdate)
        found = (self._model.find_near(row_id) for row_id in self._selected)
        numbers = {number for number in found if number is not None}
        if numbers:
            selection.select(self._spans(numbers), Select.ClearAndSelect | Select.Rows)
        self._restore_view()

    def _spans(self, numbers: Iterable[int]) -> QItemSelection:
        """Rows as few ranges: ten thousand single ones would stop the window."""
        spans = QItemSelection()
        for first, last in runs(numbers):
            spans.select(self._model.index(first, 0), self._model.index(last, 0))
        return spans


def selected_numbers(table: QTableView) -> list[int]:
    """The numbers of the selected rows from the top."""
    spans = table.selectionModel().selection().toList()
    return sorted({n for span in spans for n in range(span.top(), span.bottom() + 1)})
