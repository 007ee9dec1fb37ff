"""What is cached can be seen and cleared, and what is kept where is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import caches, paths
from ivk_desktop.stores.caches import Cache
from ivk_desktop.stores.picture_index import PictureIndex
from ivk_desktop.stores.settings import Settings
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.preferences.caches_page import CachesPage
from ivk_desktop.ui.preferences.privacy_page import PrivacyPage
from ivk_desktop.ui.widgets import ElidedLabel
from tests.desk import until


class Telling(Workers):
    """Workers that say when a result has been delivered, which is in the window's thread."""

    delivered = Signal()

    def post(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def told(result: Any) -> None:
            then(result)
            self.delivered.emit()

        super().post(work, told)


class Later:
    """Workers whose work is delivered when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def post(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.waiting.append(partial(then, work()))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IVK_CACHE_DIR", str(tmp_path))
    for name, size in (("thumbnails/a/b", 2000), ("thumbnails/c", 1000), ("templates/t", 500)):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * size)
    return tmp_path


def test_a_cache_is_measured_and_emptied(cache: Path) -> None:
    assert caches.sizes() == {Cache.THUMBNAILS: 3000, Cache.INDEX: 0, Cache.TEMPLATES: 500}
    caches.clear(Cache.THUMBNAILS)
    assert caches.sizes()[Cache.THUMBNAILS] == 0
    assert (cache / "templates" / "t").exists()


def test_the_page_clears_each_cache_and_shows_its_size(cache: Path, qtbot: QtBot, run) -> None:
    async def check() -> None:
        workers, tasks = Telling(), Tasks()
        index = PictureIndex(cache / "index.sqlite")
        await index.put_boards(ServerId("lab"), [])
        page = CachesPage(Settings(cache / "settings.json"), workers, tasks, index)
        qtbot.addWidget(page)
        measured = workers.delivered
        page.show()
        await until(lambda: page.sizes[Cache.THUMBNAILS].text() == "3.0 kB", measured)
        assert page.buttons[Cache.INDEX].isEnabled()
        for kind in (Cache.THUMBNAILS, Cache.INDEX):
            page.buttons[kind].click()
            assert page.busy.isVisible()
            await until(lambda: not page.busy.isVisible(), measured)
            await until(lambda kind=kind: not page.buttons[kind].isEnabled(), measured)
        assert not (cache / "index.sqlite").exists()
        await index.put_boards(ServerId("lab"), [])  # it is made anew
        assert (cache / "index.sqlite").exists()
        await index.close()
        await tasks.close()
        workers.close()

    run(check())


def test_an_older_reading_that_comes_later_is_dropped(cache: Path, qtbot: QtBot) -> None:
    workers, index = Later(), PictureIndex(cache / "index.sqlite")
    settings = Settings(cache / "settings.json")
    page = CachesPage(settings, cast(Workers, workers), Tasks(), index)
    qtbot.addWidget(page)
    page.measure()
    caches.clear(Cache.TEMPLATES)
    page.measure()
    older, newer = workers.waiting
    newer()
    older()
    assert not page.buttons[Cache.TEMPLATES].isEnabled()


def test_the_privacy_page_names_every_folder(qtbot: QtBot, tmp_path: Path) -> None:
    page = PrivacyPage(Settings(tmp_path / "settings.json"))
    qtbot.addWidget(page)
    named = {label.whole_text() for label in page.findChildren(ElidedLabel)}
    folders = (paths.config_folder(), paths.data_folder(), paths.cache_folder(), paths.log_folder())
    assert named == {str(folder) for folder in folders}
    assert len(page.findChildren(QPushButton)) == 4
