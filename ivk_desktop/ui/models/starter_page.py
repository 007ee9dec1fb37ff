"""The models that the server's makers recommend, with what else they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.installs import InstallRequest, StarterModel
from ivk_desktop.stores.answer import Answer
from ivk_desktop.stores.listing import ListState
from ivk_desktop.ui import icons, row_table, theme
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import SearchField

STARTER = Qt.ItemDataRole.UserRole
WIDTHS_PX = {1: 104, 2: 84, 3: 110}


class StarterPage(QWidget):
    """Filters and installs starter models, several at once."""

    install_requested = Signal(object)
    """An ``InstallRequest``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer[Sequence[StarterModel]] | None = None
        self.search = SearchField(self.tr("Filter names, bases, types"))
        self.table = QTableWidget(0, 4)
        self.panel = Panel(self.table)
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("tone", "text2")
        self.install = QPushButton(self.tr("Install"))
        self.install.setProperty("variant", "primary")
        self._build()
        self.search.textChanged.connect(self.refresh)
        self.table.itemSelectionChanged.connect(self._selection_changed)
        self.install.clicked.connect(self._install)

    def set_answer(self, answer: Answer[Sequence[StarterModel]] | None) -> None:
        """Show what one server recommends."""
        if self._answer is not None:
            self._answer.changed.disconnect(self.refresh)
        self._answer = answer
        if answer is not None:
            answer.changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        if self._answer is not None:
            self._answer.read_once()

    def refresh(self) -> None:
        """Show those that are asked for."""
        answer = self._answer
        if answer is None:
            self.panel.show_empty(self.tr("No server is connected."))
            return
        starters = answer.value or ()
        found = [one for one in starters if self._fits(one)]
        self._fill(found)
        if answer.is_forbidden:
            words = self.tr("Only administrators of this server install models.")
            self.panel.show_no_permission(words)
        elif answer.state is ListState.ERROR and answer.problem is not None and not starters:
            self.panel.show_error(answer.problem, retry=answer.read)
        elif answer.state in (ListState.UNREAD, ListState.LOADING):
            self.panel.show_loading()
        elif found:
            self.panel.show_content()
        else:
            words = self.tr("No starter model matches.")
            self.panel.show_empty(words, self.tr("Show all"), self.search.clear, "search")
        self._selection_changed()

    def chosen(self) -> list[StarterModel]:
        """The selected models that are not installed."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        items = (self.table.item(row, 0) for row in rows)
        found = [item.data(STARTER) for item in items if item is not None]
        return [one for one in found if not one.is_installed]

    def _fits(self, starter: StarterModel) -> bool:
        words = self.search.text().casefold().split()
        told = (starter.name, starter.base, texts.type_text(starter.type), starter.description)
        text = " ".join(told).casefold()
        return all(word in text for word in words)

    def _fill(self, found: Sequence[StarterModel]) -> None:
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            self._cell(row, 0, one.name).setData(STARTER, one)
            self._cell(row, 1, texts.type_text(one.type), token="text2")
            self._cell(row, 2, one.base, token="text2")
            cell = self._cell(row, 3, self._word(one), token="text2")
            if one.is_installed:
                cell.setIcon(icons.icon("circle-check", "completed"))

    def _cell(self, row: int, column: int, text: str, token: str = "text") -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setForeground(theme.color(token))
        self.table.setItem(row, column, item)
        return item

    def _word(self, starter: StarterModel) -> str:
        if starter.is_installed:
            return self.tr("Installed")
        if starter.needs:
            return self.tr("and {count} more").format(count=len(starter.needs))
        return ""

    def _selection_changed(self) -> None:
        chosen = self.chosen()
        self.install.setEnabled(bool(chosen))
        several = self.tr("Install {count}").format(count=count_text(len(chosen)))
        self.install.setText(several if len(chosen) > 1 else self.tr("Install"))
        told = ""
        if len(chosen) == 1:
            told = chosen[0].description
            if chosen[0].needs:
                names = ", ".join(one.name for one in chosen[0].needs)
                needs = self.tr("Installs {names} with it.").format(names=names)
                told = f"{told} {needs}".strip()
        self.note.setText(told)

    def _install(self) -> None:
        """What it needs goes first; what two of them need goes once."""
        chosen = self.chosen()
        wanted = [one for starter in chosen for one in (*starter.needs, starter)]
        for one in {starter.source: starter for starter in wanted}.values():
            request = InstallRequest(one.source, name=one.name, description=one.description)
            self.install_requested.emit(request)

    def _build(self) -> None:
        heading = QLabel(self.tr("Starter models"))
        heading.setProperty("role", "heading")
        table = self.table
        row_table.style_rows(table)
        row_table.size_rows(table)
        table.setAccessibleName(self.tr("Starter models"))
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Type"), self.tr("Base"), ""])
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS_PX.items():
            table.setColumnWidth(column, theme.px(width))
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.install)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(heading)
        rows.addWidget(self.search)
        rows.addWidget(self.panel, 1)
        rows.addLayout(foot)
