"""What stands in the place of a swept field's editor, and the button of a seed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from ivk_desktop.domain.sweeps import SeedMode
from ivk_desktop.ui import theme
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.sweeps.texts import seed_mode_text

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)


class SweepField(QLineEdit):
    """The values of a swept field on one line; a click changes them, the cross removes them."""

    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setReadOnly(True)
        self.setProperty("swept", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        cross = self.addAction(icon("x", "text2"), QLineEdit.ActionPosition.TrailingPosition)
        cross.setToolTip(self.tr("Remove the sweep"))
        cross.triggered.connect(self.remove_asked)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Remove the sweep"))
            button.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_values(self, text: str, label: str) -> None:
        """Show the values in words; ``label`` is the field's."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(self.tr("{label}, swept: {values}").format(label=label, values=text))
        self._elide()

    def whole_text(self) -> str:
        """The words before they were cut."""
        return self._whole

    def _elide(self) -> None:
        room = self.width() - theme.px(46)
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(cut)
        self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.edit_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _REMOVE:
            self.remove_asked.emit()
        elif plain and event.key() in _EDIT:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)


class SeedButton(QPushButton):
    """Whether a seed changes from run to run, and how."""

    mode_asked = Signal(object)
    """A ``SeedMode``."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._moving = SeedMode.RANDOM
        self._narrow = False
        self._mode = SeedMode.FIXED
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._clicked)
        self.show_mode(SeedMode.FIXED)

    def show_mode(self, mode: SeedMode) -> None:
        """Show what the seed does."""
        self._mode = mode
        if mode is not SeedMode.FIXED:
            self._moving = mode
        self.setChecked(mode is not SeedMode.FIXED)
        self._write()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._write()

    def _write(self) -> None:
        counting = self._moving is SeedMode.INCREMENT
        self.setIcon(icon("list-plus" if counting else "dice-5", "text"))
        text = seed_mode_text(self._moving)
        self.setText("" if self._narrow else text)
        self.setAccessibleName(f"{self._label}: {text}")
        tips = {
            SeedMode.FIXED: self.tr("Every run has this seed. Press for another one each run."),
            SeedMode.RANDOM: self.tr("Every run has another random seed. Press to keep this one."),
            SeedMode.INCREMENT: self.tr("Every run has the next seed. Press to keep this one."),
        }
        self.setToolTip(tips[self._mode])

    def _clicked(self) -> None:
        # Only what is stored is shown: the answer to this sets the mark.
        asked = self._moving if self._mode is SeedMode.FIXED else SeedMode.FIXED
        self.setChecked(self._mode is not SeedMode.FIXED)
        self.mode_asked.emit(asked)
