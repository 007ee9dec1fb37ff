"""What came of a transfer, said once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ivk_desktop.stores.notices import Level, Notice, NoticeAction
from ivk_desktop.stores.saves import Save, ZipDownload
from ivk_desktop.stores.sheet_image import SheetImage
from ivk_desktop.stores.transfers import Transfer
from ivk_desktop.stores.uploads import Upload
from ivk_desktop.ui.pictures.questions import pictures_text
from ivk_desktop.ui.texts import count_text, problem_text

MOST_FAILURES = 20
"""So many failed files are named in the details."""


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("transfers", text)


def notice_of(transfer: Transfer, again: Callable[[Upload], None]) -> Notice:
    """The notice of a transfer that is over; ``again`` uploads what an upload did not reach."""
    text = _done_text(transfer)
    if transfer.left and transfer.cancelled:
        text += " " + tr("{count} were left out.").format(count=count_text(transfer.left))
    elif transfer.left and transfer.stopped is not None:
        why = problem_text(transfer.stopped)
        text += " " + tr("{count} were not tried. {why}").format(
            count=count_text(transfer.left), why=why
        )
    if transfer.failures:
        text += " " + tr("{count} failed: {why}").format(
            count=count_text(len(transfer.failures)), why=problem_text(transfer.failures[0][1])
        )
    bad = bool(transfer.failures or transfer.stopped)
    failed = transfer.failures[:MOST_FAILURES]
    detail = "\n".join(f"{name}: {problem_text(problem)}" for name, problem in failed)
    level = Level.WARNING if bad else Level.INFO
    return Notice(level, text, detail=detail, action=_action(transfer, again))


def _done_text(transfer: Transfer) -> str:
    count = pictures_text(transfer.done)
    if isinstance(transfer, Upload):
        words = tr("{pictures} uploaded to the assets of {place}.")
    elif isinstance(transfer, SheetImage):
        return _sheet_text(transfer, count)
    elif isinstance(transfer, ZipDownload):
        if not transfer.done:
            return tr("{place} was not made.").format(place=transfer.place)
        words = tr("{pictures} saved in {place}.")
        if transfer.left_out:
            words += " " + tr("Videos are not packed.")
    else:
        words = tr("{pictures} saved in {place}.")
    return words.format(pictures=count, place=transfer.place)


def _sheet_text(sheet: SheetImage, count: str) -> str:
    if not sheet.files:
        return tr("{place} was not made.").format(place=sheet.place)
    words = tr("{place}: {pictures} of {edge} px, {width} \u00d7 {height} px as a whole.")
    whole = sheet.size.whole
    return words.format(
        place=sheet.place,
        pictures=count,
        edge=sheet.size.edge,
        width=count_text(whole.width()),
        height=count_text(whole.height()),
    )


def _action(transfer: Transfer, again: Callable[[Upload], None]) -> NoticeAction | None:
    if isinstance(transfer, Upload) and transfer.rest and not transfer.cancelled:
        return NoticeAction(tr("Upload the rest"), partial(again, transfer))
    files = transfer.files if isinstance(transfer, Save | ZipDownload | SheetImage) else ()
    if files:
        return NoticeAction(tr("Open folder"), partial(_open_folder, files[0].parent))
    return None


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
