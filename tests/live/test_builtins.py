"""The built-in workflows of a real server: all open, and those that can run make a picture."""

from __future__ import annotations

from typing import Any

from tests.live.builtins import Line, lines, table

RUN = (
    "Text to Image - SD1.5",
    "Text to Image - SD1.5, LoRA",
    "Text to Image - SD1.5, Prompt from File",
    "Text to Image - SDXL",
)


def test_all_built_ins_open_and_those_with_tiny_models_run(real_url: str, run: Any) -> None:
    async def gather() -> list[Line]:
        return [line async for line in lines(real_url)]

    found = run(gather())
    print(*table(found), sep="\n")
    assert len(found) >= 26
    assert {line.opens for line in found} <= {"its own form", "no form: one was made up"}
    assert all(line.fields and (line.ready or line.reason) for line in found)
    ran = {line.name: line.ran for line in found}
    assert [ran[name].partition(",")[0] for name in RUN] == ["yes"] * len(RUN)
