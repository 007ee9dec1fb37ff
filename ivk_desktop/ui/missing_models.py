"""Asking once which models stand for those that a workflow names and the server has not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.form import MissingModel
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.model_choice import group
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel


def candidates(missing: MissingModel, models: Sequence[ModelInfo]) -> list[ModelInfo]:
    """The models that all its fields take; those of its name first, then those of its base."""
    fitting = [model for model in models if missing.takes(model)]

    def far(model: ModelInfo) -> tuple[bool, bool, str, str]:
        named = model.name.casefold() == missing.name.casefold()
        return (not named, model.base != missing.base, model.base, model.name.casefold())

    return sorted(fitting, key=far)


class MissingModelsDialog(QDialog):
    """One line a missing model, with what may stand for it or how to get it; blocks nothing.

    Nothing is chosen beforehand: another model is never taken silently.
    """

    answered = Signal(object)
    """A dict: the identity of each missing model that was answered, and the ``ModelInfo``."""
    find_requested = Signal(str)
    """The name of a model that is to be found or installed."""

    def __init__(
        self,
        title: str,
        missing: Sequence[MissingModel],
        models: Sequence[ModelInfo],
        parent: QWidget | None = None,
        *,
        installs: bool = False,
    ) -> None:
        super().__init__(parent)
        self._installs = installs
        self.find_buttons: dict[str, QPushButton] = {}
        self._models = {model.key.native_key: model for model in models}
        self._chosen: dict[str, ModelInfo] = {}
        self.combos: dict[str, PickerCombo] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Models of {workflow}").format(workflow=title))
        self.use = QPushButton(self.tr("Use these models"), self)
        self.use.setProperty("variant", "primary")
        self.use.clicked.connect(self._use)
        self._build(missing, models)
        self._chosen_changed()

    def _build(self, missing: Sequence[MissingModel], models: Sequence[ModelInfo]) -> None:
        words = QLabel(
            self.tr(
                "This server does not have these models. Choose what stands for them: the choice"
                " is remembered for this workflow."
            ),
            wordWrap=True,
        )
        words.setProperty("tone", "text2")
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for one in missing:
            column.addLayout(self._line(one, candidates(one, models)))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(lines)
        later = QPushButton(self.tr("Later"), self)
        later.setAutoDefault(False)
        later.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(words)
        rows.addWidget(area, 1)
        rows.addLayout(buttons)
        self.resize(theme.px(480), theme.px(min(150 + 76 * len(missing), 560)))

    def _line(self, missing: MissingModel, found: Sequence[ModelInfo]) -> QVBoxLayout:
        name = ElidedLabel(missing.name or self.tr("A model without a name"))
        name.setProperty("role", "strong")
        kind = ", ".join(filter(None, (missing.type, missing.base)))
        where = ElidedLabel(f"{kind}  ·  {', '.join(missing.places)}" if kind else "")
        where.setProperty("tone", "text2")
        where.setProperty("role", "caption")
        entries = [
            Entry((missing.identity, model.key.native_key), model.name, group(model))
            for model in found
        ]
        combo = PickerCombo(lambda: entries, self)
        none = self.tr("No model of this server fits")
        combo.setPlaceholderText(self.tr("Choose a model…") if found else none)
        combo.setEnabled(bool(found))
        combo.setAccessibleName(self.tr("Instead of {model}").format(model=missing.name))
        combo.picked.connect(self._picked)
        combo.show_entry(None, "")
        self.combos[missing.identity] = combo
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addWidget(name)
        column.addWidget(where)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(combo, 1)
        if self._installs:
            line.addWidget(self._find_button(missing))
        column.addLayout(line)
        return column

    def _find_button(self, missing: MissingModel) -> QPushButton:
        button = QPushButton(self.tr("Find or install…"))
        button.setAutoDefault(False)
        button.setToolTip(self.tr("Look for {model}").format(model=missing.name))
        button.clicked.connect(partial(self.find_requested.emit, missing.name))
        self.find_buttons[missing.identity] = button
        return button

    def _picked(self, key: tuple[str, str]) -> None:
        identity, native_key = key
        model = self._models[native_key]
        self._chosen[identity] = model
        self.combos[identity].show_entry(key, model.name)
        self._chosen_changed()

    def _chosen_changed(self) -> None:
        self.use.setEnabled(bool(self._chosen))

    def _use(self) -> None:
        self.answered.emit(dict(self._chosen))
        self.close()
