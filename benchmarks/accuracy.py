"""What was read against what is printed, source by source.

    make run && python benchmarks/accuracy.py            the demo run: outcomes, rows, every cell
    python benchmarks/accuracy.py --generated 500 --seed 77003        random drawings, read anew
    python benchmarks/accuracy.py --generated 200 --habit shaded    all lists with one rare habit
    python benchmarks/accuracy.py --drawings DIR         PDFs with a truth.json, read anew
    python benchmarks/accuracy.py --drawings DIR --database DIR/results/bom.sqlite      a run

A cell is right when it reads exactly as printed; an outcome is right when success, error code and
number of rows are. "suspect" counts tables with rows. A page is wrong when a row is missing, wrong
or too many, or when its list is a picture that cannot be read; "silent" are the wrong pages that no
table and no error marks. scoring.py has the rules and the form of truth.json.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sqlite3
import tempfile
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path
from typing import Any

from drawgen.randomise import HABITS
from drawgen.spec import TABLES_AS
from generated import chosen, draw
from measure import table
from peers import reading_of
from scoring import SIX, Reading, by_source, mean_share, score_page, share

OUTCOMES = ["folder", "drawings", "outcomes right", "rows", "cells right", "suspect", "silent"]
HEADER = [
    "source", "lists", "rows", "rows right", "cells right", "rows too many", "wrong pages",
    "silent", "right but suspect", "pages without a list", "false rows",
]  # fmt: skip
Pages = list[tuple[str, Counter[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--drawings", type=Path, help="PDFs with a truth.json beside them")
    parser.add_argument("--database", type=Path, help="of a run over these drawings")
    parser.add_argument("--generated", type=int, help="random drawings to draw and read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lists-as", default="", choices=TABLES_AS, help="of random drawings")
    parser.add_argument(
        "--habit", default="", choices=sorted(HABITS), help="that all lists of random drawings have"
    )
    parser.add_argument("--list", action="store_true", help="name the pages that are not right")
    options = parser.parse_args()
    if options.generated:
        with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
            numbers = range(options.generated)
            one = partial(
                draw_and_score, options.seed, lists_as=options.lists_as, habit=options.habit
            )
            drawn = pool.map(one, numbers, chunksize=4)
        pages = [page for drawing in drawn for page in drawing]
        show(pages, {"generated": sum((c for _, c in pages), Counter())}, options.list)
        return
    folder = options.drawings or Path("resources/demo")
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    if "files" in truth and (options.database or not options.drawings):
        show_outcomes(truth["files"], options.database or Path("results/bom.sqlite"))
        return
    pages = score_database(truth["pages"], options.database) if options.database else []
    pages = pages or score_folder(folder, truth["pages"])
    show(pages, by_source(pages), options.list)


def draw_and_score(seed: int, index: int, lists_as: str = "", habit: str = "") -> Pages:
    """One random drawing, drawn and read: the scores of its pages."""
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings

    data, truth = draw(seed, index, lists_as=lists_as, habits=chosen(habit, index))
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        pdf.write(data)
        pdf.flush()
        record = read_document(pdf.name, ReadSettings())
    return [
        (f"drawing {index} page {page['page']}", score_page(page, reading_of(record, page["page"])))
        for page in truth.scored("drawing.pdf")
    ]


def score_folder(folder: Path, truth: list[dict[str, Any]]) -> Pages:
    """Every page of the truth, read anew."""
    names = sorted({page["file"] for page in truth})
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        records = dict(zip(names, pool.map(partial(read_in, folder), names), strict=True))
    return [
        (page["file"], score_page(page, reading_of(records[page["file"]], page["page"])))
        for page in truth
    ]


def read_in(folder: Path, name: str) -> dict[str, Any]:
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings

    return read_document(str(folder / name), ReadSettings())


def score_database(truth: list[dict[str, Any]], database: Path) -> Pages:
    """Every page of the truth, as a run left it."""
    connection = connect(database)
    found: dict[tuple[str, int], dict[int, list[dict[str, str]]]] = {}
    columns = "filename, page, table_index"
    for name, page, index, *cells in connection.execute(
        f"SELECT {columns}, {', '.join(SIX)} FROM bom_data ORDER BY {columns}, row_index"
    ):
        rows = found.setdefault((name, page), {}).setdefault(index, [])
        rows.append(dict(zip(SIX, cells, strict=True)))
    suspect = "SELECT DISTINCT filename, page FROM bom_tables WHERE check_status = 'suspect'"
    flagged = {tuple(place) for place in connection.execute(suspect)}
    scores = []
    for page in truth:
        place = (page["file"], page["page"])
        reading = Reading(list(found.get(place, {}).values()), place in flagged)
        scores.append((page["file"], score_page(page, reading)))
    return scores


def show(pages: Pages, sources: dict[str, Counter[str]], named: bool) -> None:
    total = sum(sources.values(), Counter[str]())
    lines = [score_line(name, counts) for name, counts in sources.items()]
    if len(sources) > 1:
        lines.append(score_line("all", total))
        judged = [c for c in sources.values() if c["rows"]]
        means = [mean_share(judged, what) for what in ("rows", "cells")]
        lines.append([f"mean of {len(judged)} sources", "", "", *means, *[""] * (len(HEADER) - 5)])
    print(table(HEADER, lines))
    if named:
        for name, counts in pages:
            if counts["wrong pages"] or counts["false alarms"]:
                kind = "suspect" if counts["told pages"] or counts["false alarms"] else "SILENT"
                right = f"{counts['rows right']} of {counts['rows']} rows right"
                print(
                    f"{kind}: {name}: {right}, {counts['extra rows'] + counts['false rows']} more"
                )


def score_line(name: str, counts: Counter[str]) -> list[str]:
    silent = counts["wrong pages"] - counts["told pages"]
    return [
        name,
        str(counts["pages"] + counts["pictures"]),
        str(counts["rows"]),
        share(counts["rows right"], counts["rows"]),
        share(counts["cells right"], counts["cells"]),
        str(counts["extra rows"]),
        str(counts["wrong pages"]),
        str(silent),
        str(counts["false alarms"]),
        str(counts["clean pages"]),
        str(counts["false rows"]),
    ]


def connect(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def show_outcomes(truth: dict[str, dict[str, Any]], database: Path) -> None:
    """A run over drawings of the generator: outcomes and cells in the order of the file."""
    connection = connect(database)
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    for filename, right in truth.items():
        folders[filename.split("/")[0]].update(compare(connection, filename, right))
    lines = [outcome_line(name, counts) for name, counts in sorted(folders.items())]
    print(table(OUTCOMES, [*lines, outcome_line("all", sum(folders.values(), Counter()))]))


def compare(connection: sqlite3.Connection, filename: str, right: dict[str, Any]) -> Counter[str]:
    counts: Counter[str] = Counter(drawings=1)
    where = " WHERE filename = ?"
    found = connection.execute("SELECT * FROM processing_summary" + where, [filename]).fetchone()
    keys = ("success", "error_code", "rows_count")
    counts["outcomes"] = int(bool(found) and all(found[key] == right[key] for key in keys))
    for page in right["pages"]:
        wanted = [row["cells"] for part in page["tables"] for row in part["rows"]]
        place = [filename, page["page"]]
        rows = connection.execute(
            f"SELECT {', '.join(SIX)} FROM bom_data{where} AND page = ? ORDER BY id", place
        ).fetchall()
        cells = sum(len(SIX) for _ in wanted)
        good = sum(
            row[key] == cells_of[key]
            for row, cells_of in zip(rows, wanted, strict=False)
            for key in SIX
        )
        verdicts = [
            status
            for (status,) in connection.execute(
                f"SELECT check_status FROM bom_tables{where} AND page = ? AND rows_count > 0", place
            )
        ]
        wrong = good < cells or len(rows) != len(wanted)
        counts["rows"] += len(wanted)
        counts["cells"] += cells
        counts["good"] += good
        counts["suspect"] += verdicts.count("suspect")
        counts["silent"] += int(wrong and "suspect" not in verdicts)
    return counts


def outcome_line(name: str, counts: Counter[str]) -> list[str]:
    outcomes = f"{counts['outcomes']} of {counts['drawings']}"
    numbers = [str(counts[key]) for key in ("suspect", "silent")]
    right = share(counts["good"], counts["cells"])
    return [name, str(counts["drawings"]), outcomes, str(counts["rows"]), right, *numbers]


if __name__ == "__main__":
    main()
