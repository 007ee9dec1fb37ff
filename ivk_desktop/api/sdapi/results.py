"""What a finished run has brought: its pictures, and the seeds that they were made with."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.api.local.pictures import NoPicture, PictureShelf, decoded
from ivk_desktop.api.sdapi import wire
from ivk_desktop.domain.media import MediaRef

log = logging.getLogger(__name__)

MOST_PICTURES: Final = 100


@dataclass(frozen=True, slots=True)
class Result:
    """The pictures that could be used, and what the server told of them."""

    outputs: tuple[MediaRef, ...]
    seeds: tuple[int, ...] = ()
    unusable: int = 0
    """How many were no pictures."""
    answer: dict[str, Any] = field(default_factory=dict)


async def read_result(raw: Mapping[str, Any], shelf: PictureShelf, stem: str) -> Result:
    """Keep the pictures of an answer.

    A grid of all pictures, which some servers put in front, is left out: it is none of them.

    Raises:
        Unusable: a picture cannot be kept.
    """
    info = wire.read_info(raw)
    told = raw.get("images")
    texts = told[:MOST_PICTURES] if isinstance(told, list) else []
    first = info.get("index_of_first_image")
    if type(first) is int and 0 < first < len(texts):
        texts = texts[first:]
    outputs, unusable = [], 0
    for number, text in enumerate(texts, start=1):
        try:
            outputs.append(await shelf.put(await decoded(text), f"{stem}-{number}"))
        except NoPicture as error:
            log.info("an answer with no picture: %s", error)
            unusable += 1
    seeds = info.get("all_seeds") or [info.get("seed")]
    known = tuple(seed for seed in seeds if type(seed) is int) if isinstance(seeds, list) else ()
    return Result(tuple(outputs), known[:MOST_PICTURES], unusable, {"info": info})
