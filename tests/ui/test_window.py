"""The window as a whole: sizes, keyboard, names for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.ui.shortcut_sheet import ShortcutSheet
from tests.demo_process import demo_server
from tests.desk import open_desk, opened

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def test_every_control_has_a_name_and_the_window_stays_small(run: Run) -> None:
    async def check() -> None:
        with demo_server() as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                window = desk.window
                smallest = window.minimumSizeHint().expandedTo(window.minimumSize())
                assert smallest.width() <= 1100
                assert smallest.height() <= 680
                window.resize(QSize(1600, 900))
                nameless = [describe(w) for w in focusable(window) if not name_of(w)]
                assert nameless == []

    run(check())


def test_menus_offer_only_what_works_and_no_key_twice(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            window = desk.window
            for menu in window.menuBar().findChildren(QMenu):
                shown = [a for a in menu.actions() if a.isVisible() and not a.isSeparator()]
                keys = [mnemonic(action) for action in shown if mnemonic(action)]
                assert len(keys) == len(set(keys)), f"{menu.title()}: {keys}"
                assert all(action.text() for action in shown)

    run(check())


def test_the_list_of_keys_is_on_the_screen_and_scrolls(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            desk.window.actions_["help.shortcuts"].trigger()
            (keys,) = desk.window.findChildren(ShortcutSheet)
            assert keys.isVisible()
            assert keys.screen().availableGeometry().contains(keys.geometry())
            assert "Quit" in keys.tree.shown()
            assert keys.tree.verticalScrollBar().maximum() > 0
            keys.search.setText("ctrl+q")
            assert keys.tree.shown() == ["Quit"]
            keys.search.setText("server refr")
            assert keys.tree.shown() == ["Refresh"]
            keys.close()

    run(check())


def focusable(window: QWidget) -> list[QWidget]:
    """What the keyboard reaches; parts inside another control answer by that one's name."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader would say first."""
    for source in ("accessibleName", "text", "windowTitle", "placeholderText", "title"):
        read = getattr(widget, source, None)
        if callable(read) and (said := read()):
            return str(said)
    return ""


def describe(widget: QWidget) -> str:
    parents = []
    at: QWidget | None = widget
    while at is not None:
        parents.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(parents[:4])


def mnemonic(action: QAction) -> str:
    text = action.text().replace("&&", "")
    place = text.find("&")
    return text[place + 1].lower() if 0 <= place < len(text) - 1 else ""


def test_dividers_of_a_wide_window_do_not_tear_a_narrow_one(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            window = desk.window
            window.resize(QSize(1600, 900))
            wide = window.layout_blobs()
            window.resize(QSize(1280, 800))
            narrow = {name: blob for name, blob in wide.items() if name != "window"}
            window.restore_layout(narrow | {"window": window.layout_blobs()["window"]})
            assert window.sidebar.is_rail
            assert window.sidebar.width() == window.sidebar.maximumWidth()

    run(check())


def test_a_sidebar_unfolded_by_hand_comes_back_so(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            window = desk.window
            window.resize(QSize(1280, 800))
            assert window.sidebar.is_rail
            window.set_rail(False)
            kept = window.layout_blobs()
            window.reset_layout()
            assert window.sidebar.is_rail
            window.restore_layout(kept)
            assert not window.sidebar.is_rail

    run(check())


def test_the_sidebar_button_folds_with_the_first_click(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            window = desk.window
            window.resize(QSize(1600, 900))
            assert not window.sidebar.is_rail
            window.strip.sidebar_toggled.emit()
            assert window.sidebar.is_rail
            window.strip.sidebar_toggled.emit()
            assert not window.sidebar.is_rail
            assert window.actions_["view.sidebar"].isChecked()

    run(check())
