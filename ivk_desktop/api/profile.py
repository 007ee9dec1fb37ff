"""How a server is reached: one set of rules for REST and for the live connection."""

from __future__ import annotations

from dataclasses import dataclass, field

from ivk_desktop.domain.address import host_of, is_loopback, normalized_url


@dataclass(frozen=True, slots=True)
class ConnectionProfile:
    """One server's address with the rules of reaching it.

    ``url`` is normalised (see ``normalized_url``); its path is the base path that a reverse proxy
    may put before everything. ``token`` is sent as a bearer token and never shown. Times are
    seconds: ``connect_s`` for the connection, ``read_s`` between two pieces of an answer (the
    server stalls 0.6-2 s in ordinary work), ``total_s`` for a whole answer.
    """

    url: str
    token: str = field(default="", repr=False)
    connect_s: float = 5.0
    read_s: float = 30.0
    total_s: float = 120.0
    product: str = "InvokeAI"

    @classmethod
    def of(cls, typed: str, *, token: str = "") -> ConnectionProfile:
        """Make a profile of an address as a person typed it.

        Raises:
            DomainError: the address cannot be used.
        """
        return cls(normalized_url(typed), token)

    @property
    def host(self) -> str:
        """The host's name."""
        return host_of(self.url)

    @property
    def proxied(self) -> bool:
        """Whether the system's proxy settings apply: never for this machine itself."""
        return not is_loopback(self.url)

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every request, REST or live."""
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    @property
    def encrypted(self) -> bool:
        """Whether TLS is spoken."""
        return self.url.startswith("https:")
