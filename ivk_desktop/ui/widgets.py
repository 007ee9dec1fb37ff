"""Small widgets that many panels use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.tokens import BAR_PX, RADIUS_BAR_PX

BUSY_TICK_MS = 33
BUSY_PERIOD_TICKS = 54
BUSY_SHARE = 0.25
"""How much of a busy bar its moving piece covers."""


class ElidedLabel(QLabel):
    """A line of text that ends in … where it does not fit; the tool tip has all of it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``; line breaks become spaces."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._elide()

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def whole_text(self) -> str:
        """The text before it was cut."""
        return self._whole

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the ellipsis."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance("…"), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        cut = QFontMetrics(self.font()).elidedText(self._whole, self._mode, self.width())
        super().setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


ICONS_PX = 48
"""What a search field needs for its icon and round its text."""


class SearchField(QLineEdit):
    """A line edit with a magnifier and a clear button; Escape clears it.

    Where ``placeholder`` does not fit, ``short`` says what it is for.
    """

    def __init__(
        self,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        icon: str = "search",
        short: str = "",
    ) -> None:
        super().__init__(parent)
        self._placeholders = (placeholder, short or placeholder)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon(icon, "text2"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if (clear := self.findChild(QAction, "_q_qlineeditclearaction")) is not None:
            clear.setIcon(icons.icon("x", "text2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole, short = self._placeholders
        room = self.width() - theme.px(ICONS_PX)
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else short)

    def event(self, event: QEvent) -> bool:
        # Escape clears what is typed before it is a shortcut of the window, that closes it.
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.setAccepted(bool(self.text()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class ThinProgressBar(QProgressBar):
    """A bar of 4 px: a fraction of 0..1, or busy."""

    def __init__(self, parent: QWidget | None = None, *, token: str = "accent_text") -> None:
        super().__init__(parent)
        self._token = token
        self._tick = 0
        self._timer = QTimer(self, interval=BUSY_TICK_MS)
        self._timer.timeout.connect(self._move)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setFixedHeight(theme.px(BAR_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float | None) -> None:
        """Show how much is done, 0..1; ``None`` is busy."""
        if fraction is None:
            self.setRange(0, 0)
        else:
            self.setRange(0, 1000)
            value = round(min(max(fraction, 0.0), 1.0) * 1000)
            if value != self.value():
                # By itself Qt would paint it, and all that lies behind it, before it returns.
                self.setUpdatesEnabled(False)
                self.setValue(value)
                self.setUpdatesEnabled(True)
        self._animate()

    def set_token(self, token: str) -> None:
        """Fill it with another colour of the theme."""
        if token != self._token:
            self._token = token
            self.update()

    def sizeHint(self) -> QSize:
        """4 px high at scale 1."""
        return QSize(theme.px(80), theme.px(BAR_PX))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._animate()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = self.rect()
        painter.setBrush(theme.color("track"))
        painter.drawRoundedRect(area, RADIUS_BAR_PX, RADIUS_BAR_PX)
        left, right = self._filled()
        if right > left:
            area.setLeft(round(left * self.width()))
            area.setRight(round(right * self.width()) - 1)
            painter.setBrush(theme.color(self._token if self.isEnabled() else "edge"))
            painter.drawRoundedRect(area, RADIUS_BAR_PX, RADIUS_BAR_PX)

    def _filled(self) -> tuple[float, float]:
        if self.maximum() > 0:
            return 0.0, self.value() / self.maximum()
        if theme.theme().reduced_motion:
            return 0.0, BUSY_SHARE
        start = self._tick / BUSY_PERIOD_TICKS * (1 + BUSY_SHARE) - BUSY_SHARE
        return max(start, 0.0), min(start + BUSY_SHARE, 1.0)

    def _animate(self) -> None:
        if self.maximum() == 0 and self.isVisible() and not theme.theme().reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def _move(self) -> None:
        self._tick = (self._tick + 1) % BUSY_PERIOD_TICKS
        self.update()


class Chip(QPushButton):
    """A checkable pill: icon, word, count."""

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        token: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = text
        self._count: str | None = None
        self._folded = False
        self.setProperty("variant", "chip")
        self.setCheckable(True)
        # A layout that is short of room would squeeze icon and text into each other.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon is not None:
            self.setIcon(icons.icon(icon, token))
        self._write()

    def set_label(self, text: str) -> None:
        """Show another word."""
        self._label = text
        self._write()

    def set_count(self, count: str | None) -> None:
        """Show a count, written already in the locale's way."""
        if count != self._count:
            self._count = count
            self._write()

    def set_folded(self, folded: bool) -> None:
        """Show icon and count only; the word is in the tool tip."""
        had_text = bool(self.text())
        self._folded = folded
        self._write()
        if bool(self.text()) != had_text:
            theme.restyle(self)  # an icon alone has no gap for words behind it
            self.updateGeometry()

    def _write(self) -> None:
        whole = self._label if self._count is None else f"{self._label} {self._count}"
        short = self._folded and not self.icon().isNull()
        self.setText((self._count or "") if short else whole)
        self.setAccessibleName(whole)
        self.setToolTip(whole if self._folded else "")


class Divider(QFrame):
    """A line of 1 px."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("divider", "true")
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)


class IconButton(QToolButton):
    """A button that is an icon; its name is its tool tip and what a screen reader says."""

    def __init__(
        self, icon: str, name: str, parent: QWidget | None = None, *, token: str = "text2"
    ) -> None:
        super().__init__(parent)
        self.setIcon(icons.icon(icon, token))
        # A click leaves the focus where the person works; Tab still comes here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setToolTip(name)
        self.setAccessibleName(name)


class IconLabel(QLabel):
    """An icon of the theme as a label; it follows the theme."""

    def __init__(
        self,
        icon: str = "",
        token: str = "text2",
        parent: QWidget | None = None,
        *,
        size_px: int = 16,
    ) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self.set_icon(icon, token)
        theme.theme().changed.connect(self._draw)

    def set_icon(self, icon: str, token: str = "text2") -> None:
        """Show another icon; an empty name shows none."""
        self._icon, self._token = icon, token
        self._draw()

    def _draw(self) -> None:
        if not self._icon:
            self.clear()
            return
        size = theme.px(self._size_px)
        self.setPixmap(icons.pixmap(self._icon, self._token, size, self.devicePixelRatioF()))
