"""English text by code: what the window translates and the command line prints. No Qt.

One table a room: ``SENTENCES`` maps a problem's code to a sentence with named arguments. The
window passes each sentence through ``tr()``.
"""

from __future__ import annotations

from ivk_desktop.domain.problems import Problem

SENTENCES: dict[str, str] = {
    # reaching a server
    "api_error": "The server could not be reached.",
    "unreachable": "{url} cannot be reached. Check the address and the network.",
    "name_not_found": "There is no host named {host}. Check the address.",
    "refused": "Nothing answers at {url}. Is the server running, and is the port right?",
    "timed_out": "{url} did not answer within {seconds} seconds. It may be busy: trying again.",
    "tls_failed": "The certificate of {url} is not trusted. Check the address, or use http.",
    "socket_refused": "{url} refuses live updates. Asking every few seconds instead.",
    "not_this_kind": "{url} answers, but it is no {product} server. Check the port.",
    "bad_answer": "{url} gave an answer that cannot be read ({what}).",
    "unauthorized": "{url} wants you to sign in.",
    "forbidden": "Your account on {url} is not allowed to do that.",
    "not_found": "{what} is not on the server any more.",
    "busy": "The server is busy with something else. Try again in a moment.",
    "rejected": "The server refused this: {reason}",
    "server_fault": "The server failed ({status}). Its own log says more.",
    "unusable": "This cannot be used.",
}


def sentence(problem: Problem) -> str:
    """The English sentence of a problem; an unknown code or argument never raises."""
    template = SENTENCES.get(problem.code, problem.code.replace("_", " ").capitalize() + ".")
    try:
        return template.format(**problem.args)
    except (KeyError, IndexError, ValueError):
        return template
