"""The code in the documents runs as it stands, and what they quote is what the app says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_process import DemoProcess, demo_server

ROOT = Path(__file__).parent.parent
URL = re.compile(r"http://127\.0\.0\.1:9090")
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks() -> Iterator[tuple[str, str]]:
    for name in ("README.md", "docs/python-api.md"):
        for number, found in enumerate(BLOCK.finditer((ROOT / name).read_text("utf-8")), 1):
            yield f"{Path(name).stem}-{number}", found[1]


@pytest.fixture(scope="module")
def server() -> Iterator[DemoProcess]:
    with demo_server("--speed", "50") as demo:
        yield demo


def portrait(demo: DemoProcess) -> str:
    """A workflow of ours with the demo's model and the fields that the documents name."""
    content = json.loads((ROOT / "resources/workflows/text-to-image-sd15.json").read_bytes())
    models = demo.client.get("/api/v2/models/").json()["models"]
    model = next(one for one in models if one["type"] == "main" and one["base"] == "sd-1")
    inputs = {node["id"]: node["data"]["inputs"] for node in content["nodes"]}
    names = ("key", "hash", "name", "base", "type")
    inputs["model"]["model"]["value"] = {name: model[name] for name in names}
    inputs["positive"]["prompt"]["label"] = "Prompt"
    return json.dumps(content)


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in blocks()])
def test_a_block_of_code_runs(code: str, server: DemoProcess, tmp_path: Path) -> None:
    (tmp_path / "portrait.json").write_text(portrait(server))
    done = subprocess.run(
        [sys.executable, "-c", URL.sub(server.url, code)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md"])
def test_what_troubleshooting_quotes_is_what_the_app_says(name: str) -> None:
    _, table = (ROOT / name).read_text("utf-8").split("| what you see |")
    rows = table.split("\n\n")[0].splitlines()[2:]
    sources = [ROOT / "ivk_desktop/words.py", *(ROOT / "ivk_desktop/ui").rglob("*.py")]
    said = re.sub(r'"\s*"', "", "\n".join(file.read_text("utf-8") for file in sources))
    quoted = [piece for row in rows for piece in re.findall("“([^”]+)”", row.split("|")[1])]
    assert len(rows) == 5
    assert quoted
    for piece in (part.strip() for whole in quoted for part in whole.split("…")):
        assert piece in said, piece
