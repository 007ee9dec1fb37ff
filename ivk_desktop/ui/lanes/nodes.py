"""The nodes of a running job as lines: state, name, time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.node_runs import Node
from ivk_desktop.domain.updates import NodeStatus
from ivk_desktop.ui import icons, reading, theme
from ivk_desktop.ui.lanes.bar import Segment
from ivk_desktop.ui.tokens import ICON_SMALL_PX

LINE_PX: Final = 19
MAX_LINES: Final = 9
QUICK_S: Final = 0.05
"""Nodes that take less are told as a number only, where there are many."""

ICONS: Final = {
    NodeStatus.PENDING: ("circle-dashed", "text2"),
    NodeStatus.RUNNING: ("circle-play", "running"),
    NodeStatus.COMPLETED: ("circle-check", "completed"),
    NodeStatus.FAILED: ("circle-x", "failed"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a node, or neighbours of one name."""

    name: str
    time: str
    status: NodeStatus | None
    """``None`` for the line that counts those left out."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("nodes", text)


def time_of(node: Node) -> str:
    """A node's time: what it took, ``cached``, its step, or about what it will take."""
    style = reading.style()
    if node.repeats > 1 and node.ended < node.repeats:
        of = _tr("{step} of {total}").format(step=node.ended, total=node.repeats)
        return of if node.ended or node.runs else ""
    if node.status in (NodeStatus.COMPLETED, NodeStatus.FAILED):
        return _tr("cached") if node.cached else _took([node], style)
    run = next(reversed(node.runs.values()), None)
    if run and run.steps.total:
        return _tr("{step} of {total}").format(step=run.steps.step, total=run.steps.total)
    if run and run.fraction > 0:
        return fmt.percent(run.fraction, style)
    if node.learned is None or node.runs:
        return ""
    return style.about.format(fmt.short_seconds(node.learned.seconds, style))


def lines_of(nodes: Iterable[Node]) -> list[Line]:
    """The lines of a job: all nodes where they are few, else those that take time."""
    listed = list(nodes)
    groups = [list(group) for _, group in groupby(listed, key=_same)]
    if len(groups) <= MAX_LINES:
        return [_line(group) for group in groups]
    slow = [group for group in groups if any(_takes_time(node) for node in group)]
    shown = _around_running(slow)
    left_out = len(listed) - sum(len(group) for group in shown)
    lines = [_line(group) for group in shown]
    if left_out:
        lines.append(Line(_tr("and {count} more").format(count=left_out), "", None))
    return lines


def segments_of(nodes: Iterable[Node]) -> list[Segment]:
    """The job bar's segments with their tool tips."""
    segments = []
    for node in nodes:
        tip = ": ".join(part for part in (node.title, time_of(node)) if part)
        # Whole tenths, so that a bar is not painted anew for nothing.
        segments.append(Segment(round(node.weight, 1), tip))
    return segments


class NodeList(QWidget):
    """Paints the lines; one widget, however many nodes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Nodes"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        if list(lines) == list(self._lines):
            return
        if len(lines) != len(self._lines):
            self._lines = tuple(lines)
            self.updateGeometry()
        self._lines = tuple(lines)
        self.setAccessibleDescription(
            ", ".join(f"{line.name} {line.time}".strip() for line in lines)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(LINE_PX) * len(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = theme.px(LINE_PX)
        for number, line in enumerate(self._lines):
            self._paint_line(painter, QRect(0, number * height, self.width(), height), line)

    def _paint_line(self, painter: QPainter, area: QRect, line: Line) -> None:
        left = theme.px(ICON_SMALL_PX + 8)
        if line.status is not None:
            name, token = ICONS[line.status]
            size = theme.px(ICON_SMALL_PX)
            top = area.top() + (area.height() - size) // 2
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(0, top, icons.pixmap(name, token, size, ratio))
        runs = line.status is NodeStatus.RUNNING
        painter.setFont(theme.theme().font("body"))
        painter.setPen(theme.color("text2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, line.time)
        room = area.adjusted(left, 0, 0, 0)
        room.setRight(area.right() - QFontMetrics(painter.font()).horizontalAdvance(line.time) - 8)
        painter.setFont(theme.theme().font("strong" if runs else "body"))
        painter.setPen(theme.color("text" if runs else "text2"))
        metrics = QFontMetrics(painter.font())
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


def _took(group: Sequence[Node], style: fmt.Style) -> str:
    """What nodes took together; nothing where none was seen from its beginning."""
    seen = [node.seconds for node in group if node.timed]
    return fmt.short_seconds(sum(seen), style) if seen else ""


def _same(node: Node) -> tuple[str, str]:
    return (node.title, node.node_type)


def _takes_time(node: Node) -> bool:
    busy = bool(node.runs) or node.status is NodeStatus.FAILED
    return busy or node.seconds >= QUICK_S or node.cached or node.expected_s >= QUICK_S


def _around_running(groups: list[list[Node]]) -> list[list[Node]]:
    """At most ``MAX_LINES`` groups, the running one among them."""
    if len(groups) <= MAX_LINES:
        return groups
    running = (n for n, group in enumerate(groups) if any(node.runs for node in group))
    first = max(0, min(next(running, 0) - 3, len(groups) - MAX_LINES))
    return groups[first : first + MAX_LINES]


def _line(group: Sequence[Node]) -> Line:
    states = [node.status for node in group]
    status = next(
        (s for s in (NodeStatus.FAILED, NodeStatus.RUNNING) if s in states),
        NodeStatus.PENDING if NodeStatus.PENDING in states else NodeStatus.COMPLETED,
    )
    if len(group) == 1:
        return Line(group[0].title, time_of(group[0]), status)
    return Line(f"{group[0].title} ({len(group)})", _time_of_group(group, status), status)


def _time_of_group(group: Sequence[Node], status: NodeStatus) -> str:
    if status in (NodeStatus.COMPLETED, NodeStatus.FAILED):
        if all(node.cached for node in group):
            return _tr("cached")
        return _took(group, reading.style())
    busy = next((node for node in group if node.runs), None)
    return time_of(busy) if busy else ""
