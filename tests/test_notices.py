"""The notices of third parties name every package that a bundle may hold."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.delitem(sys.modules, "notices", raising=False)
    return __import__("notices")


def rows() -> dict[str, tuple[str, str]]:
    """Licence and home by package, as the file has them."""
    _, table = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8").split("## Packages")
    cells = [[cell.strip() for cell in line.split("|")] for line in table.splitlines()]
    return {cell[1]: (cell[2], cell[3]) for cell in cells if len(cell) == 5}


def test_every_package_is_named_with_its_licence(notices: ModuleType) -> None:
    named = rows()
    assert [name for name in named if name not in ("package", "---")] == notices.packages()
    assert all(licence for licence, _ in named.values())
    assert {"pyside6-essentials", "python-socketio", "aiohttp", "keyring"} <= set(named)
    assert not any("GPL" in licence.replace("LGPL", "") for licence, _ in named.values())


def test_the_file_is_the_one_that_would_be_written(notices: ModuleType) -> None:
    for name in set(notices.packages()) - set(notices.ELSEWHERE):
        try:
            distribution(name)
        except PackageNotFoundError:
            pytest.skip(f"{name} is for another system")
    file = ROOT / "THIRD_PARTY_NOTICES.md"
    assert file.read_text(encoding="utf-8") == notices.text(), "run packaging/notices.py"


def test_a_package_that_names_no_licence_is_not_passed_over(notices: ModuleType) -> None:
    facts = distribution("pytest").metadata
    for key in ("License", "License-Expression", "Classifier"):
        del facts[key]
    with pytest.raises(SystemExit, match="pytest name no licence"):
        notices._licence("pytest", facts)
