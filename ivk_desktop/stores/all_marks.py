"""What is marked for deletion on all servers, as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.picks import Picks, Refs


class AllMarks(QObject):
    """As ``Picks``, of every server that deletes pictures."""

    changed = Signal(object)
    """A tuple of ``MediaRef`` that are marked now, or not any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores: dict[ServerId, Picks] = {}

    def add(self, server_id: ServerId, store: Picks) -> None:
        """Show a server's marks too."""
        self._stores[server_id] = store
        store.changed.connect(self.changed)
        self.changed.emit(store.refs)

    def remove(self, server_id: ServerId) -> None:
        """Show a server's marks no more; it keeps them."""
        if (store := self._stores.pop(server_id, None)) is not None:
            store.changed.disconnect(self.changed)
            self.changed.emit(store.refs)

    @property
    def refs(self) -> Refs:
        """All that is marked, server by server, the oldest mark first."""
        return tuple(ref for store in self._stores.values() for ref in store.refs)

    def __contains__(self, ref: object) -> bool:
        return any(ref in store for store in self._stores.values())

    def toggle(self, refs: Sequence[MediaRef]) -> None:
        """Mark all of these; where all are marked already, none of them."""
        marked = all(ref in self for ref in refs)
        for server_id, store in self._stores.items():
            own = [ref for ref in refs if ref.server_id == server_id]
            (store.drop if marked else store.add)(own)
