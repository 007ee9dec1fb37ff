"""Models that are being installed: where from, how far, and what went wrong."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import Final, NewType

from ivk_desktop.domain.models import ModelKey
from ivk_desktop.domain.problems import Problem

InstallId = NewType("InstallId", str)

RATE_S: Final = 8.0
"""The speed is that of the last seconds: a download that has stalled shows it soon."""


class InstallState(Enum):
    """The states of one installation."""

    WAITING = "waiting"
    DOWNLOADING = "downloading"
    INSTALLING = "installing"
    """Downloaded, or there from the beginning; being looked at and registered."""
    PAUSED = "paused"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELED = "canceled"
    UNKNOWN = "unknown"

    @property
    def ended(self) -> bool:
        """Whether it goes on no more by itself, and can be removed from the list."""
        return self in (InstallState.COMPLETED, InstallState.FAILED, InstallState.CANCELED)

    @property
    def moves(self) -> bool:
        """Whether it is under way, so that it is worth asking again soon."""
        return not self.ended and self is not InstallState.PAUSED


@dataclass(frozen=True, slots=True)
class Install:
    """One model on its way onto a server. Sizes are bytes; 0 where they are not known."""

    install_id: InstallId
    source: str
    """A path on the server, an address, or a repository: as it was asked for."""
    state: InstallState
    bytes: int = 0
    total_bytes: int = 0
    name: str = ""
    """What the model is called, once that is known."""
    model: ModelKey | None = None
    """The model that it has become."""
    type: str = ""
    """What kind of model that is, by the server's word."""
    problem: Problem | None = None
    """Why it failed."""
    detail: str = ""
    """The server's own words on that."""
    is_remote: bool = True
    """Comes over the network: can be paused, and may need a token."""
    in_place: bool = False

    @property
    def fraction(self) -> float | None:
        """How much of it is there, 0..1; ``None`` where its size is not known."""
        if self.state is InstallState.COMPLETED:
            return 1.0
        if self.total_bytes <= 0:
            return None
        # It is done only once the server has registered it.
        return min(self.bytes / self.total_bytes, 0.99)

    @property
    def is_unrecognised(self) -> bool:
        """Whether it was installed although the server does not know what it is."""
        return self.state is InstallState.COMPLETED and self.type == "unknown"

    @property
    def needs_token(self) -> bool:
        """Whether it failed for want of an access token."""
        return self.problem is not None and self.problem.code == "install_needs_token"


@dataclass(frozen=True, slots=True)
class InstallRequest:
    """A model that is to be installed. The token is sent, and kept nowhere."""

    source: str
    in_place: bool = False
    """Leave a file where it is on the server, instead of moving it."""
    token: str = ""
    name: str = ""
    description: str = ""

    def __repr__(self) -> str:
        """Without the token."""
        return f"InstallRequest({self.source!r}, in_place={self.in_place})"


@dataclass(frozen=True, slots=True)
class HubFiles:
    """What a repository of a model hub has to be installed."""

    repo: str
    urls: tuple[str, ...] = ()
    """Addresses of its single-file models."""
    is_whole: bool = False
    """Whether the repository as a whole is a model."""


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model that was found in a folder of the server."""

    path: str
    is_installed: bool = False


@dataclass(frozen=True, slots=True)
class StarterModel:
    """A model that a server's makers recommend, with what else it needs."""

    source: str
    name: str
    type: str
    base: str = ""
    description: str = ""
    is_installed: bool = False
    needs: tuple[StarterModel, ...] = ()
    """What has to be installed beside it, and is not yet."""


class Rate:
    """How fast bytes come, from samples of how many there are; without a clock of its own."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque(maxlen=200)

    def note(self, now_s: float, done: int) -> None:
        """So many bytes are there at that time (monotonic seconds)."""
        last = self._samples[-1][1] if self._samples else 0
        if done < last // 2:
            self._samples.clear()  # begun anew
        elif done < last:
            return  # told before, and late
        self._samples.append((now_s, done))
        while len(self._samples) > 2 and now_s - self._samples[1][0] > RATE_S:
            self._samples.popleft()

    def stop(self) -> None:
        """Nothing comes any more: what was measured says nothing of what follows."""
        self._samples.clear()

    def bytes_per_s(self, now_s: float) -> float | None:
        """The speed of the last seconds; ``None`` before it can be told."""
        if len(self._samples) < 2:
            return None
        (first_s, first), (_, last) = self._samples[0], self._samples[-1]
        span_s = now_s - first_s
        return (last - first) / span_s if span_s >= 0.5 else None

    def seconds_left(self, now_s: float, total: int) -> float | None:
        """How long the rest takes at that speed; ``None`` where it cannot be told."""
        speed = self.bytes_per_s(now_s)
        if not speed or not self._samples or total <= 0:
            return None
        return max(0.0, total - self._samples[-1][1]) / speed
