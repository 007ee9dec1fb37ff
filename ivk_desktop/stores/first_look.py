"""What the first paint needs of settings.json, read without pydantic.

Importing pydantic takes longer than everything else before the first paint. So the window is
styled and placed from this, and ``stores.settings`` is imported when it stands; that module alone
says what is wrong with the file.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ivk_desktop.stores import paths

SIZE_LIMIT = 4_000_000


@dataclass(frozen=True, slots=True)
class FirstLook:
    """How the window looks and where it stands; the fields are named as in ``Preferences``."""

    theme: str = "system"
    language: str = "system"
    text_scale: float = 1.0
    font: str = "inter"
    reduced_motion: bool = False
    layout: Mapping[str, bytes] = field(default_factory=dict)
    """States of windows, splitters and headers, as Qt gave them."""


def read(file: Path | None = None) -> FirstLook:
    """Read what can be read; anything else is as usual. Never raises."""
    file = file or paths.config_folder() / "settings.json"
    try:
        if file.stat().st_size > SIZE_LIMIT:
            return FirstLook()
        data = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return FirstLook()
    return _first_look(data) if isinstance(data, dict) else FirstLook()


def _first_look(data: dict[str, Any]) -> FirstLook:
    scale = data.get("text_scale")
    usable = isinstance(scale, int | float) and 0.8 <= scale <= 2.0
    return FirstLook(
        theme=_one_of(data.get("theme"), "system", "light", "dark"),
        language=_one_of(data.get("language"), "system", "en", "de", "zh_CN"),
        text_scale=float(scale) if usable and scale is not None else 1.0,
        font=_one_of(data.get("font"), "inter", "system"),
        reduced_motion=data.get("reduced_motion") is True,
        layout=_blobs(data.get("layout")),
    )


def _one_of(value: object, usual: str, *others: str) -> str:
    return value if isinstance(value, str) and value in others else usual


def _blobs(layout: object) -> dict[str, bytes]:
    blobs: dict[str, bytes] = {}
    for name, text in layout.items() if isinstance(layout, dict) else ():
        try:
            blobs[name] = base64.b64decode(text, validate=True)
        except (TypeError, ValueError):
            continue
    return blobs
