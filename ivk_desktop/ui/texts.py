"""The texts of ``words`` in the user's language, and short texts that many widgets need."""

from __future__ import annotations

import re
import time

from PySide6.QtCore import QCoreApplication, QLocale

from ivk_desktop import words
from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.notices import Notice

CONTEXT = "words"


def breakable(text: str, every: int = 40) -> str:
    """A text that never makes a pane wider: words that no line holds may break anywhere."""
    return re.sub(rf"\S{{{every}}}", lambda found: found[0] + "\u200b", text)


def problem_text(problem: Problem) -> str:
    """The translated sentence of a problem; never raises."""
    template = words.SENTENCES.get(problem.code)
    if template is None:
        return words.sentence(problem)
    try:
        return QCoreApplication.translate(CONTEXT, template).format(**problem.args)
    except (KeyError, IndexError, ValueError, AttributeError, TypeError):
        return words.sentence(problem)


def board_name(board_id: str | None, name: str) -> str:
    """What a board is called here: the one of pictures on no board has no name of its own."""
    if board_id is None or board_id == UNCATEGORIZED:
        return QCoreApplication.translate("boards", "Uncategorized")
    return name


def notice_text(notice: Notice) -> str:
    """The one line of a notice."""
    text = notice.text
    if not text and notice.problem is not None:
        text = problem_text(notice.problem)
    named = not notice.server or text.startswith(f"{notice.server} ")
    return text if named else f"{notice.server}: {text}"


def clock_text(seconds_since_epoch: float) -> str:
    """The local time of day, for example ``14:02``."""
    local = time.localtime(seconds_since_epoch)
    return f"{local.tm_hour:02d}:{local.tm_min:02d}"


def moment_text(seconds_since_epoch: float) -> str:
    """The exact local date and time, for tool tips."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(seconds_since_epoch))


def count_text(number: int) -> str:
    """A count with the locale's thousands separator."""
    return QLocale().toString(number)
