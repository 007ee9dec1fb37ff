from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.errors import Refused
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.library import WorkflowLibrary
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.sidebar.rows import Group, Row, RowKind
from ivk_desktop.ui.sidebar.sidebar import Sidebar
from tests.fakes import SERVER, FakeBackend, a_board, a_form, a_model
from tests.stores.waiting import until

Run = Callable[[Any], Any]


class World:
    """A sidebar over a scripted server with all its stores."""

    def __init__(self, server: FakeBackend) -> None:
        self.server = server
        self.tasks, self.workers = Tasks(), Workers()
        self.open = OpenWorkflows(self.tasks)
        self.open.set_server(SERVER, server)
        self.library = WorkflowLibrary(server, self.tasks)
        self.boards = BoardStore(server, self.tasks)
        self.models = ModelStore(server, self.tasks)
        self.sidebar = Sidebar()
        self.sidebar.resize(224, 780)

    def titles(self, kind: RowKind | None = None) -> list[str]:
        return [r.title for r in self.sidebar.list.rows.rows if kind in (None, r.kind)]

    def row(self, title: str) -> Row:
        return next(r for r in self.sidebar.list.rows.rows if r.title == title)

    def click(self, title: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        view = self.sidebar.list
        place = view.visualRect(view.rows.index(view.rows.find(self.row(title).identity)))
        QTest.mouseClick(view.viewport(), button, pos=place.center() - QPoint(40, 0))

    async def settle(self) -> None:
        for listing in (self.library, self.boards, self.models):
            listing.reload()
            await until(
                listing.state_changed,
                lambda listing=listing: listing.state is not ListState.LOADING,
            )
        self.sidebar.refresh()


def a_server(boards: int = 16) -> FakeBackend:
    return FakeBackend(
        board_list=[a_board(f"Board {n}", n) for n in range(boards)],
        model_list=[a_model("sdxl"), a_model("detail", "lora")],
        cards=[
            WorkflowCard("w1", "SDXL portrait", opened_at=3.0),
            WorkflowCard("w2", "Text to image", category="default"),
        ],
        documents={f"w{n}": a_form(f"w{n}", f"Workflow {n}") for n in (1, 2)},
    )


@asynccontextmanager
async def a_sidebar(server: FakeBackend | None = None) -> AsyncIterator[World]:
    QGuiApplication.setQuitOnLastWindowClosed(False)
    world = World(server or a_server())
    media = MediaStore(world.server, world.tasks, world.workers)
    world.sidebar.set_open_workflows(world.open)
    world.sidebar.set_server(world.library, world.boards, world.models, media)
    world.sidebar.show()
    try:
        yield world
    finally:
        world.sidebar.popup.hide()
        world.sidebar.hide()
        await world.tasks.close()
        world.workers.close()
        world.sidebar.deleteLater()


def test_four_groups_say_loading_and_then_what_there_is_with_counts(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            assert world.titles().count("Not connected yet") == 3
            world.boards.reload()
            world.sidebar.refresh()
            assert world.titles().count("Loading") == 1
            await world.settle()
            headings = ["Open workflows", "Workflows", "Boards", "Models"]
            assert world.titles(RowKind.HEADING) == headings
            assert world.row("Boards").detail == "17"
            assert world.titles(RowKind.VIEW) == ["Recent", "Yours", "Built-in"]
            assert world.titles(RowKind.TYPE) == ["Main", "LoRA"]
            assert world.titles(RowKind.BOARD)[0] == "Uncategorized"
            assert len(world.titles(RowKind.BOARD)) == 7
            assert world.titles(RowKind.ALL) == ["All 17 boards…"]

    run(scenario())


def test_every_heading_is_in_view_in_a_window_of_900_px(run: Run) -> None:
    async def scenario() -> None:
        server = a_server()
        server.documents = {f"w{n}": a_form(f"w{n}", f"Workflow {n}") for n in range(12)}
        server.model_list = [
            a_model(f"m{n}", kind) for n, kind in enumerate(["main", "lora", "controlnet", "vae"])
        ]
        async with a_sidebar(server) as world:
            world.sidebar.resize(224, 900 - 24 - 52 - 24 - 28)
            for number in range(12):
                world.open.open_library(SERVER, f"w{number}")
            await world.settle()
            view = world.sidebar.list
            for heading in world.titles(RowKind.HEADING):
                index = view.rows.index(view.rows.find(world.row(heading).identity))
                assert view.viewport().rect().contains(view.visualRect(index))

    run(scenario())


def test_a_failed_read_is_one_line_that_tries_again(run: Run) -> None:
    async def scenario() -> None:
        server = a_server()
        server.failures["models"] = Refused(url="http://fake")
        async with a_sidebar(server) as world:
            await world.settle()
            assert "Nothing answers" in world.row("Not read. Try again").tip
            world.click("Not read. Try again")
            await until(world.models.state_changed, lambda: world.models.state is ListState.READY)
            world.sidebar.refresh()
            assert world.titles(RowKind.RETRY) == []

    run(scenario())


def test_stale_groups_keep_their_rows_and_say_of_when_they_are(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            await world.settle()
            world.boards.mark_stale()
            world.sidebar.refresh()
            assert world.row("Boards").detail.startswith("as of ")
            assert len(world.titles(RowKind.BOARD)) == 7

    run(scenario())


def test_what_a_server_does_not_have_is_not_shown(run: Run) -> None:
    class Plain:
        server_id = SERVER

    async def scenario() -> None:
        async with a_sidebar() as world:
            tasks, plain = Tasks(), Plain()
            media = MediaStore(plain, tasks, world.workers)  # type: ignore[arg-type]
            world.sidebar.set_server(
                WorkflowLibrary(plain, tasks),  # type: ignore[arg-type]
                BoardStore(plain, tasks),  # type: ignore[arg-type]
                ModelStore(plain, tasks),  # type: ignore[arg-type]
                media,
            )
            assert world.titles(RowKind.HEADING) == ["Open workflows"]

    run(scenario())


def test_the_filter_finds_names_in_all_groups_and_enter_takes_the_first(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            await world.settle()
            asked: list[str] = []
            world.sidebar.open_workflow_requested.connect(asked.append)
            world.sidebar.filter.setText("text IMAGE")
            assert world.titles() == ["Workflows", "Text to image"]
            QTest.keyClick(world.sidebar.filter, Qt.Key.Key_Return)
            assert asked == ["w2"]
            world.sidebar.filter.setText("no such thing")
            assert world.titles() == ["Nothing matches"]

    run(scenario())


def test_a_part_of_the_library_opens_its_names_and_one_opens_the_workflow(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            await world.settle()
            asked: list[str] = []
            world.sidebar.open_workflow_requested.connect(asked.append)
            world.click("Built-in")
            popup = world.sidebar.popup
            assert popup.isVisible()
            assert [row.title for row in popup.list.rows.rows] == ["Text to image"]
            QTest.keyClick(popup._filter, Qt.Key.Key_Return)
            assert asked == ["w2"]
            assert not popup.isVisible()

    run(scenario())


def test_all_boards_open_in_a_list_that_filters_as_one_types(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            await world.settle()
            asked: list[str] = []
            world.sidebar.board_requested.connect(lambda _, name: asked.append(name))
            world.click("Board 0")
            world.click("All 17 boards…")
            QTest.keyClicks(world.sidebar.popup._filter, "board 15")
            QTest.keyClick(world.sidebar.popup._filter, Qt.Key.Key_Return)
            assert asked == ["Board 0", "Board 15"]

    run(scenario())


def test_open_workflows_show_percent_and_unsaved_and_close_by_key_and_middle_button(
    run: Run,
) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            first = world.open.open_library(SERVER, "w1")
            second = world.open.open_library(SERVER, "w2")
            await until(first.changed, lambda: first.form is not None and second.form is not None)
            first.set_percent(42.4)
            second.set_value(FieldId("prompt"), "other")
            world.sidebar.refresh()
            rows = {row.title: row.detail for row in world.sidebar.list.rows.rows}
            assert rows["Workflow 1"] == "42 %"
            assert rows["Workflow 2"] == "unsaved"
            closed: list[object] = []
            chosen: list[object] = []
            world.sidebar.close_requested.connect(closed.append)
            world.sidebar.workflow_chosen.connect(chosen.append)
            world.click("Workflow 1")
            world.click("Workflow 1", Qt.MouseButton.MiddleButton)
            QTest.keyClick(world.sidebar.list, Qt.Key.Key_Down)
            QTest.keyClick(world.sidebar.list, Qt.Key.Key_Delete)
            assert chosen == [first]
            assert closed == [first, second]

    run(scenario())


def test_groups_fold_by_key_and_are_remembered(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            await world.settle()
            world.click("Boards")
            assert world.titles(RowKind.BOARD) == []
            assert world.sidebar.folded == {Group.BOARDS.value}
            QTest.keyClick(world.sidebar.list, Qt.Key.Key_Right)
            assert len(world.titles(RowKind.BOARD)) == 7
            world.sidebar.set_folded({"models", "unknown"})
            assert world.titles(RowKind.TYPE) == []

    run(scenario())


def test_the_rail_opens_each_group_beside_its_icon(run: Run) -> None:
    async def scenario() -> None:
        async with a_sidebar() as world:
            await world.settle()
            world.sidebar.set_rail(True)
            assert world.sidebar.minimumWidth() == world.sidebar.maximumWidth() == 44
            for group, button in world.sidebar.rail.buttons.items():
                assert button.accessibleName(), group
            world.sidebar.rail.buttons[Group.MODELS].click()
            titles = [row.title for row in world.sidebar.popup.list.rows.rows]
            assert titles == ["sdxl", "detail"]

    run(scenario())
