"""The facts of a picture as the sessions know them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.texts import board_name

if TYPE_CHECKING:
    from ivk_desktop.domain.jobs import Job
    from ivk_desktop.domain.media import MediaRef
    from ivk_desktop.domain.pictures import PictureFacts
    from ivk_desktop.stores.session import ServerSession
    from ivk_desktop.ui.viewer.facts_list import Facts

VALUE_CHARS = 2000


def _tr(text: str) -> str:
    return QCoreApplication.translate("facts", text)


def picture_facts(session: ServerSession, ref: MediaRef) -> Facts:
    """What made a picture, where and when, with its inputs; only what is known."""
    result = session.results.result(ref)
    job = session.queue.jobs.get(result.job.job_id) if result is not None else None
    title = result.title if result is not None else ""
    record = session.gallery.records.record(ref)
    told = _told_facts(record.facts) if record is not None else []
    workflow = record.facts.workflow if record is not None else ""
    facts = [*told, (_tr("Workflow"), job.title if job is not None and job.title else title)]
    if not facts[-1][1]:
        facts[-1] = (_tr("Workflow"), workflow)
    if job is not None:
        known = {name.casefold() for name, value in told if value}
        facts += [one for one in job.inputs if one[0].casefold() not in known]
        facts += _job_facts(session, job)
    facts += _entry_facts(session, ref)
    return [(label, value[:VALUE_CHARS]) for label, value in facts if value]


def _told_facts(told: PictureFacts) -> list[tuple[str, str]]:
    """What the picture itself tells."""
    style = reading.style()
    return [
        (_tr("Prompt"), told.prompt),
        (_tr("Negative prompt"), told.negative),
        (_tr("Model"), told.model),
        (_tr("LoRAs"), "\n".join(told.loras)),
        (_tr("Seed"), str(told.seed) if told.seed is not None else ""),
        (_tr("Steps"), str(told.steps) if told.steps is not None else ""),
        (_tr("Guidance"), _short(told.guidance, style)),
        (_tr("Scheduler"), told.sampler),
    ]


def _short(number: float | None, style: fmt.Style) -> str:
    """A number with no more decimals than it has."""
    return f"{number:g}".replace(".", style.decimal) if number is not None else ""


def _entry_facts(session: ServerSession, ref: MediaRef) -> list[tuple[str, str]]:
    """What the gallery tells, and the name."""
    info, image = session.gallery.infos.info(ref), session.media.loaded_picture(ref)
    size = (info.width, info.height) if info is not None else (0, 0)
    if image is not None:
        size = (image.width(), image.height())
    facts = [(_tr("Size"), f"{size[0]} x {size[1]}" if all(size) else "")]
    if info is not None:
        facts += [
            (
                _tr("Length"),
                fmt.short_seconds(info.seconds, reading.style()) if info.seconds else "",
            ),
            (_tr("Board"), board_name(info.board_id, session.gallery.board_name(info.board_id))),
            (_tr("Created"), reading.moment(info.created_at)),
        ]
    return [*facts, (_tr("Name"), ref.name)]


def _job_facts(session: ServerSession, job: Job) -> list[tuple[str, str]]:
    took = None
    if job.started_at is not None and job.ended_at is not None:
        took = max(0.0, job.ended_at - job.started_at)
    return [
        (_tr("Item"), job.key.job_id),
        (_tr("Server"), job_texts.place_text(session.name, job.device)),
        (_tr("Run time"), fmt.run_time(took, reading.style())),
        (_tr("Done"), reading.moment(job.ended_at)),
    ]
