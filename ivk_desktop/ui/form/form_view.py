"""A whole form in a scroll area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldElement, FieldKind, FormSpec
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.form_history import Restored
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.field_view import MENU_KEYS, FieldView
from ivk_desktop.ui.form.layout import Builder
from ivk_desktop.ui.form.undo_keys import UndoKeys
from ivk_desktop.ui.form.warning_line import WarningLine
from ivk_desktop.ui.theme import px
from ivk_desktop.ui.tokens import Space

NARROW: Final = (FieldKind.INTEGER, FieldKind.FLOAT, FieldKind.BOOLEAN)
"""Kinds of field that need little room in a row."""
FIRST_FIELDS: Final = 10
"""As many as are seen at first. Longer forms are drawn in pieces, or the window would stall."""
PIECE_FIELDS: Final = 12
PAUSE_MS: Final = 5
"""Without a pause the timer would come before the paint."""
DIRECTLY: Final = Qt.FindChildOption.FindDirectChildrenOnly
HIDDEN_BY_US: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class FormView(QScrollArea):
    """Draws the form of one open workflow and keeps its fields up to date."""

    def __init__(
        self, workflow: OpenWorkflow, spec: FormSpec, context: FormContext, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.workflow = workflow
        self._context = context
        self._spec = spec
        self.fields: dict[FieldId, list[FieldView]] = {}
        self._troubled: set[FieldId] = set()
        self._steps: Iterator[None] = iter(())
        self._drawn = 0
        self._going_on = QTimer(self, interval=PAUSE_MS)
        self._going_on.timeout.connect(self._draw_piece)
        self._focused: FieldView | None = None
        self._undo_keys = UndoKeys(workflow, self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content = self._build()
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget switches it on
        self.viewport().setAutoFillBackground(False)
        workflow.value_changed.connect(self._value_changed)
        workflow.readiness_changed.connect(self._show_problems)
        workflow.settling.connect(self.settle)
        workflow.restored.connect(self._show_restored)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        self._add_menu_keys()
        self._show_problems()

    def _add_menu_keys(self) -> None:
        keys = QShortcut(MENU_KEYS, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._open_menu)

    def _open_menu(self) -> None:
        field = self._field_around(QApplication.focusWidget())
        if field is not None:
            field.open_menu()

    def _build(self) -> QWidget:
        content = QWidget(self.viewport())  # setWidget would restyle all that is in it
        self._whole = whole = QVBoxLayout(content)
        margin = px(Space.FORM_MARGIN)
        whole.setContentsMargins(margin, px(Space.M), margin, margin)
        column = QVBoxLayout()
        column.setSpacing(px(Space.FIELD_GAP))
        whole.addLayout(column)
        whole.addStretch(1)
        warnings = (*self._spec.warnings, *self.workflow.opening_warnings)
        if warnings:
            column.addWidget(WarningLine(warnings, content))
        builder = Builder(self._make_field, self._is_narrow)
        self._steps = builder.steps(column, self._spec.root, content)
        if self._draw(FIRST_FIELDS):
            self._going_on.start()
        return content

    def _draw(self, count: int) -> bool:
        """Draw at least that many fields more; returns whether there may be others."""
        enough = self._drawn + count
        return any(self._drawn >= enough for _ in self._steps)

    def _draw_piece(self) -> None:
        if not self._draw(PIECE_FIELDS):
            self._going_on.stop()
        self._drew_more()

    def _drew_more(self) -> None:
        """Show what was added, in its place: Qt shows it later, and paints it without a size."""
        self._whole.setEnabled(False)  # or each part that is shown lays out all others once more
        for part in self._content.findChildren(QWidget, "", DIRECTLY):
            if part.isHidden() and not part.testAttribute(HIDDEN_BY_US):
                part.show()
        self._whole.setEnabled(True)
        self._lay_out()
        self._show_problems()

    def draw_all(self) -> None:
        """Draw now what is not drawn yet: something of it is needed."""
        if self._going_on.isActive():
            self._going_on.stop()
            for _ in self._steps:
                pass
            self._drew_more()

    def _make_field(self, element: FieldElement, parent: QWidget) -> QWidget:
        spec = self._spec.fields.get(element.field_id)
        if spec is None:
            return QWidget(parent)
        view = FieldView(spec, element.show_description, self.workflow, self._context, parent)
        self.fields.setdefault(spec.id, []).append(view)
        self._drawn += 1
        return view

    def _is_narrow(self, element: FieldElement) -> bool:
        spec = self._spec.fields.get(element.field_id)
        return spec is not None and spec.kind in NARROW

    def _value_changed(self, field_id: FieldId) -> None:
        for view in self.fields.get(field_id, ()):
            view.refresh()

    def _show_problems(self) -> None:
        readiness = self.workflow.readiness
        named = (p.field_id for p in (*readiness.problems, *readiness.warnings))
        troubled = {field_id for field_id in named if field_id is not None}
        for field_id in troubled | self._troubled:
            for view in self.fields.get(field_id, ()):
                view.show_problems(self.workflow.problems_of(field_id))
        self._troubled = troubled

    def showEvent(self, event: QShowEvent) -> None:
        # Only now the fields are styled and know their heights: lay out before the first paint,
        # or that one is squeezed. The first pass makes the fields tell their heights anew.
        super().showEvent(event)
        self._lay_out()

    @staticmethod
    def _lay_out() -> None:
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def settle(self) -> None:
        """Hand in what is being typed."""
        field = self._field_around(QApplication.focusWidget())
        if field is not None:
            field.editor.settle()

    def _field_around(self, widget: QWidget | None) -> FieldView | None:
        while widget is not None and widget is not self:
            if isinstance(widget, FieldView):
                return widget if self.isAncestorOf(widget) else None
            widget = widget.parentWidget()
        return None

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What is typed after the focus left a field and came back is another step."""
        field = self._field_around(now)
        if self._focused is not None and field is not self._focused:
            self.workflow.history.settle()
        self._focused = field
        if field is not None and now is not None and now.window() is self.window():
            self._undo_keys.watch(now)

    def _show_restored(self, restored: Restored) -> None:
        """Scroll to what was undone or done again; the focus stays where it is."""
        self.draw_all()
        for field_id in self.fields:
            if field_id in restored.field_ids:
                self._scroll_to(self.fields[field_id][0])
                return

    def focus_field(self, field_id: FieldId) -> bool:
        """Scroll to a field and give it the focus; returns whether the form shows it."""
        self.draw_all()
        views = self.fields.get(field_id)
        if not views:
            return False
        self._scroll_to(views[0])
        views[0].take_focus()
        return True

    def _scroll_to(self, field: FieldView) -> None:
        margin = px(Space.XL)
        inside: QWidget | None = field
        while inside is not None and inside is not self:
            inside = inside.parentWidget()
            if isinstance(inside, QScrollArea):
                inside.ensureWidgetVisible(field, margin, margin)
