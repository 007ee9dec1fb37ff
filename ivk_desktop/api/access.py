"""Servers that have users: the optional part of a backend for signing in and out."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from ivk_desktop.api.keys import Keys
from ivk_desktop.domain.access import Account, Expiry, Mode


@runtime_checkable
class Access(Protocol):
    """A server that may want its users to sign in.

    Who is signed in comes with ``Connected`` (``ServerFacts.account``). Where someone has to sign
    in, ``updates`` ends with ``Lost`` and a problem of ``WANTS_SIGN_IN``.
    """

    @property
    def keys(self) -> Keys:
        """The secrets that open the server; the token is there once someone has signed in."""
        ...

    async def access_mode(self) -> Mode:
        """Ask whether people have to sign in, and whether anybody can."""
        ...

    async def sign_in(self, email: str, password: str, *, remember: bool) -> Account:
        """Sign in; from now on every request is that user's. ``remember`` makes it last longer.

        Raises ``errors.WrongPassword``, ``errors.AccountDisabled``, or ``errors.Rejected`` with
        the server's words.
        """
        ...

    async def set_up(self, email: str, name: str, password: str) -> None:
        """Make the first administrator; they still have to sign in.

        Raises ``errors.Rejected`` with the server's words, for example for a weak password.
        """
        ...

    async def sign_out(self) -> None:
        """Sign out, here and on the server as far as it goes; the connection ends."""
        ...

    def sign_in_ends(self) -> Expiry | None:
        """When the sign-in ends by itself; ``None`` where nobody is signed in or it is unknown."""
        ...
