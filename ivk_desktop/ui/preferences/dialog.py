"""The preferences dialog: a list of pages; what is changed applies at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.preferences.page import PreferencePage
from ivk_desktop.ui.tokens import Space

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

LIST_PX = 170


class PreferencesDialog(QDialog):
    """Shows pages; modeless."""

    def __init__(
        self, settings: Settings, pages: Sequence[PreferencePage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.pages = tuple(pages)
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(theme.px(720), theme.px(560))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(theme.px(LIST_PX))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._stack = QStackedWidget()
        self._restore = QPushButton(self.tr("Restore defaults"))
        self._close = QPushButton(self.tr("Close"))
        for button in (self._restore, self._close):
            button.setAutoDefault(False)
        self._restore.setToolTip(self.tr("Of this page"))
        self._build()
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._restore.clicked.connect(self.restore)
        self._close.clicked.connect(self.close)
        self.list.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # rows were measured before the style had its say

    def open_page(self, page: PreferencePage) -> None:
        """Show one page."""
        self.list.setCurrentRow(self.pages.index(page))

    def restore(self) -> None:
        """Put the preferences of the page that is shown back to what they were at first."""
        self._settings.restore(*self.pages[self._stack.currentIndex()].names)

    def _build(self) -> None:
        for page in self.pages:
            QListWidgetItem(icons.icon(page.icon, "text2"), page.title, self.list)
            area = QScrollArea(widgetResizable=True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setAccessibleName(page.title)
            area.setWidget(page)
            page.setAutoFillBackground(False)
            self._stack.addWidget(area)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.list)
        top.addWidget(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        buttons.addWidget(self._restore)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top, 1)
        rows.addLayout(buttons)
