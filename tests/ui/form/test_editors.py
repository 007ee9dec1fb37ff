"""What a person does with each editor, and the value that comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QColorDialog, QWidget

from ivk_desktop.domain.form import Choice, Component, FieldKind, FieldSpec, Limits, ModelFilter
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.form.board import BoardEditor
from ivk_desktop.ui.form.choice import ChoiceEditor, ToggleEditor
from ivk_desktop.ui.form.color import ColorEditor
from ivk_desktop.ui.form.generator import GeneratorEditor
from ivk_desktop.ui.form.image import ImageEditor, VideoEditor
from ivk_desktop.ui.form.images import ImagesEditor
from ivk_desktop.ui.form.json_text import JsonEditor, ReadOnlyEditor
from ivk_desktop.ui.form.lists import MOST_ROWS, ListEditor
from ivk_desktop.ui.form.loras import LorasEditor
from ivk_desktop.ui.form.model import ModelEditor
from ivk_desktop.ui.form.number import NumberEditor
from ivk_desktop.ui.form.reference import ReferenceEditor
from ivk_desktop.ui.form.registry import make_editor
from tests.fakes import a_model, a_picture, a_video
from tests.ui.form.conftest import Shelf, a_field


class Desk:
    """Makes editors and notes what they tell."""

    def __init__(self, qtbot: Any, shelf: Shelf, window: QWidget) -> None:
        self.qtbot, self.shelf, self.window = qtbot, shelf, window
        self.values: list[Any] = []
        self.problems: list[Problem] = []

    def make(self, spec: FieldSpec, value: Any = UNSET) -> Any:
        editor = make_editor(spec, self.shelf, self.window)
        editor.set_label(spec.title)
        editor.set_value(value)
        editor.value_edited.connect(self.values.append)
        editor.rejected.connect(self.problems.append)
        editor.resize(360, editor.sizeHint().height())
        editor.show()
        return editor


@pytest.fixture
def desk(qtbot: Any, shelf: Shelf, window: QWidget) -> Desk:
    return Desk(qtbot, shelf, window)


# --- numbers ---------------------------------------------------------------------------------
def test_an_expression_is_taken_while_it_is_typed_and_written_out_after(desk: Desk) -> None:
    editor: NumberEditor = desk.make(a_field("n", FieldKind.INTEGER), 1)
    editor.box.selectAll()
    desk.qtbot.keyClicks(editor.box, "512*2")
    assert desk.values[-1] == 1024
    assert not desk.problems
    assert editor.box.text() == "512*2"
    desk.qtbot.keyClick(editor.box, Qt.Key.Key_Return)
    assert editor.box.text() == "1024"


def test_a_seed_takes_the_largest_uint32_and_is_shuffled(desk: Desk) -> None:
    editor: NumberEditor = desk.make(a_field("seed", FieldKind.INTEGER, is_seed=True), 4294967295)
    assert editor.box.text() == "4294967295"
    editor.box.stepBy(-1)
    assert desk.values == [4294967294]
    desk.qtbot.mouseClick(editor.shuffle, Qt.MouseButton.LeftButton)
    assert 0 <= desk.values[-1] <= 4294967295
    assert editor.box.text() == str(desk.values[-1])


def test_keys_step_and_stay_within_the_limits(desk: Desk) -> None:
    spec = a_field("n", FieldKind.INTEGER, limits=Limits(0, 10, 4, 1))
    editor: NumberEditor = desk.make(spec, 8)
    desk.qtbot.keyClick(editor.box, Qt.Key.Key_Up)
    desk.qtbot.keyClick(editor.box, Qt.Key.Key_Down)
    desk.qtbot.keyClick(editor.box, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.values == [10, 6, 5]


def test_an_emptied_number_is_unset(desk: Desk) -> None:
    editor: NumberEditor = desk.make(a_field("n", FieldKind.FLOAT), 0.5)
    editor.box.lineEdit().selectAll()
    desk.qtbot.keyClick(editor.box.lineEdit(), Qt.Key.Key_Delete)
    assert desk.values == [UNSET]


def wheel(widget: Any) -> QWheelEvent:
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def test_the_wheel_turns_nothing_that_has_no_focus(desk: Desk) -> None:
    limits = Limits(0, 10, 1, 1)
    spec = a_field("n", FieldKind.INTEGER, limits=limits, component=Component.SLIDER)
    number: NumberEditor = desk.make(spec, 5)
    choice: ChoiceEditor = desk.make(
        a_field("c", FieldKind.CHOICE, choices=(Choice("a", "A"), Choice("b", "B"))), "a"
    )
    number.clearFocus()
    for widget in (number.box, number.slider, choice.combo):
        widget.clearFocus()
        wheel(widget)
    assert desk.values == []


def test_a_slider_and_its_number_move_together(desk: Desk) -> None:
    spec = a_field(
        "n",
        FieldKind.FLOAT,
        limits=Limits(0, 1, 0.1, 0.01),
        component=Component.NUMBER_INPUT_AND_SLIDER,
    )
    editor: NumberEditor = desk.make(spec, 0.5)
    assert editor.slider is not None
    assert editor.slider.value() == 5
    desk.qtbot.keyClick(editor.slider, Qt.Key.Key_Right)
    assert desk.values == [0.6]
    assert editor.box.text() == "0.6"
    editor.box.stepBy(1)
    assert editor.slider.value() == 7


# --- choices ---------------------------------------------------------------------------------
def test_a_choice_keeps_the_type_of_its_value(desk: Desk) -> None:
    choices = (Choice(256, "256"), Choice(512, "512"))
    editor: ChoiceEditor = desk.make(a_field("c", FieldKind.CHOICE, choices=choices), 256)
    editor.combo.setFocus()
    desk.qtbot.keyClick(editor.combo, Qt.Key.Key_Down)
    assert desk.values == [512]


def test_a_value_that_is_no_choice_stays_until_another_is_picked(desk: Desk) -> None:
    spec = a_field("c", FieldKind.CHOICE, choices=(Choice("a", "A"), Choice("b", "B")))
    editor: ChoiceEditor = desk.make(spec, "old")
    assert "old" in editor.combo.currentText()
    assert desk.values == []
    editor.combo.activated.emit(0)
    assert desk.values == ["a"]
    assert editor.combo.count() == 2


def test_a_dropdown_of_texts_is_a_choice(desk: Desk) -> None:
    spec = a_field("s", component=Component.DROPDOWN, choices=(Choice("a", "A"),))
    assert isinstance(desk.make(spec, "a"), ChoiceEditor)


def test_a_switch_says_on_and_off(desk: Desk) -> None:
    editor: ToggleEditor = desk.make(a_field("b", FieldKind.BOOLEAN), False)
    assert editor.toggle.text() == "Off"
    desk.qtbot.mouseClick(editor.toggle, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert desk.values == [True]
    assert editor.toggle.text() == "On"


# --- models and boards -----------------------------------------------------------------------
def test_a_model_is_searched_among_those_that_the_field_takes(desk: Desk) -> None:
    spec = a_field("m", FieldKind.MODEL, models=ModelFilter(types=("main",)))
    editor: ModelEditor = desk.make(spec)
    editor.combo.showPopup()
    popup = editor.combo.popup
    assert popup is not None
    texts = [popup.list.item(n).text() for n in range(popup.list.count())]
    assert texts == ["main, sd-1", "Dreamshaper", "main, sdxl", "Juggernaut"]
    desk.qtbot.keyClicks(popup.search, "jug sdxl")
    assert [popup.list.item(n).text() for n in range(popup.list.count())][1:] == ["Juggernaut"]
    desk.qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert desk.values == [a_model("Juggernaut", base="sdxl").identifier]
    assert editor.combo.currentText() == "Juggernaut"


def test_a_missing_model_is_shown_by_name_and_found_when_it_is_installed(desk: Desk) -> None:
    value = dict(a_model("Lost").identifier)
    editor: ModelEditor = desk.make(a_field("m", FieldKind.MODEL), value)
    assert editor.combo.currentText() == "Lost (not installed)"
    desk.shelf.model_list = [a_model("Lost")]
    desk.shelf.models_changed.emit()
    assert editor.combo.currentText() == "Lost"
    desk.shelf.model_list = None
    desk.shelf.models_changed.emit()
    assert editor.combo.currentText() == "Lost"


def test_a_board_is_auto_none_or_one_of_the_servers(desk: Desk) -> None:
    editor: BoardEditor = desk.make(a_field("b", FieldKind.BOARD), "auto")
    assert editor.combo.currentText().startswith("Auto")
    for search, value in (("none", "none"), ("tig", {"board_id": "board-Tigers"})):
        editor.combo.showPopup()
        popup = editor.combo.popup
        assert popup is not None
        desk.qtbot.keyClicks(popup.search, search)
        desk.qtbot.keyClick(popup.search, Qt.Key.Key_Return)
        desk.qtbot.waitUntil(lambda: editor.combo.popup is None)
        assert desk.values[-1] == value
    editor.set_value({"board_id": "gone"})
    assert editor.combo.currentText() == "gone (not on the server)"


def test_loras_are_added_weighed_and_taken_out(desk: Desk) -> None:
    spec = a_field("l", FieldKind.LORAS, models=ModelFilter(types=("lora",)))
    editor: LorasEditor = desk.make(spec)
    editor.picker.picked.emit("key-Detail")
    lora = a_model("Detail", type="lora", base="sdxl").identifier
    assert desk.values[-1] == [{"lora": lora, "weight": 0.75}]
    editor.rows[0].weight.stepBy(1)
    assert desk.values[-1] == [{"lora": lora, "weight": 0.8}]
    editor.picker.showPopup()
    assert editor.picker.popup is not None
    assert editor.picker.popup.list.item(0).text() == "Nothing found"
    editor.picker.hidePopup()
    desk.qtbot.mouseClick(editor.rows[0].remove, Qt.MouseButton.LeftButton)
    assert desk.values[-1] == []


# --- pictures --------------------------------------------------------------------------------
def drop(editor: Any, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    editor.dropEvent(event)


def test_a_picture_of_the_gallery_a_file_and_a_bitmap_can_be_dropped(desk: Desk) -> None:
    editor: ImageEditor = desk.make(a_field("i", FieldKind.IMAGE))
    data = QMimeData()
    media_mime.write_refs(data, [a_picture("tiger.png")])
    drop(editor, data)
    assert desk.values[-1] == {"image_name": "tiger.png"}
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.PNG"), QUrl.fromLocalFile("/tmp/a.txt")])
    drop(editor, data)
    assert desk.values[-1] == {"image_name": "uploaded-1.png"}
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    drop(editor, data)
    assert desk.values[-1] == {"image_name": "uploaded-2.png"}
    assert isinstance(desk.shelf.uploads[1], bytes)
    desk.qtbot.mouseClick(editor.clear, Qt.MouseButton.LeftButton)
    assert desk.values[-1] is UNSET


def test_a_failed_upload_is_told_and_the_old_picture_stays(desk: Desk) -> None:
    editor: ImageEditor = desk.make(a_field("i", FieldKind.IMAGE), {"image_name": "old.png"})
    desk.shelf.refusal = Problem("upload_failed")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.png")])
    drop(editor, data)
    assert desk.problems == [Problem("upload_failed")]
    assert editor.words.whole_text() == "old.png"


def test_dropped_nonsense_is_no_picture(desk: Desk) -> None:
    data = QMimeData()
    data.setData(media_mime.MEDIA_TYPE, b'[["a"], 3]')
    assert media_mime.read_refs(data) == []
    data.setText("hello")
    editor: ImageEditor = desk.make(a_field("i", FieldKind.IMAGE))
    drop(editor, data)
    assert desk.values == []


def test_pictures_are_appended_and_taken_out(desk: Desk) -> None:
    editor: ImagesEditor = desk.make(a_field("i", FieldKind.IMAGES), [{"image_name": "a.png"}])
    data = QMimeData()
    media_mime.write_refs(data, [a_picture("b.png"), a_picture("c.png")])
    drop(editor, data)
    names = [item["image_name"] for item in desk.values[-1]]
    assert names == ["a.png", "b.png", "c.png"]
    desk.qtbot.mouseClick(editor._tiles[1], Qt.MouseButton.LeftButton)
    assert [item["image_name"] for item in desk.values[-1]] == ["a.png", "c.png"]


def test_a_video_of_the_gallery_or_a_file_can_be_dropped_and_no_picture(desk: Desk) -> None:
    editor: VideoEditor = desk.make(a_field("v", FieldKind.VIDEO), {"video_name": "old.mp4"})
    assert editor.words.whole_text() == "old.mp4"
    data = QMimeData()
    media_mime.write_refs(data, [a_picture("tiger.png"), a_video("tiger.mp4")])
    drop(editor, data)
    assert desk.values == [{"video_name": "tiger.mp4"}]
    for url in ("/tmp/a.png", "/tmp/a.MP4"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(url)])
        drop(editor, data)
    assert desk.shelf.uploads == [Path("/tmp/a.MP4")]
    assert desk.values[1:] == [{"video_name": "uploaded-1.mp4"}]
    editor.clear.click()
    assert desk.values[-1] is UNSET


def test_a_pasted_bitmap_is_no_video(desk: Desk) -> None:
    editor: VideoEditor = desk.make(a_field("v", FieldKind.VIDEO))
    QApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    editor.paste.click()
    assert [problem.code for problem in desk.problems] == ["not_a_video"]
    assert desk.values == []


# --- the rest --------------------------------------------------------------------------------
def test_a_color_is_typed_or_picked_with_its_opacity(desk: Desk) -> None:
    red = {"r": 255, "g": 0, "b": 0, "a": 128}
    editor: ColorEditor = desk.make(a_field("c", FieldKind.COLOR), red)
    assert editor.line.text() == "#FF000080"
    editor.line.selectAll()
    desk.qtbot.keyClicks(editor.line, "#00ff00")
    assert desk.values[-1] == {"r": 0, "g": 255, "b": 0, "a": 255}
    editor.line.selectAll()
    desk.qtbot.keyClicks(editor.line, "red")
    assert desk.problems[-1].code == "not_a_color"
    desk.qtbot.mouseClick(editor.swatch, Qt.MouseButton.LeftButton)
    dialog = editor.findChild(QColorDialog)
    assert dialog is not None
    dialog.colorSelected.emit(QColor(1, 2, 3, 4))
    dialog.close()
    assert desk.values[-1] == {"r": 1, "g": 2, "b": 3, "a": 4}
    assert editor.line.text() == "#01020304"


def test_items_of_a_list_are_edited_added_and_taken_out(desk: Desk) -> None:
    editor: ListEditor = desk.make(a_field("l", FieldKind.INTEGERS), [1, 2])
    desk.qtbot.mouseClick(editor.button, Qt.MouseButton.LeftButton)
    editor.rows[2].control.selectAll()
    desk.qtbot.keyClicks(editor.rows[2].control, "7")
    assert desk.values[-1] == [1, 2, 7]
    desk.qtbot.mouseClick(editor.rows[0].remove, Qt.MouseButton.LeftButton)
    assert desk.values[-1] == [2, 7]
    texts: ListEditor = desk.make(a_field("s", FieldKind.STRINGS), ["a"])
    desk.qtbot.keyClicks(texts.rows[0].control, "b")
    assert desk.values[-1] in (["ab"], ["ba"])


def test_a_long_list_is_one_text_and_loses_nothing(desk: Desk) -> None:
    value = list(range(MOST_ROWS + 1))
    editor: ListEditor = desk.make(a_field("l", FieldKind.INTEGERS), value)
    assert editor.rows == []
    assert editor._text is not None
    editor._text.area.setPlainText("[1, 2")
    assert desk.problems[-1].code == "not_json"
    editor._text.area.setPlainText("[1, 2]")
    assert desk.values[-1] == [1, 2]


def test_a_generator_has_its_type_and_parameters(desk: Desk) -> None:
    value = {
        "type": "float_generator_random_distribution_uniform",
        "min": 0,
        "max": 1,
        "count": 10,
        "values": [0.5],
    }
    editor: GeneratorEditor = desk.make(a_field("g", FieldKind.GENERATOR), value)
    assert list(editor.parameters) == ["min", "max", "count", "seed"]
    count = editor.parameters["count"]
    assert isinstance(count, NumberEditor)
    count.box.stepBy(1)
    assert desk.values[-1]["count"] == 11
    assert "values" not in desk.values[-1]
    assert "seed" not in desk.values[-1]
    editor.kind.activated.emit(editor.kinds.index("float_generator_parse_string"))
    assert desk.values[-1]["type"] == "float_generator_parse_string"
    assert list(editor.parameters) == ["input", "splitOn"]


def test_a_generator_of_an_unknown_type_is_edited_as_json(desk: Desk) -> None:
    editor: GeneratorEditor = desk.make(a_field("g", FieldKind.GENERATOR), {"type": "new", "n": 1})
    text = editor.findChild(JsonEditor)
    assert text is not None
    text.area.setPlainText('{"type": "new", "n": 2}')
    assert desk.values == [{"type": "new", "n": 2}]


def test_a_reference_is_entered_by_id_and_cleared(desk: Desk) -> None:
    given = {"style_preset_id": "a"}
    editor: ReferenceEditor = desk.make(a_field("v", FieldKind.STYLE_PRESET), given)
    assert editor.line.text() == "a"
    desk.qtbot.mouseClick(editor.clear, Qt.MouseButton.LeftButton)
    assert desk.values == [UNSET]
    desk.qtbot.keyClicks(editor.line, "b")
    assert desk.values[-1] == {"style_preset_id": "b"}


def test_a_value_that_nothing_edits_is_shown(desk: Desk) -> None:
    editor: ReadOnlyEditor = desk.make(a_field("r", FieldKind.READ_ONLY), {"a": [1]})
    assert '"a"' in editor.area.toPlainText()
    assert editor.area.isReadOnly()
