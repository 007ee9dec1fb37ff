"""Beside a picture: what it was made of, all that was kept of it, what differs from others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ivk_desktop.domain.json_differences import json_differences, shown
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.picture_records import PictureRecords
from ivk_desktop.ui import theme
from ivk_desktop.ui.json_tree import JsonPanel
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.stage.notes import LETTERS
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.viewer.difference_table import DifferenceTable, Row
from ivk_desktop.ui.viewer.facts_list import Facts, FactsList
from ivk_desktop.ui.widgets import IconButton

SETTLE_MS: Final = 120
"""A record is read once a person stays at a picture so long."""
FACTS, TREE = range(2)
LEAST_PX = 240
"""Of any text size: values break, and the rest scrolls."""
NAME_PX: Final = 150


class FactsSource(Protocol):
    """Who knows what pictures were made of."""

    def facts(self, ref: MediaRef) -> Facts:
        """What is known of a picture, for people."""
        ...

    def records(self, ref: MediaRef) -> PictureRecords | None:
        """Who reads all that is told of a picture; ``None`` for a server that is gone."""
        ...


class MetadataPane(QWidget):
    """Facts to be read and copied, the tree to be searched, and a table while some compare."""

    def __init__(self, source: FactsSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._refs: tuple[MediaRef, ...] = ()
        self._single: MediaRef | None = None
        self._records: dict[ServerId, PictureRecords] = {}
        self._shown_raw: object = None
        self.tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.copy = IconButton("copy", self.tr("Copy all"))
        self.list = FactsList()
        self.tree = JsonPanel()
        self.differences = DifferenceTable()
        self._pages = QStackedWidget()
        self.panel = Panel(self._pages)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._want)
        self._build()
        self.tree.tree.setColumnWidth(0, theme.px(NAME_PX))
        self.copy.clicked.connect(self._copy_all)
        self.tabs.currentChanged.connect(self.refresh)
        self.refresh()

    # --- what others ask for -------------------------------------------------------------
    def show_picture(self, ref: MediaRef | None) -> None:
        """Tell of another picture; ``None`` for none."""
        self._single = ref
        if len(self._refs) < 2:
            self._show((ref,) if ref is not None else ())

    def show_compared(self, refs: Sequence[MediaRef]) -> None:
        """Tell what differs between pictures; of one again where there are not several."""
        several = tuple(refs) if len(refs) > 1 else ()
        if not several:
            self._refs = ()
            self.show_picture(self._single)
        else:
            self._show(several)

    def leave_server(self, server_id: ServerId) -> None:
        """Tell of no picture of a server that goes."""
        if any(ref.server_id == server_id for ref in self._refs):
            self._refs = ()
            self.show_picture(None)
            self._listen(())
            self.refresh()

    def texts(self) -> Facts:
        """The facts that are shown."""
        return self.list.facts

    def refresh(self, *_: object) -> None:
        """Show what is known by now."""
        comparing = len(self._refs) > 1
        self.tabs.setVisible(len(self._refs) == 1)
        self.title.setText(self.tr("Differences") if comparing else self.tr("Picture"))
        self.title.setVisible(comparing or not self._refs)
        self.copy.setVisible(bool(self._refs) and not comparing)
        if self.isHidden():
            return
        if not self._refs:
            self.list.show_facts(())
            words = self.tr("Choose a picture to see what it was made of.")
            self.panel.show_empty(words, icon="image")
        elif comparing:
            self._show_differences()
        else:
            self._show_single(self._refs[0])

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self._settling.start()
            self.refresh()

    # --- inside --------------------------------------------------------------------------
    def _show(self, refs: tuple[MediaRef, ...]) -> None:
        if refs == self._refs:
            return
        self._refs = refs
        self._listen(refs)
        if not self.isHidden():
            self._settling.start()
        self.refresh()

    def _listen(self, refs: Sequence[MediaRef]) -> None:
        """Hear of the records of these pictures' servers alone."""
        found = {ref.server_id: self._source.records(ref) for ref in refs}
        wanted = {server: records for server, records in found.items() if records is not None}
        for server_id, records in self._records.items():
            if wanted.get(server_id) is not records:
                records.ready.disconnect(self._came)
                records.failed.disconnect(self._came)
        for server_id, records in wanted.items():
            if self._records.get(server_id) is not records:
                records.ready.connect(self._came)
                records.failed.connect(self._came)
        self._records = wanted

    def _want(self) -> None:
        for ref in () if self.isHidden() else self._refs:
            if (records := self._records.get(ref.server_id)) is not None:
                records.want(ref)

    def _came(self, ref: MediaRef) -> None:
        if ref in self._refs:
            self.refresh()

    def _record(self, ref: MediaRef) -> PictureDetails | None:
        records = self._records.get(ref.server_id)
        return records.record(ref) if records is not None else None

    def _show_single(self, ref: MediaRef) -> None:
        self.list.show_facts(self._source.facts(ref))
        if self.tabs.currentIndex() == FACTS:
            self._pages.setCurrentWidget(self.list)
            self.panel.show_content()
            return
        record = self._record(ref)
        if record is None:
            self._show_lack((ref,))
            return
        if self._shown_raw is not record:
            self._shown_raw = record
            self.tree.show_data(_parts(record))
        self._pages.setCurrentWidget(self.tree)
        self.panel.show_content()

    def _show_differences(self) -> None:
        records = [self._record(ref) for ref in self._refs]
        known = [record for record in records if record is not None]
        if len(known) < len(records):
            self._show_lack(self._refs)
            return
        raw = json_differences([_parts(record) for record in known])
        rows = [(name, tuple(shown(value) for value in values)) for name, values in raw]
        letters = LETTERS[: len(self._refs)]
        self.differences.show_rows(letters, self._differing(), rows)
        self._pages.setCurrentWidget(self.differences)
        self.panel.show_content()

    def _differing(self) -> list[Row]:
        """The facts that not all have in common."""
        each = [dict(self._source.facts(ref)) for ref in self._refs]
        names = dict.fromkeys(name for facts in each for name in facts)
        rows = [(name, tuple(facts.get(name, "") for facts in each)) for name in names]
        return [(name, values) for name, values in rows if len(set(values)) > 1]

    def _show_lack(self, refs: Sequence[MediaRef]) -> None:
        """Say why it is not there."""
        asked = [(ref, self._records.get(ref.server_id)) for ref in refs]
        if not all(records is not None and records.is_offered for _, records in asked):
            self.panel.show_empty(self.tr("This server does not tell what pictures were made of."))
            return
        found = (records.problem(ref) for ref, records in asked if records is not None)
        problem = next(filter(None, found), None)
        if problem is not None:
            self.panel.show_error(problem, retry=self._retry)
        else:
            self.panel.show_loading()

    def _copy_all(self) -> None:
        if self.tabs.currentIndex() == FACTS:
            self.list.copy_all()
        else:
            self.tree.tree.copy_all()

    def _retry(self) -> None:
        self.panel.show_loading()
        self._want()

    def _build(self) -> None:
        self.setMinimumWidth(LEAST_PX)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.setAccessibleName(self.tr("What is told of the picture"))
        for text in (self.tr("Picture"), self.tr("Raw data")):
            self.tabs.addTab(text)
        for page in (self.list, self.tree, self.differences):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, Space.S, 0)
        head.setSpacing(Space.S)
        self.title.setContentsMargins(Space.M, 0, 0, 0)
        self.title.setFixedHeight(theme.px(Height.PANEL_HEADING))
        self.tabs.setFixedHeight(theme.px(Height.PANEL_HEADING))
        head.addWidget(self.title)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.panel, 1)


def _parts(record: PictureDetails) -> dict[str, Any]:
    """All that is told of a picture as one piece of JSON data."""
    info = record.info
    entry: dict[str, Any] = {
        "name": info.ref.name,
        "width": info.width,
        "height": info.height,
        "starred": info.starred,
        "board": info.board_id,
        "created_at": info.created_at,
    }
    if info.seconds is not None:
        entry["seconds"] = info.seconds
    return {**record.raw, "entry": entry}
