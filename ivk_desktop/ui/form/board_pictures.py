"""Picking pictures from a board, in a window beside the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.boards import UNCATEGORIZED, BoardId, BoardKey
from ivk_desktop.domain.media import MediaKind
from ivk_desktop.stores.boards import BoardPictures
from ivk_desktop.stores.listing import ListState
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.board import board_entries
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space


class BoardPicturesDialog(QDialog):
    """A board's pictures or assets as a grid; double click, Enter or the button takes one.

    With ``many`` it stays open for the next one, with another ``kind`` it shows videos. It never
    blocks the form.
    """

    picked = Signal(object)
    """A ``MediaRef``."""

    last_board: BoardId = UNCATEGORIZED
    """Where the person looked last: the next picture is often there too."""

    def __init__(
        self,
        context: FormContext,
        parent: QWidget,
        *,
        many: bool = False,
        kind: MediaKind = MediaKind.IMAGE,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._many = many
        self._media = kind
        self._is_video = kind is MediaKind.VIDEO
        self._pictures: BoardPictures | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pick from a board"))
        self.board = PickerCombo(self._entries, self)
        self.board.setAccessibleName(self.tr("Board"))
        self.kind = QuietCombo(self)
        self.kind.addItems([self._made(), self.tr("Assets")])
        self.kind.setAccessibleName(self.tr("Images or assets"))
        self.grid = PictureGrid("board picker", self)
        self.panel = Panel(self.grid)
        self.count = QLabel(self)
        self.count.setProperty("tone", "text2")
        one = self.tr("Use video") if self._is_video else self.tr("Use picture")
        self.use = QPushButton(self.tr("Add picture") if many else one, self)
        self.use.setProperty("variant", "primary")
        self._build()
        self.board.picked.connect(self._board_picked)
        self.kind.activated.connect(self._reopen)
        self.grid.current_changed.connect(self._current_changed)
        for wish in (self.grid.activated, self.grid.enlarged):
            wish.connect(self._take)
        self.grid.left.connect(self.close)
        self.use.clicked.connect(self._take_current)
        context.leaving.connect(self.close)
        self.resize(theme.px(640), theme.px(520))
        self._reopen()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.board, 2)
        top.addWidget(self.kind, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        done = QPushButton(self.tr("Done") if self._many else self.tr("Cancel"), self)
        done.setAutoDefault(False)
        done.clicked.connect(self.close)
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        buttons.addWidget(done)
        buttons.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        rows.addLayout(top)
        rows.addWidget(self.panel, 1)
        rows.addLayout(buttons)

    def _entries(self) -> list[Entry]:
        none = Entry(str(UNCATEGORIZED), self.tr("Uncategorized"))
        return [none, *board_entries(self._context)]

    def _board_picked(self, key: object) -> None:
        BoardPicturesDialog.last_board = BoardId(str(key))
        self._reopen()

    def _reopen(self) -> None:
        """Show the chosen board; one that is gone gives way to Uncategorized."""
        names = {str(entry.key): entry.text for entry in self._entries()}
        wanted = str(BoardPicturesDialog.last_board)
        board = wanted if wanted in names else str(UNCATEGORIZED)
        self.board.show_entry(board, names[board])
        self._let_go()
        key = BoardKey(self._context.server_id, BoardId(board))
        assets = self.kind.currentIndex() == 1
        self._pictures = self._context.browse(key, self, assets=assets, kind=self._media)
        if self._pictures is not None:
            self.grid.set_model(self._pictures.model, self._context.media())
            self._pictures.state_changed.connect(self._show_state)
            self._pictures.changed.connect(self._show_state)
        self._show_state()

    def _let_go(self) -> None:
        pictures, self._pictures = self._pictures, None
        self.grid.set_model(None, None)
        if pictures is not None:
            pictures.mark_stale()  # ends a read that is under way
            pictures.deleteLater()

    def _show_state(self) -> None:
        pictures = self._pictures
        self.count.setText("")
        self._current_changed()
        if pictures is None or pictures.state in (ListState.UNREAD, ListState.LOADING):
            self.panel.show_loading()
        elif pictures.state is ListState.ERROR and pictures.problem is not None:
            self.panel.show_error(pictures.problem, retry=pictures.reload)
        elif not pictures.items:
            self.panel.show_empty(self._nothing(), icon="image")
        else:
            self.count.setText(self._counted(len(pictures.items)))
            self.panel.show_content()

    def _made(self) -> str:
        return self.tr("Videos") if self._is_video else self.tr("Images")

    def _nothing(self) -> str:
        if self.kind.currentIndex():
            return self.tr("This board has no assets.")
        video = self.tr("This board has no videos.")
        return video if self._is_video else self.tr("This board has no images.")

    def _counted(self, number: int) -> str:
        if self._is_video:
            words = self.tr("{count} videos") if number != 1 else self.tr("{count} video")
            return words.format(count=count_text(number))
        words = self.tr("{count} pictures") if number != 1 else self.tr("{count} picture")
        return words.format(count=count_text(number))

    def _current_changed(self) -> None:
        self.use.setEnabled(self.grid.ref(self.grid.current) is not None)

    def _take_current(self) -> None:
        self._take(self.grid.current)

    def _take(self, row: int) -> None:
        ref = self.grid.ref(row)
        if ref is None or ref.kind is not self._media:
            return
        self.picked.emit(ref)
        if not self._many:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        super().closeEvent(event)
