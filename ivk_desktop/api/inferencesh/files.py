"""Files of other hosts: results to fetch, and where inputs go. Nothing secret goes there."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from ivk_desktop.api.errors import BadAnswer
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.profile import ConnectionProfile

LONGEST: Final = 8000


class OutsideFiles:
    """Fetches and stores files at addresses that a server names.

    Addresses are signed and open themselves: the server's key never goes along, be it the same
    host or another one. Only https is followed, and http where the server itself speaks no TLS.
    """

    def __init__(self, profile: ConnectionProfile) -> None:
        self._profile = profile

    async def get(self, address: str) -> bytes:
        """The bytes of a file, bounded as pictures are.

        Raises:
            BadAnswer: the address is none that is opened.
        """
        client, path = self._client(address)
        try:
            return await client.get_bytes(path)
        finally:
            await client.aclose()

    async def put(self, address: str, data: bytes, content_type: str) -> None:
        """Store a file.

        Raises:
            BadAnswer: the address is none that is opened.
        """
        client, path = self._client(address)
        try:
            await client.put(path, data, content_type)
        finally:
            await client.aclose()

    def _client(self, address: str) -> tuple[HttpClient, str]:
        try:
            parts = urlsplit(address)
            usable = parts.hostname is not None and parts.port != 0
        except ValueError:
            usable = False
        schemes = ("https",) if self._profile.encrypted else ("https", "http")
        if not usable or parts.scheme not in schemes or "@" in parts.netloc:
            args = arguments(self._profile, what="an address of a file that is not opened")
            raise BadAnswer(address[:200], **args)
        origin = f"{parts.scheme}://{parts.netloc}"
        path = parts.path or "/"
        profile = ConnectionProfile(origin, product=self._profile.product)
        return HttpClient(profile), f"{path}?{parts.query}" if parts.query else path
