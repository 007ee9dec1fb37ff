"""The look of the window: palettes and style sheet made from the tokens, and their changes.

Widgets say what they are by dynamic properties, set before they are first shown (later: through
``restyle``); the style sheet (``resources/styles/base.qss``) does the rest:

``role``
    ``QLabel``: ``caption``, ``body``, ``strong``, ``heading``, ``clock``.
``tone``
    ``QLabel``, ``QPushButton``, ``QToolButton``: the colour of the text, a token's name:
    ``text2``, ``text3``, ``accent_text``, ``running``, ``pending``, ``waiting``, ``completed``,
    ``failed``, ``canceled``, ``warning``.
``variant``
    ``QPushButton`` and ``QToolButton``: ``primary`` (blue, 36 px), ``secondary`` (a push button's
    default), ``quiet`` (no ground; a tool button's default), ``danger`` (red words on
    ``fail_bg``), ``link`` (text only). ``QPushButton`` also ``chip`` (a checkable pill).
    ``QCheckBox``: ``switch``. ``QLineEdit`` and ``QComboBox``: ``flat`` (no border).
    ``QFrame``: ``warning``, ``error``, ``info`` (a notice box).
``joined``
    ``left`` or ``right``: square corners towards the button that stands beside it.
``surface``
    Any plain ``QWidget``/``QFrame``: ``window``, ``panel``, ``canvas``, ``field``, ``raised``.
``border``
    A ``QFrame`` with a 1 px line at ``top``, ``bottom``, ``left`` or ``right``.
``invalid``, ``swept``
    ``True`` on an input: a red border; the ground of a swept field.

A view that is filled and scrolled before it is shown lays its rows out without the style sheet:
call ``ensurePolished`` first, or give the rows their height in a delegate.

Delegates paint with ``color``, ``font`` and ``px``; the rest of the numbers is in ``tokens``.
"""

from __future__ import annotations

import hashlib
import tempfile
from enum import Enum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ivk_desktop import resources
from ivk_desktop.stores import paths
from ivk_desktop.ui import fonts
from ivk_desktop.ui.tokens import DARK, LIGHT, ROLES, Tokens

MIN_SCALE, MAX_SCALE = 0.8, 2.0
SHEET_IMAGES = {
    "chevron-down": "text2",
    "chevron-up": "text2",
    "chevron-right": "text2",
    "chevron-down-off": "text3",
    "chevron-up-off": "text3",
    "chevron-down-on": "on_accent",
    "check": "on_accent",
    "check-menu": "text",
    "minus": "on_accent",
    "radio-dot": "on_accent",
    "switch-on": "accent",
    "switch-off": "edge",
}
"""Pictures that the style sheet shows, by name, and the token that tints each."""


BORDERS_PX = {"px": 0, "box": 2, "ring": 4, "spin": 5, "spinring": 7}
"""What the style sheet's kinds of size leave out."""


class Scheme(Enum):
    """Which of the two colour tables is used."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The current colours, sizes and fonts; one for the application."""

    changed = Signal()
    """Colours or sizes are other ones now; the application is restyled already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme = Scheme.SYSTEM
        self.scale = 1.0
        self.tokens = LIGHT
        self.inter = True
        self.reduced_motion = False
        """Whether busy bars and the like stand still."""
        self._app: QApplication | None = None
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None], QFont] = {}

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is in use."""
        return self.tokens is DARK

    def apply(
        self,
        app: QApplication,
        scheme: Scheme | None = None,
        scale: float | None = None,
        *,
        inter: bool | None = None,
        sheet: bool = True,
    ) -> None:
        """Style the whole application; arguments left out keep their value.

        Args:
            app: the application.
            scheme: the colour table, or the system's choice.
            scale: the text scale, bounded to 0.8..2.
            inter: the shipped font, or the system's.
            sheet: whether to set the style sheet, too; else an earlier one is taken off. A
                window that is built without one and given it at the end (``set_sheet``) is
                styled once, and not once for each time that one of its parts gets a parent:
                two thirds of its time.
        """
        if self._app is None:
            self._app = app
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.scheme = self.scheme if scheme is None else scheme
        self.inter = self.inter if inter is None else inter
        if scale is not None:
            self.scale = min(max(scale, MIN_SCALE), MAX_SCALE)
        self._restyle(app, sheet=sheet)

    def set_sheet(self, app: QApplication) -> None:
        """Style what was built after ``apply(..., sheet=False)``."""
        app.setStyleSheet(style_sheet(self.tokens, self.scale))

    def color(self, token: str) -> QColor:
        """The colour of a token now; not to be changed by the caller."""
        if (found := self._colors.get(token)) is None:
            found = self._colors[token] = QColor(getattr(self.tokens, token))
        return found

    def font(self, role: str = "body", size_px: int | None = None) -> QFont:
        """The font of a type role at the current scale; not to be changed by the caller."""
        key = (role, size_px)
        if (found := self._fonts.get(key)) is None:
            kind = ROLES[role]
            found = fonts.font(self.px(size_px or kind.size_px), kind.semibold, self.inter)
            self._fonts[key] = found
        return found

    def px(self, size_px: float) -> int:
        """A size in px at scale 1 as it is at the current text scale."""
        return round(size_px * self.scale)

    def _restyle(self, app: QApplication, *, sheet: bool = True) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._colors.clear()
        self._fonts.clear()
        if not sheet:
            app.setStyleSheet("")
        if app.style().objectName() != "fusion":
            app.setStyle("fusion")
        app.setFont(self.font())
        app.setPalette(palette(self.tokens))
        if sheet:
            self.set_sheet(app)
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self.scheme is Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.scheme is Scheme.DARK

    def _follow_system(self) -> None:
        if (
            self._app is not None
            and self.scheme is Scheme.SYSTEM
            and self._wants_dark() != self.is_dark
        ):
            self._restyle(self._app)


