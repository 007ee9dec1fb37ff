"""Combo boxes that fit into a narrow column and leave the wheel alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import ICON_PX, Space

FEWEST_CHARACTERS: Final = 8
WIDEST_LIST_PX: Final = 420


class QuietCombo(QComboBox):
    """A combo box that elides its text and never asks for the width of its longest entry.

    Its list does: what is chosen from is read whole.
    """

    elided = Qt.TextElideMode.ElideRight
    """Where a text that is too long is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)

    def showPopup(self) -> None:
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width() + 2 * view.frameWidth()
        wanted = view.sizeHintForColumn(0) + bar
        view.setMinimumWidth(max(self.width(), min(wanted, theme.px(WIDEST_LIST_PX))))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style clips a long text, and knows no colour for a placeholder.
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        place = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        if not option.currentIcon.isNull():
            edge = theme.px(ICON_PX)
            top = place.center().y() - edge // 2 + 1
            option.currentIcon.paint(painter, place.left(), top, edge, edge)
            place.setLeft(place.left() + edge + Space.S)
        is_set = self.currentIndex() >= 0
        text = option.currentText if is_set else self.placeholderText()
        painter.setPen(theme.color("text" if is_set and self.isEnabled() else "text3"))
        elided = option.fontMetrics.elidedText(text, self.elided, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), elided)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, super().minimumSizeHint().height())
