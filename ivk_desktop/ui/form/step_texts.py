"""Words for the steps of a form's history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from ivk_desktop.stores.form_history import StepKind, StepLabel

LONGEST_NAME: Final = 40


def _tr(text: str) -> str:
    return QCoreApplication.translate("step_texts", text)


def step_text(label: StepLabel) -> str:
    """What a step is, for example "change of Steps"."""
    name = " ".join(label.name.split())
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1] + "…"
    texts = {
        StepKind.EDIT: _tr("change of {name}"),
        StepKind.RESET: _tr("reset of {name}"),
        StepKind.RESET_ALL: _tr("reset of all values"),
        StepKind.PRESET: _tr("preset {name}"),
        StepKind.PICTURE: _tr("values of a picture"),
        StepKind.TYPING: _tr("typing in {name}"),
    }
    return texts[label.kind].format(name=name)
