"""InvokeAI's socket events as updates. Pure, fast, and never raising: events are untrusted."""

from __future__ import annotations

import binascii
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.api.invokeai import mapping
from ivk_desktop.api.invokeai.priorities import Priorities
from ivk_desktop.api.invokeai.values import count, fraction, moment, text, whole
from ivk_desktop.api.invokeai.values import mapping as sub
from ivk_desktop.domain.installs import InstallId
from ivk_desktop.domain.invokeai.results import PASSED_ON, media_of_output
from ivk_desktop.domain.jobs import JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import (
    CountsChanged,
    InstallProgress,
    JobChanged,
    ModelLoaded,
    NodeChanged,
    NodeStatus,
    Preview,
    Progress,
    Resource,
    ResourceChanged,
    Update,
)

PREVIEW_LIMIT = 4 * 1024 * 1024
"""The most characters of a preview's data URL."""
MESSAGE_LIMIT = 500
ID_LIMIT = 500

_REMEMBERED = 500
_RUNS_REMEMBERED = 5000
_MOST_CANCELED = 200


@dataclass(frozen=True, slots=True)
class QueueStale:
    """The queue has changed in a way that must be read; ``ids`` changed without a word how."""

    ids: tuple[JobId, ...] = ()
    everything: bool = False
    """Read the whole queue again: it was cleared, or too much has changed."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Events of this job were lost: its record is to be read at its end."""

    key: JobKey


Heard = Update | QueueStale | Missed


@dataclass(slots=True)
class _Running:
    """What is remembered of an item while it runs."""

    begun_runs: set[str] = field(default_factory=set)
    ended_runs: set[str] = field(default_factory=set)
    outputs: dict[MediaRef, None] = field(default_factory=dict)
    device: str = ""


