"""The editor of a frame's number, with a slider over the frames of the video beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.number_box import NumberBox
from ivk_desktop.ui.form.numbers import NumberRules
from ivk_desktop.ui.tokens import Space


class FrameSlider(QSlider):
    """A slider over frames; ignores the wheel unless it has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FrameEditor(Editor):
    """An integer; negative ones count from the video's end, -1 is its last frame.

    The slider appears when it is known how many frames there are.
    """

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._frames = 0
        self._ref: MediaRef | None = None
        self.box = NumberBox(NumberRules.of(spec), self)
        self.box.set_placeholder(spec.placeholder)
        self.box.edited.connect(self._edited)
        self.box.rejected.connect(self.rejected)
        self.slider = FrameSlider(self)
        self.slider.valueChanged.connect(self._slid)
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.count.setProperty("tone", "text2")
        self.setFocusProxy(self.box)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        for part in (self.box, self.slider, self.count):
            column.addWidget(part)
        self.row.addLayout(column, 1)
        context.frames_known.connect(self._known)
        self.show_video(None)

    def show_video(self, value: object) -> None:
        """Offer the frames of the video that a VIDEO field's value names."""
        name = value.get("video_name") if isinstance(value, Mapping) else None
        ref = MediaRef(self.context.server_id, ImageName(str(name)), MediaKind.VIDEO)
        self._ref = ref if name else None
        self._frames = (self.context.video_frames(ref) or 0) if name else 0
        self.slider.setVisible(self._frames > 1)
        self.count.setVisible(self._frames > 1)
        self.count.setText(self.tr("{count} frames").format(count=self._frames))
        self._move_slider()

    def _known(self, ref: MediaRef) -> None:
        if ref == self._ref and not self._frames:
            self.show_video({"video_name": str(ref.name)})

    def set_value(self, value: Value | Unset) -> None:
        self.box.set_value(value)
        self._move_slider()

    def set_label(self, label: str) -> None:
        super().set_label(label)
        self.slider.setAccessibleName(label)

    def settle(self) -> None:
        self.box.settle()

    def _move_slider(self) -> None:
        """Put the handle where the value is, without telling of it."""
        value = self.box.value()
        number = value if isinstance(value, int) else self.spec.placeholder
        place = number if isinstance(number, int) else 0
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(1, self._frames - 1))
        self.slider.setValue(place + self._frames if place < 0 else place)
        self.slider.blockSignals(False)

    def _edited(self, value: Value | Unset) -> None:
        self._move_slider()
        self.value_edited.emit(value)

    def _slid(self, place: int) -> None:
        """A value that counts from the end goes on doing so: it holds for any length."""
        value = self.box.value()
        from_end = isinstance(value, int) and value < 0
        number = place - self._frames if from_end else place
        self.box.set_value(number)
        self.value_edited.emit(number)
