"""Inputs that many node types share, and the limits and choices of InvokeAI for them."""

from __future__ import annotations

from typing import Any

from ivk_desktop.demo.nodes.schema import Field

SCHEDULERS = (
    "ddim",
    "ddpm",
    "deis",
    "deis_k",
    "lms",
    "lms_k",
    "pndm",
    "heun",
    "heun_k",
    "euler",
    "euler_k",
    "euler_a",
    "kdpm_2",
    "kdpm_2_k",
    "kdpm_2_a",
    "kdpm_2_a_k",
    "dpmpp_2s",
    "dpmpp_2s_k",
    "dpmpp_2m",
    "dpmpp_2m_k",
    "dpmpp_2m_sde",
    "dpmpp_2m_sde_k",
    "dpmpp_3m",
    "dpmpp_3m_k",
    "dpmpp_sde",
    "dpmpp_sde_k",
    "er_sde",
    "unipc",
    "unipc_k",
    "lcm",
    "tcd",
)
SECOND_ORDER = ("heun", "kdpm_2", "dpmpp_2s", "dpmpp_sde")
"""Schedulers that call the model twice a step, and so report each step twice."""

BASES = (
    "any",
    "sd-1",
    "sd-2",
    "sd-3",
    "sdxl",
    "sdxl-refiner",
    "flux",
    "flux2",
    "cogview4",
    "z-image",
    "ernie-image",
    "ideogram-4",
    "external",
    "qwen-image",
    "anima",
    "krea-2",
    "wan",
    "unknown",
)
MODEL_TYPES = (
    "onnx",
    "main",
    "vae",
    "lora",
    "control_lora",
    "controlnet",
    "embedding",
    "ip_adapter",
    "clip_vision",
    "clip_embed",
    "t2i_adapter",
    "t5_encoder",
    "spandrel_image_to_image",
    "siglip",
    "flux_redux",
    "llava_onevision",
    "unknown",
)
RESAMPLING = ("nearest", "box", "bilinear", "hamming", "bicubic", "lanczos")
BATCH_GROUPS = ("None", "Group 1", "Group 2", "Group 3", "Group 4", "Group 5")
NOISE_TYPES = ("SD", "FLUX", "FLUX.2", "SD3", "CogView4", "Z-Image", "Anima")

BOARD = Field(
    "board",
    "BoardField",
    input="direct",
    internal=True,
    description="Where the picture is filed",
)
METADATA = Field(
    "metadata",
    "MetadataField",
    input="connection",
    internal=True,
    description="Facts kept with the picture",
)


def integer(name: str, default: int = 0, **more: Any) -> Field:
    """A whole number with a default."""
    return Field(name, "integer", default, **more)


def number(name: str, default: float = 0.0, **more: Any) -> Field:
    """A number with a default."""
    return Field(name, "number", default, **more)


def text(name: str, default: str = "", **more: Any) -> Field:
    """A text with a default."""
    return Field(name, "string", default, **more)


def flag(name: str, default: bool = False, **more: Any) -> Field:
    """A switch with a default."""
    return Field(name, "boolean", default, **more)


def choice(name: str, options: tuple[str, ...], default: str, **more: Any) -> Field:
    """One of a few words."""
    return Field(name, "string", default, options=options, **more)


def wire(name: str, type_name: str, *, required: bool = True, **more: Any) -> Field:
    """An input that only a connection can fill."""
    return Field(name, type_name, input="connection", required=required, **more)


def model(name: str, types: list[str], bases: list[str] | None = None, **more: Any) -> Field:
    """A model to choose, limited to types and base models."""
    ui: dict[str, Any] = {"model_type": types}
    if bases is not None:
        ui["model_base"] = bases
    return Field(name, "ModelIdentifierField", required=True, ui=ui, **more)


def picture(name: str = "image") -> Field:
    """An image, chosen or connected."""
    return Field(name, "ImageField", required=True, description="The picture to work on")
