"""What can be done by keys with the pictures of a stage or a viewer, as data."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from ivk_desktop.ui.action_table import CONTEXT, Spec

Keys = QKeySequence.StandardKey


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


PICTURE_SPECS: Final = (
    Spec("picture.rate_1", _tr("Rate 1"), "1"),
    Spec("picture.rate_2", _tr("Rate 2"), "2"),
    Spec("picture.rate_3", _tr("Rate 3"), "3"),
    Spec("picture.rate_4", _tr("Rate 4"), "4"),
    Spec("picture.rate_5", _tr("Rate 5"), "5"),
    Spec("picture.rate_0", _tr("Take the rating away"), "0"),
    Spec("picture.tag", _tr("Tags…"), "T", "tag"),
    Spec("picture.star", _tr("Star, or take the star away"), "S; .", "star"),
    Spec("picture.mark", _tr("Mark for deletion, or not"), "X", "trash-2"),
    Spec("picture.delete_marked", _tr("Delete what is marked…"), "Shift+X", "trash-2"),
    Spec("picture.compare", _tr("Add to what is compared, or not"), "C", "git-compare"),
    Spec("picture.open_compare", _tr("Compare"), "Shift+C", "git-compare"),
    Spec("picture.run_again", _tr("Run again with its values"), "R", "rotate-cw"),
    Spec("picture.vary", _tr("Vary: its values, a new seed"), "V", "shuffle"),
    Spec("picture.open_workflow", _tr("Open its workflow"), "W", "workflow"),
    Spec("picture.use_values", _tr("Use its values in the open form"), "U", "sliders-horizontal"),
    Spec("picture.use_image", _tr("Use it as input"), "A", "image-plus"),
    Spec("picture.send_prompt", _tr("Send its prompt to the open form"), "Shift+P", "text"),
    Spec("picture.send_seed", _tr("Send its seed to the open form"), "Shift+S", "dices"),
    Spec("picture.show_maker", _tr("Show the queue item that made it"), "Q", "list"),
    Spec("picture.show_in_board", _tr("Show in board"), "B", "images"),
    Spec("picture.facts", _tr("What it was made of"), "I", "info"),
    Spec("picture.play_video", _tr("Open in the system's player"), "O", "external-link"),
    Spec("picture.save", _tr("Save…"), "Ctrl+Alt+S", "download"),
    Spec("picture.copy", _tr("Copy"), Keys.Copy, "copy"),
    Spec("picture.move", _tr("Move to a board…"), "M", "square-stack"),
    Spec("picture.delete", _tr("Delete…"), "Del", "trash-2"),
    Spec("picture.delete_now", _tr("Delete for good…"), "Shift+Del", "trash-2"),
)  # fmt: skip
"""Of a stage and of a viewer."""

STAGE_SPECS: Final = (
    Spec("picture.open", _tr("Open"), "Return; Enter", "maximize-2"),
    Spec("picture.large", _tr("Over the whole screen"), "Space", "fullscreen"),
)
"""Of a stage alone; its grids take these keys themselves."""

VIEWER_SPECS: Final = (
    Spec("viewer.previous", _tr("Previous picture"), "Left; Up; Backspace", "chevron-left"),
    Spec("viewer.next", _tr("Next picture"), "Right; Down", "chevron-right"),
    Spec("viewer.back_many", _tr("Ten pictures back"), "PgUp"),
    Spec("viewer.on_many", _tr("Ten pictures on"), "PgDown"),
    Spec("viewer.first", _tr("First picture"), "Home"),
    Spec("viewer.last", _tr("Last picture"), "End"),
    Spec("viewer.zoom_in", _tr("Zoom in"), "+; =", "zoom-in"),
    Spec("viewer.zoom_out", _tr("Zoom out"), "-", "zoom-out"),
    Spec("viewer.fit", _tr("Fit"), "F", "scan"),
    Spec("viewer.actual", _tr("Actual size, or fit"), "Return; Enter; Z", "maximize-2"),
    Spec("viewer.batch", _tr("Only pictures of its batch"), "G", "layers", checkable=True),
    Spec("viewer.play", _tr("Slide show"), "P", "play", checkable=True),
    Spec("viewer.full", _tr("Over the whole screen"), "Space; F11", "fullscreen"),
    Spec("viewer.side", _tr("Beside each other"), "Ctrl+1", "columns-3"),
    Spec("viewer.slider", _tr("With a slider"), "Ctrl+2", "panel-left"),
    Spec("viewer.difference", _tr("Difference"), "Ctrl+3", "git-compare"),
    Spec("viewer.leave", _tr("Back"), "Esc", "x"),
)  # fmt: skip
"""Of a viewer alone."""
