"""The line below a board's bar: how far the index is, and what was not understood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from ivk_desktop.domain.boards import SearchBy
from ivk_desktop.domain.picture_search import parse
from ivk_desktop.stores.boards import BoardPictures
from ivk_desktop.stores.picture_index import Count
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space


def _tr(text: str) -> str:
    return QCoreApplication.translate("boards", text)


class BoardNote(QLabel):
    """Shown only where there is something to be said of a search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setProperty("role", "caption")
        self.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self.hide()

    def show_note(self, pictures: BoardPictures) -> None:
        """Say what is to be said of what is searched on a board."""
        text = note_text(pictures)
        self.setText(text)
        self.setVisible(bool(text))


def note_text(pictures: BoardPictures) -> str:
    """What is to be said of a search; empty without one."""
    view, local = pictures.view, pictures.local
    if not view.search:
        return ""
    query = parse(view.search)
    said = [problem_text(problem) for problem in query.problems]
    if local.online and (view.by is SearchBy.SERVER or not local.is_usable):
        if not query.is_plain:
            said.append(_tr("The server searches all of it as one text: filters need the index."))
    elif not local.count.is_complete:
        said.append(progress_text(local.count))
    return " \N{MIDDLE DOT} ".join(dict.fromkeys(said))


def progress_text(count: Count) -> str:
    """How far the index is."""
    if not count.total:
        return _tr("Nothing is indexed yet")
    done, total = count_text(count.done), count_text(count.total)
    if count.is_complete:
        return _tr("All {total} pictures are indexed").format(total=total)
    return _tr("Indexed {done} of {total}").format(done=done, total=total)
