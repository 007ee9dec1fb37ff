"""What arrives while the window is open: second starts, links, files that the system opens."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QMessageBox

from ivk_desktop import cli, resources
from ivk_desktop.app import Desk
from ivk_desktop.stores.desktop.one_instance import Handover
from ivk_desktop.stores.open_workflow import OpenState
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
SAMPLE = "text-to-image-sd15.json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / SAMPLE
    file.write_text(resources.text("workflows", SAMPLE))
    return file


def question(desk: Desk) -> QMessageBox:
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    return box


def answer(box: QMessageBox, text: str) -> None:
    next(button for button in box.buttons() if button.text() == text).click()


async def ready(desk: Desk) -> None:
    workflow = desk.workflows.current
    assert workflow is not None
    await until(lambda: workflow.state is OpenState.READY, workflow.changed)


def test_the_files_of_a_second_start_are_opened_here(
    run: Run, demo: DemoProcess, file: Path
) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            assert desk.arrivals is not None
            desk.arrivals.take(Handover((str(file),)))
            await ready(desk)

    run(story())


def test_a_second_start_ends_once_its_files_were_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given: list[Handover] = []
    monkeypatch.setattr(
        "ivk_desktop.stores.desktop.one_instance.hand_over",
        lambda what: given.append(what) is None,
    )
    assert cli.main(["a.json", "ivk://server?url=lab"]) == 0
    assert given == [Handover((str(Path.cwd() / "a.json"), "ivk://server?url=lab"), "")]
    assert "has taken over" in capsys.readouterr().err


def test_a_link_to_a_server_asks_first_and_no_is_the_default(run: Run, demo: DemoProcess) -> None:
    async def story() -> None:
        async with open_desk() as desk:
            assert desk.arrivals is not None
            desk.arrivals.open([f"ivk://server?url={demo.url}"])
            box = question(desk)
            assert demo.url in box.text()
            assert box.defaultButton().text() == "Do not open"
            answer(box, "Do not open")
            assert not desk.servers.sessions
            desk.arrivals.open([f"ivk://server?url={demo.url}"])
            answer(desk.window.findChildren(QMessageBox)[-1], "Open")
            await until(lambda: desk.servers.current is not None, desk.servers.current_changed)

    run(story())


def test_a_link_to_a_workflow_opens_it(run: Run, demo: DemoProcess) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            assert session is not None
            assert desk.arrivals is not None
            card = session.library.items[0]
            desk.arrivals.open([f"ivk://workflow/{card.workflow_id}?server={demo.url}"])
            assert not desk.workflows.workflows
            answer(question(desk), "Open")
            await ready(desk)

    run(story())


def test_a_link_to_an_item_puts_the_cursor_on_it(run: Run, demo: DemoProcess) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            await opened(desk, "Text to image, SD1.5")
            session = desk.servers.current
            assert session is not None
            assert desk.arrivals is not None
            desk.window.invoke_bar.invoke()
            await until(lambda: session.queue.jobs, session.queue.changed, session.queue.reset)
            job_id = next(iter(session.queue.jobs))
            desk.arrivals.open([f"ivk://item/{job_id}?server={demo.url}"])
            answer(question(desk), "Open")
            assert desk.window.queue.table.currentIndex().isValid()
            desk.arrivals.open([f"ivk://item/999999?server={demo.url}"])
            answer(desk.window.findChildren(QMessageBox)[-1], "Open")
            codes = [note.problem.code for note in desk.notices.log if note.problem is not None]
            assert "link_item_gone" in codes

    run(story())


def test_a_link_that_cannot_be_read_is_said_and_asks_nothing(run: Run) -> None:
    async def story() -> None:
        async with open_desk() as desk:
            assert desk.arrivals is not None
            desk.arrivals.open(["ivk://delete/everything"])
            assert desk.window.findChild(QMessageBox) is None
            assert desk.notices.log[-1].problem is not None
            assert desk.notices.log[-1].problem.code == "link_unreadable"

    run(story())


def test_a_file_that_the_system_opens_is_opened(run: Run, demo: DemoProcess, file: Path) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            assert desk.arrivals is not None
            event = QFileOpenEvent(QUrl.fromLocalFile(str(file)))
            assert desk.arrivals.eventFilter(desk, event)
            await ready(desk)

    run(story())


@pytest.mark.parametrize(
    ("given", "name"),
    [("file:///tmp/a%20b.json", "/tmp/a b.json"), ("a.json", "a.json")],
)
def test_a_desktop_may_hand_over_a_file_by_its_address(given: str, name: str) -> None:
    assert cli.window_options([given]).files == (name,)
