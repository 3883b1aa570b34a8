"""How right the ETA was over a recorded run: predicted against what it really took.

    python benchmarks/eta.py results/logs/progress.jsonl

Every run records one line each ten seconds. Error: (predicted - actual) / actual time left until
the last drawing was read. Covered: share of the moments at which the actual time lay within the
spread that was shown.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

SHOWN_AT = (10, 20, 30, 40, 50, 60, 70, 80, 90)


def runs(lines: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The lines of each run: time since the start goes back where the next one begins."""
    found = [[lines[0]]] if lines else []
    for before, line in pairwise(lines):
        if line["elapsed"] < before["elapsed"]:
            found.append([])
        found[-1].append(line)
    return found


def predictions(run: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Predicted and actual seconds left at each line, until the last drawing was read."""
    done = [line for line in run if line["todo"] and line["done_now"] >= line["todo"]]
    if not done:
        return []
    before = max((line["elapsed"] for line in run if line not in done), default=0.0)
    end = (before + done[0]["elapsed"]) / 2  # somewhere between the two lines
    return [
        {
            "percent": 100 * line["done_now"] / line["todo"],
            "predicted": line["eta"],
            "actual": end - line["elapsed"],
            "covered": line["eta_low"] <= end - line["elapsed"] <= line["eta_high"],
        }
        for line in run
        # In the last seconds the ten seconds between two lines are the larger part of any error.
        if line["eta"] is not None and end - line["elapsed"] >= 20
    ]


def main(paths: list[str]) -> int:
    """Print the errors of every finished run in the files; 1 if there is none."""
    seen = False
    for path in paths or ["results/logs/progress.jsonl"]:
        lines = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
        for run in runs(lines):
            moments = predictions(run)
            if not moments:
                continue
            seen = True
            print(f"{run[0]['todo']:,} drawings, {len(moments)} moments from {run[0]['at']}\n")
            print("| read | predicted s left | actual s left | error |\n|---|---|---|---|")
            for percent in SHOWN_AT:
                near = min(moments, key=lambda m: abs(m["percent"] - percent))
                if abs(near["percent"] - percent) <= 5:
                    error = 100 * (near["predicted"] / near["actual"] - 1)
                    print(
                        f"| {near['percent']:.0f} % | {near['predicted']:.0f} "
                        f"| {near['actual']:.0f} | {error:+.0f} % |"
                    )
            errors = [100 * abs(m["predicted"] / m["actual"] - 1) for m in moments]
            covered = 100 * mean(m["covered"] for m in moments)
            print(f"\nerror: median {median(errors):.0f} %, worst {max(errors):.0f} %; ", end="")
            print(f"within the spread: {covered:.0f} % of the moments\n")
    if not seen:
        print("no run of more than two minutes is recorded there")
    return 0 if seen else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
