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


class BadAnswer(ApiError):
    """An answer that cannot be read: no JSON, truncated, of another shape, too large."""

    code = "bad_answer"


class Redirected(BadAnswer):
    """The server sends us to another host: not followed, credentials stay here."""

    code = "redirected"


class Unauthorized(ApiError):
    """401: signing in is needed."""

    code = "unauthorized"


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
