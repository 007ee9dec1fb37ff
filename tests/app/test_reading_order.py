"""Tab goes through the window as it is read."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.demo_process import DemoProcess
from tests.desk import Desk, connected, open_desk, opened

Run = Callable[[Coroutine[Any, Any, Any]], Any]
MOST = 200


def reached_by_tab(desk: Desk, key: Qt.Key) -> list[QWidget]:
    """What Tab goes through from the middle of nowhere, until it comes round."""
    window, found = desk.window, list[QWidget]()
    window.activateWindow()
    window.centralWidget().setFocus()
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in found:
            break
        found.append(focus)
    return found


def test_tab_reaches_every_control_of_the_window_in_the_order_of_reading(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await connected(desk)
            await opened(desk, "Text to image, SD1.5")
            window = desk.window
            found = reached_by_tab(desk, Qt.Key.Key_Tab)
            focusable = {
                widget
                for widget in window.findChildren(QWidget)
                if widget.isVisible()
                and widget.isEnabled()
                and widget.window() is window
                and widget.focusProxy() is None
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            }
            assert set(found) == focusable
            assert len(found) > 30
            assert [w for w in found if not (w.accessibleName() or _words(w))] == []
            regions = (window.strip, window.sidebar, window.form, window.invoke_bar)
            places = [
                _region(w, (*regions, window.stage, window.lanes, window.queue)) for w in found
            ]
            within = [place for place in places if place >= 0]
            assert within == sorted(within)
            assert set(within) == set(range(7))
            assert list(reversed(found)) == reached_by_tab(desk, Qt.Key.Key_Backtab)

    run(scenario())


def _words(widget: QWidget) -> str:
    return str(widget.text()) if isinstance(widget, QPushButton) else ""


def _region(widget: QWidget, regions: tuple[QWidget, ...]) -> int:
    owners = [
        n for n, region in enumerate(regions) if region is widget or region.isAncestorOf(widget)
    ]
    return owners[0] if owners else -1
