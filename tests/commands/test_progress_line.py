"""The line that tells how a submission gets on."""

from __future__ import annotations

import io

import pytest

from ivk_desktop.commands import progress
from ivk_desktop.commands.progress import ProgressLine
from ivk_desktop.domain.jobs import JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, JobPlan, Lost, Progress, Update

KEY = JobKey(ServerId("s"), JobId("7"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def change(state: JobState) -> Update:
    return JobChanged(JobUpdate(KEY, state=state))


UPDATES = (
    change(JobState.RUNNING),
    JobPlan(KEY, (("n", "denoise_latents", "Denoise"),)),
    Progress(KEY, "n", "r", "denoise_latents", "Denoising\x1b[2J\nstep", 0.5),
    Lost(Problem("refused", {"url": "http://h"})),
    change(JobState.COMPLETED),
    change(JobState.COMPLETED),
)


def told(stream: io.StringIO) -> str:
    line = ProgressLine([KEY.job_id, JobId("8")], stream)
    for update in UPDATES:
        line.take(update)
    line.close()
    return stream.getvalue()


def test_plain_lines_where_there_is_no_terminal() -> None:
    lines = told(io.StringIO()).splitlines()
    assert lines[0] == "Item 7: running"
    assert lines[1].startswith("Nothing answers at http://h.")
    assert lines[2:] == ["Item 7: completed"]


def test_one_line_that_changes_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "REDRAW_S", 0.0)
    text = told(Terminal())
    assert "\r0 of 2 done | item 7: 49 %, Denoising [2J step" in text.replace("50 %", "49 %")
    assert "Item 7: completed\n" in text
    assert text.endswith("\r\x1b[K")
    assert text.replace("\x1b[K", "").count("\x1b") == 0


def test_a_terminal_that_has_gone_away_is_no_error() -> None:
    stream = Terminal()
    line = ProgressLine([KEY.job_id], stream)
    stream.close()
    line.take(UPDATES[0])
