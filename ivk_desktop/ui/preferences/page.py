"""One page of the preferences: rows that are bound to preferences by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.tokens import Space

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

LABEL_PX = 190
MOST_LABEL_PX = 250
"""So that large text leaves room for what stands beside the labels."""
CLOCK = "HH:mm"


def label_width() -> int:
    """How many px the labels before controls take at least."""
    return min(theme.px(LABEL_PX), MOST_LABEL_PX)


class PreferencePage(QWidget):
    """Each control shows a preference and changes it at once; a change from elsewhere shows too.

    Args:
        settings: the preferences.
        title: what the page is called in the list.
        icon: its icon.
    """

    def __init__(self, settings: Settings, title: str, icon: str) -> None:
        super().__init__()
        self.settings = settings
        self.title = title
        self.icon = icon
        self.names: list[str] = []
        """The preferences that this page shows, and that Restore defaults restores."""
        self._shows: list[Callable[[], object]] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.rows.setSpacing(Space.S)
        settings.changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Show every preference as it is now."""
        for show in self._shows:
            show()

    # --- rows ----------------------------------------------------------------------------
    def add_heading(self, text: str) -> None:
        """A heading above the rows that follow."""
        label = QLabel(text, wordWrap=True)
        label.setProperty("role", "strong")
        if self.rows.count():
            self.rows.addSpacing(Space.M)
        self.rows.addWidget(label)

    def add_switch(self, name: str, text: str, hint: str = "") -> QCheckBox:
        """A preference that is on or off, with a line that says what it does."""
        box = QCheckBox(text)
        box.setProperty("variant", "switch")
        box.toggled.connect(partial(self._set, name))
        self._bind(name, box.setChecked)
        self.rows.addWidget(box)
        if hint:
            box.setAccessibleDescription(hint)
            self.rows.addWidget(self._hint(hint))
        return box

    def add_choice(self, name: str, text: str, choices: Sequence[tuple[Any, str]]) -> QuietCombo:
        """A preference that is one of several values, each with its words."""
        combo = QuietCombo()
        for value, words in choices:
            combo.addItem(words, value)
        combo.setAccessibleName(text)
        combo.activated.connect(lambda _: self._set(name, combo.currentData()))
        values = [value for value, _ in choices]

        def show(value: Any) -> None:
            combo.setCurrentIndex(values.index(value) if value in values else -1)

        self._bind(name, show)
        self._add_line(text, combo)
        return combo

    def add_times(self, text: str, first: str, last: str) -> tuple[QTimeEdit, QTimeEdit]:
        """Two preferences that are times of day."""
        edits = (self._time(first, self.tr("From")), self._time(last, self.tr("To")))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(edits[0])
        row.addWidget(QLabel(self.tr("to")))
        row.addWidget(edits[1])
        row.addStretch(1)
        self._add_line(text, line)
        return edits

    def add_note(self, text: str) -> QLabel:
        """A line that says more of the row above it."""
        label = self._hint(text)
        label.setContentsMargins(label_width() + Space.M, 0, 0, Space.XS)
        self.rows.addWidget(label)
        return label

    def finish(self) -> None:
        """All rows are there: show them."""
        self.rows.addStretch(1)
        self.refresh()

    # --- inside --------------------------------------------------------------------------
    def _time(self, name: str, words: str) -> QTimeEdit:
        edit = QTimeEdit()
        edit.setDisplayFormat(CLOCK)
        edit.setAccessibleName(words)
        edit.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)  # spin boxes ignore QSS padding
        edit.timeChanged.connect(lambda time: self._set(name, time.toString(CLOCK)))
        self._bind(name, lambda value: edit.setTime(QTime.fromString(value, CLOCK)))
        return edit

    def _add_line(self, text: str, control: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(control)
        label.setMinimumWidth(label_width())
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(label)
        row.addWidget(control, 1)
        self.rows.addLayout(row)

    def _hint(self, text: str) -> QLabel:
        label = QLabel(text, wordWrap=True)
        label.setProperty("role", "caption")
        label.setTextFormat(Qt.TextFormat.PlainText)
        # It stands under the words of its switch.
        label.setContentsMargins(theme.px(40), 0, 0, Space.XS)
        return label

    def _bind(self, name: str, show: Callable[[Any], object]) -> None:
        self.names.append(name)
        self._shows.append(lambda: show(getattr(self.settings.prefs, name)))

    def _set(self, name: str, value: Any) -> None:
        self.settings.update(**{name: value})
