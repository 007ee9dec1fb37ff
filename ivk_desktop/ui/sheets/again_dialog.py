"""Asks with which other value winners run again, and says how many items that makes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.sheets import SheetAxis
from ivk_desktop.domain.sweeps import LARGEST_SEED
from ivk_desktop.domain.winners import WinnersPlan, plan_again
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.sheets import texts
from ivk_desktop.ui.sweeps.dialog import PAGES
from ivk_desktop.ui.sweeps.pages import Page
from ivk_desktop.ui.sweeps.sources import SweepSource, sources_of
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space

ONE_BY_ONE = (SweepSource.LIST, SweepSource.PICK)
"""How values are given here."""


class AgainDialog(QDialog):
    """Over the sheet; the form that is filled is open already.

    ``asked`` carries a ``WinnersPlan`` and whether it is to be submitted at once.
    """

    asked = Signal(object, bool)

    def __init__(
        self,
        workflow: OpenWorkflow,
        axes: Sequence[SheetAxis],
        winners: Sequence[int],
        context: FormContext,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workflow = workflow
        self._axes = axes
        self._winners = tuple(winners)
        self._context = context
        self._plan: WinnersPlan | None = None
        self._pages: dict[FieldId, Page] = {}
        self.field = QuietCombo()
        self._stack = QStackedWidget()
        self.preview = QLabel(wordWrap=True)
        self.shuffle = QPushButton(self.tr("Random seed"))
        self.open_form = QPushButton(self.tr("Open in the form"))
        self.invoke = QPushButton(self.tr("Invoke"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts.again_text(len(self._winners)).removesuffix("…"))
        self._fill_fields()
        self._build()
        self._connect()
        self._choose()

    @property
    def spec(self) -> FieldSpec:
        """The field that is given other values."""
        assert self._workflow.form is not None
        found: FieldSpec = self._workflow.form.spec.fields[self.field.currentData()]
        return found

    def page(self) -> Page:
        """Where its values are entered."""
        return self._pages[self.spec.id]

    # --- inside --------------------------------------------------------------------------
    def _fill_fields(self) -> None:
        """The fields that did not vary come first: one of them is the likely wish."""
        form = self._workflow.form
        assert form is not None
        swept = {field_id for axis in self._axes for field_id in axis.field_ids}
        fields = [one for one in form.spec.fields.values() if _source(one) is not None]
        for spec in sorted(fields, key=lambda one: (one.id in swept, not one.is_seed)):
            text = f"{spec.title}, {spec.group}" if spec.group else spec.title
            self.field.addItem(text, spec.id)

    def _build(self) -> None:
        self.field.setAccessibleName(self.tr("Field"))
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.shuffle.setProperty("variant", "link")
        self.invoke.setProperty("variant", "primary")
        top = QHBoxLayout()
        label = QLabel(self.tr("&With another"))
        label.setBuddy(self.field)
        top.addWidget(label)
        top.addWidget(self.field, 1)
        top.addWidget(self.shuffle)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        for button in (cancel, self.open_form, self.invoke):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        cancel.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addLayout(top)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.preview)
        rows.addLayout(buttons)
        self.resize(theme.px(460), theme.px(300))

    def _connect(self) -> None:
        self.field.activated.connect(self._choose)
        self.shuffle.clicked.connect(self._shuffle)
        self.open_form.clicked.connect(self._open_form)
        self.invoke.clicked.connect(self._invoke)

    def _choose(self, *_: object) -> None:
        spec = self.spec
        source = _source(spec)
        assert source is not None
        if spec.id not in self._pages:
            page = self._pages[spec.id] = PAGES[source](spec, self._context, self)
            self._stack.addWidget(page)
            page.restore({})
            page.edited.connect(self._judge)
        self._stack.setCurrentWidget(self.page())
        self.shuffle.setVisible(spec.is_seed)
        self.page().setFocus()
        self._judge()

    def _shuffle(self) -> None:
        low, high = self.spec.seed_range
        seed = random.SystemRandom().randint(low, min(high, LARGEST_SEED))
        self.page().restore({"text": str(seed)})
        self.page().setFocus()

    def _judge(self, *_: object) -> None:
        """Say how many items that makes, or what is wrong with it."""
        self._plan = None
        text, tone = self.tr("No values yet"), "text2"
        try:
            values = self.page().values()
            if values:
                text, tone = self._judged(values)
        except DomainError as error:
            text, tone = problem_text(error.problem), "failed"
        self.preview.setText(text)
        theme.restyle(self.preview, tone=tone)
        self.open_form.setEnabled(self._plan is not None)
        self.invoke.setEnabled(self._plan is not None and tone == "text")

    def _judged(self, values: Sequence[Any]) -> tuple[str, str]:
        workflow, form = self._workflow, self._workflow.form
        assert form is not None
        self._plan = plan = plan_again(self._axes, self._winners, self.spec.id, values)
        options = replace(workflow.options, sweeps=plan.sweeps)
        kept = {i: form.value(i) for i in plan.values if i in form.spec.fields}
        try:
            for field_id in kept:
                form.set_value(field_id, plan.values[field_id])
            readiness = form.readiness(options, workflow.choices)
        finally:
            for field_id, value in kept.items():
                form.set_value(field_id, value)
        items = self.tr("1 item")
        if readiness.count != 1:
            items = self.tr("{count} items").format(count=count_text(readiness.count))
        self.invoke.setText(self.tr("Invoke {items}").format(items=items))
        if readiness.problems:
            return problem_text(readiness.problems[0]), "failed"
        winners = texts.winners_text(len(self._winners))
        words = self.tr("{winners}, {count} values: {items}")
        if len(values) == 1:
            words = self.tr("{winners}, 1 value: {items}")
        return words.format(winners=winners, count=len(values), items=items), "text"

    def _open_form(self) -> None:
        self._ask(submits=False)

    def _invoke(self) -> None:
        self._ask(submits=True)

    def _ask(self, *, submits: bool) -> None:
        """Hand it on, once."""
        plan, self._plan = self._plan, None
        if plan is not None:
            self.invoke.setEnabled(False)
            self.asked.emit(plan, submits)
            self.accept()


def can_vary(workflow: OpenWorkflow) -> bool:
    """Whether a field of the form can be given another value here."""
    form = workflow.form
    return form is not None and any(_source(one) for one in form.spec.fields.values())


def _source(spec: FieldSpec) -> SweepSource | None:
    return next((one for one in sources_of(spec) if one in ONE_BY_ONE), None)
