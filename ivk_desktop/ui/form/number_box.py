"""A spin box for any number: uint32 seeds, floats, arithmetic, no value at all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from ivk_desktop.domain.form import Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.form.expression import Number
from ivk_desktop.ui.form.numbers import NumberRules

_SHOWN_TEXT: Final = 40

_Both = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | (
    QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
)


class NumberBox(QAbstractSpinBox):
    """Edits a number; Qt's own spin boxes end at 2^31 and know no expressions.

    What is typed counts at once, as far as it is finished; leaving the box writes it out. An empty
    box is ``UNSET``. The wheel turns it only while it has the focus; Shift makes fine steps.
    """

    edited = Signal(object)
    rejected = Signal(object)

    def __init__(self, rules: NumberRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules = rules
        self._value: Value | Unset = UNSET
        self._start: Number = rules.fit(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.lineEdit().textEdited.connect(self._typed)
        self.editingFinished.connect(self.settle)

    def value(self) -> Value | Unset:
        """The number, ``UNSET``, or whatever else was set."""
        return self._value

    def set_value(self, value: Value | Unset) -> None:
        """Show a value without telling of it; what is just being typed is left alone."""
        if value == self._value and type(value) is type(self._value):
            return
        self._value = value
        self.lineEdit().setText("" if value is UNSET else self.rules.text(value))

    def set_placeholder(self, value: Value | Unset) -> None:
        """Show what is used while there is no value."""
        if isinstance(value, int | float):
            self._start = value
            self.lineEdit().setPlaceholderText(self.rules.text(value))

    def set_number(self, value: Number) -> None:
        """Show a number and tell of it."""
        self.set_value(value)
        self.edited.emit(value)

    def settle(self) -> None:
        """Write out what was typed as the number that it stands for."""
        text = self.lineEdit().text().strip()
        if isinstance(self._value, int | float) and text:
            try:
                self.rules.read_so_far(text)
            except ValueError:
                return
            written = self.rules.text(self._value)
            if written != text:
                self.lineEdit().setText(written)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._tell(UNSET)
            return
        try:
            self._tell(self.rules.read_so_far(text))
        except ValueError:
            self._value = text
            self.rejected.emit(Problem("not_a_number", {"text": text.strip()[:_SHOWN_TEXT]}))

    def _tell(self, value: Number | Unset) -> None:
        if value != self._value or type(value) is not type(self._value):
            self._value = value
            self.edited.emit(value)

    # --- QAbstractSpinBox ----------------------------------------------------------------
    def stepBy(self, steps: int) -> None:
        fine = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        value = self._value if isinstance(self._value, int | float) else self._start
        self.set_number(self.rules.stepped(value, steps, fine))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return _Both

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, place

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(72, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(56, super().minimumSizeHint().height())
