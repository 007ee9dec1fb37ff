"""What generators yield, those that only the server can resolve among them (spec 3.4)."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.api.errors import Unusable
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.images import ASSETS, PICTURES, ImageRepository
from ivk_desktop.api.invokeai.wire import DynamicPrompts
from ivk_desktop.domain.problems import DomainError, Problem, Scope

_BOARD: Final = "image_generator_images_from_board"
_RANDOM: Final = "string_generator_dynamic_prompts_random"
_COMBINATORIAL: Final = "string_generator_dynamic_prompts_combinatorial"
_CATEGORIES: Final = {"images": PICTURES, "assets": ASSETS}
_MOST_PROMPTS: Final = 10_000


class GeneratedItems:
    """Dynamic prompts and the pictures of a board."""

    def __init__(self, http: HttpClient, images: ImageRepository) -> None:
        self._http = http
        self._images = images

    async def items(self, value: Mapping[str, Any]) -> list[Any]:
        """What a generator yields now.

        Raises:
            Unusable: it is no generator, or its parameters cannot be used.
        """
        kind = value.get("type")
        if kind == _BOARD:
            return await self._of_board(value)
        if kind == _RANDOM:
            return await self._prompts(value, "count", combinatorial=False)
        if kind == _COMBINATORIAL:
            return await self._prompts(value, "maxPrompts", combinatorial=True)
        return _local(value)

    async def _of_board(self, value: Mapping[str, Any]) -> list[Any]:
        board_id = value.get("board_id")
        if not isinstance(board_id, str) or not board_id:
            return []
        categories = _CATEGORIES.get(str(value.get("category", "images")), _CATEGORIES["images"])
        names = await self._images.of_board(board_id, categories)
        return [{"image_name": str(name)} for name in names]

    async def _prompts(
        self, value: Mapping[str, Any], most: str, *, combinatorial: bool
    ) -> list[Any]:
        prompt, number, seed = value.get("input", ""), value.get(most, 10), value.get("seed")
        if not isinstance(prompt, str) or not isinstance(number, int):
            raise Unusable(Problem("generator_unusable", scope=Scope.BATCH))
        body: dict[str, Any] = {
            "prompt": prompt,
            "max_prompts": min(max(number, 1), _MOST_PROMPTS),
            "combinatorial": combinatorial,
        }
        if not combinatorial:
            body["seed"] = seed if isinstance(seed, int) else random.getrandbits(32)
        answer = self._http.read(
            DynamicPrompts.model_validate,
            await self._http.query("/api/v1/utilities/dynamicprompts", body),
        )
        if answer.error:
            # An ordinary answer: 200, with the unchanged prompt as the only one.
            args = {"reason": answer.error}
            raise Unusable(Problem("prompt_unusable", args, scope=Scope.BATCH))
        return list(answer.prompts)


def _local(value: Mapping[str, Any]) -> list[Any]:
    """The items of a generator that needs no server."""
    from ivk_desktop.domain.invokeai import generators  # with the first form, not before

    try:
        return generators.generate(value)
    except DomainError as error:
        raise Unusable(Problem("generator_unusable", scope=Scope.BATCH)) from error
