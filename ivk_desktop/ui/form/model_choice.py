"""Which models a field takes, as entries of a picker. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from ivk_desktop.domain.form import ModelFilter
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.ui.form.picker import Entry


def entries(wanted: ModelFilter | None, models: Iterable[ModelInfo]) -> list[Entry]:
    """The models that a field takes, grouped by type and base, each group by name."""
    fitting = [model for model in models if wanted is None or wanted.takes(model)]
    fitting.sort(key=lambda model: (model.type, model.base, model.name.casefold()))
    return [
        Entry(model.key.native_key, model.name, group(model), model.description)
        for model in fitting
    ]


def group(model: ModelInfo) -> str:
    """The heading that a model stands under."""
    return f"{model.type}, {model.base}" if model.base else model.type
