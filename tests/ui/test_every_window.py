"""Every window in its main states: translated, with room for long words, named, and reached.

The states are those of the screenshots; here they are looked over by rules.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from ivk_desktop import resources
from ivk_desktop.app import Desk
from ivk_desktop.stores import paths
from ivk_desktop.stores.settings import FILE
from ivk_desktop.ui import reading
from tests.screenshots import render
from tests.screenshots.camera import Camera
from tests.ui import inspecting
from tests.ui.inspecting import PseudoLocale

Run = Callable[[Coroutine[Any, Any, Any]], Any]
# The walks cut connections in the middle, and on a busy machine closing is cut off as well; what
# then ends late is the matter of other tests.
pytestmark = [
    pytest.mark.looks,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.qt_no_exception_capture,
]
ROOT = Path(__file__).parent.parent.parent
PATIENCE_S = 240

CODE = re.compile(r"\w*/.*|[\w.:/#-]*[\d_/:][\w.:/#-]*|[a-z]{2,8}|main, sd-1")
"""Names of files, addresses, schedulers and formats are the same in every language."""
SAME = {"ivk desktop", "Hugging Face", "InvokeAI", "lab"}
"""Names that no language translates."""
KEYED = {"MenuDots < FieldView < QWidget < QWidget"}
"""Reached by a key of what they stand in (the menu key), not by Tab."""


Findings = dict[str, set[Any]]
RULES = (
    inspecting.untranslated,
    inspecting.cut,
    inspecting.unnamed,
    inspecting.unreached,
    inspecting.outside,
)
ROUNDS = 20
"""A window that changes for longer is looked over as it is then."""


class Inspector(Camera):
    """Looks over what a camera would take."""

    def __init__(self, size: QSize, walk: str) -> None:
        self._size = size
        self._walk = walk
        self.found: dict[str, dict[object, str]] = {}

    async def take(self, desk: Desk, name: str) -> None:
        desk.window.resize(self._size)
        await self._look(desk.window, name)

    async def take_sized(self, widget: QWidget, name: str) -> None:
        widget.resize(self._size)
        await self._look(widget, name)

    async def take_beside(self, widget: QWidget, name: str) -> None:
        if widget.isFullScreen():  # the screen of the tests is smaller than any real one
            widget.resize(self._size)
        await self._look(widget, name)

    async def _look(self, window: QWidget, name: str) -> None:
        before: Findings | None = None
        for _ in range(ROUNDS):  # a layout may ask for another one, a dialog for another height
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            await asyncio.sleep(0.005)
            now = {rule.__name__: rule(window) for rule in RULES}
            if now == before:
                break
            before = now
        for rule, findings in (before or {}).items():
            for finding in findings:
                self.found.setdefault(rule, {}).setdefault(finding, name)


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk through all states takes longer than one test."""
    monkeypatch.setattr("tests.conftest.PATIENCE_S", PATIENCE_S)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The layout that a walk leaves behind is not that of other tests."""
    for kind in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / kind))


@pytest.fixture
def pseudo_locale(qapp: QApplication) -> Iterator[None]:
    translator = PseudoLocale(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    reading.forget()


@pytest.fixture
def large_text(own_folders: None) -> None:
    file = paths.config_folder() / FILE
    file.parent.mkdir()
    file.write_text(json.dumps({"text_scale": 2.0}))


def data() -> str:
    """What the demo server and the walks say themselves."""
    files = [
        *(ROOT / "ivk_desktop" / "demo").rglob("*.py"),
        *(ROOT / "tests" / "screenshots").rglob("*.py"),
        *resources.path("workflows").iterdir(),
    ]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def english(found: dict[object, str]) -> dict[str, str]:
    """Of untranslated texts those that are no data of the server."""
    known = data()

    def is_data(piece: str) -> bool:
        piece = piece.replace("\u200b", "").strip().rstrip("…")
        return piece in SAME or piece in known or CODE.fullmatch(piece) is not None

    return {
        str(text): place
        for text, place in found.items()
        if not all(map(is_data, re.split(r"\n|, |  ·  | · |  | \u00d7 | (?=\d|it/s)", str(text))))
    }


@pytest.mark.parametrize("walk", ["one", "looking-after"])
@pytest.mark.usefixtures("patience", "pseudo_locale")
def test_long_words_of_another_language_fit_everywhere(run: Run, walk: str) -> None:
    inspector = Inspector(QSize(1280, 800), walk)
    run(render.main(inspector))
    found = inspector.found
    assert english(found.get("untranslated", {})) == {}
    assert found.get("cut", {}) == {}
    assert found.get("unnamed", {}) == {}
    assert {p: n for p, n in found.get("unreached", {}).items() if p not in KEYED} == {}


@pytest.mark.parametrize("walk", ["one", "looking-after"])
@pytest.mark.usefixtures("patience", "large_text")
def test_text_of_200_percent_loses_nothing_in_the_smallest_window(run: Run, walk: str) -> None:
    inspector = Inspector(QSize(1100, 680), walk)
    run(render.main(inspector))
    assert inspector.found.get("cut", {}) == {}
    assert inspector.found.get("outside", {}) == {}
