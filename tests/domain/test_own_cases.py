"""The hand-made oracle cases, with the node types of the small server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.domain.small_server import templates
from tests.oracle.compare import case_files, differences

CASES = case_files(Path(__file__).parents[1] / "data" / "oracle")


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_hand_made_case_gives_what_the_web_ui_gives(path: Path) -> None:
    case = json.loads(path.read_bytes())
    found = differences(case, templates())
    assert found == [] or case.get("deviation_allowed")