_theme: Theme | None = None


def theme() -> Theme:
    """The application's theme; made with the first call."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def color(token: str) -> QColor:
    """``theme().color``, for delegates."""
    return theme().color(token)


def px(size_px: float) -> int:
    """``theme().px``, for delegates and layouts."""
    return theme().px(size_px)


def restyle(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties of a widget that is shown already, and style it anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def palette(tokens: Tokens) -> QPalette:
    """The Fusion palette of one colour table."""
    made = QPalette()
    active = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.window,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.hover,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.failed,
        QPalette.ColorRole.Highlight: tokens.select,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text3,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent_text,
        QPalette.ColorRole.LinkVisited: tokens.accent_text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Light: tokens.hover,
        QPalette.ColorRole.Midlight: tokens.hover,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line,
        QPalette.ColorRole.Shadow: tokens.canvas,
    }
    for role, value in active.items():
        made.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
        QPalette.ColorRole.ToolTipText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    return made


class _SheetNames(dict[str, str]):
    """Colours by token name, ``px13`` as 13 px times the scale, ``img_check`` as a file.

    ``box30`` and its like are 30 px times the scale without the borders, which do not scale.
    """

    def __init__(self, tokens: Tokens, scale: float) -> None:
        super().__init__(tokens.as_dict())
        self._scale = scale
        self._images = _images(tokens)
        knob = round(4 * scale) + 2 * round(5 * scale)
        # A radius larger than half of the edge is not drawn at all.
        self |= {"knob": f"{knob}px", "knob_half": f"{knob // 2}px", "knob_ring": f"{knob - 4}px"}

    def __missing__(self, name: str) -> str:
        kind = name.rstrip("0123456789")
        if kind != name:
            size = round(int(name[len(kind) :]) * self._scale)
            return f"{size // 2 if kind == 'half' else size - BORDERS_PX[kind]}px"
        return f'url("{self._images}/{name.removeprefix("img_").replace("_", "-")}.svg")'


def style_sheet(tokens: Tokens, scale: float) -> str:
    """The style sheet of one colour table at one text scale."""
    template = Template(resources.text("styles", "base.qss"))
    return template.substitute(_SheetNames(tokens, scale))


def _images(tokens: Tokens) -> str:
    """The folder of the tinted pictures; a style sheet takes files only, so they are written."""
    sources = {name: _image_source(name) for name in SHEET_IMAGES}
    digest = hashlib.sha256(repr((sources, tokens)).encode()).hexdigest()[:12]
    try:
        return _written(paths.cache_folder() / "style" / digest, sources, tokens)
    except OSError:
        return _written(Path(tempfile.mkdtemp(prefix="ivk-style-")), sources, tokens)


def _written(folder: Path, sources: dict[str, str], tokens: Tokens) -> str:
    for name, token in SHEET_IMAGES.items():
        file = folder / f"{name}.svg"
        svg = sources[name].replace("currentColor", getattr(tokens, token)).encode()
        if not _holds(file, svg):
            paths.write_atomically(file, svg, durable=False)
    return folder.as_posix()


def _holds(file: Path, content: bytes) -> bool:
    """Whether a file of the cache is whole: a crash or a full disk may have cut it."""
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _image_source(name: str) -> str:
    if name.startswith(("switch", "radio")):
        return resources.text("styles", f"{name}.svg")
    base = name.removesuffix("-off").removesuffix("-on").removesuffix("-menu")
    return resources.text("icons", f"{base}.svg")
