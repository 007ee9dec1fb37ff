"""The window of a sheet: a swept batch as a grid that fills as its items end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.sheets import SheetGrid, coordinates
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.stores.sheet_image import LARGEST_EDGE_PX, SheetPage
from ivk_desktop.stores.transfers import Transfer
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.pictures.transfer_line import TransferLine
from ivk_desktop.ui.sheets import texts
from ivk_desktop.ui.sheets.grid_view import ZOOM, SheetGridView
from ivk_desktop.ui.sheets.view_bar import ViewBar
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import ElidedLabel


class SheetWindow(QWidget):
    """Stays open beside the work; what is asked leaves by signals."""

    opened = Signal(int)
    """The cell whose picture is wanted on the stage."""
    again_requested = Signal()
    """The winners are to run again."""
    image_requested = Signal()
    """The page is to be saved as one image."""
    job_requested = Signal(int)
    """The cell whose item is to be shown in the queue."""
    cancel_requested = Signal(object)
    """The ``Transfer`` that is to be stopped."""
    closed = Signal()

    def __init__(self, sheet: Sheet, pictures: HistoryPictures, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.sheet = sheet
        self.view = SheetGridView(pictures)
        self.bar = ViewBar(sheet.axes)
        self._counts = QLabel()
        self._here = ElidedLabel()
        self._winners = QLabel()
        self.again = QPushButton()
        self.image = QPushButton(self.tr("Save as image…"))
        self.line = TransferLine()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sheet of {name}").format(name=sheet.kept.title))
        self.resize(theme.px(1080), theme.px(760))
        self._build()
        self._connect()
        self.view.set_sheet(sheet)
        self.view.set_grid(self.grid)
        self._show_counts()
        self._show_winners()

    @property
    def grid(self) -> SheetGrid:
        """The page that is shown."""
        return SheetGrid(self.sheet.axes, self.bar.view)

    def go_to(self, cell: int) -> None:
        """Put the ring on a cell, whatever page it is on."""
        if self.grid.place(cell) is None:
            self.bar.show_page_of(coordinates(self.sheet.axes, cell))
        place = self.grid.place(cell)
        if place is not None:
            self.view.go_to(*place)

    def page(self) -> SheetPage:
        """What is to be drawn of the page that is shown."""
        grid, sheet = self.grid, self.sheet
        places = {
            (column, row): grid.cell(column, row)
            for row in range(grid.rows)
            for column in range(grid.columns)
        }
        refs = {place: ref for place, c in places.items() if (ref := self.view.ref(c)) is not None}
        words = {p: texts.state_text(sheet, c) for p, c in places.items() if p not in refs}
        rest = {grid.view.x, grid.view.y}
        others = [
            f"{texts.axis_title(axis)} {axis.labels[grid.view.page[number]]}"
            for number, axis in enumerate(sheet.axes)
            if number not in rest and len(axis) > 1
        ]
        x, y = grid.view.x, grid.view.y
        return SheetPage(
            ", ".join([sheet.kept.title, *others]),
            texts.axis_title(sheet.axes[x]) if x >= 0 else "",
            texts.axis_title(sheet.axes[y]) if y >= 0 else "",
            tuple(grid.column_label(column) for column in range(grid.columns)),
            tuple(grid.row_label(row) for row in range(grid.rows)),
            refs,
            words,
            frozenset(place for place, cell in places.items() if sheet.is_winner(cell)),
            self.view.ratio,
            self.view.largest_px or LARGEST_EDGE_PX,
        )

    def show_transfer(self, transfer: Transfer | None) -> None:
        """Show how far the image is; ``None`` where none is made."""
        self.line.show_transfers([] if transfer is None else [transfer])
        self.image.setEnabled(transfer is None)

    # --- inside --------------------------------------------------------------------------
    def _build(self) -> None:
        head = QFrame()
        head.setProperty("surface", "panel")
        head.setFixedHeight(theme.px(Height.PANEL_HEADING))
        title = ElidedLabel(self.sheet.kept.title)
        title.setProperty("role", "strong")
        self._counts.setProperty("tone", "text2")
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.M)
        row.addWidget(title, 1)
        row.addWidget(self._counts)
        foot = QFrame()
        foot.setProperty("surface", "panel")
        foot.setProperty("border", "top")
        self._here.setProperty("tone", "text2")
        self._winners.setProperty("tone", "text2")
        self.again.setProperty("variant", "primary")
        self.again.setIcon(icons.icon("play", "on_accent"))
        self.image.setIcon(icons.icon("download", "text2"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._here, 1)
        for widget in (self.line, self._winners, self.image, self.again):
            row.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self.bar)
        rows.addWidget(self.view, 1)
        rows.addWidget(foot)
        self.view.setAccessibleName(self.tr("Sheet"))
        self.view.setFocus()

    def _connect(self) -> None:
        self.bar.changed.connect(self._page_changed)
        self.bar.output_changed.connect(self.view.set_output)
        self.bar.zoomed.connect(self._zoom)
        self.view.current_changed.connect(self._show_here)
        self.view.activated.connect(self.opened)
        self.view.menu_requested.connect(self._menu)
        self.again.clicked.connect(self.again_requested)
        self.image.clicked.connect(self.image_requested)
        self.line.cancel_requested.connect(self.cancel_requested)
        self.sheet.cells_changed.connect(self._cells_changed)
        self.sheet.winners_changed.connect(self._show_winners)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)

    def _page_changed(self) -> None:
        self.view.set_grid(self.grid)

    def _zoom(self, larger: bool) -> None:
        self.view.zoom(ZOOM if larger else 1 / ZOOM)

    def _cells_changed(self, changed: set[int]) -> None:
        self._show_counts()
        if self.view.current in changed:
            self._show_here(self.view.current)

    def _show_counts(self) -> None:
        self._counts.setText(texts.counts_text(self.sheet))
        self.bar.set_outputs(self.sheet.most_outputs)

    def _show_here(self, cell: int | None) -> None:
        if cell is None:
            return
        words = [texts.cell_label(self.sheet, cell), texts.state_text(self.sheet, cell)]
        self._here.setText(" \N{MIDDLE DOT} ".join(word for word in words if word))

    def _show_winners(self) -> None:
        count = len(self.sheet.winners)
        self._winners.setText(texts.winners_text(count))
        self.again.setText(texts.again_text(count))
        self.again.setEnabled(count > 0)
        hint = self.tr("W or Space marks the item with the ring as a winner")
        self._winners.setToolTip(hint)
        self.again.setToolTip("" if count else hint)

    def _menu(self, cell: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_winner = self.sheet.is_winner(cell)
        words = self.tr("No winner") if is_winner else self.tr("Winner")
        icon = icons.icon("flag", "text2")
        menu.addAction(icon, words + "\tW").triggered.connect(self.view.toggle_winner)
        show = menu.addAction(
            icons.icon("maximize-2", "text2"), self.tr("Open picture") + "\tEnter"
        )
        show.setEnabled(self.view.ref(cell) is not None)
        show.triggered.connect(lambda: self.opened.emit(cell))
        item = menu.addAction(icons.icon("list", "text2"), self.tr("Show in the queue"))
        item.setEnabled(self.sheet.key(cell) is not None)
        item.triggered.connect(lambda: self.job_requested.emit(cell))
        menu.popup(at)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is closed follows nothing while it waits to be deleted."""
        self.view.let_go()
        self.sheet.set_session(None)
        self.closed.emit()
        super().closeEvent(event)
