"""The verdict on a parts list: verified, consistent or suspect, with reasons.

The evidence is gathered in bomflow.proof: arithmetic (weights, totals), cells (cells, positions),
places on the page (layout, places) and the words around the table (words). ``verified``: the
arithmetic holds wherever there is any. ``consistent``: nothing to compute, nothing odd.
``suspect``: something is odd; each reason is a sentence with the row and the figures. A figure
that is wrong on the drawing is reported, never corrected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from bomflow.proof import cells, codes, columns, places, positions
from bomflow.proof.evidence import CONSISTENT, SUSPECT, VERIFIED, Evidence, cell_texts
from bomflow.proof.layout import Layout, as_box, middle
from bomflow.proof.masses import plain
from bomflow.proof.oddity import Oddity
from bomflow.proof.over import reaching_over
from bomflow.proof.shorter import shorter_beside
from bomflow.proof.weights import Weights, weigh
from bomflow.proof.words import check_words

if TYPE_CHECKING:
    from bomflow.extract.settings import ReadSettings

__all__ = ["check_table", "check_tables", "check_words"]

_MOST_REASONS = 20
_MOST_PARTS = 12

RULES: dict[str, Callable[[Evidence], list[Oddity]]] = {
    rule.__name__: rule
    for rule in (
        cells.odd_quantities,
        cells.odd_weights,
        cells.half_weighed,
        cells.odd_formats,
        cells.lone_cells,
        codes.odd_codes,
        codes.joined_cells,
        columns.values_in_header,
        cells.meaningless_characters,
        columns.empty_columns,
        columns.section_marks,
        columns.money_columns,
        columns.header_as_heading,
        columns.mistaken_columns,
        columns.unnamed_names,
        shorter_beside,
        positions.odd_positions,
        positions.broken_sequence,
        positions.second_start,
        positions.missing_positions,
        places.misplaced,
        places.crossed,
        places.spread,
        places.covered,
        reaching_over,
        places.out_of_line,
        places.stray_columns,
        places.misaligned,
        places.unplaced,
        places.too_wide,
        places.cut,
    )
}
"""Every rule beside arithmetic, by name; benchmarks/verdicts.py measures what each is worth."""


def check_table(table: dict[str, Any], settings: ReadSettings) -> None:
    """Fill in the verdict of a record's table, in place.

    Sets quantity_value, weight_kg, total_weight_kg (kilograms or None) and check_status of every
    row, and computed_total (kg), weight_means, check_status and check_reasons of the table.
    Reasons that the reader left in check_reasons stay and make the table suspect. Numbers without
    a unit in cell or header count as kilograms. Never raises on odd text.
    """
    check_tables([table], settings)


def check_tables(
    tables: Sequence[dict[str, Any]],
    settings: ReadSettings,
    told: Sequence[Sequence[Oddity]] = (),
) -> None:
    """Fill in the verdicts of all tables of a drawing, in reading order, as check_table does.

    ``told`` is what the words of their pages say against each of them (check_words).
    A list may go on in another table (the next stack, the next page) with the same header and its
    TOTAL printed once: then the rows of all parts are added up, and computed_total of the part
    that prints the TOTAL is the sum of the whole list.
    """
    weights = [weigh(table, settings.decimal_comma) for table in tables]
    for i in range(len(tables)):
        if weights[i].sum.holds is False:
            _add_parts(tables, weights, i, settings)
    for table, found, odd in zip(tables, weights, told or [()] * len(tables), strict=True):
        _judge(table, found, odd)


def _add_parts(
    tables: Sequence[dict[str, Any]], weights: list[Weights], i: int, settings: ReadSettings
) -> None:
    """Where a TOTAL does not fit its table: look for the tables that it adds up with."""
    runs, carried = _runs(tables, i), _carried(tables, weights, i)
    best = None
    for start, stop in [*carried, *runs]:
        rows = [row for table in tables[start:stop] for row in table["rows"]]
        found = weigh({**tables[i], "rows": rows}, settings.decimal_comma)
        if found.sum.holds:
            at = 0
            for k in range(start, stop):
                size = len(tables[k]["rows"])
                part = found.part(at, at + size)
                kg = found.sum.kg if k == i else weights[k].sum.kg
                weights[k] = part._replace(sum=found.sum._replace(kg=kg))
                at += size
            return
        if (start, stop) in runs:
            best = found.sum.kg if best is None else best
    if not runs:
        return
    told = f"{weights[i].sum.reason}, or to {plain(best or 0.0)} kg with the tables like it"
    for k in range(*runs[0]):
        # No part is known to be the wrong one.
        kg = weights[k].sum.kg
        weights[k] = weights[k]._replace(sum=weights[i].sum._replace(kg=kg, reason=told))


def _carried(
    tables: Sequence[dict[str, Any]], weights: Sequence[Weights], i: int
) -> list[tuple[int, int]]:
    """Table i and those before it (from, to) that each print the right sum of the rows so far."""
    found = []
    for first in range(i - 1, max(0, i - _MOST_PARTS) - 1, -1):
        without = {**tables[first], "printed_total": ""}
        if weights[first].sum.holds is not True or not _runs([without, tables[i]], 1):
            break
        found.append((first, i + 1))
    return found


def _runs(tables: Sequence[dict[str, Any]], i: int) -> list[tuple[int, int]]:
    """Neighbouring tables (from, to) that may be one list with table i, longest run first.

    They have its columns, no TOTAL of their own, and do not count their rows from the start again.
    """
    columns, seen = _columns(tables[i]), _positions(tables[i])

    def goes_on(k: int) -> bool:
        table = tables[k]
        printed = str(table.get("printed_total") or "").strip()
        if not table.get("rows") or printed or _columns(table) != columns:
            return False
        positions = _positions(table)
        # A position may be printed twice; two lists that both start at 1 share more than one.
        if bool(positions) != bool(seen) or len(positions & seen) > 1:
            return False
        seen.update(positions)
        return True

    first = last = i
    while first > max(0, i - _MOST_PARTS) and goes_on(first - 1):
        first -= 1
    while last < min(len(tables), i + _MOST_PARTS) - 1 and goes_on(last + 1):
        last += 1
    runs = [(a, b + 1) for a in range(first, i + 1) for b in range(i, last + 1) if a < b]
    return sorted(runs, key=lambda run: run[0] - run[1])


def _positions(table: dict[str, Any]) -> set[str]:
    texts = {str((r.get("cells") or {}).get("position") or "").strip() for r in table["rows"]}
    return texts - {""}


def _columns(table: dict[str, Any]) -> list[tuple[str, str]]:
    return [(str(c.get("column")), str(c.get("text"))) for c in table.get("header") or ()]


def _judge(table: dict[str, Any], weights: Weights, told: Sequence[Oddity]) -> None:
    """Gather the reasons of one table and write its verdict."""
    rows = table.get("rows") or []
    evidence = Evidence(table, rows, [cell_texts(row) for row in rows], weights, Layout(table))
    odd = [oddity for rule in RULES.values() for oddity in rule(evidence)]
    reasons = [str(reason) for reason in table.get("check_reasons") or ()]
    reasons += [oddity.reason for oddity in (*told, *weights.odd)]
    reasons += [weights.sum.reason] if weights.sum.reason else []
    reasons += [oddity.reason for oddity in odd]
    reasons += _leftovers(table, evidence.layout)
    wrong = {oddity.row for oddity in (*told, *weights.odd, *odd)}
    for i, row in enumerate(rows):
        row["quantity_value"] = weights.quantity[i]
        row["weight_kg"] = weights.unit_kg[i]
        row["total_weight_kg"] = weights.row_kg[i]
        row["check_status"] = (
            SUSPECT if i in wrong else VERIFIED if i in weights.proven else CONSISTENT
        )
    table["computed_total"] = weights.sum.kg
    table["weight_means"] = weights.means
    if not rows and not reasons:
        reasons.append("the table has no rows")
    reasons = list(dict.fromkeys(reasons))
    if len(reasons) > _MOST_REASONS:
        more = len(reasons) - _MOST_REASONS
        reasons = [*reasons[:_MOST_REASONS], f"... and {more} more reasons"]
    table["check_reasons"] = reasons
    if reasons:
        table["check_status"] = SUSPECT
    else:
        table["check_status"] = VERIFIED if weights.proven or weights.sum.holds else CONSISTENT


def _leftovers(table: dict[str, Any], layout: Layout) -> list[str]:
    """Words inside the table's box that no cell took.

    Marks are drawing, but for those in the place of an empty cell: a "-" that was lost.
    """
    spans = [span for placed in layout.cells for span in placed.values()]
    spans += layout.headers.values()
    low, high = min((a for a, _ in spans), default=0.0), max((b for _, b in spans), default=0.0)
    words = []
    for word in table.get("leftover") or ():
        text, box = str(word.get("text") or ""), as_box(word.get("bbox"))
        # One letter beside the columns is a zone of the sheet's frame.
        beside = box is not None and not low <= middle(layout.across(box)) <= high
        drawn = not any(c.isalnum() for c in text)
        if not (beside and len(text) == 1) and not (drawn and not (box and layout.lacks(box))):
            words.append(text)
    if not words:
        return []
    shown = ", ".join(repr(word[:30]) for word in words[:5])
    more = f" and {len(words) - 5} more" if len(words) > 5 else ""
    return [f"words in the table that no cell took: {shown}{more}"]
