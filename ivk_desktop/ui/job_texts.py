"""Words and icons of jobs: states, phases, devices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.phases import Phase
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.ui import reading

STATE_ICONS: Final = {
    JobState.SUBMITTING: "send",
    JobState.PENDING: "clock",
    JobState.RUNNING: "circle-play",
    JobState.WAITING: "hourglass",
    JobState.CANCELING: "circle-play",
    JobState.COMPLETED: "circle-check",
    JobState.FAILED: "circle-x",
    JobState.CANCELED: "ban",
    JobState.DETACHED: "circle-dashed",
    JobState.UNKNOWN: "circle-help",
}
STATE_TOKENS: Final = {
    JobState.RUNNING: "running",
    JobState.CANCELING: "running",
    JobState.WAITING: "waiting",
    JobState.COMPLETED: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELED: "canceled",
}
"""The colour of a state's icon; any other is ``pending``."""
COLORED_WORDS: Final = frozenset(
    {JobState.RUNNING, JobState.CANCELING, JobState.WAITING, JobState.FAILED}
)
"""The states whose word has the colour of its icon; the others are ``text2``."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("job_texts", text)


def state_word(state: JobState) -> str:
    """A job's state in InvokeAI's words."""
    return {
        JobState.SUBMITTING: _tr("Sending"),
        JobState.PENDING: _tr("Pending"),
        JobState.RUNNING: _tr("Running"),
        JobState.WAITING: _tr("Waiting"),
        JobState.CANCELING: _tr("Canceling"),
        JobState.COMPLETED: _tr("Completed"),
        JobState.FAILED: _tr("Failed"),
        JobState.CANCELED: _tr("Canceled"),
        JobState.DETACHED: _tr("Left running"),
        JobState.UNKNOWN: _tr("Unknown"),
    }[state]


def foreign_title(title: str) -> str:
    """The words of a job that was not started from here; ``title`` is its server's."""
    return (
        _tr("Started elsewhere ({title})").format(title=title)
        if title
        else _tr("Started elsewhere")
    )


def phase_text(progress: JobProgress) -> str:
    """What a running job is doing, with its steps where it counts them."""
    steps = progress.steps
    of = ""
    if steps and steps.total:
        words = (
            _tr("{step} of {total}, estimated") if progress.estimated else _tr("{step} of {total}")
        )
        of = " " + words.format(step=steps.step, total=steps.total)
    title = progress.current.title if progress.current else ""
    word = {
        Phase.STARTING: _tr("Starting"),
        Phase.LOADING_MODEL: _tr("Loading model"),
        Phase.ENCODING: _tr("Reading the inputs"),
        Phase.DENOISING: _tr("Denoising"),
        Phase.DECODING: _tr("Decoding"),
        Phase.SAVING: _tr("Saving"),
        Phase.WORKING: title or _tr("Working"),
    }[progress.phase]
    return word + of


def time_left_text(progress_left: tuple[float, float] | None) -> str:
    """``0:12 left`` or ``about 1:40 left`` of (seconds, band); says so where it is not known."""
    if progress_left is None:
        return _tr("Time left not known yet")
    seconds, band_s = progress_left
    return _tr("{time} left").format(time=fmt.about(seconds, band_s, reading.style()))


def device_text(device: str) -> str:
    """A device for people: ``GPU 0`` of ``cuda:0``, ``CPU``, any other name as it is."""
    if found := re.fullmatch(r"(?:cuda|gpu|xpu)(?::(\d+))?", device.lower()):
        return _tr("GPU {number}").format(number=found[1] or 0)
    known = {"cpu": "CPU", "mps": "GPU"}
    return known.get(device.lower(), device)


def place_text(server_name: str, device: str) -> str:
    """Server and device: ``lab-gpu, GPU 0``."""
    return f"{server_name}, {device_text(device)}" if device else server_name


def inputs_text(inputs: Sequence[tuple[str, str]]) -> str:
    """The inputs of an item: ``CFG 6, seed 2893418``."""
    return ", ".join(f"{label} {value}".strip() for label, value in inputs)
