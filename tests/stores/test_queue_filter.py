from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.jobs import JobError, JobId, JobState
from ivk_desktop.stores.queue_filter import (
    Filter,
    SavedFilter,
    Term,
    Words,
    parse,
    seconds,
    term_of,
    with_term,
)
from ivk_desktop.stores.queue_order import Status
from tests.fakes import a_job
from tests.stores.queue_help import Session

S = JobState
WORDS = Words(lambda state: {S.FAILED: "kaputt"}.get(state, ""), lambda device: "gpu 0")

pytestmark = pytest.mark.usefixtures("qapp")


def takes(text: str, status: Status = Status.ALL, **fields: Any) -> bool:
    state = fields.pop("state", S.COMPLETED)
    job = a_job(fields.pop("number", 7), state, **fields)
    return Filter(status, parse(text)).takes(Session(), job, job.key.job_id, WORDS)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("Red fox", (Term("red"), Term("fox"))),
        ('"red fox" -owl', (Term("red fox"), Term("owl", is_not=True))),
        ("user:Ann run>60", (Term("ann", "user"), Term("60", "run", ">"))),
        ('error:"out of memory"', (Term("out of memory", "error"),)),
        ("user: ", ()),
        ("-", ()),
        ('"unfinished', (Term("unfinished"),)),
    ],
)
def test_a_typed_text_becomes_terms(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text) == terms


@pytest.mark.parametrize(
    ("text", "fields", "shown"),
    [
        ("tiger", {"title": "Tiger cub"}, True),
        ("tiger owl", {"title": "Tiger cub"}, False),
        ("memory", {"error": JobError("Oom", "out of Memory")}, True),
        ("status:failed", {"state": S.FAILED}, True),
        ("status:kaputt", {"state": S.FAILED}, True),
        ("kaputt", {"state": S.COMPLETED}, False),
        ("-status:failed", {"state": S.FAILED}, False),
        ('device:"gpu 0"', {"device": "cuda:0"}, True),
        ("device:cuda", {"device": "cuda:0"}, True),
        ("server:lab", {}, True),
        ("user:ann", {"user": "Anna"}, True),
        ("user:ann", {"title": "Ann"}, False),
        ("seed:42", {"inputs": (("Seed", "1429"),)}, True),
        ("seed>42", {"inputs": (("seed", "43"),)}, True),
        ("seed<42", {"inputs": (("seed", "43"),)}, False),
        ("cfg:4", {"inputs": (("seed", "4"),)}, False),
        ("http://x", {"title": "see http://x"}, True),
        ("run>60", {"started_at": 10.0, "ended_at": 80.0}, True),
        ("run<1:00", {"started_at": 10.0, "ended_at": 80.0}, False),
        ("run>60", {}, False),
        ("wait>30", {"created_at": 10.0, "started_at": 50.0}, True),
        ("id>6", {}, True),
        ("id:8", {}, False),
        ("created:2001-09", {"created_at": 1_000_000_000.0}, True),
        ("created>2001-09-01", {"created_at": 1_000_000_000.0}, True),
        ("created>2001-09-30", {"created_at": 1_000_000_000.0}, False),
        ("done<2001", {"ended_at": None}, False),
        ("2001-09", {"created_at": 1_000_000_000.0}, True),
        ("results>0", {}, False),
    ],
)
def test_a_term_looks_where_it_says(text: str, fields: dict[str, Any], shown: bool) -> None:
    assert takes(text, **fields) is shown


def test_a_chip_and_a_text_have_to_hold_both() -> None:
    assert takes("tiger", Status.FAILED, state=S.FAILED, title="Tiger")
    assert not takes("tiger", Status.FAILED, state=S.COMPLETED, title="Tiger")
    assert takes("", Status.DONE, state=S.CANCELED)
    assert not takes("", Status.PENDING, state=S.RUNNING)


def test_of_an_item_that_is_not_read_the_id_alone_is_known() -> None:
    def unread(text: str, status: Status = Status.ALL) -> bool:
        return Filter(status, parse(text)).takes(Session(), None, JobId("12"), WORDS)

    assert unread("12")
    assert unread("id>11")
    assert not unread("user:ann")
    assert not unread("", Status.FAILED)


def test_a_columns_filter_is_put_into_the_text_and_taken_out_again() -> None:
    text = with_term("tiger", "user", "Ann Lee")
    assert text == 'tiger user:"Ann Lee"'
    assert term_of(text, "user") == "ann lee"
    text = with_term(text, "run", "> 60")
    assert text == 'tiger user:"Ann Lee" run>60'
    assert term_of(text, "run") == ">60"
    text = with_term(text, "user", "bob")
    assert text == "tiger run>60 user:bob"
    assert with_term(with_term(text, "user", ""), "run", "") == "tiger"
    assert term_of("tiger", "user") == ""


@pytest.mark.parametrize(
    ("text", "value"), [("90", 90.0), ("1:30", 90.0), ("1.5", 1.5), ("1:0:0", 3600.0), ("x", None)]
)
def test_durations_are_read_as_people_type_them(text: str, value: float | None) -> None:
    assert seconds(text) == value


def test_a_saved_filter_of_a_newer_version_checks_no_chip() -> None:
    assert SavedFilter("a", "x", "FAILED").chip is Status.FAILED
    assert SavedFilter("a", "x", "DREAMING").chip is Status.ALL
