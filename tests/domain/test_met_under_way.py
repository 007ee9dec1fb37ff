"""A job that ran already when it was first heard of."""

from __future__ import annotations

import pytest

from ivk_desktop.domain.iterations import leading_to
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.timeline import timeline_of
from ivk_desktop.domain.updates import JobPlan, NodeStatus
from tests.domain.test_progress import KEY, PLAN, end, learned, start, tell

EDGES = (("m", "p"), ("p", "d"), ("m", "d"), ("d", "l"))
JOINED = JobPlan(KEY, PLAN.nodes, EDGES)


def met(plan: JobPlan = JOINED) -> JobProgress:
    """A job that had run for 20 s when it was met."""
    job = JobProgress(KEY, learned, -20.0, 0.0)
    job.planned(plan)
    return job


def states(job: JobProgress) -> str:
    return " ".join(f"{node_id}:{node.status.value}" for node_id, node in job.nodes.items())


def test_what_a_speaking_node_needed_has_ended_and_its_time_is_not_known() -> None:
    job = met()
    tell(job, "d", 1, fraction=0.5)
    assert states(job) == "m:completed p:completed d:running l:pending"
    assert job.fraction == pytest.approx(5.6 / 11.6, abs=0.01)
    seconds = {node.node_id: node.seconds for node in timeline_of(job, 2).nodes}
    assert seconds == {"m": None, "p": None, "d": 0.0, "l": 0.0}


def test_the_same_is_known_where_the_plan_comes_after_the_word() -> None:
    job = JobProgress(KEY, learned, -20.0, 0.0)
    tell(job, "d", 1, fraction=0.5)
    job.planned(JOINED)
    assert states(job) == "m:completed p:completed d:running l:pending"
    tell(job, "d", 2, fraction=0.6)
    assert job.fraction == pytest.approx(6.6 / 11.6, abs=0.01)


def test_the_time_left_is_of_what_is_still_to_come() -> None:
    job = met()
    tell(job, "d", 1, fraction=0.5)
    left = job.time_left(1)
    assert left is not None
    assert left.seconds == pytest.approx(5 + 1)


def test_a_run_whose_beginning_was_not_seen_teaches_no_time() -> None:
    job = met()
    tell(job, "d", 1, fraction=0.9)
    end(job, "d", 2)
    start(job, "l", 2)
    end(job, "l", 3)
    averages = {node_id: node.average_s for node_id, node in job.nodes.items()}
    assert averages == {"m": None, "p": None, "d": None, "l": 1.0}


def test_what_was_seen_from_the_beginning_keeps_its_time() -> None:
    job = JobProgress(KEY, learned, 0.0)
    job.planned(JOINED)
    start(job, "m", 0)
    end(job, "m", 1)
    job.missed_some()
    tell(job, "d", 5, fraction=0.1)
    assert states(job) == "m:completed p:completed d:running l:pending"
    assert job.nodes["m"].average_s == 1.0
    assert job.nodes["p"].average_s is None


def test_a_run_whose_end_was_missed_ends_without_a_time() -> None:
    job = JobProgress(KEY, learned, 0.0)
    job.planned(JOINED)
    start(job, "m", 0)
    job.missed_some()
    start(job, "d", 9)
    assert states(job) == "m:completed p:completed d:running l:pending"
    assert job.nodes["m"].average_s is None


def test_nothing_is_inferred_of_a_job_that_was_heard_from_its_beginning() -> None:
    job = JobProgress(KEY, learned, 0.0)
    job.planned(JOINED)
    start(job, "d", 0)
    assert states(job) == "m:pending p:pending d:running l:pending"


def test_runs_of_an_iteration_that_has_told_its_number_are_left_to_themselves() -> None:
    nodes = (("i", "iterate", "Each"), ("d", "denoise_latents", "Denoise"), ("l", "l2i", "Decode"))
    job = met(JobPlan(KEY, nodes, (("i", "d"), ("d", "l"))))
    end(job, "i", 1, repeats=3)
    start(job, "d", 1, run="1")
    end(job, "d", 2, run="1")
    start(job, "l", 2, run="2")
    assert (job.nodes["d"].ended, job.nodes["d"].status) == (1, NodeStatus.RUNNING)


def test_all_that_leads_to_a_node_is_found_once_even_in_a_circle() -> None:
    assert leading_to("l", EDGES) == {"m", "p", "d"}
    assert leading_to("m", EDGES) == set()
    assert leading_to("b", [("a", "b"), ("b", "a")]) == {"a"}
