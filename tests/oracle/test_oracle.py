"""All cases of the folder given by ``--oracle``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.oracle.command_line import command_differences
from tests.oracle.compare import case_files, differences, openapi_file, server_templates


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a case file."""
    folder = metafunc.config.getoption("--oracle", default=None)
    files = case_files(Path(folder)) if folder else []
    metafunc.parametrize("path", files or [None], ids=[path.stem for path in files] or ["none"])


def test_a_case_gives_what_the_web_ui_gives(
    path: Path | None, request: pytest.FixtureRequest
) -> None:
    if path is None:
        pytest.skip("no folder of oracle cases: give one with --oracle")
    folder = Path(request.config.getoption("--oracle"))
    case = json.loads(path.read_bytes())
    found = differences(case, server_templates(folder))
    if case.get("deviation_allowed"):
        # Where a better answer is allowed, it must at least be an answer.
        return
    assert found == []


def test_the_commands_give_what_the_web_ui_gives(
    path: Path | None, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if path is None:
        pytest.skip("no folder of oracle cases: give one with --oracle")
    folder = Path(request.config.getoption("--oracle"))
    case = json.loads(path.read_bytes())
    found = command_differences(case, openapi_file(folder), tmp_path)
    assert found == [] or case.get("deviation_allowed"), "\n".join(found)
