"""What the server page says: figures, states, levels."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.administration import (
    LogLevel,
    Maintenance,
    NodePack,
    ResultCache,
    ServerDetails,
    ServerUser,
    UserActivity,
)
from ivk_desktop.domain.traffic import Traffic
from ivk_desktop.ui import reading
from ivk_desktop.ui.texts import count_text


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("server_page", text)


def traffic_facts(traffic: Traffic) -> list[tuple[str, str]]:
    """What following the server costs, line by line."""
    amount = tr("{count} a minute, {size}")

    def rate(count: int, size: int) -> str:
        told = fmt.size(size, reading.style())
        return amount.format(count=count_text(count), size=told)

    latency = tr("not known yet")
    if traffic.latency_s is not None:
        number = fmt.decimal(1000 * traffic.latency_s, 1, reading.style())
        latency = tr("{number} ms").format(number=number)
    last = tr("none yet")
    if traffic.last_event_at is not None:
        age_s = max(0.0, time.time() - traffic.last_event_at)
        words = tr("{ago}, {event}")
        event = traffic.last_event.lstrip("#")
        ago = fmt.ago(age_s, reading.style()) if age_s >= 60 else seconds_ago(age_s)
        last = words.format(ago=ago, event=event)
    return [
        (tr("Requests"), rate(traffic.requests, traffic.request_bytes)),
        (tr("Live messages"), rate(traffic.events, traffic.event_bytes)),
        (tr("Latency"), latency),
        (tr("Reconnects"), count_text(traffic.reconnects)),
        (tr("Last event"), last),
    ]


def seconds_ago(age_s: float) -> str:
    """A short age to the second."""
    return tr("{seconds} s ago").format(seconds=int(age_s))


def devices_text(details: ServerDetails) -> str:
    """The devices with their names."""
    return "\n".join(
        f"{one.device}, {one.name}" if one.name and one.name != one.device else one.device
        for one in details.devices
    )


def limit_text(details: ServerDetails) -> str:
    """The most items that may wait."""
    if details.queue_limit is None:
        return tr("not told")
    return tr("{count} items may wait").format(count=count_text(details.queue_limit))


def results_text(cache: ResultCache) -> str:
    """How a server's memory of results fares."""
    words = tr("{size} of {most} results kept; {hits} found again, {misses} not")
    return words.format(
        size=count_text(cache.size),
        most=count_text(cache.max_size),
        hits=count_text(cache.hits),
        misses=count_text(cache.misses),
    )


def maintenance_text(maintenance: Maintenance) -> str:
    """What a server does with its files."""
    if maintenance.is_running:
        doing = {"move_all": tr("Pictures are being moved"), "recovery": tr("Recovering")}
        word = doing.get(maintenance.what, maintenance.what or tr("Maintenance runs"))
        words = tr("{what}. New items are refused until it is done.")
        return words.format(what=word)
    if maintenance.error:
        return tr("The last one failed: {reason}").format(reason=maintenance.error)
    if maintenance.waiting:
        words = tr("Nothing runs; {count} pictures are not where the server's settings want them.")
        return words.format(count=count_text(maintenance.waiting))
    return tr("Nothing runs.")


def pack_text(pack: NodePack) -> str:
    """A node pack with how many nodes it brings."""
    count = len(pack.nodes)
    words = tr("{count} node") if count == 1 else tr("{count} nodes")
    return words.format(count=count_text(count))


def level_text(level: LogLevel) -> str:
    """The words of a log level."""
    return {
        LogLevel.ALL: tr("Everything"),
        LogLevel.DEBUG: tr("Debug"),
        LogLevel.INFO: tr("Info"),
        LogLevel.WARNING: tr("Warnings"),
        LogLevel.ERROR: tr("Errors"),
        LogLevel.CRITICAL: tr("Critical errors"),
    }[level]


def user_state(user: ServerUser) -> str:
    """What a user may do."""
    if not user.is_active:
        return tr("Disabled")
    return tr("Administrator") if user.is_admin else tr("User")


def activity_cells(row: UserActivity) -> tuple[str, ...]:
    """One user's line: who, running, waiting, completed, failed, run time, last."""
    last = ""
    if row.last_at is not None:
        last = fmt.ago(max(0.0, time.time() - row.last_at), reading.style())
    counts = (row.running, row.waiting, row.completed, row.failed)
    run = fmt.minutes(row.run_s, reading.style()) if row.run_s >= 1 else ""
    return (row.user or tr("Somebody"), *(count_text(count) for count in counts), run, last)
