"""Opening workflows, keeping what was typed, and submitting once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from ivk_desktop.api.errors import NotFound, Refused, Unusable
from ivk_desktop.domain.form import Choices, Readiness, SubmitOptions, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Scope
from ivk_desktop.stores import workflow_sources
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, FakeForm, a_form, a_picture

Run = Callable[[Coroutine[Any, Any, None]], None]
PROMPT, STEPS = FieldId("prompt"), FieldId("steps")


@asynccontextmanager
async def desk(
    backend: FakeBackend | None, database: Database | None = None
) -> AsyncIterator[OpenWorkflows]:
    tasks = Tasks()
    workflows = OpenWorkflows(tasks, database)
    if backend is not None:
        workflows.set_server(SERVER, backend)
    yield workflows
    workflows.flush()
    await tasks.close()


async def settled(workflow: OpenWorkflow, wanted: OpenState = OpenState.READY) -> None:
    await until(workflow, lambda: workflow.state is wanted)


async def until(workflow: OpenWorkflow, holds: Callable[[], bool]) -> None:
    reached = asyncio.Event()
    connection = workflow.changed.connect(lambda: reached.set() if holds() else None)
    if not holds():
        await reached.wait()
    workflow.changed.disconnect(connection)


def library(*names: str) -> FakeBackend:
    return FakeBackend(documents={name: a_form(name, name.capitalize()) for name in names})


def test_a_library_workflow_opens_with_its_title_and_values(run: Run) -> None:
    async def check() -> None:
        async with desk(library("portrait")) as open_:
            workflow = open_.open_library(SERVER, "portrait", "On its way")
            assert workflow.title == "On its way"
            assert workflow.state is OpenState.LOADING
            await settled(workflow)
            assert workflow.title == "Portrait"
            assert workflow.form is not None
            assert workflow.form.value(PROMPT) == "a tiger"
            assert open_.current is workflow

    run(check())


def test_opening_twice_selects_what_is_open(run: Run) -> None:
    async def check() -> None:
        async with desk(library("portrait", "flux")) as open_:
            first = open_.open_library(SERVER, "portrait")
            other = open_.open_library(SERVER, "flux")
            await settled(other)
            assert open_.open_library(SERVER, "portrait") is first
            assert open_.current is first
            assert len(open_.workflows) == 2

    run(check())


def test_the_same_document_from_another_place_is_the_same_workflow(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        path = tmp_path / "form.json"
        path.write_bytes(b"{}")
        async with desk(FakeBackend()) as open_:
            first = open_.open_file(SERVER, path)
            await settled(first)
            open_.open_bytes(SERVER, b"{ }", "form.json")
            closed = asyncio.get_running_loop().create_future()
            open_.closed.connect(closed.set_result)
            await closed
            assert open_.workflows == [first]
            assert open_.current is first

    run(check())


def test_a_workflow_waits_for_its_server_and_opens_when_it_comes(run: Run) -> None:
    async def check() -> None:
        async with desk(None) as open_:
            workflow = open_.open_library(SERVER, "portrait", "Portrait")
            assert workflow.state is OpenState.LOADING
            assert workflow.problem == Problem("waits_for_server")
            open_.set_server(SERVER, library("portrait"))
            await settled(workflow)

    run(check())


def test_an_unreachable_server_leaves_the_workflow_loading_and_retry_opens_it(run: Run) -> None:
    async def check() -> None:
        backend = library("portrait")
        backend.failures["open_workflow"] = Refused(url="http://x")
        async with desk(backend) as open_:
            workflow = open_.open_library(SERVER, "portrait")
            assert workflow.problem is None
            await until(workflow, lambda: workflow.problem is not None)
            assert workflow.state is OpenState.LOADING
            assert workflow.problem.code == "refused"
            open_.retry(workflow)
            await settled(workflow)

    run(check())


def test_what_cannot_be_opened_says_one_problem(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        backend = FakeBackend()
        backend.failures["read_workflow"] = Unusable(Problem("not_json"))
        (tmp_path / "a.json").write_text("no")
        async with desk(backend) as open_:
            for workflow, code in (
                (open_.open_file(SERVER, tmp_path / "a.json"), "not_json"),
                (open_.open_file(SERVER, tmp_path / "gone.json"), "file_missing"),
                (open_.open_library(SERVER, "gone"), NotFound.code),
            ):
                await settled(workflow, OpenState.FAILED)
                assert workflow.problem is not None
                assert workflow.problem.code == code

    run(check())


def test_a_file_too_large_is_never_sent_anywhere(
    run: Run, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(workflow_sources, "DOCUMENT_BYTES", 10)
    (tmp_path / "big.json").write_bytes(b"x" * 11)

    async def check() -> None:
        backend = FakeBackend()
        async with desk(backend) as open_:
            for workflow in (
                open_.open_file(SERVER, tmp_path / "big.json"),
                open_.open_bytes(SERVER, b"y" * 11, "big"),
            ):
                await settled(workflow, OpenState.FAILED)
                assert workflow.problem is not None
                assert workflow.problem.code == "file_too_large"
        assert not backend.calls

    run(check())


def test_a_crash_while_opening_is_told_and_does_not_hang(run: Run) -> None:
    class Broken(FakeBackend):
        async def open_workflow(self, workflow_id: str) -> FakeForm:
            raise RecursionError

    async def check() -> None:
        async with desk(Broken()) as open_:
            workflow = open_.open_library(SERVER, "x")
            await settled(workflow, OpenState.FAILED)
            assert workflow.problem == Problem("open_failed")

    run(check())


def test_a_workflow_closed_while_it_loads_stays_closed(run: Run) -> None:
    async def check() -> None:
        async with desk(library("portrait", "flux")) as open_:
            workflow = open_.open_library(SERVER, "portrait")
            open_.close(workflow)
            await settled(open_.open_library(SERVER, "flux"))
            assert len(open_.workflows) == 1

    run(check())


def test_values_come_back_after_a_restart(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        for expected in ("a tiger", "a lion"):
            database = Database(tmp_path / "data.sqlite")
            async with desk(library("portrait"), database) as open_:
                workflow = open_.open_library(SERVER, "portrait")
                await settled(workflow)
                assert workflow.form is not None
                assert workflow.form.value(PROMPT) == expected
                assert workflow.unsaved == (expected == "a lion")
                workflow.set_value(PROMPT, "a lion")
            await database.close()

    run(check())


def test_values_come_back_after_closing_without_a_database(run: Run) -> None:
    async def check() -> None:
        backend = library("portrait")
        async with desk(backend) as open_:
            workflow = open_.open_library(SERVER, "portrait")
            await settled(workflow)
            workflow.set_value(STEPS, UNSET)
            open_.close(workflow)
            assert open_.current is None
            backend.documents["portrait"] = a_form("portrait")
            workflow = open_.open_library(SERVER, "portrait")
            await settled(workflow)
            assert workflow.form is not None
            assert workflow.form.value(STEPS) is UNSET

    run(check())


def test_a_file_that_says_something_else_keeps_its_own_values(run: Run) -> None:
    async def check() -> None:
        async with desk(FakeBackend()) as open_:
            first = open_.open_bytes(SERVER, b"1", "same.json")
            await settled(first)
            first.set_value(PROMPT, "a lion")
            other = FakeForm(a_form("same.json").spec, {PROMPT: "a fox", STEPS: 20})
            open_.close(first)

            class Second(FakeBackend):
                async def read_workflow(self, data: bytes, name: str) -> FakeForm:
                    return other

            open_.set_server(SERVER, Second())
            second = open_.open_bytes(SERVER, b"2", "same.json")
            await settled(second)
            assert other.value(PROMPT) == "a fox"

    run(check())


class Strict(FakeForm):
    """Takes whole numbers only for its steps."""

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        if field_id == STEPS and not isinstance(value, int):
            raise DomainError(Problem("wrong_type", scope=Scope.FIELD))
        super().set_value(field_id, value)


def test_a_kept_value_that_no_longer_fits_is_left_and_noted(run: Run) -> None:
    async def check() -> None:
        backend = library("portrait")
        async with desk(backend) as open_:
            workflow = open_.open_library(SERVER, "portrait")
            await settled(workflow)
            workflow.set_value(STEPS, "many")
            open_.close(workflow)
            spec = a_form("portrait").spec
            backend.documents["portrait"] = Strict(spec, {PROMPT: "a tiger", STEPS: 20})
            workflow = open_.open_library(SERVER, "portrait")
            await settled(workflow)
            assert workflow.form is not None
            assert workflow.form.value(STEPS) == 20
            assert [p.code for p in workflow.problems_of(STEPS)] == ["kept_value_dropped"]
            assert workflow.readiness.ready

    run(check())


def test_next_and_recent_go_through_the_open_workflows(run: Run) -> None:
    async def check() -> None:
        async with desk(library("a", "b", "c")) as open_:
            a, b, c = (open_.open_library(SERVER, name) for name in "abc")
            open_.select_next()
            assert open_.current is a
            open_.select_next(-1)
            assert open_.current is c
            open_.select_recent()
            assert open_.current is a
            open_.close(a)
            assert open_.current is c
            for workflow in (a, b, c):
                open_.close(workflow)
            assert open_.current is None

    run(check())


def test_a_picture_opens_the_workflow_inside_it(run: Run) -> None:
    async def check() -> None:
        async with desk(FakeBackend()) as open_:
            workflow = open_.open_picture(a_picture("tiger.png"))
            await settled(workflow)
            assert workflow.title == "tiger.png"

    run(check())


# --- one open workflow -----------------------------------------------------------------------
class Counting(FakeForm):
    """Counts how often it is judged."""

    judged = 0

    def readiness(self, options: SubmitOptions, choices: Choices) -> Readiness:
        self.judged += 1
        return super().readiness(options, choices)


def opened(form: FakeForm | None = None) -> OpenWorkflow:
    workflow = OpenWorkflow(SERVER, workflow_sources.LibrarySource("portrait"))
    workflow.show(form or a_form(), {})
    return workflow


def test_many_changes_are_judged_once(qtbot: Any) -> None:
    form = Counting(a_form().spec, {PROMPT: "a tiger", STEPS: 20})
    workflow = opened(form)
    form.judged = 0
    with qtbot.waitSignal(workflow.readiness_changed):
        for text in ("a", "b", "c", ""):
            workflow.set_value(PROMPT, text)
    assert form.judged == 1
    assert [p.code for p in workflow.problems_of(PROMPT)] == ["missing_input"]


def test_a_reset_goes_back_to_the_document(qtbot: Any) -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    assert workflow.unsaved
    workflow.reset_all()
    assert not workflow.unsaved
    assert workflow.form is not None
    assert workflow.form.value(PROMPT) == "a tiger"


def test_what_an_editor_rejects_blocks_a_submission(qtbot: Any) -> None:
    workflow = opened()
    workflow.reject(STEPS, Problem("not_a_number", {"text": "x"}))
    assert workflow.begin_submit(SubmitOptions()) is None
    assert [p.code for p in workflow.problems_of(STEPS)] == ["not_a_number"]
    workflow.set_value(STEPS, 5)
    assert workflow.begin_submit(SubmitOptions()) is not None


def test_a_second_click_never_submits_twice(qtbot: Any) -> None:
    workflow = opened()
    assert workflow.begin_submit(SubmitOptions(runs=3)) is not None
    assert workflow.begin_submit(SubmitOptions(runs=3)) is None
    workflow.end_submit()
    assert workflow.begin_submit(SubmitOptions(runs=3)) is not None


def test_a_refused_submission_keeps_the_values_and_says_why(qtbot: Any) -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    workflow.begin_submit(SubmitOptions())
    refused = Problem("server_refused_value", {"reason": "too long"}, field_id=PROMPT)
    workflow.end_submit(Problem("rejected", {"reason": "no"}), (refused,))
    assert workflow.form is not None
    assert workflow.form.value(PROMPT) == "a lion"
    assert workflow.submit_problem == Problem("rejected", {"reason": "no"})
    assert list(workflow.problems_of(PROMPT)) == [refused]
    workflow.set_value(PROMPT, "a fox")
    workflow.judge()
    assert not list(workflow.problems_of(PROMPT))
