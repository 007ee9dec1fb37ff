"""Previews at 100 a second, and a grid of 100,000 names: ``python -m tests.benchmarks.pictures``.

The chain is measured from ``Previews.apply`` to the end of the paintEvent that drew the frame,
without the network. CPU seconds are of the whole process.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from ivk_desktop.domain.boards import BoardId, BoardKey, GalleryView
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef, MediaSize
from ivk_desktop.domain.updates import Preview, Progress
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.media_list import NamesModel
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.previews import Previews
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.trash import Trash
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.stage.stage import Stage
from ivk_desktop.ui.theme import Scheme, theme
from tests.fakes import SERVER, job_key
from tests.fakes_gallery import FakeGallery
from tests.stores.waiting import until
from tests.ui.stage_help import Session

Row = tuple[str, str]
PREVIEWS, PER_SECOND = 1000, 100
NAMES = 100_000
CHANGES = 20


def noisy(edge: int, kind: str) -> bytes:
    """A picture that compresses as badly as a half-denoised one."""
    small = QImage(edge // 3, edge // 3, QImage.Format.Format_RGB32)
    bits = small.bits()
    bits[:] = random.randbytes(len(bits))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.scaled(edge, edge).save(buffer, kind, 75)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class ManyPictures(FakeGallery):
    """Has each picture that is asked for."""

    thumbnail = b""

    async def gallery_names(self, view: GalleryView) -> list[ImageName]:
        return [ImageName(f"{n:06}.png") for n in range(NAMES)]

    async def images(self, names: Sequence[ImageName]) -> list[ImageInfo]:
        await asyncio.sleep(0.008)  # what the real server needs for 200
        return [ImageInfo(MediaRef(SERVER, name), 512, 768, 0.0, starred=True) for name in names]

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        await asyncio.sleep(0.0015)  # what the real server needs
        return self.thumbnail


async def previews(stage: Stage, session: Session) -> list[Row]:
    """Apply previews of 128x128 px at a steady rate, on a stage of the usual size."""
    frames = [noisy(128, "JPG") for _ in range(20)]
    delays: list[float] = []

    def painted(_: JobKey, arrived_at: float, painted_at: float) -> None:
        delays.append((painted_at - arrived_at) * 1000)

    stage.canvas.frame_painted.connect(painted)
    begin, cpu = time.perf_counter(), time.process_time()
    for number in range(PREVIEWS):
        preview = Preview(frames[number % len(frames)], 1024, 1024, time.monotonic())
        session.previews.apply(Progress(job_key(1), preview=preview))
        await asyncio.sleep(max(0.0, begin + (number + 1) / PER_SECOND - time.perf_counter()))
    cpu = time.process_time() - cpu
    delays.sort()
    return [
        ("preview to paint, p50", f"{delays[len(delays) // 2]:.2f} ms"),
        ("preview to paint, p99", f"{delays[int(len(delays) * 0.99)]:.2f} ms"),
        ("previews painted", f"{100 * len(delays) / PREVIEWS:.1f} %"),
        ("CPU for 1000 previews", f"{cpu:.2f} s"),
    ]


async def grid(stage: Stage, session: Session) -> list[Row]:
    """Open 100,000 names, change one, scroll through with thumbnails from the server."""
    spent: list[float] = []
    paint = PictureGrid.paintEvent

    def timed(self: PictureGrid, event: object) -> None:
        begin = time.perf_counter()
        paint(self, event)  # type: ignore[arg-type]
        spent.append((time.perf_counter() - begin) * 1000)

    PictureGrid.paintEvent = timed  # type: ignore[method-assign, assignment]
    view = stage.board_page.grid
    begin = time.perf_counter()
    stage.show_board(BoardKey(SERVER, BoardId("many")), "Many")
    assert view._model is not None
    await until(view._model.modelReset, lambda: view.ref(0) is not None)
    stage.grab()
    opened = (time.perf_counter() - begin) * 1000
    model = view._model
    media = session.media
    await until(media.ready, lambda: _filled(view, media, range(1)))
    first = (time.perf_counter() - begin) * 1000
    bar, begin = view.verticalScrollBar(), time.perf_counter()
    spent.clear()
    while (now := time.perf_counter() - begin) < 5:
        bar.setValue(round(now * 3000))
        await asyncio.sleep(0.008)
    spent.sort()
    bar.setValue(bar.maximum() // 2)
    begin = time.perf_counter()
    await until(media.ready, lambda: _filled(view, media, view.visible_rows()))
    jump = (time.perf_counter() - begin) * 1000
    assert isinstance(model, NamesModel)
    changes = [_one_more(model, number) for number in range(CHANGES)]
    begin = time.perf_counter()
    view.choose_all()
    stage.grab()
    chosen = (time.perf_counter() - begin) * 1000
    victim = view.ref(NAMES // 2)
    assert victim is not None
    begin = time.perf_counter()
    session.gallery.delete([victim], 600)
    deleted = (time.perf_counter() - begin) * 1000
    return [
        ("100,000 names, opened", f"{opened:.0f} ms"),
        ("first thumbnail", f"{first:.0f} ms"),
        ("scroll at 3000 px/s, p99", f"{spent[int(len(spent) * 0.99)]:.1f} ms a repaint"),
        ("repaints up to 16 ms", f"{100 * sum(s <= 16 for s in spent) / len(spent):.1f} %"),
        ("jump to a far place, filled", f"{jump:.0f} ms"),
        ("one name more", f"{median(changes):.1f} ms"),
        ("all chosen and painted", f"{chosen:.1f} ms"),
        ("one deleted, hidden", f"{deleted:.1f} ms"),
    ]


def _one_more(model: NamesModel, number: int) -> float:
    """One name in front of the others, all of them as a new answer has them; milliseconds."""
    names = [ImageName(f"new{number}.png"), *("".join(name) for name in map(list, model.names))]
    begin = time.perf_counter()
    model.set_names(names)
    return (time.perf_counter() - begin) * 1000


def _filled(view: PictureGrid, media: MediaStore, rows: range) -> bool:
    refs = [view.ref(row) for row in rows]
    return all(ref is not None and media.loaded_thumbnail(ref) is not None for ref in refs)


async def measure(cache: Path) -> list[Row]:
    """Measure all on one stage."""
    server, tasks, workers = ManyPictures(), Tasks(), Workers()
    server.thumbnail = noisy(256, "WEBP")
    trash, results = Trash(server, tasks, Notices(), None), ResultStore()
    boards = BoardStore(server, tasks, trash=trash)
    session = Session(
        server,
        Previews(workers),
        MediaStore(server, tasks, workers, ThumbnailCache(cache)),
        results,
        QueueStore(server.server_id, server, tasks),
        boards,
        Gallery(server, tasks, Notices(), trash, boards, results),
    )
    stage = Stage()
    stage.resize(712, 528)
    stage.set_session(session)
    stage.show()
    await asyncio.sleep(0.2)
    rows = await previews(stage, session)
    rows += await grid(stage, session)
    stage.open_page(Page.LIVE)
    await tasks.close()
    workers.close()
    return rows


def main() -> None:
    """Print the table."""
    app = QApplication([])
    theme().apply(app, Scheme.DARK)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with TemporaryDirectory() as folder, loop:
        for name, value in loop.run_until_complete(measure(Path(folder))):
            print(f"{name:32} {value}")


if __name__ == "__main__":
    main()
