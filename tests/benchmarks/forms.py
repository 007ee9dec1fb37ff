"""How long forms take to open: ``python -m tests.benchmarks.forms``.

From the form's specification to the end of its first paint, with one editor of each common kind
in turn, in a window of 400 px with the real style sheet. In CPU time of this process: a busy
machine does not count. What is not seen at first is drawn later, in pieces.
"""

from __future__ import annotations

import itertools
import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
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
from tests.benchmarks.table import Figure, Target, table
from tests.fakes import SERVER, FakeForm

RUNS = 5
SCROLL_PX = 120
"""How far one turn of the wheel goes."""
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
    start = time.process_time()
    view = FormView(workflow, workflow.form.spec, context, window)
    view.resize(window.size())
    view.show()
    view.grab()
    spent = time.process_time() - start
    view.setParent(None)
    view.deleteLater()
    return spent * 1000


def filled(window: QWidget, count: int) -> tuple[float, float, float]:
    """Milliseconds until all fields are there, and the longest stall, until then and scrolling."""
    workflow, context = a_workflow(count), FormContext(SERVER)
    assert workflow.form is not None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the one before
    loop, heartbeat = QEventLoop(), QTimer()
    beats: list[float] = []
    start = time.process_time()
    view = FormView(workflow, workflow.form.spec, context, window)
    view.resize(window.size())
    view.show()
    heartbeat.timeout.connect(lambda: beats.append(time.process_time()))
    heartbeat.timeout.connect(lambda: loop.quit() if len(view.fields) == count else None)
    view.grab()
    heartbeat.start(0)
    beats.append(time.process_time())
    loop.exec()
    heartbeat.stop()
    whole = time.process_time() - start
    gaps = [after - before for before, after in itertools.pairwise(beats)]
    bar = view.verticalScrollBar()
    paints = []
    for position in range(0, bar.maximum(), SCROLL_PX):
        begin = time.process_time()
        bar.setValue(position)
        view.grab()
        paints.append(time.process_time() - begin)
    view.setParent(None)
    view.deleteLater()
    return whole * 1000, max(gaps) * 1000, max(paints) * 1000


def rows() -> list[Figure]:
    """What was measured, with what was promised."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme().apply(app, Scheme.DARK)
    window = QWidget()
    window.resize(400, 900)
    window.show()
    open_ms(window, len(MAKERS))
    found = [
        Figure(
            f"form of {count} fields, to its first paint",
            "ms",
            tuple(open_ms(window, count) for _ in range(RUNS)),
            Target(300),
        )
        for count in (30, 300)
    ]
    runs = zip(*(filled(window, 300) for _ in range(RUNS)), strict=True)
    names = ("to the last field", "longest stall till then", "longest stall, scrolling")
    targets = (None, Target(33), Target(33))
    return found + [
        Figure(f"form of 300 fields, {name}", "ms", values, target)
        for name, values, target in zip(names, runs, targets, strict=True)
    ]


if __name__ == "__main__":
    print(table(rows()))
