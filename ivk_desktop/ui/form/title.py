"""The form's title, which is the switcher between open workflows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui import theme
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.tokens import ICON_PX, Height, Space


class TitleSwitcher(QAbstractButton):
    """Shows the current workflow's title; a click lists all open ones."""

    def __init__(self, workflows: OpenWorkflows, parent: QWidget) -> None:
        super().__init__(parent)
        self._workflows = workflows
        self._title = ""
        self._menu = QMenu(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)

    def show_title(self, title: str) -> None:
        """Show a workflow's title, elided where it does not fit."""
        self._title = " ".join(title.split())
        self.setToolTip(self._title)
        self.setAccessibleName(self.tr("Workflow: {title}").format(title=self._title))
        self.setVisible(bool(self._title))
        self.update()

    def menu(self) -> QMenu:
        """The list of the open workflows as it is now."""
        self._menu.clear()
        for workflow in self._workflows.workflows:
            self._menu.addAction(self._entry(workflow))
        return self._menu

    def _entry(self, workflow: OpenWorkflow) -> QAction:
        text = workflow.title.replace("&", "&&")[:80] or self.tr("Workflow")
        if workflow.percent is not None:
            text += f"\t{workflow.percent:.0f} %"
        elif workflow.unsaved:
            text += "\t" + self.tr("unsaved")
        action = QAction(text, self._menu)
        action.setCheckable(True)
        action.setChecked(workflow is self._workflows.current)
        action.setData(workflow)
        action.triggered.connect(self._picked)
        return action

    def _picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and isinstance(action.data(), OpenWorkflow):
            self._workflows.select(action.data())

    def _open(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(Height.PANEL_HEADING) - 5)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = theme.px(ICON_PX)
        font = theme.theme().font("heading")
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        metrics = QFontMetrics(font)
        room = self.width() - edge - Space.S
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), int(align), shown)
        left = metrics.horizontalAdvance(shown) + Space.XS
        token = "text" if self.underMouse() else "text2"
        icon("chevron-down", token).paint(painter, left, (self.height() - edge) // 2, edge, edge)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
