"""What the model manager says: types, settings, states of installations."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.installs import Install, InstallState
from ivk_desktop.domain.models import ModelCacheStats, Setting
from ivk_desktop.stores.installs import InstallRow
from ivk_desktop.stores.model_query import Facet
from ivk_desktop.ui import reading
from ivk_desktop.ui.texts import count_text, problem_text

MOST_LOADED: Final = 20
STATE_ICONS: Final = {
    InstallState.WAITING: ("clock", "pending"),
    InstallState.DOWNLOADING: ("download", "running"),
    InstallState.INSTALLING: ("loader-circle", "running"),
    InstallState.PAUSED: ("circle-pause", "waiting"),
    InstallState.COMPLETED: ("circle-check", "completed"),
    InstallState.FAILED: ("circle-x", "failed"),
    InstallState.CANCELED: ("ban", "canceled"),
    InstallState.UNKNOWN: ("circle-help", "pending"),
}
"""The icon of each state and the token of its colour."""


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("models", text)


def type_text(kind: str) -> str:
    """The words of a type of model; an unknown one is its own word."""
    known = {
        "main": tr("Main"),
        "lora": tr("LoRA"),
        "control_lora": tr("Control LoRA"),
        "controlnet": tr("ControlNet"),
        "vae": tr("VAE"),
        "embedding": tr("Embedding"),
        "ip_adapter": tr("IP adapter"),
        "t2i_adapter": tr("T2I adapter"),
        "clip_vision": tr("CLIP vision"),
        "clip_embed": tr("CLIP embed"),
        "t5_encoder": tr("T5 encoder"),
        "onnx": tr("ONNX"),
        "unknown": tr("Unknown"),
    }
    return known.get(kind) or _words(kind)


def value_text(facet: Facet, value: str) -> str:
    """The words of a type, base or format."""
    if not value:
        return tr("Not told")
    return type_text(value) if facet is Facet.TYPE else value


def models_text(count: int) -> str:
    """A number of models in words."""
    return tr("1 model") if count == 1 else tr("{count} models").format(count=count_text(count))


def size_text(size: int) -> str:
    """A size; empty where it is not known."""
    return fmt.size(size, reading.style()) if size > 0 else ""


def setting_name(name: str) -> str:
    """The words of a default setting, by the server's name for it."""
    known = {
        "vae": tr("VAE"),
        "vae_precision": tr("VAE precision"),
        "scheduler": tr("Scheduler"),
        "steps": tr("Steps"),
        "cfg_scale": tr("CFG scale"),
        "cfg_rescale_multiplier": tr("CFG rescale"),
        "width": tr("Width"),
        "height": tr("Height"),
        "guidance": tr("Guidance"),
        "weight": tr("Weight"),
        "weight_min": tr("Lowest weight"),
        "weight_max": tr("Highest weight"),
        "preprocessor": tr("Preprocessor"),
        "cpu_only": tr("On the CPU only"),
        "fp8_storage": tr("FP8 storage"),
    }
    return known.get(name) or _words(name)


def setting_text(value: Setting) -> str:
    """A setting's value; empty where it is not set."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def cache_text(stats: ModelCacheStats | None) -> str:
    """What a server holds in memory, in one line."""
    if stats is None:
        return tr("Nothing has been loaded yet.")
    held = sum(size for _, size in stats.sizes)
    words = tr("{parts} parts in memory, {size}; {hits} hits, {misses} misses")
    if stats.models == 0:
        words = tr("Nothing in memory; {hits} hits, {misses} misses")
    return words.format(
        parts=count_text(stats.models),
        size=fmt.size(held, reading.style()),
        hits=count_text(stats.hits),
        misses=count_text(stats.misses),
    )


def loaded_text(stats: ModelCacheStats) -> str:
    """What is in a server's memory, line by line, the largest first."""
    lines = [f"{name}  {size_text(size)}".rstrip() for name, size in stats.sizes[:MOST_LOADED]]
    limit = tr("It may hold {size}; {cleared} parts were dropped to make room.")
    if stats.limit:
        cleared = count_text(stats.cleared)
        lines.append(limit.format(size=size_text(stats.limit), cleared=cleared))
    return "\n".join(lines)


# --- installations ---------------------------------------------------------------------------
def install_name(install: Install) -> str:
    """What is being installed: its name, else the end of where it comes from."""
    return install.name or install.source.rstrip("/").rsplit("/", 1)[-1] or install.source


def state_text(state: InstallState) -> str:
    """A state in one word or two."""
    return {
        InstallState.WAITING: tr("Waiting"),
        InstallState.DOWNLOADING: tr("Downloading"),
        InstallState.INSTALLING: tr("Installing"),
        InstallState.PAUSED: tr("Paused"),
        InstallState.COMPLETED: tr("Installed"),
        InstallState.FAILED: tr("Failed"),
        InstallState.CANCELED: tr("Canceled"),
        InstallState.UNKNOWN: tr("Not known"),
    }[state]


def progress_text(install: Install) -> str:
    """How much is there, of how much; empty where nothing of it is known."""
    if install.state.ended and install.state is not InstallState.COMPLETED and not install.bytes:
        return ""
    if install.total_bytes <= 0:
        return size_text(install.bytes)
    if install.state is InstallState.COMPLETED:
        return size_text(install.total_bytes)
    words = tr("{done} of {all}")
    return words.format(done=size_text(install.bytes) or "0", all=size_text(install.total_bytes))


def speed_text(row: InstallRow) -> str:
    """Bytes a second; empty where it cannot be told."""
    if row.speed is None:
        return ""
    return tr("{size}/s").format(size=fmt.size(round(row.speed), reading.style()))


def left_text(row: InstallRow) -> str:
    """How long the rest takes; empty where it cannot be told."""
    return fmt.duration(row.left_s, reading.style()) if row.left_s is not None else ""


def install_detail(install: Install) -> str:
    """Why it failed, else where it comes from."""
    if install.is_unrecognised:
        words = tr("Installed, but the server does not know what kind of model it is: {source}")
        return words.format(source=install.source)
    return problem_text(install.problem) if install.problem is not None else install.source


def _words(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
