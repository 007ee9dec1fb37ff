"""Models in documents, installations and their speed, reasons in words, traffic, activity."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop import words
from ivk_desktop.domain.administration import NewUser, UserChange, activity
from ivk_desktop.domain.installs import Install, InstallId, InstallRequest, InstallState, Rate
from ivk_desktop.domain.invokeai.install_errors import install_problem
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.models import ModelMention, mentions
from ivk_desktop.domain.traffic import Meter
from tests.fakes import a_job, a_model

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=12), inner),
    max_leaves=30,
)


def test_a_document_tells_which_models_it_names() -> None:
    model = a_model("Tiger", hash="blake3:t")
    document = {
        "nodes": [
            {"inputs": {"model": {"value": {**model.identifier, "submodel_type": "unet"}}}},
            {"inputs": {"loras": {"value": [{"lora": a_model("ink", "lora").identifier}]}}},
            {"inputs": {"old": {"value": {"model_name": "Lion", "base_model": "sd-1"}}}},
            {"inputs": {"board": {"value": {"board_id": "x"}}, "name": "base"}},
        ]
    }
    assert {one.name for one in mentions(document)} == {"Tiger", "ink", "Lion"}
    assert any(model.is_meant(one) for one in mentions(document))


@given(JSON)
def test_any_json_can_be_looked_through_for_models(value: Any) -> None:
    assert all(one.name and one.base for one in mentions(value))


def test_a_model_is_meant_by_its_key_its_hash_or_its_name_and_base() -> None:
    model = a_model("Tiger", hash="blake3:t")
    for key, digest, name, base, kind in (
        ("key-Tiger", "", "x", "y", "main"),
        ("", "blake3:t", "x", "y", ""),
        ("other", "other", "Tiger", "sd-1", "main"),
    ):
        assert model.is_meant(ModelMention(key, digest, name, base, kind))
    assert not model.is_meant(ModelMention("", "", "Tiger", "sdxl", "main"))
    assert not model.is_meant(ModelMention("key-Tiger", "", "Tiger", "sd-1", "lora"))
    without_hash = a_model("Cub")
    assert not without_hash.is_meant(ModelMention("", "", "other", "sd-1", "main"))


@pytest.mark.parametrize(
    ("kind", "message", "code"),
    [
        ("HTTPError", "Unauthorized", "install_needs_token"),
        ("HTTPError", "Forbidden", "install_needs_token"),
        ("ValueError", "At least one file is an HTML page, not a model.", "install_needs_token"),
        ("RuntimeError", "Free disk space 3.50 GB is not enough for", "install_no_space"),
        ("OSError", "[Errno 28] No space left on device", "install_no_space"),
        ("InvalidModelConfigException", "Could not identify model for x", "install_unknown_type"),
        ("DuplicateModelException", "A model is already installed", "install_duplicate"),
        ("HTTPError", "Not Found", "install_not_found"),
        ("", "Unsupported model source: 'x'", "install_source_unknown"),
        ("ConnectionError", "Max retries exceeded", "install_unreachable"),
        ("PermissionError", "[Errno 13] Permission denied", "install_not_allowed"),
        ("UnsafeDownloadURLException", "Refusing to download", "install_private_address"),
        ("KeyError", "'nothing known'", "install_failed"),
    ],
)
def test_why_an_installation_failed_is_said_in_words(kind: str, message: str, code: str) -> None:
    problem = install_problem(kind, message, "owner/name")
    assert problem.code == code
    assert "{" not in words.sentence(problem)


def test_the_speed_is_that_of_the_last_seconds() -> None:
    rate = Rate()
    assert rate.bytes_per_s(0) is None
    for second in range(6):
        rate.note(float(second), 100 * second)
    assert rate.bytes_per_s(5.0) == 100
    assert rate.seconds_left(5.0, 1000) == 5
    assert rate.seconds_left(5.0, 0) is None
    rate.note(5.0, 450)  # told late
    assert rate.bytes_per_s(5.0) == 100
    stalled = rate.bytes_per_s(50.0)
    assert stalled is not None
    assert stalled < 20
    rate.note(60.0, 0)  # begun anew
    assert rate.bytes_per_s(60.0) is None
    rate.stop()
    assert rate.seconds_left(60.0, 1000) is None


@given(st.lists(st.tuples(st.floats(0, 1e6), st.integers(0, 1 << 50)), max_size=40))
def test_no_samples_make_the_speed_fail(samples: list[tuple[float, int]]) -> None:
    rate = Rate()
    for at, done in sorted(samples):
        rate.note(at, done)
        speed = rate.bytes_per_s(at)
        assert speed is None or speed >= 0


def test_an_installation_is_never_whole_before_it_is_registered() -> None:
    done = Install(InstallId("1"), "x", InstallState.DOWNLOADING, 10, 10)
    assert done.fraction == 0.99
    assert Install(InstallId("1"), "x", InstallState.COMPLETED).fraction == 1.0
    assert Install(InstallId("1"), "x", InstallState.WAITING).fraction is None


def test_secrets_show_in_no_representation() -> None:
    secret = "open-sesame"
    for one in (
        InstallRequest("x", token=secret),
        NewUser("a@b.test", secret),
        UserChange(password=secret),
    ):
        assert secret not in repr(one)


def test_traffic_is_that_of_the_last_minute() -> None:
    meter = Meter()
    assert meter.traffic(0.0).latency_s is None
    for second in range(120):
        meter.note_request(float(second), 10)
        meter.note_event(float(second), 100)
    meter.note_latency(0.2)
    meter.note_latency(0.1)
    meter.note_latency(0.9)
    for _ in range(3):
        meter.note_opened()
    found = meter.traffic(119.5, "queue_cleared", 7.0)
    assert (found.requests, found.request_bytes) == (60, 600)
    assert (found.events, found.event_bytes) == (60, 6000)
    assert (found.latency_s, found.reconnects) == (0.2, 2)
    assert (found.last_event, found.last_event_at) == ("queue_cleared", 7.0)
    assert meter.traffic(1000.0).requests == 0


def test_each_users_activity_is_summed_up() -> None:
    jobs = [
        a_job(1, JobState.COMPLETED, user="Ada", started_at=10.0, ended_at=20.0),
        a_job(2, JobState.RUNNING, user="Ada"),
        a_job(3, JobState.FAILED, user="Bob", started_at=5.0, ended_at=6.0),
        a_job(4, user="Bob"),
        a_job(5, user="", private=True),
    ]
    ada, bob = activity(jobs)
    assert (ada.user, ada.running, ada.completed, ada.run_s) == ("Ada", 1, 1, 10.0)
    assert (bob.user, bob.waiting, bob.failed) == ("Bob", 1, 1)
    assert ada.last_at == jobs[1].created_at
