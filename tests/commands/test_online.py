"""The commands on a server: looking up, submitting, waiting, saving, failing, signing in."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop import cli
from ivk_desktop.commands import sign_in
from ivk_desktop.commands.exits import (
    BAD_FILE,
    DONE,
    FAILED,
    INTERRUPTED,
    NOT_READY,
    SERVER,
    USAGE,
    CommandError,
)
from tests.commands.running import Desk, Ended, ended, process
from tests.demo_process import DemoProcess, demo_server
from tests.domain.builder import Json, edge, node, workflow
from tests.oracle.command_line import run_command


@pytest.fixture(scope="module")
def server() -> Iterator[DemoProcess]:
    with demo_server("--speed", "50") as demo:
        yield demo


@pytest.fixture
def demo(server: DemoProcess) -> Iterator[DemoProcess]:
    server.faults(clear=True)
    yield server
    server.faults(clear=True, max_queue_size=10_000)
    server.client.put("/api/v1/queue/default/clear")
    server.client.put("/api/v1/queue/default/processor/resume")


def pause(demo: DemoProcess) -> None:
    """Let nothing begin."""
    demo.client.put("/api/v1/queue/default/processor/pause").raise_for_status()


def picture(**values: Any) -> Json:
    """A workflow that makes one plain picture."""
    made = node("p", "blank_image", None, **{"width": 64, "height": 64, "mode": "RGB", **values})
    made["data"] |= {"isIntermediate": False, "useCache": False}
    return workflow([made], name="Plain")


def run(demo: DemoProcess, command: str, content: Any, folder: Path, *more: str) -> Ended:
    file = folder / "workflow.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return Ended(*run_command(command, str(file), "--server", demo.url, *more))


def model_of(demo: DemoProcess, base: str = "sd-1") -> Json:
    models = demo.client.get("/api/v2/models/").json()["models"]
    found = next(one for one in models if one["type"] == "main" and one["base"] == base)
    return {key: found[key] for key in ("key", "hash", "name", "base", "type")}


# --- payload and form


def test_models_are_looked_up_on_the_server(demo: DemoProcess, tmp_path: Path) -> None:
    model = model_of(demo)
    other = {**model, "key": "a key of another place", "hash": "x"}
    content = workflow([node("m", "main_model_loader", None, model=other)])
    done = run(demo, "payload", content, tmp_path)
    assert done.code == DONE
    assert done.document["batch"]["graph"]["nodes"]["m"]["model"] == model
    assert "under another key" in done.err


def test_what_the_server_lacks_is_a_problem(demo: DemoProcess, tmp_path: Path) -> None:
    gone = {"key": "k", "hash": "h", "name": "Gone", "base": "sd-1", "type": "main"}
    content = workflow([node("m", "main_model_loader", None, model=gone)])
    assert run(demo, "payload", content, tmp_path).code == NOT_READY
    board = picture(board={"board_id": "gone"})
    (problem,) = run(demo, "form", board, tmp_path).document["problems"]
    assert (problem["nodeId"], problem["fieldName"]) == ("p", "board")


def test_the_server_unfolds_prompts(demo: DemoProcess, tmp_path: Path) -> None:
    prompts = {"type": "string_generator_dynamic_prompts_combinatorial", "input": "a {cat|dog}"}
    nodes = [
        node("g", "string_generator", None, generator=prompts),
        node("b", "string_batch", None, batch_group_id="None", strings=[]),
        node("s", "string", None, value=""),
    ]
    content = workflow(nodes, [edge("g.strings", "b.strings"), edge("b.value", "s.value")])
    done = run(demo, "payload", content, tmp_path)
    assert done.document["batch"]["data"][0][0]["items"] == ["a cat", "a dog"]
    prompts["input"] = "a {cat|dog"
    refused = run(demo, "payload", content, tmp_path)
    assert refused.code == NOT_READY
    assert refused.err


def test_the_server_of_the_environment_is_used_where_none_is_named(
    demo: DemoProcess, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("IVK_SERVER", demo.url)
    file = tmp_path / "w.json"
    file.write_text(json.dumps(picture()))
    for command in ("payload", "form", "submit"):
        done = Ended(*run_command(command, str(file)))
        assert (done.code, bool(done.document)) == (DONE, True)
    monkeypatch.setenv("IVK_SERVER", "http://127.0.0.1:1")
    assert run(demo, "payload", picture(), tmp_path).code == DONE
    openapi = tmp_path / "openapi.json"
    openapi.write_bytes(demo.client.get("/openapi.json").content)
    assert run_command("payload", str(file), "--openapi", str(openapi))[0] == DONE


def test_no_socket_is_needed_to_look(demo: DemoProcess, tmp_path: Path) -> None:
    file = tmp_path / "w.json"
    file.write_text(json.dumps(picture()))
    script = (
        "import sys; from ivk_desktop.cli import main; code = main(sys.argv[1:]);"
        "assert not {'PySide6', 'socketio', 'aiohttp', 'keyring'} & set(sys.modules);"
        "sys.exit(code)"
    )
    arguments = ["payload", str(file), "--server", demo.url]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (DONE, "")


@pytest.mark.parametrize("command", ["payload", "form", "submit"])
def test_files_and_edits_are_judged_as_without_a_server(
    demo: DemoProcess, tmp_path: Path, command: str
) -> None:
    assert run(demo, command, b"no json", tmp_path).code == BAD_FILE
    assert run(demo, command, picture(), tmp_path, "--set", "p.nothing=1").code == USAGE
    assert run(demo, command, picture(), tmp_path, "--edits", "nothing").code == USAGE


@pytest.mark.parametrize("command", ["payload", "form", "submit"])
@pytest.mark.parametrize("kind", ["status", "html", "garbage", "truncated", "cut"])
def test_a_server_that_answers_nonsense_is_one_sentence(
    demo: DemoProcess, tmp_path: Path, command: str, kind: str
) -> None:
    demo.faults(answers=[{"path": "/openapi.json", "kind": kind, "times": 9}])
    done = run(demo, command, picture(), tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (SERVER, "", 1)


@pytest.mark.parametrize("command", ["payload", "form", "submit"])
def test_a_server_that_is_not_there_is_one_sentence(tmp_path: Path, command: str) -> None:
    file = tmp_path / "w.json"
    file.write_text(json.dumps(picture()))
    code, out, err = run_command(command, str(file), "--server", "http://127.0.0.1:1")
    assert (code, out, err.count("\n")) == (SERVER, "", 1)


# --- submit


def test_a_submission_is_told_and_not_waited_for(demo: DemoProcess, tmp_path: Path) -> None:
    done = run(demo, "submit", picture(), tmp_path, "--runs", "2")
    document = done.document
    assert done.code == DONE
    assert (document["requested"], document["enqueued"]) == (2, 2)
    assert document["item_ids"] == sorted(document["item_ids"])
    item = demo.client.get(f"/api/v1/queue/default/i/{document['item_ids'][0]}").json()
    assert item["batch_id"] == document["batch_id"]


def test_pictures_are_saved_and_nothing_is_overwritten(demo: DemoProcess, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    done = run(demo, "submit", picture(), tmp_path, "--out", str(out))
    assert done.code == DONE
    (item,) = done.document["items"]
    (name,) = item["images"]
    assert item["status"] == "completed"
    assert item["files"] == [str(out / name)]
    assert (out / name).read_bytes().startswith(b"\x89PNG")
    assert "completed" in done.err


def test_a_failed_item_has_an_exit_code_of_its_own(demo: DemoProcess, tmp_path: Path) -> None:
    demo.faults(fail_node={"type": "blank_image", "message": "out of\x1b[2J paint"})
    done = run(demo, "submit", picture(), tmp_path, "--wait")
    assert done.code == FAILED
    (item,) = done.document["items"]
    assert (item["status"], item["images"]) == ("failed", [])
    assert "paint" in done.err
    assert "\x1b" not in done.err


def test_what_is_not_ready_is_not_submitted(demo: DemoProcess, tmp_path: Path) -> None:
    content = workflow([node("m", "main_model_loader", None, model=...)])
    before = demo.client.get("/api/v1/queue/default/status").json()["queue"]["total"]
    assert run(demo, "submit", content, tmp_path).code == NOT_READY
    assert demo.client.get("/api/v1/queue/default/status").json()["queue"]["total"] == before
    assert run(demo, "submit", content, tmp_path, "--force").code == DONE


def test_what_the_server_refuses_is_one_sentence(demo: DemoProcess, tmp_path: Path) -> None:
    path = "/api/v1/queue/default/enqueue_batch"
    demo.faults(answers=[{"path": path, "status": 422}])
    done = run(demo, "submit", picture(), tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (SERVER, "", 1)


def test_a_full_queue_is_told(demo: DemoProcess, tmp_path: Path) -> None:
    pause(demo)
    demo.faults(max_queue_size=2)
    done = run(demo, "submit", picture(), tmp_path, "--runs", "5")
    assert (done.document["requested"], done.document["enqueued"]) == (5, 2)
    assert "2 of 5" in done.err


def test_waiting_can_be_interrupted(demo: DemoProcess, tmp_path: Path) -> None:
    pause(demo)
    file = tmp_path / "w.json"
    file.write_text(json.dumps(picture()))
    running = process("submit", str(file), "--server", demo.url, "--wait")
    assert running.stderr is not None
    assert running.stderr.readline().startswith("Submitted")
    running.send_signal(signal.SIGINT)
    done = ended(running)
    assert (done.code, done.out) == (INTERRUPTED, "")
    assert "goes on" in done.err
    assert "Traceback" not in done.err


def test_a_canceled_item_counts_as_failed(demo: DemoProcess, tmp_path: Path) -> None:
    pause(demo)
    file = tmp_path / "w.json"
    file.write_text(json.dumps(picture()))
    running = process("submit", str(file), "--server", demo.url, "--wait")
    assert running.stderr is not None
    batch_id = running.stderr.readline().rstrip(".\n").rsplit(" ", 1)[-1]
    demo.client.put(
        "/api/v1/queue/default/cancel_by_batch_ids", json={"batch_ids": [batch_id]}
    ).raise_for_status()
    done = ended(running)
    assert done.code == FAILED
    assert done.document["items"][0]["status"] == "canceled"


def test_a_folder_that_cannot_be_made_is_told_before_anything_runs(
    demo: DemoProcess, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    done = run(demo, "submit", picture(), tmp_path, "--out", str(tmp_path / "file" / "out"))
    assert (done.code, done.out) == (USAGE, "")


def test_submitting_needs_a_server(desk: Desk) -> None:
    file = desk.write("w.json", picture())
    assert run_command("submit", str(file), "--openapi", str(desk.openapi))[0] == USAGE


# --- signing in


def test_the_token_of_the_environment_is_sent_and_never_told(
    demo: DemoProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IVK_TOKEN", "a-secret-token")
    demo.faults(answers=[{"path": "/api/v2/models", "status": 401, "times": 9}])
    done = run(demo, "payload", picture(), tmp_path)
    assert (done.code, done.out) == (SERVER, "")
    assert "IVK_TOKEN" in done.err
    assert "a-secret-token" not in done.err


def test_the_kept_token_of_the_profile_is_used_where_the_server_asks(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ivk_desktop.api.errors import Unauthorized
    from ivk_desktop.api.profile import ConnectionProfile
    from ivk_desktop.stores.secrets import Secrets

    url = "http://somewhere:9090"
    kept = {"servers": [{"id": "mine", "url": url, "name": "Mine"}]}
    (tmp_path / "settings.json").write_text(json.dumps(kept))
    monkeypatch.setenv("IVK_CONFIG_DIR", str(tmp_path))
    asked = []

    async def load(_: Secrets, server_id: str, name: str) -> str:
        asked.append((server_id, name))
        return "kept"

    monkeypatch.setattr(Secrets, "load", load)

    async def work(profile: ConnectionProfile) -> str:
        if profile.keys.token != "kept":
            raise Unauthorized(url=url)
        return profile.keys.token

    assert run(sign_in.signed_in("somewhere:9090", work)) == "kept"
    assert asked == [("mine", f"token {url}")]
    with pytest.raises(CommandError):
        run(sign_in.signed_in("http://elsewhere:9090", work))


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"servers": 1}', '{"servers": [1]}', '{"servers": [{"url": "u"}]}']
)
def test_settings_that_are_broken_hold_no_profile(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.json").write_text(content)
    monkeypatch.setenv("IVK_CONFIG_DIR", str(tmp_path))
    assert sign_in._entry("u") is None


def test_a_command_may_run_in_a_thread_that_hears_no_signals(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(cli.main, ["form", str(tmp_path / "none.json")]).result() != 0
