"""Runs of graphs: their events, sessions, and what stops them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.demo.conftest import QUEUE
from tests.demo.listening import enqueue, graph, item, listening, slow
from tests.demo_process import DemoProcess

RECORDING = Path(__file__).parents[1] / "data" / "events" / "sd15_256_10_euler.jsonl"
"""One run on a real server; lines whose event begins with # are notes."""

CHAIN = (
    "model.clip negative.clip",
    "model.clip positive.clip",
    "model.unet denoise.unet",
    "model.vae decode.vae",
    "seed.value noise.seed",
    "noise.noise denoise.noise",
    "positive.conditioning denoise.positive_conditioning",
    "negative.conditioning denoise.negative_conditioning",
    "denoise.latents decode.latents",
)


def _picture_graph(demo: DemoProcess) -> dict[str, Any]:
    models = demo.client.get("/api/v2/models/?model_type=main&base_models=sd-1").json()["models"]
    keys = ("key", "hash", "name", "base", "type")
    nodes: dict[str, dict[str, Any]] = {
        "model": {"type": "main_model_loader", "model": {key: models[0][key] for key in keys}},
        "positive": {"type": "compel", "prompt": "tiger"},
        "negative": {"type": "compel"},
        "seed": {"type": "rand_int"},
        "noise": {"type": "noise", "width": 256, "height": 256},
        "denoise": {"type": "denoise_latents", "steps": 10},
        "decode": {"type": "l2i"},
    }
    return graph({key: node | {"use_cache": False} for key, node in nodes.items()}, *CHAIN)


def _row(name: str, data: dict[str, Any], model: str) -> dict[str, Any]:
    message = data["message"].replace(model, "MODEL") if "message" in data else None
    return {
        "event": name,
        "node": (data.get("invocation") or {}).get("type"),
        "message": message,
        "percentage": data.get("percentage"),
        "submodel": data.get("submodel_type"),
        "status": data.get("status"),
        "keys": sorted(data),
        "result": sorted(data.get("result") or {}),
    }


def test_a_run_sends_the_events_of_a_real_server_in_their_order(demo: DemoProcess) -> None:
    a_graph = _picture_graph(demo)
    model = a_graph["nodes"]["model"]["model"]["name"]

    async def run() -> list[dict[str, Any]]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, a_graph, origin="workflows")["item_ids"]
            await listener.ended(item_id)
            return [_row(name, data, model) for name, data in listener.events]

    lines = [json.loads(line) for line in RECORDING.read_text(encoding="utf-8").splitlines()]
    recorded = [
        _row(line["event"], line["data"], "tiny-sd15")
        for line in lines
        if not line["event"].startswith("#")
    ]
    assert asyncio.run(run()) == recorded


def test_previews_are_latent_sized_and_the_picture_lands_in_the_gallery(demo: DemoProcess) -> None:
    import base64

    from ivk_desktop.demo.painter import size_of

    async def run() -> list[dict[str, Any]]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, _picture_graph(demo))["item_ids"]
            await listener.ended(item_id)
            return [data["image"] for data in listener.of("invocation_progress") if data["image"]]

    images = asyncio.run(run())
    assert len(images) == 11
    jpeg = base64.b64decode(images[-1]["dataURL"].removeprefix("data:image/jpeg;base64,"))
    assert size_of(jpeg) == (32, 32)
    assert (images[-1]["width"], images[-1]["height"]) == (256, 256)
    newest = demo.client.get("/api/v1/gallery/item_names").json()["item_names"][0]
    png = demo.client.get(f"/api/v1/images/i/{newest}/full").content
    assert size_of(png) == (256, 256)
    assert b"tEXtinvokeai_graph\0" in png
    webp = demo.client.get(f"/api/v1/images/i/{newest}/thumbnail")
    assert webp.headers["content-type"] == "image/webp"
    assert size_of(webp.content) == (256, 256)


def test_iterate_and_collect_unfold_with_paths(demo: DemoProcess) -> None:
    a_graph = graph(
        {
            "range": {"type": "range", "stop": 3},
            "each": {"type": "iterate"},
            "sum": {"type": "add", "b": 100},
            "blank": {"type": "blank_image", "height": 8},
            "all": {"type": "collect"},
            "numbers": {"type": "integer_collection"},
        },
        "range.collection each.collection",
        "each.item sum.a",
        "sum.value blank.width",
        "sum.value all.item",
        "all.collection numbers.collection",
    )

    async def run() -> dict[str, Any]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, a_graph)["item_ids"]
            await listener.ended(item_id)
            return item(demo, item_id)

    session = asyncio.run(run())["session"]
    counts = {key: len(copies) for key, copies in session["source_prepared_mapping"].items()}
    assert counts == {"range": 1, "each": 3, "sum": 3, "blank": 3, "all": 1, "numbers": 1}
    paths = session["prepared_iteration_paths"]
    assert [paths[key] for key in session["source_prepared_mapping"]["blank"]] == [[0], [1], [2]]
    (last,) = session["source_prepared_mapping"]["numbers"]
    assert session["results"][last]["collection"] == [100, 101, 102]
    assert set(session["executed"]) == set(session["results"]) | set(counts)


