"""Files that are no workflow, or a hostile one: one sentence in the form's place, no harm."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop import resources
from ivk_desktop.app import Desk
from ivk_desktop.domain.form import FieldKind
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from tests.app.sight import told, words
from tests.demo_process import DemoProcess
from tests.desk import open_desk, until
from tests.stores.samples import encoded

Run = Callable[[Any], Any]
SAMPLE = json.loads(resources.text("workflows", "text-to-image-sd15.json"))


def sparse(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)


def deep(file: Path) -> None:
    file.write_text("[" * 10_000 + "]" * 10_000)


def deep_objects(file: Path) -> None:
    file.write_text('{"meta":{"version":"3.0.0"},"nodes":' + '{"a":' * 10_000 + "1" + "}" * 10_001)


def folder(file: Path) -> None:
    file.mkdir()


def broken_png(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\xff" * 500)


def text(content: str) -> Callable[[Path], None]:
    return lambda file: file.write_text(content) and None


UNUSABLE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "no JSON": ("a.json", text("this is no JSON"), "This file is no JSON"),
    "half": ("a.json", text(json.dumps(SAMPLE)[:500]), "This file is no JSON"),
    "empty": ("a.json", text(""), "This file is no JSON"),
    "a number": ("a.json", text("17"), "This file is JSON, but no workflow."),
    "a list": ("a.json", text("[1, 2]"), "This file is JSON, but no workflow."),
    "an object": ("a.json", text('{"hello": 1}'), "This file is no workflow"),
    "200 MB": ("a.json", sparse, "a.json is larger than 64 MB."),
    "deep lists": ("a.json", deep, "This file nests deeper than"),
    "deep objects": ("a.json", deep_objects, "This file nests deeper than"),
    "nodes no list": (
        "a.json",
        text('{"meta": {"version": "3.0.0"}, "nodes": 7, "edges": []}'),
        "This workflow is damaged",
    ),
    "picture": (
        "a.png",
        lambda file: file.write_bytes(encoded(32, 32)) and None,
        "This picture carries no workflow.",
    ),
    "broken picture": ("a.png", broken_png, "This picture"),
    "directory": ("a.json", folder, "There is no file a.json"),
    "gone": ("a.json", lambda _: None, "There is no file a.json"),
    "pipe": ("a.json", lambda file: os.mkfifo(file), "There is no file a.json"),
}


async def opened_file(desk: Desk, file: Path) -> OpenWorkflow:
    """Open a file as a drop on the window does."""
    desk.window.files_dropped.emit([str(file)])
    workflow = desk.workflows.current
    assert workflow is not None
    await until(lambda: workflow.state is not OpenState.LOADING, workflow.changed)
    return workflow


def opened_document(desk: Desk, file: Path, document: Any) -> Coroutine[Any, Any, OpenWorkflow]:
    file.write_text(json.dumps(document))
    return opened_file(desk, file)


def test_every_file_that_is_no_workflow_is_refused_in_one_sentence(
    run: Run, demo: DemoProcess, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            for number, (name, (file_name, make, sentence)) in enumerate(UNUSABLE.items()):
                place = tmp_path / str(number)
                place.mkdir()
                make(place / file_name)
                workflow = await opened_file(desk, place / file_name)
                assert workflow.state is OpenState.FAILED, name
                message = desk.window.form.panel.message_text
                assert message.startswith(sentence), (name, message)
                assert words(desk.window).count(message) == 1, name
                assert not desk.window.invoke_bar.button.isEnabled()
                desk.workflows.close(workflow)
            assert told(desk) == []
            usable = await opened_document(desk, tmp_path / "good.json", SAMPLE)
            assert usable.state is OpenState.READY

    run(scenario())


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_says_why(run: Run, demo: DemoProcess, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            file = tmp_path / "a.json"
            file.write_text("{}")
            file.chmod(0)
            await opened_file(desk, file)
            assert "Permission denied" in desk.window.form.panel.message_text

    run(scenario())


def changed(**parts: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(SAMPLE)), **parts}


def cyclic_form() -> dict[str, Any]:
    document = changed()
    elements = document["form"]["elements"]
    root = document["form"]["rootElementId"]
    elements[root]["data"]["children"].append(root)
    return document


def renamed(new: str) -> dict[str, Any]:
    """The sample with one node's id replaced everywhere."""
    old = next(n["id"] for n in SAMPLE["nodes"] if n["data"].get("type") == "compel")
    return json.loads(json.dumps(SAMPLE).replace(json.dumps(old), json.dumps(new)))


HOSTILE_IDS = (
    "it's",
    'say "hi"',
    "a'b\"c",
    "a[0]",
    "a.b.c",
    "$..*",
    "?(@.id)",
    "line\nbreak",
    "tab\tand\\backslash",
    "__proto__",
    "constructor",
    "\u0000",
    "\ud800x",
    "x" * 10_240,
    "émoji 🐯",
)


def test_a_hostile_node_id_is_a_node_like_any_other(
    run: Run, demo: DemoProcess, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            for node_id in HOSTILE_IDS:
                await assert_editable(desk, tmp_path / "a.json", node_id)

    async def assert_editable(desk: Desk, file: Path, node_id: str) -> None:
        workflow = await opened_document(desk, file, renamed(node_id))
        assert workflow.state is OpenState.READY, (node_id[:20], workflow.problem)
        assert workflow.form is not None
        assert not [w for w in workflow.form.spec.warnings if w.code == "path_drifted"]
        prompt = next(
            spec
            for spec in workflow.form.spec.fields.values()
            if spec.kind is FieldKind.STRING and not spec.connected
        )
        workflow.set_value(prompt.id, "a quiet lake")
        assert "a quiet lake" in json.dumps(workflow.form.document())
        workflow.reset_all()
        desk.workflows.close(workflow)

    run(scenario())


def test_damaged_workflows_open_with_what_can_be_used(
    run: Run, demo: DemoProcess, tmp_path: Path
) -> None:
    dangling = changed()
    dangling["edges"].append({
        "id": "e", "type": "default", "source": "nobody", "target": "nowhere",
        "sourceHandle": "value", "targetHandle": "value",
    })  # fmt: skip
    unknown = changed()
    unknown["nodes"].append({
        "id": "u", "type": "invocation", "position": {"x": 0, "y": 0},
        "data": {"id": "u", "type": "from_a_lost_pack", "version": "1.0.0", "label": "",
                 "inputs": {}, "isOpen": True, "isIntermediate": True, "useCache": True,
                 "nodePack": "lost", "notes": ""},
    })  # fmt: skip
    cases = {"cyclic": cyclic_form(), "dangling": dangling, "unknown": unknown}

    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            for name, document in cases.items():
                workflow = await opened_document(desk, tmp_path / f"{name}.json", document)
                assert workflow.state is OpenState.READY, (name, workflow.problem)
                assert workflow.form is not None
                assert workflow.form.spec.warnings or workflow.readiness.problems, name
                assert workflow.form.spec.fields, name
                desk.workflows.close(workflow)
            assert told(desk) == []

    run(scenario())
