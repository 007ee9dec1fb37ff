"""Forms on the screen, for the tests of their parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ivk_desktop.domain.boards import Board
from ivk_desktop.domain.form import (
    Container,
    Element,
    FieldElement,
    FieldKind,
    FieldSpec,
    FormSpec,
    Layout,
    Value,
)
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.ui.form.context import FormContext, Uploaded
from ivk_desktop.ui.form.form_view import FormView
from tests.fakes import SERVER, FakeForm, a_board, a_model, a_picture, a_video


class Shelf(FormContext):
    """A server with a few models and boards, that takes every upload at once."""

    def __init__(self) -> None:
        super().__init__(SERVER)
        self.model_list: list[ModelInfo] | None = [
            a_model("Dreamshaper"),
            a_model("Juggernaut", base="sdxl"),
            a_model("Detail", type="lora", base="sdxl"),
        ]
        self.board_list: list[Board] | None = [a_board("Tigers"), a_board("Alps")]
        self.uploads: list[Path | bytes] = []
        self.refusal: Problem | None = None

    def models(self) -> list[ModelInfo] | None:
        return self.model_list

    def boards(self) -> list[Board] | None:
        return self.board_list

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(0)
        return image

    def upload(self, source: Path | bytes, done: Uploaded) -> None:
        self.uploads.append(source)
        video = isinstance(source, Path) and source.suffix.lower() == ".mp4"
        made = a_video if video else a_picture
        ending = "mp4" if video else "png"
        ref = None if self.refusal else made(f"uploaded-{len(self.uploads)}.{ending}")
        done(ref, self.refusal)


def a_field(name: str, kind: FieldKind = FieldKind.STRING, **rest: Any) -> FieldSpec:
    rest.setdefault("title", name.capitalize())
    return FieldSpec(FieldId(name), kind, **rest)


def place(name: str, show_description: bool = True) -> FieldElement:
    return FieldElement(FieldId(name), show_description)


def column(*children: Element) -> Container:
    return Container(Layout.COLUMN, children)


def row(*children: Element) -> Container:
    return Container(Layout.ROW, children)


def opened(
    *fields: FieldSpec,
    root: Container | None = None,
    form: type[FakeForm] = FakeForm,
    **values: Value,
) -> OpenWorkflow:
    tree = root or column(*(FieldElement(field.id) for field in fields))
    spec = FormSpec("form", "Form", tree, {field.id: field for field in fields})
    workflow = OpenWorkflow(SERVER, LibrarySource("form"))
    workflow.show(FakeForm(spec, {FieldId(name): value for name, value in values.items()}), {})
    return workflow


Show = Callable[[OpenWorkflow], FormView]


@pytest.fixture
def shelf(qapp: Any) -> Shelf:
    return Shelf()


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    """A window that owns what a test shows: a widget without one dies in any collection."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 700)
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def show(qtbot: Any, shelf: Shelf, window: QWidget) -> Show:
    """Draw a workflow's form in a window."""

    def show(workflow: OpenWorkflow) -> FormView:
        assert workflow.form is not None
        view = FormView(workflow, workflow.form.spec, shelf, window)
        layout = window.layout()
        assert layout is not None
        while layout.count():
            layout.takeAt(0).widget().hide()
        layout.addWidget(view)
        view.show()
        window.activateWindow()
        layout.activate()
        qtbot.waitUntil(lambda: view.widget().width() <= view.viewport().width())
        return view

    return show
