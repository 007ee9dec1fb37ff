"""One kind of failure in full: message, hint, what can be done, and the folded traceback."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.stores.failures import Fold
from ivk_desktop.ui import fonts, icons, theme
from ivk_desktop.ui.errors import error_texts
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel

MESSAGE_CHARS = 2000


class FoldDetail(QWidget):
    """Shows a fold; what is asked for leaves by signals."""

    retry_clicked = Signal()
    show_clicked = Signal()
    dismiss_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold: Fold | None = None
        self._server = ""
        self._type = QLabel()
        self._message = QLabel(wordWrap=True)
        self._facts = QLabel(wordWrap=True)
        self._retried = QLabel(wordWrap=True)
        self._hint_box = QFrame()
        self._hint = QLabel(wordWrap=True)
        self.retry = QPushButton(icons.icon("rotate-cw"), "")
        self.show_items = QPushButton(icons.icon("list"), self.tr("Show in the queue"))
        self.copy = QPushButton(icons.icon("copy"), self.tr("Copy"))
        self.dismiss = QPushButton(icons.icon("check"), self.tr("Dismiss"))
        self.more = QPushButton(self.tr("Show the traceback"))
        self.traceback = QPlainTextEdit(readOnly=True)
        self._style()
        self._build()
        self._connect()

    def show_fold(self, fold: Fold, server: str, *, can_retry: bool, can_show: bool) -> None:
        """Show one fold.

        Args:
            fold: the fold.
            server: the name of its server.
            can_retry: whether the server takes its items again now.
            can_show: whether its queue is there to be looked at.
        """
        if fold is not self._fold:
            self._show_traceback(False)
        self._fold, self._server = fold, server
        self._type.setText(fold.error.type or self.tr("Failed"))
        self._message.setText(fold.error.message[:MESSAGE_CHARS] or error_texts.headline(fold))
        self._facts.setText(error_texts.facts(fold, server))
        self._set(self._retried, error_texts.retried(fold))
        hint = error_texts.hint_text(fold)
        self._hint.setText(hint)
        self._hint_box.setVisible(bool(hint))
        count = fold.retryable_count
        several = self.tr("Retry {items}").format(items=error_texts.items(count))
        self.retry.setText(several if count > 1 else self.tr("Retry"))
        self.retry.setEnabled(can_retry and count > 0)
        self.retry.setToolTip("" if can_retry else self.tr("Its server has to be connected"))
        self.show_items.setEnabled(can_show)
        self.more.setVisible(bool(fold.error.traceback))
        if self.traceback.toPlainText() != fold.error.traceback:
            self.traceback.setPlainText(fold.error.traceback)

    def _set(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _toggle_traceback(self) -> None:
        self._show_traceback(self.traceback.isHidden())

    def _show_traceback(self, shown: bool) -> None:
        self.traceback.setVisible(shown)
        self.more.setText(self.tr("Hide the traceback") if shown else self.tr("Show the traceback"))

    def _copy(self) -> None:
        if self._fold is not None:
            QGuiApplication.clipboard().setText(error_texts.report(self._fold, self._server))

    # --- construction --------------------------------------------------------------------
    def _style(self) -> None:
        self._type.setProperty("role", "heading")
        self._facts.setProperty("role", "caption")
        self._retried.setProperty("tone", "completed")
        self._hint_box.setProperty("variant", "info")
        self.more.setProperty("variant", "link")
        for label in (self._type, self._message, self._facts, self._retried, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._message, self._hint):
            flags = Qt.TextInteractionFlag
            label.setTextInteractionFlags(flags.TextSelectableByMouse)
        self._message.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.traceback.setAccessibleName(self.tr("Traceback"))
        self.traceback.setFont(fonts.fixed(theme.px(11)))
        self.traceback.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.traceback.hide()

    def _build(self) -> None:
        hint = QHBoxLayout(self._hint_box)
        hint.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        hint.setSpacing(Space.S)
        hint.addWidget(IconLabel("info", "text2"), 0, Qt.AlignmentFlag.AlignTop)
        hint.addWidget(self._hint, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self.retry, self.show_items, self.copy, self.dismiss):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        rows.setSpacing(Space.M)
        for widget in (self._type, self._message, self._facts, self._hint_box, self._retried):
            rows.addWidget(widget)
        rows.addLayout(buttons)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.traceback, 1)
        rows.addStretch(0)

    def _connect(self) -> None:
        self.retry.clicked.connect(self.retry_clicked)
        self.show_items.clicked.connect(self.show_clicked)
        self.dismiss.clicked.connect(self.dismiss_clicked)
        self.copy.clicked.connect(self._copy)
        self.more.clicked.connect(self._toggle_traceback)
