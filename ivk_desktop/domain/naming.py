"""File names made by a template: ``{board}/{date}/{workflow}_{seed}_{n}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import PurePosixPath
from typing import Final

from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.problems import Problem

FIELDS: Final = (
    "name",
    "n",
    "board",
    "date",
    "time",
    "workflow",
    "seed",
    "model",
    "prompt",
    "width",
    "height",
    "server",
)
"""What a template may name between braces."""
PLAIN_FIELDS: Final = frozenset({"name", "n", "server"})
"""What is known without asking the server for each picture."""
PROMPT_LENGTH: Final = 60
ENDINGS: Final = (".png", ".jpg", ".jpeg", ".webp", ".mp4", ".webm", ".mov")
_FIELD: Final = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class NameTemplate:
    """A template as a person wrote it; parts of a path are separated by ``/``."""

    text: str

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it names."""
        return frozenset(_FIELD.findall(self.text))

    @property
    def needs_details(self) -> bool:
        """Whether each picture must be asked about."""
        return bool(self.fields - PLAIN_FIELDS)

    @property
    def problem(self) -> Problem | None:
        """Why it cannot be used."""
        if unknown := sorted(self.fields - set(FIELDS)):
            return Problem("template_unknown", {"field": unknown[0]})
        if set("{}") & set(_FIELD.sub("", self.text)):
            return Problem("template_braces")
        if not self.text.strip(" /\\"):
            return Problem("template_empty")
        return None

    def render(self, values: Mapping[str, str], ending: str) -> PurePosixPath:
        """Make a relative path that every system takes and that leads nowhere else.

        ``ending`` is the file's own, as ``.png``; one that the template has gives way to it. What
        is not known leaves no gap.
        """
        text = self.text
        if text.lower().endswith(ENDINGS):
            text = text[: text.rindex(".")]
        parts = [part for part in re.split(r"[/\\]", text) if part.strip()] or ["{name}"]
        named = [_part(part, values) for part in parts]
        return PurePosixPath(*named[:-1], named[-1] + ending)


def values_of(
    details: PictureDetails | None,
    name: str,
    number: int,
    total: int,
    board: str,
    server: str,
    zone: tzinfo | None = None,
) -> dict[str, str]:
    """What the fields stand for with one picture.

    ``number`` counts from 1 and gets as many digits as ``total`` has; date and time are those of
    ``zone``, of this computer's for ``None``.
    """
    values = {
        "name": name.rpartition(".")[0] or name,
        "n": str(number).zfill(len(str(total))),
        "server": server,
        "board": board,
    }
    if details is None:
        return values
    made = datetime.fromtimestamp(details.info.created_at, zone)
    facts, info = details.facts, details.info
    return values | {
        "date": f"{made:%Y-%m-%d}",
        "time": f"{made:%H-%M-%S}",
        "workflow": facts.workflow,
        "seed": "" if facts.seed is None else str(facts.seed),
        "model": facts.model,
        "prompt": " ".join(facts.prompt.split())[:PROMPT_LENGTH],
        "width": str(info.width),
        "height": str(info.height),
    }


def _part(part: str, values: Mapping[str, str]) -> str:
    text = _FIELD.sub(lambda found: values.get(found[1], ""), part)
    text = re.sub(r"([_\- ])\1+", r"\1", text).strip("_- ")
    return safe_name(text, "untitled")
