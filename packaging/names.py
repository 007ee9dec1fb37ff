"""What the bundle is called, in one place."""

from __future__ import annotations

PROGRAM = "ivk-desktop"
"""The executable, the .desktop file, the folder of the bundle."""
CONSOLE = "ivk-desktop-cli"
"""Windows' second executable: a windowed one has no standard output."""
TITLE = "ivk desktop"
BUNDLE_ID = "io.github.ivk_desktop.ivk_desktop"
"""macOS' bundle id and AppStream's component id."""
SUMMARY = "Watch an InvokeAI server and submit its workflows"
COPYRIGHT = "Copyright (c) 2026 the ivk_desktop authors"
