"""How long forms take to open: ``python -m tests.benchmarks.forms``.

From the form's specification to the end of its first paint, with one editor of each common kind
in turn, in a window of 400 px with the real style sheet.
"""

from __future__ import annotations

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from ivk_desktop.domain.form import (
    Choice,
    Component,
    Container,
    FieldElement,
    FieldKind,
    FieldSpec,
    FormSpec,
    Layout,
    Limits,
)
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.form_view import FormView
from ivk_desktop.ui.theme import Scheme, theme
from tests.fakes import SERVER, FakeForm

Row = tuple[str, str]
RUNS = 5
CHOICES = tuple(Choice(str(number), f"Scheduler {number}") for number in range(30))
MAKERS = (
    lambda i: FieldSpec(i, FieldKind.STRING, "Text"),
    lambda i: FieldSpec(i, FieldKind.STRING, "Prompt", component=Component.TEXTAREA),
    lambda i: FieldSpec(i, FieldKind.INTEGER, "Number", limits=Limits(0, 100, 1, 1)),
    lambda i: FieldSpec(
        i, FieldKind.FLOAT, "Slider", component=Component.SLIDER, limits=Limits(0, 1, 0.1, 0.01)
    ),
    lambda i: FieldSpec(i, FieldKind.BOOLEAN, "Switch"),
    lambda i: FieldSpec(i, FieldKind.CHOICE, "Choice", choices=CHOICES),
    lambda i: FieldSpec(i, FieldKind.MODEL, "Model", description="Which model paints."),
    lambda i: FieldSpec(i, FieldKind.BOARD, "Board"),
    lambda i: FieldSpec(i, FieldKind.INTEGER, "Seed", is_seed=True),
    lambda i: FieldSpec(i, FieldKind.IMAGE, "Picture"),
)


def a_workflow(count: int) -> OpenWorkflow:
    """A workflow of that many fields, in rows of two."""
    fields = [MAKERS[number % len(MAKERS)](FieldId(f"f{number}")) for number in range(count)]
    places = [FieldElement(field.id) for field in fields]
    rows = tuple(
        Container(Layout.ROW, tuple(places[n : n + 2])) if n % 20 == 0 else places[n]
        for n in range(count)
        if n % 20 != 1
    )
    root = Container(Layout.COLUMN, rows)
    workflow = OpenWorkflow(SERVER, LibrarySource("form"))
    workflow.show(FakeForm(FormSpec("f", "F", root, {f.id: f for f in fields}), {}), {})
    return workflow


def open_ms(window: QWidget, count: int) -> float:
    """Milliseconds until a form of that many fields is painted."""
    workflow, context = a_workflow(count), FormContext(SERVER)
    assert workflow.form is not None
    start = time.perf_counter()
    view = FormView(workflow, workflow.form.spec, context, window)
    view.resize(window.size())
    view.show()
    view.grab()
    spent = time.perf_counter() - start
    view.setParent(None)
    view.deleteLater()
    return spent * 1000


def rows() -> list[Row]:
    """The table: what was measured, and the figure."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme().apply(app, Scheme.DARK)
    window = QWidget()
    window.resize(400, 900)
    window.show()
    open_ms(window, len(MAKERS))
    return [
        (
            f"form of {count} fields, to its first paint",
            f"{statistics.median(open_ms(window, count) for _ in range(RUNS)):.0f} ms",
        )
        for count in (30, 300)
    ]


if __name__ == "__main__":
    for what, figure in rows():
        print(f"{what:50} {figure}")
