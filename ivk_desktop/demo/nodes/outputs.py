"""The classes of results that the demo's nodes give, under InvokeAI's names."""

from __future__ import annotations

from ivk_desktop.demo.nodes.schema import Output, OutputType

_WIDTH, _HEIGHT = Output("width", "integer"), Output("height", "integer")
_UNET, _CLIP, _VAE = (
    Output("unet", "UNetField"),
    Output("clip", "CLIPField"),
    Output("vae", "VAEField"),
)
_CLIP_2 = Output("clip2", "CLIPField", title="CLIP 2")
_MAYBE_UNET = Output("unet", "UNetField", nullable=True)
_MAYBE_CLIP = Output("clip", "CLIPField", nullable=True)
_MAYBE_CLIP_2 = Output("clip2", "CLIPField", nullable=True, title="CLIP 2")

OUTPUT_TYPES = (
    OutputType("IntegerOutput", "integer_output", (Output("value", "integer"),)),
    OutputType("FloatOutput", "float_output", (Output("value", "number"),)),
    OutputType("StringOutput", "string_output", (Output("value", "string"),)),
    OutputType("BooleanOutput", "boolean_output", (Output("value", "boolean"),)),
    OutputType("ImageOutput", "image_output", (Output("image", "ImageField"), _WIDTH, _HEIGHT)),
    OutputType(
        "ImageCollectionOutput",
        "image_collection_output",
        (Output("collection", "ImageField", "list"),),
    ),
    OutputType(
        "IntegerCollectionOutput",
        "integer_collection_output",
        (Output("collection", "integer", "list"),),
    ),
    OutputType(
        "LatentsOutput", "latents_output", (Output("latents", "LatentsField"), _WIDTH, _HEIGHT)
    ),
    OutputType("NoiseOutput", "noise_output", (Output("noise", "LatentsField"), _WIDTH, _HEIGHT)),
    OutputType(
        "ConditioningOutput",
        "conditioning_output",
        (Output("conditioning", "ConditioningField"),),
    ),
    OutputType("ModelLoaderOutput", "model_loader_output", (_VAE, _CLIP, _UNET)),
    OutputType("SDXLModelLoaderOutput", "sdxl_model_loader_output", (_UNET, _CLIP, _CLIP_2, _VAE)),
    OutputType("VAEOutput", "vae_output", (_VAE,)),
    OutputType("LoRALoaderOutput", "lora_loader_output", (_MAYBE_UNET, _MAYBE_CLIP)),
    OutputType(
        "SDXLLoRALoaderOutput",
        "sdxl_lora_loader_output",
        (_MAYBE_UNET, _MAYBE_CLIP, _MAYBE_CLIP_2),
    ),
    OutputType("LoRASelectorOutput", "lora_selector_output", (Output("lora", "LoRAField"),)),
    OutputType("CLIPSkipInvocationOutput", "clip_skip_output", (_MAYBE_CLIP,)),
    OutputType(
        "IterateInvocationOutput",
        "iterate_output",
        (
            Output("item", "any", ui={"type": "CollectionItemField"}),
            Output("index", "integer"),
            Output("total", "integer"),
        ),
    ),
    OutputType(
        "CollectInvocationOutput",
        "collect_output",
        (Output("collection", "any", "list", ui={"type": "CollectionField"}),),
    ),
    OutputType(
        "IntegerGeneratorOutput",
        "integer_generator_output",
        (Output("integers", "integer", "list"),),
    ),
    OutputType(
        "FloatGeneratorOutput", "float_generator_output", (Output("floats", "number", "list"),)
    ),
    OutputType(
        "StringGeneratorOutput", "string_generator_output", (Output("strings", "string", "list"),)
    ),
    OutputType(
        "ImageGeneratorOutput", "image_generator_output", (Output("images", "ImageField", "list"),)
    ),
)

OUTPUTS = {entry.name: entry for entry in OUTPUT_TYPES}
