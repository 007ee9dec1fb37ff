"""The error centre: a window of its own that stays open beside the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.failures import Failures
from ivk_desktop.ui import theme
from ivk_desktop.ui.errors import error_texts
from ivk_desktop.ui.errors.detail import FoldDetail
from ivk_desktop.ui.errors.fold_list import FoldList
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.tokens import Space

MOST_WANTED: Final = 100
"""So many errors are read when they are looked at; others follow once these are known."""


@dataclass(frozen=True, slots=True)
class ServerView:
    """What the error centre asks about a server: its name, and what can be done there now."""

    name: Callable[[ServerId], str]
    takes_retries: Callable[[ServerId], bool]
    is_there: Callable[[ServerId], bool]


class ErrorCentre(QWidget):
    """Lists what failed, until it is dismissed; what needs a server leaves by signals."""

    retry_requested = Signal(object)
    """A tuple of ``JobKey`` to run again; the failures are marked as retried already."""
    show_requested = Signal(object)
    """The ``JobKey`` to be shown in the queue."""
    reasons_wanted = Signal(object)
    """A list of ``JobKey`` of which the error is not known yet."""

    def __init__(
        self, failures: Failures, servers: ServerView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._failures = failures
        self._servers = servers
        self.setWindowTitle(self.tr("Failures"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self.list = FoldList()
        self.detail = FoldDetail()
        self._count = QLabel()
        self._count.setProperty("tone", "text2")
        self._dismiss_all = QPushButton(self.tr("Dismiss all"))
        self._close = QPushButton(self.tr("Close"))
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._panel = Panel(self._parts)
        self._build()
        self._connect()
        self.resize(theme.px(920), theme.px(560))
        self.refresh()

    def refresh(self) -> None:
        """Show the failures as they are now."""
        if not self.isVisible():
            return
        if self.isActiveWindow():
            self._failures.mark_seen()
        self.list.show_folds(self._failures.folds)
        if unknown := self._failures.without_reason(MOST_WANTED):
            self.reasons_wanted.emit(unknown)
        count = self._failures.count
        words = self.tr("{items} failed").format(items=error_texts.items(count))
        self._count.setText(words if count else "")
        self._dismiss_all.setEnabled(count > 0)
        if count:
            self._panel.show_content()
        else:
            self._panel.show_empty(self.tr("Nothing has failed."), icon="circle-check")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._failures.mark_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._failures.mark_seen()

    # --- inside --------------------------------------------------------------------------
    def _show_detail(self) -> None:
        fold = self.list.current()
        if fold is None:
            return
        self.detail.show_fold(
            fold,
            self._servers.name(fold.server_id),
            can_retry=self._servers.takes_retries(fold.server_id),
            can_show=self._servers.is_there(fold.server_id),
        )

    def _retry(self) -> None:
        fold = self.list.current()
        if fold is None or not self._servers.takes_retries(fold.server_id):
            return
        if keys := fold.retryable:
            self._failures.mark_retried(keys)
            self.retry_requested.emit(keys)

    def _show_items(self) -> None:
        fold = self.list.current()
        if fold is not None and fold.failures:
            self.show_requested.emit(fold.newest()[0].job)

    def _dismiss(self) -> None:
        if (fold := self.list.current()) is not None:
            self._failures.dismiss(fold)

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(1)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.detail)
        self._parts.setSizes([theme.px(340), theme.px(580)])
        self._parts.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._count)
        buttons.addStretch(1)
        buttons.addWidget(self._dismiss_all)
        buttons.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._panel, 1)
        rows.addLayout(buttons)
        close = QAction(self)
        close.setShortcuts([QKeySequence("Escape"), QKeySequence(QKeySequence.StandardKey.Close)])
        close.triggered.connect(self.close)
        self.addAction(close)

    def _connect(self) -> None:
        self._failures.changed.connect(self.refresh)
        self.list.current_changed.connect(self._show_detail)
        self.list.dismiss_requested.connect(self._dismiss)
        self.detail.retry_clicked.connect(self._retry)
        self.detail.show_clicked.connect(self._show_items)
        self.detail.dismiss_clicked.connect(self._dismiss)
        self._dismiss_all.clicked.connect(self._failures.dismiss_all)
        self._close.clicked.connect(self.close)
