"""What jobs have written."""

from __future__ import annotations

from ivk_desktop.domain.updates import JobLogged, LogLine
from ivk_desktop.stores.job_logs import MOST_CHARS, MOST_JOBS, MOST_LINES, JobLogs
from tests.fakes import job_key


def said(number: int, *texts: str, stream: str = "") -> JobLogged:
    return JobLogged(job_key(number), tuple(LogLine(text, stream) for text in texts))


def test_lines_are_kept_in_order_with_their_log() -> None:
    logs = JobLogs()
    told = []
    logs.changed.connect(told.append)
    logs.apply(said(1, "one", "two"))
    logs.apply(said(1, "three", stream="run"))
    logs.apply(said(1))
    assert logs.text(job_key(1)) == "one\ntwo\n[run] three"
    assert logs.text(job_key(2)) == ""
    assert told == [job_key(1), job_key(1)]


def test_what_is_kept_is_bounded() -> None:
    logs = JobLogs()
    logs.apply(said(1, *(str(number) for number in range(MOST_LINES + 5))))
    lines = logs.text(job_key(1)).split("\n")
    assert (lines[0], len(lines)) == ("5", MOST_LINES)
    logs.apply(said(2, "x" * 10 * MOST_CHARS))
    assert len(logs.text(job_key(2))) == MOST_CHARS
    for number in range(10, 10 + MOST_JOBS):
        logs.apply(said(number, "x"))
    assert logs.text(job_key(1)) == ""
