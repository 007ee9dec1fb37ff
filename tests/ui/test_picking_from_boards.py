"""Picking an input picture from a board of the demo server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ivk_desktop.app import Desk
from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.form import FieldKind, FieldSpec
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.listing import ListState
from ivk_desktop.ui.form.board_pictures import BoardPicturesDialog
from ivk_desktop.ui.form.image import ImageEditor, VideoEditor
from ivk_desktop.ui.form.images import ImagesEditor
from ivk_desktop.ui.session_context import ContextBook
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, until

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / "home" / kind.lower()))
    monkeypatch.setattr(BoardPicturesDialog, "last_board", UNCATEGORIZED)


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    with demo_server("--items", "2", "--images", "60") as demo:
        yield demo


def editor_in(desk: Desk, made: type[Any], kind: FieldKind) -> Any:
    session = desk.servers.current
    assert session is not None
    context = ContextBook(desk.servers).context(session.server_id)
    parent = QWidget(desk.window)
    return made(FieldSpec(FieldId("picture"), kind, "Picture"), context, parent)


async def shown(dialog: BoardPicturesDialog) -> None:
    pictures = dialog._pictures
    assert pictures is not None
    read = (ListState.READY, ListState.EMPTY)
    await until(lambda: pictures.state in read, pictures.state_changed)


def test_a_picture_of_a_board_is_taken(run: Any, demo: DemoProcess) -> None:
    async def take() -> None:
        async with open_desk(demo.url) as desk:
            editor: ImageEditor = editor_in(desk, ImageEditor, FieldKind.IMAGE)
            told: list[Any] = []
            editor.value_edited.connect(told.append)
            editor.browse.click()
            dialog = editor.input._dialog
            assert dialog is not None
            session = desk.servers.current
            assert session is not None
            board = next(
                b for b in session.boards.items if b.image_count and b.key.board_id != UNCATEGORIZED
            )
            dialog.board.picked.emit(str(board.key.board_id))
            await shown(dialog)
            assert dialog.board.currentText() == board.name
            assert not dialog.use.isEnabled()
            dialog.grid.set_current(1)
            ref = dialog.grid.ref(1)
            assert ref is not None
            dialog.use.click()
            assert told == [{"image_name": ref.name}]
            assert not dialog.isVisible()

    run(take())


def test_uploaded_pictures_are_among_the_assets_and_several_can_be_taken(
    run: Any, demo: DemoProcess, tmp_path: Path
) -> None:
    async def take() -> None:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            assert session is not None
            image = QImage(8, 8, QImage.Format.Format_RGB32)
            image.fill(7)
            image.save(str(tmp_path / "mine.png"))
            data = (tmp_path / "mine.png").read_bytes()
            ref = await session.backend.upload_image(data, "mine.png")  # type: ignore[attr-defined]
            editor: ImagesEditor = editor_in(desk, ImagesEditor, FieldKind.IMAGES)
            editor.browse.click()
            dialog = editor.input._dialog
            assert dialog is not None
            await shown(dialog)
            dialog.kind.setCurrentIndex(1)
            dialog.kind.activated.emit(1)
            await shown(dialog)
            assert dialog.grid.ref(0) == ref
            dialog.grid.activated.emit(0)
            dialog.grid.activated.emit(0)
            assert editor.items() == [{"image_name": ref.name}] * 2
            assert dialog.isVisible()
            dialog.close()

    run(take())


def test_a_video_is_uploaded_and_picked_again(run: Any, demo: DemoProcess) -> None:
    async def take() -> None:
        async with open_desk(demo.url) as desk:
            editor: VideoEditor = editor_in(desk, VideoEditor, FieldKind.VIDEO)
            told: list[Any] = []
            editor.value_edited.connect(told.append)
            editor.input.take_files([DATA / "tiny.mp4"])
            await until(lambda: told, editor.value_edited)
            name = told[0]["video_name"]
            editor.browse.click()
            dialog = editor.input._dialog
            assert dialog is not None
            await shown(dialog)
            assert dialog.kind.itemText(0) == "Videos"
            assert dialog._pictures is not None
            assert dialog._pictures.state is ListState.EMPTY
            dialog.kind.setCurrentIndex(1)
            dialog.kind.activated.emit(1)
            await shown(dialog)
            assert dialog.count.text() == "1 video"
            dialog.grid.activated.emit(0)
            assert told[1:] == [{"video_name": name}]

    run(take())
