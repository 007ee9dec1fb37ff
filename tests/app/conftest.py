"""Each test of the whole app has folders of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_process import DemoProcess, demo_server

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # WORKAROUND anyio's connect_tcp: canceled just as it succeeds it drops its socket unclosed, and
    # closing a window, or losing a server, may cancel httpx at that very moment. Nobody but the
    # collector can close the socket then. Remove when it closes what it does not return.
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"))


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds settings, data, cache and log of this test."""
    home = tmp_path / "home"
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(home / kind.lower()))
    return home


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    """A demo server whose faults can be scripted."""
    with demo_server("--items", "12", "--images", "12", "--speed", "8") as demo:
        yield demo
