"""A backend that can say what it would send."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from ivk_desktop.domain.calls import HttpCall
from ivk_desktop.domain.form import SubmitRequest


@runtime_checkable
class CallSource(Protocol):
    """A server that is talked to by HTTP requests which can be shown and copied."""

    def http_calls(self, request: SubmitRequest) -> tuple[HttpCall, ...]:
        """Say what ``submit`` would send for each part, without any credentials."""
        ...
