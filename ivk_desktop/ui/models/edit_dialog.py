"""Changing what a server says of a model: name, description, phrases, default settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.models import LONGEST_PHRASE, ModelChange, ModelInfo, Setting
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.tokens import Space

WHOLE = frozenset({"steps", "width", "height"})
SWITCHES = frozenset({"cpu_only", "fp8_storage"})
WORDS = frozenset({"scheduler", "preprocessor"})
"""The settings that are texts."""
CHOICES = frozenset({"vae", "vae_precision"})
"""The settings that are one of a few; all others are numbers."""
PRECISIONS = ("fp16", "fp32")

Field = QLineEdit | QCheckBox | QuietCombo


class EditDialog(QDialog):
    """Blocks nothing; ``saved`` has what was changed, and nothing else."""

    saved = Signal(object, object)
    """The ``ModelKey`` and the ``ModelChange``."""

    def __init__(
        self, model: ModelInfo, others: Sequence[ModelInfo] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._vaes = [one for one in others if (one.type, one.base) == ("vae", model.base)]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit {model}").format(model=model.name))
        self.name = QLineEdit(model.name)
        self.description = QPlainTextEdit(model.description)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(theme.px(76))
        self.phrases = QPlainTextEdit("\n".join(model.trigger_phrases or ()))
        self.phrases.setTabChangesFocus(True)
        self.phrases.setFixedHeight(theme.px(76))
        self.fields: dict[str, Field] = {}
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("tone", "failed")
        self._problem.hide()
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("variant", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self._build()

    def change(self) -> ModelChange:
        """What is other than before.

        Raises:
            ValueError: a number is none; its text is the argument.
        """
        model = self._model
        name, description = self.name.text().strip(), self.description.toPlainText().strip()
        lines = (line.strip() for line in self.phrases.toPlainText().splitlines())
        phrases = tuple(sorted({line[:LONGEST_PHRASE] for line in lines if line}))
        before = dict(model.settings)
        settings = {name: self._value(name, field) for name, field in self.fields.items()}
        return ModelChange(
            name=name if name and name != model.name else None,
            description=description if description != model.description else None,
            trigger_phrases=None if phrases == (model.trigger_phrases or ()) else phrases,
            settings=None if settings == before else settings,
        )

    def _value(self, name: str, field: Field) -> Setting:
        if isinstance(field, QuietCombo):
            return field.currentData() or None
        if isinstance(field, QCheckBox):
            # What was never set stays so unless it is switched on.
            was_set = dict(self._model.settings)[name] is not None
            return field.isChecked() if was_set or field.isChecked() else None
        text = field.text().strip()
        if not text:
            return None
        if name in WORDS:
            return text
        try:
            return int(text) if name in WHOLE else float(text.replace(",", "."))
        except ValueError:
            raise ValueError(text) from None

    def _save(self) -> None:
        try:
            change = self.change()
        except ValueError as error:
            words = self.tr("“{text}” is not a number.")
            self._problem.setText(words.format(text=str(error)[:60]))
            self._problem.show()
            return
        if change != ModelChange():
            self.saved.emit(self._model.key, change)
        self.close()

    def _build(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(Space.S)
        form.setHorizontalSpacing(Space.M)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Description"), self.description)
        if self._model.trigger_phrases is not None:
            form.addRow(self.tr("&Trigger phrases\n(one a line)"), self.phrases)
        for name, value in self._model.settings:
            self._add_setting(form, name, value)
        inside = QWidget()
        inside.setLayout(form)
        form.setContentsMargins(0, 0, Space.M, 0)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self._problem, 1)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(area, 1)
        rows.addLayout(buttons)
        height = 250 + 38 * len(self._model.settings)
        self.resize(theme.px(520), theme.px(min(max(height, 320), 620)))

    def _combo(self, name: str, value: Setting) -> QuietCombo:
        """The choices of a setting; a value that is none of them stays one."""
        offered = {"": self.tr("not set")}
        if name == "vae":
            offered |= {one.key.native_key: one.name for one in self._vaes}
        else:
            offered |= {one: one for one in PRECISIONS}
        if isinstance(value, str):
            offered.setdefault(value, value)
        combo = QuietCombo()
        for data, words in offered.items():
            combo.addItem(words, data)
        combo.setCurrentIndex(combo.findData(value or ""))
        return combo

    def _add_setting(self, form: QFormLayout, name: str, value: Setting) -> None:
        field: Field
        if name in CHOICES:
            field = self._combo(name, value)
        elif name in SWITCHES or isinstance(value, bool):
            field = QCheckBox()
            field.setChecked(bool(value))
        else:
            field = QLineEdit(texts.setting_text(value))
            field.setPlaceholderText(self.tr("not set"))
        field.setAccessibleName(texts.setting_name(name))
        self.fields[name] = field
        form.addRow(texts.setting_name(name), field)
