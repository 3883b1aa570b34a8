"""``python -m bomflow``: see bomflow.cli.main."""

import sys

from bomflow.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
