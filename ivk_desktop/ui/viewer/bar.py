"""The bar below a large picture: where in the list it is, what is noted of it, how it is seen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from ivk_desktop.domain import format as fmt
from ivk_desktop.ui import reading, theme
from ivk_desktop.ui.actions import tool_tip
from ivk_desktop.ui.key_actions import KeyActions
from ivk_desktop.ui.stage.cells import STAR
from ivk_desktop.ui.stage.notes import Note
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel

NARROW_PX = 720
"""In less room the slider leaves."""
NARROWEST_PX = 520
"""In less room still the way through the list leaves: its keys are there."""
LEAST_PX = 260
SCALE_PX = 56
"""So that it does not move the buttons beside it."""
LEFT = ("viewer.previous", "viewer.next")
NOTES = ("picture.star", "picture.mark", "picture.compare")
WAYS = ("viewer.batch", "viewer.play")
RIGHT = (*WAYS, "picture.facts", "viewer.full", "viewer.leave")


class RatingStars(QLabel):
    """A rating as up to five stars; nothing where there is none."""

    def show_rating(self, rating: int) -> None:
        """Show 0..5 stars."""
        text = self.tr("Rated {rating} of 5").format(rating=rating) if rating else ""
        self.setText(STAR * rating)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(rating > 0)


class ActionButton(QToolButton):
    """An action as an icon; its tool tip has its key."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(action.icon())
        self.setToolTip(tool_tip(action))
        self.setAccessibleName(action.text())
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())
        if self._action.isCheckable():
            self.setChecked(self._action.isChecked())


class ViewerBar(QFrame):
    """Shows the place in the list and lets a person slide through it; holds no state."""

    slid = Signal(int)
    """The number, from 0, of the picture that is wanted."""

    def __init__(self, keys: KeyActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setProperty("border", "top")
        self._telling = False
        self.place = ElidedLabel()
        self.place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the list"))
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rating = RatingStars(self)
        self.rating.hide()
        self.scale = QToolButton()
        self.buttons: dict[str, ActionButton] = {}
        for name in (*LEFT, *NOTES, *RIGHT):
            self.buttons[name] = ActionButton(keys[name], self)
        for name in NOTES:
            self.buttons[name].setCheckable(True)
        self._build(keys["viewer.actual"])
        self.slider.valueChanged.connect(self._slid)

    def show_place(self, row: int, count: int) -> None:
        """Say which picture of how many it is."""
        self._telling = True
        row = max(row, 0)
        self.slider.setRange(0, max(0, count - 1))
        self.slider.setValue(row)
        self._telling = False
        known = count > 0
        words = self.tr("{number} of {count}")
        text = words.format(number=count_text(row + 1), count=count_text(count)) if known else ""
        self.place.setText(text)
        for name in LEFT:
            self.buttons[name].setEnabled(count > 1)

    def show_note(self, note: Note) -> None:
        """Say what is noted of the picture."""
        pressed = (note.starred, note.marked, bool(note.letter))
        for name, on in zip(NOTES, pressed, strict=True):
            self.buttons[name].setChecked(on)
        self.rating.show_rating(note.rating)

    def show_scale(self, scale: float | None) -> None:
        """Say how large the picture is seen; ``None`` where there is none."""
        text = fmt.magnification(scale, reading.style()) if scale is not None else ""
        self.scale.setText(text)
        self.scale.setEnabled(scale is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(NARROW_PX)
        self.slider.setVisible(wide)
        roomy = event.size().width() >= theme.px(NARROWEST_PX)
        for name in WAYS:
            self.buttons[name].setVisible(roomy)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is left when all else has gone."""
        return QSize(theme.px(LEAST_PX), super().minimumSizeHint().height())

    def _slid(self, row: int) -> None:
        if not self._telling:
            self.slid.emit(row)

    def _build(self, actual: QAction) -> None:
        self.scale.setMinimumWidth(theme.px(SCALE_PX))
        self.scale.setToolTip(tool_tip(actual))
        self.scale.setAccessibleName(actual.text())
        self.scale.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scale.clicked.connect(actual.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.XS)
        self._add(row, LEFT)
        row.addWidget(self.place)
        row.addSpacing(Space.S)
        row.addWidget(self.slider, 1)
        row.addStretch(0)
        row.addWidget(self.rating)
        self._add(row, NOTES)
        row.addSpacing(Space.S)
        row.addWidget(self.scale)
        self._add(row, RIGHT)

    def _add(self, row: QHBoxLayout, names: tuple[str, ...]) -> None:
        for name in names:
            row.addWidget(self.buttons[name])
