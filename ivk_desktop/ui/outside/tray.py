"""The icon in the system's tray: state and count, and a menu of the running jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.stores.desktop.notifier import Note
from ivk_desktop.ui import fonts, icons, theme

EDGE_PX: Final = 64
MOST_JOBS: Final = 12
MESSAGE_MS: Final = 20_000
"""How long an icon that is there for a message alone stays for it."""


class TrayState(Enum):
    """What the icon tells first."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    LOST = "lost"


SIGNS: Final = {
    TrayState.RUNNING: ("accent", ""),
    TrayState.PAUSED: ("edge", "II"),
    TrayState.FAILED: ("failed", "!"),
    TrayState.LOST: ("warning", "?"),
}
"""The badge's colour and its sign; a running one shows its count."""


@dataclass(frozen=True, slots=True)
class TrayView:
    """All that the tray shows. Texts are translated."""

    state: TrayState = TrayState.IDLE
    count: int = 0
    """Items that are left."""
    tip: str = ""
    jobs: Sequence[tuple[JobKey, str]] = ()
    is_paused: bool = False
    can_pause: bool = False


class Tray(Protocol):
    """An icon in the tray, if there is one."""

    @property
    def window_requested(self) -> SignalInstance:
        """The window is wanted."""
        ...

    @property
    def job_requested(self) -> SignalInstance:
        """The ``JobKey`` that is to be shown."""
        ...

    @property
    def pause_requested(self) -> SignalInstance:
        """Pause, or resume."""
        ...

    @property
    def quit_requested(self) -> SignalInstance:
        """The app is to end."""
        ...

    @property
    def is_available(self) -> bool:
        """Whether the system has a tray now."""
        ...

    def set_shown(self, shown: bool) -> None:
        """Put the icon there, or take it away."""
        ...

    def show_view(self, view: TrayView) -> None:
        """Show this."""
        ...


class SystemTray(QObject):
    """Qt's tray icon."""

    window_requested = Signal()
    job_requested = Signal(object)
    pause_requested = Signal(bool)
    quit_requested = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._icon: QSystemTrayIcon | None = None
        self._view = TrayView()
        self._menu: QMenu | None = None
        self._keys: list[JobKey] = []
        self._is_wanted = False
        self._message_over = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._message_over.timeout.connect(self._leave_after_message)

    @property
    def is_available(self) -> bool:
        """Whether the system has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_shown(self, shown: bool) -> None:
        """Put the icon there, or take it away."""
        self._is_wanted = shown
        if shown:
            self.icon().show()
        elif self._icon is not None:
            self._icon.hide()

    def show_message(self, note: Note) -> None:
        """Show a notification; it needs the icon, which goes again where it is not wanted."""
        icon = self.icon()
        icon.show()
        if not self._is_wanted:
            self._message_over.start()
        if note.picture is not None:
            icon.showMessage(note.title, note.body, QIcon(QPixmap.fromImage(note.picture)))
            return
        kinds = QSystemTrayIcon.MessageIcon
        kind = kinds.Critical if note.is_error else kinds.Information
        icon.showMessage(note.title, note.body, kind)

    def _leave_after_message(self) -> None:
        if self._icon is not None and not self._is_wanted:
            self._icon.hide()

    def show_view(self, view: TrayView) -> None:
        """Show this; what has not changed is left alone."""
        was, self._view = self._view, view
        if self._icon is None:
            return
        if (was.state, was.count) != (view.state, view.count):
            self._icon.setIcon(tray_icon(view.state, view.count))
        if was.tip != view.tip:
            self._icon.setToolTip(view.tip)
        self._fill(was)

    def icon(self) -> QSystemTrayIcon:
        """The icon; made with the first call, with its menu."""
        if self._icon is None:
            self._icon = QSystemTrayIcon(tray_icon(self._view.state, self._view.count), self)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self.message_clicked)
            self._menu = QMenu(self._window)
            self._build(self._menu)
            self._icon.setContextMenu(self._menu)
            self._icon.setToolTip(self._view.tip)
        return self._icon

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        kinds = QSystemTrayIcon.ActivationReason
        if reason in (kinds.Trigger, kinds.DoubleClick, kinds.MiddleClick):
            self.window_requested.emit()

    # --- the menu ------------------------------------------------------------------------
    def _build(self, menu: QMenu) -> None:
        self._heading = menu.addAction("")
        self._heading.setEnabled(False)
        self._jobs = [menu.addAction("") for _ in range(MOST_JOBS)]
        for action in self._jobs:
            action.setVisible(False)
            action.triggered.connect(self._job_clicked)
        menu.addSeparator()
        self._pause = menu.addAction(icons.icon("pause"), "")
        self._pause.triggered.connect(self._pause_clicked)
        menu.addAction(self.tr("Show the window"), self.window_requested.emit)
        menu.addSeparator()
        menu.addAction(icons.icon("log-out"), self.tr("Quit"), self.quit_requested.emit)
        self._fill(None)

    def _fill(self, was: TrayView | None) -> None:
        """Actions keep their place: a menu that is open must not move under the pointer."""
        view = self._view
        if was is None or was.tip != view.tip:
            self._heading.setText(view.tip.replace("&", "&&") or self.tr("Nothing runs"))
        if was is None or was.jobs != view.jobs:
            self._keys = [key for key, _ in view.jobs[:MOST_JOBS]]
            texts = [text for _, text in view.jobs[:MOST_JOBS]]
            for number, action in enumerate(self._jobs):
                action.setVisible(number < len(texts))
                action.setText(texts[number].replace("&", "&&") if number < len(texts) else "")
        self._pause.setText(self.tr("Resume") if view.is_paused else self.tr("Pause"))
        self._pause.setVisible(view.can_pause)

    def _job_clicked(self) -> None:
        number = next((n for n, a in enumerate(self._jobs) if a is self.sender()), -1)
        if 0 <= number < len(self._keys):
            self.job_requested.emit(self._keys[number])

    def _pause_clicked(self) -> None:
        self.pause_requested.emit(not self._view.is_paused)


class TrayNotifier(QObject):
    """Notifications by the tray icon: what Windows and macOS offer to Qt."""

    clicked = Signal(str)

    def __init__(self, tray: SystemTray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._tag = ""
        tray.message_clicked.connect(self._clicked)

    def show(self, note: Note) -> None:
        """Show one."""
        self._tag = note.tag
        self._tray.show_message(note)

    def _clicked(self) -> None:
        self.clicked.emit(self._tag)


def tray_icon(state: TrayState, count: int) -> QIcon:
    """The application's icon with a badge: a colour, and a sign or a count on it."""
    pixmap = icons.app_icon().pixmap(EDGE_PX, EDGE_PX)
    if state is not TrayState.IDLE:
        token, sign = SIGNS[state]
        number = str(count) if count < 100 else "99+"
        _paint_badge(pixmap, theme.color(token), sign or number)
    return QIcon(pixmap)


def _paint_badge(pixmap: QPixmap, color: QColor, text: str) -> None:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ratio = pixmap.devicePixelRatio()
    edge = pixmap.width() / ratio
    height = edge * 0.56
    width = max(height, height * (0.45 + 0.38 * len(text)))
    place = QRectF(edge - min(width, edge), edge - height, min(width, edge), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(place, height / 2, height / 2)
    painter.setBrush(color)
    painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), height / 2, height / 2)
    painter.setFont(fonts.font(round(height * 0.66), semibold=True))
    light = color.lightnessF() > 0.6
    painter.setPen(QColor("#171717" if light else "#FFFFFF"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
