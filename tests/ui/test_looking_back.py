from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import job_key
from tests.stores.waiting import until
from tests.ui.stage_help import a_stage

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def width(stage: Any) -> int:
    return stage.canvas.image.width() if stage.canvas.image else 0


def test_an_earlier_step_is_shown_and_stays_whatever_comes(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            for edge in (16, 20, 24):
                session.preview(1, edge=edge)
            slider = stage.live.scrub.slider
            await until(stage._scrubbing._soon.timeout, lambda: slider.maximum() == 2)
            assert stage.live.scrub.isVisible()
            slider.setValue(0)
            assert width(stage) == 16
            assert not stage.showing.follow
            session.preview(1, edge=28)
            session.preview(2, edge=40)
            session.finish(1, "a")
            assert width(stage) == 16
            assert slider.value() == 0

    run(scenario())


def test_the_newest_step_is_live_again(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            for edge in (16, 20, 24):
                session.preview(1, edge=edge)
            stage._scrubbing.refresh()
            stage.live.scrub.slider.setValue(1)
            stage.live.scrub.back.click()
            assert width(stage) == 24
            session.preview(1, edge=28)
            assert width(stage) == 28

    run(scenario())


def test_escape_goes_back_to_what_is_live(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            for edge in (16, 20, 24):
                session.preview(1, edge=edge)
            stage._scrubbing.refresh()
            stage.live.scrub.slider.setValue(0)
            QTest.keyClick(stage, Qt.Key.Key_Escape)
            assert width(stage) == 24
            assert stage.live.scrub.slider.value() == 2

    run(scenario())


def test_the_steps_of_an_ended_job_are_there_beside_its_result(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            for edge in (16, 20, 24):
                session.preview(1, edge=edge)
            session.finish(1, "a")
            await until(session.media.picture_ready, lambda: width(stage) == 64)
            assert session.previews.image(job_key(1)) is None
            stage.live.scrub.slider.setValue(1)
            assert width(stage) == 20

    run(scenario())


def test_a_new_job_with_an_old_id_has_steps_of_its_own(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (_, session):
            session.preview(1)
            session.preview(1)
            session.finish(1)
            session.previews.release(job_key(1))
            session.preview(1)
            assert len(session.previews.history.steps(job_key(1))) == 1

    run(scenario())
