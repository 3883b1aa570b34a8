"""Plausible parts lists of several kinds, never drawn, with boxes by a simple layout."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from bomflow.page.words import Word

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")
NUMBERS = ("position", "quantity", "weight", "total_weight")
Table = dict[str, Any]

_PARTS = """
Rohrschelle DN {} Form A;Federhänger Typ {};Gewindestange M{} x 500;Sechskantmutter M{};
Pipe clamp {};Base plate {}x200;Welding lug {};HEB {};Unterlegscheibe {};Bearing 62{};
Hexagon head screw M{} - grade 8.8;Spring;Washer;Shaft {};Constant hanger size {}"""
PARTS = [text.strip() for text in _PARTS.split(";")]
_NAMES = """
base plate;shaft_{};ISO 4162 - M{} x 45;43004{};fan;Connecting Rod-hub;KSU{};bearing support;
DIN 472 - {} x 1.2;cylinder_body;crank {};MMP.0{}.00;valve housing"""
NAMES = [text.strip() for text in _NAMES.split(";")]


def fill(rng: random.Random, texts: list[str]) -> str:
    return rng.choice(texts).format(rng.choice([8, 10, 12, 16, 20, 50, 80, 100, 120, 160]))


def positions(rng: random.Random, n: int) -> list[str]:
    """Mostly 1..n; sometimes by tens, descending, with gaps, repeats, or out of order."""
    kind = rng.random()
    step = 10 if rng.random() < 0.06 else 1
    values = [step * (i + 1) for i in range(n)]
    if kind < 0.08:
        for _ in range(rng.choice([1, 1, 2])):
            at = rng.randrange(1, n)
            values = values[:at] + [v + step for v in values[at:]]
    elif kind < 0.11:
        at = rng.randrange(1, n)
        values = values[:at] + [v - step for v in values[at:]]
    elif kind < 0.14:
        at = rng.randrange(1, n)
        values[at - 1], values[at] = values[at], values[at - 1]
    texts = [str(v) for v in values]
    if 0.14 <= kind < 0.16:
        at = rng.randrange(1, n)
        texts[at:] = [str(values[at - 1]) + "a", *texts[at:-1]]
    return texts[::-1] if rng.random() < 0.07 else texts


def print_weight(value: float, decimals: int, comma: bool, trim: bool) -> str:
    text = f"{value:.{decimals}f}"
    if trim and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if comma else text


def rows_with_weights(rng: random.Random, n: int) -> tuple[list[dict[str, str]], str, list[float]]:
    """Six cells a row and the TOTAL; masses multiplied before or after rounding."""
    decimals = rng.choice([1, 2, 2, 2, 3])
    comma, trim = rng.random() < 0.6, rng.random() < 0.12
    rounded = rng.random() < 0.6
    unit = rng.choice(["", "", "", " kg", "kg"])
    length = rng.choice([5, 6, 6, 6, 7, 0])
    pos = positions(rng, n)
    rows, sums, masses = [], 0.0, []
    for i in range(n):
        count = rng.choice([1, 1, 1, 2, 2, 4, 4, 6, 8, 12, 24])
        mass = max(10 ** rng.uniform(-1, 2), 1.5 * 10**-decimals)
        if rounded:
            mass = round(mass, decimals)
        all_ = count * mass
        sums += round(all_, decimals) if rounded else all_
        masses.append(mass)
        digits = length or rng.choice([5, 6, 7])
        rows.append(
            {
                "position": pos[i],
                "article_number": str(rng.randrange(10 ** (digits - 1), 10**digits)),
                "quantity": str(count),
                "description": fill(rng, PARTS),
                "weight": print_weight(mass, decimals, comma, trim) + unit,
                "total_weight": print_weight(all_, decimals, comma, trim) + unit,
            }
        )
    return rows, print_weight(sums, decimals, comma, trim) + unit, masses


def drawn(
    rng: random.Random, rows: list[dict[str, str]], columns: list[str], total: str = ""
) -> Table:
    """Place the cells as a CAD list would: one line a row, wrapped descriptions two."""
    align = rng.choice([0.0, 0.5, 1.0])
    spill = rng.choice([c for c in columns if c not in NUMBERS]) if rng.random() < 0.05 else ""
    widths = {
        c: max([len(r[c]) for r in rows] + [8]) * 5.0 + 8 if c != "description" else 130.0
        for c in columns
    }
    lefts, x = {}, 50.0
    for c in columns:
        lefts[c] = x
        x += widths[c] * (0.6 if c == spill else 1.0)
    header: list[dict[str, Any]] = [
        {
            "text": c.upper(),
            "column": c if c in SIX else None,
            "bbox": [lefts[c] + 3, 100.0, lefts[c] + 33, 109.0],
        }
        for c in columns
    ]
    out: list[dict[str, Any]] = []
    pitch = rng.choice([12.0, 14.0, 18.0])
    y = 100.0 + pitch
    for i, r in enumerate(rows):
        lines = 2 if len(r.get("description", "")) > 26 else 1
        boxes = {}
        for c in columns:
            if r[c]:
                w = min(5.0 * len(r[c]), widths[c] - 6)
                a = lefts[c] + 3 + (widths[c] - 6 - w) * (align if c in NUMBERS else 0.0)
                boxes[c] = [a, y, a + w, y + 9.0 * lines]
        bottom = y + 9.0 * lines
        out.append(
            {
                "row_index": i,
                "bbox": [53.0, y, x - 3, bottom],
                "section": "",
                "cells": {c: r.get(c, "") for c in SIX},
                "extra": {c.upper(): r[c] for c in columns if c not in SIX},
                "cell_boxes": {c: b for c, b in boxes.items() if c in SIX},
                "extra_boxes": {c.upper(): b for c, b in boxes.items() if c not in SIX},
            }
        )
        y = bottom + pitch - 9.0
    end = float(out[-1]["bbox"][3]) + (pitch if total else 0.0)
    return {
        "page": 1,
        "table_index": 0,
        "bbox": [50.0, 98.0, x, end + 2],
        "header": header,
        "rows": out,
        "rows_count": len(out),
        "printed_total": total,
        "check_reasons": [],
        "leftover": [],
    }


def six_columns(rng: random.Random) -> Table:
    rows, total, _ = rows_with_weights(rng, rng.randint(3, 30))
    order = list(SIX)
    if rng.random() < 0.3:
        order = ["position", "quantity", "description", "article_number", "weight", "total_weight"]
    return drawn(rng, rows, order, total)


def no_total_line(rng: random.Random) -> Table:
    rows, _, _ = rows_with_weights(rng, rng.randint(3, 30))
    return drawn(rng, rows, list(SIX))


def one_weight(rng: random.Random) -> Table:
    """One weight column, of one piece or of the row, and a TOTAL."""
    rows, total, _ = rows_with_weights(rng, rng.randint(3, 25))
    if rng.random() < 0.5:
        for row in rows:
            row["weight"] = row["total_weight"]
    return drawn(
        rng, rows, ["position", "quantity", "article_number", "description", "weight"], total
    )


def plain_rows(rng: random.Random, empty: float, n: int | None = None) -> list[dict[str, str]]:
    n = n or rng.randint(3, 26)
    pos = positions(rng, n)
    return [
        {
            "position": pos[i],
            "article_number": fill(rng, NAMES),
            "quantity": str(rng.choice([1, 1, 1, 1, 2, 2, 4, 6, 6, 12, 24])),
            "description": "" if rng.random() < empty else fill(rng, PARTS),
            "material": rng.choice(["S235JR", "Steel", "1.4571", "ALUMINUM 6061-T6"]),
        }
        for i in range(n)
    ]


def inventor(rng: random.Random) -> Table:
    rows = plain_rows(rng, rng.choice([0.3, 0.6]))
    return drawn(rng, rows, ["position", "quantity", "article_number", "description", "material"])


def solidworks(rng: random.Random) -> Table:
    rows = plain_rows(rng, rng.choice([0.0, 0.0, 0.2]))
    order = ["position", "article_number", "description", "quantity"]
    if rng.random() < 0.4:
        order.remove("description")
        for row in rows:
            row["description"] = ""
    return drawn(rng, rows, order)


def coded(rng: random.Random) -> Table:
    """German list without weights: article numbers of five to seven digits."""
    rows = plain_rows(rng, 0.05)
    length = rng.choice([5, 6, 6, 7, 0])
    for row in rows:
        digits = length or rng.choice([5, 6, 7])
        row["article_number"] = str(rng.randrange(10 ** (digits - 1), 10**digits))
    return drawn(rng, rows, ["position", "article_number", "quantity", "description"])


def isometric(rng: random.Random) -> Table:
    rows = plain_rows(rng, 0.0)
    for row in rows:
        row["article_number"] = f"I{rng.randrange(10**6, 10**7)}"
        row["diam"] = str(rng.choice([25, 50, 80, 100]))
        if rng.random() < 0.3:
            row["quantity"] = f"{rng.uniform(0.2, 12):.1f} M"
    return drawn(rng, rows, ["position", "description", "diam", "article_number", "quantity"])


def no_positions(rng: random.Random) -> Table:
    rows = plain_rows(rng, rng.choice([0.0, 0.2]))
    for row in rows:
        row["position"] = ""
    return drawn(rng, rows, ["quantity", "description", "article_number", "material"])


KINDS: dict[str, Callable[[random.Random], Table]] = {
    "six columns + TOTAL": six_columns,
    "six columns, no TOTAL": no_total_line,
    "one weight + TOTAL": one_weight,
    "coded, no weights": coded,
    "Inventor": inventor,
    "SolidWorks": solidworks,
    "isometric": isometric,
    "no positions": no_positions,
}
PROVABLE = "six columns + TOTAL"


def extra_names(table: Table) -> list[str]:
    """The keys of the extra columns; the header may name two of them alike."""
    return list(dict.fromkeys(k for row in table["rows"] for k in row.get("extra") or ()))


def columns_of(table: Table) -> list[str]:
    """All columns from left to right, the extra ones as 'extra KEY'."""
    extra = iter(extra_names(table))
    names = [h["column"] or f"extra {next(extra, '')}" for h in table["header"]]
    return [n for n in names if n != "extra "]


def get(row: Table, column: str) -> str:
    if column.startswith("extra "):
        return str(row["extra"].get(column[6:], ""))
    return str(row["cells"].get(column) or "")


def put(row: Table, column: str, text: str) -> None:
    if column.startswith("extra "):
        row["extra"][column[6:]] = text
    else:
        row["cells"][column] = text


def boxes_of(row: Table, column: str) -> tuple[dict[str, list[float]], str]:
    """Where a cell's box is kept, and its key there."""
    if column.startswith("extra "):
        return row.setdefault("extra_boxes", {}), column[6:]
    return row["cell_boxes"], column


def hull(*boxes: list[float] | None) -> list[float]:
    known = [b for b in boxes if b]
    return [
        min(b[0] for b in known),
        min(b[1] for b in known),
        max(b[2] for b in known),
        max(b[3] for b in known),
    ]


def words_of(table: Table) -> list[Word]:
    """The page's words: one per line of each cell and of the header."""
    words = []
    boxes = [(h["text"], h["bbox"]) for h in table["header"] if h["bbox"]]
    for row in table["rows"]:
        for c in columns_of(table):
            kept, name = boxes_of(row, c)
            if name in kept:
                boxes.append((get(row, c), kept[name]))
    for text, (x0, top, x1, bottom) in boxes:
        count = max(1, round((bottom - top) / 9.0))
        height = (bottom - top) / count
        size = -(-len(text) // count)
        for k in range(count):
            part = text[k * size : (k + 1) * size]
            words.append(Word(part, x0, top + k * height, x1, top + (k + 1) * height))
    return words
