"""The model manager on the demo server: list, change, delete, install, and who uses what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QInputDialog, QMessageBox

from ivk_desktop.app import Desk
from ivk_desktop.domain.installs import InstallState
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.stores.open_workflow import OpenState
from ivk_desktop.ui.models.edit_dialog import EditDialog
from ivk_desktop.ui.models.relate_dialog import RelateDialog
from ivk_desktop.ui.models.uses import UseKind
from ivk_desktop.ui.models.window import ModelsWindow, Page
from ivk_desktop.ui.panel import PanelState
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until
from tests.tiny_models import tiny_lora

WORKFLOW = "Text to image, SD1.5"
SAMPLE = Path(__file__).parents[2] / "resources" / "workflows" / "text-to-image-sd15.json"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / "home" / kind.lower()))


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    with demo_server("--items", "2", "--images", "12", "--speed", "50") as demo:
        yield demo


def shown(desk: Desk) -> ModelsWindow:
    desk.model_manager.show()
    window = desk.model_manager.models
    assert window is not None
    return window


def named(desk: Desk, name: str) -> ModelInfo:
    session = desk.servers.current
    assert session is not None
    return next(model for model in session.models.items if model.name == name)


def listed(window: ModelsWindow) -> list[str]:
    rows = window.models.table.rows
    return [line.name for line in rows.lines if isinstance(line, ModelInfo)]


def test_models_are_filtered_grouped_and_sorted(run: Any, demo: DemoProcess) -> None:
    async def look() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            page = window.models
            assert len(listed(window)) == 39
            page.search.setText("dreamshaper")
            assert listed(window) == ["DreamShaper 8", "DreamShaper XL"]
            bases = page.filters[list(page.filters)[1]]
            bases.setCurrentIndex(bases.findData("sdxl"))
            assert listed(window) == ["DreamShaper XL"]
            page.search.setText("nothing like that")
            assert page.panel.state is PanelState.EMPTY
            page.show_all()
            assert len(listed(window)) == 39
            page.group.setCurrentIndex(0)
            page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
            names = [name.casefold() for name in listed(window)]
            assert names == sorted(names, reverse=True)

    run(look())


def test_escape_clears_the_search_and_then_closes_the_window(
    run: Any, demo: DemoProcess, qtbot: Any, qapp: Any
) -> None:
    async def close() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            window.activateWindow()
            await until(window.isActiveWindow, qapp.focusWindowChanged)
            search = window.models.search
            search.setFocus()
            search.setText("dream")
            qtbot.keyClick(search, Qt.Key.Key_Escape)
            assert search.text() == ""
            assert window.isVisible()
            qtbot.keyClick(search, Qt.Key.Key_Escape)
            assert not window.isVisible()

    run(close())


def test_a_model_is_edited_and_keeps_its_place(run: Any, demo: DemoProcess) -> None:
    async def edit() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            window.choose(named(desk, "gouache").key)
            window.models.edit_button.click()
            dialog = window.findChild(EditDialog)
            dialog.name.setText("gouache, bold")
            dialog.phrases.setPlainText("bold strokes\n\nflat colour\n")
            dialog.fields["weight"].setText("no number")
            dialog.save.click()
            assert dialog.isVisible()
            dialog.fields["weight"].setText("0,6")
            dialog.save.click()
            models = desk.servers.current.models
            await until(lambda: "gouache, bold" in listed(window), models.changed)
            details = window.models.details
            assert details.title.text() == "gouache, bold"
            assert details.phrases.note.text() == "bold strokes,  flat colour"
            assert ("Weight", "0.6") in details.setting_facts.facts()

    run(edit())


def test_deleting_asks_with_the_number_and_keeps_what_could_not_be(
    run: Any, demo: DemoProcess
) -> None:
    async def delete() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            window.models.search.setText("xl")
            window.models.table.selectAll()
            count = len(window.models.selected())
            assert str(count) in window.models.delete_button.text()
            window.models.delete_button.click()
            box = window.findChild(QMessageBox)
            assert str(count) in box.text()
            assert box.defaultButton().text() == "Keep"
            delete = next(b for b in box.buttons() if str(count) in b.text())
            delete.click()
            await until(lambda: not listed(window), desk.servers.current.models.changed)
            window.models.show_all()
            assert len(listed(window)) == 39 - count
            assert f"{count} models" in desk.notices.latest.text

    run(delete())


def test_missing_files_are_marked_and_can_be_listed_alone(run: Any, demo: DemoProcess) -> None:
    async def gone() -> None:
        demo.faults(missing_models=["Canny", "Depth"])
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            keep = desk.servers.current.manager.keep
            await until(lambda: keep.missing, keep.missing_changed)
            assert window.models.missing.isVisible()
            window.models.missing.click()
            assert listed(window) == ["Canny", "Depth"]
            window.choose(named(desk, "Canny").key)
            assert window.models.details.warning.isVisible()

    run(gone())


def test_relatives_are_added_and_removed(run: Any, demo: DemoProcess) -> None:
    async def relate() -> None:
        async with open_desk(demo.url) as desk:
            window, keep = shown(desk), desk.servers.current.manager.keep
            model, other = named(desk, "SDXL base"), named(desk, "sdxl-vae-fp16-fix")
            window.choose(model.key)
            window.models.details.relate_requested.emit()
            dialog = window.findChild(RelateDialog)
            dialog.search.setText("vae-fp16")
            dialog.table.selectRow(0)
            dialog.add.click()
            await until(lambda: other.key in keep.related(model.key), keep.related_changed)
            assert other.name in window.models.details.related.text()
            window.models.details.unrelate_requested.emit(other.key)
            await until(lambda: not keep.related(model.key), keep.related_changed)

    run(relate())


def test_who_uses_a_model_is_told(run: Any, demo: DemoProcess) -> None:
    async def use() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            presets = desk.workflows.presets_of(workflow)
            presets.save_as("Mine")
            window = shown(desk)
            window.choose(named(desk, "DreamShaper 8").key)
            library = desk.servers.current.manager.in_library
            uses = desk.model_manager._uses
            await until(lambda: not library.is_reading, library.changed)
            await until(lambda: uses.presets(named(desk, "DreamShaper 8")), uses.changed)
            found = {(use.kind, use.title) for use in window.models.details.uses.uses()}
            assert (UseKind.OPEN, WORKFLOW) in found
            assert (UseKind.LIBRARY, "Alps at dawn") in found
            assert (UseKind.PRESET, "Mine") in found
            window.choose(named(desk, "Canny XL").key)
            assert not window.models.details.uses.uses()
            window.choose(named(desk, "DreamShaper 8").key)
            place = [use.title for use in window.models.details.uses.uses()].index("Alps at dawn")
            window.models.details.uses.linkActivated.emit(str(place))
            assert desk.workflows.current.title == "Alps at dawn"

    run(use())


def test_a_dropped_file_is_installed_and_shown(run: Any, demo: DemoProcess, tmp_path: Path) -> None:
    async def drop() -> None:
        file = tmp_path / "charcoal-lora.safetensors"
        file.write_bytes(tiny_lora(1))
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(file))])
            how = (
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, *how)
            window.dragEnterEvent(enter)
            assert enter.isAccepted()
            window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *how))
            page = window.install.address
            assert page.source.text() == str(file)
            assert not page.token.isVisible()
            page.install.click()
            models = desk.servers.current.models
            await until(lambda: "charcoal-lora" in listed(window), models.changed)
            assert window.tabs.currentIndex() == Page.QUEUE
            await until(lambda: "charcoal-lora" in desk.notices.latest.text, desk.notices.posted)
            desk.notices.latest.action.run()
            assert window.models.details.title.text() == "charcoal-lora"

    run(drop())


def test_an_installation_is_paused_resumed_and_canceled(run: Any, demo: DemoProcess) -> None:
    async def hold() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            installs = desk.servers.current.manager.installs
            demo.faults(hold=True)
            window.open_page(Page.INSTALL)
            window.install.list.setCurrentRow(1)
            window.install.address.source.setText("demo/meadow-lora")
            window.install.address.install.click()

            def state() -> InstallState | None:
                rows = installs.rows
                return rows[0].install.state if rows else None

            await until(lambda: state() is InstallState.DOWNLOADING, installs.changed)
            queue = window.queue
            queue.table.selectRow(0)
            assert queue.pause.isEnabled()
            queue.pause.click()
            await until(lambda: state() is InstallState.PAUSED, installs.changed)
            assert not queue.pause.isEnabled()
            queue.resume.click()
            await until(lambda: state() is InstallState.DOWNLOADING, installs.changed)
            queue.cancel.click()
            await until(lambda: state() is InstallState.CANCELED, installs.changed)
            queue.prune.click()
            await until(lambda: not installs.rows, installs.changed)
            assert queue.panel.state is PanelState.EMPTY

    run(hold())


def test_a_download_that_wants_a_token_is_tried_again_with_one(run: Any, demo: DemoProcess) -> None:
    async def token() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            installs = desk.servers.current.manager.installs
            window.open_page(Page.INSTALL)
            window.install.list.setCurrentRow(1)
            page = window.install.address
            page.source.setText("https://example.org/gated/flux-lora.safetensors")
            assert page.token.isVisible()
            page.install.click()
            await until(
                lambda: installs.rows and installs.rows[0].install.needs_token, installs.changed
            )
            assert "token" in desk.notices.latest.problem.code
            window.queue.table.selectRow(0)
            window.queue.token.click()
            dialog = window.findChild(QInputDialog)
            dialog.setTextValue("sesame")
            dialog.accept()
            models = desk.servers.current.models
            await until(lambda: "flux-lora" in listed(window), models.changed)

    run(token())


def test_a_source_that_is_none_is_refused_beside_its_field(run: Any, demo: DemoProcess) -> None:
    async def refuse() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            installs = desk.servers.current.manager.installs
            window.open_page(Page.INSTALL)
            window.install.list.setCurrentRow(1)
            page = window.install.address
            page.source.setText("no such thing")
            page.install.click()
            await until(lambda: page.verdict.text(), installs.refused)
            assert "no such thing" in page.verdict.text()
            assert not installs.rows

    run(refuse())


def test_starter_models_are_installed_with_what_they_need(run: Any, demo: DemoProcess) -> None:
    async def start() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            manager = desk.servers.current.manager
            window.open_page(Page.INSTALL)
            page = window.install.starters
            await until(lambda: page.table.rowCount(), manager.starters.changed)
            page.search.setText("alpine")
            page.table.selectRow(0)
            assert "t5_base_encoder" in page.note.text()
            page.install.click()
            models = desk.servers.current.models
            await until(
                lambda: {"Alpine XL", "t5_base_encoder"} <= {m.name for m in models.items},
                models.changed,
            )
            assert named(desk, "Alpine XL").description
            page.search.clear()
            starters = manager.starters
            await until(
                lambda: any(one.name == "Alpine XL" and one.is_installed for one in starters.value),
                starters.changed,
            )

    run(start())


def test_a_workflow_that_lacks_a_model_offers_to_find_it(
    run: Any, demo: DemoProcess, tmp_path: Path
) -> None:
    document = json.loads(SAMPLE.read_text())
    wanted = {"key": "x", "hash": "blake3:x", "name": "Meadow", "base": "sd-3", "type": "main"}
    for node in document["nodes"]:
        if "model" in node["data"]["inputs"] and node["data"]["type"].endswith("model_loader"):
            node["data"]["inputs"]["model"]["value"] = wanted
    file = tmp_path / "foreign.json"
    file.write_text(json.dumps(document))

    async def find() -> None:
        async with open_desk(demo.url) as desk:
            desk.opening.open_files([file])
            workflow = desk.workflows.current
            await until(lambda: workflow.state is OpenState.READY, workflow.changed)
            dialog = desk.models.dialog
            (button,) = dialog.find_buttons.values()
            button.click()
            window = desk.model_manager.models
            assert window.tabs.currentIndex() == Page.INSTALL
            starters = desk.servers.current.manager.starters
            table = window.install.starters.table
            await until(lambda: table.rowCount() == 1, starters.changed)
            assert table.item(0, 0).text() == "Meadow"

    run(find())


def test_the_window_lets_go_of_a_server_that_was_removed(run: Any, demo: DemoProcess) -> None:
    async def leave() -> None:
        async with open_desk(demo.url) as desk:
            window = shown(desk)
            window.choose(named(desk, "Canny").key)
            await desk.servers.remove(desk.servers.current)
            assert not listed(window)
            assert window.models.panel.state is PanelState.EMPTY

    run(leave())
