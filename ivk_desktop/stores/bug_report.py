"""A job as text for a bug tracker: what ran, on what, and what went wrong.

English, whatever the window's language is: it is for those who mend it. Tokens and credentials
are masked, and texts that a person wrote (prompts) are told by their length alone.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from ivk_desktop import __version__
from ivk_desktop.api.redact import redact
from ivk_desktop.domain.form import FieldKind, FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Job, Unset
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.domain.timeline import Timeline

MOST_TRACEBACK: Final = 20_000
"""Characters; the end of a traceback tells the most."""
MOST_NODES: Final = 200
_LONGEST: Final = 200
_TEXTS: Final = frozenset({FieldKind.STRING, FieldKind.STRINGS, FieldKind.GENERATOR})


def bug_report(
    record: JobRecord, facts: ServerFacts | None, timeline: Timeline | None = None
) -> str:
    """Markdown with all that helps to find the fault, and nothing that is secret."""
    job = record.job
    parts = [
        f"## Item {job.key.job_id}: {job.state.value}",
        "\n".join(f"- {line}" for line in _facts(job, facts)),
        *_error(record),
        *_section("Nodes", _nodes(record, timeline)),
        *_section("Inputs", _inputs(record)),
    ]
    return redact("\n\n".join(parts)) + "\n"


def _facts(job: Job, facts: ServerFacts | None) -> Iterator[str]:
    yield f"ivk desktop {__version__}, {platform.system()} {platform.machine()}"
    if facts is not None:
        yield f"Server: {facts.product} {facts.version}"
    if job.title:
        yield f"Workflow: {job.title}"
    yield f"Batch: {job.batch_id or 'none'}, origin: {job.origin or 'none'}"
    if job.device:
        yield f"Device: {job.device}"
    times = {"created": job.created_at, "started": job.started_at, "ended": job.ended_at}
    yield ", ".join(f"{name} {_utc(at)}" for name, at in times.items())


def _error(record: JobRecord) -> Iterator[str]:
    error = record.job.error
    if error is None:
        return
    yield f"### Error\n\n{error.type}: {error.message}"
    traceback = record.traceback or error.traceback
    if traceback:
        cut = traceback[-MOST_TRACEBACK:]
        left_out = "" if cut == traceback else f"({len(traceback) - len(cut)} characters before)\n"
        yield f"```\n{left_out}{cut.strip()}\n```"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    if body := "\n".join(f"- {line}" for line in lines):
        yield f"### {title}\n\n{body}"


def _nodes(record: JobRecord, timeline: Timeline | None) -> Iterator[str]:
    times = {node.node_id: node for node in timeline.nodes} if timeline else {}
    for node in record.nodes[:MOST_NODES]:
        line = f"{node.node_type} `{node.node_id[:_LONGEST]}`: {node.status.value}"
        if node.runs > 1:
            line += f", {node.runs} runs"
        if (seen := times.get(node.node_id)) is not None and seen.bars:
            took = "" if seen.seconds is None else f", {seen.seconds:.2f} s"
            line += ", cached" if seen.cached else took
            if seen.loading_s >= 0.01:
                line += f" ({seen.loading_s:.2f} s of it loading models)"
        yield line
    if len(record.nodes) > MOST_NODES:
        yield f"and {len(record.nodes) - MOST_NODES} more"


def _inputs(record: JobRecord) -> Iterator[str]:
    form = record.form
    for spec in form.spec.fields.values() if form is not None else ():
        if form is not None and not spec.connected:
            yield f"{spec.title} ({spec.kind.value}): {_value(spec, form.value(spec.id))}"


def _value(spec: FieldSpec, value: Value | Unset) -> str:
    if value is UNSET:
        return "not set"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if spec.kind in _TEXTS:
        return f"{len(text)} characters"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _utc(at: float | None) -> str:
    return "never" if at is None else datetime.fromtimestamp(at, UTC).strftime("%F %T UTC")
