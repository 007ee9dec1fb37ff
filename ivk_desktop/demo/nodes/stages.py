"""What a node does while it runs, as a list of stages that the engine plays."""

from __future__ import annotations

from dataclasses import dataclass

from ivk_desktop.demo.scenes import Scene


@dataclass(frozen=True, slots=True)
class Say:
    """A progress event without picture."""

    message: str
    percentage: float | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """Loading a model or a part of it."""

    key: str
    submodel: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """Time spent without a sign; seconds at speed 1."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a progress event, then ``seconds`` of work at speed 1.

    ``scene`` None sends no picture; ``sharpness`` runs from 0 to 1; sizes are the final ones.
    """

    message: str
    percentage: float | None
    scene: Scene | None
    sharpness: float
    width: int
    height: int
    seconds: float


Stage = Say | Load | Work | Step


class NodeFailed(Exception):
    """A node that fails: ``kind`` is the error type that events and items show."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
