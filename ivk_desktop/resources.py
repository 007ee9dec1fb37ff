"""Files that ship with the app: one lookup for source tree, wheel and bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder of the shipped files.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    bundle = Path(getattr(sys, "_MEIPASS", package))
    for place in (bundle / "resources", package / "_resources", package.parent / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError("resources")


def path(*parts: str) -> Path:
    """The path of one shipped file, for example ``path("icons", "play.svg")``."""
    return folder().joinpath(*parts)


def guide() -> Path:
    """The user guide; in the source tree it stands with the other documents."""
    return _document("guide.md", "docs/guide.md")


def notices() -> Path:
    """What others made of that which the app is made of, and under which licences."""
    return _document("THIRD_PARTY_NOTICES.md", "THIRD_PARTY_NOTICES.md")


def _document(shipped_as: str, in_source: str) -> Path:
    shipped = path(shipped_as)
    return shipped if shipped.is_file() else folder().parent / in_source


def text(*parts: str) -> str:
    """The text of one shipped file."""
    return path(*parts).read_text(encoding="utf-8")
