"""Runs before anything imports Qt: pytest loads it with ``-p tests.early``.

Chooses the offscreen platform, says in one sentence which system libraries are missing, and
keeps the tests away from the user's own settings, data and cache. Hundreds of programs are started:
where this machine keeps no byte code, they share what the first of them compiles.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from ivk_desktop import system_libs


def _isolate_folders() -> None:
    home = tempfile.mkdtemp(prefix="ivk-tests-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        os.environ[f"IVK_{kind}_DIR"] = os.path.join(home, kind.lower())  # noqa: PTH118
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = os.path.join(home, "bytecode")  # noqa: PTH118


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
os.environ["LC_ALL"] = "C.UTF-8"  # the texts that tests look for are English
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
_isolate_folders()
if (_sentence := system_libs.missing_sentence()) is not None:
    raise SystemExit(_sentence)
