"""Entry of ``python -m dashboard``."""

import sys

from dashboard.press.cli import main

if __name__ == "__main__":
    sys.exit(main())
