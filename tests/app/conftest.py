"""Each test of the whole app has folders of its own."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_process import DemoProcess, demo_server


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds settings, data, cache and log of this test."""
    home = tmp_path / "home"
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(home / kind.lower()))
    return home


def collect_cut_connections() -> None:
    """Collect the connections that closing the window has cut while they were being made.

    A task that is canceled at the very end of a connect loses the new transport (asyncio's
    ``create_connection``); nobody but the collector can close it then.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    collect_cut_connections()


@pytest.fixture(autouse=True)
def cut_connections() -> Iterator[None]:
    """Once more when the loop is closed."""
    yield
    collect_cut_connections()


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    """A demo server whose faults can be scripted."""
    with demo_server("--items", "12", "--images", "12") as demo:
        yield demo
