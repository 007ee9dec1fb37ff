"""Three bad servers in one process: one flaps, one hangs, one answers garbage.

``python -m tests.benchmarks.bad_servers HOST:PORT``: the flapping one passes on to that server.
The first line of the output is their addresses as JSON; it ends with its stdin.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import sys
from collections.abc import Awaitable, Callable

UP_S, DOWN_S = 2.0, 1.0
"""How long the flapping one is there, and away."""
MOST = 65_536

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Flapping:
    """Passes bytes on while it is up; cuts every connection when it goes down."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._up = True
        self._open: set[asyncio.StreamWriter] = set()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        if not self._up:
            writer.close()
            return
        there, back = await asyncio.open_connection(self._host, self._port)
        self._open |= {writer, back}
        with contextlib.suppress(OSError):
            await asyncio.gather(_pass(reader, back), _pass(there, writer))
        self._open -= {writer, back}

    async def flap(self) -> None:
        """Come and go for ever."""
        while True:
            await asyncio.sleep(UP_S)
            self._up = False
            for writer in list(self._open):
                writer.transport.abort()
            await asyncio.sleep(DOWN_S)
            self._up = True


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(MOST):
        writer.write(data)
        await writer.drain()
    writer.close()


async def hang(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Take everything and say nothing."""
    with contextlib.suppress(OSError):
        while await reader.read(MOST):
            pass


async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer with what is no HTTP, no JSON, or JSON of another world."""
    with contextlib.suppress(OSError):
        await reader.read(MOST)
        kinds = (random.randbytes(MOST), _http(b"<html>" * 9999), _http(b'{"items": [[[1]]]}'))
        writer.write(random.choice(kinds))
        await writer.drain()
        writer.close()


def _http(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


async def main(host: str, port: int) -> None:
    """Serve until stdin is closed."""
    flapping = Flapping(host, port)
    answers: dict[str, Answer] = {"flapping": flapping.answer, "hanging": hang, "garbage": garbage}
    urls = {}
    for name, answer in answers.items():
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        urls[name] = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    print(json.dumps(urls), flush=True)
    flaps = asyncio.get_running_loop().create_task(flapping.flap())
    await asyncio.to_thread(sys.stdin.read)
    flaps.cancel()


if __name__ == "__main__":
    host, _, port = sys.argv[1].rpartition(":")
    asyncio.run(main(host, int(port)))
