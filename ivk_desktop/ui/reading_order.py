"""Tab goes through a window as it is read, whenever its parts were made.

Qt's own order is that in which widgets were made: what comes later, as every form does, would be
reached last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLayout,
    QMenuBar,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)


@runtime_checkable
class ReadsFirst(Protocol):
    """A widget of which some parts are reached before those that stand above them."""

    def reads_first(self) -> Sequence[QWidget]:
        """These parts, in their order."""
        ...


def tab_stops(root: QWidget) -> list[QWidget]:
    """All widgets that Tab stops at now, in the order of reading."""
    return [widget for widget in _walk(root) if _stops(widget)]


def chain(window: QWidget) -> None:
    """Let Qt's own order be that of reading, for what is shown of a window now."""
    for before, after in pairwise(tab_stops(window)):
        QWidget.setTabOrder(before, after)


def move_focus(root: QWidget, focus: QWidget | None, *, forward: bool) -> bool:
    """Focus what comes after or before ``focus``, round the end; whether there is anything.

    From a widget that is no stop itself, as the whole window at first, it goes to the first or
    the last one.
    """
    stops = tab_stops(root)
    if not stops:
        return False
    step = 1 if forward else -1
    place = stops.index(focus) + step if focus in stops else 0 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[place % len(stops)].setFocus(reason)
    return True


def _walk(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all in it, as far as it is shown."""
    yield widget
    first = list(widget.reads_first()) if isinstance(widget, ReadsFirst) else []
    for child in [*first, *(part for part in _parts(widget) if part not in first)]:
        if child.isVisible() and not child.isWindow() and not isinstance(child, QMenuBar):
            yield from _walk(child)


def _parts(widget: QWidget) -> list[QWidget]:
    """The children of a widget in the order in which they are read."""
    if isinstance(widget, QSplitter):
        return _there(*map(widget.widget, range(widget.count())))
    if isinstance(widget, QStackedWidget):
        return _there(widget.currentWidget())
    if isinstance(widget, QScrollArea):
        return _there(widget.widget())
    if isinstance(widget, QAbstractScrollArea):
        return []  # it is one stop; its bars and its viewport are none
    laid_out = list(_of_layout(widget.layout()))
    known = set(laid_out)
    rest = [part for part in widget.children() if isinstance(part, QWidget) and part not in known]
    return [*laid_out, *_by_place(rest)]


def _there(*widgets: QWidget | None) -> list[QWidget]:
    return [widget for widget in widgets if widget is not None]


def _of_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        if item is None:
            continue
        if (part := item.widget()) is not None:
            yield part
        elif (inner := item.layout()) is not None:
            yield from _of_layout(inner)


def _by_place(widgets: Iterable[QWidget]) -> list[QWidget]:
    return sorted(widgets, key=lambda widget: (widget.y(), widget.x()))


def _stops(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None
