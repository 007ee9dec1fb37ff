"""What a running node is doing, told from its type and the server's own message."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final


class Phase(Enum):
    """The phases of a job that people know by name."""

    STARTING = "starting"
    LOADING_MODEL = "loading_model"
    ENCODING = "encoding"
    DENOISING = "denoising"
    DECODING = "decoding"
    SAVING = "saving"
    WORKING = "working"
    """Anything else: the node's title says more."""


_BY_MESSAGE: Final = (
    ("loading model", Phase.LOADING_MODEL),
    ("loading", Phase.LOADING_MODEL),
    ("building conditioning", Phase.ENCODING),
    ("encoder", Phase.ENCODING),
    ("denois", Phase.DENOISING),
    ("decod", Phase.DECODING),
    ("saving", Phase.SAVING),
)
_BY_TYPE: Final = (
    ("model_loader", Phase.LOADING_MODEL),
    ("denoise", Phase.DENOISING),
    ("l2i", Phase.DECODING),
    ("vae_decode", Phase.DECODING),
    ("compel", Phase.ENCODING),
    ("text_encoder", Phase.ENCODING),
    ("i2l", Phase.ENCODING),
    ("save_image", Phase.SAVING),
)
# The figures are bounded: a hostile message costs nothing.
_STEPS: Final = re.compile(r"(?<![\d.])(\d{1,6})\s*(?:/|of)\s*(\d{1,6})(?![\d.])")


def phase_of(node_type: str, message: str) -> Phase:
    """The phase of a node of that type with that message (either may be empty)."""
    said = message[:200].lower()
    for part, phase in _BY_MESSAGE:
        if part in said:
            return phase
    return next((phase for part, phase in _BY_TYPE if part in node_type), Phase.WORKING)


def steps_in(message: str) -> tuple[int, int] | None:
    """Step and total in a message such as ``Denoising 13/30``, else ``None``."""
    found = _STEPS.search(message[:200])
    if not found:
        return None
    step, total = int(found[1]), int(found[2])
    return (step, total) if total > 0 and step <= total else None


class StepCounter:
    """Counts the steps of one run of a node, and how fast they come.

    Where neither fields nor message tell the total, it is read off the fraction's own steps:
    InvokeAI says only 0.0, 0.1, 0.2 …, and 0, 0, 1/29, 1/29 … for samplers of the second order
    (measured on 6.14.2).
    """

    def __init__(self) -> None:
        self.step: int | None = None
        self.total: int | None = None
        self._least = 0.0
        self._last = -1.0
        self._zeros = 0
        self._marks: list[tuple[float, int]] = []

    def told(self, step: int, total: int, at: float) -> None:
        """The server says the step."""
        if total > 0:
            self._stands(min(max(step, 0), total), total, at)

    def seen(self, fraction: float, at: float) -> None:
        """Only a fraction of this node is known."""
        if fraction == 0.0:
            self._zeros += 1
        grown = fraction - self._last
        if self._last >= 0 and grown > 1e-4 and (not self._least or grown < self._least * 0.7):
            self._least = grown
        self._last = max(self._last, fraction)
        if not self._least:
            return
        units = round(1 / self._least)
        doubled = self._zeros > 1
        if units >= 2 or doubled:
            self._stands(round(fraction * units) + doubled, units + doubled, at)

    def _stands(self, step: int, total: int, at: float) -> None:
        if self.step is not None and self.total == total and step < self.step:
            return
        if self.step != step or not self._marks:
            self._marks = [*self._marks[-11:], (at, step)]
        self.step, self.total = step, total

    @property
    def per_second(self) -> float | None:
        """Steps per second over the last dozen, once there are three."""
        if len(self._marks) < 3:
            return None
        (first_at, first), (last_at, last) = self._marks[0], self._marks[-1]
        if last_at <= first_at or last <= first:
            return None
        return (last - first) / (last_at - first_at)
