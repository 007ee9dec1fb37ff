"""What hides rows of the queue: a chip, and a text with words and terms for columns. Pure.

The text is what a person types: ``tiger status:failed run>60 -user:ann seed:42 "red fox"``. A
term is ``name:words``, or ``name>value`` and ``name<value`` for numbers, durations and times;
``name`` is one of ``NAMES`` or of an input. A minus in front turns it round. All must hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import Job, JobId, JobState
from ivk_desktop.stores.batches import PENDING, RUNNING, took, waited
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column, QueueSession
from ivk_desktop.stores.queue_sort import error_line, inputs_line

NAMES: Final[Mapping[str, Column]] = {
    "id": Column.ID,
    "status": Column.STATUS,
    "server": Column.SERVER,
    "workflow": Column.WORKFLOW,
    "inputs": Column.INPUTS,
    "error": Column.ERROR,
    "user": Column.USER,
    "device": Column.DEVICE,
    "batch": Column.BATCH,
    "origin": Column.ORIGIN,
    "destination": Column.DESTINATION,
    "created": Column.CREATED,
    "started": Column.STARTED,
    "done": Column.DONE,
    "wait": Column.WAIT_TIME,
    "run": Column.RUN_TIME,
    "results": Column.PICTURE,
}
"""The columns by the word that stands for them in a filter."""
TIMES: Final = frozenset({Column.CREATED, Column.STARTED, Column.DONE})
LONGEST: Final = 500
"""So many letters of a filter are read."""

_TERM: Final = re.compile(r'(-?)(?:([^\s":<>]+)([:<>]))?(?:"([^"]*)"?|(\S*))')
_LIKE_TIME: Final = re.compile(r"[\d:-]*\d[:-]\d[\d:-]*")
"""A word without a name that is looked for in times too."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``name`` is lower case and empty for a word of any column."""

    text: str
    name: str = ""
    sign: str = ":"
    """``:`` contains, ``<`` and ``>`` compare."""
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words that the window shows for what a server names otherwise; in lower case."""

    state: Callable[[JobState], str] = lambda state: state.value
    device: Callable[[str], str] = lambda device: device


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: items of a status for which all terms hold."""

    status: Status = Status.ALL
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether it may hide anything."""
        return self.status is not Status.ALL or bool(self.terms)

    def takes(self, session: QueueSession, job: Job | None, job_id: JobId, words: Words) -> bool:
        """Whether an item is shown; of one that is not read only the id is known."""
        if self.status is not Status.ALL and not _has_status(job, self.status):
            return False
        if job is None:
            return all(_holds_for_id(term, job_id) for term in self.terms)
        line: str | None = None
        for term in self.terms:
            if line is None and term.name not in NAMES:
                line = _line(session, job, words)
            if _holds(term, session, job, words, line or "") is term.is_not:
                return False
        return True


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter under a name, as settings keep it."""

    name: str
    text: str = ""
    status: str = Status.ALL.name
    """The name of a ``Status``; one of a newer version counts as ALL."""

    @property
    def chip(self) -> Status:
        """The chip that it checks."""
        return Status.__members__.get(self.status, Status.ALL)


def parse(text: str) -> tuple[Term, ...]:
    """The terms of a typed text; every text has a meaning."""
    terms = []
    for found in _TERM.finditer(text[:LONGEST].lower()):
        minus, name, sign, quoted, plain = found.groups()
        value = quoted if quoted is not None else plain
        if value or (name and sign):
            terms.append(Term(value, name or "", sign or ":", bool(minus)))
    # A name that waits for its value hides nothing yet.
    return tuple(term for term in terms if term.text)


def with_term(text: str, name: str, value: str) -> str:
    """``text`` with the column ``name`` filtered by ``value``; an empty value removes that."""
    value = value.replace('"', "").strip()
    own = re.compile(rf'(?<!\S)-?{re.escape(name)}[:<>](?:"[^"]*"?|\S*)\s*', re.IGNORECASE)
    rest = own.sub("", text).strip()
    if not value:
        return rest
    sign = "" if value[0] in "<>" else ":"
    body = value[1:].strip() if not sign else value
    quoted = f'"{body}"' if " " in body else body
    return f"{rest} {name}{sign or value[0]}{quoted}".strip()


def term_of(text: str, name: str) -> str:
    """What ``with_term`` had put in for a column; empty for nothing."""
    for term in parse(text):
        if term.name == name and not term.is_not:
            return term.text if term.sign == ":" else f"{term.sign}{term.text}"
    return ""


