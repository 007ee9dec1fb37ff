"""Opening and saving workflows in the whole window, on the demo server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from ivk_desktop.app import Desk
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.library import LibraryView
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workflow_sources import (
    BytesSource,
    FileSource,
    JobSource,
    LibrarySource,
    PictureSource,
)
from ivk_desktop.ui import media_mime, workflow_mime
from ivk_desktop.ui.library.window import LibraryWindow
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until

SAMPLE = Path(__file__).parents[2] / "resources" / "workflows" / "text-to-image-sd15.json"
OWN = "Alps at dawn"
BUILT_IN = "Text to image, SD1.5"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / "home" / kind.lower()))


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    with demo_server("--items", "2", "--images", "12") as demo:
        yield demo


def session_of(desk: Desk) -> ServerSession:
    assert desk.servers.current is not None
    return desk.servers.current


def library_of(desk: Desk) -> LibraryWindow:
    desk.opening.show_library()
    assert desk.opening.library is not None
    return desk.opening.library


async def ready(workflow: OpenWorkflow | None) -> OpenWorkflow:
    assert workflow is not None
    await until(lambda: workflow.state is OpenState.READY, workflow.changed)
    return workflow


def names(window: LibraryWindow) -> list[str]:
    return [card.name for card in window.list.cards.cards]


def choose(window: LibraryWindow, *wanted: str) -> None:
    window.side.view = None
    window.refresh()
    window.list.clearSelection()
    model = window.list.selectionModel()
    for row, card in enumerate(window.list.cards.cards):
        if card.name in wanted:
            model.select(window.list.cards.index(row), model.SelectionFlag.Select)


def field(workflow: OpenWorkflow, title: str) -> FieldId:
    assert workflow.form is not None
    return next(one.id for one in workflow.form.spec.fields.values() if one.title == title)


def edit_prompt(workflow: OpenWorkflow, text: str) -> FieldId:
    assert workflow.form is not None
    first = next(one.id for one in workflow.form.spec.fields.values() if "rompt" in one.title)
    workflow.set_value(first, text)
    return first


def test_the_library_window_finds_by_part_tag_and_text(run: Any, demo: DemoProcess) -> None:
    async def find() -> None:
        async with open_desk(demo.url) as desk:
            window = library_of(desk)
            assert window.side.view is LibraryView.RECENT
            assert OWN in names(window)
            assert BUILT_IN not in names(window)
            window.side.view = LibraryView.BUILT_IN
            window.refresh()
            assert BUILT_IN in names(window)
            assert OWN not in names(window)
            window.side.view = None
            window.side.tags = frozenset({"landscape"})
            window.refresh()
            assert sorted(names(window)) == [OWN, "Three seasons"]
            window.search.setText("hut")
            assert names(window) == [OWN]
            window.search.setText("no such words")
            assert "No workflow matches" in window.panel.message_text

    run(find())


def test_several_workflows_open_at_once(run: Any, demo: DemoProcess) -> None:
    async def several() -> None:
        async with open_desk(demo.url) as desk:
            window = library_of(desk)
            choose(window, OWN, BUILT_IN)
            window.open_button.click()
            for workflow in desk.workflows.workflows:
                await ready(workflow)
            assert {one.title for one in desk.workflows.workflows} == {OWN, BUILT_IN}

    run(several())


def test_files_are_opened_and_remembered(run: Any, demo: DemoProcess, tmp_path: Path) -> None:
    async def files() -> None:
        copies = [tmp_path / "one.json", tmp_path / "two.json"]
        for number, copy in enumerate(copies):
            content = json.loads(SAMPLE.read_text())
            content["name"] = f"Copy {number}"
            content["nodes"][0]["data"]["label"] = f"node {number}"
            content["form"] = None if number else content["form"]
            copy.write_text(json.dumps(content))
        broken = tmp_path / "broken.json"
        broken.write_text("{")
        async with open_desk(demo.url) as desk:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*copies, broken)])
            assert workflow_mime.may_hold(data)
            assert desk.opening.take(data)
            good, other, bad = desk.workflows.workflows
            await ready(good)
            await ready(other)
            await until(lambda: bad.state is OpenState.FAILED, bad.changed)
            assert set(desk.recent_files.paths) == set(copies)
            menu = desk.window.actions_.menu("file.recent")
            menu.aboutToShow.emit()
            texts = [action.text() for action in menu.actions()]
            assert {"one.json", "two.json"} <= set(texts)
            desk.workflows.close(good)
            next(action for action in menu.actions() if action.text() == "one.json").trigger()
            assert await ready(desk.workflows.current)
        async with open_desk(demo.url) as desk:
            await until(lambda: desk.recent_files.paths, desk.recent_files.changed)
            assert set(desk.recent_files.paths) == set(copies)

    run(files())


def test_a_workflow_is_pasted_as_text_and_as_a_picture(run: Any, demo: DemoProcess) -> None:
    async def paste() -> None:
        async with open_desk(demo.url) as desk:
            clipboard = QApplication.clipboard()
            clipboard.setText("no workflow")
            desk.opening.paste()
            assert desk.workflows.current is None
            assert "clipboard" in desk.notices.log[-1].text
            clipboard.setText(f"\n {SAMPLE.read_text()}")
            desk.opening.paste()
            pasted = await ready(desk.workflows.current)
            assert isinstance(pasted.source, BytesSource)
            session = session_of(desk)
            board = next(one for one in session.boards.items if one.image_count)
            name = (await session.backend.image_names(board.key.board_id))[0]  # type: ignore[attr-defined]
            ref = (await session.backend.images([name]))[0].ref  # type: ignore[attr-defined]
            from ivk_desktop.domain.media import MediaSize

            data = QMimeData()
            data.setData(workflow_mime.PNG, await session.backend.fetch(ref, MediaSize.FULL))
            assert desk.opening.take(data)
            of_picture = await ready(desk.workflows.current)
            assert of_picture is not pasted
            dragged = QMimeData()
            media_mime.write_refs(dragged, [ref])
            assert desk.opening.take(dragged)
            of_gallery = await ready(desk.workflows.current)
            assert isinstance(of_gallery.source, PictureSource)

    run(paste())


def test_a_finished_item_is_cloned_with_what_it_ran_with(run: Any, demo: DemoProcess) -> None:
    async def clone() -> None:
        async with open_desk(demo.url) as desk:
            original = await opened(desk, OWN)
            prompt = edit_prompt(original, "a red fox")
            desk.window.invoke_bar.invoke()
            session = session_of(desk)
            known = set(session.queue.jobs)
            await until(lambda: set(session.queue.ids) - known, session.queue.counts_changed)
            (job_id,) = set(session.queue.ids) - known
            original.set_value(prompt, "something else by now")
            from ivk_desktop.domain.jobs import JobKey

            desk.opening.clone(JobKey(session.server_id, job_id), "")
            copy = await ready(desk.workflows.current)
            assert copy is not original
            assert isinstance(copy.source, JobSource)
            assert copy.form is not None
            prompts = [copy.form.value(one) for one in copy.form.spec.fields]
            assert "a red fox" in prompts
            assert not copy.unsaved

    run(clone())


def test_saving_to_the_library_keeps_values_and_foreign_keys(run: Any, demo: DemoProcess) -> None:
    async def save() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, OWN)
            prompt = edit_prompt(workflow, "a glacier")
            assert workflow.unsaved
            desk.saving.save()
            session = session_of(desk)
            await until(lambda: not workflow.unsaved, workflow.changed)
            assert isinstance(workflow.source, LibrarySource)
            record = await session.backend.workflow_record(workflow.source.workflow_id)  # type: ignore[attr-defined]
            assert "a glacier" in json.dumps(record)
            assert record["name"] == OWN
            workflow.set_value(prompt, "another")
            workflow.reset(prompt)
            assert workflow.form is not None
            assert workflow.form.value(prompt) == "a glacier"

    run(save())


def test_a_built_in_workflow_is_saved_as_a_new_one(run: Any, demo: DemoProcess) -> None:
    async def save_as() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, BUILT_IN)
            before = workflow.source
            edit_prompt(workflow, "my own")
            desk.saving.save()
            dialog = desk.window.findChild(QInputDialog)
            assert dialog is not None
            dialog.setTextValue("My own")
            dialog.accept()
            await until(lambda: workflow.title == "My own", workflow.changed)
            await ready(workflow)
            assert workflow.source != before
            assert not workflow.unsaved
            session = session_of(desk)
            await until(
                lambda: any(c.name == "My own" for c in session.library.items),
                session.library.changed,
            )
            assert any(card.name == BUILT_IN for card in session.library.items)

    run(save_as())


def test_saving_to_a_file_writes_what_was_opened_and_edited(
    run: Any, demo: DemoProcess, tmp_path: Path
) -> None:
    async def save() -> None:
        document = json.loads(SAMPLE.read_text()) | {"of_another_program": {"deep": [1, None]}}
        first = tmp_path / "first.json"
        first.write_text(json.dumps(document))
        async with open_desk(demo.url) as desk:
            desk.opening.open_files([first])
            workflow = await ready(desk.workflows.current)
            edit_prompt(workflow, "a lighthouse")
            desk.saving.save()
            assert not workflow.unsaved
            written = json.loads(first.read_text())
            assert written["of_another_program"] == {"deep": [1, None]}
            assert "a lighthouse" in json.dumps(written)
            second = tmp_path / "second.json"
            desk.saving.save_to_file(workflow, second)
            assert workflow.source == FileSource.of(second)
            assert json.loads(second.read_text()) == written
            assert desk.recent_files.paths[0] == second
            desk.saving.save_to_file(workflow, second / "no-folder.json")
            assert workflow.source == FileSource.of(second)

    run(save())


def test_deleting_asks_first_and_leaves_what_is_open(run: Any, demo: DemoProcess) -> None:
    async def delete() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, OWN)
            window = library_of(desk)
            choose(window, OWN, BUILT_IN)
            window.delete.trigger()
            box = window.findChild(QMessageBox)
            assert box is not None
            assert OWN in box.text()
            default = box.defaultButton()
            assert default is not None
            assert default.text() == "Keep"
            default.click()
            assert OWN in names(window)
            window.delete.trigger()
            box = window.findChildren(QMessageBox)[-1]
            next(one for one in box.buttons() if one.text() == "Delete").click()
            session = session_of(desk)
            await until(lambda: OWN not in names(window), session.library.changed)
            assert BUILT_IN in names(window)
            assert workflow in desk.workflows.workflows
            assert isinstance(workflow.source, BytesSource)

    run(delete())


def test_a_workflow_is_renamed(run: Any, demo: DemoProcess) -> None:
    async def rename() -> None:
        async with open_desk(demo.url) as desk:
            window = library_of(desk)
            choose(window, BUILT_IN)
            assert not window.rename.isEnabled()
            choose(window, OWN)
            window.rename.trigger()
            dialog = window.findChild(QInputDialog)
            assert dialog is not None
            dialog.setTextValue("Alps at dusk")
            dialog.accept()
            library = session_of(desk).library
            await until(lambda: "Alps at dusk" in names(window), library.changed)
            assert OWN not in names(window)

    run(rename())
