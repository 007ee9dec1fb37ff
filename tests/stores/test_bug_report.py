from __future__ import annotations

from ivk_desktop.domain.jobs import JobError, JobState
from ivk_desktop.domain.node_runs import Bar, Load
from ivk_desktop.domain.records import JobRecord, NodeRecord
from ivk_desktop.domain.timeline import NodeTimes, Timeline
from ivk_desktop.domain.updates import NodeStatus
from ivk_desktop.stores.bug_report import MOST_TRACEBACK, bug_report
from tests.fakes import FACTS, a_form, a_job

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoxfQ.c2lnbmF0dXJl"


def a_record(message: str = "no such file", traceback: str = "Traceback") -> JobRecord:
    error = JobError("OSError", message, traceback[:100])
    job = a_job(7, JobState.FAILED, title="Portrait", device="cuda:0", error=error)
    nodes = (
        NodeRecord("m", "main_model_loader", "Model", NodeStatus.COMPLETED, 1),
        NodeRecord("d", "denoise_latents", "Denoise", NodeStatus.FAILED, error="no such file"),
    )
    return JobRecord(job, nodes, a_form(), traceback)


def test_it_tells_what_ran_on_what_and_what_went_wrong() -> None:
    bars = (Bar(0.0, 4.0, NodeStatus.COMPLETED, loads=(Load("tiger", 0.0, 3.0),)),)
    times = NodeTimes("m", "main_model_loader", "Model", NodeStatus.COMPLETED, bars, seconds=4.0)
    report = bug_report(a_record(), FACTS, Timeline((times,), 4.0))
    assert "Item 7: failed" in report
    assert "Server: Fake 1.0" in report
    assert "OSError: no such file" in report
    assert "main_model_loader `m`: completed, 4.00 s (3.00 s of it loading models)" in report
    assert "denoise_latents `d`: failed" in report
    assert "Steps (integer): 20" in report


def test_no_prompt_no_token_and_no_credentials_of_an_address_are_in_it() -> None:
    message = f"GET https://me:hunter2@gpu.lan/x?token=abcdef failed, Bearer {TOKEN}"
    report = bug_report(a_record(message, f"Authorization: Bearer {TOKEN}"), FACTS)
    for secret in ("hunter2", "abcdef", TOKEN, "a tiger"):
        assert secret not in report
    assert "Prompt (string): 7 characters" in report
    assert "gpu.lan" in report


def test_of_a_huge_traceback_only_its_end_is_in_it() -> None:
    report = bug_report(a_record(traceback="x" * 5_000_000 + "the end"), FACTS)
    assert "the end" in report
    assert len(report) < MOST_TRACEBACK + 5_000
