"""The server itself: version, configuration, small utilities."""

from __future__ import annotations

import platform
from typing import Any

from aiohttp import web

from ivk_desktop.demo import prompts
from ivk_desktop.demo.nodes.catalogue import NODE_TYPES
from ivk_desktop.demo.openapi import document
from ivk_desktop.demo.problems import error, invalid
from ivk_desktop.demo.reply import answer, body_of, needed
from ivk_desktop.demo.state import state_of

VERSION = "6.14.2"
"""The version of InvokeAI whose behaviour this server shows."""

_PAGE = "<!doctype html><title>Demo server</title><p>This is the demo server of ivk_desktop."
_CONFIG = {
    "schema_version": "4.0.3",
    "host": "127.0.0.1",
    "port": 9090,
    "base_url": None,
    "device": "auto",
    "precision": "auto",
    "generation_devices": "auto",
    "image_subfolder_strategy": "flat",
    "session_queue_mode": "round_robin",
    "clear_queue_on_startup": False,
    "max_queue_history": None,
    "node_cache_size": 512,
    "log_level": "info",
}
LOG_LEVELS = (0, 10, 20, 30, 40, 50)
_STYLES = (
    ("Soft daylight", "{prompt}, soft daylight, gentle shadows", "harsh light"),
    ("Ink sketch", "{prompt}, ink on paper, loose lines", "photo, colour"),
    ("Long exposure", "{prompt}, long exposure, tripod, night", "blurry subject"),
)
_SYSTEM_PROMPTS = (
    ("Default", "Expand the description into a detailed prompt."),
    ("Short captions", "Describe the picture in one sentence."),
)

routes = web.RouteTableDef()


@routes.get("/api/v1/app/version")
async def version(request: web.Request) -> web.Response:
    """Which version this server behaves like."""
    return answer({"version": VERSION})


@routes.get("/api/v1/app/app_deps")
async def app_deps(request: web.Request) -> web.Response:
    """Versions of what it is made of."""
    return answer({"InvokeAI": VERSION, "python": platform.python_version(), "demo": "yes"})


@routes.get("/api/v1/app/runtime_config")
async def runtime_config(request: web.Request) -> web.Response:
    """The settings that matter to a client."""
    state = state_of(request)
    told = {
        "max_queue_size": state.queues["default"].max_size,
        "multiuser": state.users.several,
    }
    return answer({"set_fields": [], "config": _CONFIG | told})


@routes.get("/api/v1/app/generation_device_options")
async def devices(request: web.Request) -> web.Response:
    """The GPUs."""
    names = state_of(request).devices
    return answer([{"device": name, "name": f"Demo GPU {name[-1]}"} for name in names])


@routes.get("/api/v1/app/invocation_cache/status")
async def cache_status(request: web.Request) -> web.Response:
    """How the invocation cache fares."""
    return answer(state_of(request).engine.cache.status())


@routes.put("/api/v1/app/invocation_cache/{action:enable|disable}")
async def switch_cache(request: web.Request) -> web.Response:
    """Switch the invocation cache."""
    state_of(request).engine.cache.enabled = request.match_info["action"] == "enable"
    return answer(None)


@routes.delete("/api/v1/app/invocation_cache")
async def clear_cache(request: web.Request) -> web.Response:
    """Empty the invocation cache."""
    state_of(request).engine.cache.clear()
    return answer(None)


@routes.get("/api/v1/app/logging")
async def log_level(request: web.Request) -> web.Response:
    """The log level."""
    return answer(state_of(request).log_level)


@routes.post("/api/v1/app/logging")
async def set_log_level(request: web.Request) -> web.Response:
    """Set the log level."""
    level = await body_of(request)
    if level not in LOG_LEVELS:
        raise invalid(error("enum", ("body",), "Input should be 0, 10, 20, 30, 40 or 50", level))
    state_of(request).log_level = level
    return answer(level)


@routes.get("/api/v2/custom_nodes/")
async def custom_nodes(request: web.Request) -> web.Response:
    """The node packs: the lab's, which the real server of the tests has too."""
    types = sorted(kind for kind in NODE_TYPES if kind.startswith("lab_"))
    pack = {
        "name": "lab_nodes",
        "path": "nodes/lab_nodes",
        "node_count": len(types),
        "node_types": types,
    }
    return answer({"node_packs": [pack], "custom_nodes_path": "nodes"})


@routes.get("/api/v1/image_moves/status")
async def image_moves(request: web.Request) -> web.Response:
    """No images are being moved."""
    return answer(
        {
            "is_running": False,
            "operation": None,
            "active_job_id": None,
            "latest_job": None,
            "last_error": None,
            "needs_move_count": 0,
        }
    )


@routes.get("/api/v1/style_presets/")
async def style_presets(request: web.Request) -> web.Response:
    """A few prompt templates."""
    return answer([_style(*style) for style in _STYLES])


def _style(name: str, positive: str, negative: str) -> dict[str, Any]:
    return {
        "name": name,
        "preset_data": {"positive_prompt": positive, "negative_prompt": negative},
        "type": "default",
        "is_public": False,
        "id": name.lower().replace(" ", "-"),
        "user_id": "system",
        "image": None,
    }


@routes.get("/api/v1/system_prompts/")
async def system_prompts(request: web.Request) -> web.Response:
    """A few instructions for writing prompts."""
    return answer([_system_prompt(*one) for one in _SYSTEM_PROMPTS])


def _system_prompt(name: str, content: str) -> dict[str, Any]:
    written = "2026-01-05T09:00:00"
    return {
        "name": name,
        "content": content,
        "id": name.lower().replace(" ", "-"),
        "user_id": "system",
        "is_public": True,
        "created_at": written,
        "updated_at": written,
    }


@routes.post("/api/v1/utilities/dynamicprompts")
async def dynamic_prompts(request: web.Request) -> web.Response:
    """Unfold ``{a|b}``; a mistake in the prompt is an ordinary answer with ``error``."""
    body = await body_of(request, "prompt")
    found, problem = prompts.unfold(
        body["prompt"],
        most=body.get("max_prompts", 1000),
        combinatorial=body.get("combinatorial", True),
        seed=body.get("seed"),
    )
    return answer({"prompts": found, "error": problem})


_STATE = "/api/v1/client_state/{queue_id}"


@routes.get(f"{_STATE}/get_by_key")
async def client_value(request: web.Request) -> web.Response:
    """A value that a client keeps here, or null."""
    (key,) = needed(request, "key")
    return answer(state_of(request).client_values.get(key))


@routes.post(f"{_STATE}/set_by_key")
async def set_client_value(request: web.Request) -> web.Response:
    """Keep a value for a client."""
    (key,) = needed(request, "key")
    value = await body_of(request)
    state_of(request).client_values[key] = value
    return answer(value)


@routes.get(f"{_STATE}/get_keys_by_prefix")
async def client_keys(request: web.Request) -> web.Response:
    """The keys that begin with a prefix."""
    (prefix,) = needed(request, "prefix")
    return answer([key for key in state_of(request).client_values if key.startswith(prefix)])


@routes.post(f"{_STATE}/delete_by_key")
async def delete_client_value(request: web.Request) -> web.Response:
    """Forget a value."""
    (key,) = needed(request, "key")
    state_of(request).client_values.pop(key, None)
    return answer(None)


@routes.get("/openapi.json")
async def openapi(request: web.Request) -> web.Response:
    """The calls and the node types."""
    return answer(document(request.app.router))


@routes.get("/{anything:.*}")
async def page(request: web.Request) -> web.Response:
    """Where the real server has its web page."""
    return web.Response(text=_PAGE, content_type="text/html")
