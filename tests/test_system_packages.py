"""The system packages that Qt needs are the same wherever they are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ivk_desktop.system_libs import OFFSCREEN, XCB

ROOT = Path(__file__).parent.parent
PACKAGE = re.compile(r"(?<![\w./-])lib[a-z0-9][a-z0-9.+-]*(?![\w/])")


@pytest.mark.parametrize("name", [".ci/run", "README.md", ".github/workflows/ci.yml"])
def test_the_packages_are_those_that_the_app_asks_for(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = [one for one in PACKAGE.findall(text) if re.search(r"\d", one)]
    assert named == [*OFFSCREEN.values(), *XCB.values()]
