"""What the sidebar lists, as plain rows made from the stores."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from ivk_desktop.domain.boards import Board, Visibility, day_of
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.board_keeper import BoardKeeper
from ivk_desktop.stores.boards import BoardStore, DateBoards
from ivk_desktop.stores.library import BUILT_IN, LibraryView, WorkflowLibrary
from ivk_desktop.stores.listing import Listing, ListState
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui.texts import board_name, clock_text, count_text, problem_text

MAX_ROWS = 7
MIN_ROWS = 3
"""What a low window leaves of each group, so that every heading stays in view."""


class Group(Enum):
    """The foldable parts of the sidebar, in their order."""

    OPEN = "open"
    WORKFLOWS = "workflows"
    BOARDS = "boards"
    MODELS = "models"


class RowKind(Enum):
    """What a row does when it is chosen."""

    HEADING = "heading"
    OPEN = "open"
    VIEW = "view"
    WORKFLOW = "workflow"
    BOARD = "board"
    TYPE = "type"
    MODEL = "model"
    ALL = "all"
    RETRY = "retry"
    FILE = "file"
    CONNECT = "connect"
    NOTE = "note"
    DATES = "dates"
    MANAGE = "manage"


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``key`` names what it stands for; ``token`` colours its icon and words."""

    kind: RowKind
    group: Group
    title: str
    key: Any = None
    detail: str = ""
    icon: str = ""
    cover: MediaRef | None = field(default=None, compare=True)
    token: str = "text"
    tip: str = ""
    current: bool = False
    folded: bool = False
    addable: bool = False
    """A heading to whose group something can be added."""

    @property
    def takes_pictures(self) -> bool:
        """Whether pictures and files can be dropped on it."""
        return self.kind is RowKind.BOARD and not day_of(self.key.board_id)

    @property
    def identity(self) -> tuple[Any, ...]:
        """What stays the same while its words change."""
        return (self.kind, self.group, id(self.key) if self.kind is RowKind.OPEN else self.key)


@dataclass(frozen=True, slots=True)
class Sources:
    """The stores that the rows are made from; ``None`` before a server is known."""

    open_workflows: OpenWorkflows | None = None
    library: WorkflowLibrary | None = None
    boards: BoardStore | None = None
    models: ModelStore | None = None
    keeper: BoardKeeper | None = None
    dates: DateBoards | None = None

    def listing(self, group: Group) -> Listing[Any] | None:
        """The store of one group that is read from a server."""
        stores = {
            Group.WORKFLOWS: self.library,
            Group.BOARDS: self.boards,
            Group.MODELS: self.models,
        }
        return stores.get(group)


def tr(text: str) -> str:
    """Translate a text of the sidebar."""
    return QCoreApplication.translate("sidebar", text)


def heading(group: Group) -> str:
    """The words over a group."""
    return {
        Group.OPEN: tr("Open workflows"),
        Group.WORKFLOWS: tr("Workflows"),
        Group.BOARDS: tr("Boards"),
        Group.MODELS: tr("Models"),
    }[group]


def view_title(view: LibraryView) -> str:
    """The words of one part of the library."""
    return {
        LibraryView.RECENT: tr("Recent"),
        LibraryView.YOURS: tr("Yours"),
        LibraryView.SHARED: tr("Shared"),
        LibraryView.BUILT_IN: tr("Built-in"),
    }[view]


