"""How a server is reached: one set of rules for REST and for the live connection."""

from __future__ import annotations

from dataclasses import dataclass, field

from ivk_desktop.api.keys import Keys
from ivk_desktop.domain.address import host_of, is_loopback, normalized_url


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose certificates count: the system's authorities, unless one of these is given."""

    ca_file: str = ""
    """A file of the authorities that count instead (PEM)."""
    certificate: str = ""
    """The one certificate that counts, whatever name it bears (PEM): an exception that a person
    has made for one server."""


@dataclass(frozen=True, slots=True)
class ConnectionProfile:
    """One server's address with the rules of reaching it.

    ``url`` is normalised (see ``normalized_url``); its path is the base path that a reverse proxy
    may put before everything. ``keys`` are never shown. Times are seconds: ``connect_s`` for the
    connection, ``read_s`` between two pieces of an answer (the server stalls 0.6-2 s in ordinary
    work), ``total_s`` for a whole answer.
    """

    url: str
    connect_s: float = 5.0
    read_s: float = 30.0
    total_s: float = 120.0
    product: str = "InvokeAI"
    trust: Trust = Trust()
    keys: Keys = field(default_factory=Keys, repr=False, compare=False)

    @classmethod
    def of(cls, typed: str, *, token: str = "") -> ConnectionProfile:
        """Make a profile of an address as a person typed it.

        Raises:
            DomainError: the address cannot be used.
        """
        return cls(normalized_url(typed), keys=Keys(token))

    @property
    def host(self) -> str:
        """The host's name."""
        return host_of(self.url)

    @property
    def local(self) -> bool:
        """Whether the address names this machine, which is reached through no proxy."""
        return is_loopback(self.url)

    @property
    def encrypted(self) -> bool:
        """Whether TLS is spoken."""
        return self.url.startswith("https:")
