"""A workflow of another installation asks once for the models that this server lacks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import Choices
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, until

SAMPLE = Path(__file__).parents[2] / "resources" / "workflows" / "text-to-image-sd15.json"
FOREIGN = {"key": "x", "hash": "blake3:x", "name": "Foreign", "base": "sd-1", "type": "main"}


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / "home" / kind.lower()))


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    with demo_server("--items", "2", "--images", "12") as demo:
        yield demo


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A file whose model is of another server."""
    document = json.loads(SAMPLE.read_text())
    for node in document["nodes"]:
        if "model" in node["data"]["inputs"] and node["data"]["type"].endswith("model_loader"):
            node["data"]["inputs"]["model"]["value"] = FOREIGN
    file = tmp_path / "foreign.json"
    file.write_text(json.dumps(document))
    return file


async def opened(desk: Desk, file: Path) -> OpenWorkflow:
    desk.opening.open_files([file])
    workflow = desk.workflows.current
    assert workflow is not None
    await until(lambda: workflow.state is OpenState.READY, workflow.changed)
    return workflow


def model_of(workflow: OpenWorkflow) -> Any:
    assert workflow.form is not None
    spec = next(s for s in workflow.form.spec.fields.values() if s.kind.value == "model")
    return workflow.form.value(spec.id)


def test_missing_models_are_asked_for_once(run: Any, demo: DemoProcess, foreign: Path) -> None:
    async def ask() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, foreign)
            dialog = desk.models.dialog
            assert dialog is not None
            assert not dialog.isModal()
            assert not dialog.use.isEnabled()
            (combo,) = dialog.combos.values()
            entries = combo._entries()
            assert entries
            combo.picked.emit(entries[0].key)
            assert combo.currentText() == entries[0].text
            dialog.use.click()
            assert model_of(workflow)["name"] == entries[0].text
            assert not workflow.unsaved
            assert workflow.readiness.ready
            desk.workflows.close(workflow)
            again = await opened(desk, foreign)
            assert desk.models.dialog is None
            assert model_of(again)["name"] == entries[0].text
        async with open_desk(demo.url) as desk:
            again = await opened(desk, foreign)
            assert desk.models.dialog is None
            assert model_of(again)["name"] == entries[0].text

    run(ask())


def test_an_answer_counts_also_while_the_models_are_read_again(
    run: Any, demo: DemoProcess, foreign: Path
) -> None:
    async def ask() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, foreign)
            dialog = desk.models.dialog
            assert dialog is not None
            session = desk.servers.current
            demo.faults(answers=[{"path": "/api/v2/models", "status": 500, "times": 9}])
            session.models.reload()
            await until(
                lambda: session.models.state is ListState.ERROR, session.models.state_changed
            )
            assert session.choices.model_keys, "what was read is still known"
            desk.workflows.set_choices(workflow.server_id, Choices())
            (combo,) = dialog.combos.values()
            entry = combo._entries()[0]
            combo.picked.emit(entry.key)
            dialog.use.click()
            assert model_of(workflow)["name"] == entry.text

    run(ask())


def test_putting_it_off_changes_nothing(run: Any, demo: DemoProcess, foreign: Path) -> None:
    async def later() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, foreign)
            dialog = desk.models.dialog
            assert dialog is not None
            dialog.close()
            assert desk.models.dialog is None
            assert model_of(workflow)["name"] == "Foreign"
            desk.workflows.select(None)
            desk.workflows.select(workflow)
            assert desk.models.dialog is None

    run(later())
