"""What the connections of the shown servers mean for the queue's rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.ui import texts


class Link(NamedTuple):
    """How a shown server is reached; ``as_of`` is the unix time at which it was heard last."""

    name: str
    link: LinkState
    as_of: float | None = None
    problem: Problem | None = None

    @property
    def is_lost(self) -> bool:
        """Whether its rows may be out of date."""
        return self.link is LinkState.LOST


def oldest(links: Sequence[Link]) -> float | None:
    """Of when all rows are that may be out of date; ``None`` where none is."""
    return min((one.as_of for one in links if one.is_lost and one.as_of is not None), default=None)


def stale_words(links: Sequence[Link]) -> str:
    """Which of several servers is of when: ``attic as of 14:02``; empty for one server."""
    if len(links) < 2:
        return ""
    words = QCoreApplication.translate("queue", "{server} as of {time}")
    lost = ((one.name, one.as_of) for one in links if one.is_lost)
    told = (words.format(server=n, time=texts.clock_text(at)) for n, at in lost if at is not None)
    return ", ".join(told)


def problem_of(links: Sequence[Link]) -> Problem | None:
    """Why nothing can be shown: only where every server is lost."""
    if not links or not all(one.is_lost for one in links):
        return None
    return next((one.problem for one in links if one.problem is not None), None)
