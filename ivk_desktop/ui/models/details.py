"""All that is known of one model: facts, phrases, default settings, relatives, uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.models import ModelInfo, ModelKey, Setting
from ivk_desktop.ui import theme
from ivk_desktop.ui.fact_grid import FactGrid, Section, link
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.models.texts import tr
from ivk_desktop.ui.models.uses import Use, UseList
from ivk_desktop.ui.tokens import Space

COVER_PX = 176
Cover = Callable[[MediaRef], QImage | None]
Name = Callable[[str], str]
"""The name of a model by its native key; empty for an unknown one."""


class ModelDetails(QScrollArea):
    """Shows one model; says what can be done where none or several are chosen."""

    use_opened = Signal(object)
    """The ``Use`` that is to be opened."""
    related_opened = Signal(object)
    """The ``ModelKey`` of a related model."""
    relate_requested = Signal()
    """Another model is to be related to this one."""
    unrelate_requested = Signal(object)
    """The ``ModelKey`` of a model that is related no longer."""
    cover_requested = Signal()
    """A picture is to be chosen."""
    cover_removal_requested = Signal()

    def __init__(self, cover: Cover, name_of: Name, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cover_of = cover
        self._name_of = name_of
        self._model: ModelInfo | None = None
        self._related: Sequence[ModelInfo] = ()
        self._changeable = False
        self.title = QLabel(wordWrap=True)
        self.title.setProperty("role", "heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.kind = QLabel(wordWrap=True)
        self.kind.setProperty("tone", "text2")
        self.warning = QLabel(wordWrap=True)
        self.warning.setProperty("tone", "warning")
        self.cover = QLabel()
        self.description = QLabel(wordWrap=True)
        self.description.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = FactGrid(copyable=True)
        self.phrases = Section(tr("Trigger phrases"))
        self.settings = Section(tr("Default settings"))
        self.setting_facts = FactGrid()
        self.relatives = Section(tr("Related models"))
        self.related = QLabel(wordWrap=True)
        self.used_by = Section(tr("Used by"))
        self.uses = UseList()
        self._build()
        self.related.linkActivated.connect(self._related_clicked)
        self.uses.opened.connect(self.use_opened)
        self._set_cover.clicked.connect(self.cover_requested)
        theme.theme().changed.connect(self._draw_related)
        self._drop_cover.clicked.connect(self.cover_removal_requested)
        self._relate.clicked.connect(self.relate_requested)

    @property
    def shown(self) -> ModelInfo | None:
        """The model that is shown."""
        return self._model

    def show_model(self, model: ModelInfo | None, *, missing: bool, changeable: bool) -> None:
        """Show another model, or what it is now."""
        self._model = model
        self._body.setVisible(model is not None)
        if model is None:
            return
        self.title.setText(model.name)
        facts = (texts.type_text(model.type), model.base, model.variant, model.format)
        self.kind.setText("  ·  ".join(filter(None, (*facts, texts.size_text(model.file_size)))))
        gone = tr("Its files are not where the server expects them: workflows with it fail.")
        self.warning.setText(gone if missing else "")
        self.warning.setVisible(missing)
        self.description.setText(model.description)
        self.description.setVisible(bool(model.description))
        self.facts.show_facts(self._facts(model))
        self._show_phrases(model)
        self._show_settings(model)
        for button in (self._set_cover, self._relate):
            button.setVisible(changeable)
        self._drop_cover.setVisible(changeable and model.cover is not None)
        self.draw_cover()

    def draw_cover(self) -> None:
        """Show the model's picture, as soon as it is there."""
        model = self._model
        image = None
        if model is not None and model.cover is not None:
            image = self._cover_of(model.cover)
        self.cover.setVisible(image is not None)
        if image is not None:
            ratio = self.devicePixelRatioF()
            edge = round(theme.px(COVER_PX) * ratio)
            way = Qt.AspectRatioMode.KeepAspectRatio
            fitted = image.scaled(edge, edge, way, Qt.TransformationMode.SmoothTransformation)
            drawn = QPixmap.fromImage(fitted)
            drawn.setDevicePixelRatio(ratio)
            self.cover.setPixmap(drawn)

    def show_related(self, related: Sequence[ModelInfo], *, changeable: bool) -> None:
        """List the models that belong to it."""
        self._related, self._changeable = related, changeable
        self._draw_related()

    def _draw_related(self) -> None:
        lines = []
        for number, model in enumerate(self._related):
            kind = f"{texts.type_text(model.type)}, {model.base}"
            line = f"{link(str(number), model.name)}  ·  {escape(kind)}"
            if self._changeable:
                line += f"  ·  {link(f'-{number}', tr('remove'))}"
            lines.append(line)
        self.related.setText("<br>".join(lines) or escape(tr("None")))
        self.relatives.setVisible(bool(lines) or self._changeable)

    def show_uses(self, uses: Sequence[Use], *, searching: bool) -> None:
        """List what names the model."""
        self.uses.show_uses(uses, searching=searching)

    # --- inside --------------------------------------------------------------------------
    def _facts(self, model: ModelInfo) -> list[tuple[str, str]]:
        source = model.source if model.source != model.path else ""
        return [
            (tr("Path"), model.path),
            (tr("Installed from"), source),
            (tr("Hash"), model.hash),
            (tr("Key"), model.key.native_key),
        ]

    def _show_phrases(self, model: ModelInfo) -> None:
        self.phrases.setVisible(model.trigger_phrases is not None)
        self.phrases.say(",  ".join(model.trigger_phrases or ()) or tr("None"), tone="text")

    def _show_settings(self, model: ModelInfo) -> None:
        told = [(name, self._setting(name, value)) for name, value in model.settings]
        facts = [(texts.setting_name(name), text) for name, text in told if text]
        self.settings.setVisible(bool(model.settings))
        self.settings.say("" if facts else tr("None"), tone="text")
        self.setting_facts.show_facts(facts)
        self.setting_facts.setVisible(bool(facts))

    def _setting(self, name: str, value: Setting) -> str:
        if name == "vae" and isinstance(value, str):  # the key of a model
            return self._name_of(value) or value
        return texts.setting_text(value)

    def _related_clicked(self, link: str) -> None:
        number = int(link.lstrip("-"))
        if number >= len(self._related):
            return
        key: ModelKey = self._related[number].key
        if link.startswith("-"):
            self.unrelate_requested.emit(key)
        else:
            self.related_opened.emit(key)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Model"))
        self._set_cover = _small(tr("Set picture…"))
        self._drop_cover = _small(tr("Remove picture"))
        self._relate = _small(tr("Add…"))
        self.related.setTextFormat(Qt.TextFormat.RichText)
        self.related.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.relatives.add(self.related)
        self.relatives.add_action(self._relate)
        self.settings.add(self.setting_facts)
        self.used_by.add(self.uses)
        pictures = QHBoxLayout()
        pictures.setSpacing(Space.M)
        pictures.setContentsMargins(-Space.XS, 0, 0, 0)  # in line with the texts
        pictures.addWidget(self._set_cover)
        pictures.addWidget(self._drop_cover)
        pictures.addStretch(1)
        self._body = QWidget()
        self._body.setProperty("surface", "panel")
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.S)
        for widget in (self.cover, self.title, self.kind, self.warning, self.description):
            rows.addWidget(widget)
        rows.addLayout(pictures)
        rows.addSpacing(Space.S)
        rows.addWidget(self.facts)
        for section in (self.phrases, self.settings, self.relatives, self.used_by):
            rows.addSpacing(Space.M)
            rows.addWidget(section)
        rows.addStretch(1)
        self.setWidget(self._body)


def _small(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("variant", "link")
    return button
