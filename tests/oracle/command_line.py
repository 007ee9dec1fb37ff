"""Oracle cases run through the commands themselves, as a script would run them."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ivk_desktop.cli import main
from tests.oracle.compare import (
    Json,
    field_keys,
    graph_differences,
    node_error_differences,
    same,
    trimmed,
)

DONE, NOT_READY, BAD_FILE = 0, 3, 4


def run_command(*arguments: str) -> tuple[int, str, str]:
    """The exit code of a command, and what it wrote to stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


def command_differences(case: Json, openapi: Path, folder: Path) -> list[str]:
    """In what the commands' answers to a case differ from the expected ones."""
    return list(_differences(case, _arguments(case, openapi, folder)))


def _arguments(case: Json, openapi: Path, folder: Path) -> list[str]:
    file, edits = folder / "workflow.json", folder / "edits.json"
    file.write_text(json.dumps(case["workflow"]))
    edits.write_text(json.dumps(case["edits"]))
    found = [str(file), "--openapi", str(openapi), "--edits", str(edits)]
    found += ["--runs", str(case["runs"])]
    if case["board"]:
        found += ["--board", case["board"]]
    if case["access"] == "deny":
        found.append("--assume-missing")
    return found


def _differences(case: Json, arguments: list[str]) -> Iterator[str]:
    expected = case["expected"]
    code, form, said = run_command("form", *arguments)
    forced_code, forced, _ = run_command("payload", *arguments, "--force")
    if "error" in expected:
        if (code, form, forced_code, forced) != (BAD_FILE, "", BAD_FILE, ""):
            yield f"opened with {code} and {forced_code}, though the web UI refuses it"
        return
    if code != DONE or forced_code != DONE:
        yield f"form ended with {code}, payload with {forced_code}: {said}"
        return
    yield from _form_differences(json.loads(form), expected)
    yield from _batch_differences(json.loads(forced), expected)
    if "readiness_error" not in expected:
        code, document, _ = run_command("payload", *arguments)
        ready = not expected["reasons"]
        if code != (DONE if ready else NOT_READY) or bool(document) != ready:
            yield f"payload ended with {code}, ready is {ready}: {json.loads(form)['problems']}"


def _form_differences(form: Json, expected: Json) -> Iterator[str]:
    outline = [trimmed(line) for line in form["outline"]]
    if not same(outline, [trimmed(line) for line in expected["outline"]]):
        yield f"outline: {outline} instead of {expected['outline']}"
    fields = [(*field_keys(one), one["label"] or one["title"]) for one in form["fields"]]
    theirs = [(*field_keys(one), one.get("label")) for one in expected["form"]]
    if fields != theirs:
        yield f"form: {fields} instead of {theirs}"
    if "readiness_error" not in expected:
        ours = [(one["type"], one.get("nodeId"), one.get("fieldName")) for one in form["problems"]]
        yield from node_error_differences(ours, expected)


def _batch_differences(payload: Json, expected: Json) -> Iterator[str]:
    if payload.keys() != {"batch", "prepend"} or payload["prepend"] is not False:
        yield f"the document has {list(payload)}"
    batch: dict[str, Any] = payload["batch"]
    graph = {key: one for key, one in batch["graph"].items() if key != "id"}
    if expected.get("graph") is not None:
        yield from graph_differences(graph, expected["graph"])
    for key in ("data", "runs", "origin"):
        if expected.get(key) is not None and not same(batch[key], expected[key]):
            yield f"{key}: {batch[key]} instead of {expected[key]}"
    if batch["destination"] != "gallery" or batch["workflow"]["meta"]["version"] != "4.0.0":
        yield "destination or workflow"
