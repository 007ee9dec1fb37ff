"""The one error tree of everything that talks to a server.

Each error carries a ``Problem`` (code and arguments for ``words``) and ``detail``: bounded,
redacted text for those who want to know more.
"""

from __future__ import annotations

from ivk_desktop.domain.problems import Problem

DETAIL_LIMIT = 4000
"""The most characters of ``detail`` that are kept."""


class ApiError(Exception):
    """Something went wrong between us and the server."""

    code = "api_error"

    def __init__(self, detail: str = "", **args: str | int | float) -> None:
        super().__init__(f"{self.code}: {detail[:200]}" if detail else self.code)
        self.detail = detail[:DETAIL_LIMIT]
        self.problem = Problem(self.code, dict(args))


class Unreachable(ApiError):
    """No connection: name not found, refused, reset."""

    code = "unreachable"


class NameNotFound(Unreachable):
    """The host's name has no address."""

    code = "name_not_found"


class Refused(Unreachable):
    """Nothing listens at that port."""

    code = "refused"


class TimedOut(Unreachable):
    """No answer in time."""

    code = "timed_out"


class TlsFailed(Unreachable):
    """The server's certificate is not trusted, or TLS is not spoken there."""

    code = "tls_failed"


class TlsMissing(TlsFailed):
    """What listens there does not speak TLS."""

    code = "tls_missing"


class TrustUnusable(TlsFailed):
    """The file of authorities cannot be used, or the certificate that was agreed to."""

    code = "trust_unusable"


class ProxyUnusable(Unreachable):
    """The system's settings name a proxy of a kind that is not spoken here."""

    code = "proxy_unusable"


class SocketRefused(Unreachable):
    """REST answers, the live connection is not to be had."""

    code = "socket_refused"


class ConnectionLost(Unreachable):
    """A connection that stood has ended."""

    code = "connection_lost"


class NotThisKind(ApiError):
    """Something answers, but not the kind of server that was expected."""

    code = "not_this_kind"


class UnknownKind(NotThisKind):
    """Something answers, and it is none of the kinds of server that are known."""

    code = "unknown_kind"


class NothingThere(NotThisKind):
    """Something answers, and has nothing at this path."""

    code = "nothing_there"


class BadAnswer(ApiError):
    """An answer that cannot be read: no JSON, truncated, of another shape, too large."""

    code = "bad_answer"


class RouteMissing(BadAnswer):
    """The server does not know this call: it is older, or much newer, than what we know."""

    code = "route_missing"


class Redirected(BadAnswer):
    """The server sends us to another host: not followed, credentials stay here."""

    code = "redirected"


class Unauthorized(ApiError):
    """401: signing in is needed."""

    code = "unauthorized"


class SetUpNeeded(Unauthorized):
    """Nobody can sign in yet: the first administrator is still to be made."""

    code = "set_up_needed"


class WrongPassword(ApiError):
    """There is no such user, or the password is another."""

    code = "wrong_password"


class AccountDisabled(ApiError):
    """The user is there and may not sign in."""

    code = "account_disabled"


class GateClosed(ApiError):
    """Something before the server wants a name and a password, or a header, of its own."""

    code = "gate_closed"


class KeysLost(ApiError):
    """Secrets that were kept for a server are not there any more."""

    code = "keys_lost"


class Forbidden(ApiError):
    """403: signed in, but not allowed to."""

    code = "forbidden"


class NotFound(ApiError):
    """404: gone, or never there."""

    code = "not_found"


class Busy(ApiError):
    """409, 429 or 503: not now."""

    code = "busy"


class Rejected(ApiError):
    """422 and other refusals of what was sent; ``problems`` point at form fields where known."""

    code = "rejected"

    def __init__(
        self, detail: str = "", problems: tuple[Problem, ...] = (), **args: str | int | float
    ) -> None:
        super().__init__(detail, **args)
        self.problems = problems


class Unconfirmed(ApiError):
    """A submission whose answer was lost, and which could not be looked up either."""

    code = "unconfirmed"


class ServerFault(ApiError):
    """5xx: the server failed."""

    code = "server_fault"


class Unusable(ApiError):
    """A document or picture that cannot be used; ``problem`` says why."""

    code = "unusable"

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem
