"""The stage's heading: its tabs, Follow, the wall and the window of its own."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QTabBar, QWidget

from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import IconButton


class Page(IntEnum):
    """The tabs in their order."""

    LIVE = 0
    RESULTS = 1
    BOARD = 2


class StageHeader(QFrame):
    """Says which page is shown; holds no state but that."""

    page_chosen = Signal(int)
    follow_toggled = Signal(bool)
    wall_requested = Signal()
    pop_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setProperty("border", "bottom")
        self.tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self.tabs.setAccessibleName(self.tr("Stage"))
        self.follow = QPushButton(self.tr("Follow"))
        self.follow.setCheckable(True)
        self.follow.setChecked(True)
        self.follow.setIcon(icons.icon("eye"))
        self.follow.setToolTip(
            self.tr("New previews and results take the stage until you click on it")
        )
        self.wall = IconButton("layout-grid", self.tr("All running previews"))
        self.pop_out = IconButton("picture-in-picture-2", self.tr("Stage in a window of its own"))
        self._build()
        self.tabs.currentChanged.connect(self.page_chosen)
        self.follow.clicked.connect(self.follow_toggled)
        self.wall.clicked.connect(self.wall_requested)
        self.pop_out.clicked.connect(self.pop_out_requested)

    def set_running(self, count: int) -> None:
        """Say how many jobs run."""
        live = self.tr("Live")
        self.tabs.setTabText(Page.LIVE, f"{live} {count}" if count else live)

    def set_board(self, name: str) -> None:
        """Name the board that is looked at; empty for none."""
        self.tabs.setTabVisible(Page.BOARD, bool(name))
        self.tabs.setTabToolTip(Page.BOARD, name)
        room = theme.px(160)
        metrics = self.tabs.fontMetrics()
        mode = self.tabs.elideMode()
        self.tabs.setTabText(Page.BOARD, metrics.elidedText(name, mode, room).replace("&", "&&"))

    def _build(self) -> None:
        for text in (self.tr("Live"), self.tr("Results"), ""):
            self.tabs.addTab(text)
        self.set_board("")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(Height.PANEL_HEADING))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.S, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for widget in (self.follow, self.wall, self.pop_out):
            row.addWidget(widget)
