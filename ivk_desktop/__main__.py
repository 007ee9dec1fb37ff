"""Start with ``python -m ivk_desktop``."""

import sys

from ivk_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
