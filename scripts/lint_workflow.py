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
    "Shell command directly uses variable PYTHON from outside of the rule": (
        "as a parameter, another path to the same environment would read every drawing again"
    ),
    "Shell command directly uses variable SCRIPTS from outside of the rule": (
        "as a parameter, moving the checkout would read every drawing again"
    ),
    "Shell command directly uses variable INPUT_DIR from outside of the rule": (
        "as a parameter, moving the input folder would read every drawing again"
    ),
    "Shell command directly uses variable RESULTS from outside of the rule": "a constant",
    "Shell command directly uses variable config from outside of the rule": (
        "time-out, size limit and retries do not change what is read; what does is a parameter"
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
