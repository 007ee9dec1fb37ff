"""Older nodes, models of other installations, and things that are not there."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.invokeai.access import Access, Known
from ivk_desktop.domain.invokeai.update import fill_in, may_update
from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.domain.servers import ServerId
from tests.domain.builder import (
    Json,
    codes,
    edge,
    exposed,
    graph_node,
    judged,
    load,
    node,
    opened,
    workflow,
)


@pytest.mark.parametrize(
    ("version", "newest", "expected"),
    [("3.0.0", "4.6.0", False), ("4.1.0", "4.6.0", True), ("0.3.1", "0.9.0", True)],
)
def test_only_nodes_of_the_same_major_version_are_updated(
    version: str, newest: str, expected: bool
) -> None:
    assert may_update(version, newest) is expected


@pytest.mark.parametrize(
    ("saved", "default", "expected"),
    [
        (None, 7, 7),
        (0, 7, 0),
        ({"r": 1}, {"r": 0, "a": 255}, {"r": 1, "a": 255}),
        ([], [7], [7]),
        ([1, 2, 3], [7], [1, 2, 3]),
        ([{"a": 1}], [{"a": 0, "b": 2}], [{"a": 1, "b": 2}]),
    ],
)
def test_saved_values_win_over_defaults(saved: Any, default: Any, expected: Any) -> None:
    assert fill_in(saved, default) == expected


def test_an_older_node_gets_new_inputs_and_loses_old_ones() -> None:
    handle = opened([node("n", "noise", version="1.0.0", seed=5, width=None, gone=3)])
    assert graph_node(handle, "n") == {
        "type": "noise",
        "id": "n",
        "seed": 5,
        "width": 512,
        "height": 512,
        "use_cpu": True,
        "use_cache": True,
        "is_intermediate": True,
    }
    saved = handle.document()["nodes"][0]["data"]
    assert saved["version"] == "1.1.0"
    assert judged(handle).ready


def test_a_node_of_another_major_version_keeps_what_still_fits() -> None:
    handle = opened([node("n", "noise", version="0.9.0", seed=5, gone=3)])
    assert graph_node(handle, "n")["seed"] == 5
    assert "gone" not in graph_node(handle, "n")
    assert codes(handle.warnings) == ["node_outdated"]
    assert judged(handle).ready


def test_the_list_of_an_old_image_collection_moves() -> None:
    images = [{"image_name": "a.png"}]
    old = node("c", "image_collection", version="1.0.1", collection=images, images=[])
    handle = opened([old], exposedFields=exposed("c.collection"))
    assert graph_node(handle, "c")["images"] == images
    assert graph_node(handle, "c")["collection"] == []
    assert [item.name for item in handle.inputs] == ["images"]


def test_a_fed_list_of_an_old_image_collection_stays() -> None:
    images = [{"image_name": "a.png"}]
    nodes = [
        node("c", "image_collection", version="1.0.1", collection=images),
        node("o", "image_collection", images=images),
    ]
    handle = opened(nodes, [edge("o.collection", "c.collection")])
    assert graph_node(handle, "c")["images"] == []
    assert "collection" not in graph_node(handle, "c")


def model(
    key: str, name: str, base: str = "sd-1", kind: str = "main", digest: str = ""
) -> ModelInfo:
    return ModelInfo(ModelKey(ServerId("s"), key), name, kind, base, hash=digest or f"hash-{key}")


MODELS = [
    model("k1", "one", digest="h1"),
    model("k2", "two", digest="h2"),
    model("k3", "three", base="sdxl", digest="h3"),
    model("k4", "light", kind="lora", digest="h4"),
]


def identifier(**parts: Any) -> Json:
    return {"key": "x", "hash": "x", "name": "x", "base": "sd-1", "type": "main", **parts}


@pytest.mark.parametrize(
    ("value", "key", "warned"),
    [
        (identifier(key="k1", hash="old"), "k1", []),
        (identifier(hash="h2"), "k2", ["model_replaced"]),
        (identifier(name="two"), "k2", ["model_replaced"]),
        ({"model_name": "two", "base_model": "sd-1"}, "k2", ["model_replaced"]),
        (identifier(name="three"), "x", ["model_missing"]),
        (identifier(hash="h3"), "x", ["model_missing"]),
        (identifier(key="k4"), "x", ["model_missing"]),
    ],
)
def test_models_are_found_by_key_hash_and_name(value: Json, key: str, warned: list[str]) -> None:
    handle = load(workflow([node("m", "main_model_loader", model=value)]), models=MODELS)
    found = graph_node(handle, "m")["model"]
    assert found.get("key", "x") == (key if key != "x" else value.get("key", "x"))
    assert codes(handle.warnings) == warned


def test_loras_are_found_too() -> None:
    loras = [{"lora": identifier(name="light", type="lora"), "weight": 0.5}]
    handle = load(workflow([node("l", "lora_collection_loader", loras=loras)]), models=MODELS)
    assert graph_node(handle, "l")["loras"] == [{"lora": MODELS[3].identifier, "weight": 0.5}]


NAMING = [
    node("m", "main_model_loader", model=identifier()),
    node("i", "image", image={"image_name": "a.png"}),
    node("c", "image_collection", images=[{"image_name": "a.png"}]),
    node("b", "blank_image", board={"board_id": "b"}),
    node("n", "blank_image", board="none"),
    node("old", "main_model_loader", version="0.1.0", model=identifier()),
]


def test_everything_is_kept_unless_told_otherwise() -> None:
    handle = load(workflow(NAMING))
    assert graph_node(handle, "i")["image"] == {"image_name": "a.png"}
    assert codes(handle.warnings) == ["node_outdated"]


def test_what_is_missing_is_cleared_as_the_web_ui_does_it() -> None:
    handle = load(workflow(NAMING), access=Access.MISSING)
    assert "model" not in graph_node(handle, "m")
    assert "image" not in graph_node(handle, "i")
    assert graph_node(handle, "c")["images"] == []
    assert "board" not in graph_node(handle, "b")
    assert graph_node(handle, "old")["model"] == identifier()
    assert codes(handle.warnings) == [
        "node_outdated",
        "model_cleared",
        "image_cleared",
        "image_cleared",
        "board_cleared",
    ]


def test_what_a_server_lacks_is_reported_and_kept() -> None:
    known = Known(models=MODELS, board_ids=frozenset(), image_names=frozenset({"a.png"}))
    handle = load(workflow(NAMING[:5]), access=known)
    assert codes(handle.warnings) == ["model_missing", "board_missing"]
    assert graph_node(handle, "b")["board"] == {"board_id": "b"}


def test_edges_are_judged_before_nodes_are_updated() -> None:
    nodes = [node("i", "integer", version="1.0.0", value=3), node("s", "add", version="1.0.0", a=1)]
    handle = opened(nodes, [edge("i.value", "s.a")])
    assert graph_node(handle, "s") == {
        "type": "add", "id": "s", "b": 0, "use_cache": True, "is_intermediate": True,
    }  # fmt: skip


def test_a_board_called_none_is_cleared_without_a_word() -> None:
    nodes = [node("b", "blank_image", board={"board_id": "none"})]
    handle = load(workflow(nodes), access=Access.MISSING)
    assert "board" not in graph_node(handle, "b")
    assert handle.warnings == ()
