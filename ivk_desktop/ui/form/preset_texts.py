"""Sentences about presets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ivk_desktop.stores.workflow_presets import Applied
from ivk_desktop.ui.texts import count_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("preset_texts", text)


def chosen_text(name: str, different: int) -> str:
    """What the selector says: the chosen preset and how many values are others."""
    if not name:
        return _tr("Preset: none")
    if not different:
        return _tr("Preset: {name}").format(name=name)
    words = _tr("Preset: {name} ({count} changed)")
    return words.format(name=name, count=count_text(different))


def applied_text(name: str, applied: Applied) -> str:
    """What became of a preset's values."""
    parts = [_tr("{name} is applied.").format(name=name)]
    if applied.unfit:
        words = _tr("1 value does not fit its field.")
        if len(applied.unfit) > 1:
            words = _tr("{count} values do not fit their fields.")
        parts.append(words.format(count=count_text(len(applied.unfit))))
    if applied.left:
        words = _tr("1 value has no field here.")
        if len(applied.left) > 1:
            words = _tr("{count} values have no field here.")
        parts.append(words.format(count=count_text(len(applied.left))))
    return " ".join(parts)
