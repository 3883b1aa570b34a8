#!/usr/bin/env python3
"""What each heuristic of the reading is worth: the same drawings read without it.

    PYTHONPATH=workflow python benchmarks/heuristics.py [--generated 150] [--drawings DIR]

Every heuristic is one function of the product; here it is replaced by one that decides nothing.
The table tells what is lost (negative: gained) against the reading as it is: rows that are no
longer right, false rows, and wrong pages that nothing marks. The verdict's rules have an ablation
of their own (verdicts.py --ablation).

    python benchmarks/heuristics.py --tests

runs the tests of the reader without each heuristic instead: those that fail hold the sheets it was
written for. A test that calls the heuristic itself still gets the real one, and so proves nothing.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from bomflow.table.cells.touching import WHOLE
from drawgen.folder import write
from generated import drawn
from measure import ROOT, table
from peers import reading_of
from scoring import score_page


def never(*_: Any, **__: Any) -> bool:
    return False


def none(*_: Any, **__: Any) -> None:
    return None


def nothing(*_: Any, **__: Any) -> tuple[()]:
    return ()


class Heuristic(NamedTuple):
    """A function of the product, below bomflow, and what stands in for it."""

    place: str
    without: Callable[..., Any]
    what: str


HEURISTICS = (
    Heuristic("page.split:join_split", lambda words, *_: words, "words that a producer splits"),
    Heuristic("page.glyph:is_twin", never, "overprinted characters once"),
    Heuristic("page.characters:Characters._clip", none, "clipped text is not read"),
    Heuristic("table.header.ruled_header:ruled_band", none, "headers as rows of ruled cells"),
    Heuristic("table.header.ruled_cells:holds_values", never, "boxes that hold header and rows"),
    Heuristic("table.header.ruled_header:_spans", never, "group cells over several columns"),
    Heuristic(
        "table.header.ruled_header:_divide", lambda column, _: [column], "two columns in one cell"
    ),
    Heuristic("table.header.seeds:split_phrase", lambda phrase, _: [phrase], "tightly set headers"),
    Heuristic("table.header.stacked:_under", nothing, "two-level headers without rulings"),
    Heuristic("table.header.bands:_stacks", lambda band, _: [band], "stacks side by side"),
    Heuristic(
        "table.header.headers:Vocabulary._by_part", lambda _, __, whole: whole, "Default/QTY."
    ),
    Heuristic("table.header.headers:Vocabulary.is_title_label", never, "labels of title blocks"),
    Heuristic("table.header.columns:_last_resort", none, "names of last resort (PROFILE, NB)"),
    Heuristic("table.header.columns:number_rank", lambda _: 0, "which number is the article's"),
    Heuristic("table.body.place:ruled_body", none, "vertical rulings bound the list"),
    Heuristic("table.body.place:_headings", nothing, "headings interrupt vertical rulings"),
    Heuristic(
        "table.body.place:_frame_end",
        lambda band, rulings, down: 1e9 if down else -1e9,
        "the frame beside an open list ends it",
    ),
    Heuristic("table.header.repeated:repeats", nothing, "repeated headers (their rows go on)"),
    Heuristic("table.body.walk:Walk._is_title_block", never, "a title block ends an open list"),
    Heuristic("table.header.foreign:heads_another", never, "another table's header ends it"),
    Heuristic("table.body.walk:Walk._goes_on", never, "rows after a wide gap"),
    Heuristic(
        "table.body.walk:Walk._trim", lambda _, __, taken: taken, "what follows the last row"
    ),
    Heuristic("table.read:_directions", lambda *_: (True, False), "headers that repeat: which way"),
    Heuristic(
        "table.cells.grid:_parts_columns",
        lambda *_: True,
        "a blank of an overflowing text at a column's edge parts no cells",
    ),
    Heuristic("table.cells.channels:wide_blank", lambda _: 1e9, "wide blanks are cheap to cut"),
    Heuristic(
        "table.body.walk:Walk._counts_on", never, "positions that count on after blank lines"
    ),
    Heuristic(
        "table.header.extent:_lids",
        lambda seed, _: (seed.phrase.x0, seed.phrase.x0),
        "lines above and below hold a header together",
    ),
    Heuristic("table.read:_fills", never, "texts far beside the outer headers"),
    Heuristic(
        "table.cells.grid:_home",
        lambda part, grid: grid.column((part.x0 + part.x1) / 2),
        "text that overflows stays where it starts",
    ),
    Heuristic(
        "table.cells.grid:_cut", lambda phrase, _: [phrase], "phrases are cut at column edges"
    ),
    Heuristic("table.body.separators:row_rulings", lambda *_: [], "rulings part rows"),
    Heuristic("table.body.tidy:stray_words", lambda *_: set(), "figures from beside the list"),
    Heuristic("table.body.tidy:odd_sizes", lambda *_: set(), "figures of another size"),
    Heuristic("table.body.tidy:tidy", none, "sums and headings among the rows"),
    Heuristic(
        "table.body.tidy:_continues", never, "lines that a ruling or gap parts from their row"
    ),
    Heuristic("table.body.sections:is_section", never, "section headings"),
    Heuristic("table.body.totals:is_total_line", never, "TOTAL lines"),
    Heuristic("table.body.totals:total_beyond", none, "a TOTAL just beyond the list"),
    Heuristic("table.judging.refused:refused", never, "headers of other tables"),
    Heuristic("table.judging.over:is_captioned_otherwise", never, "captions of other tables"),
    Heuristic("table.naming.recast:recast", never, "columns named by what they hold"),
    Heuristic("table.judging.judge:plausible", lambda _: True, "rows must read like a list's"),
    Heuristic("table.judging.form:is_form", never, "forms are no lists"),
    Heuristic("table.judging.judge:names_something", lambda *_: True, "a row must name something"),
    Heuristic("table.judging.judge:leftover_words", lambda *_: [], "words that no cell took"),
    Heuristic("table.read:_lacks_figures", never, "figures far beside the outer headers"),
    Heuristic("table.further.follow:follow", none, "lists that go on without a header"),
    Heuristic("table.further.headless:find_headless", none, "lists without any header"),
    Heuristic(
        "table.further.stacks:next_stacks", nothing, "stacks and further parts without a header"
    ),
    Heuristic(
        "table.further.parted:part_lists", lambda whole, _: [whole], "lists under the same header"
    ),
    Heuristic(
        "table.body.merged:part_merged",
        lambda strips, *_: list(strips),
        "lines beside wide cells",
    ),
    Heuristic("table.body.merged:join_merged", none, "cells over several rows"),
    Heuristic("table.body.sections:headings_among", lambda *_: (set(), []), "headings like texts"),
    Heuristic(
        "table.naming.unlisted:name_unlisted", never, "columns under words that nobody listed"
    ),
    Heuristic(
        "table.header.compounds:named_by_head", lambda *_: "", "the word that says it (QTY RQD)"
    ),
    Heuristic("table.header.compounds:named_by_ending", lambda *_: "", "endings of compounds"),
    Heuristic("table.header.copies:gaps_between_copies", lambda _: [], "stacks on other heights"),
    Heuristic("table.header.extent:gutters", lambda *_: [], "gutters between two tables"),
    Heuristic("table.header.extent:grids", lambda *_: [], "ruled tables beside a list"),
    Heuristic(
        "table.header.ruled_header:beside_seams", lambda lines, *_: lines, "tables behind two lines"
    ),
    Heuristic(
        "table.header.open_header:alike_walls",
        lambda reach, *_: reach,
        "columns between lines alike",
    ),
    Heuristic("table.header.open_header:wrapped_lines", lambda *_: [], "headers wrapped anyhow"),
    Heuristic("table.body.sections:ends_cell", never, "headings that end a wrapped text"),
    Heuristic("table.body.sections:begins_cell", never, "headings that begin a wrapped text"),
    Heuristic("table.body.strips:ends_text", never, "texts that end with TOTAL"),
    Heuristic("table.header.stacked:_alone_between", never, "a group far above its cells"),
    Heuristic("table.header.stacked:_reaches", never, "a word beside stacked headers"),
    Heuristic("page.split:_interleaved", lambda line, _: line, "letters in the gaps of others"),
    Heuristic("page.lettering:holds_words", lambda *_: True, "letters in pictures of lists"),
    Heuristic("table.further.sideways:list_sideways", none, "lists whose rows stand side by side"),
    Heuristic("table.unread.pictures:_pictured", none, "pictures of lists"),
    Heuristic("table.unread.pictures:_captioned", none, "captions without a list"),
    Heuristic("table.unread.pictures:_listed", none, "numbered lists under no known header"),
    Heuristic("table.unread.pictures:_outlined", none, "lists in outlined letters"),
    Heuristic("page.accents:accented", lambda glyphs: glyphs, "accents drawn on their own"),
    Heuristic("page.ligatures:whole_ligatures", lambda glyphs: glyphs, "ligatures in order"),
    Heuristic("page.raised:join_raised", lambda words: list(words), "raised figures (m²)"),
    Heuristic("page.shared:with_shared", lambda texts, _: (list(texts), True), "shared letters"),
    Heuristic(
        "table.cells.touching:part_touching", lambda *_: WHOLE, "texts of two cells that touch"
    ),
    Heuristic("table.cells.seams:doubtful", never, "cuts that may be none are told"),
    Heuristic("table.cells.channels:behind_figures", none, "names close behind figures"),
    Heuristic("table.body.early:without_shorter", none, "shorter tables beside a list"),
    Heuristic(
        "table.body.overrun:running_over", lambda *_: [], "texts that run over the last column"
    ),
    Heuristic(
        "table.body.outer:drop_outer", none, "notes and title blocks beside the lines of a list"
    ),
    Heuristic("table.body.joined:joined_lines", lambda *_: [], "lines that may be rows are told"),
    Heuristic(
        "table.further.aligned:lines_under", lambda *_: [], "parts of a list on another height"
    ),
    Heuristic("table.further.aligned:lines_aside", none, "parts of a list beside it"),
    Heuristic("table.cells.halves:join_halves", never, "headers on the other side of a line"),
    Heuristic("table.header.upright:rotated_headers", lambda *_: [], "headers written sideways"),
    Heuristic("table.dashes:without_lines", lambda words: words, "lines drawn with characters"),
    Heuristic("table.body.forms:join_lines", none, "forms with a line of text in each ruled line"),
    Heuristic("table.judging.labels:is_of_one_part", never, "data of the drawn part itself"),
    Heuristic("table.judging.works:is_of_works", never, "bills of works"),
    Heuristic("table.judging.works:is_of_holes", never, "hole charts"),
    Heuristic("table.naming.unlisted:_weights", never, "weights under words that nobody listed"),
    Heuristic("table.body.totals:takes_sum", never, "lines that are the sum of the weights"),
    Heuristic("table.header.clauses:without_clause", lambda text: text, "NO. REQ'D PER SUPPORT"),
    Heuristic("table.unread.lists:unread_lists", lambda *_: [], "second lists that are not read"),
    Heuristic("table.unread.aslant:lists_aslant", lambda *_: [], "lists in slanted text"),
    Heuristic("table.unread.pieces:unknown_list", none, "lists under words that nobody listed"),
    Heuristic("table.unread.counted:counted_lists", lambda *_: [], "lists that count sizes"),
)

SECOND_READING = Heuristic("extract.document:_read_suspects", none, "the second reading")

TESTS = ("tests/golden", "tests/unit/page", "tests/unit/table", "tests/unit/extract")
WITHOUT = "BOMFLOW_WITHOUT"  # environment variable: the heuristic that pytest runs without

Counts = dict[str, Counter[str]]
Task = tuple[str, Path, list[dict[str, Any]]]
"""Title, folder and truth of a set of drawings."""

SHOWN = {"rows right": "rows lost", "false rows": "false rows", "silent": "silent pages"}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--generated", type=int, default=150, help="random drawings; 0: none")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--drawings", type=Path, help="PDFs with a truth.json beside them")
    parser.add_argument("--only", default="", help="heuristics whose place holds this text")
    parser.add_argument("--tests", action="store_true", help="which tests fail without each")
    options = parser.parse_args()
    chosen = [h for h in HEURISTICS if options.only in h.place]
    if options.tests:
        with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
            failing = pool.map(failing_tests, [h.place for h in chosen], chunksize=1)
        rows = [[f"`{h.place}`", h.what, *cells] for h, cells in zip(chosen, failing, strict=True)]
        print(table(["without", "which is for", "tests fail", "one of them"], rows))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folders = {}
        if options.generated:
            folder = Path(temporary)
            entries = list(drawn(options.generated, options.seed))
            write(folder, lambda: entries, f"heuristics {options.generated} {options.seed}")
            folders[f"{options.generated} generated"] = folder
        if options.drawings:
            folders[options.drawings.name] = options.drawings
        else:
            print("NO REAL DRAWINGS: name a folder of PDFs with a truth.json by --drawings DIR\n")
        tasks = [
            (title, folder, json.loads((folder / "truth.json").read_text("utf-8"))["pages"])
            for title, folder in folders.items()
        ]
        with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
            # by their numbers: the stand-ins are functions without a name, which do not travel
            numbers = [None, *map(HEURISTICS.index, chosen)]
            whole, *results = pool.map(partial(measure, tasks), numbers, chunksize=1)
    titles = list(folders)
    lines = [line(h, whole, got, titles) for h, got in zip(chosen, results, strict=True)]
    lines.sort(key=lambda cells: [-int(cell) for cell in cells[2:]])
    header = ["without", "which is for"]
    header += [f"{title}: {name}" for title in titles for name in SHOWN.values()]
    print(table(header, lines))
    return 0


def failing_tests(place: str) -> list[str]:
    """How many tests of the reader fail without a heuristic, and the first of them."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "heuristics", *TESTS],
        cwd=ROOT,
        env={**os.environ, WITHOUT: place, "PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
    )
    if done.returncode > 1:
        raise RuntimeError(f"pytest without {place}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    return [str(len(failed)), failed[0].rpartition("/")[2] if failed else "-"]


def pytest_collection_finish() -> None:
    """Switch one heuristic off in the product; what the tests have imported stays."""
    [heuristic] = [h for h in HEURISTICS if h.place == os.environ[WITHOUT]]
    _FOR_GOOD.enter_context(switched_off(heuristic))


_FOR_GOOD = ExitStack()


def measure(tasks: list[Task], number: int | None) -> Counts:
    """All drawings read without one of HEURISTICS (None: with all)."""
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings

    heuristic = None if number is None else HEURISTICS[number]
    found: Counts = {}
    with switched_off(SECOND_READING), switched_off(heuristic):
        for title, folder, truth in tasks:
            records: dict[str, dict[str, Any]] = {}
            counts = found.setdefault(title, Counter())
            for page in truth:
                name = page["file"]
                if name not in records:
                    try:
                        records[name] = read_document(str(folder / name), ReadSettings())
                    except Exception as error:  # a stand-in may break what relies on it
                        print(f"{heuristic and heuristic.place}: {error!r}", file=sys.stderr)
                        records[name] = {"tables": [], "pages": []}
                counts.update(score_page(page, reading_of(records[name], page["page"])))
            counts["silent"] = counts["wrong pages"] - counts["told pages"]
    return found


@contextmanager
def switched_off(heuristic: Heuristic | None) -> Iterator[None]:
    """The product with one function replaced wherever it is known by its name."""
    if heuristic is None:
        yield
        return
    from bomflow.extract import document  # noqa: F401  (brings all modules)

    module, _, path = heuristic.place.partition(":")
    owner: Any = import_module(f"bomflow.{module}")
    *classes, name = path.split(".")
    for part in classes:
        owner = getattr(owner, part)
    right = getattr(owner, name)
    holders = [owner] if classes else [m for n, m in sys.modules.items() if n.startswith("bomflow")]
    changed = [(h, k) for h in holders for k, v in list(vars(h).items()) if v is right]
    if not changed:
        raise LookupError(f"{heuristic.place} is not used")
    for holder, key in changed:
        setattr(holder, key, heuristic.without)
    try:
        yield
    finally:
        for holder, key in changed:
            setattr(holder, key, right)


def line(heuristic: Heuristic, whole: Counts, got: Counts, titles: list[str]) -> list[str]:
    cells = []
    for title in titles:
        for key in SHOWN:
            lost = got[title][key] - whole[title][key]
            cells.append(str(-lost if key == "rows right" else lost))
    return [f"`{heuristic.place}`", heuristic.what, *cells]


if __name__ == "__main__":
    sys.exit(main())
