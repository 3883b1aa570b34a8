"""``python -m bomflow``: see bomflow.cli."""

import sys

from bomflow.cli import main

if __name__ == "__main__":
    sys.exit(main())