def type_title(model_type: str) -> str:
    """The words of one type of model; an unknown type is its own word."""
    known = {
        "main": tr("Main"),
        "lora": tr("LoRA"),
        "controlnet": tr("ControlNet"),
        "other": tr("Other"),
    }
    return known.get(model_type, model_type)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that is below it; nothing where it is folded."""

    heading: Row
    content: list[Row]

    def shortened(self, limit: int) -> list[Row]:
        """The heading and at most ``limit`` rows, then the one that leads to all."""
        if len(self.content) <= limit:
            return [self.heading, *self.content]
        group = self.heading.group
        names = {
            Group.OPEN: tr("All {count} open…"),
            Group.WORKFLOWS: tr("All {count} workflows…"),
            Group.BOARDS: tr("All {count} boards…"),
            Group.MODELS: tr("All {count} models…"),
        }
        title = names[group].format(count=count_text(len(self.content)))
        return [self.heading, *self.content[:limit], Row(RowKind.ALL, group, title, group)]


def build(sources: Sources, text: str, folded: set[Group]) -> list[Section]:
    """Make all sections.

    Args:
        sources: the stores.
        text: the filter; with it the groups list what matches by name, whatever is folded.
        folded: the groups of which only the heading is shown.
    """
    sections: list[Section] = []
    for group in Group:
        listing = sources.listing(group)
        if listing is not None and listing.state is ListState.NOT_OFFERED:
            continue
        content = matches(sources, group, text) if text else _content(sources, group)
        if text and not content:
            continue
        keeper = sources.keeper
        addable = group is Group.BOARDS and keeper is not None and keeper.offered
        head = _heading(group, listing, content, text, folded, addable)
        sections.append(Section(head, [] if head.folded else content))
    if text and not sections:
        nothing = Row(RowKind.NOTE, Group.OPEN, tr("Nothing matches"), token="text2")
        sections.append(Section(nothing, []))
    return sections


def fitting_limit(sections: list[Section], room: int) -> int:
    """How many rows a group may have so that ``room`` rows hold all headings and their rows."""
    for limit in range(MAX_ROWS, MIN_ROWS, -1):
        heights = (1 + min(len(s.content), limit + (len(s.content) > limit)) for s in sections)
        if sum(heights) <= room:
            return limit
    return MIN_ROWS


def _heading(
    group: Group,
    listing: Listing[Any] | None,
    content: list[Row],
    text: str,
    folded: set[Group],
    addable: bool,
) -> Row:
    detail = tip = ""
    if text:
        detail = count_text(len(content))
    elif listing is not None and listing.state in (ListState.STALE, ListState.ERROR):
        if listing.as_of is not None:
            detail = tr("as of {time}").format(time=clock_text(listing.as_of))
            tip = tr("The connection is lost; this was true then.")
    elif listing is not None and listing.items:
        detail = count_text(len(listing.items))
    shut = group in folded and not text
    return Row(
        RowKind.HEADING,
        group,
        heading(group),
        group,
        detail,
        tip=tip,
        folded=shut,
        addable=addable,
    )


def _content(sources: Sources, group: Group) -> list[Row]:
    if group is Group.OPEN:
        return _open_rows(sources.open_workflows)
    listing = sources.listing(group)
    if listing is None and group is Group.WORKFLOWS:
        return [Row(RowKind.CONNECT, group, tr("Connect to a server…"), icon="plug")]
    if listing is None:
        return [Row(RowKind.NOTE, group, tr("No server yet"), token="text2")]
    rows: list[Row] = []
    if listing.items:
        rows = _listed(sources, group)
    if listing.state is ListState.UNREAD:
        rows.append(Row(RowKind.NOTE, group, tr("Not connected yet"), token="text2"))
    elif listing.state is ListState.LOADING:
        rows.append(Row(RowKind.NOTE, group, tr("Loading"), icon="loader-circle", token="text2"))
    elif listing.state is ListState.ERROR and listing.problem is not None:
        why = problem_text(listing.problem)
        title = tr("Not read. Try again")
        rows.append(Row(RowKind.RETRY, group, title, group, "", "refresh-cw", None, "failed", why))
    elif not rows:
        rows.append(_empty(group))
    return rows


def _listed(sources: Sources, group: Group) -> list[Row]:
    if group is Group.WORKFLOWS and sources.library:
        return _view_rows(sources.library)
    if group is Group.BOARDS and sources.boards:
        return _board_rows(sources.boards, sources)
    return _type_rows(sources.models) if sources.models else []


def _empty(group: Group) -> Row:
    if group is Group.WORKFLOWS:
        return Row(RowKind.FILE, group, tr("Open a file…"), icon="folder-open")
    text = tr("No models on this server") if group is Group.MODELS else tr("No boards yet")
    return Row(RowKind.NOTE, group, text, token="text2")


def _open_rows(store: OpenWorkflows | None) -> list[Row]:
    workflows = store.workflows if store else []
    if store is None or not workflows:
        return [Row(RowKind.NOTE, Group.OPEN, tr("None yet: choose one below"), token="text2")]
    return [_open_row(workflow, workflow is store.current) for workflow in workflows]


def _open_row(workflow: OpenWorkflow, current: bool) -> Row:
    detail, token, icon = "", "text", "workflow"
    if workflow.state is OpenState.FAILED:
        detail, token, icon = tr("failed"), "failed", "circle-x"
    elif workflow.percent is not None:
        detail = tr("{percent} %").format(percent=int(workflow.percent))
    elif workflow.state is OpenState.LOADING:
        detail = tr("opening")
    elif workflow.unsaved:
        detail = tr("unsaved")
    return Row(
        RowKind.OPEN,
        Group.OPEN,
        workflow.title,
        workflow,
        detail,
        icon,
        token=token,
        tip=problem_text(workflow.problem) if workflow.problem else workflow.title,
        current=current,
    )


def _view_rows(library: WorkflowLibrary) -> list[Row]:
    icons = {
        LibraryView.RECENT: "clock",
        LibraryView.YOURS: "folder",
        LibraryView.SHARED: "users",
        LibraryView.BUILT_IN: "layers",
    }
    return [
        Row(
            RowKind.VIEW,
            Group.WORKFLOWS,
            view_title(view),
            view,
            count_text(len(library.cards(view))),
            icons[view],
        )
        for view in library.views
    ]


def _board_rows(store: BoardStore, sources: Sources) -> list[Row]:
    shares = sources.keeper is not None and sources.keeper.shares
    rows = [board_row(board, shares=shares) for board in store.items if not board.archived]
    if sources.dates is not None and sources.dates.offered:
        rows[1:1] = [Row(RowKind.DATES, Group.BOARDS, tr("By date"), Group.BOARDS, "", "calendar")]
    return rows


def board_row(board: Board, *, shares: bool = False) -> Row:
    """The row of one board; with ``shares`` it says who sees it."""
    count = count_text(board.image_count + board.video_count)
    detail = tr("archived") if board.archived else count
    name = board_name(board.key.board_id, board.name)
    return Row(
        RowKind.BOARD,
        Group.BOARDS,
        name,
        board.key,
        detail,
        "archive" if board.archived else "image",
        board.cover,
        tip="\n".join([name, *_board_facts(board, shares)]),
    )


def _board_facts(board: Board, shares: bool) -> list[str]:
    """What a tool tip says of a board, line by line."""
    counts = tr("{images} images, {assets} assets, {videos} videos").format(
        images=count_text(board.image_count),
        assets=count_text(board.asset_count),
        videos=count_text(board.video_count),
    )
    facts = [counts]
    if shares and board.is_own:
        seen = {
            Visibility.PRIVATE: tr("Private: only its owner sees it"),
            Visibility.SHARED: tr("Shared: all users see it"),
            Visibility.PUBLIC: tr("Public: all users see it and add to it"),
        }
        facts.append(seen[board.visibility])
        if board.owner:
            facts.append(tr("Board of {owner}").format(owner=board.owner))
    return facts


def date_rows(dates: DateBoards) -> list[Row]:
    """The days on which pictures came, newest first."""
    return [board_row(board) for board in dates.items]


def _type_rows(store: ModelStore) -> list[Row]:
    return [
        Row(
            RowKind.TYPE,
            Group.MODELS,
            type_title(group.type),
            group.type,
            count_text(len(group.models)),
            "box",
        )
        for group in store.groups
    ] + [Row(RowKind.MANAGE, Group.MODELS, tr("Manage models…"), Group.MODELS, "", "settings")]


def workflow_rows(library: WorkflowLibrary, view: LibraryView | None) -> list[Row]:
    """The workflows of one part of the library, of all of it for ``None``."""
    cards = library.items if view is None else library.cards(view)
    return [
        Row(
            RowKind.WORKFLOW,
            Group.WORKFLOWS,
            card.name or tr("Without a name"),
            card.workflow_id,
            tr("built-in")
            if card.category == BUILT_IN and view is not LibraryView.BUILT_IN
            else "",
            "workflow",
            tip=card.description or card.name,
        )
        for card in cards
    ]


def model_rows(store: ModelStore, model_type: str | None) -> list[Row]:
    """The models of one group, of all for ``None``."""
    groups = [g for g in store.groups if model_type is None or g.type == model_type]
    return [
        Row(
            RowKind.MODEL,
            Group.MODELS,
            model.name,
            model.key,
            model.base if model.type == group.type else f"{model.type}, {model.base}",
            "box",
            tip=f"{model.name}\n{model.type}, {model.base}, {model.format}",
        )
        for group in groups
        for model in group.models
    ]


def everything(sources: Sources, group: Group) -> list[Row]:
    """All rows of one group, by name."""
    if group is Group.OPEN and sources.open_workflows and sources.open_workflows.workflows:
        return _open_rows(sources.open_workflows)
    if group is Group.WORKFLOWS and sources.library:
        return workflow_rows(sources.library, None)
    if group is Group.BOARDS and sources.boards:
        shares = sources.keeper is not None and sources.keeper.shares
        return [board_row(board, shares=shares) for board in sources.boards.items]
    if group is Group.MODELS and sources.models:
        return model_rows(sources.models, None)
    return []


def matches(sources: Sources, group: Group, text: str) -> list[Row]:
    """All rows of one group whose name has every word of the filter."""
    words = text.casefold().split()
    return [
        row
        for row in everything(sources, group)
        if all(word in row.title.casefold() for word in words)
    ]


def signals(sources: Sources) -> list[tuple[QObject, str]]:
    """The stores to listen to, and the names of their signals."""
    found: list[tuple[QObject, str]] = []
    if sources.open_workflows is not None:
        found += [(sources.open_workflows, n) for n in ("opened", "closed", "current_changed")]
    if sources.keeper is not None:
        found.append((sources.keeper, "shares_changed"))
    for listing in (sources.library, sources.boards, sources.models, sources.dates):
        if listing is not None:
            found += [(listing, "changed"), (listing, "state_changed")]
    return found
