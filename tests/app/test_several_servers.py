"""Several servers at once, with the whole app and real sockets."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores import paths
from ivk_desktop.stores.all_results import AllResults
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.pictures.acts import Act
from ivk_desktop.ui.queue.actions import Verb
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"
NOBODY = "http://127.0.0.1:1"


def remember(*servers: tuple[str, str], **more: Any) -> None:
    """Write settings of an earlier time: servers by id and address."""
    folder = paths.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    known = [{"id": name, "name": name, "url": url} for name, url in servers]
    (folder / "settings.json").write_text(json.dumps({"servers": known} | more))


async def live(desk: Desk, *names: str) -> list[ServerSession]:
    """Wait for these sessions and their lists."""
    found = []
    for name in names:
        await until(lambda name=name: desk.servers.by_id(name), desk.servers.added)
        session = desk.servers.by_id(name)
        await until(lambda s=session: s.link is LinkState.LIVE, session.link_changed)
        await until(
            lambda s=session: s.queue.is_loaded, session.queue.reset, session.queue.counts_changed
        )
        for listing in (session.boards, session.models, session.library):
            await until(lambda one=listing: one.state is ListState.READY, listing.state_changed)
        found.append(session)
    return found


def with_servers(run: Run, scenario: Callable[..., Any], *options: tuple[str, ...]) -> None:
    with ExitStack() as stack:
        demos = [stack.enter_context(demo_server(*one)) for one in options]
        run(scenario(*demos))


def test_all_remembered_servers_are_connected_and_a_dead_one_keeps_nobody_waiting(
    run: Run,
) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("dead", NOBODY), ("lab", lab.url), ("attic", attic.url), current_server="attic")
        async with open_desk() as desk:
            await live(desk, "lab", "attic")
            dead = desk.servers.by_id("dead")
            await until(lambda: dead.link is LinkState.LOST, dead.link_changed)
            assert [s.server_id for s in desk.servers.sessions] == ["dead", "lab", "attic"]
            assert desk.servers.current.server_id == "attic"
            window = desk.window
            assert window.sidebar.servers.currentText() == "attic"
            total = sum(s.queue.counts.total for s in desk.servers.sessions)
            assert window.queue.chips._chips[0].text().endswith(str(total))
            window.sidebar.server_chosen.emit("lab")
            assert desk.servers.current.server_id == "lab"
        async with open_desk() as desk:
            await live(desk, "lab")
            assert desk.servers.current.server_id == "lab"

    with_servers(run, scenario, ("--items", "4"), ("--items", "6"))


def test_a_hidden_server_leaves_strip_lanes_queue_and_stage_and_stays_connected(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            one, other = await live(desk, "lab", "attic")
            model, strip = desk.window.queue.model, desk.window.strip
            both = model.rowCount()
            strip.servers["attic"].click()
            assert not other.shown
            assert model.rowCount() < both
            assert all(model.row_id(n).server_id == "lab" for n in range(model.rowCount()))
            assert desk.servers.shown == [one]
            assert [s.server_id for s in strip.shown] == ["lab"]
            assert not desk.window.lanes.has_session(other)
            assert other.link is LinkState.LIVE
            strip.servers["lab"].click()
            assert strip.clock.texts()[0] == "No server is shown"
        async with open_desk() as desk:  # kept, also over a restart
            await live(desk, "lab", "attic")
            assert desk.servers.shown == []
            desk.window.strip.servers["attic"].click()
            assert [s.server_id for s in desk.servers.shown] == ["attic"]
            assert desk.window.queue.model.rowCount()

    with_servers(run, scenario, ("--items", "4"), ("--items", "6"))


def test_a_disconnected_server_is_offered_again_and_not_connected_at_the_next_start(
    run: Run,
) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            _, other = await live(desk, "lab", "attic")
            desk.connections.disconnect_from(other)
            await until(lambda: len(desk.servers.sessions) == 1, desk.servers.removed)
        async with open_desk() as desk:
            await live(desk, "lab")
            assert [one.name for one in desk.connections.absent] == ["attic"]
            desk.connections.connect_again(desk.connections.absent[0])
            await live(desk, "attic")
            assert desk.settings.server("attic").connected

    with_servers(run, scenario, ("--items", "2"), ("--items", "2"))


def test_actions_on_rows_reach_the_server_of_each(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            one, other = await live(desk, "lab", "attic")
            model = desk.window.queue.model
            model.set_group_by(GroupBy.NONE)
            rows = [model.row(n) for n in range(model.rowCount())]
            doomed = [
                next(r for r in rows if r.row_id.server_id == name) for name in ("lab", "attic")
            ]
            keys = [key for row in doomed for key in model.job_keys(row.row_id)]
            desk.queue.do(Verb.DELETE, tuple(keys))
            for session, key in ((one, keys[0]), (other, keys[1])):
                await until(
                    lambda s=session, k=key: s.queue.rank(k.job_id) is None, session.queue.changed
                )

    with_servers(run, scenario, ("--items", "4"), ("--items", "4"))


async def ready(workflow: OpenWorkflow) -> None:
    await until(lambda: workflow.state is not OpenState.LOADING, workflow.changed)
    workflow.judge()


def prompt_of(workflow: OpenWorkflow) -> Any:
    fields = workflow.form.spec.fields
    return next(i for i, spec in fields.items() if spec.kind is FieldKind.STRING)


def test_a_workflow_moves_to_the_server_that_is_chosen_and_back(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            one, other = await live(desk, "lab", "attic")
            workflow = await opened(desk, WORKFLOW)
            field_id = prompt_of(workflow)
            authored = workflow.form.initial(field_id)
            workflow.set_value(field_id, "a red fox")
            source = workflow.source
            desk.window.invoke_bar.server_picked.emit("attic")
            await ready(workflow)
            assert workflow.server_id == "attic"
            assert workflow.form.value(field_id) == "a red fox"
            assert workflow.form.initial(field_id) == authored
            assert workflow.readiness.ready, workflow.readiness.problems
            before = other.queue.counts.total
            desk.window.invoke_bar.invoke()
            await until(lambda: not workflow.submitting, workflow.changed)
            await until(lambda: other.queue.counts.total > before, other.queue.counts_changed)
            assert one.queue.counts.total == 2
            desk.window.invoke_bar.server_picked.emit("lab")
            await ready(workflow)
            assert workflow.server_id == "lab"
            assert workflow.source == source
            assert workflow.form.value(field_id) == "a red fox"
            assert workflow.form.initial(field_id) == authored

    with_servers(run, scenario, ("--items", "2"), ("--items", "2"))


def test_least_busy_sends_to_the_idle_server_and_says_why(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            one, other = await live(desk, "lab", "attic")
            lab.faults(hold=True)
            workflow = await opened(desk, WORKFLOW)
            desk.window.invoke_bar.invoke()  # lab has work now
            await until(lambda: one.queue.counts.open, one.queue.counts_changed)
            await until(lambda: not workflow.submitting, workflow.changed)
            desk.window.invoke_bar.server_picked.emit(None)
            assert "on attic" in desk.window.invoke_bar.line.text()
            assert "nothing runs there" in desk.window.invoke_bar.line.toolTip()
            before = other.queue.counts.total
            desk.window.invoke_bar.invoke()
            assert workflow.submitting
            await until(lambda: not workflow.submitting, workflow.changed)
            assert workflow.submit_problem is None
            await until(lambda: other.queue.counts.total > before, other.queue.counts_changed)
            assert one.queue.counts.open == 1
            assert workflow.server_id == "lab"
            told = [notice.text for notice in desk.notices.log]
            assert any("goes to attic: nothing runs there." in text for text in told)
            lab.faults(hold=False)

    with_servers(run, scenario, ("--items", "2"), ("--items", "2"))


def newest(results: AllResults) -> str:
    """The server of the newest result that the server has confirmed."""
    made = (one.job.server_id for one in results.results if not one.partial)
    return next(made, "")


def test_results_of_all_shown_servers_stand_on_the_stage(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            sessions = await live(desk, "lab", "attic")
            workflow = await opened(desk, WORKFLOW)
            results = desk.window_sessions.pictures.results
            for name in ("lab", "attic", "lab"):
                desk.window.invoke_bar.server_picked.emit(name)
                await ready(workflow)
                desk.window.invoke_bar.invoke()
                await until(lambda: not workflow.submitting, workflow.changed)
                await until(lambda name=name: newest(results) == name, results.arrived)
            servers = {result.ref.server_id for result in results.results[:2]}
            assert servers == {"lab", "attic"}
            page = desk.window.stage.results_page
            assert page.grid._model.rowCount() >= 2
            desk.servers.set_shown(sessions[0], False)
            assert {r.ref.server_id for r in results.results} == {"attic"}

    with_servers(run, scenario, ("--speed", "50"), ("--speed", "50"))


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def test_the_menu_of_a_server_does_what_it_says(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            one, other = await live(desk, "lab", "attic")
            menu = QMenu(desk.window)
            desk.window_servers.fill_menu(menu, other)
            found = entries(menu)
            assert not found["Retry now"].isEnabled()
            found["List its boards, models and workflows"].trigger()
            assert desk.servers.current is other
            assert desk.window.sidebar.servers.currentText() == "attic"
            found["Show in strip, lanes and queue"].trigger()
            assert desk.servers.shown == [one]
            found["Edit…"].trigger()
            assert desk.connections._asked == "attic"
            desk.connections._close_dialog()
            found["Disconnect"].trigger()
            await until(lambda: desk.servers.sessions == [one], desk.servers.removed)
            assert desk.servers.current is one
            whole = desk.window.actions_.menu("server.all")
            whole.aboutToShow.emit()
            assert list(entries(whole)) == ["lab", "Connect to attic"]
            whole.aboutToShow.emit()  # filled anew, not twice
            entries(whole)["Connect to attic"].trigger()
            await live(desk, "attic")
            assert [s.server_id for s in desk.servers.sessions] == ["lab", "attic"]

    with_servers(run, scenario, ("--items", "2"), ("--items", "2"))


def test_an_edited_server_keeps_its_place(run: Run) -> None:
    async def scenario(lab: DemoProcess) -> None:
        remember(("lab", NOBODY), ("attic", NOBODY))
        async with open_desk() as desk:
            await until(lambda: desk.servers.by_id("attic"), desk.servers.added)
            wrong = desk.servers.by_id("lab")
            desk.connections.edit(wrong)
            desk.connections._connect_asked("lab", lab.url)
            await until(lambda: desk.servers.by_id("lab") not in (None, wrong), desk.servers.added)
            await live(desk, "lab")
            assert [s.server_id for s in desk.servers.sessions] == ["lab", "attic"]

    with_servers(run, scenario, ("--items", "2"))


def test_an_address_that_never_answered_gives_way_to_the_next_one(run: Run) -> None:
    async def scenario(lab: DemoProcess) -> None:
        remember(("dead", NOBODY))
        async with open_desk() as desk:
            await until(lambda: desk.servers.by_id("dead"), desk.servers.added)
            desk.connections._connect_asked("typo", "http://127.0.0.1:2")
            await until(lambda: len(desk.servers.sessions) == 2, desk.servers.added)
            desk.connections._connect_asked("lab", lab.url)
            servers = desk.servers
            await until(
                lambda: [s.name for s in servers.sessions] == ["dead", "lab"],
                servers.added,
                servers.removed,
            )

    with_servers(run, scenario, ("--items", "2"))


def test_pictures_of_two_servers_go_to_the_trash_of_each_and_come_back_together(run: Run) -> None:
    async def scenario(lab: DemoProcess, attic: DemoProcess) -> None:
        remember(("lab", lab.url), ("attic", attic.url), ask_before_delete=False)
        async with open_desk() as desk:
            sessions = await live(desk, "lab", "attic")
            refs = tuple(MediaRef(s.server_id, ImageName("a.png")) for s in sessions)
            desk.pictures.act(Act.DELETE, refs, None)
            assert [len(s.trash.deletions) for s in sessions] == [1, 1]
            notice = desk.notices.active("deleted")
            assert notice.text.startswith("2 pictures")
            notice.action.run()
            assert [len(s.trash.deletions) for s in sessions] == [0, 0]
            desk.pictures.act(Act.ZIP, refs, None)  # asks for one place: of the first alone
            assert "lab" in desk.notices.active("shares").text

    with_servers(run, scenario, ("--items", "2"), ("--items", "2"))
