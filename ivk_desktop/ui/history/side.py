"""All that is kept of one item: its inputs, results and error, and the sums of its batch."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.history import BatchTotals, HistoryItem
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.history_pictures import Found, HistoryPictures
from ivk_desktop.ui import fonts, icons, job_texts, reading, theme
from ivk_desktop.ui.history import texts
from ivk_desktop.ui.texts import breakable
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel

EDGE_PX: Final = 84
"""The longest edge of a result."""
MOST_RESULTS: Final = 40
PLACE: Final = "history-side"
_REF: Final = Qt.ItemDataRole.UserRole


class HistorySide(QScrollArea):
    """Shows one item, or says that none is chosen."""

    picture_requested = Signal(object)
    """The ``MediaRef`` that is wanted large."""
    batch_requested = Signal()
    """The items of the batch are to be shown."""

    def __init__(self, pictures: HistoryPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._item: HistoryItem | None = None
        self._drawn: list[Found] | None = None
        self._hint = QLabel(self.tr("Choose an item to see what it ran with and what came of it."))
        self._title = QLabel(wordWrap=True)
        self._state_icon = IconLabel()
        self._state = QLabel()
        self._facts = self._text(self.tr("Times and places"))
        self._batch = QLabel(wordWrap=True)
        self._show_all = QPushButton(self.tr("Show batch"))
        self._inputs = self._text(self.tr("Inputs"))
        self._error = self._text(self.tr("Error"))
        self._more = QPushButton(self.tr("Traceback"))
        self._traceback = QPlainTextEdit(readOnly=True)
        self.results = QListWidget()
        self.picture_words = QLabel(wordWrap=True)
        self._heads: dict[str, QLabel] = {}
        self._build()
        self._more.clicked.connect(self._unfold)
        self._show_all.clicked.connect(self.batch_requested)
        self.results.itemActivated.connect(self._open)
        pictures.changed.connect(self._draw_results)
        theme.theme().changed.connect(self._refresh)

    def show_item(self, item: HistoryItem | None) -> None:
        """Show another item; its batch is told once it is known."""
        if item == self._item:
            return
        self._item = item
        self.show_batch(item, BatchTotals())
        self._refresh()
        self._pictures.show(self._refs(), PLACE)

    def show_batch(self, item: HistoryItem | None, totals: BatchTotals) -> None:
        """Show the sums of the shown item's batch; of a single item there are none."""
        if item != self._item:
            return
        self._batch.setText(texts.totals(totals))
        for widget in (self._batch, self._show_all):
            widget.setVisible(totals.total > 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pictures.show(self._refs(), PLACE)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.show((), PLACE)

    # --- inside --------------------------------------------------------------------------
    def _refresh(self) -> None:
        item = self._item
        self._body.setVisible(item is not None)
        self._hint.setVisible(item is None)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if item else policy.ScrollBarAlwaysOff
        )
        if item is None:
            return
        job = item.job
        self._title.setText(texts.title(item))
        token = job_texts.STATE_TOKENS.get(job.state, "pending")
        self._state_icon.set_icon(job_texts.STATE_ICONS[job.state], token)
        self._state.setText(texts.state_tip(item) or texts.state(item))
        self._facts.setText(_lines(self._known(item)))
        self._inputs.setText(_lines(list(job.inputs)))
        nothing = self.tr("No inputs are known: it was not submitted from here.")
        if not job.inputs:
            self._inputs.setText(_dim(nothing))
        self._show_error(item)
        self._drawn = None
        self._draw_results()

    def _refs(self) -> tuple[MediaRef, ...]:
        return self._item.job.outputs[:MOST_RESULTS] if self._item else ()

    def _known(self, item: HistoryItem) -> list[tuple[str, str]]:
        job = item.job
        facts = [
            (self.tr("Server"), job_texts.place_text(item.server_name, job.device)),
            (self.tr("Created"), reading.moment(job.created_at)),
            (self.tr("Started"), reading.moment(job.started_at)),
            (self.tr("Ended"), reading.moment(job.ended_at)),
            (self.tr("Run time"), fmt.run_time(item.run_s, reading.style())),
            (self.tr("User"), job.user),
            (self.tr("Item"), job.key.job_id),
            (self.tr("Batch"), job.batch_id or ""),
        ]
        return [(label, value) for label, value in facts if value]

    def _show_error(self, item: HistoryItem) -> None:
        error = item.job.error
        for widget in (self._heads["error"], self._error):
            widget.setVisible(error is not None)
        self._traceback.hide()
        self._more.setVisible(bool(error and error.traceback))
        if error is not None:
            self._error.setText(_lines([(error.type, error.message)]))
            self._traceback.setPlainText(error.traceback)

    def _draw_results(self) -> None:
        refs = self._refs()
        found = [self._pictures.found(ref) for ref in refs]
        if found == self._drawn:
            return  # a picture of someone else's has come
        self._drawn = found
        self.results.clear()
        for ref, state in zip(refs, found, strict=True):
            self.results.addItem(self._result(ref, state))
        for widget in (self._heads["results"], self.results):
            widget.setVisible(bool(refs))
        words = []
        if gone := found.count(Found.GONE):
            one = self.tr("One picture is not on the server any more.")
            many = self.tr("{count} pictures are not on the server any more.")
            words.append(one if gone == 1 else many.format(count=gone))
        if Found.AWAY in found:
            words.append(self.tr("Connect to the server to see all pictures."))
        self.picture_words.setText(" ".join(words))
        self.picture_words.setVisible(bool(words))
        columns = max(1, (self.viewport().width() - 2 * Space.M) // theme.px(EDGE_PX + 8))
        rows = min(3, -(-len(refs) // columns))
        self.results.setFixedHeight(max(1, rows) * theme.px(EDGE_PX + 8) + 4)

    def _result(self, ref: MediaRef, state: Found) -> QListWidgetItem:
        edge = theme.px(EDGE_PX)
        image = self._pictures.image(ref)
        if image is not None and not image.isNull():
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            icon = QIcon(QPixmap.fromImage(image.scaled(edge, edge, keep, smooth)))
        else:
            icon = icons.icon("loader-circle" if state is Found.COMING else "image-off", "text2")
        item = QListWidgetItem(icon, "")
        item.setData(_REF, ref)
        words = {
            Found.GONE: self.tr("{name}: not on the server any more"),
            Found.AWAY: self.tr("{name}: its server is not connected"),
        }
        text = words.get(state, "{name}").format(name=ref.name)
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        return item

    def _open(self, item: QListWidgetItem) -> None:
        self.picture_requested.emit(item.data(_REF))

    def _unfold(self) -> None:
        self._traceback.setVisible(self._traceback.isHidden())

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFixedWidth(theme.px(320))
        self.setProperty("surface", "window")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details"))
        self._body = QWidget()
        self._body.setProperty("surface", "window")
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "heading")
        rows.addWidget(self._title)
        rows.addLayout(self._state_line())
        self._style_parts()
        rows.addWidget(self._batch)
        rows.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        for name, head, widgets in (
            ("error", self.tr("Error"), (self._error, self._more, self._traceback)),
            ("results", self.tr("Results"), (self.results, self.picture_words)),
            ("inputs", self.tr("Inputs"), (self._inputs,)),
            ("facts", self.tr("Times and places"), (self._facts,)),
        ):
            self._heads[name] = self._head(head)
            rows.addWidget(self._heads[name])
            for widget in widgets:
                is_link = isinstance(widget, QPushButton)
                side = Qt.AlignmentFlag.AlignLeft if is_link else Qt.AlignmentFlag(0)
                rows.addWidget(widget, 0, side)
        rows.addStretch(1)
        self._body.hide()
        self._hint.setWordWrap(True)
        self._hint.setProperty("tone", "text2")
        self._hint.setMargin(Space.M)
        whole = QWidget()
        whole.setProperty("surface", "window")
        both = QVBoxLayout(whole)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self._body, 1)
        self.setWidget(whole)

    def _state_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self._state.setWordWrap(True)
        line.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._state, 1)
        return line

    def _style_parts(self) -> None:
        for link in (self._show_all, self._more):
            link.setProperty("variant", "link")
        self._batch.setProperty("tone", "text2")
        self._show_all.setToolTip(self.tr("Show the items of this batch"))
        self._traceback.setAccessibleName(self.tr("Traceback"))
        self._traceback.setFont(fonts.fixed(theme.px(11)))
        self._traceback.setFixedHeight(theme.px(160))
        self.picture_words.setProperty("tone", "text2")
        self.results.setAccessibleName(self.tr("Results"))
        self.results.setViewMode(QListWidget.ViewMode.IconMode)
        self.results.setMovement(QListWidget.Movement.Static)
        self.results.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.results.setIconSize(QSize(theme.px(EDGE_PX), theme.px(EDGE_PX)))
        self.results.setGridSize(QSize(theme.px(EDGE_PX + 8), theme.px(EDGE_PX + 8)))
        self.results.setFrameShape(QListWidget.Shape.NoFrame)
        self.results.setProperty("surface", "window")

    def _head(self, text: str) -> QLabel:
        head = QLabel(text)
        head.setProperty("role", "strong")
        head.setContentsMargins(0, Space.S, 0, 0)
        return head

    def _text(self, name: str) -> QLabel:
        label = QLabel(wordWrap=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(name)
        return label


def _lines(pairs: list[tuple[str, str]]) -> str:
    """Labels and their values, one below the other."""
    return "".join(
        f'<div style="margin-bottom:6px">{_dim(label)}<br>{_breakable(value)}</div>'
        for label, value in pairs
    )


def _breakable(text: str) -> str:
    return escape(breakable(text)).replace("\n", "<br>")


def _dim(text: str) -> str:
    return f'<span style="color:{theme.color("text2").name()}">{escape(text)}</span>'
