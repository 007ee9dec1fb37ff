"""Lists that fields refer to by id: style presets, system prompts, callable workflows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ivk_desktop.api.errors import NotFound
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.wire import NamedRecord
from ivk_desktop.api.invokeai.workflows import WorkflowRepository
from ivk_desktop.domain.form import Choice, FieldKind

_PATHS = {
    FieldKind.STYLE_PRESET: "/api/v1/style_presets/",
    FieldKind.SYSTEM_PROMPT: "/api/v1/system_prompts/",
}


class ChoiceLists:
    """One list a kind of field, by name."""

    def __init__(self, http: HttpClient, workflows: WorkflowRepository) -> None:
        self._http = http
        self._workflows = workflows

    async def of(self, kind: FieldKind) -> list[Choice]:
        """What a field of this kind takes; nothing for other kinds and servers without it."""
        if kind is FieldKind.SAVED_WORKFLOW:
            cards = await self._workflows.all(callable=True)
            return _sorted(Choice(card.workflow_id, card.name) for card in cards)
        if kind not in _PATHS:
            return []
        try:
            data = await self._http.get_json(_PATHS[kind])
        except NotFound:  # servers before system prompts
            return []

        def parse(raw: Any) -> list[Choice]:
            found = (NamedRecord.model_validate(one) for one in raw)
            return _sorted(Choice(one.id, one.name) for one in found)

        return self._http.read(parse, data)


def _sorted(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: choice.label.casefold())
