"""What each node type does: the stages it goes through and what it gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from ivk_desktop.demo.nodes.catalogue import NODE_TYPES
from ivk_desktop.demo.nodes.fields import SECOND_ORDER
from ivk_desktop.demo.nodes.stages import Load, NodeFailed, Say, Stage, Step, Work
from ivk_desktop.demo.nodes.world import Run
from ivk_desktop.demo.scenes import Colour, Landscape
from ivk_desktop.demo.store.models import identifier

Node = dict[str, Any]
Result = dict[str, Any]

STEP_S = 0.14
"""Seconds of one denoising step at speed 1."""


def check_inputs(node: Node) -> None:
    """See that a node has all it needs to run.

    Raises:
        NodeFailed: a required input has neither a value nor a connection.
    """
    kind = node["type"]
    for field in NODE_TYPES[kind].fields:
        if not field.required or node.get(field.name) is not None:
            continue
        if field.input == "connection":
            text = f"Node {kind} missing connections for field {field.name}"
            raise NodeFailed("RequiredConnectionException", text)
        text = f"Node {kind} missing value or connection for field {field.name}"
        raise NodeFailed("MissingInputException", text)


def stages(node: Node, run: Run) -> Iterator[Stage]:
    """What the node shows while it runs."""
    play = _STAGES.get(node["type"].removeprefix("lab_").removeprefix("demo_"))
    return iter(()) if play is None else play(node, run)


def result(node: Node, run: Run) -> Result:
    """What the node gives in the end.

    Raises:
        NodeFailed: it cannot.
    """
    return _RESULTS[node["type"].removeprefix("lab_").removeprefix("demo_")](node, run)


def checks_cancel(node: Node) -> bool:
    """False for nodes that go on to their end although their item was canceled."""
    return bool(node.get("check_cancel", True))


def _encoder_stages(clip: dict[str, Any]) -> Iterator[Stage]:
    for part in ("text_encoder", "tokenizer"):
        yield Load(clip[part]["key"], clip[part]["submodel_type"])
    for lora in clip["loras"]:
        yield Load(lora["lora"]["key"], None)
    yield Say("Building conditioning")
    yield Work(0.05)


def _compel_stages(node: Node, _: Run) -> Iterator[Stage]:
    for name in ("clip", "clip2"):
        if node.get(name):
            yield from _encoder_stages(node[name])


def _denoise_stages(node: Node, run: Run) -> Iterator[Stage]:
    unet = node["unet"]
    yield Load(unet["unet"]["key"], "unet")
    for lora in unet["loras"]:
        yield Load(lora["lora"]["key"], None)
    yield Load(unet["scheduler"]["key"], "scheduler")
    scene, width, height = _denoised(node, run)
    for share, seconds in _schedule(node["steps"], node["scheduler"]):
        yield Step("Denoising", share, scene, share, width, height, seconds)


def _schedule(steps: int, scheduler: str) -> Iterator[tuple[float, float]]:
    """Each report of the scheduler: the share done, and the seconds until the next."""
    if scheduler.startswith(SECOND_ORDER) and "2m" not in scheduler:
        for index in range(steps * 2):
            yield (index // 2) / max(steps - 1, 1), STEP_S / 2
        return
    for index in range(steps + 1):
        yield index / steps, STEP_S if index < steps else 0.0


def _denoised(node: Node, run: Run) -> tuple[Landscape, int, int]:
    conditioning = node["positive_conditioning"]
    first = conditioning[0] if isinstance(conditioning, list) else conditioning
    words = run.world.recall(first["conditioning_name"])
    source = node["noise"] or node["latents"]
    meaning: Any = run.world.recall(source["latents_name"]) if source else None
    known = meaning if isinstance(meaning, tuple) else (0, 512, 512)
    seed = known[0].seed if isinstance(known[0], Landscape) else int(known[0])
    return Landscape(words if isinstance(words, str) else "", seed), known[1], known[2]


def _decode_stages(node: Node, _: Run) -> Iterator[Stage]:
    vae = node["vae"]["vae"]
    yield Load(vae["key"], vae["submodel_type"])
    yield Say("Running VAE decoder")
    yield Work(0.4)
    yield Say("Saving image")


def _save_stages(_node: Node, _run: Run) -> Iterator[Stage]:
    yield Say("Saving image")


def _slow_stages(node: Node, _: Run) -> Iterator[Stage]:
    steps = node["steps"]
    width, height = node.get("width", 256), node.get("height", 256)
    scene = Landscape("", int(node.get("seed") or node.get("value") or 0))
    for index in range(1, steps + 1):
        share = index / steps
        yield Step(
            f"Lab step {index}/{steps}",
            share if node.get("mode", "determinate") == "determinate" else None,
            scene if node.get("preview") else None,
            share,
            width,
            height,
            node["delay"],
        )
    if node["type"].endswith("_image"):
        yield Say("Saving image")


def _raw_stages(node: Node, _: Run) -> Iterator[Stage]:
    if not 0 <= node["percentage"] <= 1:
        limit = (
            "less than or equal to 1" if node["percentage"] > 1 else "greater than or equal to 0"
        )
        text = "1 validation error for InvocationProgressEvent\npercentage\n  Input should be "
        raise NodeFailed("ValidationError", text + limit)
    yield Say(node["message"], node["percentage"])


def _main_model(node: Node, run: Run) -> Result:
    config = run.world.model(node["model"]["key"])
    return {
        "vae": {"vae": identifier(config, "vae"), "seamless_axes": []},
        "clip": _clip(config, ""),
        "unet": {
            "unet": identifier(config, "unet"),
            "scheduler": identifier(config, "scheduler"),
            "loras": [],
            "seamless_axes": [],
            "freeu_config": None,
        },
        "type": "model_loader_output",
    }


def _clip(config: dict[str, Any], suffix: str) -> dict[str, Any]:
    return {
        "tokenizer": identifier(config, f"tokenizer{suffix}"),
        "text_encoder": identifier(config, f"text_encoder{suffix}"),
        "skipped_layers": 0,
        "loras": [],
    }


def _sdxl_model(node: Node, run: Run) -> Result:
    config = run.world.model(node["model"]["key"])
    parts = _main_model(node, run)
    return parts | {"clip2": _clip(config, "_2"), "type": "sdxl_model_loader_output"}


def _vae(node: Node, run: Run) -> Result:
    config = run.world.model(node["vae_model"]["key"])
    return {"vae": {"vae": identifier(config), "seamless_axes": []}, "type": "vae_output"}


def _lora(node: Node, run: Run) -> Result:
    chosen = node.get("loras")
    if "lora" in node:
        chosen = {"lora": node["lora"], "weight": node["weight"]}
    added = chosen if isinstance(chosen, list) else [chosen] if chosen else []
    for entry in added:
        run.world.model(entry["lora"]["key"])
    sdxl = node["type"].startswith("sdxl")
    names = ("unet", "clip", "clip2") if sdxl else ("unet", "clip")
    parts: Result = {}
    for name in names:
        part = node[name]
        parts[name] = part and part | {"loras": [*part["loras"], *added]}
    return parts | {"type": "sdxl_lora_loader_output" if sdxl else "lora_loader_output"}


def _lora_choice(node: Node, run: Run) -> Result:
    run.world.model(node["lora"]["key"])
    chosen = {"lora": node["lora"], "weight": node["weight"]}
    return {"lora": chosen, "type": "lora_selector_output"}


def _clip_skip(node: Node, _: Run) -> Result:
    clip = node["clip"]
    skipped = clip["skipped_layers"] + node["skipped_layers"]
    return {"clip": clip | {"skipped_layers": skipped}, "type": "clip_skip_output"}


def _conditioning(node: Node, run: Run) -> Result:
    words = " ".join(filter(None, [node["prompt"], node.get("style", "")]))
    name = run.world.remember("ConditioningFieldData", words)
    conditioning = {"conditioning_name": name, "mask": None}
    return {"conditioning": conditioning, "type": "conditioning_output"}


def _noise(node: Node, run: Run) -> Result:
    width, height, seed = node["width"], node["height"], node["seed"]
    name = run.world.remember("Tensor", (seed, width, height))
    noise = {"latents_name": name, "seed": seed}
    return {"noise": noise, "width": width, "height": height, "type": "noise_output"}


def _latents(node: Node, run: Run) -> Result:
    scene, width, height = _denoised(node, run)
    name = run.world.remember("Tensor", (scene, width, height))
    latents = {"latents_name": name, "seed": None}
    return {"latents": latents, "width": width, "height": height, "type": "latents_output"}


def _decoded(node: Node, run: Run) -> Result:
    meaning = run.world.recall(node["latents"]["latents_name"])
    scene, width, height = meaning if isinstance(meaning, tuple) else (meaning, 512, 512)
    if not isinstance(scene, Landscape):
        scene = Landscape("", scene)
    return run.save(node, scene, width, height)


def _blank(node: Node, run: Run) -> Result:
    color = node["color"]
    scene = Colour(color["r"], color["g"], color["b"], color["a"])
    return run.save(node, scene, node["width"], node["height"])


def _resized(node: Node, run: Run) -> Result:
    image = run.world.image(node["image"])
    factor = node.get("scale_factor", 1)
    width = node.get("width", int(image.width * factor))
    height = node.get("height", int(image.height * factor))
    return run.save(node, image.scene, width, height)


def _shown(node: Node, run: Run) -> Result:
    image = run.world.image(node["image"])
    return {
        "image": {"image_name": image.name},
        "width": image.width,
        "height": image.height,
        "type": "image_output",
    }


def _slow_image(node: Node, run: Run) -> Result:
    return run.save(node, Landscape("", node["seed"]), node["width"], node["height"])


def _fail(node: Node, _: Run) -> Result:
    raise NodeFailed("RuntimeError", node["message"])


def _integer(value: Callable[[Node], int]) -> Callable[[Node, Run], Result]:
    return lambda node, _: {"value": value(node), "type": "integer_output"}


def _text(value: Callable[[Node], str]) -> Callable[[Node, Run], Result]:
    return lambda node, _: {"value": value(node), "type": "string_output"}


def _numbers(node: Node, _: Run) -> Result:
    numbers = list(range(node["start"], node["stop"], node["step"] or 1))
    return {"collection": numbers, "type": "integer_collection_output"}


def _images(node: Node, _: Run) -> Result:
    chosen = (node["collection"] or []) + (node["images"] or [])
    return {"collection": chosen, "type": "image_collection_output"}


def _entry(node: Node, _: Run) -> Result:
    entries, index = node["collection"], node["index"]
    return {
        "item": entries[index],
        "index": index,
        "total": len(entries),
        "type": "iterate_output",
    }


_STAGES: dict[str, Callable[[Node, Run], Iterator[Stage]]] = {
    "compel": _compel_stages,
    "sdxl_compel_prompt": _compel_stages,
    "denoise_latents": _denoise_stages,
    "l2i": _decode_stages,
    "blank_image": _save_stages,
    "img_resize": _save_stages,
    "img_scale": _save_stages,
    "save_image": _save_stages,
    "slow_image": _slow_stages,
    "slow_integer": _slow_stages,
    "fail": _slow_stages,
    "raw_progress": _raw_stages,
}

_RESULTS: dict[str, Callable[[Node, Run], Result]] = {
    "main_model_loader": _main_model,
    "sdxl_model_loader": _sdxl_model,
    "vae_loader": _vae,
    "lora_loader": _lora,
    "sdxl_lora_loader": _lora,
    "lora_collection_loader": _lora,
    "lora_selector": _lora_choice,
    "clip_skip": _clip_skip,
    "compel": _conditioning,
    "sdxl_compel_prompt": _conditioning,
    "noise": _noise,
    "denoise_latents": _latents,
    "l2i": _decoded,
    "blank_image": _blank,
    "img_resize": _resized,
    "img_scale": _resized,
    "save_image": _resized,
    "image": _shown,
    "integer": _integer(lambda node: node["value"]),
    "float": lambda node, _: {"value": node["value"], "type": "float_output"},
    "boolean": lambda node, _: {"value": node["value"], "type": "boolean_output"},
    "string": _text(lambda node: node["value"]),
    "string_join": _text(lambda node: node["string_left"] + node["string_right"]),
    "add": _integer(lambda node: node["a"] + node["b"]),
    "sub": _integer(lambda node: node["a"] - node["b"]),
    "mul": _integer(lambda node: node["a"] * node["b"]),
    "rand_int": _integer(
        lambda node: random.randrange(node["low"], max(node["high"], node["low"] + 1))
    ),
    "range": _numbers,
    "integer_collection": lambda node, _: {
        "collection": node["collection"],
        "type": "integer_collection_output",
    },
    "image_collection": _images,
    "iterate": _entry,
    "collect": lambda node, _: {"collection": node["collection"], "type": "collect_output"},
    "slow_image": _slow_image,
    "slow_integer": _integer(lambda node: node["value"]),
    "fail": _fail,
    "raw_progress": _integer(lambda _: 0),
}
