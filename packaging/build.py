"""Builds the bundle for the system it runs on, tries it, and says how large and how fast it is.

    uv run python packaging/build.py

The bundle is ``dist/ivk-desktop`` (macOS: ``dist/ivk desktop.app``), its archive lies beside it.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build" / "packaging"
DIST = ROOT / "dist"

NO_UV = "PyInstaller is missing: run `uv run --group build python packaging/build.py`."
NO_SHARED_PYTHON = (
    "This Python was built without a shared libpython, which PyInstaller needs: run"
    " `UV_PYTHON_PREFERENCE=only-managed uv run python packaging/build.py`"
    " (or on Debian and Ubuntu: `apt-get install libpython3-dev`, then"
    " `uv run --python /usr/bin/python3 python packaging/build.py`)."
)


def main() -> int:
    """Build, try, measure; the exit code."""
    options = _options()
    if importlib.util.find_spec("PyInstaller") is None:
        return _again_with_pyinstaller()
    if not _has_shared_python():
        print(NO_SHARED_PYTHON, file=sys.stderr)
        return 1
    sys.path.insert(0, str(ROOT))
    if not options.no_build:
        build()
    import trial

    return trial.run(archive=not options.no_archive)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, usage="build.py [--no-archive]")
    parser.add_argument("--no-archive", action="store_true", help="make no archive (it takes long)")
    parser.add_argument("--no-build", action="store_true", help="try the bundle that is there")
    return parser.parse_args()


def _again_with_pyinstaller() -> int:
    """Run this once more in an environment that has the program and PyInstaller alone."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        print(NO_UV, file=sys.stderr)
        return 1
    command = [uv, "run", "--isolated", "--no-dev", "--group", "build", "--python", sys.executable]
    again = [*command, "python", str(HERE / "build.py"), *sys.argv[1:]]
    return subprocess.run(again, cwd=ROOT, check=False).returncode


def _has_shared_python() -> bool:
    """Whether there is a libpython to put into the bundle; Windows always has its DLL."""
    if sys.platform == "win32" or sysconfig.get_config_var("PYTHONFRAMEWORK"):
        return True
    from PyInstaller.depend.bindepend import get_python_library_path
    from PyInstaller.exceptions import PythonLibraryNotFoundError

    try:
        get_python_library_path()
    except PythonLibraryNotFoundError:
        return False
    return True


def build() -> None:
    """Make what the bundle is made of, then the bundle."""
    import PyInstaller.__main__

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    _make_parts()
    PyInstaller.__main__.run(
        [
            str(HERE / "ivk_desktop.spec"),
            "--noconfirm",
            "--clean",
            "--log-level=WARN",
            f"--distpath={DIST}",
            f"--workpath={WORK / 'pyinstaller'}",
        ]
    )


def _make_parts() -> None:
    """Icons, licence texts and Windows' version resources."""
    sys.path.insert(0, str(HERE / "windows"))
    import icons
    import licences
    import names
    from version import version_text

    from ivk_desktop import __version__

    icons.make(ROOT / "resources" / "icons" / "app.svg", WORK / "icons")
    packages = licences.collect(WORK / "licences")
    print(f"licences of {len(packages)} packages: {', '.join(packages)}")
    for program in (names.PROGRAM, names.CONSOLE):
        text = version_text(__version__, program, names.TITLE, names.SUMMARY, names.COPYRIGHT)
        (WORK / f"{program}.version.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
