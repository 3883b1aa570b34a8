#!/usr/bin/env python3
"""How good the verdicts are: right tables that are suspect, wrong ones that are not.

    PYTHONPATH=workflow python benchmarks/verdicts.py [--drawn 400] [--seed 1] [--ablation]
    PYTHONPATH=workflow python benchmarks/verdicts.py --folder FOLDER     (PDFs with truth.json)
    PYTHONPATH=workflow python benchmarks/verdicts.py --synthetic 300

Draws random drawings, reads them, and holds the tables against what was drawn. Then one fault each
is injected into the rightly read tables and the whole drawing is judged again. Of the reader, the
page's words are as they were:

    row not read     one row was left out
    cell shifted     a cell joins its left or right neighbour
    digit dropped    a cell lacks a digit of its word
    rows fused       two rows read as one
    end not read     the first or last one to three rows were left out
    column lost      a column and its header were left out
    columns swapped  the cells of two columns stand under each other's headers
    row twice        a row was read twice
    line astray      the last line of a wrapped cell went to the next row
    heading a row    a section heading was read as a row

Of the page, its words changed as well, so that only figures, places and habits can tell:

    row gone         a row is missing on the page itself
    digit lost       a figure lacks a digit, its box has the room of it
    digit + room     the same, and the box is as short as the text
    digit changed    6 for 8
    mark lost        a figure lacks its decimal mark
    unit lost        a figure lacks its unit
    text digit       a code or a description lacks a digit

``--ablation`` does it again without each rule. ``--synthetic`` injects the faults into tables
that were never drawn, of several kinds.
"""

from __future__ import annotations

import argparse
import copy
import json
import multiprocessing
import os
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import faults
from bomflow.page.words import Word
from bomflow.proof.numbers import parse_number
from bomflow.proof.oddity import Oddity
from bomflow.proof.verdict import RULES, check_tables
from bomflow.proof.words import WORD_RULES, check_words
from faults import FAULTS, PAGE, READER, SETTINGS
from lists import KINDS, SIX, Table, hull
from measure import table as markdown
from scoring import Reading, score_page


class Drawing(NamedTuple):
    """One drawing as read (not judged yet), the words of its pages, and what is printed.

    ``truth`` is an entry of ``files`` in the truth.json of drawgen, or, for real drawings, just the
    ``pages`` of theirs (scoring.py).
    """

    name: str
    tables: list[Table]
    words: dict[int, list[Word]]
    truth: dict[str, Any]


def read(path: Path, name: str, truth: dict[str, Any]) -> Drawing:
    """Read a drawing and keep the verdicts for later."""
    from bomflow.extract import document, one_page

    words: dict[int, list[Word]] = {}

    def keep_words(tables: list[Table], of_page: list[Word]) -> list[list[Any]]:
        words.update((table["page"], list(of_page)) for table in tables)
        return [[] for _ in tables]

    document.check_tables = lambda *_: None
    one_page.check_words = keep_words
    tables = [t for t in document.read_document(str(path), SETTINGS)["tables"] if t["rows"]]
    return Drawing(name, tables, words, truth)


