"""How long things take: learned seconds, sensible guesses, and estimates with a band."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that are left, give or take ``band_s``."""

    seconds: float
    band_s: float


class Work(NamedTuple):
    """What the time of one run depends on, beside the workflow and the device."""

    node_type: str
    model: str = ""
    """The models it works with; empty where it has none, or where that is not known."""
    size: str = ""
    """How much there is to do: the picture's size and the steps, as the adapter tells them."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What past runs took: a mean that follows newer runs, and how far they strayed from it."""

    seconds: float
    spread_s: float = 0.0
    runs: int = 1

    def after(self, seconds: float) -> Learned:
        """What is known once another run took ``seconds``."""
        weight = max(1 / (self.runs + 1), 0.3)
        off = abs(seconds - self.seconds)
        return Learned(
            self.seconds + weight * (seconds - self.seconds),
            self.spread_s + weight * (off - self.spread_s),
            self.runs + 1,
        )


def learn(known: Learned | None, seconds: float) -> Learned | None:
    """``known`` after one more run; a time that is no sane number teaches nothing."""
    if not math.isfinite(seconds) or seconds < 0 or seconds > 7 * 86400:
        return known
    return known.after(seconds) if known else Learned(seconds, seconds * 0.25)


_GUESSES: Final = (
    ("model_loader", 0.05),
    ("denoise", 20.0),
    ("upscale", 10.0),
    ("video", 60.0),
    ("controlnet", 2.0),
    ("l2i", 2.0),
    ("i2l", 1.0),
    ("vae", 2.0),
    ("compel", 0.6),
    ("text_encoder", 2.0),
    ("prompt", 0.2),
    ("llm", 10.0),
    ("image", 0.4),
    ("img", 0.4),
    ("mask", 0.4),
    ("save", 0.4),
)
"""Seconds by part of a node type's name, first hit wins; any other node is taken as instant."""

INSTANT_S: Final = 0.02


def guess(node_type: str) -> float:
    """Seconds that one run of a node type takes, where nothing was learned yet."""
    return next((seconds for part, seconds in _GUESSES if part in node_type), INSTANT_S)


def queue_estimate(
    running: Sequence[Estimate | None],
    pending: Mapping[str, float],
    learned: Mapping[str, Learned],
    lanes: int,
) -> Estimate | None:
    """When all open jobs of one server will have ended, or ``None`` until that is honest.

    Args:
        running: what each running job has left.
        pending: how many jobs wait, by title.
        learned: seconds of a whole job by title; ``""`` is the mean of all of that server.
        lanes: how many jobs run at once, at least 1.
    """
    if any(estimate is None for estimate in running):
        return None
    known = [estimate for estimate in running if estimate is not None]
    work = sum(estimate.seconds for estimate in known)
    band = sum(estimate.band_s for estimate in known)
    for title, number in pending.items():
        if number <= 0:
            continue
        one = learned.get(title) or learned.get("")
        if one is None:
            return None
        work += one.seconds * number
        # Independent runs stray in both directions, a wrong mean strays once for all.
        band += one.spread_s * math.sqrt(number) + 0.05 * one.seconds * number
    longest = max((estimate.seconds for estimate in known), default=0.0)
    lanes = max(1, lanes)
    return Estimate(max(longest, work / lanes), band / lanes)
