"""The starter models of the demo: a few of each kind, with what they need."""

from __future__ import annotations

from typing import Any, Final

from ivk_desktop.demo.store.models import Models

_VAE: Final = ("sdxl-vae-fp16-fix", "vae", "sdxl", "files/sdxl-vae-fp16-fix", "Decodes pictures.")
_T5: Final = ("t5_base_encoder", "t5_encoder", "any", "files/t5-base-encoder", "Reads prompts.")
_STARTERS: Final[tuple[tuple[tuple[str, str, str, str, str], tuple[Any, ...]], ...]] = (
    (("Juggernaut XL v9", "main", "sdxl", "demo/juggernaut-xl-v9", "Photo-real SDXL."), (_VAE,)),
    (("DreamShaper 8", "main", "sd-1", "demo/dreamshaper-8", "An all-round SD 1.5."), ()),
    (("Alpine XL", "main", "sdxl", "demo/alpine-xl", "Mountains, huts and snow."), (_VAE, _T5)),
    (("FLUX.1 dev", "main", "flux", "gated/flux-1-dev", "Large; wants a token."), (_T5,)),
    (("Meadow", "main", "sd-1", "demo/meadow", "Soft light, green things."), ()),
    (("Canny XL", "controlnet", "sdxl", "demo/canny-xl", "Follows edges."), ()),
    (("Soft Edge XL", "controlnet", "sdxl", "demo/soft-edge-xl", "Follows soft edges."), ()),
    (("Charcoal LoRA", "lora", "sdxl", "demo/charcoal-lora", "Drawn with charcoal."), ()),
    (("Easy Negative", "embedding", "sd-1", "demo/easy-negative-lora", "What not to paint."), ()),
    (_VAE, ()),
    (_T5, ()),
)


def starters(models: Models) -> dict[str, Any]:
    """All starter models, and which are installed."""
    installed = {(one["name"], one["type"], one["base"]) for one in models.listed()}
    sources = {one["source"] for one in models.listed()}

    def one(entry: tuple[str, str, str, str, str]) -> dict[str, Any]:
        name, kind, base, source, words = entry
        return {
            "description": words,
            "source": source,
            "name": name,
            "base": base,
            "type": kind,
            "format": None,
            "is_installed": (name, kind, base) in installed or source in sources,
            "previous_names": [],
        }

    listed = []
    for entry, needs in _STARTERS:
        lacking = [made for made in map(one, needs) if not made["is_installed"]]
        listed.append(one(entry) | {"dependencies": lacking})
    return {"starter_models": listed, "starter_bundles": {}}
