"""How a picture was made, read from what it carries."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.invokeai.picture_facts import facts_of
from ivk_desktop.domain.pictures import PictureFacts


def edge(source: str, target: str) -> dict[str, Any]:
    ends = [end.split(".") for end in (source, target)]
    named = [{"node_id": node, "field": field} for node, field in ends]
    return {"source": named[0], "destination": named[1]}


GRAPH = {
    "nodes": {
        "loader": {"type": "main_model_loader", "model": {"name": "Deliberate", "key": "k"}},
        "text": {"type": "string", "value": "a tiger in snow"},
        "good": {"type": "compel"},
        "both": {"type": "collect"},
        "bad": {"type": "compel", "prompt": "blurry"},
        "lora": {"type": "lora_loader", "lora": {"name": "gouache"}},
        "other": {"type": "rand_int", "seed": 1},
        "number": {"type": "integer", "value": 42},
        "noise": {"type": "noise"},
        "denoise": {"type": "denoise_latents", "steps": 30, "cfg_scale": 7, "scheduler": "euler"},
    },
    "edges": [
        edge("text.value", "good.prompt"),
        edge("good.conditioning", "both.item"),
        edge("both.collection", "denoise.positive_conditioning"),
        edge("bad.conditioning", "denoise.negative_conditioning"),
        edge("number.value", "noise.seed"),
        edge("noise.noise", "denoise.noise"),
    ],
}


def test_the_graph_tells_what_ran_along_its_edges() -> None:
    assert facts_of(None, {"name": "Portrait"}, GRAPH) == PictureFacts(
        "a tiger in snow", "blurry", 42, "Deliberate", ("gouache",), 30, 7.0, "euler", "Portrait"
    )


def test_metadata_goes_before_the_graph() -> None:
    told = {
        "positive_prompt": "a lion",
        "seed": 7,
        "model": {"name": "SDXL"},
        "loras": [{"model": {"name": "grain"}, "weight": 1}],
    }
    facts = facts_of(told, None, GRAPH)
    assert (facts.prompt, facts.seed, facts.model) == ("a lion", 7, "SDXL")
    assert facts.loras == ("grain",)
    assert facts.negative == "blurry"


def test_a_circle_of_edges_ends() -> None:
    circle = {
        "nodes": {"a": {"type": "string"}, "b": {"type": "string"}, "d": {"type": "denoise"}},
        "edges": [
            edge("a.value", "b.value"),
            edge("b.value", "a.value"),
            edge("a.value", "d.positive_conditioning"),
            edge("a.value", "d.seed"),
        ],
    }
    assert facts_of(None, None, circle) == PictureFacts()


@pytest.mark.parametrize("junk", [None, 7, "text", [], [1], {"nodes": 7, "edges": [3, {}]}])
def test_what_has_another_shape_tells_nothing(junk: Any) -> None:
    assert facts_of(junk, junk, junk) == PictureFacts()
    assert facts_of({"seed": True, "loras": [junk], "model": junk}, {}, {}) == PictureFacts()
