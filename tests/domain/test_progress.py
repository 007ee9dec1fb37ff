from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.estimates import Estimate, Learned, Work
from ivk_desktop.domain.phases import Phase
from ivk_desktop.domain.progress import NOT_ENDED, JobProgress
from ivk_desktop.domain.timeline import timeline_of
from ivk_desktop.domain.updates import (
    JobPlan,
    ModelLoaded,
    NodeChanged,
    NodeStatus,
    Progress,
)
from tests.fakes import job_key

KEY = job_key(1)
PLAN = JobPlan(
    KEY,
    (
        ("m", "main_model_loader", "Load model"),
        ("p", "compel", "Prompt"),
        ("d", "denoise_latents", "Denoise"),
        ("l", "l2i", "Decode"),
    ),
)
SECONDS = {"main_model_loader": 0.1, "compel": 0.5, "denoise_latents": 10.0, "l2i": 1.0}


def learned(work: Work) -> Learned | None:
    seconds = SECONDS.get(work.node_type)
    return Learned(seconds, seconds * 0.1) if seconds else None


def a_job(*, knows: bool = True, plan: JobPlan = PLAN) -> JobProgress:
    job = JobProgress(KEY, learned if knows else lambda _: None, 0.0)
    job.planned(plan)
    return job


def start(job: JobProgress, node: str, at: float, run: str = "") -> None:
    job.node_changed(NodeChanged(KEY, node, run or node, NodeStatus.RUNNING), at)


def end(job: JobProgress, node: str, at: float, run: str = "", repeats: int | None = None) -> None:
    change = NodeChanged(KEY, node, run or node, NodeStatus.COMPLETED, repeats=repeats)
    job.node_changed(change, at)


def tell(job: JobProgress, node: str, at: float, message: str = "", **fields: object) -> None:
    job.progressed(Progress(KEY, node, node, message=message, **fields), at)  # type: ignore[arg-type]


def test_a_job_of_which_nothing_is_known_has_no_fraction() -> None:
    assert a_job().fraction is None


def test_nodes_count_by_what_they_usually_take() -> None:
    job = a_job()
    start(job, "m", 0)
    end(job, "m", 0.1)
    start(job, "p", 0.1)
    end(job, "p", 0.6)
    start(job, "d", 0.6)
    tell(job, "d", 5.6, fraction=0.5)
    assert job.fraction == pytest.approx(5.6 / 11.6, abs=0.01)


def test_a_job_is_not_all_done_before_the_server_says_so() -> None:
    job = a_job()
    for node in "mpdl":
        start(job, node, 0)
        end(job, node, 1)
    assert job.fraction == NOT_ENDED
    job.end(9, completed=True)
    assert job.fraction == 1.0


def test_a_failed_job_stays_where_it_was() -> None:
    job = a_job()
    start(job, "d", 0)
    tell(job, "d", 1, fraction=0.5)
    before = job.fraction
    job.end(2, completed=False)
    assert job.fraction == before


@pytest.mark.parametrize("fraction", [None, math.nan, math.inf, -3.0, 17.0])
def test_percentages_that_are_none_do_no_harm(fraction: float | None) -> None:
    job = a_job()
    start(job, "d", 0)
    tell(job, "d", 1, fraction=0.5)
    before = job.fraction
    tell(job, "d", 2, fraction=fraction)
    assert before is not None
    assert job.fraction is not None
    assert before <= job.fraction <= NOT_ENDED


@given(
    st.lists(
        st.tuples(
            st.sampled_from("mpdlxy"),
            st.sampled_from(["start", "end", "tell", "repeat", "tick", "plan"]),
            st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True)),
        ),
        max_size=40,
    )
)
def test_the_fraction_never_runs_backwards_whatever_comes(
    events: list[tuple[str, str, float | None]],
) -> None:
    job = JobProgress(KEY, learned, 0.0)
    before = 0.0
    for at, (node, what, value) in enumerate(events):
        if what == "start":
            start(job, node, at, run=f"{node}{at % 3}")
        elif what == "end":
            end(job, node, at, run=f"{node}{at % 3}")
        elif what == "tell":
            tell(job, node, at, fraction=value)
        elif what == "repeat":
            end(job, node, at, repeats=at)
        elif what == "plan":
            job.planned(PLAN)
        else:
            job.tick(float(at))
        now = job.fraction or 0.0
        assert before <= now <= NOT_ENDED
        estimate = job.time_left(float(at))
        assert estimate is None or estimate.seconds >= 0
        before = now


def test_a_node_that_ended_at_once_and_silently_came_from_the_cache() -> None:
    job = a_job()
    start(job, "p", 0)
    end(job, "p", 0.003)
    assert job.nodes["p"].cached
    start(job, "d", 1)
    tell(job, "d", 1.001, fraction=0.1)
    end(job, "d", 1.002)
    assert not job.nodes["d"].cached


