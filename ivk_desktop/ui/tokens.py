"""The look as numbers: one colour table, the spacing, the heights and the type roles. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme as ``#RRGGBB``, named for their use."""

    canvas: str
    """Behind pictures; exactly neutral."""
    window: str
    """Run strip, sidebar, lanes."""
    panel: str
    """Form and queue."""
    field: str
    """Inputs."""
    hover: str
    """What the pointer is on; secondary buttons."""
    raised: str
    """Menus, tool tips."""
    select: str
    """Selection, checked."""
    line: str
    """Dividers, decoration only."""
    edge: str
    """Borders of inputs."""
    track: str
    """The ground of bars, scroll handles."""
    focus: str
    """The 2 px ring."""
    text: str
    text2: str
    """Labels, secondary text."""
    text3: str
    """Placeholder and disabled text only."""
    accent: str
    """The primary button, with ``on_accent`` text."""
    accent_hover: str
    accent_text: str
    """Links, bars."""
    running: str
    pending: str
    waiting: str
    completed: str
    failed: str
    canceled: str
    warning: str
    fail_bg: str
    warn_bg: str
    on_accent: str = "#FFFFFF"

    def as_dict(self) -> dict[str, str]:
        """Every colour by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


DARK = Tokens(
    canvas="#171717",
    window="#1D1E20",
    panel="#232527",
    field="#2B2D30",
    hover="#33363A",
    raised="#303337",
    select="#2C3E5C",
    line="#36393D",
    edge="#71767E",
    track="#3A3D42",
    focus="#8AB8FF",
    text="#E8E9EB",
    text2="#ABAFB6",
    text3="#989DA5",
    accent="#2F6FE4",
    accent_hover="#285FCB",
    accent_text="#8AB8FF",
    running="#8AB8FF",
    pending="#ABAFB6",
    waiting="#C3A6FF",
    completed="#6FCF97",
    failed="#FF8A80",
    canceled="#A3A8AF",
    warning="#F2B84B",
    fail_bg="#43272A",
    warn_bg="#3D3320",
)

LIGHT = Tokens(
    canvas="#E2E2E2",
    window="#F1F2F3",
    panel="#FBFBFC",
    field="#FFFFFF",
    hover="#E9EBED",
    raised="#FFFFFF",
    select="#D5E4FC",
    line="#DCDEE1",
    edge="#868B93",
    track="#D3D6DA",
    focus="#1F5FCC",
    text="#1C1E21",
    text2="#535860",
    text3="#636871",
    accent="#2463D1",
    accent_hover="#1D54B5",
    accent_text="#1D54B5",
    running="#1D54B5",
    pending="#535860",
    waiting="#6A3FC0",
    completed="#1B6E3C",
    failed="#B3261E",
    canceled="#5A5F67",
    warning="#805300",
    fail_bg="#FBE4E2",
    warn_bg="#FBEFD5",
)

CANVAS_MIDDLE = "#777777"
"""The third ground for pictures, beside the ``canvas`` of the two schemes."""


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One size and weight of text, in px at scale 1."""

    size_px: int
    semibold: bool = False


ROLES = {
    "caption": TypeRole(11),
    "body": TypeRole(13),
    "strong": TypeRole(13, semibold=True),
    "heading": TypeRole(15, semibold=True),
    "clock": TypeRole(18, semibold=True),
}
"""What the property ``role`` of a label may be."""


class Space:
    """Spacing in px at scale 1."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    FORM_MARGIN = 16
    FIELD_GAP = 10


class Height:
    """Heights in px at scale 1."""

    STRIP = 52
    PANEL_HEADING = 37
    FIELD = 30
    PRIMARY = 36
    ROW = 28
    STATUS_BAR = 24


class Width:
    """Widths of the columns in px at scale 1."""

    SIDEBAR = 224
    RAIL = 44
    FORM = 400
    FORM_MIN = 356
    FORM_MAX = 456
    FORM_WIDE = 460
    LANES_NARROW = 220
    LANES = 264
    LANES_WIDE = 360
    DETAILS = 560
    FACTS = 320


class Thumb:
    """Edges of thumbnails in px at scale 1."""

    SIDEBAR = 20
    ROW = 24
    LANE = 56
    STRIP = 64


ICON_PX = 16
ICON_SMALL_PX = 14
RADIUS_BAR_PX = 2
BAR_PX = 4
