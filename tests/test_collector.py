from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from ivk_desktop.collector import Collector

pytestmark = pytest.mark.usefixtures("qapp")


class Knot(QObject):
    """A QObject with a timer that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.timer = QTimer(self, interval=1000)
        self.timer.start()


def allocate() -> None:
    kept = [[n] for n in range(200_000)]
    assert kept


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python collects by itself, as it does before the app starts."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("collecting")
def test_a_busy_worker_thread_never_frees_objects_of_the_ui_thread() -> None:
    collector = Collector()
    try:
        knot = Knot()
        freed: list[int] = []
        weakref.finalize(knot, lambda: freed.append(threading.get_ident()))
        del knot
        worker = threading.Thread(target=allocate)
        worker.start()
        worker.join()
        assert freed == []
        gc.collect()
        assert freed == [threading.get_ident()]
    finally:
        collector.close()
    assert gc.isenabled()
