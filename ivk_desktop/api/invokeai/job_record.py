"""A full queue item (``i/{item_id}``) as the record that details are shown of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.api.invokeai import mapping
from ivk_desktop.api.invokeai.plan import Titles, job_plan
from ivk_desktop.api.invokeai.records import update_of_item
from ivk_desktop.api.invokeai.values import mapping as sub
from ivk_desktop.api.invokeai.values import text
from ivk_desktop.domain.form import Form
from ivk_desktop.domain.invokeai.results import PASSED_ON, media_of_output
from ivk_desktop.domain.jobs import Job, JobKey, reduce_job
from ivk_desktop.domain.records import TRACEBACK_LIMIT, JobRecord, NodeRecord
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import NodeStatus

_MOST_VALUES = 8
_MOST_OUTPUTS = 200
_NO_VALUES: Final = frozenset({"type", "output_meta"})


def record_of_item(
    server_id: ServerId,
    raw: dict[str, Any],
    naming: mapping.Naming,
    title_of: Titles,
    form: Form | None,
) -> JobRecord:
    """All that the record says; of another user's item no more than its state.

    Raises:
        ValueError: it has no id.
    """
    update = update_of_item(server_id, raw, naming)
    job = reduce_job(Job(update.key), update)
    if job.private:
        return JobRecord(job)
    nodes = _nodes(update.key, raw, title_of)
    return JobRecord(job, nodes, form, text(raw, "error_traceback", TRACEBACK_LIMIT), raw)


def _nodes(key: JobKey, raw: dict[str, Any], title_of: Titles) -> tuple[NodeRecord, ...]:
    session = sub(raw, "session")
    plan = job_plan(key, sub(session, "graph"), sub(raw, "workflow"), title_of)
    runs = _runs_by_source(session)
    known = {node_id: (kind, title) for node_id, kind, title in plan.nodes}
    ended = session.get("executed_history")
    order = [one for one in ended if isinstance(one, str)] if isinstance(ended, list) else []
    listed = dict.fromkeys((*(one for one in order if one in known), *known))
    return tuple(_node(key, one, known[one], runs.get(one, []), session) for one in listed)


def _node(
    key: JobKey,
    node_id: str,
    named: tuple[str, str],
    runs: list[str],
    session: dict[str, Any],
) -> NodeRecord:
    results, errors = sub(session, "results"), sub(session, "errors")
    given = [results[run] for run in runs if run in results]
    failed = next((text(errors, run) for run in runs if run in errors), "")
    kind, title = named
    media = [] if kind in PASSED_ON else [media_of_output(one, key.server_id) for one in given]
    outputs = dict.fromkeys(ref for refs in media for ref in refs)
    status = NodeStatus.COMPLETED if _is_done(node_id, session) else NodeStatus.PENDING
    return NodeRecord(
        node_id,
        kind,
        title or kind,
        NodeStatus.FAILED if failed else status,
        len(given),
        tuple(outputs)[:_MOST_OUTPUTS],
        _values(given[0]) if given else (),
        failed,
    )


def _is_done(node_id: str, session: dict[str, Any]) -> bool:
    executed = session.get("executed")
    return isinstance(executed, list) and node_id in executed


def _runs_by_source(session: dict[str, Any]) -> dict[str, list[str]]:
    """The runs of each node of the workflow, in the order in which they gave results."""
    sources = sub(session, "prepared_source_mapping")
    found: dict[str, list[str]] = {}
    for run in (*sub(session, "results"), *sub(session, "errors")):
        source = sources.get(run, run)
        if isinstance(source, str):
            found.setdefault(source, []).append(run)
    return found


def _values(output: object) -> tuple[tuple[str, str], ...]:
    """What an output says in numbers and words; pictures and handles are left out."""
    if not isinstance(output, Mapping):
        return ()
    plain = [
        (str(name)[:100], mapping.value_text(value))
        for name, value in output.items()
        if name not in _NO_VALUES and _is_plain(value)
    ]
    return tuple(plain[:_MOST_VALUES])


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(_is_plain(one) for one in value[:20])
    return isinstance(value, str | int | float | bool)