def test_a_node_that_is_always_instant_is_not_called_cached() -> None:
    job = a_job(plan=JobPlan(KEY, (("r", "rand_int", "Seed"),)))
    start(job, "r", 0)
    end(job, "r", 0.001)
    assert not job.nodes["r"].cached


def test_an_iteration_makes_the_nodes_after_it_run_that_often_up_to_the_collect() -> None:
    nodes = (
        ("i", "iterate", "Each"),
        ("d", "denoise_latents", "Denoise"),
        ("c", "collect", "Collect"),
        ("l", "l2i", "Grid"),
    )
    job = a_job(plan=JobPlan(KEY, nodes))
    start(job, "i", 0)
    end(job, "i", 0.01, repeats=4)
    assert [node.repeats for node in job.nodes.values()] == [1, 4, 1, 1]
    for run in range(4):
        start(job, "d", run, run=f"d{run}")
        end(job, "d", run + 1, run=f"d{run}")
    assert job.nodes["d"].status is NodeStatus.COMPLETED
    assert job.nodes["d"].ended == 4


NESTED = JobPlan(
    KEY,
    (
        ("i", "iterate", "Prompts"),
        ("j", "iterate", "Seeds"),
        ("d", "denoise_latents", "Denoise"),
        ("x", "add", "Beside it"),
        ("c", "collect", "Seeds"),
        ("g", "img_grid", "Grid"),
        ("e", "collect", "Prompts"),
        ("s", "save_image", "Save"),
    ),
    edges=(("i", "j"), ("j", "d"), ("d", "c"), ("c", "g"), ("g", "e"), ("e", "s")),
)


def test_an_iteration_inside_another_multiplies_and_what_is_beside_them_runs_once() -> None:
    job = a_job(plan=NESTED)
    start(job, "i", 0)
    end(job, "i", 0.01, repeats=3)
    repeats = {node_id: node.repeats for node_id, node in job.nodes.items()}
    assert repeats == {"i": 3, "j": 3, "d": 3, "x": 1, "c": 3, "g": 3, "e": 1, "s": 1}
    start(job, "j", 1)
    end(job, "j", 1.01, repeats=4)
    repeats = {node_id: node.repeats for node_id, node in job.nodes.items()}
    assert repeats == {"i": 3, "j": 12, "d": 12, "x": 1, "c": 3, "g": 3, "e": 1, "s": 1}


def test_a_circle_of_edges_ends() -> None:
    circle = JobPlan(KEY, NESTED.nodes, edges=(("i", "d"), ("d", "i"), ("d", "d")))
    job = a_job(plan=circle)
    for _ in range(30):
        start(job, "i", 0)
        end(job, "i", 1, repeats=50_000)
    assert job.nodes["d"].repeats == 100_000


def test_the_loading_of_a_model_is_told_apart_and_is_no_work_of_the_node() -> None:
    job = a_job()
    start(job, "d", 1)
    tell(job, "d", 1, "Loading model tiger (unet)")
    job.model_loaded(ModelLoaded("owl", "unet"), 4)
    job.model_loaded(ModelLoaded("tiger", "unet"), 6)
    # Of ten seconds two are over; the rest of the job takes 1.6.
    assert job.time_left(8.0) == Estimate(pytest.approx(9.6), pytest.approx(1.16))
    end(job, "d", 10)
    assert job.nodes["d"].worked_s == pytest.approx(4.0)
    row = next(one for one in timeline_of(job, 10.0).nodes if one.node_id == "d")
    (bar,) = row.bars
    assert (bar.started_s, bar.seconds) == (1, 9)
    assert [(one.name, one.seconds) for one in bar.loads] == [("tiger (unet)", 5)]


def test_the_next_word_of_a_node_ends_the_loading_where_no_event_does() -> None:
    job = a_job()
    start(job, "d", 0)
    tell(job, "d", 0, "Loading model tiger (unet)")
    tell(job, "d", 3, "Denoising", fraction=0.1)
    end(job, "d", 9)
    assert job.nodes["d"].worked_s == pytest.approx(6.0)


def test_a_timeline_begins_with_its_job_and_shows_what_goes_on() -> None:
    job = JobProgress(KEY, learned, 90.0, met_at=100.0)
    job.planned(PLAN)
    start(job, "p", 100)
    end(job, "p", 100.001)
    start(job, "d", 101)
    shown = timeline_of(job, 104.0)
    assert (shown.seconds, shown.seen_from_s) == (14.0, 10.0)
    rows = {row.node_id: row for row in shown.nodes}
    assert [bar.cached for bar in rows["p"].bars] == [True]
    assert [(bar.started_s, bar.seconds) for bar in rows["d"].bars] == [(11.0, 3.0)]
    assert rows["l"].bars == ()
    assert rows["l"].expected_s == 1.0
    job.end(105.0, completed=False)
    ended = {row.node_id: row for row in timeline_of(job, 500.0).nodes}
    assert [bar.seconds for bar in ended["d"].bars] == [4.0]


