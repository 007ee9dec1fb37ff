"""Boards, images, workflows, prompts: what the gallery and the library rest on."""

from __future__ import annotations

import json
from typing import Any

from ivk_desktop import resources
from ivk_desktop.demo.nodes.catalogue import NODE_TYPES
from ivk_desktop.demo.painter import encoded, paint
from ivk_desktop.demo.samples import SAMPLE_WORKFLOWS
from ivk_desktop.demo.scenes import Landscape
from tests.demo_process import DemoProcess


def _names(demo: DemoProcess, **query: Any) -> list[str]:
    answer = demo.client.get("/api/v1/gallery/item_names", params=query)
    names: list[str] = answer.json()["item_names"]
    return names


def test_images_move_between_boards_and_survive_their_deletion(demo: DemoProcess) -> None:
    client = demo.client
    board = client.post("/api/v1/boards/?board_name=New").json()["board_id"]
    name = _names(demo)[0]
    body = {"board_id": board, "image_names": [name]}
    added = client.post("/api/v1/board_images/batch", json=body).json()
    assert added["added_images"] == [name]
    assert _names(demo, board_id=board) == [name]
    (record,) = [
        entry
        for entry in client.get("/api/v1/boards/?all=true").json()
        if entry["board_id"] == board
    ]
    assert (record["image_count"], record["cover_image_name"]) == (1, name)
    deleted = client.delete(f"/api/v1/boards/{board}").json()
    assert deleted["deleted_board_images"] == [name]
    assert name in _names(demo, board_id="none")


def test_starred_images_come_first(demo: DemoProcess) -> None:
    last = _names(demo)[-1]
    demo.client.post("/api/v1/images/star", json={"image_names": [last]})
    assert _names(demo)[0] == last
    demo.client.post("/api/v1/images/unstar", json={"image_names": [last]})
    assert _names(demo)[-1] == last


def test_an_upload_comes_back_and_can_be_deleted(demo: DemoProcess) -> None:
    png = encoded(paint(Landscape("x", 1), 40, 30), "PNG", 70)
    url = "/api/v1/images/upload?image_category=user&is_intermediate=false"
    answer = demo.client.post(url, files={"file": ("a.png", png, "image/png")})
    record = answer.json()
    assert (answer.status_code, record["width"], record["height"]) == (201, 40, 30)
    deleted = demo.client.delete(f"/api/v1/images/i/{record['image_name']}").json()
    assert deleted["deleted_images"] == [record["image_name"]]
    broken = demo.client.post(url, files={"file": ("a.png", b"x", "image/png")})
    assert (broken.status_code, broken.json()) == (415, {"detail": "Failed to read image"})


def test_the_library_filters_by_category_and_remembers_what_was_opened(demo: DemoProcess) -> None:
    client = demo.client
    page = client.get("/api/v1/workflows/?categories=default&per_page=2").json()
    assert (page["pages"], page["total"], len(page["items"])) == (2, 3, 2)
    key = page["items"][0]["workflow_id"]
    assert client.put(f"/api/v1/workflows/i/{key}/opened_at").json() is None
    opened = client.get("/api/v1/workflows/?categories=default&has_been_opened=true").json()
    assert [entry["workflow_id"] for entry in opened["items"]] == [key]
    assert client.get(f"/api/v1/workflows/i/{key}").json()["workflow"]["id"] == key


def test_dynamic_prompts_unfold_and_report_mistakes_as_answers(demo: DemoProcess) -> None:
    def unfolded(prompt: str) -> Any:
        body = {"prompt": prompt, "max_prompts": 3, "combinatorial": True}
        return demo.client.post("/api/v1/utilities/dynamicprompts", json=body).json()

    assert unfolded("a {cute|wild} {dog|cat}") == {
        "prompts": ["a cute dog", "a cute cat", "a wild dog"],
        "error": None,
    }
    mistake = unfolded("a {cute|f")
    assert mistake["prompts"] == ["a {cute|f"]
    assert mistake["error"].startswith("Expected end of text")


def test_the_sample_workflows_fit_the_node_types(demo: DemoProcess) -> None:
    schemas = demo.client.get("/openapi.json").json()["components"]["schemas"]
    types = {
        schema["properties"]["type"]["default"]: schema
        for schema in schemas.values()
        if schema.get("class") == "invocation"
    }
    assert set(types) == set(NODE_TYPES)
    for name in SAMPLE_WORKFLOWS:
        workflow = json.loads(resources.text("workflows", f"{name}.json"))
        for node in (entry["data"] for entry in workflow["nodes"]):
            assert node["version"] == types[node["type"]]["version"]
            assert set(node["inputs"]) <= set(types[node["type"]]["properties"])
        for edge in workflow["edges"]:
            kinds = {node["id"]: node["data"]["type"] for node in workflow["nodes"]}
            output = types[kinds[edge["source"]]]["output"]["$ref"].rsplit("/", 1)[1]
            assert edge["sourceHandle"] in schemas[output]["properties"]
            assert edge["targetHandle"] in types[kinds[edge["target"]]]["properties"]
