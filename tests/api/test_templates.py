"""Node templates are read from the server and kept by content."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api.errors import BadAnswer, Unusable
from ivk_desktop.api.http import ConnectionProfile
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from tests.api.fake_invokeai import SERVER, FakeInvokeAI, served

DOCUMENT = {
    "components": {
        "schemas": {
            "AddInvocation": {
                "class": "invocation",
                "title": "Add Integers",
                "type": "object",
                "version": "1.0.1",
                "category": "math",
                "output": {"$ref": "#/components/schemas/IntegerOutput"},
                "properties": {
                    "id": {"type": "string"},
                    "type": {"const": "add", "default": "add", "field_kind": "node_attribute"},
                    "a": {
                        "type": "integer",
                        "title": "A",
                        "default": 0,
                        "field_kind": "input",
                        "input": "any",
                        "orig_required": False,
                        "ui_hidden": False,
                    },
                },
            },
            "IntegerOutput": {
                "class": "output",
                "properties": {
                    "value": {"type": "integer", "title": "Value", "field_kind": "output"},
                    "type": {"const": "integer_output"},
                },
            },
        }
    }
}


def backend_of(fake: FakeInvokeAI, cache: Path | None) -> InvokeAIBackend:
    return InvokeAIBackend(SERVER, ConnectionProfile(fake.url), cache=cache)


def the_file_in(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def answering(fake: FakeInvokeAI, answer: Any) -> None:
    async def handler(_: web.Request) -> web.Response:
        if isinstance(answer, str):
            return web.Response(text=answer, content_type="application/json")
        return web.json_response(answer)

    fake.routes["GET", "/openapi.json"] = handler


def test_templates_are_kept_by_content_for_all_processes(run: Any, tmp_path: Path) -> None:
    async def keep() -> None:
        async with served() as fake:
            answering(fake, DOCUMENT)
            first, second = backend_of(fake, tmp_path), backend_of(fake, tmp_path)
            both = await asyncio.gather(first.templates.get(), second.templates.get())
            assert all(templates["add"].title == "Add Integers" for templates in both)
            kept = the_file_in(tmp_path)
            kept.write_bytes(b"broken")
            first.templates.expire()
            assert first.templates.title("add") == "Add Integers"  # the old ones, until then
            await first.templates.get()
            assert kept.read_bytes() != b"broken"
            await first.aclose()
            await second.aclose()

    run(keep())


def test_a_cache_that_cannot_be_written_does_no_harm(run: Any, tmp_path: Path) -> None:
    async def unwritable() -> None:
        (tmp_path / "file").write_text("no folder")
        async with served() as fake:
            answering(fake, DOCUMENT)
            backend = backend_of(fake, tmp_path / "file" / "cache")
            assert "add" in await backend.templates.get()
            await backend.aclose()

    run(unwritable())


def test_the_document_is_read_once_a_connection(run: Any) -> None:
    async def once() -> None:
        async with served() as fake:
            answering(fake, DOCUMENT)
            backend = backend_of(fake, None)
            await asyncio.gather(*(backend.templates.get() for _ in range(5)))
            assert fake.calls == ["GET /openapi.json"]
            await backend.aclose()

    run(once())


@pytest.mark.parametrize(
    ("answer", "error"), [("{", BadAnswer), ("[" * 99_999, BadAnswer), ({}, Unusable)]
)
def test_a_document_that_is_none_is_told_of(run: Any, answer: Any, error: type[Exception]) -> None:
    async def unusable() -> None:
        async with served() as fake:
            answering(fake, answer)
            backend = backend_of(fake, None)
            with pytest.raises(error):
                await backend.templates.get()
            assert backend.templates.title("add") == ""
            await backend.aclose()

    run(unusable())
