"""Looks a window over: texts that stayed English, texts that are cut, controls without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QRect, Qt, QTranslator
from PySide6.QtGui import QAction, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

from ivk_desktop.ui.widgets import ElidedLabel

OPEN, CLOSE = "⟦", "⟧"
ACCENTS = str.maketrans("aceinosuyAEIOUS", "àçéîñöšüýÀÉÎÖÜŠ")
KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;)")
WORD = re.compile(r"[A-Za-z]{2,}")
QT = re.compile("Q[A-Z]")
"""Contexts of Qt itself, whose texts are translated with it."""
LONGER = 0.3
"""How much longer texts of other languages are; short ones more."""

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
)
INNER = (QScrollBar, QHeaderView, QMenu, QMenuBar)
"""Parts of other widgets, which are reached and named with those."""


def pseudo(text: str) -> str:
    """A text with accents and longer, whose placeholders, tags and mnemonic stand."""
    parts = KEPT.split(text)
    parts[::2] = [part.translate(ACCENTS) for part in parts[::2]]
    letters = len(WORD.findall(text)) + len(text)
    filler = "~" * max(1, round(letters * LONGER))
    filler = re.sub(r"~{10}", "~~~~~~~~~ ", filler)
    body, end = "".join(parts), ""
    if body.endswith("…"):
        body, end = body[:-1], "…"
    return f"{OPEN}{body}{filler}{CLOSE}{end}"


class PseudoLocale(QTranslator):
    """Translates every text that is asked for."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        if isinstance(source, bytes | QByteArray):
            source = bytes(source).decode()
        return pseudo(source) if source and not QT.match(context) else source

    def isEmpty(self) -> bool:
        return False


def parts_of(window: QWidget) -> list[QWidget]:
    """The widgets of a window that are shown, itself among them."""
    return [w for w in (window, *window.findChildren(QWidget)) if w.isVisible()]


# --- texts -----------------------------------------------------------------------------------
def texts_of(widget: QWidget) -> Iterator[str]:
    """Every text that a widget shows or is called by."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.windowTitle() if widget.isWindow() else ""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QHeaderView) and (model := widget.model()) is not None:
        across = widget.orientation() is Qt.Orientation.Horizontal
        for place in range(widget.count() if across else 0):
            yield str(model.headerData(place, widget.orientation()) or "")
    # actions() of a widget would take over those of other widgets, which then die with it.
    for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if action.isVisible():
            yield action.text()


def plain(text: str) -> str:
    """A text without its markup."""
    if not re.search(r"<\w+[ />]|&\w+;", text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def untranslated(window: QWidget) -> set[str]:
    """Texts with a word in them that no translator was asked for."""
    found = (text for widget in parts_of(window) for text in texts_of(widget))
    return {
        text for text in map(plain, found) if not {OPEN, CLOSE} & set(text) and WORD.search(text)
    }


# --- room ------------------------------------------------------------------------------------
def place_of(widget: QWidget) -> str:
    """How a finding names a widget."""
    up, names = widget, []
    while up is not None and len(names) < 4:
        names.append(type(up).__name__)
        up = up.parentWidget()
    return " < ".join(names)


def cut(window: QWidget) -> set[tuple[str, str]]:
    """Labels and buttons with less room than their text, and none to say the rest."""
    found = set()
    for widget in parts_of(window):
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
            lacks = _lacks_label(widget)
        elif isinstance(widget, QAbstractButton):
            lacks = bool(widget.text()) and _lacks_button(widget)
        else:
            continue
        if lacks:
            found.add((place_of(widget), plain(widget.text())))
    return found


def _lacks_label(label: QLabel) -> bool:
    text = plain(label.text())
    if label.buddy() is not None:
        text = text.replace("&", "")
    if not text or label.toolTip():
        return False
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    needed = QFontMetrics(label.font()).boundingRect(QRect(), Qt.AlignmentFlag.AlignLeft, text)
    return needed.width() > room.width() + 1


def _lacks_button(button: QAbstractButton) -> bool:
    metrics = QFontMetrics(button.font())
    text = button.text().replace("&", "")
    return metrics.horizontalAdvance(text) > button.width() and not button.toolTip()


def outside(window: QWidget) -> set[str]:
    """Controls that stand outside of their window, and cannot be scrolled to."""
    found = set()
    for widget in parts_of(window):
        if isinstance(widget, INTERACTIVE) and not isinstance(widget, INNER):
            area = widget.parentWidget()
            while area is not None and not isinstance(area, QScrollArea) and not area.isWindow():
                area = area.parentWidget()
            if area is None or isinstance(area, QScrollArea):
                continue
            corner = widget.mapTo(area, widget.rect().topLeft())
            if not area.rect().adjusted(-1, -1, 1, 1).contains(QRect(corner, widget.size())):
                found.add(place_of(widget))
    return found


# --- keyboard --------------------------------------------------------------------------------
def controls(window: QWidget) -> list[QWidget]:
    """What a person can do something with."""
    return [
        widget
        for widget in parts_of(window)
        if isinstance(widget, INTERACTIVE)
        and not isinstance(widget, INNER)
        and widget.window() is window
        and not _is_inner(widget)
    ]


def _is_inner(widget: QWidget) -> bool:
    """Whether it is part of a spin box, a combo box, a line edit or a scroll area's corner."""
    parent = widget.parentWidget()
    return (
        isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QHeaderView)
        or (isinstance(parent, QAbstractScrollArea) and widget.objectName().startswith("qt_"))
        or (isinstance(parent, QAbstractItemView) and isinstance(widget, QAbstractButton))
        or widget.objectName().startswith("qt_")
    )


def unnamed(window: QWidget) -> set[str]:
    """Controls that a screen reader could not call by a name."""
    found = set()
    for widget in controls(window):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not widget.accessibleName() and not re.search(r"\w\w", text) and not _buddy(widget):
            found.add(place_of(widget))
    return found


def _buddy(widget: QWidget) -> bool:
    labels = widget.window().findChildren(QLabel)
    return any(label.buddy() is widget and label.text() for label in labels)


def unreached(window: QWidget) -> set[str]:
    """Enabled controls that Tab passes over.

    ``nextInFocusChain`` is of no use: PySide lets widgets that it gave out own each other.
    """
    return {
        place_of(widget)
        for widget in controls(window)
        if widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
    }
