"""Which of several servers a submission goes to: the one that is through with its work first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.form import Form, MissingModel, ModelForm
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.servers import ServerId


class Why(Enum):
    """What spoke for a server."""

    ONLY = "only"
    """No other one can run it."""
    AWAKE = "awake"
    """All others that can are paused."""
    IDLE = "idle"
    SOONEST = "soonest"
    """Its queue is done first."""
    SHORTEST = "shortest"
    """How long the queues take is not known: fewest items wait on each of its devices."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One server, as it could run a form now."""

    server_id: ServerId
    name: str
    open_items: int = 0
    lanes: int = 1
    """How many jobs it runs at once, at least 1."""
    left_s: float | None = None
    """Seconds until its queue is done; ``None`` while that is not known."""
    paused: bool = False
    lacks: tuple[str, ...] = ()
    """What it would need and has not, for people."""


@dataclass(frozen=True, slots=True)
class Pick:
    """The server that is to run it, and why."""

    offer: Offer
    why: Why


def least_busy(offers: Sequence[Offer]) -> Pick | None:
    """The server that would begin soonest, of those that lack nothing; ``None`` if all do.

    One that is paused is taken only where every one is. Of equals the first one is taken.
    """
    able = [offer for offer in offers if not offer.lacks]
    awake = [offer for offer in able if not offer.paused] or able
    if not awake:
        return None
    idle = next((offer for offer in awake if _is_idle(offer)), None)
    if idle is not None:
        return Pick(idle, Why.IDLE)
    if len(awake) == 1:
        return Pick(awake[0], Why.ONLY if len(able) == 1 else Why.AWAKE)
    if all(offer.left_s is not None for offer in awake):
        return Pick(min(awake, key=lambda offer: offer.left_s or 0.0), Why.SOONEST)
    return Pick(min(awake, key=lambda offer: offer.open_items / max(1, offer.lanes)), Why.SHORTEST)


def _is_idle(offer: Offer) -> bool:
    return not offer.open_items and not offer.paused


def needed_models(form: Form) -> tuple[MissingModel, ...]:
    """All models that a form would run with, each once."""
    return tuple(form.missing_models(())) if isinstance(form, ModelForm) else ()


def lacking(needed: Iterable[MissingModel], models: Iterable[ModelInfo]) -> tuple[str, ...]:
    """The names of those models that are not among ``models``: by hash, else by name and base."""
    known = {model.hash for model in models if model.hash}
    known |= {f"{model.name}|{model.type}|{model.base}" for model in models}
    return tuple(
        one.name or one.identity
        for one in needed
        if not known & {one.identity, f"{one.name}|{one.type}|{one.base}"}
    )
