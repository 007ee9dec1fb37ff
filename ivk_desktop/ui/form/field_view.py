"""One field of a form: label, reset arrow, editor, description, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import FieldId, Problem, Severity
from ivk_desktop.domain.sweeps import SeedMode
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.field_label import FieldLabel
from ivk_desktop.ui.form.frame import FrameEditor
from ivk_desktop.ui.form.registry import make_editor
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.sweeps.menu import FieldMenu
from ivk_desktop.ui.sweeps.sources import sources_of
from ivk_desktop.ui.sweeps.sweep_field import SeedButton, SweepField
from ivk_desktop.ui.sweeps.texts import values_text
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import ICON_SMALL_PX, Space

MENU_KEYS: Final = QKeySequence("Ctrl+E")
"""Opens the menu of the field that has the focus."""
SEED_WORDS_PX: Final = 260
"""From this width on the button of a seed has words."""


class HeadButton(QAbstractButton):
    """A small icon as high as its line of text."""

    def __init__(self, name: str, token: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(18), theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = theme.px(ICON_SMALL_PX)
        left, top = (self.width() - edge) // 2, (self.height() - edge) // 2
        token = "text" if self.underMouse() else self._token
        icon(self._name, token).paint(painter, left, top, edge, edge)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class ResetArrow(HeadButton):
    """Takes a field back to the workflow's value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("rotate-ccw", "accent_text", parent)


