"""What progress, hashing, proof and provenance cost, each measured by switching it off.

    python benchmarks/extras.py [--count 60] [--segments 2000:100000] [--pages 1:4]

One process reads each drawing again and again, everything of an attempt but its processes: as it
is, and with one of the extras replaced by nothing. The ways take turns on the same drawing and of
each the fastest counts, so that other work on the machine hardly shows. Provenance (the boxes of
rows and cells) cannot be taken out: the entries of the tables are made a second time instead. All
but the line on them leaves second readings of suspect tables out. "progress" is the line that a
worker writes for it; the share of the live view and its log in the process of Snakemake is measured
on a whole run, with the view and without.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from bomflow.extract import child, document, notes, one_page, outcome
from bomflow.extract.job import Job
from measure import ROOT, ask_for_drawings, cost_of_run, draw_mixed, table

_TURNS = 5


def nothing(*_: Any, **__: Any) -> list[Any]:
    return []


def no_words(tables: list[Any], _: Any) -> list[list[Any]]:
    return [[] for _ in tables]


def no_digest(_: str) -> str:
    return "0" * 64


def entry_twice(*arguments: Any) -> dict[str, Any]:
    _entry(*arguments)
    return _entry(*arguments)


_entry = one_page.table_entry


class Extra(NamedTuple):
    """What is put in the place of which functions, and whether that makes reading dearer (1) or
    cheaper (-1).
    """

    changes: dict[tuple[Any, str], Callable[..., Any]]
    sign: int = -1


EXTRAS = {
    "hashing": Extra({(child, "_sha256"): no_digest}),
    "proof": Extra({(document, "check_tables"): nothing, (one_page, "check_words"): no_words}),
    "provenance": Extra({(one_page, "table_entry"): entry_twice}, 1),
    "progress": Extra({(notes, "announce"): nothing}),
}
_ONCE = {(document, "_read_suspects"): nothing}
WAYS = {"": _ONCE, "second": {}, **{name: _ONCE | extra.changes for name, extra in EXTRAS.items()}}
"""What is changed in each way of reading, by name; '' is all but second readings."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    ask_for_drawings(parser, 60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        drawings = draw_mixed(name, options)
        cost = cost_of_ways(drawings, name)
        base = cost[""]
        rows = [
            [name, f"{extra.sign * (cost[name] - base) / base:.1%}"]
            for name, extra in EXTRAS.items()
        ]
        rows.append(["(second readings)", f"{(cost['second'] - base) / base:.1%}"])
        print(f"{options.count} drawings\n")
        print(table(["extra", "of the extraction"], rows))
        shown, quiet = (run_cost(name, drawings, view) for view in (True, False))
        print(
            f"\nlive view and progress log: {shown - quiet:.1f} CPU s of a run, "
            f"{quiet:.1f} s without them in Snakemake itself"
        )


def cost_of_ways(drawings: Path, folder: str) -> dict[str, float]:
    """CPU seconds of all drawings by the way they are read."""
    cost = dict.fromkeys(WAYS, 0.0)
    for path in sorted(drawings.rglob("*.pdf")):
        fastest = dict.fromkeys(WAYS, float("inf"))
        for _ in range(_TURNS):
            for way, changes in WAYS.items():
                fastest[way] = min(fastest[way], cost_of_attempt(path, folder, changes))
        cost = {way: spent + fastest[way] for way, spent in cost.items()}
    return cost


def cost_of_attempt(path: Path, folder: str, changes: dict[tuple[Any, str], Any]) -> float:
    """CPU seconds of one attempt at a drawing with some functions replaced."""
    patches = [patch.object(place, name, new) for (place, name), new in changes.items()]
    for change in patches:
        change.start()
    spent, started = time.process_time(), time.monotonic()
    job = Job(str(path), path.name, "drawing-0123456789ab", f"{folder}/results")
    content, digest = child.read(job, started)
    outcome.write_record(job, content, started, 0, digest, 0.0)
    notes.announce(job, started, 0, outcome.summary(content, 0.0))
    spent = time.process_time() - spent
    for change in patches:
        change.stop()
    return spent


def run_cost(folder: str, drawings: Path, view: bool) -> float:
    """CPU seconds of Snakemake's own process in a whole run."""
    profile = Path(folder, "profile", "config.yaml")
    profile.parent.mkdir(exist_ok=True)
    lines = Path(ROOT, "profiles", "epyc", "config.yaml").read_text("utf-8").splitlines()
    kept = [line for line in lines if view or not line.startswith("logger:")]
    profile.write_text("\n".join([*kept, *([] if view else ["quiet: all"]), ""]), "utf-8")
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        return cost_of_run(fresh, str(drawings), profile=str(profile.parent)).main_s


if __name__ == "__main__":
    main()
