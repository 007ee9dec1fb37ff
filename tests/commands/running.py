"""Commands run as a script would run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.domain.builder import Json, node, workflow
from tests.domain.small_server import openapi
from tests.oracle.command_line import run_command

PATIENCE_S = 60


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)


class Desk:
    """A folder with the small server's OpenAPI document and whatever a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.openapi = self.write("openapi.json", openapi())

    def write(self, name: str, content: Any) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    def run(self, command: str, content: Any, *more: str) -> Ended:
        """Run a command in this process, on a file of that content."""
        file = self.write("workflow.json", content)
        return Ended(*run_command(command, str(file), "--openapi", str(self.openapi), *more))

    def payload(self, content: Any, *more: str) -> Ended:
        return self.run("payload", content, *more)

    def form(self, content: Any, *more: str) -> Ended:
        return self.run("form", content, *more)

    def edits(self, *edits: tuple[str, str, Any]) -> list[str]:
        """The arguments for a file of such edits."""
        content = [
            {"nodeId": node_id, "fieldName": name, "value": value} for node_id, name, value in edits
        ]
        return ["--edits", str(self.write("edits.json", content))]


def process(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "ivk_desktop", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )


def ended(running: subprocess.Popen[str]) -> Ended:
    """Wait for a process."""
    out, err = running.communicate(timeout=PATIENCE_S)
    return Ended(running.returncode, out, err)


def sample(**more: Any) -> Json:
    """A workflow that is ready: a text and a number, both on the form."""
    nodes = [
        node("s", "string", value="a cat"),
        node("n", "noise", seed=3, width=64, height=64),
        node("n.x", "integer", value=1),
    ]
    fields = [{"nodeId": "s", "fieldName": "value"}, {"nodeId": "n", "fieldName": "seed"}]
    return workflow(nodes, **{"exposedFields": fields, **more})
