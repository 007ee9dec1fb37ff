"""The whole window on servers of other kinds."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from ivk_desktop.app import Desk
from ivk_desktop.demo.kinds.diffugen import DiffuGenServer
from ivk_desktop.demo.kinds.inferencesh import InferenceServer
from ivk_desktop.demo.kinds.loramanager import LoraManagerServer
from ivk_desktop.demo.kinds.sdapi import SdServer
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.sweeps import SeedMode, Sweep
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.queue.texts import head
from ivk_desktop.ui.status_bar import StatusBar
from tests.desk import open_desk, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]

SERVERS = {
    "a1111": partial(SdServer, "a1111"),
    "sdnext": partial(SdServer, "sdnext"),
    "diffugen": DiffuGenServer,
    "loramanager": LoraManagerServer,
    "inferencesh": InferenceServer,
}

KINDS = ("sdapi", "diffugen", "loramanager", "inferencesh")
PRODUCTS = (
    "AUTOMATIC1111",
    "SD.Next 058a7f0",
    "DiffuGen 1.0.0",
    "LoRA Manager",
    "inference.sh",
)


@pytest.fixture(params=SERVERS.values(), ids=SERVERS)
def make_server(request: pytest.FixtureRequest) -> Any:
    return request.param


async def found(desk: Desk, url: str) -> ServerSession:
    """Connect, and wait for the session of the right kind and its lists."""
    await until(lambda: desk.connections, desk.window.painted)
    desk.connections._connect_asked("", url)
    # The session of the kind that is tried first gives way to another: none of its signals is
    # listened to.
    await until(lambda: any(one.kind for one in desk.settings.prefs.servers), desk.settings.changed)
    session = desk.servers.current
    assert session is not None
    assert session.link in (LinkState.POLLING, LinkState.LIVE)
    await until(lambda: session.library.items, session.library.changed)
    return session


async def opened(desk: Desk, session: ServerSession) -> OpenWorkflow:
    """Open the first form, small and quick."""
    desk.window_sessions.open_library(session.library.items[0].workflow_id)
    workflow = desk.workflows.current
    assert workflow is not None
    await until(lambda: workflow.state is OpenState.READY, workflow.changed)
    for name, value in {"prompt": "a lighthouse", "width": 64, "height": 64, "steps": 4}.items():
        workflow.set_value(FieldId(name), value)
    return workflow


def states(session: ServerSession) -> list[JobState]:
    return [job.state for job in session.queue.jobs.values()]


def test_the_window_submits_watches_and_shows_the_result(make_server: Any, run: Run) -> None:
    async def scenario() -> None:
        async with make_server().served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            workflow = await opened(desk, session)
            if FieldId("seed") in workflow.form.spec.fields:
                workflow.sweeps.set_seed_mode(FieldId("seed"), SeedMode.RANDOM)
            workflow.judge()
            desk.window.invoke_bar.runs.set_value(2)
            desk.window.invoke_bar.invoke()
            await until(lambda: session.queue.running, session.queue.counts_changed)
            await until(lambda: session.progress.running, session.progress.started)
            server.stage.advance(2)
            key = session.progress.running[0].key
            await until(
                lambda: 0 < (session.progress.fraction(key) or 0) < 1, session.progress.changed
            )
            server.stage.open()
            await until(lambda: session.results.unseen_count == 2, session.results.unseen_changed)
            assert states(session) == [JobState.COMPLETED] * 2
            ref = session.results.results[0].ref
            assert session.media.thumbnail(ref) or await ready(session, ref)
            assert desk.settings.server(session.server_id).kind in KINDS

    run(scenario())


async def ready(session: ServerSession, ref: Any) -> bool:
    await until(lambda: session.media.thumbnail(ref), session.media.ready)
    return True


def test_the_history_keeps_the_item_and_runs_it_again(make_server: Any, run: Run) -> None:
    async def scenario() -> None:
        async with make_server().served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            await opened(desk, session)
            server.stage.open()
            desk.window.invoke_bar.invoke()
            await until(
                lambda: states(session) == [JobState.COMPLETED], session.queue.counts_changed
            )
            desk.window_history.show()
            window = desk.window_history.history
            again = window.actions_["again"]
            await until(lambda: window.model.rowCount() == 1, window.model.found)
            await until(lambda: window.model.item(0), window.model.dataChanged)
            window.table.selectRow(0)
            await until(again.isEnabled, again.changed)
            again.trigger()
            await until(
                lambda: states(session) == [JobState.COMPLETED] * 2, session.queue.counts_changed
            )
            inputs = [body.get("input", body) for _, body in server.calls]
            assert [one["prompt"] for one in inputs if "prompt" in one] == ["a lighthouse"] * 2

    run(scenario())


def test_a_sweep_makes_an_item_of_each_value(make_server: Any, run: Run) -> None:
    async def scenario() -> None:
        async with make_server().served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            workflow = await opened(desk, session)
            workflow.sweeps.set_sweep(Sweep(FieldId("cfg_scale"), (2.0, 4.0, 6.0)))
            workflow.judge()
            assert workflow.readiness.count == 3
            server.stage.open()
            desk.window.invoke_bar.invoke()
            await until(
                lambda: states(session) == [JobState.COMPLETED] * 3, session.queue.counts_changed
            )
            bodies = [b.get("input", b) for _, b in server.calls if isinstance(b, dict)]
            sent = [one["cfg_scale"] for one in bodies if "prompt" in one]
            assert sorted(sent) == [2.0, 4.0, 6.0]

    run(scenario())


def test_nothing_is_said_to_be_amiss_with_a_server_that_is_asked(
    make_server: Any, run: Run
) -> None:
    async def scenario() -> None:
        async with make_server().served() as server, open_desk() as desk:
            heard: list[Any] = []
            desk.notices.posted.connect(heard.append)
            await found(desk, server.url)
            assert not [notice for notice in heard if "refuses live updates" in notice.text]

    run(scenario())


def test_somebody_elses_job_is_shown_and_asked_about_before_it_is_stopped(run: Run) -> None:
    async def scenario() -> None:
        async with SdServer("sdnext").served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            desk.tasks.start(server.run_foreign(), "foreign")
            await server.stage.held()
            session.backend.wake()
            await until(lambda: session.queue.running, session.queue.counts_changed)
            (job,) = session.queue.jobs.values()
            assert job.foreign
            row = desk.window.queue.model.row(0)
            assert row is not None
            assert head(row) == "Started elsewhere (txt2img)"
            desk.queue.cancel_running()
            box = next(iter(desk.window.findChildren(QMessageBox)))
            assert "Whoever started it loses it." in box.informativeText()
            box.close()
            assert not server.called("/sdapi/v1/interrupt")
            server.stage.open()
            await until(lambda: not session.queue.running, session.queue.counts_changed)

    run(scenario())


def test_a_job_that_cannot_be_canceled_is_let_go_and_found_again(run: Run) -> None:
    async def scenario() -> None:
        async with DiffuGenServer().served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            await opened(desk, session)
            desk.window.invoke_bar.invoke()
            await until(lambda: session.queue.running, session.queue.counts_changed)
            await server.stage.held()
            desk.queue.cancel_running()
            box = next(iter(desk.window.findChildren(QMessageBox)))
            assert box.text() == "Stop watching this item?"
            next(one for one in box.buttons() if one.text() == "Stop watching").click()
            await until(
                lambda: states(session) == [JobState.DETACHED], session.queue.counts_changed
            )
            server.stage.open()
            job_id = next(iter(session.queue.jobs))
            while not server.images:
                await session.backend.probe()  # some time passes
            session.actions.find_again([job_id])
            await until(
                lambda: states(session) == [JobState.COMPLETED], session.queue.counts_changed
            )
            assert session.queue.jobs[job_id].outputs

    run(scenario())


def test_a_stream_that_does_not_deliver_is_told_of_once(run: Run) -> None:
    async def scenario() -> None:
        async with DiffuGenServer("hang").served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            object.__setattr__(session.backend.pace, "first_event_s", 0.1)
            bar = desk.window.statusBar()
            assert isinstance(bar, StatusBar)
            await opened(desk, session)
            server.stage.open()
            desk.window.invoke_bar.invoke()
            await until(lambda: "sent nothing for" in bar.text(), desk.notices.posted)
            await until(
                lambda: states(session) == [JobState.COMPLETED], session.queue.counts_changed
            )

    run(scenario())


def test_the_dialog_says_which_kind_answers(make_server: Any, run: Run) -> None:
    async def scenario() -> None:
        async with make_server().served() as server, open_desk() as desk:
            await until(lambda: desk.connections, desk.window.painted)
            desk.connections.ask(server.url)
            dialog = desk.connections._dialog
            dialog._begin_test()
            await until(lambda: "answers." in dialog.verdict(), dialog.tested)
            product = dialog.verdict().partition(" answers.")[0]
            assert product in PRODUCTS

    run(scenario())


def test_quitting_asks_before_it_gives_up_what_was_not_sent(run: Run) -> None:
    async def scenario() -> None:
        async with SdServer("a1111").served() as server, open_desk() as desk:
            session = await found(desk, server.url)
            workflow = await opened(desk, session)
            workflow.judge()
            desk.window.invoke_bar.runs.set_value(3)
            desk.window.invoke_bar.invoke()
            counts = session.queue.counts_changed
            await until(lambda: session.queue.running and session.queue.counts.pending == 2, counts)
            closed: list[bool] = []
            desk.window.close_asked.connect(lambda: closed.append(True))
            desk.window.close()
            box = desk.quit_question.box
            assert box is not None
            assert "2 items" in box.text()
            box.defaultButton().click()  # stay
            assert not closed
            assert desk.window.isEnabled()
            desk.window.close()
            box = desk.quit_question.box
            assert box is not None
            next(b for b in box.buttons() if b is not box.defaultButton()).click()
            assert closed == [True]
            server.stage.open()

    run(scenario())