def seconds(text: str) -> float | None:
    """A duration as people type it: ``90``, ``1:30``, ``1.5``; ``None`` for anything else."""
    total = 0.0
    try:
        for part in text.split(":"):
            total = total * 60 + float(part)
    except ValueError:
        return None
    return total


def _has_status(job: Job | None, status: Status) -> bool:
    if job is None:
        return False
    if status is Status.RUNNING:
        return job.state in RUNNING
    if status is Status.PENDING:
        return job.state in PENDING
    if status is Status.FAILED:
        return job.state is JobState.FAILED
    return job.state.ended and job.state is not JobState.FAILED


def _holds_for_id(term: Term, job_id: JobId) -> bool:
    """Of an item that is not read nothing can be denied but what its id says."""
    if term.name == "id" and term.sign != ":":
        return _compares(term.sign, float(job_id) if job_id.isdecimal() else None, term.text)
    return term.name in ("", "id") and (term.text in job_id) is not term.is_not


def _holds(term: Term, session: QueueSession, job: Job, words: Words, line: str) -> bool:
    if not term.name:
        return term.text in line or _is_in_times(term.text, job)
    column = NAMES.get(term.name)
    if column is None:
        as_typed = term.sign == ":" and f"{term.name}:{term.text}" in line
        return as_typed or _input_holds(term, job)
    if term.sign == ":":
        return term.text in column_text(column, session, job, words)
    return _column_compares(term, column, job)


def _line(session: QueueSession, job: Job, words: Words) -> str:
    """Everything that a word without a name is looked for in, but the times."""
    texts = [read(job) for read in _TEXTS.values()]
    texts += [job.state.value, words.state(job.state), session.name]
    texts += [job.device, words.device(job.device)]
    return "\n".join(texts).lower()


def _is_in_times(text: str, job: Job) -> bool:
    if _LIKE_TIME.fullmatch(text) is None:
        return False
    return any(text in fmt.moment(_moment(column, job), None) for column in TIMES)


def column_text(column: Column, session: QueueSession, job: Job, words: Words) -> str:
    """What a column says of an item, in lower case, in the server's words and in the window's."""
    if column is Column.STATUS:
        return f"{job.state.value} {words.state(job.state)}"
    if column is Column.SERVER:
        return f"{session.name} {job.device} {words.device(job.device)}".lower()
    if column is Column.DEVICE:
        return f"{job.device} {words.device(job.device)}".lower()
    if column in TIMES:
        return fmt.moment(_moment(column, job), None)
    if column in (Column.WAIT_TIME, Column.RUN_TIME):
        return fmt.run_time(_number(column, job))
    if column is Column.PICTURE:
        return str(len(job.outputs))
    return _TEXTS[column](job).lower()


_TEXTS: Final[Mapping[Column, Callable[[Job], str]]] = {
    Column.ID: lambda job: job.key.job_id,
    Column.WORKFLOW: lambda job: job.title,
    Column.INPUTS: inputs_line,
    Column.ERROR: error_line,
    Column.USER: lambda job: job.user,
    Column.BATCH: lambda job: job.batch_id or "",
    Column.ORIGIN: lambda job: job.origin,
    Column.DESTINATION: lambda job: job.destination,
}


def _moment(column: Column, job: Job) -> float | None:
    if column is Column.CREATED:
        return job.created_at
    return job.started_at if column is Column.STARTED else job.ended_at


def _number(column: Column, job: Job) -> float | None:
    if column is Column.RUN_TIME:
        return took(job)
    if column is Column.WAIT_TIME:
        return waited(job)
    if column is Column.PICTURE:
        return float(len(job.outputs))
    if column is Column.ID and job.key.job_id.isdecimal():
        return float(job.key.job_id)
    return None


def _column_compares(term: Term, column: Column, job: Job) -> bool:
    if column not in TIMES:
        return _compares(term.sign, _number(column, job), term.text)
    when = fmt.moment(_moment(column, job), None)
    # As texts: "2026-03-01" is any time of that day, and "> 2026-03-01" any time after it.
    begin = when[: len(term.text)]
    return bool(when) and (begin > term.text if term.sign == ">" else begin < term.text)


def _compares(sign: str, value: float | None, text: str) -> bool:
    limit = seconds(text)
    if value is None or limit is None:
        return False
    return value > limit if sign == ">" else value < limit


def _input_holds(term: Term, job: Job) -> bool:
    for label, value in job.inputs:
        if term.name not in label.lower().replace(" ", ""):
            continue
        if term.sign == ":" and term.text in value.lower():
            return True
        if term.sign != ":" and _compares(term.sign, seconds(value), term.text):
            return True
    return False