def draw_and_read(seed: int, index: int) -> Drawing:
    """One random drawing of one or two pages."""
    from drawgen.randomise import random_drawing

    _, data, truth = random_drawing(
        random.Random(seed * 1_000_003 + index), pages=2 if index % 5 == 0 else 1, segments=200
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawing.pdf"
        path.write_bytes(data)
        return read(path, f"drawing {index}", truth.record("drawing.pdf"))


def printed_in(folder: Path) -> dict[str, dict[str, Any]]:
    """The truth of each file of a folder, as ``Drawing`` holds it."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    files: dict[str, dict[str, Any]] = truth.get("files") or {}
    for page in () if files else truth["pages"]:
        files.setdefault(page["file"], {"pages": []})["pages"].append(page)
    return files


def read_in(folder: Path, item: tuple[str, dict[str, Any]]) -> Drawing:
    return read(folder / item[0], item[0], item[1])


class Held(NamedTuple):
    """Tables of a drawing that are one printed list: what is wrong with them ('' if nothing), and
    whether the drawing prints a wrong TOTAL. No parts: a list that was not found.
    """

    wrong: str
    parts: list[Table]
    wrong_total: bool = False


def held(drawing: Drawing) -> Iterator[Held]:
    """The tables as read against the truth; real pages as a whole, their truth has no boxes."""
    if "success" not in drawing.truth:
        for page in drawing.truth["pages"]:
            parts = [t for t in drawing.tables if t["page"] == page["page"]]
            reading = Reading([[row["cells"] for row in t["rows"]] for t in parts])
            if page["rows"] and page.get("kind") != "raster":
                score = score_page(page, reading)
                wrong = f"{score['rows right']} of {score['rows']} rows right"
                yield Held(wrong if score["wrong pages"] else "", parts)
        return
    for drawn, parts in pairs(drawing):
        if drawn is None:
            yield Held("a list that was not drawn", parts)
        elif not parts:
            yield Held("", [])
        else:
            rows = [row for part in parts for row in part["rows"]]
            yield Held(error(drawn, {**parts[-1], "rows": rows}), parts, total_is_wrong(drawn))


def pairs(drawing: Drawing) -> Iterator[tuple[dict[str, Any] | None, list[Table]]]:
    """Drawn tables with the read tables in their place (a list may be read in several parts)."""
    for page in drawing.truth["pages"]:
        rest = [t for t in drawing.tables if t["page"] == page["page"]]
        for drawn in page["tables"]:
            near = [t for t in rest if shared(drawn["bbox"], t["bbox"]) >= 0.3]
            near.sort(key=lambda t: -alike(drawn["bbox"], t["bbox"]))
            if sum(len(t["rows"]) for t in near) != len(drawn["rows"]):
                near = near[:1]
            near.sort(key=lambda t: int(t["table_index"]))
            rest = [t for t in rest if not any(t is n for n in near)]
            yield drawn, near
        yield from ((None, [table]) for table in rest)


def shared(a: list[float], b: list[float]) -> float:
    """Share of the smaller box that lies in the other."""
    width, height = (min(a[k + 2], b[k + 2]) - max(a[k], b[k]) for k in (0, 1))
    small = min((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b))
    return width * height / max(small, 1e-6) if width > 0 and height > 0 else 0.0


def alike(a: list[float], b: list[float]) -> float:
    """Share of the hull of both boxes that lies in both."""
    small = min((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b))
    x0, top, x1, bottom = hull(a, b)
    return shared(a, b) * small / max((x1 - x0) * (bottom - top), 1e-6)


def error(drawn: dict[str, Any], table: Table) -> str:
    """'' for a rightly read table, else what is wrong with it.

    One of the six columns that the drawing does not print may hold another printed column.
    """
    named = [c for c in SIX if c in drawn["columns"]]
    others = [c for c in SIX if c not in named]
    if len(drawn["rows"]) != len(table["rows"]):
        return f"{len(table['rows'])} rows instead of {len(drawn['rows'])}"
    for a, b in zip(drawn["rows"], table["rows"], strict=True):
        for c in named:
            if same(a["cells"].get(c)) != same(b["cells"].get(c)):
                return f"{c} {b['cells'].get(c)!r} instead of {a['cells'].get(c)!r}"
        extra = [*b["extra"].values(), *(b["cells"][c] for c in others)]
        if sorted(map(same, filter(None, a["extra"].values()))) != sorted(
            map(same, filter(None, extra))
        ):
            return f"other columns {b['extra']} instead of {a['extra']}"
        if same(a["section"]) != same(b["section"]):
            return f"section {b['section']!r} instead of {a['section']!r}"
    if same(drawn["printed_total"]) != same(table["printed_total"]):
        return f"TOTAL {table['printed_total']!r} instead of {drawn['printed_total']!r}"
    return ""


def same(text: str | None) -> str:
    return " ".join((text or "").split())


def total_is_wrong(drawn: dict[str, Any]) -> bool:
    """Whether the drawing itself prints a wrong TOTAL."""
    right = drawn["right_total"]
    readings = [parse_number(drawn["printed_total"], mark) for mark in ("", ".", ",")]
    off = [abs(n.value - right) - 1.02 * n.half for n in readings if n and right is not None]
    return bool(off) and min(off) > 0


def judge(drawing: Drawing, tables: list[Table], words: dict[int, list[Word]]) -> None:
    """Give all tables of a drawing their verdicts, as the reader does."""
    told: dict[int, list[Oddity]] = {}
    for page in {t["page"] for t in tables}:
        own = [t for t in tables if t["page"] == page]
        told.update(zip(map(id, own), check_words(own, words[page]), strict=True))
    check_tables(tables, SETTINGS, [told[id(table)] for table in tables])


def groups(table: Table) -> list[str]:
    """The lines of the fault table that a table counts in."""
    full = [any(row["cells"][c] for row in table["rows"]) for c in ("quantity", *SIX[4:])]
    total = ", TOTAL" if table["printed_total"] else ""
    if all(full):
        return ["all", f"quantity, weight, total weight{total}"]
    return ["all", f"one weight{total}" if any(full[1:]) else "no weights"]


class Result(NamedTuple):
    """What a run over drawings counted; examples are sentences."""

    counts: Counter[str]
    false: Counter[str]
    silent: list[str]
    unflagged: dict[str, dict[str, list[int]]]
    examples: dict[str, str]
    missed: list[str]


def judge_all(drawings: list[Drawing], seed: int, rounds: int, with_faults: bool = True) -> Result:
    """Verdicts on the tables as read, then on those with faults."""
    result = Result(Counter(), Counter(), [], {}, {}, [])
    rng = random.Random(seed)
    for drawing in drawings:
        tables = copy.deepcopy(drawing.tables)
        judge(drawing, tables, drawing.words)
        judged = {id(a): b for a, b in zip(drawing.tables, tables, strict=True)}
        lists = list(held(drawing))
        wrong_total = any(one.wrong_total for one in lists)
        for wrong, parts, own_total in lists:
            if not parts:
                result.counts["not found"] += 1
                continue
            table, verdicts = parts[-1], [judged[id(part)] for part in parts]
            where = f"{drawing.name} page {table['page']} table {table['table_index']}"
            flagged = any(verdict["check_status"] == "suspect" for verdict in verdicts)
            if wrong:
                result.counts["wrong, suspect" if flagged else "wrong, silent"] += 1
                if not flagged:
                    result.silent.append(f"{where}: {wrong} ({verdicts[0]['check_status']})")
                continue
            if wrong_total:
                if own_total:
                    told = f"right, TOTAL wrong on the drawing, {'told' if flagged else 'silent'}"
                    result.counts[told] += 1
                continue
            result.counts["right, suspect" if flagged else "right"] += 1
            for told in {r for verdict in verdicts for r in verdict["check_reasons"]}:
                result.false[general(told)] += 1
                result.examples.setdefault(general(told), f"{where}: {told}")
            if with_faults and not flagged and len(parts) == 1:
                inject_all(drawing, table, where, rng, rounds, result)
    return result


def inject_all(
    drawing: Drawing, right: Table, where: str, rng: random.Random, rounds: int, result: Result
) -> None:
    """Every fault, ``rounds`` times, into one table; the whole drawing is judged each time."""
    at = next(i for i, table in enumerate(drawing.tables) if table is right)
    for name in FAULTS:
        for _ in range(rounds):
            found = faults.inject(name, right, drawing.words[right["page"]], rng)
            if found is None:
                continue
            tables = copy.deepcopy(drawing.tables)
            tables[at], words = found
            judge(drawing, tables, {**drawing.words, right["page"]: words})
            if tables[at]["check_status"] != "suspect":
                result.missed.append(f"{where}, {name}: {changed(right, tables[at])}")
            for group in groups(right):
                count = result.unflagged.setdefault(group, {}).setdefault(name, [0, 0])
                count[0] += tables[at]["check_status"] != "suspect"
                count[1] += 1


def changed(right: Table, wrong: Table) -> str:
    """The first row, or the columns, that a fault has changed."""
    if (texts := [c["text"] for c in right["header"]]) != [c["text"] for c in wrong["header"]]:
        return f"columns {[c['text'] for c in wrong['header']]} of {texts}"
    rows = [
        [{k: v for k, v in (row["cells"] | row["extra"]).items() if v} for row in table["rows"]]
        for table in (right, wrong)
    ]
    pairs = enumerate(zip_longest(*rows))
    return next((f"row {n + 1} {b} for {a}" for n, (a, b) in pairs if a != b), "words of the page")


def general(reason: str) -> str:
    """A reason without its row and figures."""
    text = re.sub(r"^(position \S+|row \d+):?( and (position \S+|row \d+))?", "ROW", reason)
    return re.sub(r"'[^']*'", "'...'", re.sub(r"\d+([.,]\d+)*", "#", text))


def print_faults(
    rows: dict[str, dict[str, list[int]]], names: Iterable[str], first: str = ""
) -> None:
    """Percentages with how many were tried, a line for each kind of table."""
    columns = [*([first] if first else []), *names]
    lines = []
    for label, counts in rows.items():
        cells = [counts.get(name, [0, 0]) for name in columns]
        lines.append([label, *(f"{100 * a / b:.1f} ({b})" if b else "-" for a, b in cells)])
    print(markdown(["tables", *columns], lines))


def report(result: Result, every: bool = False) -> None:
    print("tables as read:")
    for name, count in sorted(result.counts.items()):
        print(f"{count:>6}  {name}")
    print("\nreasons on right tables:")
    for reason, count in result.false.most_common():
        print(f"{count:>6}  {reason}\n        {result.examples[reason]}")
    print("\nwrong tables that are not suspect:")
    for line in result.silent:
        print(f"        {line}")
    for line in result.missed if every else ():
        print(f"        {line}")
    rows = dict(sorted(result.unflagged.items()))
    print("\n% of injected faults of the reader that are not suspect (faults tried):\n")
    print_faults(rows, READER)
    print("\nand of the page itself:\n")
    print_faults(rows, PAGE)


def ablation(drawings: list[Drawing], seed: int) -> None:
    """The same drawings judged without each rule."""
    lines = []
    for name in ["", *RULES, *WORD_RULES]:
        rules: dict[str, Any] = RULES if name in RULES else WORD_RULES
        before = dict(rules)
        rules.pop(name, None)
        result = judge_all(drawings, seed, 1)
        rules.clear()
        rules.update(before)
        passed = result.unflagged.get("all", {})
        figures = [result.counts["right, suspect"], result.counts["wrong, silent"]]
        figures += [sum(passed.get(n, [0])[0] for n in names) for names in (READER, PAGE)]
        lines.append([f"`{name}`" if name else "(nothing)", *map(str, figures)])
    header = ["without", "right but suspect", "wrong but silent", "silent faults of the reader"]
    print(markdown([*header, "silent faults of the page"], lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--drawn", type=int, default=400, help="random drawings to read")
    parser.add_argument("--folder", type=Path, help="drawings with the truth.json of drawgen")
    parser.add_argument("--synthetic", type=int, help="tables of each kind, never drawn")
    parser.add_argument("--rounds", type=int, default=2, help="faults of each kind a table")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--list", action="store_true", help="name the faults that nothing told")
    args = parser.parse_args()
    if args.synthetic:
        rng = random.Random(args.seed)
        kinds = {
            name: faults.measure([make(rng) for _ in range(args.synthetic)], rng)
            for name, make in KINDS.items()
        }
        print("% of right tables that are suspect, then % of wrong tables that are not (tried)")
        print_faults(kinds, READER, "right")
        print()
        print_faults(kinds, PAGE)
        return
    with multiprocessing.Pool(min(2, os.cpu_count() or 1)) as pool:
        if args.folder:
            files = printed_in(args.folder)
            drawings = pool.map(partial(read_in, args.folder), files.items(), chunksize=1)
        else:
            drawings = pool.map(partial(draw_and_read, args.seed), range(args.drawn), chunksize=4)
    if args.ablation:
        ablation(drawings, args.seed)
    else:
        report(judge_all(drawings, args.seed, args.rounds), args.list)


if __name__ == "__main__":
    main()
