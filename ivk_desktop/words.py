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
    # pictures
    "not_a_picture": "This is no picture that can be shown here, or it is too large.",
    "not_saved": "The picture could not be saved to {path}: {reason}",
    "queue_full": "The queue is full: {enqueued} of {requested} items were taken. "
    "Submit the rest when some have ended.",
    "demo_failed": "The demo server did not start. The log says more.",
    "redirected": "{url} sends you on to {target}. Use that address if you trust it.",
    "unconfirmed": "It is not known whether {url} took this. Look at the queue before trying again.",
    "connection_lost": "The connection to {url} was lost. Trying again.",
    "server_refused_value": "The server refused this value: {reason}",
    # server addresses
    "address_empty": "Enter the address of a server, for example http://localhost:9090.",
    "address_invalid": "{address} is not an address.",
    "address_scheme": "{address} does not start with http:// or https://.",
    "address_port": "The port in {address} must be a number from 1 to 65535.",
    "address_credentials": "Leave the user name and password out of the address.",
    # opening workflows and filling their forms
    "waits_for_server": "Waiting for the server: the workflow opens when it answers.",
    "open_failed": "This workflow could not be opened. The log says why.",
    "file_missing": "There is no file {name} any more.",
    "file_unreadable": "{name} cannot be read: {reason}.",
    "file_too_large": "{name} is larger than {limit} MB. No workflow is.",
    "kept_value_dropped": "Your earlier value does not fit {label} any more.",
    "not_a_number": "“{text}” is not a number.",
    "not_json": "This is not valid JSON.",
    "not_a_color": "“{text}” is not a color: write it like #RRGGBB or #RRGGBBAA.",
    "upload_failed": "The picture could not be uploaded.",
    "not_a_picture": "This is not a picture.",
    # settings, data and secrets
    "settings_broken": "The settings could not be read and were set aside as {file}."
    " What could be read of them is kept.",
    "settings_unreadable": "The settings cannot be read ({reason}). The usual ones are used.",
    "settings_unwritable": "The settings cannot be saved ({reason}).",
    "data_broken": "Kept values and history could not be read. They were set aside as {file}"
    " and new ones begun.",
    "data_newer": "A newer version of this app wrote {file}."
    " Nothing is kept in it until you use that version again.",
    "data_unusable": "Values and history cannot be kept ({reason}). They last until you quit.",
    "secrets_memory_only": "This system has no keyring: you will be asked for your token again"
    " after a restart.",
}


def sentence(problem: Problem) -> str:
    """The English sentence of a problem; an unknown code or argument never raises."""
    template = SENTENCES.get(problem.code, problem.code.replace("_", " ").capitalize() + ".")
    try:
        return template.format(**problem.args)
    except (KeyError, IndexError, ValueError):
        return template
