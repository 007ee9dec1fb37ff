"""Every built-in workflow of a real server, opened, filled and run as far as its models go.

``python -m tests.live.builtins URL`` prints the table: fields, how it opens, what it is ready
with, whether it ran to a picture.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import io
import json
import struct
import tempfile
import zlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.client import Client, connect
from ivk_desktop.api.errors import ApiError
from ivk_desktop.cli import main as command
from ivk_desktop.domain.form import Choices, MissingModel, SubmitOptions
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.png import SIGNATURE
from ivk_desktop.domain.invokeai.values import Slot
from ivk_desktop.domain.jobs import Job, JobState
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import Problem
from ivk_desktop.words import sentence

DONE, NOT_READY = 0, 3
SMALL = {"steps": 2, "width": 256, "height": 256}
"""What makes a run short; only where the workflow sets it at all."""
PATIENCE_S = 180


@dataclass
class Line:
    """What was found of one built-in."""

    name: str
    fields: int = 0
    opens: str = ""
    models: list[str] = field(default_factory=list)
    ready: bool = False
    reason: str = ""
    ran: str = ""

    def cells(self) -> tuple[str, ...]:
        """The cells of the table's row."""
        ready = "no: " + self.reason
        if self.ready:
            ready = ", ".join(dict.fromkeys(self.models)) or "nothing to choose"
        return self.name, str(self.fields), self.opens, ready, self.ran or "no"


class Trial:
    """Opens and runs built-ins of one server."""

    def __init__(self, client: Client, url: str, folder: Path, models: Sequence[ModelInfo]) -> None:
        self._client = client
        self._url = url
        self._folder = folder
        self._models = list(models)
        self._keys = frozenset(model.key.native_key for model in models)
        self._picture: dict[str, str] | None = None

    async def line(self, card: WorkflowCard, *, run: bool) -> Line:
        """Open one by all ways, fill it, and run it where it is ready."""
        found = Line(card.name)
        record = await self._client.backend.workflow_record(card.workflow_id)
        handle = await self._client.open_from_library(card.workflow_id)
        found.fields = len(handle.inputs)
        found.opens = "its own form" if handle.authored else "no form: one was made up"
        found.opens += await asyncio.to_thread(self._commands, record, handle)
        self._choose_models(handle, found)
        await self._fill(handle, found)
        problems = handle.readiness(SubmitOptions(), Choices(self._keys)).problems
        found.ready = not problems
        if problems:
            found.reason = "; ".join(dict.fromkeys(self._said(handle, one) for one in problems))
        elif run:
            found.ran = await self._run(handle)
        return found

    def _commands(self, record: dict[str, Any], handle: WorkflowHandle) -> str:
        """How the commands take the downloaded file, with the server and without; "" is alike."""
        file = self._folder / "workflow.json"
        file.write_text(json.dumps(record["workflow"]))
        openapi = str(self._folder / "openapi.json")
        wanted = sum("nodeId" in line for line in handle.outline()) if handle.authored else 0
        for source in (("--server", self._url), ("--openapi", openapi)):
            code, out = _quiet("form", str(file), *source)
            if code != DONE or len(json.loads(out)["fields"]) != wanted:
                return f"; form {source[0]} ended with {code}"
            code, out = _quiet("payload", str(file), *source)
            if code not in (DONE, NOT_READY) or bool(out) is not (code == DONE):
                return f"; payload {source[0]} ended with {code}"
        return ""

    def _choose_models(self, handle: WorkflowHandle, line: Line) -> None:
        """Put models of the server where the file's are missing."""
        answers = {}
        for missing in handle.missing_models(self._keys):
            chosen = self._model_for(missing)
            if chosen is not None:
                answers[missing.identity] = chosen.identifier
                line.models.append(chosen.name)
        handle.use_models(answers, self._keys)

    def _model_for(self, missing: MissingModel) -> ModelInfo | None:
        fitting = [model for model in self._models if missing.takes(model)]
        same = [model for model in fitting if model.base == missing.base]
        return next(iter(same or ([] if missing.base else fitting)), None)

    async def _fill(self, handle: WorkflowHandle, line: Line) -> None:
        """Give what is missing: models, pictures, a file of prompts; make it short."""
        for node_id in handle.node_ids():
            for name, value in SMALL.items():
                slot = handle.slot(node_id, name)
                if slot is not None and slot.field is not None and slot.field.is_set:
                    handle.edit(node_id, name, value)
            if handle.slot(node_id, "file_path") is not None:
                file = self._folder / "prompts.txt"
                file.write_text("a lighthouse\na tiger\n")
                handle.edit(node_id, "file_path", str(file))
        for problem in handle.readiness(SubmitOptions(), Choices(self._keys)).problems:
            slot = _slot(handle, problem)
            value = await self._value_for(slot, problem, line) if slot is not None else None
            if slot is not None and value is not None:
                handle.edit(slot.node.id, slot.name, value)

    async def _value_for(self, slot: Slot, problem: Problem, line: Line) -> Any:
        if problem.code not in ("field_missing", "list_empty"):
            return None
        if slot.template.type.name == "ImageField":
            if self._picture is None:
                ref = await self._client.backend.upload_image(_gradient(), "for-built-ins.png")
                self._picture = {"image_name": ref.name}
            return [self._picture] if problem.code == "list_empty" else self._picture
        if slot.template.type.name == "ModelIdentifierField":
            chosen = next(filter(_taken_by(slot), self._models), None)
            if chosen is not None:
                line.models.append(chosen.name)
                return chosen.identifier
        return None

    def _said(self, handle: WorkflowHandle, problem: Problem) -> str:
        """Why it is not ready, in words; what is missing of a model."""
        slot = _slot(handle, problem)
        if slot is None or slot.template.type.name != "ModelIdentifierField":
            return sentence(problem).rstrip(".")
        wanted = slot.template.models
        kind = " or ".join(wanted.types) if wanted is not None else "such"
        bases = f" of {' or '.join(wanted.bases)}" if wanted is not None and wanted.bases else ""
        return f"{problem.args.get('field', slot.name)}: no {kind} model{bases} is installed"

    async def _run(self, handle: WorkflowHandle) -> str:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await handle.submit()
                jobs = (await handle.wait()).values()
        except (ApiError, TimeoutError) as error:
            problem = getattr(error, "problem", None)
            return "no: " + (sentence(problem) if problem else "it took too long")
        return _outcome([job for job in jobs if job is not None])


