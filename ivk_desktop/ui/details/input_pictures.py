"""The pictures that are inputs of an item, small, beside their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from ivk_desktop.domain.form import FieldKind, FieldSpec, Value
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.stage import cells

EDGE_PX: Final = 48
GAP_PX: Final = 4
MOST: Final = 6
"""So many pictures of a list are shown; their names are all told."""
_KINDS: Final = frozenset({FieldKind.IMAGE, FieldKind.IMAGES, FieldKind.VIDEO})
_KEYS: Final = (("image_name", MediaKind.IMAGE), ("video_name", MediaKind.VIDEO))


def pictures_of(spec: FieldSpec, value: Value | Unset, server_id: ServerId) -> tuple[MediaRef, ...]:
    """The first pictures or videos that a value names; none where the field takes none."""
    if spec.kind not in _KINDS:
        return ()
    found = []
    for one in (value if isinstance(value, list) else [value])[:MOST]:
        for key, kind in _KEYS:
            name = one.get(key) if isinstance(one, Mapping) else None
            if isinstance(name, str) and name:
                found.append(MediaRef(server_id, ImageName(name), kind))
    return tuple(found)


def strip_of(refs: tuple[MediaRef, ...], context: FormContext, ratio: float) -> QPixmap:
    """The thumbnails side by side; what is not there yet is an empty square."""
    edge, gap = theme.px(EDGE_PX), theme.px(GAP_PX)
    width = len(refs) * (edge + gap) - gap
    strip = QPixmap(round(width * ratio), round(edge * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, ref in enumerate(refs):
        place = QRect(number * (edge + gap), 0, edge, edge)
        image = context.thumbnail(ref)
        if image is None or image.isNull():
            cells.paint_placeholder(painter, place, failed=False)
        else:
            cells.paint_cropped(painter, place, image)
    painter.end()
    return strip
