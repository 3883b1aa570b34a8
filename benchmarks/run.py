"""All benchmarks, one after the other (`make bench`); each also runs alone with its own options."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
BENCHMARKS = (
    "worker.py", "listless.py", "throughput.py", "plain_run.py", "cores.py", "growth.py",
    "merge.py", "exports.py", "extras.py", "verdicts.py", "second.py",
)  # fmt: skip


def main() -> int:
    failed = 0
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"\n## {name}\n", flush=True)
        failed |= subprocess.run([sys.executable, str(HERE / name)]).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
