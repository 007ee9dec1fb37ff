"""Start the demo server: ``python -m ivk_desktop.demo``, as tests do; the exit code is its own."""

from __future__ import annotations

import sys

from ivk_desktop.demo.server import main

if __name__ == "__main__":
    sys.exit(main())
