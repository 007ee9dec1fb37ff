"""Boards by date: the server makes them of whatever came on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ivk_desktop.demo.store.images import Image, day_of
from ivk_desktop.demo.store.videos import Video


def day_boards(images: Iterable[Image], videos: Iterable[Video]) -> list[dict[str, Any]]:
    """A virtual board for each day, newest first."""
    piles: dict[str, tuple[list[Image], list[Video]]] = {}
    for image in images:
        if not image.is_intermediate:
            piles.setdefault(day_of(image), ([], []))[0].append(image)
    for video in videos:
        if not video.is_intermediate:
            piles.setdefault(day_of(video), ([], []))[1].append(video)
    return [_day_board(day, *piles[day]) for day in sorted(piles, reverse=True)]


def _day_board(day: str, images: list[Image], videos: list[Video]) -> dict[str, Any]:
    made = [image for image in images if image.category == "general"]
    cover = max(made, key=lambda image: image.created_at, default=None)
    return {
        "virtual_board_id": f"by_date:{day}",
        "board_name": day,
        "date": day,
        "image_count": len(made),
        "asset_count": len(images) - len(made),
        "video_count": len(videos),
        "cover_image_name": cover and cover.name,
        "cover_video_name": None,
    }
