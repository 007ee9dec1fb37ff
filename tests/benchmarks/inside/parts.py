"""What several scenarios need: waiting for the app, watching it, opening forms."""

from __future__ import annotations

import asyncio
import resource
import time
from typing import Any

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import FieldElement, FieldKind, walk
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from tests.benchmarks.inside.watching import Heartbeat, Witness, painted, quiet

Options = dict[str, Any]
Found = dict[str, Any]

READ = (ListState.READY, ListState.EMPTY)
SETTLE_S = 2.0


def heartbeat(desk: Desk, options: Options) -> Heartbeat:
    """Begin to watch the UI thread."""
    beats = Heartbeat(desk)
    if options.get("explain"):
        Witness(beats).start()
    beats.begin()
    return beats


async def session_of(desk: Desk) -> ServerSession:
    """Wait for the session, its boards, models and queue."""
    await quiet(lambda: desk.servers.current is not None, 0.002)
    session = desk.servers.current
    assert session is not None
    lists = (session.boards, session.models)
    await quiet(lambda: session.queue.is_loaded and all(one.state in READ for one in lists), 0.002)
    return session


async def settled(desk: Desk) -> ServerSession:
    """Wait until the app has nothing left to do after its start."""
    session = await session_of(desk)
    await quiet(lambda: session.library.state in READ)
    await asyncio.sleep(SETTLE_S)
    return session


def cpu_s() -> float:
    """CPU seconds of this process so far, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def opened(desk: Desk, workflow_id: str) -> tuple[OpenWorkflow, float, float]:
    """Choose a workflow in the sidebar.

    Returns it, and the milliseconds until its form was painted first, and with all of its fields.
    """
    begin = time.monotonic()
    desk.window.sidebar.open_workflow_requested.emit(workflow_id)
    workflow = desk.workflows.current
    assert workflow is not None
    done = asyncio.Event()
    slot = workflow.changed.connect(
        lambda: done.set() if workflow.state is not OpenState.LOADING else None
    )
    if workflow.state is OpenState.LOADING:
        await done.wait()
    workflow.changed.disconnect(slot)
    view = desk.window.form.view
    assert view is not None, workflow.problem
    first_at = await painted(view.widget())
    assert workflow.form is not None
    form = walk(workflow.form.spec.root)
    placed = {one.field_id for one in form if isinstance(one, FieldElement)}
    await quiet(lambda: len(view.fields) >= len(placed), 0)
    whole_at = await painted(view.widget())
    return workflow, (first_at - begin) * 1000, (whole_at - begin) * 1000


def choose_models(workflow: OpenWorkflow, session: ServerSession) -> None:
    """Give each field that has no model the first one that fits."""
    assert workflow.form is not None
    for problem in workflow.readiness.problems:
        spec = workflow.form.spec.fields.get(problem.field_id or FieldId(""))
        if spec is not None and spec.kind is FieldKind.MODEL:
            fits = (m for m in session.models.items if spec.models is None or spec.models.takes(m))
            if model := next(fits, None):
                workflow.set_value(spec.id, model.identifier)


async def ready_form(desk: Desk, session: ServerSession, name: str) -> OpenWorkflow:
    """Open a workflow that can be submitted."""
    card = next(card for card in session.library.items if card.name == name)
    workflow, _, _ = await opened(desk, card.workflow_id)
    workflow.judge()
    choose_models(workflow, session)
    workflow.judge()
    if not workflow.readiness.ready:
        raise RuntimeError(f"{name} is not ready: {workflow.readiness.problems}")
    return workflow
