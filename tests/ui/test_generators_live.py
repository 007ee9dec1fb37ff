"""Generators that the server resolves: preview, readiness and submission are one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import FieldKind, SubmitOptions
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.ui.form.generator import GeneratorEditor
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, until

SAMPLE = Path(__file__).parents[2] / "resources" / "workflows" / "prompt-batch-sd15.json"
COMBINATORIAL = "string_generator_dynamic_prompts_combinatorial"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / "home" / kind.lower()))


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    with demo_server("--items", "2", "--images", "12") as demo:
        yield demo


def generated(generator: dict[str, Any]) -> bytes:
    """The sample with a generator before its batch, and that on the form."""
    document = json.loads(SAMPLE.read_text())
    batch = next(n for n in document["nodes"] if n["data"]["type"] == "string_batch")
    inputs = {"generator": {"name": "generator", "label": "", "value": generator}}
    data = {
        **batch["data"],
        "id": "gen",
        "type": "string_generator",
        "version": "1.0.0",
        "inputs": inputs,
    }
    document["nodes"].append({**batch, "id": "gen", "data": data})
    document["edges"].append(
        {
            "id": "gen-batch",
            "type": "default",
            "source": "gen",
            "sourceHandle": "strings",
            "target": batch["id"],
            "targetHandle": "strings",
        }
    )
    root = document["form"]["rootElementId"]
    document["form"]["elements"][root]["data"]["children"].append("gen-field")
    document["form"]["elements"]["gen-field"] = {
        "id": "gen-field",
        "type": "node-field",
        "parentId": root,
        "data": {"fieldIdentifier": {"nodeId": "gen", "fieldName": "generator"}},
    }
    return json.dumps(document).encode()


async def opened(desk: Desk, generator: dict[str, Any]) -> tuple[OpenWorkflow, FieldId]:
    session = desk.servers.current
    assert session is not None
    workflow = desk.workflows.open_bytes(session.server_id, generated(generator), "generated")
    await until(lambda: workflow.state is OpenState.READY, workflow.changed)
    assert workflow.form is not None
    model = next(m for m in session.models.items if (m.type, m.base) == ("main", "sd-1"))
    fields = workflow.form.spec.fields.values()
    workflow.set_value(next(f.id for f in fields if f.kind is FieldKind.MODEL), model.identifier)
    return workflow, next(f.id for f in fields if f.id.startswith("gen."))


def preview(desk: Desk) -> str:
    editors = desk.window.form.findChildren(GeneratorEditor)
    editor = next(one for one in editors if one.spec.id.startswith("gen."))
    return editor.preview.words.text()


def codes(workflow: OpenWorkflow) -> list[str]:
    return [one.code for one in workflow.readiness.problems]


def sent(workflow: OpenWorkflow) -> list[Any]:
    assert workflow.form is not None
    request = workflow.form.request(SubmitOptions())
    data = request.payload["batch"]["data"]
    return next(one["items"] for group in data for one in group)  # type: ignore[no-any-return]


def test_what_is_previewed_is_what_is_submitted(run: Any, demo: DemoProcess) -> None:
    async def same() -> None:
        async with open_desk(demo.url) as desk:
            value = {"type": COMBINATORIAL, "input": "a {red|blue} {fox|owl}", "maxPrompts": 10}
            workflow, field = await opened(desk, value)
            await until(lambda: workflow.readiness.ready, workflow.readiness_changed)
            items = ["a red fox", "a red owl", "a blue fox", "a blue owl"]
            assert sent(workflow) == items
            assert preview(desk).splitlines() == ["4 items:", *items]
            workflow.set_value(field, {**value, "input": "a {red|blue"})
            await until(lambda: "prompt_unusable" in codes(workflow), workflow.readiness_changed)
            assert "char 2" in preview(desk)

    run(same())


def test_drawn_items_stay_until_they_are_submitted(run: Any, demo: DemoProcess) -> None:
    async def drawn() -> None:
        async with open_desk(demo.url) as desk:
            value = {
                "type": "string_generator_dynamic_prompts_random",
                "input": "{" + "|".join(f"word {n}" for n in range(500)) + "}",
                "count": 4,
            }
            workflow, _ = await opened(desk, value)
            await until(lambda: workflow.readiness.ready, workflow.readiness_changed)
            first = sent(workflow)
            assert preview(desk).splitlines()[1:] == first
            assert sent(workflow) == first
            request = workflow.begin_submit(SubmitOptions())
            assert request is not None
            desk.workflows.end_submission(request.batch_id)
            assert "generator_pending" in codes(workflow)
            await until(lambda: workflow.readiness.ready, workflow.readiness_changed)
            assert sent(workflow) != first
            assert preview(desk).splitlines()[1:] == sent(workflow)

    run(drawn())