def _gradient(size: int = 256) -> bytes:
    """A small PNG."""
    rows = b"".join(
        b"\0" + b"".join(bytes((x % 256, y % 256, 128)) for x in range(size)) for y in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def _outcome(jobs: Sequence[Job]) -> str:
    failed = next((job for job in jobs if job.state is not JobState.COMPLETED), None)
    if failed is not None:
        return f"no: {failed.error.message if failed.error else failed.state.value}"
    count = sum(len(job.outputs) for job in jobs)
    return f"yes, {count} {'picture' if count == 1 else 'pictures'}"


def _slot(handle: WorkflowHandle, problem: Problem) -> Slot | None:
    return handle.slot(problem.node_id or "", problem.field_name or "")


def _taken_by(slot: Slot) -> Callable[[ModelInfo], bool]:
    """What a field takes; where it takes any model its label says which kind is meant."""
    wanted = slot.template.models
    if wanted is not None:
        return wanted.takes
    label = slot.node.text(slot.name, "label").lower()
    return lambda model: model.type.replace("_", "") in label


def _quiet(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = command(arguments)
    return code, out.getvalue()


async def lines(url: str, *, run: bool = True) -> AsyncIterator[Line]:
    """One line for each built-in of the server at ``url``, by name."""
    with tempfile.TemporaryDirectory() as name:
        async with connect(url) as client:
            folder = Path(name)
            async with httpx.AsyncClient(base_url=client.backend.profile.url) as http:
                document = (await http.get("/openapi.json", timeout=60)).raise_for_status()
            (folder / "openapi.json").write_bytes(document.content)
            trial = Trial(client, url, folder, await client.models())
            cards = [card for card in await client.workflows() if card.category == "default"]
            for card in sorted(cards, key=lambda card: card.name):
                yield await trial.line(card, run=run)


def table(found: Sequence[Line]) -> Iterator[str]:
    """The lines as a table in Markdown."""
    yield "| built-in | fields | opens | ready with | ran |"
    yield "|---|---|---|---|---|"
    for line in found:
        yield "| " + " | ".join(cell.replace("|", "/") for cell in line.cells()) + " |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.live.builtins", description=__doc__)
    parser.add_argument("url")

    async def gather() -> list[Line]:
        return [line async for line in lines(parser.parse_args().url)]

    print(*table(asyncio.run(gather())), sep="\n")


if __name__ == "__main__":
    main()
