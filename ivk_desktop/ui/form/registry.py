"""Which editor edits which kind of field: the one place that tells them apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.form import Component, FieldKind, FieldSpec
from ivk_desktop.ui.form.board import BoardEditor
from ivk_desktop.ui.form.choice import ChoiceEditor, ToggleEditor
from ivk_desktop.ui.form.color import ColorEditor
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.frame import FrameEditor
from ivk_desktop.ui.form.generator import GeneratorEditor
from ivk_desktop.ui.form.image import ImageEditor, VideoEditor
from ivk_desktop.ui.form.images import ImagesEditor
from ivk_desktop.ui.form.json_text import ReadOnlyEditor
from ivk_desktop.ui.form.listed import make_reference
from ivk_desktop.ui.form.lists import ListEditor
from ivk_desktop.ui.form.loras import LorasEditor
from ivk_desktop.ui.form.model import ModelEditor
from ivk_desktop.ui.form.number import NumberEditor
from ivk_desktop.ui.form.text import LineEditor, TextareaEditor

Factory = Callable[[FieldSpec, FormContext, QWidget], Editor]

STRING_EDITORS: Final[dict[Component, Factory]] = {
    Component.TEXTAREA: TextareaEditor,
    Component.DROPDOWN: ChoiceEditor,
}
"""The components of a text; all others are one line."""


def _integer(spec: FieldSpec, context: FormContext, parent: QWidget) -> Editor:
    made = FrameEditor if spec.component is Component.VIDEO_FRAME else NumberEditor
    return made(spec, context, parent)


def _string(spec: FieldSpec, context: FormContext, parent: QWidget) -> Editor:
    return STRING_EDITORS.get(spec.component, LineEditor)(spec, context, parent)


EDITORS: Final[dict[FieldKind, Factory]] = {
    FieldKind.INTEGER: _integer,
    FieldKind.FLOAT: NumberEditor,
    FieldKind.STRING: _string,
    FieldKind.BOOLEAN: ToggleEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.MODEL: ModelEditor,
    FieldKind.BOARD: BoardEditor,
    FieldKind.IMAGE: ImageEditor,
    FieldKind.VIDEO: VideoEditor,
    FieldKind.COLOR: ColorEditor,
    FieldKind.STYLE_PRESET: make_reference,
    FieldKind.SYSTEM_PROMPT: make_reference,
    FieldKind.SAVED_WORKFLOW: make_reference,
    FieldKind.INTEGERS: ListEditor,
    FieldKind.FLOATS: ListEditor,
    FieldKind.STRINGS: ListEditor,
    FieldKind.IMAGES: ImagesEditor,
    FieldKind.LORAS: LorasEditor,
    FieldKind.GENERATOR: GeneratorEditor,
    FieldKind.READ_ONLY: ReadOnlyEditor,
}


def make_editor(spec: FieldSpec, context: FormContext, parent: QWidget) -> Editor:
    """The editor of a field."""
    return EDITORS.get(spec.kind, ReadOnlyEditor)(spec, context, parent)