def test_an_empty_iteration_completes_without_copies(demo: DemoProcess) -> None:
    a_graph = graph(
        {
            "none": {"type": "integer_collection"},
            "each": {"type": "iterate"},
            "sum": {"type": "add"},
        },
        "none.collection each.collection",
        "each.item sum.a",
    )

    async def run() -> dict[str, Any]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, a_graph)["item_ids"]
            assert (await listener.ended(item_id))["status"] == "completed"
            return item(demo, item_id)

    session = asyncio.run(run())["session"]
    assert session["source_prepared_mapping"]["sum"] == []
    assert "sum" in session["executed"]


def test_cancel_ends_a_run_without_an_error(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> list[str]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, slow(50))["item_ids"]
            await listener.progress(1)
            answer = demo.client.put(f"{QUEUE}/i/{item_id}/cancel").json()
            assert (answer["status"], answer["status_sequence"]) == ("canceled", 2)
            await listener.ended(item_id)
            return listener.names()

    names = asyncio.run(run())
    assert names[-1] == "queue_item_status_changed"
    assert not {"invocation_error", "invocation_complete"} & set(names)


def test_a_node_that_does_not_look_goes_on_after_cancel(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> list[str]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, slow(3, check_cancel=False))["item_ids"]
            await listener.progress(1)
            demo.client.put(f"{QUEUE}/i/{item_id}/cancel")
            demo.faults(advance=3)
            await listener.until(lambda name, _: name == "invocation_complete")
            return listener.names()

    names = asyncio.run(run())
    canceled = max(i for i, name in enumerate(names) if name == "queue_item_status_changed")
    assert names[canceled + 1 :].count("invocation_progress") == 3


def test_a_failing_node_fails_its_item_first_and_says_why(demo: DemoProcess) -> None:
    a_graph = graph(
        {
            "number": {"type": "integer", "value": 4},
            "fail": {"type": "demo_fail", "message": "boom äöü <b>x</b>"},
        },
        "number.value fail.value",
    )

    async def run() -> tuple[list[str], dict[str, Any]]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, a_graph)["item_ids"]
            await listener.until(lambda name, _: name == "invocation_error")
            return listener.names(), item(demo, item_id)

    names, record = asyncio.run(run())
    assert names[-2:] == ["queue_item_status_changed", "invocation_error"]
    assert (record["error_type"], record["error_message"]) == ("RuntimeError", "boom äöü <b>x</b>")
    (number,) = record["session"]["source_prepared_mapping"]["number"]
    assert record["session"]["results"][number]["value"] == 4
    assert list(record["session"]["errors"].values()) == ["RuntimeError: boom äöü <b>x</b>"]


def test_what_a_node_lacks_fails_at_run_time(demo: DemoProcess) -> None:
    async def why(node: dict[str, Any]) -> tuple[str, str]:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, graph({"n": node}))["item_ids"]
            data = await listener.ended(item_id)
            return data["error_type"], data["error_message"]

    model = {"key": "nokey", "hash": "", "name": "", "base": "sd-1", "type": "main"}
    assert asyncio.run(why({"type": "img_resize"})) == (
        "MissingInputException",
        "Node img_resize missing value or connection for field image",
    )
    assert asyncio.run(why({"type": "l2i"}))[0] == "RequiredConnectionException"
    assert asyncio.run(why({"type": "img_scale", "image": {"image_name": "x"}})) == (
        "ImageRecordNotFoundException",
        "Image record not found",
    )
    assert asyncio.run(why({"type": "main_model_loader", "model": model})) == (
        "Exception",
        "Unknown model nokey",
    )


def test_the_cache_gives_the_old_image_without_progress(demo: DemoProcess) -> None:
    a_graph = slow(2, use_cache=True)

    async def run() -> tuple[list[str], list[str]]:
        async with listening(demo) as listener:
            for item_id in sorted(enqueue(demo, a_graph, runs=2)["item_ids"]):
                await listener.ended(item_id)
            results = listener.of("invocation_complete")
            return [data["result"]["image"]["image_name"] for data in results], listener.names()

    images, names = asyncio.run(run())
    assert images[0] == images[1]
    assert names.count("invocation_progress") == 3  # two steps and "Saving image", once


def test_a_batch_unfolds_with_the_last_group_fastest(demo: DemoProcess) -> None:
    data = [
        [
            {"node_path": "n", "field_name": "a", "items": [1, 2]},
            {"node_path": "m", "field_name": "a", "items": [10, 20]},
        ],
        [{"node_path": "n", "field_name": "b", "items": [7, 8]}],
    ]
    demo.client.put(f"{QUEUE}/processor/pause")
    a_graph = graph({"n": {"type": "add"}, "m": {"type": "add"}})
    receipt = enqueue(demo, a_graph, data=data, runs=2)
    assert (receipt["enqueued"], receipt["requested"]) == (8, 8)
    ids = receipt["item_ids"]
    assert ids == sorted(ids, reverse=True)
    summaries = demo.client.post(
        f"{QUEUE}/item_summaries_by_ids", json={"item_ids": sorted(ids)}
    ).json()
    values = [tuple(entry["value"] for entry in row["field_values"]) for row in summaries]
    assert values == [(1, 10, 7), (1, 10, 8), (2, 20, 7), (2, 20, 8)] * 2
    nodes = item(demo, min(ids) + 3)["session"]["graph"]["nodes"]
    assert (nodes["n"]["a"], nodes["n"]["b"], nodes["m"]["a"]) == (2, 8, 20)
