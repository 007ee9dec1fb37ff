from __future__ import annotations

from typing import Any

from ivk_desktop.api.invokeai.plan import edges_of, job_plan, nodes_of
from ivk_desktop.api.invokeai.works import item_varies_work, varies_work
from ivk_desktop.domain.estimates import Work
from tests.fakes import job_key

MAIN = {"key": "main-key", "hash": "h", "name": "Tiger XL", "base": "sdxl", "type": "main"}
LORA = {"key": "lora-key", "hash": "h", "name": "Stripes", "base": "sdxl", "type": "lora"}


def edge(source: str, output: str, target: str, name: str) -> dict[str, Any]:
    return {
        "source": {"node_id": source, "field": output},
        "destination": {"node_id": target, "field": name},
    }


GRAPH: dict[str, Any] = {
    "nodes": {
        "l2i": {"type": "l2i"},
        "denoise": {"type": "denoise_latents", "steps": 30},
        "noise": {"type": "noise", "height": 768},
        "width": {"type": "integer", "value": 512},
        "lora": {"type": "lora_collection_loader", "loras": [{"lora": LORA, "weight": 0.5}]},
        "main": {"type": "sdxl_model_loader", "model": MAIN},
        "seed": {"type": "rand_int", "low": 0},
    },
    "edges": [
        edge("main", "unet", "lora", "unet"),
        edge("lora", "unet", "denoise", "unet"),
        edge("main", "vae", "l2i", "vae"),
        edge("width", "value", "noise", "width"),
        edge("noise", "noise", "denoise", "noise"),
        edge("denoise", "latents", "l2i", "latents"),
        edge("seed", "value", "noise", "seed"),
    ],
}


def works(graph: dict[str, Any]) -> dict[str, Work]:
    return dict(job_plan(job_key(1), graph, {}, lambda _: "").works)


def test_models_and_sizes_reach_all_nodes_behind_the_one_that_names_them() -> None:
    found = works(GRAPH)
    assert found["noise"] == Work("noise", "", "512x768")
    assert found["denoise"] == Work("denoise_latents", "lora-key,main-key", "512x768/30")
    assert found["l2i"].size == "512x768"
    assert set(found["l2i"].model.split(",")) == {"main-key", "lora-key"}
    assert found["seed"] == Work("rand_int")


def test_a_hostile_graph_has_works_too() -> None:
    graph: dict[str, Any] = {
        "nodes": {"a": {"type": 7, "width": "x", "model": {"key": [], "base": 1}}, "b": None},
        "edges": [None, edge("a", "x", "a", "y"), edge("a", "x", "gone", "y"), {"source": 1}],
    }
    assert works(graph) == {"a": Work("")}


def of_batch(node_id: str, name: str, *items: Any) -> bool:
    batch = {"data": [[{"node_path": node_id, "field_name": name, "items": list(items)}]]}
    return varies_work(batch, nodes_of(GRAPH), edges_of(GRAPH))


def test_only_what_costs_time_makes_the_items_of_a_batch_differ() -> None:
    assert of_batch("denoise", "steps", 10, 20)
    assert of_batch("main", "model", MAIN)
    assert of_batch("width", "value", 512, 1024)
    assert not of_batch("noise", "seed", 1, 2)
    assert not of_batch("seed", "value", 1, 2)
    assert not varies_work({"data": [7, [None]]}, {}, [])
    assert not varies_work({}, {}, [])


def test_an_item_says_by_its_own_values_whether_its_batch_differs() -> None:
    steps = {"field_values": [{"node_path": "denoise", "field_name": "steps", "value": 3}]}
    seeds = {"field_values": [{"node_path": "noise", "field_name": "seed", "value": 3}]}
    nodes, edges = nodes_of(GRAPH), edges_of(GRAPH)
    assert item_varies_work(steps, nodes, edges)
    assert not item_varies_work(seeds, nodes, edges)
    assert not item_varies_work({"field_values": 7}, nodes, edges)
