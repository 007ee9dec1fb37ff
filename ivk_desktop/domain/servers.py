"""What is known of a server: its identity, what it can do, how it is reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from ivk_desktop.domain.access import Account

ServerId = NewType("ServerId", str)
"""Names one configured server; part of every entity's key."""


class CancelScope(Enum):
    """What a cancel reaches on this kind of server."""

    ITEM = "item"
    GLOBAL = "global"
    NONE = "none"


class PreviewMode(Enum):
    """How previews of a running job arrive."""

    PUSH = "push"
    POLL = "poll"
    NONE = "none"


class EtaSource(Enum):
    """Who says how long a job will still take."""

    SERVER = "server"
    DERIVED = "derived"
    NONE = "none"


class LinkState(Enum):
    """The state of the connection to a server, as the window shows it."""

    CONNECTING = "connecting"
    LIVE = "live"
    """Changes are pushed."""
    POLLING = "polling"
    """Changes are asked for: slower, and said in the window."""
    LOST = "lost"
    """Not reached; what is shown is of an earlier time."""
    CLOSED = "closed"

    @property
    def connected(self) -> bool:
        """Whether the server answers: what is shown is of now."""
        return self in (LinkState.LIVE, LinkState.POLLING)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a kind of server can do; the window offers only that."""

    cancel: CancelScope = CancelScope.NONE
    previews: PreviewMode = PreviewMode.NONE
    eta: EtaSource = EtaSource.NONE
    pause: bool = False
    """The server's processor can be paused and resumed."""
    prepend: bool = False
    """A submission can be put in front of those that wait."""
    parallel: bool = False
    """More than one job may run at once."""
    polled: bool = False
    """This kind is always asked for changes: a link that polls is as good as it gets."""
    waits_here: bool = False
    """What waits was not sent yet: this app keeps that queue, as long as it runs."""


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a probe found out."""

    product: str
    """The server's product name for people, for example ``InvokeAI``."""
    version: str
    capabilities: Capabilities
    devices: tuple[str, ...] = ()
    """Native device ids in the server's order, for example ``cuda:0``; empty when not told."""
    queue_limit: int | None = None
    """The most jobs that may wait at once, or ``None`` when not told."""
    account: Account | None = None
    """Who is signed in; ``None`` where nobody has to."""
