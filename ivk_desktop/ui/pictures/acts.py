"""What a person can want done with pictures, and what of it is possible now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import FieldId


class Act(Enum):
    """One thing that is done with one picture or with many."""

    RATE = "rate"
    TAG = "tag"
    STAR = "star"
    UNSTAR = "unstar"
    MOVE = "move"
    DELETE = "delete"
    DELETE_NOW = "delete_now"
    SAVE_MANY = "save_many"
    ZIP = "zip"
    COVER = "cover"
    USE_IMAGE = "use_image"
    USE_VALUES = "use_values"
    SEND_PROMPT = "send_prompt"
    SEND_SEED = "send_seed"
    SHOW_MAKER = "show_maker"
    CLEAR_MARKS = "clear_marks"
    RUN_AGAIN = "run_again"
    VARY = "vary"
    PLAY_VIDEO = "play_video"
    OPEN_SHEET = "open_sheet"


Target = tuple[FieldId, str]
"""A field of the open form, and what it is called there."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done with certain pictures now; menus leave out the rest."""

    changes: bool = False
    """Starring, moving, deleting."""
    starred: bool = False
    """All of them are starred already."""
    packs: bool = False
    covers: bool = False
    """One of them could be the cover of its board."""
    finds_maker: bool = False
    repeats: bool = False
    """They can be made again, and varied."""
    on_sheet: bool = False
    """It is a picture of a swept batch."""
    reads_values: bool = False
    """A form is open that could take values of a picture."""
    images: tuple[Target, ...] = ()
    prompts: tuple[Target, ...] = ()
    seeds: tuple[Target, ...] = ()


OffersOf = Callable[[Sequence[MediaRef]], Offers]
