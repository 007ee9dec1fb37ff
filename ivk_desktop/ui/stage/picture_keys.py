"""The keys for pictures: what a person wants done with those that are meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.ui.action_table import Spec
from ivk_desktop.ui.key_actions import KeyActions
from ivk_desktop.ui.pictures.acts import Act, Target
from ivk_desktop.ui.stage.notes import Notes
from ivk_desktop.ui.stage.picture_menu import PictureActions

Refs = Sequence[MediaRef]

RATINGS = range(6)
SIMPLE = {
    "picture.run_again": Act.RUN_AGAIN,
    "picture.vary": Act.VARY,
    "picture.tag": Act.TAG,
    "picture.move": Act.MOVE,
    "picture.delete": Act.DELETE,
    "picture.delete_now": Act.DELETE_NOW,
}
"""What is done with all pictures that are meant."""
PLACED = (Act.TAG, Act.MOVE)
"""What asks more, beside the pictures."""
SINGLE = {
    "picture.use_values": Act.USE_VALUES,
    "picture.show_maker": Act.SHOW_MAKER,
}
"""What is done with one picture alone."""


class PictureKeys(KeyActions):
    """Passes on what is wanted with the pictures of ``refs_of``.

    Args:
        specs: the actions of the place.
        refs_of: the pictures that are meant now.
        actions: copies, saves, and tells others.
        notes: keeps what is marked and compared.
        parent: the place.
    """

    compare_requested = Signal()
    """The pictures that were picked for it are to be compared."""
    facts_requested = Signal()

    def __init__(
        self,
        specs: Sequence[Spec],
        refs_of: Callable[[], Refs],
        actions: PictureActions,
        notes: Notes,
        parent: QObject,
    ) -> None:
        super().__init__(specs, parent)
        self._refs_of = refs_of
        self._pictures = actions
        self._notes = notes
        self.place_of: Callable[[], QPoint | None] = lambda: None
        """Where a menu for the pictures opens; ``None`` at the pointer."""
        for rating in RATINGS:
            self.on(f"picture.rate_{rating}", partial(self._rate, rating))
        for name, act in SIMPLE.items():
            self.on(name, partial(self._act, act))
        for name, act in SINGLE.items():
            self.on(name, partial(self._act_single, act))
        self._connect()

    def follow(self) -> None:
        """Other pictures are meant now: offer what can be done with them."""
        refs = self._refs_of()
        video = len(refs) == 1 and refs[0].kind is MediaKind.VIDEO
        self["picture.play_video"].setEnabled(video)

    def _connect(self) -> None:
        on = self.on
        on("picture.star", self._star)
        on("picture.mark", self._mark)
        on("picture.delete_marked", self._delete_marked)
        on("picture.compare", self._compare)
        on("picture.open_compare", self.compare_requested)
        on("picture.facts", self.facts_requested)
        on("picture.copy", self._copy)
        on("picture.save", self._save)
        on("picture.open_workflow", self._open_workflow)
        on("picture.show_in_board", self._show_in_board)
        on("picture.play_video", partial(self._act_single, Act.PLAY_VIDEO))
        on("picture.use_image", partial(self._send, Act.USE_IMAGE))
        on("picture.send_prompt", partial(self._send, Act.SEND_PROMPT))
        on("picture.send_seed", partial(self._send, Act.SEND_SEED))

    # --- acting --------------------------------------------------------------------------
    def _rate(self, rating: int, *_: object) -> None:
        self._notes.rate(self._refs_of(), rating)

    def _act(self, act: Act, *_: object) -> None:
        if refs := tuple(self._refs_of()):
            self._pictures.acted.emit(act, refs, self.place_of() if act in PLACED else None)

    def _act_single(self, act: Act, *_: object) -> None:
        if refs := tuple(self._refs_of()):
            self._pictures.acted.emit(act, refs[:1], None)

    def _star(self) -> None:
        if refs := tuple(self._refs_of()):
            starred = self._pictures.offers_of(refs).starred
            self._pictures.acted.emit(Act.UNSTAR if starred else Act.STAR, refs, None)

    def _send(self, act: Act, *_: object) -> None:
        """Fill the field of the open form that fits best."""
        refs = tuple(self._refs_of())[:1]
        offers = self._pictures.offers_of(refs)
        targets: dict[Act, tuple[Target, ...]] = {
            Act.USE_IMAGE: offers.images,
            Act.SEND_PROMPT: offers.prompts,
            Act.SEND_SEED: offers.seeds,
        }
        if refs and targets[act]:
            self._pictures.acted.emit(act, refs, targets[act][0][0])

    def _mark(self) -> None:
        self._notes.toggle_marked(self._refs_of())

    def _compare(self) -> None:
        self._notes.toggle_compared(self._refs_of())

    def _delete_marked(self) -> None:
        if refs := self._notes.marked:
            self._pictures.acted.emit(Act.DELETE, refs, None)

    def _copy(self) -> None:
        self._pictures.copy_many(self._refs_of())

    def _save(self) -> None:
        refs = tuple(self._refs_of())
        if len(refs) == 1:
            self._pictures.save_as(refs[0])
        elif refs:
            self._pictures.acted.emit(Act.SAVE_MANY, refs, None)

    def _open_workflow(self) -> None:
        for ref in tuple(self._refs_of())[:1]:
            self._pictures.open_workflow_requested.emit(ref)

    def _show_in_board(self) -> None:
        for ref in tuple(self._refs_of())[:1]:
            self._pictures.show_in_board_requested.emit(ref)
