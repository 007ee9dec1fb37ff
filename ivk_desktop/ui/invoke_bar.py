"""The bar under the form: readiness, runs, server, board, and the button that submits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId
from ivk_desktop.domain.form import Limits, SubmitOptions, SubmitRequest
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.stores.keep_pending import KeepPending
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui.form.number_box import NumberBox
from ivk_desktop.ui.form.numbers import NumberRules
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.invoke_menu import InvokeMenu
from ivk_desktop.ui.keep_rows import KeepRows
from ivk_desktop.ui.minutely import Minutely
from ivk_desktop.ui.readiness_line import ReadinessLine
from ivk_desktop.ui.server_pick import ServerPick
from ivk_desktop.ui.sweeps.plan_label import PlanLabel
from ivk_desktop.ui.sweeps.texts import items_text, plan_text
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.theme import px, theme
from ivk_desktop.ui.tokens import Height, Space

RUNS: Final = NumberRules(integer=True, limits=Limits(1, 10_000, 1, 1))
ROOMY_PX: Final = 390
KEYS: Final = QKeySequence("Ctrl+Enter")
"""Shown on the button; the window's actions own the shortcut."""

Estimate = Callable[[OpenWorkflow, int], str]
"""How long that many items of a workflow will take, in words; empty when not known."""


