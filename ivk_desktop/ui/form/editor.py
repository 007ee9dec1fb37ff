"""What all editors have in common."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.tokens import Space

NO_VALUE: Final = object()
"""Stands for what is typed and is no value: whatever value is set then is another one."""


class Editor(QWidget):
    """Shows one value and tells when a person changes it.

    A value set with ``set_value`` is never echoed. ``setFocusProxy`` names the control that takes
    the focus and the accessible name.
    """

    value_edited = Signal(object)
    """The new value, or ``UNSET``."""
    rejected = Signal(object)
    """A ``Problem``: what stands in the editor is no value."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.context = context
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(Space.S)

    def add(self, widget: QWidget, stretch: int = 0, *, focus: bool = False) -> None:
        """Put a control into the editor's row; ``focus`` makes it the one that stands for it."""
        self.row.addWidget(widget, stretch)
        if focus:
            self.setFocusProxy(widget)

    def set_value(self, value: Value | Unset) -> None:
        """Show a value, or that there is none."""
        raise NotImplementedError

    def set_label(self, label: str) -> None:
        """Give the controls their accessible names."""
        if proxy := self.focusProxy():
            proxy.setAccessibleName(label)

    def settle(self) -> None:
        """Hand in what is typed but not yet taken."""
