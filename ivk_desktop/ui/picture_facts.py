"""The facts of a picture as the sessions know them, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import Job
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.stage.facts import Facts

VALUE_CHARS = 2000


def _tr(text: str) -> str:
    return QCoreApplication.translate("facts", text)


def picture_facts(session: ServerSession, ref: MediaRef) -> Facts:
    """What made a picture, where and when, with its inputs; only what is known."""
    result = session.results.result(ref)
    job = session.queue.jobs.get(result.job.job_id) if result is not None else None
    title = result.title if result is not None else ""
    facts = [(_tr("Workflow"), job.title if job is not None and job.title else title)]
    if job is not None:
        facts += _job_facts(session, job)
    image = session.media.loaded_picture(ref)
    if image is not None:
        facts.append((_tr("Size"), f"{image.width()} x {image.height()}"))
    facts.append((_tr("Name"), ref.name))
    return [(label, value[:VALUE_CHARS]) for label, value in facts if value]


def _job_facts(session: ServerSession, job: Job) -> list[tuple[str, str]]:
    took = None
    if job.started_at is not None and job.ended_at is not None:
        took = max(0.0, job.ended_at - job.started_at)
    return [
        *job.inputs,
        (_tr("Item"), job.key.job_id),
        (_tr("Server"), job_texts.place_text(session.name, job.device)),
        (_tr("Run time"), fmt.run_time(took, reading.style())),
        (_tr("Done"), reading.moment(job.ended_at)),
    ]