class InvokeBar(QFrame):
    """Submits the current workflow, once a press, whatever is pressed how often.

    Runs belong to each workflow, the board to the server. What is sent is built here;
    ``OpenWorkflows.end_submission`` tells the end of it.
    """

    submission_foreseen = Signal(object)
    """The ``OpenWorkflow`` that the button under the mouse will submit when it is let go."""
    invoke_requested = Signal(object, object)
    """The ``OpenWorkflow`` and its ``SubmitRequest``, to be handed to the session."""
    replace_requested = Signal(object, object)
    """The same, in place of what runs."""
    keep_requested = Signal(object, int)
    """The ``OpenWorkflow`` of which so many items are to be kept pending."""
    stop_requested = Signal(object)
    """The ``OpenWorkflow`` of which nothing more is to be submitted."""
    dry_run_requested = Signal(object, object)
    """The ``OpenWorkflow`` and the ``SubmitRequest`` to be looked at."""
    copy_requested = Signal(object, object, str)
    """The same, to be copied, and as what: see ``invoke_menu``."""
    problem_clicked = Signal(object)
    """The ``FieldId`` to go to."""
    board_picked = Signal(object)
    """The ``BoardId`` that automatic results go to from now on, or ``None``."""
    server_picked = Signal(object)
    """A ``ServerId``; ``None`` is the least busy one."""
    refreshed = Signal()
    """What is said is up to date: with what the workflow needs now."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        estimate: Estimate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setProperty("border", "top")
        self._workflows = workflows
        self._estimate = estimate
        self._current: OpenWorkflow | None = None
        self._blocker: Problem | None = None
        self._board: BoardId | None = None
        self._boards: Sequence[Board] | None = None
        self._target = ("", "")
        self._leads_to: FieldId | None = None
        self._roomy = True
        self._front_available = True
        self._keepers: tuple[KeepPending, ...] = ()
        self._build_controls()
        self._build_buttons()
        self._build()
        self._connect()
        self._show_board()
        self._current_changed()

    # --- building ------------------------------------------------------------------------
    def _build_controls(self) -> None:
        self.line = ReadinessLine(self)
        self.plan = PlanLabel(self)
        self.runs = NumberBox(RUNS, self)
        self.runs.setAccessibleName(self.tr("Runs"))
        self.runs.setToolTip(self.tr("How often the workflow runs, 1 to 10,000"))
        self.runs.set_value(1)
        word = QLabel(self.tr("Runs"), self.runs)
        word.setBuddy(self.runs)
        word.setProperty("tone", "text2")
        word.setFont(theme().font())
        word.adjustSize()
        word.move(px(9), (px(Height.FIELD) - word.height()) // 2)
        self.runs.lineEdit().setTextMargins(word.width() + px(10), 0, 0, 0)
        self.runs.setFixedWidth(word.width() + px(59))
        self.server = ServerPick(self)
        self.board = PickerCombo(self._board_entries, self)
        self.board.setAccessibleName(self.tr("Board for results"))

    def _build_buttons(self) -> None:
        self.button = QPushButton(self)
        self.button.setProperty("variant", "primary")
        self.button.setProperty("joined", "left")
        self.more = QPushButton(icon("chevron-down", "on_accent"), "", self)
        self.more.setProperty("variant", "primary")
        self.more.setProperty("joined", "right")
        self.more.setAccessibleName(self.tr("More ways to invoke"))
        self.more.setToolTip(self.tr("More ways to invoke"))
        self.menu = InvokeMenu(self)
        self.keeps = KeepRows(self)
        self.minutely = Minutely(self)

    def _build(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(Space.S)
        choices.addWidget(self.runs)
        choices.addWidget(self.server, 5)
        choices.addWidget(self.board, 5)
        choices.addStretch(0)  # takes the room where there is neither
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self.more.setFixedWidth(px(36))
        buttons.addWidget(self.button, 1)
        buttons.addWidget(self.more)
        rows = QVBoxLayout(self)
        margin = px(Space.FORM_MARGIN)
        rows.setContentsMargins(margin, px(Space.S), margin, px(Space.M))
        rows.setSpacing(px(Space.S))
        rows.addWidget(self.keeps)
        rows.addWidget(self.line)
        rows.addWidget(self.plan)
        rows.addLayout(choices)
        rows.addLayout(buttons)

    def _connect(self) -> None:
        self.line.clicked.connect(self._line_clicked)
        self.runs.edited.connect(self._options_edited)
        self.server.picked.connect(self.server_picked)
        self.board.picked.connect(self._board_chosen)
        self.button.clicked.connect(self.invoke)
        self.button.pressed.connect(self._pressed)
        self.menu.front.triggered.connect(self.invoke_front)
        self.menu.replace.triggered.connect(self.invoke_replacing)
        self.menu.keep_asked.connect(self._keep_asked)
        self.menu.stop.triggered.connect(self._stop_asked)
        self.menu.dry_run.triggered.connect(self.dry_run)
        self.menu.copy_asked.connect(self._copy_asked)
        self.keeps.stop_asked.connect(self.stop_requested)
        self.more.clicked.connect(self._open_menu)
        self._workflows.current_changed.connect(self._current_changed)
        self.minutely.passed.connect(self.refresh)

    # --- what is set from outside --------------------------------------------------------
    def set_target(self, words: str, tip: str = "") -> None:
        """Say where a submission would go and why, where that is not told by its name."""
        if (words, tip) != self._target:
            self._target = (words, tip)
            self.refresh()

    def set_boards(self, boards: Sequence[Board] | None) -> None:
        """Offer boards; ``None`` while they are not known."""
        self._boards = boards
        self._show_board()

    def set_board(self, board_id: BoardId | None) -> None:
        """Choose where automatic results go."""
        self._board = board_id
        self._show_board()
        self._push_options()

    def set_blocker(self, problem: Problem | None) -> None:
        """Say why nothing can be submitted now, for example a lost connection."""
        if problem != self._blocker:
            self._blocker = problem
            self.refresh()

    def set_front_available(self, available: bool) -> None:
        """Tell whether the server can put a submission in front."""
        self._front_available = available
        self.refresh()

    def show_keepers(self, keepers: Sequence[KeepPending]) -> None:
        """Show of which workflows items are kept pending."""
        self._keepers = tuple(keepers)
        self.keeps.show_keepers(self._keepers, self._current)
        self.refresh()

    def _icon(self, name: str) -> QIcon:
        return icon(name, "text2") if self._roomy else QIcon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a narrow column the icons leave their place to the names.
        roomy = event.size().width() >= px(ROOMY_PX)
        if roomy != self._roomy:
            self._roomy = roomy
            self.server.set_icons(roomy)
            self._show_board()
        super().resizeEvent(event)

    # --- options -------------------------------------------------------------------------
    def options(self) -> SubmitOptions:
        """What the bar adds to the form's values."""
        runs = self.runs.value()
        return SubmitOptions(runs if isinstance(runs, int) else 1, self._board)

    def _options_edited(self) -> None:
        self._push_options()

    def _push_options(self) -> None:
        if self._current is not None:
            self._current.set_options(self.options())

    def _board_entries(self) -> list[Entry]:
        boards = [b for b in self._boards or () if b.key.board_id != UNCATEGORIZED]
        boards.sort(key=lambda board: (board.archived, board.name.casefold()))
        none = Entry(UNCATEGORIZED, self.tr("Uncategorized"))
        return [none, *(Entry(board.key.board_id, board.name) for board in boards)]

    def _show_board(self) -> None:
        key = self._board or UNCATEGORIZED
        names = {entry.key: entry.text for entry in self._board_entries()}
        name = names.get(key, self.tr("A board not on the server"))
        if key not in names and self._boards is None:
            name = self.tr("Loading boards…")
        tip = self.tr("Results whose board is automatic go to: {board}").format(board=name)
        self.board.show_entry(key, name, self._icon("square-stack"), tip)

    def _board_chosen(self, key: BoardId) -> None:
        self.set_board(None if key == UNCATEGORIZED else key)
        self.board_picked.emit(self._board)

    # --- submitting ----------------------------------------------------------------------
    def _pressed(self) -> None:
        if self._current is not None:
            self.submission_foreseen.emit(self._current)

    def invoke(self) -> None:
        """Submit the current workflow at the end of the queue."""
        self._submit(front=False)

    def invoke_front(self) -> None:
        """Submit the current workflow in front of all that waits."""
        self._submit(front=True)

    def invoke_replacing(self) -> None:
        """Submit the current workflow in place of what runs."""
        request = self._begin(front=True)
        if request is not None:
            self.replace_requested.emit(self._current, request)

    def _submit(self, front: bool) -> None:
        request = self._begin(front)
        if request is not None:
            self.invoke_requested.emit(self._current, request)

    def _begin(self, front: bool) -> SubmitRequest | None:
        workflow = self._current
        if workflow is None or self._blocker is not None or workflow.submitting:
            return None
        self.runs.settle()
        request = workflow.begin_submit(replace(self.options(), front=front))
        workflow.set_options(self.options())
        return request

    def dry_run(self) -> None:
        """Show what would be submitted."""
        if (request := self._draft()) is not None:
            self.dry_run_requested.emit(self._current, request)

    def _copy_asked(self, kind: str) -> None:
        if (request := self._draft()) is not None:
            self.copy_requested.emit(self._current, request, kind)

    def _draft(self) -> SubmitRequest | None:
        self.runs.settle()
        return self._current.draft(self.options()) if self._current is not None else None

    def _keep_asked(self, count: int) -> None:
        if self._current is not None:
            self.runs.settle()
            self._push_options()
            self.keep_requested.emit(self._current, count)

    def _stop_asked(self) -> None:
        if self._current is not None:
            self.stop_requested.emit(self._current)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    # --- what is shown -------------------------------------------------------------------
    def _current_changed(self) -> None:
        if self._current is not None:
            self._current.changed.disconnect(self.refresh)
            self._current.readiness_changed.disconnect(self.refresh)
            self._current.loaded.disconnect(self._loaded)
        self._current = self._workflows.current
        if self._current is not None:
            self._current.changed.connect(self.refresh)
            self._current.readiness_changed.connect(self.refresh)
            self._current.loaded.connect(self._loaded)
            self.runs.set_value(self._current.options.runs)
            self._push_options()
        self.keeps.show_keepers(self._keepers, self._current)
        self.refresh()

    def _loaded(self) -> None:
        """How often it ran at an earlier time is known now."""
        if self._current is not None:
            self.runs.set_value(self._current.options.runs)

    def refresh(self) -> None:
        """Say again how things stand; to be called when an estimate has changed."""
        workflow = self._current
        self._leads_to = None
        self.plan.hide()
        usable = workflow is not None and workflow.state is OpenState.READY
        self.runs.setEnabled(usable)
        self.board.setEnabled(usable)
        self.server.setEnabled(usable)
        if workflow is None or not usable:
            text = self.tr("No workflow is open") if workflow is None else self.tr("Not open yet")
            self.line.say("circle-dashed", "text2", text, leads=False)
        else:
            self._say(workflow)
        self._label(workflow)
        self.refreshed.emit()

    def _say(self, workflow: OpenWorkflow) -> None:
        problems = workflow.readiness.problems
        if workflow.submission is not None:
            count = self._items(workflow.submission.total)
            text = self.tr("Sending {items}…").format(items=count)
            self.line.say("loader-circle", "running", text, leads=False)
        elif self._blocker is not None:
            self.line.say("cloud-off", "warning", problem_text(self._blocker), leads=False)
        elif problems:
            self._leads_to = problems[0].field_id
            tip = "\n".join(problem_text(problem) for problem in problems[:20])
            self.line.say(
                "triangle-alert",
                "warning",
                problem_text(problems[0]),
                leads=self._leads_to is not None,
                tip=tip,
            )
        elif workflow.submit_problem is not None:
            text = problem_text(workflow.submit_problem)
            self.line.say("circle-x", "failed", text, leads=False)
        else:
            self._say_ready(workflow)

    def _say_ready(self, workflow: OpenWorkflow) -> None:
        count = workflow.readiness.count
        where, tip = self._target
        items = self._items(count)
        text = self.tr("Ready: {items}").format(items=f"{items} {where}".strip())
        duration = self._estimate(workflow, count) if self._estimate is not None else ""
        text = f"{text}, {duration}" if duration else text
        self.line.say("circle-check", "completed", text, leads=False, tip=tip)
        self._say_plan(workflow)

    def _say_plan(self, workflow: OpenWorkflow) -> None:
        """Say which items there are, where fields are swept."""
        form, sweeps = workflow.form, workflow.sweeps.plan()
        if form is None or not sweeps.items:
            return
        text = plan_text(sweeps, form.spec, workflow.options.runs)
        self.plan.say(text, items_text(sweeps, form.spec))

    def _label(self, workflow: OpenWorkflow | None) -> None:
        ready = (
            workflow is not None
            and workflow.state is OpenState.READY
            and workflow.readiness.ready
            and self._blocker is None
        )
        count = workflow.readiness.count if ready and workflow is not None else 0
        text = self.tr("Invoke {items}").format(items=self._items(count))
        if workflow is not None and workflow.submitting:
            text = self.tr("Sending…")
        elif not count:
            text = self.tr("Invoke")
        else:
            text += f"    {KEYS.toString(QKeySequence.SequenceFormat.NativeText)}"
        self.button.setText(text)
        self.button.setToolTip(self.line.text())
        # Not disabled while one is on its way: that would hand the focus to the next control.
        self.button.setEnabled(ready)
        # A request can be looked at whatever stands in the way of sending it.
        self.more.setEnabled(workflow is not None and workflow.state is OpenState.READY)
        keeping = any(keeper.workflow is workflow for keeper in self._keepers)
        self.menu.set_state(ready=ready, front=self._front_available, keeping=keeping)

    def _items(self, count: int) -> str:
        if count == 1:
            return self.tr("1 item")
        return self.tr("{count} items").format(count=count_text(count))

    def _line_clicked(self) -> None:
        if self._leads_to is not None:
            self.problem_clicked.emit(self._leads_to)
