"""Running winners of a sheet again: the form they ran with, and what is put into it."""

from __future__ import annotations

from collections.abc import Sequence

from ivk_desktop.api.backend import JobForms, Repeats
from ivk_desktop.domain.jobs import BatchId, JobId, JobKey
from ivk_desktop.domain.problems import DomainError, FieldId, Problem
from ivk_desktop.domain.sweeps import SeedMode
from ivk_desktop.domain.winners import WinnersPlan
from ivk_desktop.stores.form_history import StepKind, StepLabel
from ivk_desktop.stores.history import History
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.stores.workflow_sources import JobSource, KeptSource, Source


async def source_of(sheet: Sheet, winners: Sequence[int], history: History) -> Source:
    """Where the form of the winners comes from: what was submitted, else what the server has.

    Of one winner the form has all of its values.

    Raises:
        DomainError: neither is there, or the history cannot be read.
    """
    server_id, title = sheet.kept.server_id, sheet.kept.title
    backend = sheet.session.backend if sheet.session is not None else None
    if isinstance(backend, Repeats):
        whole = len(winners) > 1
        batch_id, job_id = _first_item(sheet, winners[0])
        key = JobKey(server_id, job_id)
        kept = await history.request(key, batch_id, whole=whole)
        if kept is not None and (whole or kept.place is not None or kept.count == 1):
            return KeptSource(batch_id, kept.place, title or kept.title, kept)
    key_now = sheet.key(winners[0])
    if key_now is not None and isinstance(backend, JobForms):
        return JobSource(key_now, title)
    raise DomainError(Problem("sheet_lost"))


def _first_item(sheet: Sheet, cell: int) -> tuple[BatchId, JobId]:
    """The batch that a cell came from at first, and the item that stood there then."""
    parts = [part for part in sheet.kept.parts if 0 <= part.first <= cell]
    part = max(parts, key=lambda one: one.first, default=None)
    if part is None:
        raise DomainError(Problem("sheet_lost"))
    place = cell - part.first
    known = part.job_ids[place] if place < len(part.job_ids) else sheet.cell(cell).job_id
    return part.batch_id, known or JobId("")


def apply_plan(workflow: OpenWorkflow, plan: WinnersPlan) -> None:
    """Put winners into their form: single values in one step, the others as its only sweeps."""
    sweeps = workflow.sweeps
    for old in sweeps.plan().items:
        sweeps.remove(old.field_id)
    for rule in sweeps.plan().seeds:
        sweeps.set_seed_mode(rule.field_id, SeedMode.FIXED)
    if plan.values:
        workflow.set_values(plan.values, StepLabel(StepKind.PICTURE))
    first: dict[str, FieldId] = {}
    for sweep in plan.sweeps.items:
        partner = first.setdefault(sweep.group, sweep.field_id) if sweep.group else None
        sweeps.set_sweep(sweep, partner if partner != sweep.field_id else None)
