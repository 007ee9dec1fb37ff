"""The author's form on the screen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ivk_desktop.domain.form import (
    Choice,
    Component,
    Container,
    Divider,
    Element,
    FieldKind,
    Heading,
    Layout,
    Limits,
    Text,
)
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.ui.form import links
from ivk_desktop.ui.form.field_view import FieldView, ResetArrow
from ivk_desktop.ui.form.form_view import FormView
from ivk_desktop.ui.form.number import NumberEditor
from ivk_desktop.ui.form.registry import EDITORS
from ivk_desktop.ui.form.text import LineEditor, TextareaEditor
from ivk_desktop.ui.form.warning_line import WarningLine
from tests.ui.form.conftest import Show, a_field, column, opened, place, row


def view_of(view: FormView, name: str) -> FieldView:
    return view.fields[FieldId(name)][0]


def line_of(view: FormView, name: str) -> Any:
    editor = view_of(view, name).editor
    assert isinstance(editor, LineEditor)
    return editor.line


def left_top(widget: QWidget, view: FormView) -> QPoint:
    return widget.mapTo(view.widget(), QPoint(0, 0))


def test_every_kind_of_field_has_an_editor() -> None:
    assert set(EDITORS) == set(FieldKind)


def test_every_kind_of_field_shows_without_a_value_and_with_nonsense(show: Show) -> None:
    fields = [a_field(kind.value, kind) for kind in FieldKind]
    show(opened(*fields))
    for nonsense in ("text", 3, True, None, [1, None], {"a": {}}, {"type": "x"}):
        show(opened(*fields, **{field.id: nonsense for field in fields}))


def test_a_row_puts_fields_side_by_side_in_equal_parts(show: Show) -> None:
    root = column(row(place("a"), place("b")), place("c"))
    view = show(opened(a_field("a"), a_field("b"), a_field("c"), root=root))
    a, b, c = (view_of(view, name) for name in "abc")
    assert left_top(a, view).y() == left_top(b, view).y()
    assert left_top(a, view).x() < left_top(b, view).x()
    assert abs(a.width() - b.width()) <= 1
    assert left_top(c, view).y() > left_top(a, view).y()
    assert c.width() > 2 * a.width()


def test_a_wide_row_scrolls_and_never_widens_the_form(show: Show) -> None:
    fields = [a_field(f"f{n}", FieldKind.INTEGER) for n in range(5)]
    view = show(opened(*fields, root=column(row(*(place(f.id) for f in fields)))))
    assert view.widget().width() <= view.viewport().width()
    assert all(view_of(view, f.id).width() >= 96 for f in fields)


def test_a_long_text_in_any_editor_never_widens_the_form(show: Show) -> None:
    long = "very " * 60
    fields = (
        a_field("choice", FieldKind.CHOICE, choices=(Choice("x", long),), title=long),
        a_field("model", FieldKind.MODEL, title=long, description=long),
        a_field("text", connected=True, title=long),
    )
    model = {"key": "gone", "name": long, "type": "main", "base": "x", "hash": ""}
    view = show(opened(*fields, choice="x", model=model, text=long))
    assert view.widget().width() <= view.viewport().width()
    assert view_of(view, "text").label.toolTip() == " ".join(long.split())


def test_headings_texts_and_dividers_stand_where_the_author_put_them(show: Show) -> None:
    root = column(Heading("About & more"), Text("Line one\nline two"), Divider(), place("a"))
    view = show(opened(a_field("a"), root=root))
    labels = [label for label in view.widget().findChildren(QLabel) if label.text()]
    words = [label.text() for label in labels]
    assert words[:2] == ["About & more", "Line one\nline two"]
    assert left_top(labels[0], view).y() < left_top(labels[1], view).y()


def test_addresses_in_a_text_become_links_and_only_web_ones_open(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_links: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened_links.append(url.toString())
    )
    html = links.linkified("See <b>https://invoke.ai/a?b=1&c</b>, file:///etc/passwd")
    assert html is not None
    assert "&lt;b&gt;" in html
    assert '<a href="https://invoke.ai/a?b=1&amp;c">' in html
    assert 'href="file' not in html
    assert links.linkified("javascript:alert(1) <script>") is None
    for address in ("https://invoke.ai/", "file:///etc/passwd", "javascript:alert(1)"):
        links.open_link(address)
    assert opened_links == ["https://invoke.ai/"]


def test_a_connected_field_is_disabled_and_says_so(show: Show) -> None:
    view = show(opened(a_field("a", FieldKind.INTEGER, connected=True), a=1))
    field = view_of(view, "a")
    assert not field.editor.isEnabled()
    assert "Provided by connection" in [label.text() for label in field.findChildren(QLabel)]


def test_a_description_is_shown_where_the_author_wants_it(show: Show) -> None:
    fields = (a_field("a", description="shown"), a_field("b", description="hidden"))
    view = show(opened(*fields, root=column(place("a"), place("b", False))))
    words = [label.text() for label in view.widget().findChildren(QLabel)]
    assert "shown" in words
    assert "hidden" not in words


def test_a_problem_stands_beside_its_field_in_words_and_goes_again(qtbot: Any, show: Show) -> None:
    workflow = opened(a_field("a", required=True), a_field("b"), a="", b="")
    view = show(workflow)
    assert view_of(view, "a").problem_shown()
    assert not view_of(view, "b").problem_shown()
    with qtbot.waitSignal(workflow.readiness_changed):
        qtbot.keyClicks(line_of(view, "a"), "x")
    assert not view_of(view, "a").problem_shown()


def test_a_click_on_a_problem_goes_to_the_field(qtbot: Any, show: Show) -> None:
    fields = [a_field(f"f{n}") for n in range(60)]
    view = show(opened(*fields))
    view.activateWindow()
    assert view.focus_field(FieldId("f55"))
    field = view_of(view, "f55")
    assert field.editor.focusProxy().hasFocus()
    top = field.mapTo(view.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= view.viewport().height() - field.height()
    assert not view.focus_field(FieldId("elsewhere"))


def test_a_click_on_a_problem_finds_a_field_in_a_row_that_scrolls(show: Show) -> None:
    fields = [a_field(f"f{n}") for n in range(6)]
    view = show(opened(*fields, root=column(row(*(place(f.id) for f in fields)))))
    view.focus_field(FieldId("f5"))
    left = view_of(view, "f5").mapTo(view.viewport(), QPoint(0, 0)).x()
    assert 0 <= left <= view.viewport().width() - 100


def test_the_reset_arrow_comes_with_a_change_and_goes_back(qtbot: Any, show: Show) -> None:
    workflow = opened(a_field("a"), a="old")
    view = show(workflow)
    field = view_of(view, "a")
    assert field.findChild(ResetArrow) is None
    qtbot.keyClicks(line_of(view, "a"), "er")
    arrow = field.findChild(ResetArrow)
    assert arrow is not None
    assert arrow.isVisible()
    qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)
    assert line_of(view, "a").text() == "old"
    assert arrow.isHidden()
    assert not workflow.unsaved


def test_a_value_set_from_outside_shows_without_an_echo(qtbot: Any, show: Show) -> None:
    workflow = opened(a_field("a"), a_field("n", FieldKind.INTEGER), a="old", n=1)
    view = show(workflow)
    echoes: list[object] = []
    for name in ("a", "n"):
        view_of(view, name).editor.value_edited.connect(echoes.append)
    workflow.set_value(FieldId("a"), "new")
    workflow.set_value(FieldId("n"), 2)
    assert line_of(view, "a").text() == "new"
    assert echoes == []


def test_a_value_of_the_wrong_kind_is_told_beside_its_field(qtbot: Any, show: Show) -> None:
    workflow = opened(a_field("n", FieldKind.INTEGER), n=1)
    view = show(workflow)
    box = view_of(view, "n").editor.focusProxy()
    box.selectAll()
    with qtbot.waitSignal(workflow.readiness_changed):
        qtbot.keyClicks(box, "abc")
    assert "abc" in view_of(view, "n").problem_shown()
    assert workflow.form is not None
    assert workflow.form.value(FieldId("n")) == 1


def test_tab_goes_through_the_fields_in_the_authors_order(qtbot: Any, show: Show) -> None:
    root = column(row(place("a"), column(place("b"), place("c"))), place("d"))
    view = show(opened(*(a_field(name) for name in "dbca"), root=root))
    view.activateWindow()
    line_of(view, "a").setFocus()
    order = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert order == ["A", "B", "C", "D"]


def test_every_control_has_an_accessible_name_and_labels_are_buddies(show: Show) -> None:
    fields = [
        a_field(kind.value, kind, limits=Limits(0, 9, 1, 1, shuffle=True), component=component)
        for kind, component in [
            *((kind, Component.DEFAULT) for kind in FieldKind if kind is not FieldKind.FLOAT),
            (FieldKind.FLOAT, Component.SLIDER),
        ]
    ]
    view = show(opened(*fields))
    for views in view.fields.values():
        assert views[0].label.buddy() is not None
        for widget in views[0].findChildren(QWidget):
            if not widget.isVisible():
                continue
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
                named = widget.accessibleName() or widget.objectName().startswith("qt_")
                assert named, (views[0].spec.kind, widget)


def test_an_ampersand_in_a_title_is_no_shortcut(show: Show) -> None:
    view = show(opened(a_field("a", title="Salt & pepper")))
    assert view_of(view, "a").label.full_text() == "Salt & pepper"
    assert view_of(view, "a").label.text() == "Salt && pepper"


@pytest.mark.parametrize("depth", [100, 2000])
def test_deep_nesting_does_not_break_the_window(show: Show, depth: int) -> None:
    element: Element = place("a")
    for level in range(depth):
        if level % 3 == 0:
            element = row(place("b"), column(element, Heading("x")))
        else:
            element = Container(Layout.ROW if level % 3 == 1 else Layout.COLUMN, (element,))
    view = show(opened(a_field("a"), a_field("b"), root=column(element)))
    assert view_of(view, "a").isVisible()
    assert view.widget().width() <= view.viewport().width()


def test_ctrl_enter_in_a_text_area_is_left_to_the_window(qtbot: Any, show: Show) -> None:
    view = show(opened(a_field("a", component=Component.TEXTAREA), a="one"))
    editor = view_of(view, "a").editor
    assert isinstance(editor, TextareaEditor)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(editor.area, key, Qt.KeyboardModifier.ControlModifier)
    assert editor.area.toPlainText() == "one"
    qtbot.keyClick(editor.area, Qt.Key.Key_Return)
    assert "\n" in editor.area.toPlainText()


def test_a_text_area_grows_with_its_text_to_an_end(qtbot: Any, show: Show) -> None:
    workflow = opened(a_field("a", component=Component.TEXTAREA), a="one")
    view = show(workflow)
    editor = view_of(view, "a").editor
    heights = []
    for lines in (2, 6, 200):
        workflow.set_value(FieldId("a"), "\n".join("x" * lines))
        heights.append(editor.focusProxy().height())
    assert heights[0] < heights[1] < heights[2] < 400


def test_a_placeholder_shows_what_the_server_would_take(show: Show) -> None:
    view = show(opened(a_field("n", FieldKind.INTEGER, placeholder=30)))
    editor = view_of(view, "n").editor
    assert isinstance(editor, NumberEditor)
    assert editor.box.lineEdit().placeholderText() == "30"
    assert editor.box.lineEdit().text() == ""


def test_what_is_wrong_with_the_document_stands_above_its_form(show: Show, qtbot: Any) -> None:
    workflow = opened(a_field("a"))
    assert workflow.form is not None
    spec = workflow.form.spec
    object.__setattr__(spec, "warnings", (Problem("kept_value_dropped", {"label": "A"}),) * 2)
    view = show(workflow)
    line = view.findChild(WarningLine)
    assert line is not None
    assert line.more.text() == "And 1 more"


def test_a_long_form_is_drawn_in_pieces_until_all_of_it_stands(show: Show, qtbot: Any) -> None:
    names = [f"field {number}" for number in range(60)]
    view = show(opened(*map(a_field, names)))
    qtbot.waitUntil(lambda: list(view.fields) == names)
    assert [left_top(view_of(view, name), view).y() for name in names] == sorted(
        {left_top(view_of(view, name), view).y() for name in names}
    )


def test_a_field_far_down_can_be_gone_to_at_once(show: Show) -> None:
    fields = [a_field(f"field {number}") for number in range(60)]
    workflow = opened(*fields)
    view = show(workflow)
    assert view.focus_field(FieldId("field 59"))
    assert view_of(view, "field 59").isVisible()
    assert not view.focus_field(FieldId("field 60"))


def test_more_warnings_of_a_document_are_unfolded_by_a_click(show: Show) -> None:
    view = show(opened(a_field("a")))
    few = WarningLine([Problem("model_missing", {"field": "Model", "name": "one"})], view)
    assert few.more.isHidden()
    many = [Problem("model_missing", {"field": "Model", "name": f"number {n}"}) for n in range(60)]
    line = WarningLine(many, view)
    assert "number 0" in line.words.text()
    assert "number 1" not in line.words.text()
    assert line.more.text() == "And 59 more"
    line.more.click()
    assert "number 49" in line.words.text()
    assert line.words.text().endswith("and 10 more")
    line.more.click()
    assert "number 1" not in line.words.text()
