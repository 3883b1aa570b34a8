"""Runs `snakemake --lint` and holds it against the recorded exceptions below.

A remark that is not recorded fails, and so does an exception that no longer occurs.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

EXCEPTIONS = {
    "Specify a conda environment or container for each rule.": (
        "one pinned environment serves all rules (requirements.lock, made by `make run`); no "
        "network is needed at run time"
    ),
    "Shell command directly uses variable EXTRACT from outside of the rule": (
        "another path to the same environment, checkout or input folder, another time-out, size "
        "limit or number of retries do not change what is read; what does is a parameter"
    ),
}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "drawing.pdf").touch()
        command = ["snakemake", "--lint", "--config", f"input_dir={folder}"]
        linted = subprocess.run(command, capture_output=True, text=True)
    output = linted.stdout + linted.stderr
    remarks = {remark.rstrip(":") for remark in re.findall(r"^    \* (.*)$", output, re.M)}
    if "Lints for" not in output:
        print(f"snakemake --lint did not work:\n{output}")
        return 1
    unknown, outlived = remarks - EXCEPTIONS.keys(), EXCEPTIONS.keys() - remarks
    for remark in sorted(unknown):
        print(f"snakemake --lint: {remark}")
    for remark in sorted(outlived):
        print(f"recorded exception that no longer occurs: {remark}")
    return 1 if unknown or outlived else 0


if __name__ == "__main__":
    sys.exit(main())
