"""Every shortcut of the window to look up: grouped, and searched by typing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.shortcut_tree import ShortcutTree
from ivk_desktop.ui.widgets import SearchField

WIDTH_PX: Final = 520
HEIGHT_PX: Final = 640


class ShortcutSheet(QDialog):
    """Shows groups of actions that have keys; modeless, deleted once it is closed."""

    def __init__(self, groups: Mapping[str, Iterable[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.finished.connect(self.deleteLater)
        self.search = SearchField(self.tr("Filter: action or key"), short=self.tr("Filter"))
        self.tree = ShortcutTree()
        for title, actions in groups.items():
            self.tree.add_group(title, (a for a in actions if not a.shortcut().isEmpty()))
        self.change = QPushButton(self.tr("Change…"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.change, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.search.textChanged.connect(self.tree.search)
        rows = QVBoxLayout(self)
        rows.addWidget(self.search)
        rows.addWidget(self.tree, 1)
        rows.addWidget(buttons)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.search.setFocus()
