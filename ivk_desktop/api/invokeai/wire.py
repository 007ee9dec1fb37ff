"""Answers of which there are few, as checked models. Rows and events stay plain dicts."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Wire(BaseModel):
    """Takes what it knows and ignores what a newer server adds."""

    model_config = ConfigDict(extra="ignore", frozen=True, protected_namespaces=())


class Version(Wire):
    """``GET /app/version``."""

    version: str = Field(min_length=1, max_length=100)


class RuntimeConfig(Wire):
    """The part of ``GET /app/runtime_config`` that matters here."""

    max_queue_size: int | None = None


class RuntimeConfigAnswer(Wire):
    """``GET /app/runtime_config``."""

    config: RuntimeConfig = RuntimeConfig()


class Device(Wire):
    """One of ``GET /app/generation_device_options``."""

    device: str


class AuthStatus(Wire):
    """``GET /auth/status``."""

    setup_required: bool = False
    multiuser_enabled: bool = False


class User(Wire):
    """A user: ``GET /auth/me``, and part of the answer to ``POST /auth/login``."""

    user_id: str = Field(max_length=200)
    email: str = Field(default="", max_length=1000)
    display_name: str | None = Field(default=None, max_length=1000)
    is_admin: bool = False


class Login(Wire):
    """The answer to ``POST /auth/login``."""

    token: str
    user: User


class Enqueued(Wire):
    """The answer to ``enqueue_batch``; ``item_ids`` are newest first."""

    enqueued: int
    requested: int
    item_ids: list[int] = []
    priority: int = 0


class Retried(Wire):
    """The answer to ``retry_items_by_id``: the old ids."""

    retried_item_ids: list[int] = []


class Deleted(Wire):
    """The answer to ``clear`` and ``prune``."""

    deleted: int = 0


class BatchStatus(Wire):
    """``GET /queue/{queue_id}/b/{batch_id}/status``; all 0 for an unknown batch."""

    total: int = 0


class Counts(Wire):
    """What boards of every kind tell of their pictures."""

    image_count: int = 0
    asset_count: int = 0
    video_count: int = 0
    cover_image_name: str | None = None


class BoardRecord(Counts):
    """One of ``GET /boards/``."""

    board_id: str
    board_name: str = ""
    archived: bool = False
    created_at: str | None = None
    board_visibility: str = "private"
    owner_username: str | None = None


class DateBoardRecord(Counts):
    """One of ``GET /virtual_boards/by_date``."""

    virtual_board_id: str
    date: str


class DeletedBoard(Wire):
    """The answer to ``DELETE /boards/{id}``: what of it could not be deleted."""

    failed_images: list[str] = []
    failed_videos: list[str] = []


class BulkDeleteFailure(Wire):
    """A model that could not be deleted."""

    key: str
    error: str = ""


class BulkDeleted(Wire):
    """The answer to ``POST /api/v2/models/i/bulk_delete``."""

    failed: list[BulkDeleteFailure] = []


class WorkflowRecord(Wire):
    """One of ``GET /workflows/``."""

    workflow_id: str
    name: str = ""
    description: str | None = None
    category: str = "user"
    tags: str | None = None
    opened_at: str | None = None
    updated_at: str | None = None
    is_public: bool = False
    thumbnail_url: str | None = None


class SavedWorkflow(Wire):
    """The answer to ``POST`` and ``PATCH /workflows/``."""

    workflow_id: str


class NamedRecord(Wire):
    """One of ``GET /style_presets/`` and ``GET /system_prompts/``."""

    id: str
    name: str = ""


class DynamicPrompts(Wire):
    """The answer to ``POST /utilities/dynamicprompts``; a mistake is told in ``error``."""

    prompts: list[str] = []
    error: str | None = None


class WorkflowPage(Wire):
    """One page of ``GET /workflows/``."""

    pages: int = 1
    items: list[dict[str, Any]] = []
