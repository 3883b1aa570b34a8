"""Rows that were read against rows that are printed, page by page, whoever read them.

Truth is the ``pages`` of a truth.json: ``{"file", "page", "rows"}`` with rows of the six columns.
A cell is the printed text or a list of accepted texts; None is printed but empty, an absent key is
a column that the page does not print. ``rows`` is [] on a page without a list and None where the
list is there but not as text; a page of the ``kind`` raster or scanned is taken as such too.
``also`` names columns in which a value may stand instead.

A text is right when it equals the printed one after Unicode NFC with blanks collapsed. Rows are
aligned in order so that most cells are right; the tables of a page may come in any order and
each of them from either end.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")
NAMES = {"position", "article_number", "description"}  # one of them tells a row from others
PICTURES = ("raster", "scanned")  # kinds of pages whose list no reader of text can read
MOST_TABLES = 4  # more of them are taken as they come: permutations explode

Row = Mapping[str, Any]
Judgement = dict[str, str]
"""Column to 'right', 'wrong' (another text), 'missing' or 'invented' (a text in an empty cell)."""


class Reading(NamedTuple):
    """What was read from a page: tables of rows, and whether it said that something is odd."""

    tables: Sequence[Sequence[Row]]
    flagged: bool = False


NOTHING = Reading(())


def tidy(text: object) -> str:
    """NFC with blanks collapsed; '' for None."""
    return " ".join(unicodedata.normalize("NFC", str(text)).split()) if text is not None else ""


def accepted(cell: object) -> set[str]:
    """The texts that are right for a cell of the truth; none for an empty one."""
    return {tidy(t) for t in (cell if isinstance(cell, list) else [cell])} - {""}


def score_page(page: Mapping[str, Any], reading: Reading) -> Counter[str]:
    """Counts for one page.

    pages, pages right (every row right, none more), rows, rows right, cells, cells right, extra
    rows; on pages without a list clean pages, false pages, false rows; with a list that is no text
    pictures. Of all of them wrong pages, told pages (the wrong ones that are flagged) and false
    alarms (the right ones that are flagged).
    """
    tables = [[{c: tidy(row.get(c)) for c in SIX} for row in table] for table in reading.tables]
    tables = [[row for row in table if any(row.values())] for table in tables]
    count = sum(map(len, tables))
    truth = page["rows"]
    if truth is None or (truth and page.get("kind") in PICTURES):
        return _wrong(True, reading, pictures=1)
    if not truth:
        false = count > 0
        alarm = reading.flagged and not false
        counts = {"clean pages": 1, "false pages": int(false), "false rows": count}
        return _wrong(false, reading, **counts, **{"false alarms": int(alarm)})
    judge = partial(judge_row, also=page.get("also") or {})
    _, pairs = max((align(truth, order, judge) for order in orders(tables)), key=lambda x: x[0])
    right_rows = sum(set(j.values()) <= {"right"} for j in pairs)
    good = right_rows == len(truth) == count
    return _wrong(
        not good,
        reading,
        **{
            "pages": 1,
            "pages right": int(good),
            "false alarms": int(good and reading.flagged),
            "rows": len(truth),
            "rows right": right_rows,
            "extra rows": count - len(pairs),
            "cells": sum(bool(accepted(row.get(c))) for row in truth for c in SIX),
            "cells right": sum(v == "right" for j in pairs for v in j.values()),
        },
    )


def _wrong(wrong: bool, reading: Reading, **counts: int) -> Counter[str]:
    told = {"wrong pages": int(wrong), "told pages": int(wrong and reading.flagged)}
    return Counter({**counts, **told})


def judge_row(truth: Row, got: Row, also: Mapping[str, Sequence[str]]) -> Judgement:
    """One printed row against one that was read; empty cells that stayed empty are left out."""
    found: Judgement = {}
    borrowed = set()
    for column in SIX:
        wanted = accepted(truth.get(column))
        if not wanted:
            continue
        text = got[column]
        for other in also.get(column, ()) if text not in wanted else ():
            if not accepted(truth.get(other)) and got[other] in wanted:
                text = got[other]
                borrowed.add(other)
                break
        found[column] = "right" if text in wanted else "wrong" if text else "missing"
    for column in SIX:
        printed_empty = column in truth and not accepted(truth[column])
        if printed_empty and got[column] and column not in borrowed:
            found[column] = "invented"
    return found


def align(truth: Sequence[Row], got: Sequence[Row], judge: Any) -> tuple[int, list[Judgement]]:
    """The best pairing in order: its points, and the judgement of each pair."""
    judged = [[judge(t, g) for g in got] for t in truth]
    points = [[_points(j) for j in line] for line in judged]
    best = [[0] * (len(got) + 1) for _ in range(len(truth) + 1)]
    for i in reversed(range(len(truth))):
        for k in reversed(range(len(got))):
            pair = points[i][k] + best[i + 1][k + 1] if points[i][k] > 0 else 0
            best[i][k] = max(best[i + 1][k], best[i][k + 1], pair)
    pairs = []
    i = k = 0
    while i < len(truth) and k < len(got):
        if points[i][k] > 0 and best[i][k] == points[i][k] + best[i + 1][k + 1]:
            pairs.append(judged[i][k])
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
    return best[0][0], pairs


def _points(judgement: Judgement) -> int:
    """How alike two rows are; 0: not the same row (a quantity of 1 alone is no likeness)."""
    right = [column for column, value in judgement.items() if value == "right"]
    if len(right) < 2 and not NAMES & set(right):
        return 0
    invented = sum(value == "invented" for value in judgement.values())
    return 100 * len(right) + 10 * (len(right) == len(judgement)) - invented


def orders(tables: Sequence[Sequence[Row]]) -> Iterator[list[Row]]:
    """The rows of a page in each order in which its tables may be meant."""
    if len(tables) > MOST_TABLES:
        tables = [[row for table in tables for row in table]]
    for order in itertools.permutations(tables):
        for turned in itertools.product((False, True), repeat=len(order)):
            yield [
                row
                for table, back in zip(order, turned, strict=True)
                for row in (reversed(table) if back else table)
            ]


def by_source(scores: Iterable[tuple[str, Counter[str]]]) -> dict[str, Counter[str]]:
    """Scores of files added up by the first folder of their names."""
    sources: dict[str, Counter[str]] = {}
    for filename, counts in scores:
        sources.setdefault(filename.split("/")[0], Counter()).update(counts)
    return dict(sorted(sources.items()))


def share(part: float, whole: float) -> str:
    """A percentage with one decimal, '-' where there is nothing to judge."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def mean_share(sources: Iterable[Counter[str]], what: str) -> str:
    """The share of right rows or cells, averaged over the sources that have any."""
    shares = [s[f"{what} right"] / s[what] for s in sources if s[what]]
    return share(sum(shares), len(shares))
