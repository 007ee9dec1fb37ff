"""What a picture carries makes it again, and its file can be fetched without a bound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.errors import NotFound, Unusable
from ivk_desktop.api.picture_backend import MediaFiles, PictureRepeats
from ivk_desktop.domain.media import MediaRef, MediaSize
from tests.contract.conftest import Server
from tests.contract.graphs import perform, request, slow_image
from tests.contract.test_gallery import Reports, a_board, nothing, uploaded


def test_a_picture_is_made_again_and_varied(server: Server, run: Any) -> None:
    async def again() -> None:
        async with server.client() as client:
            backend = client.backend
            assert isinstance(backend, PictureRepeats)
            made = await perform(client, request(slow_image(steps=2, seed=4711)))
            (first,) = made.job.outputs
            found: list[tuple[int | None, int | None]] = []
            refs: list[MediaRef] = [first]
            for vary in (False, True):
                wanted = await backend.picture_request(first, vary=vary)
                (ref,) = (await perform(client, wanted)).job.outputs
                facts = (await backend.picture_details(ref)).facts
                found.append((facts.seed, facts.steps))
                refs.append(ref)
            assert found[0] == (4711, 2)
            assert found[1][0] not in (4711, None)
            assert found[1][1] == 2
            await backend.delete_pictures(refs)

    run(again())


def test_a_picture_that_tells_nothing_or_is_gone_says_so(server: Server, run: Any) -> None:
    async def told() -> None:
        async with server.client() as client, a_board(client) as board:
            (upload,) = await uploaded(client, board)
            with pytest.raises(Unusable) as error:
                await client.backend.picture_request(upload, vary=False)
            assert error.value.problem.code == "picture_without_graph"
            with pytest.raises(NotFound):
                await client.backend.picture_request(nothing(client), vary=False)

    run(told())


def test_a_file_is_written_whole_or_not_at_all(server: Server, run: Any, tmp_path: Path) -> None:
    async def written() -> None:
        async with server.client() as client, a_board(client) as board:
            (ref,) = await uploaded(client, board)
            assert isinstance(client.backend, MediaFiles)
            target, reports = tmp_path / "one.png", Reports()
            await client.backend.save_media(ref, target, reports)
            data = await client.backend.fetch(ref, MediaSize.FULL)
            assert target.read_bytes() == data
            assert reports[-1][0] == len(data)
            with pytest.raises(NotFound):
                await client.backend.save_media(nothing(client), tmp_path / "none.png", reports)

    run(written())
    assert [path.name for path in tmp_path.iterdir()] == ["one.png"]
