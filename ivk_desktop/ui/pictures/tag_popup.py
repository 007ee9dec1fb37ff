"""A small field for the tags of one picture or of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from ivk_desktop.domain.tags import tags_from
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space

WIDTH_PX: Final = 300


class TagPopup(QFrame):
    """Tags with commas between them; Enter keeps them, Escape leaves all as it is."""

    decided = Signal(object, object)
    """The tags to be given and those to be taken away, two tuples."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "raised")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._before: tuple[str, ...] = ()
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Tags"))
        self.edit.setPlaceholderText(self.tr("keep, for print"))
        self._hint = QLabel(self.tr("Commas between tags. Enter keeps them."))
        self._hint.setProperty("tone", "text2")
        self._known = QStringListModel(self)
        self._completer = _LastTag(self._known, self)
        self.edit.setCompleter(self._completer)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        for widget in (self.title, self.edit, self._hint):
            rows.addWidget(widget)
        self.edit.returnPressed.connect(self._decide)

    def open_at(self, place: QPoint, title: str, tags: Sequence[str]) -> None:
        """Ask for the tags of pictures that have these in common."""
        self.title.setText(title)
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.show_tags(tags)
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(place.x(), room.right() - self.width())
        self.move(max(room.left(), left), min(place.y(), room.bottom() - self.height()))
        self.show()
        self.edit.setFocus()

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show the tags that the pictures have in common, unless something was typed."""
        if self.edit.isModified() and self.isVisible():
            return
        self._before = tuple(tags)
        self.edit.setText("".join(f"{tag}, " for tag in tags))

    def show_known(self, tags: Sequence[str]) -> None:
        """Offer tags that are in use."""
        self._known.setStringList(list(tags))

    def _decide(self) -> None:
        tags = tags_from(self.edit.text())
        self.hide()
        added = tuple(tag for tag in tags if tag not in self._before)
        removed = tuple(tag for tag in self._before if tag not in tags)
        if added or removed:
            self.decided.emit(added, removed)


class _LastTag(QCompleter):
    """Completes the tag after the last comma."""

    def __init__(self, model: QStringListModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        """Look for the last tag alone."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        """Put it behind the tags before it."""
        widget = self.widget()
        typed = widget.text() if isinstance(widget, QLineEdit) else ""
        before = typed.rpartition(",")[0]
        tag = str(self.model().data(index))  # type: ignore[arg-type] # any index of the model
        return f"{before}, {tag}" if before else tag
