"""What a parts list says: rows whose weights are arithmetically right, as they will be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from . import words
from .habits import applied
from .row import Row, number
from .spec import SIX, Table

WEIGHTS = ("weight", "total_weight")
UNIT_WORDS = ("UNIT", "EINZEL", "JEDN", "单")
"""Header words that say a weight is that of one piece."""


@dataclass(frozen=True)
class Content:
    """One parts list: the whole of it, in its own order (first position first)."""

    table: Table
    headers: dict[str, str]
    """Header of every printed column, ``|`` where a stacked one breaks."""
    rows: tuple[Row, ...]
    caption: str = ""
    total_label: str = ""
    printed_total: str = ""
    total_column: str = ""
    second_label: str = ""
    second_total: str = ""
    right_total: Decimal | None = None
    weight_means: str | None = None
    """What the WEIGHT column says: 'unit', 'row', 'unknown' (nothing tells); None without one."""


def compose(table: Table) -> Content:
    """Make the contents that ``table`` asks for; the same table gives the same contents."""
    rng = Random(table.seed * 7919 + 11)
    keys = table.columns
    headers = _headers(table)
    named = any(word in headers.get("weight", "").upper() for word in UNIT_WORDS)
    if named:
        table = replace(table, weight_means="unit")
    # A header that says [kg] keeps the unit out of the cells.
    unit = "" if any("[kg]" in headers.get(key, "") for key in WEIGHTS) else table.weight_unit
    positions = _positions(table, rng)
    sections = _sections(table, rng)
    rows: list[Row] = []
    for index in range(table.rows):
        if table.equal_rows and index == min(3, table.rows - 1) and index:
            rows.append(replace(rows[-1], section=sections[index]))
            continue
        row = _row(table, rng, unit)
        row.cells["position"] = positions[index]
        rows.append(
            replace(
                row,
                cells={key: row.cells[key] for key in keys},
                section=sections[index],
            )
        )
    rows = applied(table, rows, unit)
    total, column = _sum(table, rows)
    printed = second = ""
    if table.total and total is not None:
        shown = total
        if table.wrong_total:
            shown += Decimal(rng.choice((-1, 1)) * rng.randrange(3, 40)).scaleb(
                -max(table.weight_decimals - 1, 0)
            )
            shown = abs(shown) if shown else shown + 7
        printed = number(shown, table.weight_decimals, table) + unit
        if table.second_total:
            second = number(shown * Decimal("1.02"), table.weight_decimals, table) + unit
    label = _pick(words.TOTALS, table)
    return Content(
        table=table,
        headers=headers,
        rows=tuple(rows),
        caption=_pick(words.CAPTIONS, table) if table.caption else "",
        total_label=label if printed else "",
        printed_total=printed,
        total_column=column if printed else "",
        second_label=_pick(words.SECOND_TOTALS, table) if second else "",
        second_total=second,
        right_total=total,
        weight_means=_means(table, named, bool(printed)),
    )


def _pick(choices: dict[str, tuple[str, ...]], table: Table) -> str:
    own = choices[table.language]
    return own[table.spelling % len(own)]


def _headers(table: Table) -> dict[str, str]:
    headers = {key: words.header(table.language, key, table.spelling) for key in table.columns}
    if is_grouped(table):
        group, one, all_ = words.GROUPED[table.language]
        headers["weight"], headers["total_weight"] = f"{group} {one}", f"{group} {all_}"
    return headers


def is_grouped(table: Table) -> bool:
    """Whether the two weight columns stand side by side under a common header."""
    keys = table.columns
    if table.header_style != "grouped" or "weight" not in keys or "total_weight" not in keys:
        return False
    return keys.index("total_weight") - keys.index("weight") == 1


def _positions(table: Table, rng: Random) -> list[str]:
    count = table.rows
    if table.positions == "tens":
        return [str(10 * (i + 1)) for i in range(count)]
    if table.positions == "padded":
        return [f"{i + 1:03d}" for i in range(count)]
    if table.positions == "descending":
        return [str(count - i) for i in range(count)]
    numbers: list[int] = []
    current = 0
    for _ in range(count):
        current += 1
        if table.positions == "gaps" and rng.random() < 0.3:
            current += rng.randrange(1, 5)
        if table.positions == "repeated" and numbers and rng.random() < 0.25:
            current -= 1
        numbers.append(current)
    return [str(n) for n in numbers]


def _sections(table: Table, rng: Random) -> list[str]:
    """Section of every row ('' above the first heading)."""
    if not table.sections or table.header == "bottom":
        return [""] * table.rows
    names = list(words.SECTIONS[table.language])
    count = min(table.sections, len(names), table.rows)
    starts = sorted({0, *rng.sample(range(1, table.rows), count - 1)} if count > 1 else {0})
    sections, current = [], ""
    for index in range(table.rows):
        if index in starts:
            current = names[starts.index(index)]
        sections.append(current)
    return sections


def _row(table: Table, rng: Random, unit: str) -> Row:
    """One row with every column there is; the caller keeps those that are printed."""
    language = table.language
    template, light, heavy = rng.choice(words.PARTS[language])
    text = template.format(
        d=rng.choice((50, 80, 100, 150, 200, 250, 300, 400)),
        h=rng.choice((100, 120, 140, 160, 200)),
        m=rng.choice((10, 12, 16, 20, 24, 30)),
        b=rng.choice((30, 45, 60, 80, 100)),
        l=rng.randrange(120, 2600, 5),
        n=rng.randrange(1, 13),
        w=rng.choice(("6.3", "8", "10")),
        p=f"{rng.choice((8, 10, 12, 15, 20))}x{rng.randrange(60, 400, 10)}x"
        f"{rng.randrange(60, 600, 10)}",
    )
    if rng.random() < 0.03:
        heavy *= 30  # a piece of more than a tonne now and then
    exact = Decimal(rng.randrange(int(light * 1000), int(heavy * 1000) + 2)).scaleb(-3)
    quantity = Decimal(rng.choice((1, 1, 1, 2, 2, 2, 4, 4, 6, 8, 12, 16, 24)))
    shown_quantity = str(quantity)
    if table.quantity_units:
        if rng.random() < 0.3:
            quantity = Decimal(rng.randrange(5, 120)).scaleb(-1)
            shown_quantity = f"{number(quantity, 1, replace(table, thousands=''))} M"
        else:
            shown_quantity += {"en": " PCS", "de": " ST"}.get(language, "")
    decimals = table.weight_decimals
    step = Decimal(1).scaleb(-decimals)
    weight = max(exact.quantize(step, ROUND_HALF_UP), step)
    if table.rounding == "hidden":
        total = (quantity * max(exact, step)).quantize(step, ROUND_HALF_UP)
    else:
        total = (quantity * weight).quantize(step, ROUND_HALF_UP)
    one_column = "total_weight" not in table.columns
    first = total if one_column and table.weight_means == "row" else weight
    cells = {
        "article_number": _article(language, rng),
        "quantity": shown_quantity,
        "description": text,
        "weight": number(first, decimals, table) + unit,
        "total_weight": number(total, decimals, table) + unit,
        "material": rng.choice(words.MATERIALS),
        "standard": rng.choice(words.STANDARDS),
        "length": str(rng.randrange(40, 2600)),
        "remarks": rng.choice(words.REMARKS[language]) if rng.random() < 0.4 else "",
        "drawing": f"{rng.randrange(10, 99)}-{rng.randrange(1000, 9999)}",
    }
    if "other" in table.columns:
        cells["other"] = Random(f"other {cells}").choice(words.OTHERS)
    # Something must say what the row is.
    optional = [key for key in ("article_number", "description", *words.EXTRAS) if key in cells]
    for key in optional:
        roll = rng.random()
        if roll < table.empty:
            cells[key] = ""
        elif roll < table.empty + table.dash:
            cells[key] = "-"
    if not _says_something(cells, table):
        cells["description"] = text
        if "description" not in table.columns:
            cells["article_number"] = _article(language, rng)
    elif table.empty and rng.random() < table.empty / 2:
        cells["weight"] = cells["total_weight"] = ""
        weight = total = Decimal(0)
    return Row(cells=cells, quantity=quantity, weight=weight, total=total)


def _says_something(cells: dict[str, str], table: Table) -> bool:
    return any(
        cells[key] not in ("", "-")
        for key in ("article_number", "description")
        if key in table.columns
    )


def _article(language: str, rng: Random) -> str:
    roll = rng.random()
    if language == "de" or roll < 0.4:
        return str(rng.randrange(10**4, 10**7))
    if roll < 0.7:
        return f"{rng.choice(('PC', 'HB', 'SP', 'CH', 'KX'))}-{rng.randrange(100, 9999)}"
    if roll < 0.85:
        return f"{rng.randrange(10, 99)}.{rng.randrange(100, 999)}.{rng.randrange(1, 99):02d}"
    return rng.choice(words.STANDARDS)


def _sum(table: Table, rows: list[Row]) -> tuple[Decimal | None, str]:
    """Right total of the list in kg and the column it stands in."""
    column = next((key for key in reversed(WEIGHTS) if key in table.columns), "")
    if not column or not rows:
        return None, ""
    counted = (row.total or Decimal(0) for row in rows if row.counted)
    return sum(counted, Decimal(0)), column


def _means(table: Table, named: bool, total: bool) -> str | None:
    if "weight" not in table.columns:
        return None
    if named or "total_weight" in table.columns:
        return "unit"
    return table.weight_means if total else "unknown"


def six(row: Row) -> dict[str, str]:
    """The six cells of a row as a record holds them: '' when empty or not printed."""
    return {key: row.cells.get(key, "") for key in SIX}