def test_a_plan_that_comes_late_gives_names_and_times_to_what_runs_already() -> None:
    job = JobProgress(KEY, lambda work: Learned(7.0) if work.model else None, 0.0)
    start(job, "d", 0)
    works = {"d": Work("denoise_latents", "tiger", "512x512/20")}
    job.planned(JobPlan(KEY, PLAN.nodes, works=works))
    assert job.nodes["d"].title == "Denoise"
    assert job.nodes["d"].expected_s == 7.0


def test_more_work_that_becomes_known_slows_the_bar_and_does_not_turn_it() -> None:
    job = a_job()
    start(job, "d", 0)
    tell(job, "d", 5, fraction=0.9)
    before = job.fraction or 0
    start(job, "extra", 6)
    assert job.fraction == pytest.approx(before)
    tell(job, "d", 7, fraction=0.95)
    assert before < (job.fraction or 0) < NOT_ENDED


def test_steps_are_read_from_the_message() -> None:
    job = a_job()
    start(job, "d", 0)
    tell(job, "d", 1, "Denoising 13/30")
    assert job.phase is Phase.DENOISING
    assert job.steps is not None
    assert (job.steps.step, job.steps.total) == (13, 30)


def test_steps_are_counted_from_fractions_where_nothing_tells_them() -> None:
    job = a_job()
    start(job, "d", 0)
    for step in range(5):
        tell(job, "d", step * 0.5, "Denoising", fraction=step / 10)
    assert job.steps is not None
    assert (job.steps.step, job.steps.total) == (4, 10)
    assert job.steps.per_second == pytest.approx(2.0)


def test_samplers_that_report_each_step_twice_are_counted_right() -> None:
    job = a_job()
    start(job, "d", 0)
    for step in range(6):
        for half in range(2):
            tell(job, "d", step + half * 0.5, "Denoising", fraction=step / 29)
    assert job.steps is not None
    assert (job.steps.step, job.steps.total) == (6, 30)


def test_time_left_is_not_told_while_it_would_be_a_guess() -> None:
    job = a_job(knows=False)
    start(job, "p", 0)
    assert job.time_left(1.0) is None
    end(job, "p", 0.5)
    start(job, "d", 0.5)
    for step in range(1, 7):
        tell(job, "d", step * 2.0, "Denoising", fraction=step / 10)
    left = job.time_left(12.0)
    assert left is not None
    assert left.seconds == pytest.approx(8 + 2, abs=1)


def test_time_left_comes_from_what_was_learned_and_shrinks_by_itself() -> None:
    job = a_job()
    start(job, "m", 0)
    first = job.time_left(0.0)
    assert first is not None
    assert first.seconds == pytest.approx(11.6)
    end(job, "m", 0.1)
    start(job, "p", 0.1)
    later = job.time_left(0.4)
    assert later is not None
    assert later.seconds == pytest.approx(0.2 + 11.0)


def test_a_time_that_the_server_tells_is_taken() -> None:
    job = JobProgress(KEY, learned, 0.0)
    job.progressed(Progress(KEY, fraction=0.2, eta_s=40.0), 10.0)
    left = job.time_left(15.0)
    assert left is not None
    assert left.seconds == 35.0


def test_a_server_without_nodes_still_has_a_fraction_and_a_time_left() -> None:
    job = JobProgress(KEY, learned, 0.0)
    for at in range(11):
        job.progressed(Progress(KEY, fraction=at / 20), float(at))
    assert job.fraction == pytest.approx(0.5)
    left = job.time_left(10.0)
    assert left is not None
    assert left.seconds == pytest.approx(10.0)


def test_a_node_without_numbers_moves_with_the_time_it_usually_takes() -> None:
    job = a_job()
    start(job, "d", 0)
    job.tick(5.0)
    assert job.nodes["d"].fraction == pytest.approx(0.5)
    job.tick(500.0)
    assert job.nodes["d"].fraction == pytest.approx(0.9)


def test_a_loading_model_is_told_by_its_message_only_while_it_loads() -> None:
    job = a_job()
    start(job, "d", 0)
    tell(job, "d", 0.1, "Loading model sdxl (unet)")
    assert job.phase is Phase.LOADING_MODEL
    tell(job, "d", 0.2, "Denoising", fraction=0.0)
    assert job.phase is Phase.DENOISING


def test_a_time_left_that_has_run_out_is_told_no_more() -> None:
    job = JobProgress(KEY, lambda _: None, 0.0)
    job.progressed(Progress(KEY, fraction=0.2, eta_s=4.0), 10.0)
    left = job.time_left(12.0)
    assert left is not None
    assert left.seconds == 2.0
    later = job.time_left(20.0)
    assert later is None or later.band_s > 0  # derived from the fraction, with a band


def test_a_phase_that_the_server_names_is_believed() -> None:
    job = JobProgress(KEY, lambda _: None, 0.0)
    job.progressed(
        Progress(KEY, phase=Phase.DECODING, message="loading model", step=1, total=4), 1.0
    )
    assert job.phase is Phase.DECODING
