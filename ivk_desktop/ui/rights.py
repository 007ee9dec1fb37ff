"""What those who are signed in may not do, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ivk_desktop.domain.access import WANTS_SIGN_IN, Right, refusal
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.ui import texts


class Signed(Protocol):
    """A session, as far as rights go."""

    facts: ServerFacts | None


def may(session: Signed, right: Right) -> bool:
    """Whether that can be done on one server by whoever is signed in."""
    return session.facts is None or refusal(session.facts.account, right) is None


def wants_sign_in(session: Signed) -> bool:
    """Whether a server shows nothing new before somebody has signed in."""
    problem: Problem | None = getattr(session, "problem", None)
    return problem is not None and problem.code in WANTS_SIGN_IN


def refused_text(sessions: Sequence[Signed], right: Right) -> str:
    """Why something can be done on none of these servers; empty where it can be on one."""
    accounts = [session.facts.account for session in sessions if session.facts is not None]
    problems = [refusal(account, right) for account in accounts]
    found = [problem for problem in problems if problem is not None]
    return texts.problem_text(found[0]) if found and len(found) == len(problems) else ""