class MenuDots(HeadButton):
    """Opens a field's menu; not a stop of the Tab key, that would double the way to each field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("ellipsis", "text3", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class FieldView(QWidget):
    """Shows one field and writes what is edited into the open workflow.

    What most fields never need (arrow, notes, problems) is made when it is first needed: a form
    may have hundreds of fields.
    """

    def __init__(
        self,
        spec: FieldSpec,
        show_description: bool,
        workflow: OpenWorkflow,
        context: FormContext,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._workflow = workflow
        self._arrow: ResetArrow | None = None
        self._message: QLabel | None = None
        self._context = context
        self._menu: FieldMenu | None = None
        self._swept: SweepField | None = None
        self._swept_note: FieldLabel | None = None
        self.seed_button: SeedButton | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.editor = make_editor(spec, context, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addLayout(self._build_head())
        if spec.is_seed and not spec.connected:
            self._add_seed_button()
        self._column.addWidget(self.editor)
        if show_description and spec.description:
            self._column.addWidget(self._build_words(spec.description, "text2"))
        if spec.connected:
            self._say_connected()
        self.editor.value_edited.connect(self._edited)
        self.editor.rejected.connect(self._rejected)
        if spec.video is not None:
            workflow.value_changed.connect(self._video_changed)
            self._video_changed(spec.video)
        self.refresh()

    def _build_head(self) -> QHBoxLayout:
        self.label = FieldLabel(self.spec.title, self)
        self.label.setProperty("tone", "text2")
        self.label.setBuddy(self.editor.focusProxy() or self.editor)
        self.editor.set_label(self.spec.title)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.XS)
        self._head.addWidget(self.label)
        if sources_of(self.spec):
            self._add_dots()
        self._head.addStretch(1)
        return self._head

    def _add_dots(self) -> None:
        dots = MenuDots(self)
        dots.setAccessibleName(self.tr("{label}: vary it").format(label=self.spec.title))
        dots.setToolTip(
            self.tr("Run with many values ({keys})").format(
                keys=MENU_KEYS.toString(QKeySequence.SequenceFormat.NativeText)
            )
        )
        dots.clicked.connect(self.open_menu)
        self._head.addWidget(dots)
        self._dots = dots

    def _add_seed_button(self) -> None:
        self.seed_button = SeedButton(self.spec.title, self)
        self.seed_button.mode_asked.connect(self._seed_mode_asked)
        self.editor.add(self.seed_button)

    def _build_words(self, text: str, tone: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "caption")
        label.setProperty("tone", tone)
        return label

    def _say_connected(self) -> None:
        self.editor.setEnabled(False)
        note = FieldLabel(self.tr("Provided by connection"), self)
        note.setProperty("role", "caption")
        note.setProperty("tone", "text3")
        self._head.addWidget(note)
        self.setToolTip(self.tr("Another node gives this value: what stands here is not used."))

    # --- what is shown -------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the workflow's value."""
        form = self._workflow.form
        if form is None:
            return
        self.editor.set_value(form.value(self.spec.id))
        self._show_sweep()
        changed = self.spec.id in self._workflow.changed_fields
        if changed and self._arrow is None:
            self._make_arrow()
        if self._arrow is not None:
            self._arrow.setVisible(changed)

    def _video_changed(self, field_id: FieldId) -> None:
        """Another video: its frames are others. One that the form does not show has none here."""
        form = self._workflow.form
        if field_id != self.spec.video or not isinstance(self.editor, FrameEditor):
            return
        if form is not None and field_id in form.spec.fields:
            self.editor.show_video(form.value(field_id))

    def _show_sweep(self) -> None:
        sweep = self._workflow.sweeps.sweep(self.spec.id)
        if self.seed_button is not None:
            self.seed_button.show_mode(self._workflow.sweeps.seed_mode(self.spec.id))
        if sweep is None:
            if self._swept is not None and not self._swept.isHidden():
                had_focus = self._swept.hasFocus()
                self._swap_editor(swept=False)
                if had_focus:
                    self.editor.setFocus()
            return
        if self._swept is None:
            self._make_swept()
        assert self._swept is not None
        text = values_text(sweep.values, self.spec, self._context)
        self._swept.show_values(text, self.spec.title)
        self._swap_editor(swept=True)

    def _make_swept(self) -> None:
        self._swept = SweepField(self)
        self._swept.edit_asked.connect(self._edit_sweep)
        self._swept.remove_asked.connect(self._remove_sweep)
        self._column.insertWidget(1, self._swept)
        self._swept_note = FieldLabel("", self)
        self._swept_note.setProperty("role", "caption")
        self._swept_note.setProperty("tone", "text2")
        self._head.addWidget(self._swept_note)
        QWidget.setTabOrder(self.editor, self._swept)

    def _swap_editor(self, *, swept: bool) -> None:
        assert self._swept is not None
        assert self._swept_note is not None
        partners = self._workflow.sweeps.partners(self.spec.id)
        form = self._workflow.form
        note = self.tr("swept")
        if partners and form is not None:
            titles = ", ".join(form.spec.fields[i].title for i in partners)
            note = self.tr("with {field}").format(field=titles)
        self._swept_note.set_text(note)
        self._swept.setVisible(swept)
        self._swept_note.setVisible(swept)
        self.editor.setVisible(not swept)
        self.label.setBuddy(self._swept if swept else self.editor.focusProxy() or self.editor)

    def open_menu(self) -> None:
        """Open the field's menu, if it has one."""
        if not sources_of(self.spec):
            return
        self._dots_menu().popup(self._dots.mapToGlobal(QPoint(0, self._dots.height())))

    def _dots_menu(self) -> FieldMenu:
        if self._menu is None:
            self._menu = FieldMenu(self.spec, self._workflow, self._context, self)
        return self._menu

    def take_focus(self) -> None:
        """Give the focus to what stands for the field now."""
        shown = self._swept is not None and not self._swept.isHidden()
        control = self._swept if shown and self._swept is not None else self.editor
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def reads_first(self) -> list[QWidget]:
        """The value comes before the buttons about it."""
        return [part for part in (self.editor, self._swept) if part is not None]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.seed_button is not None:
            self.seed_button.set_narrow(event.size().width() < theme.px(SEED_WORDS_PX))

    def _make_arrow(self) -> None:
        self._arrow = ResetArrow(self)
        self._arrow.setToolTip(self.tr("Back to the workflow's value"))
        name = self.tr("{label}: back to the workflow's value").format(label=self.spec.title)
        self._arrow.setAccessibleName(name)
        self._arrow.clicked.connect(self._reset)
        self._head.insertWidget(1, self._arrow)
        QWidget.setTabOrder(self.editor, self._arrow)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say in words what is wrong, the first thing only."""
        problem = next(iter(problems), None)
        if problem is None:
            if self._message is not None:
                self._message.hide()
                self._mark(False)
            return
        # What is not filled in yet is no mistake: only a value that is there can be wrong.
        error = problem.severity is Severity.ERROR and not self._is_unset()
        if self._message is None:
            self._message = self._build_words("", "failed")
            self._column.insertWidget(self._column.indexOf(self.editor) + 1, self._message)
        self._message.setText(problem_text(problem))
        theme.restyle(self._message, tone="failed" if error else "warning")
        self._message.show()
        self._mark(error)

    def _is_unset(self) -> bool:
        form = self._workflow.form
        rejected = self._workflow.is_rejected(self.spec.id)
        return form is not None and form.value(self.spec.id) is UNSET and not rejected

    def _mark(self, invalid: bool) -> None:
        proxy = self.editor.focusProxy()
        if proxy is not None and bool(proxy.property("invalid")) != invalid:
            theme.restyle(proxy, invalid=invalid)

    def problem_shown(self) -> str:
        """The sentence beside the field, empty while nothing is wrong."""
        shown = self._message is not None and not self._message.isHidden()
        return self._message.text() if self._message is not None and shown else ""

    # --- what is edited ------------------------------------------------------------------
    def _edited(self, value: Value) -> None:
        self._workflow.set_value(self.spec.id, value)

    def _rejected(self, problem: Problem) -> None:
        self._workflow.reject(self.spec.id, problem)

    def _edit_sweep(self) -> None:
        self._dots_menu().ask()

    def _remove_sweep(self) -> None:
        self._workflow.sweeps.remove(self.spec.id)

    def _seed_mode_asked(self, mode: SeedMode) -> None:
        self._workflow.sweeps.set_seed_mode(self.spec.id, mode)

    def _reset(self) -> None:
        self.editor.setFocus()
        self._workflow.reset(self.spec.id)
