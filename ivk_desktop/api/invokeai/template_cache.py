"""Node templates kept by the content of the document they were made of.

Several servers and processes share the folder: a file is written in one step, and one that
cannot be read is made anew.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Final

from ivk_desktop.domain.invokeai.templates import NodeTemplates
from ivk_desktop.domain.limits import DOCUMENT_BYTES

log = logging.getLogger(__name__)

_GZIP: Final = b"\x1f\x8b"


def node_templates(document: bytes, cache: Path | None) -> NodeTemplates:
    """The templates of an OpenAPI document, plain or packed with gzip.

    Args:
        document: the document; its hash is the key, packed or not.
        cache: the folder that parsed templates are kept in; ``None`` keeps nothing.

    Raises:
        DomainError: the document has no node schemas.
        ValueError: it is no JSON, broken, or too large.
        RecursionError: it nests too deep.
    """
    path = _path(document, cache)
    if path and (kept := _kept(path)):
        return kept
    templates = NodeTemplates.from_openapi(_parsed(document))
    if path:
        _keep(path, templates.to_cache())
    return templates


def _parsed(document: bytes) -> dict[str, object]:
    if document.startswith(_GZIP):
        document = _unpacked(document)
    content = json.loads(document)
    if not isinstance(content, dict):
        raise ValueError("no object")
    return content


def _unpacked(packed: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(packed)) as file:
            document = file.read(DOCUMENT_BYTES + 1)
    except (OSError, EOFError) as error:
        raise ValueError(str(error)) from error
    if len(document) > DOCUMENT_BYTES:
        raise ValueError("too large")
    return document


def _path(document: bytes, cache: Path | None) -> Path | None:
    if cache is None:
        return None
    return cache / f"templates-{hashlib.sha256(document).hexdigest()[:32]}.json"


def _kept(path: Path) -> NodeTemplates | None:
    try:
        return NodeTemplates.from_cache(path.read_bytes())
    except OSError:
        return None


def _keep(path: Path, data: bytes) -> None:
    """Write in one step: other processes see the whole file or none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".templates-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        log.warning("node templates are not kept: %s", error)
