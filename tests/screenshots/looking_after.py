"""The model manager and the server page, in each of their states."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMessageBox

from ivk_desktop.app import Desk
from ivk_desktop.domain.access import Mode
from ivk_desktop.domain.installs import InstallRequest, InstallState
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.models.edit_dialog import EditDialog
from ivk_desktop.ui.models.window import ModelsWindow, Page
from tests.demo_process import DemoProcess, demo_server
from tests.desk import connected, open_desk, until
from tests.screenshots.camera import Camera
from tests.tiny_models import tiny_lora

SMALL = QSize(1100, 680)
LARGE = QSize(1600, 900)


async def walk(camera: Camera) -> None:
    """Walk through the states."""
    with demo_server("--models", "2000") as many:
        async with open_desk(many.url) as desk:
            desk.model_manager.show()
            window = desk.model_manager.models
            for size in (SMALL, LARGE):
                window.resize(size)
                await camera.take_beside(window, f"10-models-many-{size.width()}")
    with demo_server("--gpus", "2") as demo:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            desk.model_manager.show()
            window = desk.model_manager.models
            await models(camera, session, window)
            await installing(camera, session, window)
            await queue(camera, demo, session, window)
            await server(camera, desk, session)
    with demo_server("--multiuser") as several:
        await users(camera, several.url)


async def users(camera: Camera, url: str) -> None:
    """A server with users, as its administrator sees it and as a plain user does."""
    async with open_desk() as desk:
        await until(lambda: desk.connections, desk.window.painted)
        desk.connections._connect_asked("lab", url)
        servers = desk.servers
        await until(lambda: servers.current and servers.current.url == url, servers.current_changed)
        sign_in = servers.current.sign_in
        for email, password in (("admin@lab.test", "labadmin"), ("user@lab.test", "labuser")):
            await until(lambda: sign_in.wanted is Mode.SIGN_IN, sign_in.changed)
            sign_in.sign_in(email, password, remember=False)
            await connected(desk)
            await restricted(camera, desk, email.partition("@")[0])
            sign_in.sign_out()


async def restricted(camera: Camera, desk: Desk, who: str) -> None:
    """What somebody sees of a server with users."""
    session = desk.servers.current
    desk.server_page.show()
    page = desk.server_page.page
    await until(lambda: session.page.packs.value, session.page.packs.changed)
    await camera.take_beside(page, f"14-server-{who}")
    page.close()
    desk.model_manager.show()
    window = desk.model_manager.models
    window.resize(SMALL)
    window.choose(session.models.items[3].key)
    await camera.take_beside(window, f"14-models-{who}")
    for tab in (Page.INSTALL, Page.QUEUE):
        window.open_page(tab)
        await camera.take_beside(window, f"14-{tab.name.lower()}-{who}")
    window.open_page(Page.MODELS)
    window.close()


async def models(camera: Camera, session: ServerSession, window: ModelsWindow) -> None:
    """One model with all that can be known of it, and several at once."""
    keep, listed = session.manager.keep, session.models
    model = next(one for one in listed.items if one.name == "Juggernaut XL v9")
    other = next(one for one in listed.items if one.name == "sdxl-vae-fp16-fix")
    window.choose(model.key)
    keep.relate(model.key, other.key, True)
    library = session.manager.in_library
    await until(lambda: not library.is_reading and library.using(model), library.changed)
    for size in (SMALL, LARGE):
        window.resize(size)
        await camera.take_beside(window, f"10-models-details-{size.width()}")
    window.models.edit_button.click()
    dialog = window.findChild(EditDialog)
    await camera.take_beside(dialog, "10-models-edit")
    dialog.close()
    window.resize(SMALL)
    window.models.table.selectAll()
    window.models.delete_button.click()
    question = window.findChild(QMessageBox)
    await camera.take_beside(question, "10-models-delete")
    question.close()
    await camera.take_beside(window, "10-models-several")
    window.models.search.setText("nothing of that name")
    await camera.take_beside(window, "10-models-no-match")
    window.models.show_all()


async def installing(camera: Camera, session: ServerSession, window: ModelsWindow) -> None:
    """Where models come from."""
    page = window.install
    window.open_page(Page.INSTALL)
    starters = session.manager.starters
    await until(lambda: starters.state is ListState.READY, starters.changed)
    page.starters.table.selectRow(2)
    await camera.take_beside(window, "11-install-starters")
    page.list.setCurrentRow(1)
    page.address.source.setText("https://example.org/files/portrait.safetensors")
    await camera.take_beside(window, "11-install-address")
    page.list.setCurrentRow(2)
    page.hub.place.setText("files/landscapes")
    page.hub.look.click()
    await until(lambda: page.hub.list.count(), session.manager.hub_found)
    await camera.take_beside(window, "11-install-hub")
    page.list.setCurrentRow(3)
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        page.folder.place.setText(folder)
        page.folder.look.click()
        await until(lambda: page.folder.list.count(), session.manager.folder_scanned)
        page.folder.all.click()
        await camera.take_beside(window, "11-install-folder")
    page.folder.place.setText("/nowhere")
    page.folder.look.click()
    await until(
        lambda: page.folder.verdict.property("tone") == "failed", session.manager.folder_scanned
    )
    await camera.take_beside(window, "11-install-refused")


def fill(folder: Path) -> None:
    """Put models into a folder."""
    (folder / "sketches").mkdir()
    for name in ("portrait-lora", "sketches/ink-lora", "sketches/chalk-lora"):
        (folder / f"{name}.safetensors").write_bytes(tiny_lora(1))


async def queue(
    camera: Camera, demo: DemoProcess, session: ServerSession, window: ModelsWindow
) -> None:
    """One installation in each state."""
    installs = session.manager.installs
    window.open_page(Page.QUEUE)
    await camera.take_beside(window, "12-queue-empty")
    sources = (
        "demo/meadow-lora",
        "https://example.org/gated/flux-dev.safetensors",
        "https://example.org/huge/wan-video.safetensors",
        "https://example.org/files/broken.safetensors",
        "https://example.org/files/letter.safetensors",
        "demo/paused-xl",
        "demo/alpine-xl",
        "demo/waiting-xl",
    )
    for source in sources:
        installs.start(InstallRequest(source))
        count = len(installs.rows)
        await until(lambda before=count: len(installs.rows) > before, installs.changed)
        if source.endswith("paused-xl"):
            await until(lambda: state(installs, "paused-xl", "downloading"), installs.changed)
            row = next(r for r in installs.rows if r.install.source == source)
            installs.pause(row.install)
            await until(lambda: state(installs, "paused-xl", "paused"), installs.changed)
        elif not source.endswith(("alpine-xl", "waiting-xl")):
            await until(lambda last=source: ended(installs, last), installs.changed)
    await until(lambda: state(installs, "alpine-xl", "downloading"), installs.changed)
    await until(lambda: any(row.left_s for row in installs.rows), installs.progressed)
    failed = [n for n in range(8) if window.queue.table.rows.install(n).needs_token]
    window.queue.table.selectRow(failed[0])
    for size in (SMALL, LARGE):
        window.resize(size)
        await camera.take_beside(window, f"12-queue-{size.width()}")


def state(installs: object, source: str, wanted: str) -> bool:
    """Whether one installation is in a state."""
    rows = installs.rows  # type: ignore[attr-defined]
    found = [row.install.state for row in rows if row.install.source.endswith(source)]
    return found == [InstallState(wanted)]


def ended(installs: object, source: str) -> bool:
    """Whether one installation has ended."""
    rows = installs.rows  # type: ignore[attr-defined]
    return any(row.install.source == source and row.install.state.ended for row in rows)


async def server(camera: Camera, desk: Desk, session: ServerSession) -> None:
    """The server page, with its dependencies folded and not."""
    desk.server_page.show()
    window, page = desk.server_page.page, session.page
    await until(lambda: page.packs.value, page.packs.changed)
    await until(lambda: page.log_level.value, page.log_level.changed)
    await camera.take_beside(window, "13-server")
    window.resize(SMALL)
    await camera.take_beside(window, "13-server-wide")
    window.close()
