"""What InvokeAI says of an installation that failed, as problems in words."""

from __future__ import annotations

import re
from typing import Final

from ivk_desktop.domain.problems import Problem

_KNOWN: Final = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        ("install_private_address", r"non-public address|unsafedownloadurl"),
        ("install_no_space", r"free disk space|no space left|errno 28|disk quota"),
        (
            "install_needs_token",
            r"unauthorized|forbidden|\b40[13]\b|html page|access token|gated ?repo",
        ),
        ("install_duplicate", r"duplicatemodel|already installed|already a model"),
        (
            "install_unknown_type",
            r"could not identify|invalidmodel|unable to identify|cannot be used|unrecogni[sz]ed"
            r"|unknown model type|not a (?:recogni[sz]ed|valid) model",
        ),
        (
            "install_source_unknown",
            r"unsupported model source|invalid external model|no downloadable files"
            r"|no (?:hugging ?face )?repository|repositorynotfound|no files associated",
        ),
        ("install_not_found", r"not found|\b404\b|filenotfound|does not exist|no such file"),
        (
            "install_unreachable",
            r"connection ?error|max retries|name resolution|name or service|timed? ?out"
            r"|connection (?:refused|reset)|offline|unreachable",
        ),
        ("install_not_allowed", r"permission ?(?:error|denied)|errno 13|read-only file"),
    )
)


def install_problem(kind: str, message: str, source: str) -> Problem:
    """Why an installation failed: a code of ``words``.

    Args:
        kind: the name of the server's exception, may be empty.
        message: its text.
        source: what was to be installed.
    """
    text = f"{kind}: {message}"[:4000]
    code = next((code for code, pattern in _KNOWN if pattern.search(text)), "install_failed")
    reason = " ".join(message.split())[:300] or kind[:100]
    return Problem(code, {"source": source[:300], "reason": reason})
