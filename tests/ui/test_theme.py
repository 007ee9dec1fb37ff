"""The look: readable in both themes, sized by one scale, following the system."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from ivk_desktop.ui import fonts, icons, theme
from ivk_desktop.ui.theme import Scheme, Theme, style_sheet
from ivk_desktop.ui.tokens import DARK, LIGHT, ROLES, Height, Tokens

GROUNDS = ("window", "panel", "field", "hover", "raised", "select")
"""What text may stand on (nothing but pictures is on the canvas)."""
TEXTS = ("text", "text2", "accent_text", "running", "pending", "waiting", "completed", "failed")
PAIRS = [
    *((text, ground) for text in (*TEXTS, "canceled", "warning") for ground in GROUNDS),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "fail_bg"),
    ("failed", "fail_bg"),
    ("text", "warn_bg"),
    ("warning", "warn_bg"),
    ("text3", "panel"),
]
SHAPES = [("edge", ground) for ground in ("window", "panel")] + [
    ("focus", ground) for ground in GROUNDS
]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield theme.theme()
    theme.theme().apply(qapp, Scheme.SYSTEM, 1.0)
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, first: str, second: str) -> float:
    one, two = (luminance(getattr(tokens, name)) for name in (first, second))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_stands_out_from_its_ground(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert round(contrast(tokens, *pair), 1) >= 4.5


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("pair", SHAPES, ids="-on-".join)
def test_borders_and_rings_stand_out(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert round(contrast(tokens, *pair), 1) >= 3.0


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_the_ground_of_pictures_is_neutral(tokens: Tokens) -> None:
    assert tokens.canvas[1:3] == tokens.canvas[3:5] == tokens.canvas[5:7]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_the_style_sheet_has_no_gap_and_names_files_that_exist(qapp: object, scale: float) -> None:
    sheet = style_sheet(DARK, scale)
    assert "$" not in sheet
    for part in sheet.split('url("')[1:]:
        assert Path(part.split('"')[0]).is_file()


def test_a_cache_that_cannot_be_written_does_not_stop_the_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("IVK_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert f'url("{tmp_path.as_posix()}/ivk-style-' in style_sheet(DARK, 1.0)


def test_schemes_switch_while_the_application_runs(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    look.apply(qapp, Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    with qtbot.waitSignal(look.changed):
        look.apply(qapp, Scheme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window
    assert look.color("text").name().upper() == LIGHT.text


def test_the_systems_scheme_is_followed(look: Theme, qapp: QApplication) -> None:
    look.apply(qapp, Scheme.SYSTEM)
    assert look.is_dark == (qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark)


@pytest.mark.parametrize("make", [QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPushButton])
def test_inputs_and_buttons_are_30_px_high(
    look: Theme, qapp: QApplication, qtbot: QtBot, make: type
) -> None:
    for scale in (1.0, 1.5):
        look.apply(qapp, Scheme.DARK, scale)
        widget = make()
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert abs(widget.sizeHint().height() - look.px(Height.FIELD)) <= 1


def test_the_text_scale_reaches_every_role_and_is_bounded(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    look.apply(qapp, scale=1.5)
    for role, kind in ROLES.items():
        label = QLabel("0:12")
        label.setProperty("role", role)
        qtbot.addWidget(label)
        label.ensurePolished()
        assert label.font().pixelSize() == look.font(role).pixelSize() == look.px(kind.size_px)
        assert (label.font().weight() >= 600) == kind.semibold
    look.apply(qapp, scale=9)
    assert look.scale == 2.0


@pytest.mark.parametrize("role", ROLES)
def test_figures_have_one_width(look: Theme, qapp: QApplication, qtbot: QtBot, role: str) -> None:
    look.apply(qapp, Scheme.DARK, 1.0)
    label = QLabel()
    label.setProperty("role", role)
    qtbot.addWidget(label)
    label.ensurePolished()
    for font in (label.font(), look.font(role)):
        widths = [QFontMetricsF(font).horizontalAdvance(digit * 4) for digit in "0123456789"]
        assert max(widths) - min(widths) < 0.5


def test_the_shipped_font_is_used_unless_the_systems_is_wanted(
    look: Theme, qapp: QApplication
) -> None:
    look.apply(qapp, inter=True)
    assert QFontInfo(qapp.font()).family() == fonts.family() == "Inter"
    look.apply(qapp, inter=False)
    assert qapp.font().family() != "Inter"
    look.apply(qapp, inter=True)


def shown(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(QSize(16, 16), 4.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_has_its_tokens_colour_and_follows_the_theme(
    look: Theme, qapp: QApplication
) -> None:
    icon = icons.icon("square", "completed")
    look.apply(qapp, Scheme.DARK)
    assert shown(icon) == {DARK.completed}
    assert shown(icon, QIcon.Mode.Disabled) == {DARK.text3}
    look.apply(qapp, Scheme.LIGHT)
    assert shown(icon) == {LIGHT.completed}


def test_an_icon_is_sharp_on_a_dense_screen(look: Theme) -> None:
    drawn = icons.icon("circle-play").pixmap(QSize(16, 16), 2.0)
    assert (drawn.size(), drawn.devicePixelRatio()) == (QSize(32, 32), 2.0)
    assert icons.pixmap("circle-play", size_px=14, ratio=1.5).width() == 21


def test_an_icon_survives_being_copied_and_changed(look: Theme) -> None:
    for _ in range(50):
        copy = QIcon(icons.icon("x"))
        copy.addPixmap(icons.pixmap("play"))
        assert not copy.pixmap(16).isNull()


def test_an_icon_that_is_not_shipped_is_an_error(qapp: object) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_application_has_an_icon(qapp: object) -> None:
    for edge in (16, 256):
        assert icons.app_icon().pixmap(edge).width() == edge
