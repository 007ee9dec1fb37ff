"""The last event with one action, and the log of all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.stores.notices import Level, Notice, Notices
from ivk_desktop.ui import icons, texts, theme
from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import ElidedLabel, IconButton

LOOKS = {
    Level.INFO: ("bell", "text2"),
    Level.WARNING: ("triangle-alert", "warning"),
    Level.ERROR: ("circle-x", "failed"),
}


ANSWER_MS: Final = 6_000
"""So long an answer can be read before what goes on by itself takes its place."""


class StatusBar(QStatusBar):
    """One line: bell, time, what happened, and one action."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._shown: Notice | None = None
        self._log: NoticeLog | None = None
        self._answer = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._answer.timeout.connect(self._answer_read)
        self._bell = IconButton("bell", self.tr("All events"))
        self._time = QLabel()
        self._time.setProperty("role", "caption")
        self._text = ElidedLabel()
        self._text.setProperty("role", "caption")
        self._action = QPushButton()
        self._action.setProperty("variant", "link")
        self._action.hide()
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme.px(Height.STATUS_BAR) + 4)
        self._build()
        self._bell.clicked.connect(self.open_log)
        self._action.clicked.connect(self._act)
        notices.posted.connect(self.show_notice)
        notices.dismissed.connect(self._dismissed)
        if notices.latest is not None:
            self.show_notice(notices.latest)

    def show_notice(self, notice: Notice) -> None:
        """Show one event, or only its bell while another one keeps the place."""
        icon, token = LOOKS[notice.level]
        self._bell.setIcon(icons.icon(icon, token))
        if self._keeps_place() and not notice.stays:
            return
        if notice.passing and self._answer.isActive():
            return
        self._shown = notice
        if not notice.passing:
            self._answer.start()
        self._time.setText(texts.clock_text(notice.at))
        self._time.setToolTip(texts.moment_text(notice.at))
        self._text.setText(texts.notice_text(notice))
        self._action.setVisible(notice.action is not None)
        if notice.action is not None:
            self._action.setText(notice.action.label)

    def _answer_read(self) -> None:
        """What has gone on meanwhile may be told now."""
        latest = self._notices.latest
        if latest is not None and latest.passing and latest is not self._shown:
            self.show_notice(latest)

    def _dismissed(self, key: str) -> None:
        """What stands there no longer holds: calm down, the log keeps it."""
        if self._shown is not None and self._shown.key == key and self._shown.stays:
            self._let_go()
        elif self._shown is not None and self._shown.key == key and self._shown.level > Level.INFO:
            self._answer.stop()
            self._shown = None
            self._bell.setIcon(icons.icon("bell", "text2"))
            self._time.clear()
            self._text.setText("")
            self._action.hide()

    def _keeps_place(self) -> bool:
        shown = self._shown
        return shown is not None and shown.stays and self._notices.active(shown.key) is shown

    def _let_go(self) -> None:
        """What was offered is over: show what came meanwhile, else what it said."""
        self._answer.stop()
        latest, self._shown = self._notices.latest, None
        if latest is not None:
            self.show_notice(replace(latest, stays=False, action=None) if latest.stays else latest)

    def text(self) -> str:
        """The whole text of the event that is shown."""
        return self._text.whole_text()

    def open_log(self) -> None:
        """Open the log of all events beside the work."""
        if self._log is None:
            self._log = NoticeLog(self._notices, self.window())
        bring_up(self._log)

    def _act(self) -> None:
        if self._shown is not None and self._shown.action is not None:
            self._shown.action.run()

    def _build(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(Space.XS, 0, Space.S, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._bell)
        row.addWidget(self._time)
        row.addWidget(self._text, 0)
        row.addSpacing(Space.S)
        row.addWidget(self._action)
        row.addStretch(1)
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.addWidget(line, 1)


class NoticeLog(QDialog):
    """All events, newest first, each with its details; modeless."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self.setWindowTitle(self.tr("Events"))
        self.resize(theme.px(640), theme.px(420))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Events"))
        self._list.setUniformItemSizes(True)
        self._detail = QPlainTextEdit(readOnly=True)
        self._detail.setAccessibleName(self.tr("Details"))
        self._copy = QPushButton(self.tr("Copy"))
        self._close = QPushButton(self.tr("Close"))
        for button in (self._copy, self._close):
            button.setAutoDefault(False)
        self._build()
        self._list.currentItemChanged.connect(self._show_detail)
        self._copy.clicked.connect(self._copy_detail)
        self._close.clicked.connect(self.close)
        notices.posted.connect(self._refill)
        self._refill()

    def _refill(self, _notice: object = None) -> None:
        row = self._list.currentRow()
        self._list.clear()
        for notice in reversed(self._notices.log):
            icon, token = LOOKS[notice.level]
            item = QListWidgetItem(icons.icon(icon, token), _line(notice), self._list)
            item.setData(Qt.ItemDataRole.UserRole, notice)
            item.setToolTip(texts.moment_text(notice.at))
        self._list.setCurrentRow(max(row, 0))
        self._copy.setEnabled(self._list.count() > 0)

    def _show_detail(self, item: QListWidgetItem | None) -> None:
        notice = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self._detail.setPlainText(_whole(notice) if notice is not None else "")

    def _copy_detail(self) -> None:
        QGuiApplication.clipboard().setText(self._detail.toPlainText())

    def _build(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self._list)
        parts.addWidget(self._detail)
        parts.setSizes([280, 100])
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._copy)
        buttons.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.addWidget(parts, 1)
        rows.addLayout(buttons)


def _line(notice: Notice) -> str:
    text = " ".join(texts.notice_text(notice).split())
    times = f" ({notice.times}\u00d7)" if notice.times > 1 else ""
    return f"{texts.clock_text(notice.at)}  {text}{times}"


def _whole(notice: Notice) -> str:
    said = f"{texts.moment_text(notice.at)}\n{texts.notice_text(notice)}"
    return f"{said}\n\n{notice.detail}" if notice.detail else said
