"""The bar below pictures: how many are marked for deletion, how many are to be compared."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.stage.notes import Notes
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Divider, ElidedLabel, IconLabel

NARROW_PX = 600
LEAST_PX = 400


class PicksBar(QFrame):
    """Carries out what was picked, all at once; hidden while nothing is."""

    delete_requested = Signal()
    clear_requested = Signal()
    """No picture is to be marked any more."""
    compare_requested = Signal()

    def __init__(self, notes: Notes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self.setProperty("surface", "panel")
        self.setProperty("border", "top")
        self.marked = ElidedLabel()
        self.delete = QPushButton()
        self.delete.setProperty("variant", "danger")
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Take all marks away"))
        self.clear.setToolTip(self.clear.accessibleName())
        self.compared = ElidedLabel()
        self.compare = QPushButton()
        self.compare.setToolTip(self.tr("Beside each other, with a slider, or their difference"))
        self.drop = QPushButton(self.tr("Clear"))
        self.drop.setAccessibleName(self.tr("Compare none of them"))
        self.drop.setToolTip(self.drop.accessibleName())
        for label in (self.marked, self.compared):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._build()
        self.delete.clicked.connect(self.delete_requested)
        self.clear.clicked.connect(self.clear_requested)
        self.compare.clicked.connect(self.compare_requested)
        self.drop.clicked.connect(notes.clear_compared)
        notes.picked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        marked, compared = len(self._notes.marked), len(self._notes.compared)
        number = count_text(marked)
        self.marked.setText(self.tr("{count} marked for deletion").format(count=number))
        self.delete.setText(self.tr("Delete {count}…").format(count=number))
        self.delete.setToolTip(self.marked.whole_text())
        self.compared.setText(self.tr("{count} to compare").format(count=count_text(compared)))
        self.compare.setText(self.tr("Compare {count}").format(count=count_text(compared)))
        self.compare.setEnabled(compared > 1)
        self._marks.setVisible(marked > 0)
        self._comparison.setVisible(compared > 0)
        self._divider.setVisible(marked > 0 and compared > 0)
        self.setVisible(marked > 0 or compared > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where there is no room: icons and buttons say it too."""
        super().resizeEvent(event)
        roomy = event.size().width() >= theme.px(NARROW_PX)
        self.marked.setVisible(roomy)
        self.compared.setVisible(roomy)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is left then."""
        return QSize(theme.px(LEAST_PX), super().minimumSizeHint().height())

    def _build(self) -> None:
        self._marks = self._group("trash-2", "failed", (self.marked, self.delete, self.clear))
        self._comparison = self._group(
            "git-compare", "accent_text", (self.compared, self.compare, self.drop)
        )
        self._divider = Divider(Qt.Orientation.Vertical)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.M)
        for part in (self._marks, self._divider, self._comparison):
            row.addWidget(part)
        row.addStretch(1)

    def _group(self, icon: str, token: str, parts: tuple[QWidget, ...]) -> QWidget:
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(IconLabel(icon, token))
        for part in parts:
            row.addWidget(part)
        return group
