"""Editors of numbers: box, slider, both, with a button that shuffles."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ivk_desktop.domain.form import Component, FieldSpec, Value
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.expression import Number
from ivk_desktop.ui.form.number_box import NumberBox
from ivk_desktop.ui.form.numbers import NumberRules
from ivk_desktop.ui.theme import px
from ivk_desktop.ui.widgets import IconButton

POSITIONS: Final = 10_000
"""The most positions that a slider has; wider ranges are coarser."""
BOX_PX: Final = 84
UNBOUNDED_PX: Final = 16_777_215
FEWEST_PX: Final = 190
"""An editor narrower than this shows no slider."""

_SLIDERS: Final = (Component.SLIDER, Component.NUMBER_INPUT_AND_SLIDER)


class NumberSlider(QSlider):
    """A slider over a number's range; ignores the wheel unless it has the focus."""

    def __init__(self, rules: NumberRules, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        limits = rules.limits
        self._rules = rules
        span = limits.maximum - limits.minimum
        self._step = max(limits.step or 1, span / POSITIONS) or 1
        self.setRange(0, max(1, round(span / self._step)))
        self.setPageStep(max(1, self.maximum() // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_number(self, value: object) -> None:
        """Move the handle without telling of it."""
        low = self._rules.limits.minimum
        number = value if isinstance(value, int | float) else low
        place = (number - low) / self._step
        self.blockSignals(True)
        self.setValue(round(min(max(place, 0), self.maximum())))
        self.blockSignals(False)

    def number(self) -> Number:
        """The number that the handle stands at."""
        if self.value() == self.maximum():
            return self._rules.fit(self._rules.limits.maximum)
        return self._rules.fit(self._rules.limits.minimum + self.value() * self._step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())


class NumberEditor(Editor):
    """An integer or a float, in the components that the author chose."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.rules = NumberRules.of(spec)
        self.slider: NumberSlider | None = None
        if spec.component in _SLIDERS and spec.limits is not None:
            self._add_slider()
        self.box = NumberBox(self.rules, self)
        self.box.set_placeholder(spec.placeholder)
        self.box.edited.connect(self._edited)
        self.box.rejected.connect(self.rejected)
        self.add(self.box, 0 if self.slider else 1, focus=True)
        if self.slider:
            self.box.setMaximumWidth(px(BOX_PX))
        if spec.is_seed or (spec.limits is not None and spec.limits.shuffle):
            self._add_shuffle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a part of a row there is room for the number alone.
        if self.slider:
            has_room = event.size().width() >= px(FEWEST_PX)
            self.slider.setVisible(has_room)
            self.box.setMaximumWidth(px(BOX_PX) if has_room else UNBOUNDED_PX)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _add_slider(self) -> None:
        self.slider = NumberSlider(self.rules, self)
        self.slider.valueChanged.connect(self._slid)
        self.slider.show_number(self.spec.placeholder)
        self.add(self.slider, 1)

    def _add_shuffle(self) -> None:
        button = IconButton("dices", self.tr("A random number"), self)
        button.clicked.connect(self._shuffle)
        self.shuffle = button
        self.add(button)

    def set_value(self, value: Value | Unset) -> None:
        self.box.set_value(value)
        if self.slider:
            shown = value if isinstance(value, int | float) else self.spec.placeholder
            self.slider.show_number(shown)

    def set_label(self, label: str) -> None:
        super().set_label(label)
        if self.slider:
            self.slider.setAccessibleName(label)
        if hasattr(self, "shuffle"):
            self.shuffle.setAccessibleName(self.tr("{label}: a random number").format(label=label))

    def settle(self) -> None:
        self.box.settle()

    def _edited(self, value: Value | Unset) -> None:
        if self.slider:
            self.slider.show_number(value)
        self.value_edited.emit(value)

    def _slid(self) -> None:
        if self.slider:
            number = self.slider.number()
            self.box.set_value(number)
            self.value_edited.emit(number)

    def _shuffle(self) -> None:
        self.box.set_number(self.rules.shuffled())
