"""The trash: what is deleted here and not yet on the server, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import reading, theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.pictures import questions
from ivk_desktop.ui.pictures.delays import DELAYS_S, delay_text
from ivk_desktop.ui.pictures.trash_table import THUMB_PX, Column, TrashModel
from ivk_desktop.ui.tokens import Space

TICK_MS = 5000


class TrashWindow(QDialog):
    """Lists the pictures of one server that wait for their deletion; stays open beside the work."""

    delay_chosen = Signal(int)
    """After how many seconds pictures are deleted that are thrown away from now on."""
    asking_chosen = Signal(bool)
    """Whether to ask before pictures go to the trash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery: Gallery | None = None
        self._media: MediaStore | None = None
        self.model = TrashModel(self)
        self.table = QTableView()
        self.panel = Panel(self.table)
        self.summary = QLabel()
        self.summary.setProperty("tone", "text2")
        self.delay = QuietCombo()
        self.ask = QCheckBox(self.tr("Ask first"))
        self.ask.setToolTip(self.tr("Ask before pictures go to the trash"))
        self.restore = QPushButton(self.tr("Restore"))
        self.restore.setProperty("variant", "primary")
        self.restore_all = QPushButton(self.tr("Restore all"))
        self.delete = QPushButton(self.tr("Delete now…"))
        self._tick = QTimer(self, interval=TICK_MS)
        self._build_table()
        self._build()
        self._connect()
        self.resize(theme.px(720), theme.px(480))
        self.table.setFocus()

    # --- what it shows -------------------------------------------------------------------
    def set_server(self, gallery: Gallery, media: MediaStore, name: str) -> None:
        """Show the trash of one server."""
        self._leave()
        self._gallery, self._media = gallery, media
        gallery.trash.changed.connect(self.refresh)
        media.ready.connect(self.model.thumbnail_came)
        self.setWindowTitle(self.tr("Trash of {server}").format(server=name))
        self.refresh()

    def let_go(self) -> None:
        """The server is gone, and with it what waited to be deleted there."""
        self._leave()
        self.setWindowTitle(self.tr("Trash"))
        self.close()

    def _leave(self) -> None:
        if self._gallery is not None and self._media is not None:
            self._gallery.trash.changed.disconnect(self.refresh)
            self._media.ready.disconnect(self.model.thumbnail_came)
        self._gallery = self._media = None

    def show_choices(self, seconds: int, *, ask: bool) -> None:
        """Say how long pictures can be restored, and whether it is asked first."""
        self.ask.setChecked(ask)
        self.delay.clear()
        for value in sorted({*DELAYS_S, seconds}):
            self.delay.addItem(delay_text(value), value)
        self.delay.setCurrentIndex(self.delay.findData(seconds))

    def refresh(self) -> None:
        """Show what waits now; what is chosen stays chosen."""
        gallery, media = self._gallery, self._media
        if gallery is None or media is None:
            return
        chosen = set(self.chosen())
        self.model.show(gallery.trash, media, gallery.board_name)
        for row in range(self.model.rowCount()):
            if self.model.ref(row) in chosen:
                self.table.selectRow(row)
        count = self.model.rowCount()
        self.restore_all.setEnabled(bool(count))
        self._selection_changed()
        if not count:
            self.panel.show_empty(self.tr("The trash is empty."), icon="trash-2")
            self.summary.setText("")
            return
        self.panel.show_content()
        words = self.tr("{pictures}, {size}")
        size = fmt.size(self.model.total_bytes, reading.style())
        self.summary.setText(words.format(pictures=questions.pictures_text(count), size=size))
        gallery.trash.measure([self.model.ref(row) for row in range(min(count, 200))])

    def chosen(self) -> list[MediaRef]:
        """The chosen pictures."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self.model.ref(row) for row in sorted(rows) if row < self.model.rowCount()]

    # --- what a person does --------------------------------------------------------------
    def _restore(self) -> None:
        if self._gallery is not None:
            self._gallery.trash.restore(self.chosen())

    def _restore_all(self) -> None:
        if self._gallery is not None:
            self._gallery.trash.restore([one.ref for one in self._gallery.trash.deletions])

    def _delete(self) -> None:
        gallery = self._gallery
        refs = self.chosen() or [self.model.ref(row) for row in range(self.model.rowCount())]
        if gallery is not None and refs:
            questions.ask_for_good(self, len(refs), lambda: gallery.trash.hasten(refs))

    def _selection_changed(self) -> None:
        chosen = len(self.chosen())
        self.restore.setEnabled(bool(chosen))
        self.delete.setEnabled(bool(self.model.rowCount()))
        self.delete.setText(self.tr("Delete now…") if chosen else self.tr("Empty the trash…"))

    def _delay_picked(self) -> None:
        self.delay_chosen.emit(int(self.delay.currentData()))

    # --- construction --------------------------------------------------------------------
    def _build_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Trash"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setIconSize(QSize(THUMB_PX, THUMB_PX))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(THUMB_PX + Space.S)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.PICTURE, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _build(self) -> None:
        self.delay.setAccessibleName(self.tr("Delete on the server after"))
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.summary)
        top.addStretch(1)
        top.addWidget(QLabel(self.tr("Delete on the server after")))
        top.addWidget(self.delay)
        top.addSpacing(Space.S)
        top.addWidget(self.ask)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.restore_all)
        buttons.addWidget(self.restore)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.M)
        rows.addLayout(top)
        rows.addWidget(self.panel, 1)
        rows.addLayout(buttons)
        for button in (self.delete, self.restore_all, self.restore):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.restore.clicked.connect(self._restore)
        self.restore_all.clicked.connect(self._restore_all)
        self.delete.clicked.connect(self._delete)
        self.delay.activated.connect(self._delay_picked)
        self.ask.clicked.connect(self.asking_chosen)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self._tick.timeout.connect(self.model.refresh_times)
        self._tick.start()
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.activated.connect(self._delete)
