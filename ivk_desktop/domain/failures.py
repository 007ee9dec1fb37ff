"""Failed jobs: which of them failed in the same way, and what is known to help."""

from __future__ import annotations

import re
from typing import Final

from ivk_desktop.domain.jobs import JobError
from ivk_desktop.domain.problems import Problem

MESSAGE_CHARS: Final = 300
"""How much of a message tells two errors apart."""
_VARYING: Final = re.compile(
    r"0x[0-9a-f]+|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|[0-9a-f]{12,}|\d+(?:[.,]\d+)*",
    re.IGNORECASE,
)
"""Addresses, ids and numbers: what differs between two times of one error."""

_KNOWN: Final = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        ("hint_result_lost", r"^resultlost:"),
        (
            "hint_out_of_memory",
            r"out ?of ?memory|not enough (?:gpu |v?ram|memory)|cudnn_status_alloc_failed"
            r"|cublas_status_alloc_failed|insufficient memory|cannot allocate memory",
        ),
        ("hint_disk_full", r"no space left|disk quota exceeded|errno 28"),
        (
            "hint_model_not_found",
            r"unknownmodel|modelnotfound|(?:model|checkpoint|lora|vae|submodel)\b[^.]{0,120}"
            r"\b(?:not found|does ?n[o']t exist|could not be found|unknown|not installed)"
            r"|no such model|no model (?:found|with)",
        ),
        (
            "hint_model_file",
            r"(?:filenotfound|no such file)[^.]{0,200}(?:models|\.safetensors|\.ckpt|\.gguf|\.bin)"
            r"|safetensor.{0,40}(?:header|corrupt|incomplete)|invalid ?magic|pytorchstreamreader"
            r"|error while deserializing",
        ),
        (
            "hint_picture_missing",
            r"imagefilenotfound|imagerecordnotfound|(?:image|picture|video)\b[^.]{0,120}"
            r"\b(?:not found|does not exist)|cannot identify image file",
        ),
        (
            "hint_missing_input",
            r"requiredconnection|missinginput|field required|missing (?:required )?"
            r"(?:input|field|argument|\d+ required)|requires (?:an? )?(?:input|value|connection)"
            r"|validation errors? for \w*invocation|nonetype",
        ),
        (
            "hint_models_differ",
            r"mat1 and mat2|shapes? cannot be multiplied|size mismatch|sizes of tensors must match"
            r"|expected .{0,60}\bchannels?, but got|incompatible (?:base )?model|wrong base",
        ),
        (
            "hint_number_type",
            r"expected (?:scalar|all tensors)|not implemented for 'half'|same dtype"
            r"|must have the same dtype|bfloat16|nan(?:s)? (?:in|produced|detected)",
        ),
        (
            "hint_server_lacks",
            r"modulenotfound|no module named|importerror|unknown (?:node|invocation)"
            r"|invocation type .{0,80}not",
        ),
        (
            "hint_download",
            r"gatedrepo|401 client error|403 client error|huggingface.{0,80}(?:token|login)"
            r"|connection ?error|max retries exceeded|name or service not known|read timed out",
        ),
    )
)


def hint(error: JobError | None) -> Problem | None:
    """What is known to help against an error: a code of ``words``; ``None`` where nothing is.

    The type and the message are looked at, not the traceback: its lines of code name all sorts
    of things that are not wrong.
    """
    if error is None:
        return None
    text = f"{error.type}: {error.message}"[:4000]
    code = next((code for code, pattern in _KNOWN if pattern.search(text)), None)
    return Problem(code) if code is not None else None


def signature(error: JobError | None) -> tuple[str, str]:
    """Type and message without what varies: equal for two failures of the same kind."""
    if error is None:
        return ("", "")
    message = " ".join(error.message[: 2 * MESSAGE_CHARS].split())
    return (error.type, _VARYING.sub("#", message)[:MESSAGE_CHARS])
