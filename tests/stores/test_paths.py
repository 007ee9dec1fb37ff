"""Which folders are used: the platform's, the environment's, or those beside a bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ivk_desktop.stores import paths

FOLDERS = ("config", "data", "cache", "log")


def used() -> list[Path]:
    return [getattr(paths, f"{name}_folder")() for name in FOLDERS]


@pytest.fixture(autouse=True)
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FOLDERS:
        monkeypatch.delenv(f"IVK_{name.upper()}_DIR", raising=False)


def freeze(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))


def test_a_bundle_keeps_everything_in_the_folder_beside_its_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    freeze(monkeypatch, tmp_path / "ivk-desktop")
    usual = used()
    home = tmp_path / paths.PORTABLE
    home.mkdir()
    assert used() == [home / name for name in ("config", "data", "cache", "logs")]
    home.rmdir()
    assert used() == usual


def test_the_folder_lies_beside_a_mac_app_and_not_inside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    freeze(monkeypatch, tmp_path / "ivk desktop.app" / "Contents" / "MacOS" / "ivk-desktop")
    (tmp_path / paths.PORTABLE).mkdir()
    assert paths.portable_folder() == tmp_path / paths.PORTABLE


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    freeze(monkeypatch, tmp_path / "ivk-desktop")
    (tmp_path / paths.PORTABLE).mkdir()
    monkeypatch.setenv("IVK_DATA_DIR", str(tmp_path / "mine"))
    assert paths.data_folder() == tmp_path / "mine"
    assert paths.log_folder() == tmp_path / "mine" / "logs"


def test_only_a_bundle_is_portable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    (tmp_path / paths.PORTABLE).mkdir()
    assert paths.portable_folder() is None
