"""Dynamic prompts: ``a {red|blue} house`` and what it unfolds to."""

from __future__ import annotations

import itertools
import random
import re

_CHOICE = re.compile(r"\{([^{}]*)\}")


def unfold(
    prompt: str, *, most: int, combinatorial: bool, seed: int | None
) -> tuple[list[str], str | None]:
    """All prompts, or random ones, at most ``most``; and what is wrong with the prompt."""
    rest = _CHOICE.sub("", prompt)
    stray = re.search(r"[{}]", rest)
    if stray is not None:
        place = prompt.index(stray.group())
        text = f"Expected end of text, found '{stray.group()}'"
        return [prompt], f"{text}  (at char {place}), (line:1, col:{place + 1})"
    parts = _CHOICE.split(prompt)
    columns = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    if combinatorial:
        combos = itertools.islice(itertools.product(*columns), most)
        return ["".join(combo) for combo in combos], None
    dice = random.Random(seed)
    return ["".join(dice.choice(column) for column in columns) for _ in range(most)], None
