"""The node types the demo server knows, by type name."""

from __future__ import annotations

from ivk_desktop.demo.nodes import lab, primitives
from ivk_desktop.demo.nodes.fields import (
    BOARD,
    METADATA,
    NOISE_TYPES,
    RESAMPLING,
    SCHEDULERS,
    choice,
    flag,
    integer,
    model,
    number,
    picture,
    text,
    wire,
)
from ivk_desktop.demo.nodes.outputs import OUTPUTS
from ivk_desktop.demo.nodes.schema import Field, NodeType, OutputType

_PROMPT = {"component": "textarea"}
_SIDE = {"exclusiveMinimum": 0, "multipleOf": 8}
_RATIO = {"minimum": 0, "maximum": 1}
_WEIGHT = number("weight", 0.75, description="How strongly the LoRA pulls")
_LORA_UNET = wire("unet", "UNetField", required=False, title="UNet")
_LORA_CLIP = wire("clip", "CLIPField", required=False, title="CLIP")

_MODELS = (
    NodeType(
        "main_model_loader",
        "MainModelLoaderInvocation",
        "Main Model - SD1.5, SD2",
        "1.0.4",
        "model",
        ("model",),
        "Opens a Stable Diffusion 1.5 or 2 model and hands out its parts.",
        (model("model", ["main"], ["sd-1", "sd-2"], description="The model to paint with"),),
        "ModelLoaderOutput",
    ),
    NodeType(
        "sdxl_model_loader",
        "SDXLModelLoaderInvocation",
        "Main Model - SDXL",
        "1.0.4",
        "model",
        ("model", "sdxl"),
        "Opens an SDXL model and hands out its parts.",
        (model("model", ["main"], ["sdxl"], description="The SDXL model to paint with"),),
        "SDXLModelLoaderOutput",
    ),
    NodeType(
        "vae_loader",
        "VAELoaderInvocation",
        "VAE Model - SD1.5, SD2, SDXL, SD3, FLUX",
        "1.0.4",
        "model",
        ("vae", "model"),
        "Opens a VAE of its own in place of the model's.",
        (
            model(
                "vae_model", ["vae"], ["sd-1", "sd-2", "sdxl", "sd-3", "flux", "flux2"], title="VAE"
            ),
        ),
        "VAEOutput",
    ),
    NodeType(
        "lora_loader",
        "LoRALoaderInvocation",
        "Apply LoRA - SD1.5",
        "1.0.4",
        "model",
        ("model",),
        "Adds one LoRA to UNet and text encoder.",
        (model("lora", ["lora"], ["sd-1"], title="LoRA"), _WEIGHT, _LORA_UNET, _LORA_CLIP),
        "LoRALoaderOutput",
    ),
    NodeType(
        "sdxl_lora_loader",
        "SDXLLoRALoaderInvocation",
        "Apply LoRA - SDXL",
        "1.0.5",
        "model",
        ("lora", "model"),
        "Adds one LoRA to the UNet and both text encoders of SDXL.",
        (
            model("lora", ["lora"], ["sdxl"], title="LoRA"),
            _WEIGHT,
            _LORA_UNET,
            _LORA_CLIP,
            wire("clip2", "CLIPField", required=False, title="CLIP 2"),
        ),
        "SDXLLoRALoaderOutput",
    ),
    NodeType(
        "lora_selector",
        "LoRASelectorInvocation",
        "Select LoRA",
        "1.0.3",
        "model",
        ("model",),
        "Names one LoRA and its weight for a collection.",
        (model("lora", ["lora"], title="LoRA"), _WEIGHT),
        "LoRASelectorOutput",
    ),
    NodeType(
        "lora_collection_loader",
        "LoRACollectionLoader",
        "Apply LoRA Collection - SD1.5",
        "1.1.3",
        "model",
        ("model",),
        "Adds a list of LoRAs to UNet and text encoder.",
        (
            Field(
                "loras",
                "LoRAField",
                many="either",
                title="LoRAs",
                ui={"model_base": ["sd-1", "sd-2"], "model_type": ["lora"]},
            ),
            _LORA_UNET,
            _LORA_CLIP,
        ),
        "LoRALoaderOutput",
    ),
    NodeType(
        "clip_skip",
        "CLIPSkipInvocation",
        "Apply CLIP Skip - SD1.5, SDXL",
        "1.1.1",
        "prompt",
        ("clipskip", "clip", "skip"),
        "Leaves out the last layers of the text encoder.",
        (wire("clip", "CLIPField", title="CLIP"), integer("skipped_layers", limits={"minimum": 0})),
        "CLIPSkipInvocationOutput",
    ),
)

_PROMPTS = (
    NodeType(
        "compel",
        "CompelInvocation",
        "Prompt - SD1.5",
        "1.2.1",
        "prompt",
        ("prompt", "compel"),
        "Turns a prompt into conditioning for SD1.5.",
        (
            text("prompt", ui=_PROMPT, description="What the picture shows"),
            Field("clip", "CLIPField", required=True, title="CLIP"),
            Field("mask", "TensorField"),
        ),
        "ConditioningOutput",
    ),
    NodeType(
        "sdxl_compel_prompt",
        "SDXLCompelPromptInvocation",
        "Prompt - SDXL",
        "1.2.1",
        "prompt",
        ("sdxl", "compel", "prompt"),
        "Turns a prompt and a style into conditioning for SDXL.",
        (
            text("prompt", ui=_PROMPT, description="What the picture shows"),
            text("style", ui=_PROMPT, description="In which manner it is painted"),
            integer("original_width", 1024),
            integer("original_height", 1024),
            integer("crop_top"),
            integer("crop_left"),
            integer("target_width", 1024),
            integer("target_height", 1024),
            wire("clip", "CLIPField", title="CLIP 1"),
            wire("clip2", "CLIPField", title="CLIP 2"),
            Field("mask", "TensorField"),
        ),
        "ConditioningOutput",
    ),
)