class EventReader:
    """Turns the events of one connection into updates, and drops what comes too late."""

    def __init__(
        self, server_id: ServerId, queue_id: str, priorities: Priorities | None = None
    ) -> None:
        self.paused = False
        """The processor's state as last read: events do not tell it."""
        self.told: set[JobId] = set()
        """Whose state events have told since somebody put an empty set here."""
        self._server_id = server_id
        self._queue_id = queue_id
        self._priorities = priorities or Priorities()
        self._ended: OrderedDict[JobId, None] = OrderedDict()
        self._running: OrderedDict[JobId, _Running] = OrderedDict()
        self._readers: dict[str, Callable[[dict[str, Any]], list[Heard]]] = {
            "invocation_progress": self._progress,
            "invocation_started": self._started,
            "invocation_complete": self._completed,
            "invocation_error": self._failed,
            "queue_item_status_changed": self._status,
            "batch_enqueued": self._enqueued,
            "queue_items_retried": lambda _: [QueueStale()],
            "queue_items_canceled": self._canceled,
            "queue_cleared": lambda _: [QueueStale(everything=True)],
            "model_load_complete": self._model_loaded,
            "model_install_complete": lambda _: [
                ResourceChanged(Resource.MODELS),
                ResourceChanged(Resource.INSTALLS),
            ],
            **dict.fromkeys(_INSTALLS, lambda _: [ResourceChanged(Resource.INSTALLS)]),
            "model_install_download_progress": _download,
            "workflow_created": lambda _: [ResourceChanged(Resource.WORKFLOWS)],
            "workflow_updated": lambda _: [ResourceChanged(Resource.WORKFLOWS)],
            "workflow_deleted": lambda _: [ResourceChanged(Resource.WORKFLOWS)],
            "workflow_access_revoked": lambda _: [ResourceChanged(Resource.WORKFLOWS)],
        }

    @property
    def events(self) -> tuple[str, ...]:
        """The names of the events that say something."""
        return tuple(self._readers)

    def read(self, event: str, data: Any) -> list[Heard]:
        """What an event says; nothing where it is unknown, malformed, foreign or late."""
        reader = self._readers.get(event)
        if reader is None or not isinstance(data, dict):
            return []
        if data.get("queue_id", self._queue_id) != self._queue_id:
            return []
        return reader(data)

    def note_ended(self, job_id: JobId) -> None:
        """Remember that an item has ended: nothing more is believed of it."""
        self._running.pop(job_id, None)
        self._ended[job_id] = None
        self._ended.move_to_end(job_id)
        if len(self._ended) > _REMEMBERED:
            self._ended.popitem(last=False)

    def _key(self, data: dict[str, Any], *, late: bool = False) -> JobKey | None:
        """The item that a node event is about, ``None`` if it is none of our affair (any more)."""
        job_id = mapping.job_id(data)
        if job_id is None or mapping.is_private(data) or (job_id in self._ended and not late):
            return None
        return JobKey(self._server_id, job_id)

    def _item(self, job_id: JobId) -> _Running:
        item = self._running.get(job_id)
        if item is None:
            item = self._running[job_id] = _Running()
            if len(self._running) > _REMEMBERED:
                self._running.popitem(last=False)
        return item

    def _node(self, data: dict[str, Any]) -> tuple[str, str, str] | None:
        """(source node id, run id, node type); the source is the node of the workflow."""
        node_id = data.get("invocation_source_id")
        invocation = sub(data, "invocation")
        run_id = invocation.get("id")
        if not isinstance(node_id, str) or not 0 < len(node_id) <= ID_LIMIT:
            return None
        run = run_id if isinstance(run_id, str) and len(run_id) <= ID_LIMIT else ""
        return node_id, run, text(invocation, "type", 200)

    def _started(self, data: dict[str, Any]) -> list[Heard]:
        key, node = self._key(data), self._node(data)
        if key is None or node is None or node[1] in self._item(key.job_id).ended_runs:
            return []
        self._begin_run(key.job_id, node[1])
        return [NodeChanged(key, node[0], node[1], NodeStatus.RUNNING, node[2])]

    def _progress(self, data: dict[str, Any]) -> list[Heard]:
        arrived_at = time.monotonic()
        key, node = self._key(data), self._node(data)
        if key is None or node is None:
            return []
        item = self._item(key.job_id)
        if node[1] in item.ended_runs:
            return []
        heard: list[Heard] = []
        device = text(data, "device", 100)
        if device and device != item.device:
            item.device = device
            heard.append(JobChanged(JobUpdate(key, device=device)))
        heard.append(
            Progress(
                key,
                *node,
                message=text(data, "message", MESSAGE_LIMIT),
                fraction=fraction(data, "percentage"),
                preview=preview_of(data.get("image"), arrived_at),
                arrived_at=arrived_at,
            )
        )
        return heard

    def _completed(self, data: dict[str, Any]) -> list[Heard]:
        key, node = self._key(data), self._node(data)
        if key is None or node is None or not self._end_run(key.job_id, node[1]):
            return []
        invocation, result = sub(data, "invocation"), sub(data, "result")
        outputs = () if node[2] in PASSED_ON else media_of_output(result, self._server_id)
        if invocation.get("is_intermediate") is False:
            self._item(key.job_id).outputs.update(dict.fromkeys(outputs))
        repeats = whole(result, "total") if result.get("type") == "iterate_output" else None
        status = NodeStatus.COMPLETED
        return [NodeChanged(key, *node[:2], status, node[2], outputs=outputs, repeats=repeats)]

    def _failed(self, data: dict[str, Any]) -> list[Heard]:
        """The one event that is believed of an ended item: the server sends it after the end."""
        key, node = self._key(data, late=True), self._node(data)
        if key is None or node is None:
            return []
        if key.job_id not in self._ended:
            self._end_run(key.job_id, node[1])
        why = text(data, "error_message") or text(data, "error_type", 200)
        return [NodeChanged(key, *node[:2], NodeStatus.FAILED, node[2], error=why)]

    def _begin_run(self, job_id: JobId, run_id: str) -> None:
        runs = self._item(job_id).begun_runs
        if len(runs) < _RUNS_REMEMBERED:
            runs.add(run_id)

    def _end_run(self, job_id: JobId, run_id: str) -> bool:
        """Note that a node has ended; whether that was not known before."""
        item = self._item(job_id)
        if run_id and run_id in item.ended_runs:
            return False
        item.begun_runs.discard(run_id)
        if len(item.ended_runs) < _RUNS_REMEMBERED:
            item.ended_runs.add(run_id)
        return True

    def _status(self, data: dict[str, Any]) -> list[Heard]:
        job_id = mapping.job_id(data)
        if job_id is None or job_id in self._ended:
            return []
        if mapping.is_private(data):
            return [QueueStale((job_id,))]
        self.told.add(job_id)
        update = self._status_update(JobKey(self._server_id, job_id), data)
        heard: list[Heard] = [JobChanged(update)]
        item = self._item(job_id)
        if update.state is JobState.COMPLETED and (item.begun_runs or not item.ended_runs):
            heard.insert(0, Missed(update.key))  # no word of how its nodes have ended
        if update.state is JobState.UNKNOWN:
            heard.append(QueueStale((job_id,)))  # the record may say more
        if queue := sub(data, "queue_status"):
            heard.append(CountsChanged(mapping.counts_of(queue, paused=self.paused)))
        if isinstance(update.state, JobState) and update.state.ended:
            if isinstance(update.outputs, tuple):
                heard += [ResourceChanged(Resource.BOARDS), ResourceChanged(Resource.IMAGES)]
            self.note_ended(job_id)
        return heard

    def _status_update(self, key: JobKey, data: dict[str, Any]) -> JobUpdate:
        native = text(data, "status", 100)
        state = mapping.state_of(native)
        outputs = tuple(self._item(key.job_id).outputs) if state.ended else ()
        changes: dict[str, Any] = {"outputs": outputs} if outputs else {}
        if (sequence := whole(data, "status_sequence")) is not None:
            changes["sequence"] = sequence
        for name, raw in _TIMES.items():
            if (when := moment(data, raw)) is not None:
                changes[name] = when
        if error := mapping.error_of(data):
            changes["error"] = error
        return JobUpdate(
            key,
            state=state,
            batch_id=mapping.batch_id(data),
            origin=text(data, "origin", 200),
            destination=text(data, "destination", 200),
            user=mapping.told_user(data),
            native_state=native if state is JobState.UNKNOWN else "",
            **changes,
        )

    def _model_loaded(self, data: dict[str, Any]) -> list[Heard]:
        name = text(sub(data, "config"), "name", 200)
        return [ModelLoaded(name, text(data, "submodel_type", 100))] if name else []

    def _enqueued(self, data: dict[str, Any]) -> list[Heard]:
        self._priorities.note(data)
        return [QueueStale()]

    def _canceled(self, data: dict[str, Any]) -> list[Heard]:
        """Canceled in bulk, or deleted: the pending ones are told of here alone."""
        ids = data.get("canceled_item_ids")
        if not isinstance(ids, list) or not ids:
            return [QueueStale()]
        if len(ids) > _MOST_CANCELED:
            return [QueueStale(everything=True)]
        heard: list[Heard] = []
        when = data.get("timestamp")
        for number in ids:
            job_id = mapping.job_id({"item_id": number})
            if job_id is None or job_id in self._ended:
                continue
            self.note_ended(job_id)
            self.told.add(job_id)
            key = JobKey(self._server_id, job_id)
            ended_at = float(when) if isinstance(when, int) else None
            heard.append(JobChanged(JobUpdate(key, JobState.CANCELED, ended_at=ended_at)))
        return [*heard, QueueStale()]


def _download(data: dict[str, Any]) -> list[Heard]:
    number = whole(data, "id")
    if number is None:
        return []
    done, total = count(data, "bytes"), count(data, "total_bytes")
    return [InstallProgress(InstallId(str(number)), done, total)]


_INSTALLS: Final = (
    "model_install_downloads_complete",
    "model_install_started",
    "model_install_cancelled",
    "model_install_error",
)
_TIMES: Final = {
    "created_at": "created_at",
    "started_at": "started_at",
    "ended_at": "completed_at",
}


def preview_of(image: Any, arrived_at: float) -> Preview | None:
    """The picture in a progress event: a base64 data URL of an image type, at most 4 MB."""
    if not isinstance(image, dict):
        return None
    url = image.get("dataURL")
    if not isinstance(url, str) or len(url) > PREVIEW_LIMIT or not url.startswith("data:image/"):
        return None
    head, comma, encoded = url.partition(",")
    if not comma or not head.endswith(";base64"):
        return None
    try:
        data = binascii.a2b_base64(encoded)
    except ValueError:
        return None
    if not data:
        return None
    width, height = (min(count(image, name), 1 << 16) for name in ("width", "height"))
    return Preview(data, width, height, arrived_at)
