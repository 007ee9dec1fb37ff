"""Start with ``python -m ivk_desktop`` or as ``ivk-desktop``."""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130


def start() -> int:
    """Run the program; Ctrl+C ends it without a word, however early it comes.

    The imports take longer than anything else here: until they are over there is nothing to be
    left in order.
    """
    if callable(signal.getsignal(signal.SIGINT)):  # not ignored, as in the background
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    from ivk_desktop.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(start())