_DENOISE_FIELDS = (
    wire("positive_conditioning", "ConditioningField", ui={"order": 0}, many="either"),
    wire("negative_conditioning", "ConditioningField", ui={"order": 1}, many="either"),
    wire("noise", "LatentsField", required=False, ui={"order": 3}),
    integer(
        "steps",
        10,
        limits={"exclusiveMinimum": 0},
        description="In how many steps noise is removed",
    ),
    Field(
        "cfg_scale",
        "number",
        7.5,
        many="either",
        title="CFG Scale",
        description="How closely the prompt is followed",
    ),
    number("denoising_start", limits=_RATIO),
    number("denoising_end", 1.0, limits=_RATIO),
    choice("scheduler", SCHEDULERS, "euler", ui={"type": "SchedulerField"}),
    wire("unet", "UNetField", title="UNet", ui={"order": 2}),
    wire("control", "ControlField", required=False, ui={"order": 5}, many="either"),
    wire("ip_adapter", "IPAdapterField", required=False, ui={"order": 6}, many="either"),
    wire("t2i_adapter", "T2IAdapterField", required=False, ui={"order": 7}, many="either"),
    number("cfg_rescale_multiplier", 0, limits={"minimum": 0, "exclusiveMaximum": 1}),
    flag("hidiffusion", title="HiDiffusion"),
    flag("hidiffusion_raunet", True, title="HiDiffusion: RAU-Net"),
    flag("hidiffusion_window_attn", True, title="HiDiffusion: Window Attention"),
    number("hidiffusion_t1_ratio", 0.4, limits=_RATIO),
    number("hidiffusion_t2_ratio", 0.0, limits=_RATIO),
    wire("latents", "LatentsField", required=False, ui={"order": 4}),
    wire("denoise_mask", "DenoiseMaskField", required=False, ui={"order": 8}),
)

_LATENTS = (
    NodeType(
        "noise",
        "NoiseInvocation",
        "Create Latent Noise",
        "1.1.0",
        "latents",
        ("latents", "noise"),
        "Makes the noise that a picture starts from.",
        (
            choice("noise_type", NOISE_TYPES, "SD"),
            integer(
                "seed",
                limits={"minimum": 0, "maximum": 4294967295},
                modulo=4294967296,
                description="The same seed makes the same noise",
            ),
            integer("width", 512, limits=_SIDE, description="Width in pixels"),
            integer("height", 512, limits=_SIDE, description="Height in pixels"),
            flag("use_cpu", True),
        ),
        "NoiseOutput",
    ),
    NodeType(
        "denoise_latents",
        "DenoiseLatentsInvocation",
        "Denoise - SD1.5, SDXL",
        "1.6.0",
        "latents",
        ("latents", "denoise", "txt2img", "t2i", "t2l", "img2img", "i2i", "l2l"),
        "Takes the noise away step by step until the picture stands.",
        _DENOISE_FIELDS,
        "LatentsOutput",
    ),
    NodeType(
        "l2i",
        "LatentsToImageInvocation",
        "Latents to Image - SD1.5, SDXL",
        "1.3.2",
        "latents",
        ("latents", "image", "vae", "l2i"),
        "Decodes latents to a picture.",
        (
            BOARD,
            METADATA,
            wire("latents", "LatentsField"),
            wire("vae", "VAEField", title="VAE"),
            flag("tiled"),
            integer("tile_size", limits={"multipleOf": 8}),
            flag("fp32"),
        ),
        "ImageOutput",
    ),
)

_IMAGES = (
    NodeType(
        "blank_image",
        "BlankImageInvocation",
        "Blank Image",
        "1.2.2",
        "image",
        ("image",),
        "Makes a picture of one colour.",
        (
            BOARD,
            METADATA,
            integer("width", 512),
            integer("height", 512),
            choice("mode", ("RGB", "RGBA"), "RGB"),
            Field("color", "ColorField", {"r": 0, "g": 0, "b": 0, "a": 255}),
        ),
        "ImageOutput",
    ),
    NodeType(
        "img_resize",
        "ImageResizeInvocation",
        "Resize Image",
        "1.2.2",
        "image",
        ("image", "resize"),
        "Brings a picture to a size.",
        (
            BOARD,
            METADATA,
            picture(),
            integer("width", 512, limits={"exclusiveMinimum": 0}),
            integer("height", 512, limits={"exclusiveMinimum": 0}),
            choice("resample_mode", RESAMPLING, "bicubic"),
        ),
        "ImageOutput",
    ),
    NodeType(
        "img_scale",
        "ImageScaleInvocation",
        "Scale Image",
        "1.2.2",
        "image",
        ("image", "scale"),
        "Makes a picture larger or smaller by a factor.",
        (
            BOARD,
            METADATA,
            picture(),
            number("scale_factor", 2.0, limits={"exclusiveMinimum": 0}),
            choice("resample_mode", RESAMPLING, "bicubic"),
        ),
        "ImageOutput",
    ),
    NodeType(
        "save_image",
        "SaveImageInvocation",
        "Save Image",
        "1.2.2",
        "image",
        ("primitives", "image"),
        "Saves a copy of a picture to the gallery.",
        (BOARD, METADATA, picture()),
        "ImageOutput",
        use_cache=False,
    ),
)

NODE_TYPES: dict[str, NodeType] = {
    entry.type: entry
    for entry in (*_MODELS, *_PROMPTS, *_LATENTS, *_IMAGES, *primitives.TYPES, *lab.TYPES)
}


def output_of(node: NodeType) -> OutputType:
    """What a node type gives."""
    return OUTPUTS[node.output]
