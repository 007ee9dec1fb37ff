"""The number of a frame, beside the video that it is of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ivk_desktop.domain.form import Component, FieldKind
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.form.form_view import FormView
from ivk_desktop.ui.form.frame import FrameEditor
from tests.fakes import a_video
from tests.ui.form.conftest import Shelf, Show, a_field, opened

FRAME, VIDEO = FieldId("frame"), FieldId("video")


class VideoShelf(Shelf):
    """A server that tells of each video when it is made to."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[MediaRef, int] = {}

    def video_frames(self, ref: MediaRef) -> int | None:
        return self.counts.get(ref)

    def tell(self, name: str, count: int) -> None:
        self.counts[a_video(name)] = count
        self.frames_known.emit(a_video(name))


@pytest.fixture
def shelf(qapp: object) -> VideoShelf:
    return VideoShelf()


@pytest.fixture
def workflow(qapp: object) -> OpenWorkflow:
    frame = a_field("frame", FieldKind.INTEGER, component=Component.VIDEO_FRAME, video=VIDEO)
    return opened(a_field("video", FieldKind.VIDEO), frame, frame=-1, video={"video_name": "a.mp4"})


def editor_of(view: FormView) -> FrameEditor:
    editor = view.fields[FRAME][0].editor
    assert isinstance(editor, FrameEditor)
    return editor


def test_the_slider_comes_when_the_frames_are_known(
    workflow: OpenWorkflow, show: Show, shelf: VideoShelf
) -> None:
    editor = editor_of(show(workflow))
    assert editor.slider.isHidden()
    shelf.tell("other.mp4", 5)
    assert editor.slider.isHidden()
    shelf.tell("a.mp4", 81)
    assert not editor.slider.isHidden()
    assert (editor.slider.maximum(), editor.slider.value()) == (80, 80)
    assert editor.count.text() == "81 frames"


def test_what_counts_from_the_end_goes_on_doing_so(
    workflow: OpenWorkflow, show: Show, shelf: VideoShelf
) -> None:
    shelf.tell("a.mp4", 10)
    editor = editor_of(show(workflow))
    assert workflow.form is not None
    editor.slider.setValue(7)
    assert workflow.form.value(FRAME) == -3
    workflow.set_value(FRAME, 4)
    assert editor.slider.value() == 4
    editor.slider.setValue(5)
    assert workflow.form.value(FRAME) == 5


def test_another_video_has_other_frames_and_none_has_none(
    workflow: OpenWorkflow, show: Show, shelf: VideoShelf
) -> None:
    shelf.tell("a.mp4", 10)
    shelf.tell("b.mp4", 3)
    editor = editor_of(show(workflow))
    workflow.set_value(VIDEO, {"video_name": "b.mp4"})
    assert (editor.slider.maximum(), editor.slider.value()) == (2, 2)
    view = editor.parentWidget()
    assert view is not None
    workflow.set_value(VIDEO, None)
    assert editor.slider.isHidden()
    assert editor.box.focusPolicy() is Qt.FocusPolicy.StrongFocus
