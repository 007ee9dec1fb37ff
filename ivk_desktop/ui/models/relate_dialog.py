"""Choosing a model that belongs to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.stores.model_query import ModelIndex, ModelQuery
from ivk_desktop.ui import theme
from ivk_desktop.ui.models.table import ModelTable
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import SearchField


class RelateDialog(QDialog):
    """Lists the models that could be related, those of the same base first; blocks nothing."""

    chosen = Signal(object)
    """The ``ModelKey`` that was chosen."""

    def __init__(
        self, model: ModelInfo, others: Sequence[ModelInfo], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Relate to {model}").format(model=model.name))
        near = sorted(others, key=lambda one: (one.base != model.base, one.name.casefold()))
        self._near = near
        self.search = SearchField(self.tr("Filter names"))
        self.table = ModelTable()
        self.add = QPushButton(self.tr("Add"))
        self.add.setProperty("variant", "primary")
        self._build()
        self.search.textChanged.connect(self._filter)
        self.table.chosen.connect(self._judge)
        self.table.edit_requested.connect(self._take)
        self.add.clicked.connect(self._take)
        self._filter()

    def _filter(self) -> None:
        found = ModelIndex(self._near).select(ModelQuery(self.search.text()))
        places = {model.key: place for place, model in enumerate(self._near)}
        found.sort(key=lambda one: places[one.key])
        self.table.show_lines(found, ())

    def _judge(self) -> None:
        self.add.setEnabled(len(self.table.models()) == 1)

    def _take(self) -> None:
        for model in self.table.models()[:1]:
            self.chosen.emit(model.key)
            self.close()

    def _build(self) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(self.search)
        rows.addWidget(self.table, 1)
        rows.addLayout(buttons)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.resize(theme.px(620), theme.px(460))
