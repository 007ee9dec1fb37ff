"""What was open when the app ended is open again, as it was."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ivk_desktop.api.errors import NotFound
from ivk_desktop.domain.form import Form, SubmitOptions
from ivk_desktop.domain.jobs import JobId
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.reopener import Reopener
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, a_form, a_picture, job_key
from tests.stores.test_open_workflows import library, settled, until

Run = Callable[[Coroutine[Any, Any, None]], None]
PROMPT = FieldId("prompt")
ATTIC = ServerId("attic")


@asynccontextmanager
async def start(
    folder: Path, backend: FakeBackend | None, *servers: ServerId
) -> AsyncIterator[OpenWorkflows]:
    """One run of the app: its list of workflows, with what was open before."""
    tasks, database = Tasks(), Database(folder / "data.sqlite")
    workflows = OpenWorkflows(tasks, database)
    reopener = Reopener(workflows, database, tasks)
    for server_id in servers or (SERVER,):
        if backend is not None:
            workflows.set_server(server_id, backend)
        await reopened(reopener, server_id)
    yield workflows
    workflows.flush()
    reopener.flush()
    await tasks.close()
    await database.close()


async def reopened(reopener: Reopener, server_id: ServerId) -> None:
    done = asyncio.get_running_loop().create_future()
    reopener.reopened.connect(done.set_result)
    reopener.reopen(server_id)
    await done
    reopener.reopened.disconnect(done.set_result)


def titles(workflows: OpenWorkflows) -> list[str]:
    return [workflow.title for workflow in workflows.workflows]


class Jobs(FakeBackend):
    """A server whose jobs can be opened as forms, until it forgets them."""

    def __init__(self) -> None:
        super().__init__()
        self.forms_of = {JobId("7"): a_form("job", "Of item 7")}

    async def job_form(self, job_id: JobId) -> Form:
        self._called("job_form", job_id)
        if job_id not in self.forms_of:
            raise NotFound(what="The item")
        return self.forms_of[job_id]


def test_the_workflows_are_open_again_in_order_with_the_current_one(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "from a file.json"
    path.write_bytes(b"{}")

    async def check() -> None:
        async with start(tmp_path, library("portrait", "flux")) as now:
            for one in (
                now.open_library(SERVER, "portrait"),
                now.open_file(SERVER, path),
                now.open_library(SERVER, "flux"),
                now.open_picture(a_picture("tiger.png")),
                now.open_bytes(SERVER, b'{"a": 1}', "pasted.json"),
            ):
                await settled(one)
            now.select(now.workflows[2])
            before = titles(now)
        async with start(tmp_path, library("portrait", "flux")) as later:
            assert titles(later) == before
            assert later.current is later.workflows[2]
            for workflow in later.workflows:
                await settled(workflow)
            assert titles(later) == before

    run(check())


def test_the_current_one_is_read_first_and_the_others_one_by_one(run: Run, tmp_path: Path) -> None:
    class Slow(FakeBackend):
        """Says when it is asked, and answers when it is let."""

        reading = 0
        most = 0

        async def open_workflow(self, workflow_id: str) -> Form:
            self.reading += 1
            self.most = max(self.most, self.reading)
            await asyncio.sleep(0)
            self.reading -= 1
            return await super().open_workflow(workflow_id)

    async def check() -> None:
        names = ("a", "b", "c", "d")
        documents = {name: a_form(name, name) for name in names}
        async with start(tmp_path, FakeBackend(documents=documents)) as now:
            for name in names:
                await settled(now.open_library(SERVER, name))
            now.select(now.workflows[1])
        backend = Slow(documents={name: a_form(name, name) for name in names})
        async with start(tmp_path, backend) as later:
            await settled(later.workflows[3])
            asked = [what for call, what in backend.calls if call == "open_workflow"]
            assert asked == ["b", "a", "c", "d"]
            assert backend.most == 1

    run(check())


def test_one_that_is_selected_before_its_turn_is_read_at_once(run: Run, tmp_path: Path) -> None:
    class Stuck(FakeBackend):
        async def open_workflow(self, workflow_id: str) -> Form:
            if workflow_id == "a":
                await asyncio.Event().wait()
            return await super().open_workflow(workflow_id)

    async def check() -> None:
        async with start(tmp_path, library("a", "b")) as now:
            for name in "ba":
                await settled(now.open_library(SERVER, name))
        async with start(tmp_path, Stuck(documents={"b": a_form("b", "B")})) as later:
            other = later.workflows[0]
            assert later.current is not other
            assert other.state is OpenState.LOADING
            later.select(other)
            await settled(other)

    run(check())


def test_what_is_gone_is_said_and_stays_in_the_list_until_it_is_closed(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "short lived.json"
    path.write_bytes(b"{}")

    async def check() -> None:
        async with start(tmp_path, library("portrait")) as now:
            await settled(now.open_file(SERVER, path))
            await settled(now.open_library(SERVER, "portrait"))
        path.unlink()
        for _ in range(2):  # a start that cannot read them does not lose them
            async with start(tmp_path, FakeBackend()) as later:
                codes = []
                for workflow in later.workflows:
                    await settled(workflow, OpenState.FAILED)
                    assert workflow.problem is not None
                    codes.append(workflow.problem.code)
                assert codes == ["file_missing", "not_found"]
                assert titles(later)[1] == "Portrait"
        async with start(tmp_path, FakeBackend()) as last:
            last.close(last.workflows[0])
        async with start(tmp_path, FakeBackend()) as after:
            assert titles(after) == ["Portrait"]

    run(check())


def test_the_workflow_of_a_job_outlives_the_job(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with start(tmp_path, Jobs()) as now:
            await settled(now.open_job(job_key(7)))
        forgetful = Jobs()
        forgetful.forms_of.clear()
        for _ in range(2):
            async with start(tmp_path, forgetful) as later:
                await settled(later.workflows[0])
                assert later.workflows[0].source.own_name == "job:7"
        read = [what for call, what in forgetful.calls if call == "read_workflow"]
        assert b'"a tiger"' in read[0][0]

    run(check())


def test_a_copy_holds_what_the_job_ran_with_not_what_was_edited_since(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        async with start(tmp_path, Jobs()) as now:
            workflow = now.open_job(job_key(7))
            await settled(workflow)
            workflow.set_value(PROMPT, "a lion")
        backend = Jobs()
        async with start(tmp_path, backend) as later:
            await settled(later.workflows[0])
            read = [what for call, what in backend.calls if call == "read_workflow"]
            assert b'"a tiger"' in read[0][0]

    run(check())


def test_each_server_has_a_list_of_its_own(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        backend = library("portrait", "flux")
        async with start(tmp_path, backend, SERVER, ATTIC) as now:
            await settled(now.open_library(SERVER, "portrait"))
            await settled(now.open_library(ATTIC, "flux"))
        async with start(tmp_path, backend, SERVER) as later:
            assert titles(later) == ["Portrait"]
            assert later.current is later.workflows[0]  # the current one is not here
            later.close(later.workflows[0])
        async with start(tmp_path, backend, ATTIC) as last:
            assert titles(last) == ["Flux"]
        async with start(tmp_path, backend, SERVER, ATTIC) as after:
            assert titles(after) == ["Flux"]

    run(check())


def test_of_several_servers_the_current_workflow_is_the_last_current(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        backend = library("portrait", "flux")
        async with start(tmp_path, backend, SERVER, ATTIC) as now:
            await settled(now.open_library(SERVER, "portrait"))
            await settled(now.open_library(ATTIC, "flux"))
        async with start(tmp_path, backend, SERVER, ATTIC) as later:
            assert later.current is not None
            assert later.current.server_id == ATTIC

    run(check())


def test_what_a_person_opens_meanwhile_stays_current_and_comes_last(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        backend = library("portrait", "flux")
        async with start(tmp_path, backend) as now:
            await settled(now.open_library(SERVER, "portrait"))
        database = Database(tmp_path / "data.sqlite")
        tasks = Tasks()
        workflows = OpenWorkflows(tasks, database)
        workflows.set_server(SERVER, backend)
        flux = workflows.open_library(SERVER, "flux")
        await reopened(Reopener(workflows, database, tasks), SERVER)
        await settled(flux)
        assert titles(workflows) == ["Portrait", "Flux"]
        assert workflows.current is flux
        await tasks.close()
        await database.close()

    run(check())


def test_a_server_that_is_away_leaves_them_in_the_list_waiting(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with start(tmp_path, library("a", "b")) as now:
            for name in "ab":
                await settled(now.open_library(SERVER, name))
        async with start(tmp_path, None) as later:
            assert titles(later) == ["A", "B"]
            for workflow in later.workflows:
                assert workflow.problem is not None
                assert workflow.problem.code == "waits_for_server"
            later.set_server(SERVER, library("a", "b"))
            for workflow in later.workflows:
                await settled(workflow)

    run(check())


def test_runs_belong_to_the_workflow_and_come_back(run: Run, tmp_path: Path) -> None:
    async def runs_of(workflow: OpenWorkflow) -> int:
        await settled(workflow)
        return workflow.options.runs

    async def check() -> None:
        async with start(tmp_path, library("a", "b")) as now:
            for name in "ab":
                await settled(now.open_library(SERVER, name))
            now.workflows[0].set_options(SubmitOptions(runs=12))
            now.close(now.workflows[1])
        async with start(tmp_path, library("a", "b")) as later:
            assert await runs_of(later.workflows[0]) == 12
            assert await runs_of(later.open_library(SERVER, "b")) == 1
            later.workflows[0].set_options(replace(later.workflows[0].options, runs=1))
        async with start(tmp_path, library("a", "b")) as last:
            assert await runs_of(last.workflows[0]) == 1

    run(check())


def test_runs_of_a_closed_workflow_come_back_when_it_is_opened_again(run: Run) -> None:
    async def check() -> None:
        tasks = Tasks()
        workflows = OpenWorkflows(tasks)
        backend = library("a")
        workflows.set_server(SERVER, backend)
        workflow = workflows.open_library(SERVER, "a")
        await settled(workflow)
        workflow.set_options(SubmitOptions(runs=3))
        workflows.close(workflow)
        again = workflows.open_library(SERVER, "a")
        await until(again, lambda: again.state is OpenState.READY)
        assert again.options.runs == 3
        await tasks.close()

    run(check())
