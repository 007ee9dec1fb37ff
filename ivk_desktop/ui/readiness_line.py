"""One line that says whether the form can be submitted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.tokens import ICON_PX, Space


class ReadinessLine(QAbstractButton):
    """An icon and words; it can be clicked where a click leads somewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._token = "circle-dashed", "text2"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say("circle-dashed", "text2", "", leads=False)

    def say(self, icon: str, token: str, text: str, *, leads: bool, tip: str = "") -> None:
        """Show an icon in a token's colour and a sentence; ``leads``: a click does something."""
        self._icon, self._token = icon, token
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip or text)
        self.setEnabled(leads)
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = theme.px(ICON_PX)
        icon(self._icon, self._token).paint(painter, 0, (self.height() - edge) // 2, edge, edge)
        place = self.rect().adjusted(edge + Space.S, 0, 0, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width()
        )
        font = painter.font()
        font.setUnderline(self.isEnabled() and self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
