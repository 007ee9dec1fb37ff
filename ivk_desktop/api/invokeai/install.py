"""InvokeAI as it is installed on a computer, by its launcher or by hand."""

from __future__ import annotations

import re
from typing import Final

from ivk_desktop.domain.local_server import LocalKind

INVOKEAI: Final = LocalKind(
    product="InvokeAI",
    program="invokeai-web",
    folders=("invokeai", "InvokeAI", "Invoke", "invoke"),
    # "Invoke running on http://127.0.0.1:9090 (Press CTRL+C to quit)"; older ones say "Uvicorn".
    running=re.compile(r"\brunning on (https?://\S+)"),
    settings_file="invokeai.yaml",
    port=re.compile(r"^port:[ \t]*(\d{1,5})[ \t]*(?:#.*)?$", re.MULTILINE),
    usual_port=9090,
)
