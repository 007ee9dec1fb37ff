"""The states that every panel has: empty, loading, content, stale, error, no permission."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.access import WANTS_SIGN_IN
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import fonts, texts, theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel, ThinProgressBar

BUSY_AFTER_MS = 200
MESSAGE_WIDTH_PX = 320
DETAIL_HEIGHT_PX = 64

Act = Callable[[], None]


class PanelState(Enum):
    """What a panel shows."""

    EMPTY = "empty"
    LOADING = "loading"
    CONTENT = "content"
    STALE = "stale"
    ERROR = "error"
    NO_PERMISSION = "no-permission"


class Message(QWidget):
    """A page with an icon, a sentence, what to do, and details that unfold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Act | None = None
        self._icon = IconLabel(size_px=24)
        self._text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("tone", "text2")
        self._text.setMaximumWidth(theme.px(MESSAGE_WIDTH_PX))
        self._button = QPushButton()
        self._more = QPushButton(self.tr("Details"))
        self._more.setProperty("variant", "link")
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setProperty("variant", "link")
        self._detail = QPlainTextEdit(readOnly=True)
        self._detail.setAccessibleName(self.tr("Details"))
        self._detail.setMinimumHeight(theme.px(DETAIL_HEIGHT_PX))
        self._detail.setMaximumHeight(theme.px(2 * DETAIL_HEIGHT_PX))
        self._detail.setFont(fonts.fixed(theme.px(11)))
        self._build()
        self._button.clicked.connect(self._run)
        self._more.clicked.connect(self._unfold)
        self._copy.clicked.connect(self._copy_all)

    def show_message(
        self,
        icon: str,
        token: str,
        text: str,
        detail: str = "",
        label: str = "",
        act: Act | None = None,
    ) -> None:
        """Show a sentence; ``label`` and ``act`` are the button, ``detail`` is folded."""
        self._icon.set_icon(icon, token)
        self._text.setText(text)
        self._act = act
        self._button.setText(label)
        self._button.setVisible(act is not None)
        self._detail.setPlainText(detail)
        self._detail.hide()
        self._more.setVisible(bool(detail))
        self._copy.setVisible(token == "failed")

    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def _build(self) -> None:
        center = Qt.AlignmentFlag.AlignHCenter
        links = QHBoxLayout()
        links.addStretch()
        links.addWidget(self._more)
        links.addWidget(self._copy)
        links.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addStretch(1)
        rows.addWidget(self._icon, 0, center)
        rows.addLayout(self._centered_text())
        rows.addWidget(self._button, 0, center)
        rows.addLayout(links)
        rows.addWidget(self._detail, 2)
        rows.addStretch(1)

    def _centered_text(self) -> QHBoxLayout:
        """An alignment would do it, but takes the label's height for its width away."""
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._text, 1000)
        line.addStretch(1)
        return line

    def _run(self) -> None:
        if self._act is not None:
            self._act()

    def _unfold(self) -> None:
        self._detail.setVisible(self._detail.isHidden())

    def _copy_all(self) -> None:
        detail = self._detail.toPlainText()
        QGuiApplication.clipboard().setText("\n\n".join(filter(None, (self.text(), detail))))


class Panel(QWidget):
    """Shows content, or says in its place why there is none and what to do.

    ``loading`` keeps content that is shown already; a panel that has none shows a busy bar after
    200 ms. ``stale`` keeps the content under a line that says how old it is.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = PanelState.CONTENT
        self._loaded = False
        self._content = content
        self._stale = QLabel()
        self._stale.setProperty("role", "caption")
        self._stale.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._busy = ThinProgressBar()
        self._busy.set_fraction(None)
        self._busy.setAccessibleName(self.tr("Loading"))
        self._message = Message()
        self._message_page = QScrollArea(widgetResizable=True)
        self._message_page.setWidget(self._message)
        self._message.setAutoFillBackground(False)  # the ground of the panel shows through
        self._blank = QWidget()
        self._pages = QStackedWidget()
        for page in (content, self._message_page, self._blank):
            self._pages.addWidget(page)
        self._busy_timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._busy.show)
        self._build()

    @property
    def content(self) -> QWidget:
        """The widget that is shown when all is well."""
        return self._content

    @property
    def message_text(self) -> str:
        """The sentence that stands in the content's place; empty with content."""
        return self._message.text() if self._pages.currentWidget() is self._message_page else ""

    def set_head(self, head: QWidget) -> None:
        """Keep a widget over the content, whatever is shown in its place."""
        self._rows.insertWidget(0, head)

    def show_content(self) -> None:
        """Show the content, up to date."""
        self._enter(PanelState.CONTENT, self._content)

    def show_loading(self) -> None:
        """Say that content is on its way."""
        if self.state is not PanelState.LOADING:
            self._enter(PanelState.LOADING, self._content if self._loaded else self._blank)
            self._busy_timer.start()

    def show_stale(self, as_of: float, source: str = "", words: str = "") -> None:
        """Keep the content and say of when it is, in seconds since the epoch, and whence.

        ``words`` say both in their own way.
        """
        self._enter(PanelState.STALE, self._content)
        text = words or self.tr("As of {time}").format(time=texts.clock_text(as_of))
        self._stale.setText(f"{text} \N{MIDDLE DOT} {source}" if source else text)
        self._stale.setToolTip(texts.moment_text(as_of))
        self._stale.show()

    def show_empty(
        self, text: str, label: str = "", act: Act | None = None, icon: str = "info"
    ) -> None:
        """Say the next action, and offer it."""
        self._enter(PanelState.EMPTY, self._message_page)
        self._message.show_message(icon, "text2", text, label=label, act=act)

    def show_error(
        self, problem: Problem | str, detail: str = "", retry: Act | None = None
    ) -> None:
        """Say what happened; details are folded, all of it can be copied."""
        text = problem if isinstance(problem, str) else texts.problem_text(problem)
        signs = isinstance(problem, Problem) and problem.code in WANTS_SIGN_IN
        label = self.tr("Sign in…") if signs else self.tr("Try again")
        self._enter(PanelState.ERROR, self._message_page)
        self._message.show_message("circle-x", "failed", text, detail, label, act=retry)

    def show_no_permission(self, text: str, label: str = "", act: Act | None = None) -> None:
        """Say what is not allowed and who could."""
        self._enter(PanelState.NO_PERMISSION, self._message_page)
        self._message.show_message("lock", "text2", text, label=label, act=act)

    def _enter(self, state: PanelState, page: QWidget) -> None:
        self.state = state
        if state is not PanelState.LOADING:
            self._loaded = state in (PanelState.CONTENT, PanelState.STALE)
        self._busy_timer.stop()
        self._busy.hide()
        self._stale.hide()
        self._pages.setCurrentWidget(page)

    def _build(self) -> None:
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._busy)
        rows.addWidget(self._stale)
        rows.addWidget(self._pages, 1)
        self._busy.hide()
        self._stale.hide()
