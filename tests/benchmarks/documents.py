"""What documents cost without a window: ``python -m tests.benchmarks.documents OPENAPI [FILE]``.

Templates, payloads and a sweep, in CPU time of this process: a busy machine does not count. Of
``FILE``, a workflow (31 nodes were promised), the payload is timed too.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from ivk_desktop.api.invokeai.template_cache import node_templates
from ivk_desktop.domain.form import Choices, SubmitOptions
from ivk_desktop.domain.invokeai.access import Access
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.load import load_workflow
from ivk_desktop.domain.invokeai.templates import NodeTemplates
from ivk_desktop.domain.sweeps import Expansion, Sweep, Sweeps, axis
from tests.benchmarks.table import Figure, Target, table

RUNS: Final = 7
NODES: Final = 300
SWEPT: Final = 100
"""Values of each of two swept fields: 10,000 items."""


def timed(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, ...]:
    """Milliseconds of CPU of several runs, the first one left out."""
    spent = []
    for _ in range(runs + 1):
        began = time.process_time()
        work()
        spent.append((time.process_time() - began) * 1000)
    return tuple(spent[1:])


def figures(openapi: Path, workflow: Path | None) -> list[Figure]:
    """Measure all; lines about ``workflow`` are without values where there is none."""
    document = openapi.read_bytes()
    with tempfile.TemporaryDirectory() as name:
        templates = node_templates(document, Path(name))
        cached = timed(lambda: node_templates(document, Path(name)))
    cold = timed(lambda: node_templates(document, None))
    file = workflow.read_bytes() if workflow is not None else None
    own = opened(file, templates) if file is not None else None
    count = len(own.node_ids()) if own is not None else 0
    many = opened(sums(), templates)
    return [
        Figure("templates of the OpenAPI document, cold", "ms", cold, Target(100), 1),
        Figure("templates, from the cache", "ms", cached, Target(15), 1),
        Figure(f"payload of {count} nodes", "ms", timed(payload(own)) if own else (), Target(3), 2),
        Figure(f"payload of {NODES} nodes", "ms", timed(payload(many)), Target(30), 1),
        Figure(f"opening {NODES} nodes", "ms", timed(lambda: opened(sums(), templates)), digits=0),
        Figure("readiness of them", "ms", timed(judged(many)), digits=1),
        Figure("sweep of 10,000 items, validated", "ms", timed(swept(many)), Target(200), 1),
    ]


def opened(data: Any, templates: NodeTemplates) -> WorkflowHandle:
    """A workflow as the window opens it, everything that it names being there."""
    return load_workflow(data, "", templates, access=Access.KEEP)


def payload(handle: WorkflowHandle) -> Callable[[], object]:
    """What building one request takes."""
    return lambda: handle.request(SubmitOptions())


def judged(handle: WorkflowHandle) -> Callable[[], object]:
    """What judging the values takes."""
    return lambda: handle.readiness(SubmitOptions(), Choices())


def swept(handle: WorkflowHandle) -> Callable[[], object]:
    """What showing and judging a sweep of two fields takes."""
    fields = [item.field_id for item in handle.inputs[:2]]
    sweeps = Sweeps(tuple(Sweep(field_id, tuple(range(SWEPT))) for field_id in fields))
    options = SubmitOptions(sweeps=sweeps)

    def work() -> None:
        items = list(Expansion(axis(group) for group in sweeps.groups()))
        readiness = handle.readiness(options, Choices())
        assert readiness.count == len(items) == SWEPT**2

    return work


def sums() -> dict[str, Any]:
    """A workflow of additions: each takes from the three before it what it has inputs for."""
    nodes, edges = [], []
    for number in range(NODES):
        inputs = {name: {"name": name, "label": "", "value": number} for name in ("a", "b")}
        data: dict[str, Any] = {"type": "add", "version": "1.0.1", "inputs": inputs}
        nodes.append({"id": f"n{number}", "type": "invocation", "data": data})
        for name, back in (("a", 1), ("b", 2)):
            if number >= 10 * back:
                edges.append(_edge(f"n{number - 10 * back}", f"n{number}", name))
    texts = ("name", "author", "description", "version", "contact", "tags", "notes")
    meta = {"category": "user", "version": "4.0.0"}
    return {**dict.fromkeys(texts, ""), "nodes": nodes, "edges": edges, "meta": meta}


def _edge(source: str, target: str, name: str) -> dict[str, str]:
    return {
        "id": f"{source}-{target}-{name}",
        "type": "default",
        "source": source,
        "sourceHandle": "value",
        "target": target,
        "targetHandle": name,
    }


def main() -> int:
    """Print the table; 1 if a target is missed."""
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    found = figures(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None)
    print(table(found))
    return int(any(figure.met is False for figure in found))


if __name__ == "__main__":
    sys.exit(main())
