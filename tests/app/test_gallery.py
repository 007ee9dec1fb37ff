"""Boards and pictures in the whole window, on a demo server."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from ivk_desktop.app import Desk
from ivk_desktop.domain.boards import Board
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.naming import NameTemplate
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.saves import SaveOptions
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.media_mime import Drop
from ivk_desktop.ui.pictures.acts import Act
from ivk_desktop.ui.sidebar.rows import Group, Row, RowKind
from ivk_desktop.ui.stage.grid_selection import Choice
from ivk_desktop.ui.stage.header import Page
from tests.app.sight import told
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened
from tests.stores.samples import encoded
from tests.stores.waiting import until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"


def board(session: ServerSession, name: str) -> Board:
    return next(one for one in session.boards.items if one.name == name)


async def look_at(desk: Desk, name: str) -> list[MediaRef]:
    """Open a board and wait for its pictures."""
    session = desk.servers.current
    found = board(session, name)
    desk.window.stage.show_board(found.key, name)
    pictures = session.boards.opened
    await until(pictures.state_changed, lambda: pictures.state is not ListState.LOADING)
    return [MediaRef.named(session.server_id, name) for name in pictures.items]


def said(desk: Desk, words: str) -> bool:
    """Whether any notice says that."""
    return any(words in text for text in told(desk))


def question() -> QMessageBox:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return next(box for box in shown if box.isVisible())


def answer(text: str) -> None:
    """Press the button of the open question that begins so."""
    buttons = question().findChildren(QPushButton)
    next(button for button in buttons if button.text().startswith(text)).click()


def test_deleting_asks_hides_and_is_undone(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            session, grid = desk.servers.current, desk.window.stage.board_page.grid
            before = board(session, "Tigers").image_count
            desk.pictures.act(Act.DELETE, tuple(refs[:2]), None)
            assert "2 pictures" in question().text()
            assert "10 minutes" in question().informativeText()
            assert question().defaultButton().text() == "Cancel"
            answer("Delete")
            assert grid.count == len(refs) - 2
            trash = session.trash
            await until(trash.changed, lambda: all(one.info for one in trash.deletions))
            assert board(session, "Tigers").image_count == before - 2
            desk.pictures.open_trash()
            model = desk.pictures.trash.model
            await until(trash.changed, lambda: model.total_bytes > 1000)
            assert {model.ref(row) for row in range(model.rowCount())} == set(refs[:2])
            assert desk.notices.latest.action.label == "Undo"
            desk.notices.latest.action.run()
            assert grid.count == len(refs)
            assert model.rowCount() == 0
            assert board(session, "Tigers").image_count == before
            assert desk.notices.latest.text == "2 pictures brought back from the trash."
            assert desk.notices.latest.action is None

    run(scenario())


def test_undo_among_pictures_brings_them_back_and_leaves_the_form(
    demo: DemoProcess, run: Run
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            field_id = next(i for i, spec in workflow.form.spec.fields.items() if spec.is_seed)
            before = workflow.form.value(field_id)
            workflow.set_value(field_id, 7)
            refs = await look_at(desk, "Tigers")
            desk.settings.update(ask_before_delete=False)
            grid, undo = desk.window.stage.board_page.grid, desk.window.actions_["edit.undo"]
            desk.window.activateWindow()
            grid.setFocus()
            desk.pictures.act(Act.DELETE, tuple(refs[:2]), None)
            undo.trigger()
            assert grid.count == len(refs)
            assert workflow.form.value(field_id) == 7
            undo.trigger()
            assert workflow.form.value(field_id) == before

    run(scenario())


def test_the_facts_are_of_the_picture_with_the_ring(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            desk.settings.update(ask_before_delete=False)
            stage = desk.window.stage
            shown: list[MediaRef | None] = []
            stage.ref_shown.connect(shown.append)
            stage.board_page.grid.set_current(0)
            desk.pictures.act(Act.DELETE, (refs[0],), None)
            assert shown[-1] == refs[1]
            stage.board_page.grid.choose(0)
            stage.board_page.grid.choose(2, Choice.TOGGLE)
            stage.looking.compare()
            stage.viewing.leave()
            assert shown[-1] == stage.board_page.grid.ref(stage.board_page.grid.current)
            stage.open_page(Page.LIVE)
            assert shown[-1] == stage.showing.ref

    run(scenario())


def test_shift_delete_is_for_good_and_says_so(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            desk.pictures.act(Act.DELETE_NOW, (refs[0],), None)
            assert "cannot be undone" in question().informativeText()
            answer("Delete for good")
            trash = desk.servers.current.trash
            await until(trash.deleted, lambda: not trash.deletions)
            assert demo.client.get(f"/api/v1/images/i/{refs[0].name}").status_code == 404

    run(scenario())


def test_a_deletion_survives_a_restart(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            desk.settings.update(ask_before_delete=False)
            desk.pictures.act(Act.DELETE, (refs[0],), None)
        async with open_desk(demo.url) as desk:
            assert len(await look_at(desk, "Tigers")) == len(refs) - 1
            trash = desk.servers.current.trash
            assert [one.ref for one in trash.deletions] == [refs[0]]
            assert demo.client.get(f"/api/v1/images/i/{refs[0].name}").status_code == 200
            trash.hasten(refs[:1])
            await until(trash.deleted, lambda: not trash.deletions)
            assert demo.client.get(f"/api/v1/images/i/{refs[0].name}").status_code == 404

    run(scenario())


def test_a_board_is_made_filled_renamed_and_deleted(
    demo: DemoProcess, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            session, sidebar = desk.servers.current, desk.window.sidebar
            session.gallery.keeper.create("Mine")
            names = lambda: [one.name for one in session.boards.items]  # noqa: E731
            await until(session.boards.changed, lambda: "Mine" in names())
            key = board(session, "Mine").key
            row = Row(RowKind.BOARD, Group.BOARDS, "Mine", key)
            sidebar.list.dropped.emit(row, Drop(refs=tuple(refs[:3])))
            await until(session.gallery.changes.moved, lambda: said(desk, "3 pictures moved"))
            file = tmp_path / "cat.png"
            file.write_bytes(encoded(32, 32))
            sidebar.list.dropped.emit(row, Drop(files=(file,)))
            await until(desk.notices.posted, lambda: said(desk, "uploaded"))
            await until(session.boards.changed, lambda: board(session, "Mine").asset_count == 1)
            assert board(session, "Mine").image_count == 3
            found = demo.client.get("/api/v1/boards/", params={"all": True}).json()
            mine = next(one for one in found if one["board_name"] == "Mine")
            assert (mine["image_count"], mine["asset_count"]) == (3, 1)
            desk.boards.menus.delete_requested.emit(board(session, "Mine"))
            assert question().defaultButton().text() == "Cancel"
            gone = []
            session.gallery.keeper.deleted.connect(gone.append)
            answer("Delete 4 pictures too")
            assert "Mine" not in names()
            await until(session.gallery.keeper.deleted, lambda: gone)
            assert demo.client.get(f"/api/v1/images/i/{refs[0].name}").status_code == 404

    run(scenario())


def test_moving_offers_the_boards_by_name(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            session, popup = desk.servers.current, desk.pictures._popup
            desk.pictures.act(Act.MOVE, (refs[0],), QPoint(10, 10))
            titles = [row.title for row in popup.list.rows.rows]
            assert titles[0] == "Uncategorized"
            assert titles[-1] == "New board…"
            popup.list.chosen.emit(next(r for r in popup.list.rows.rows if r.title == "Posters"))
            assert desk.window.stage.board_page.grid.count == len(refs) - 1
            await until(session.gallery.changes.moved, lambda: said(desk, "moved to Posters"))
            record = demo.client.get(f"/api/v1/images/i/{refs[0].name}").json()
            assert record["board_id"] == board(session, "Posters").key.board_id

    run(scenario())


def test_pictures_become_files_and_a_zip(demo: DemoProcess, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            session = desk.servers.current
            desk.pictures.act(Act.SAVE_MANY, tuple(refs[:2]), None)
            dialog = desk.pictures.dialog
            dialog.folder.setText(str(tmp_path / "out"))
            dialog.template.setText("{board}/{oops}")
            assert not dialog.save.isEnabled()
            dialog.template.setText("{board}/{seed}_{n}")
            assert dialog.save.isEnabled()
            dialog.sidecars.setChecked(True)
            dialog.save.click()
            await until(desk.notices.posted, lambda: said(desk, "2 pictures saved"))
            made = sorted((tmp_path / "out" / "Tigers").iterdir())
            assert [path.suffix for path in made] == [".json", ".png"] * 2
            told_of = json.loads(made[0].read_text())
            assert told_of["board"] == "Tigers"
            assert str(told_of["facts"]["seed"]) == made[0].stem.split("_")[0]
            assert desk.settings.prefs.save_template == "{board}/{seed}_{n}"
            session.gallery.pack(refs[:3], tmp_path / "three.zip")
            await until(desk.notices.posted, lambda: said(desk, "three.zip"))
            with zipfile.ZipFile(tmp_path / "three.zip") as file:
                assert len(file.namelist()) == 3

    run(scenario())


def test_a_lost_connection_stops_a_saving_and_says_how_far_it_came(
    demo: DemoProcess, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            demo.faults(
                answers=[{"path": f"/api/v1/images/i/{refs[1].name}", "kind": "cut", "times": 9}]
            )
            options = SaveOptions(tmp_path, NameTemplate("{n}"))
            desk.servers.current.gallery.save(refs[:3], options, "demo")
            await until(desk.notices.posted, lambda: said(desk, "were not tried"))
            assert said(desk, "1 picture saved")
            assert [name for name in os.listdir(tmp_path) if name[-4:] == ".png"] == ["1.png"]  # noqa: PTH208 - quick

    run(scenario())


def test_a_picture_fills_the_open_form(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            refs = await look_at(desk, "Tigers")
            session = desk.servers.current
            offers = desk.pictures.offers(refs[:1])
            fields = {title: field_id for field_id, title in (*offers.prompts, *offers.seeds)}
            details = await session.backend.picture_details(refs[0])
            desk.pictures.act(Act.SEND_SEED, (refs[0],), fields["Seed"])
            seed = lambda: workflow.form.value(fields["Seed"])  # noqa: E731
            await until(workflow.value_changed, lambda: seed() == details.facts.seed)
            assert next(iter(fields)) == "Positive prompt"
            prompt = fields["Positive prompt"]
            desk.pictures.act(Act.SEND_PROMPT, (refs[0],), prompt)
            wanted = details.facts.prompt
            await until(workflow.value_changed, lambda: workflow.form.value(prompt) == wanted)
            workflow.undo()
            workflow.undo()
            assert seed() != details.facts.seed
            desk.pictures.act(Act.USE_VALUES, (refs[0],), None)
            await until(desk.notices.posted, lambda: said(desk, "values of the picture"))
            assert seed() == details.facts.seed
            workflow.undo()
            assert seed() != details.facts.seed

    run(scenario())


def test_the_queue_item_of_a_picture_is_shown(run: Run) -> None:
    async def scenario(url: str) -> None:
        async with open_desk(url) as desk:
            await opened(desk, WORKFLOW)
            session = desk.servers.current
            desk.window.invoke_bar.invoke()
            arrived = []
            session.results.arrived.connect(arrived.append)
            await until(session.results.arrived, lambda: arrived)
            (result,) = arrived
            desk.pictures.act(Act.SHOW_MAKER, (result.ref,), None)
            (row,) = desk.window.queue.selected_rows()
            assert result.ref in row.outputs
            refs = await look_at(desk, "Tigers")
            desk.pictures.act(Act.SHOW_MAKER, (refs[0],), None)
            await until(desk.notices.posted, lambda: said(desk, "No item of the queue"))

    with demo_server("--speed", "50", "--items", "12", "--images", "12") as demo:
        run(scenario(demo.url))


def test_the_trash_keeps_its_delay(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            desk.pictures.open_trash()
            trash = desk.pictures.trash
            assert isinstance(trash, QDialog)
            trash.delay.setCurrentIndex(trash.delay.findData(3600))
            trash.delay.activated.emit(trash.delay.currentIndex())
            assert desk.settings.prefs.delete_delay_s == 3600
            refs = await look_at(desk, "Tigers")
            desk.pictures.act(Act.DELETE, (refs[0],), None)
            assert "1 hour" in question().informativeText()
            answer("Cancel")
            assert not desk.servers.current.trash.deletions

    run(scenario())
