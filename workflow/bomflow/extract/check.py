"""The verdict on a parts list: verified, consistent or suspect, with reasons.

Evidence comes from arithmetic (check_weights), from the cells (check_columns) and from their
places on the page (check_layout). ``verified``: the arithmetic holds wherever there is any.
``consistent``: nothing to compute, nothing odd. ``suspect``: something is odd; each reason is a
sentence with the row and the figures. A figure that is wrong on the drawing is reported, never
corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bomflow.extract.check_columns import (
    Oddity,
    check_columns,
    check_positions,
    lone_empty_article,
)
from bomflow.extract.check_layout import Layout
from bomflow.extract.check_weights import Weights, row_name, weigh

if TYPE_CHECKING:
    from bomflow.extract.settings import ReadSettings

VERIFIED, CONSISTENT, SUSPECT = "verified", "consistent", "suspect"
_MOST_REASONS = 20


def check_table(table: dict[str, Any], settings: ReadSettings) -> None:
    """Fill in the verdict of a record's table, in place.

    Sets quantity_value, weight_kg, total_weight_kg (kilograms or None) and check_status of every
    row, and computed_total (kg), weight_means, check_status and check_reasons of the table.
    Reasons that the reader left in check_reasons stay and make the table suspect. Numbers without
    a unit in cell or header count as kilograms. Never raises on odd text.
    """
    rows = table.get("rows") or []
    reasons = [str(reason) for reason in table.get("check_reasons") or ()]
    weights = weigh(table, settings.decimal_comma)
    oddities = _oddities(table, rows, weights.sum_holds is True)
    reasons += weights.reasons
    reasons += [oddity.reason for oddity in oddities]
    reasons += _leftovers(table)
    wrong = weights.wrong | {oddity.row for oddity in oddities if oddity.row is not None}
    for i, row in enumerate(rows):
        row["quantity_value"] = weights.quantity[i]
        row["weight_kg"] = weights.unit_kg[i]
        row["total_weight_kg"] = weights.row_kg[i]
        row["check_status"] = (
            SUSPECT if i in wrong else VERIFIED if i in weights.proven else CONSISTENT
        )
    table["computed_total"] = weights.computed_total
    table["weight_means"] = weights.means
    _conclude(table, rows, weights, reasons)


def _conclude(
    table: dict[str, Any], rows: Sequence[dict[str, Any]], weights: Weights, reasons: list[str]
) -> None:
    if not rows and not reasons:
        reasons.append("the table has no rows")
    reasons = list(dict.fromkeys(reasons))
    if len(reasons) > _MOST_REASONS:
        more = len(reasons) - _MOST_REASONS
        reasons = [*reasons[:_MOST_REASONS], f"... and {more} more reasons"]
    table["check_reasons"] = reasons
    if reasons:
        table["check_status"] = SUSPECT
    elif weights.proven or weights.sum_holds:
        table["check_status"] = VERIFIED
    else:
        table["check_status"] = CONSISTENT


def _oddities(table: dict[str, Any], rows: Sequence[dict[str, Any]], adds_up: bool) -> list[Oddity]:
    """Everything odd about cells and places; weak evidence only where nothing explains it."""
    layout = Layout(table)
    found = check_columns(rows)
    positions, gaps = check_positions(rows)
    found += positions
    numbered = _is_numbered(rows)
    for gap in gaps:
        seen = layout.explains(gap)
        # Where the rows add up to the printed TOTAL no row with a weight can be missing.
        if seen == "tight" or (not seen and adds_up):
            continue
        room = " and there is room for its row" if seen else ""
        found.append(Oddity(None, f"position {gap.missing} is missing{room}"))
    if not numbered:
        found += [
            Oddity(None, f"{row_name(rows[a], a)} and {row_name(rows[b], b)} leave room for a row")
            for a, b in layout.holes()
            if all(gap.before != a for gap in gaps)
        ]
    if layout.room_at_end(bool(str(table.get("printed_total") or "").strip())):
        found.append(Oddity(None, "there is room for a row before the first or after the last"))
    if not layout.has_word_boxes:
        found += lone_empty_article(rows)
    found += layout.spread()
    found += layout.misaligned()
    found += [
        Oddity(i, f"{row_name(rows[i], i)}: stands in the row before it") for i in layout.overlaps()
    ]
    found += layout.unplaced()
    found += layout.misplaced()
    found += layout.too_wide()
    found += layout.cut()
    return found


def _is_numbered(rows: Sequence[dict[str, Any]]) -> bool:
    """Whether the positions are whole numbers that follow each other without a gap."""
    texts = [str((row.get("cells") or {}).get("position") or "").strip() for row in rows]
    if len(texts) < 2 or not all(t.isascii() and t.isdigit() for t in texts):
        return False
    values = [int(t) for t in texts]
    steps = {b - a for a, b in pairwise(values)}
    return len(steps) == 1 and steps != {0}


def _leftovers(table: dict[str, Any]) -> list[str]:
    """Words inside the table's box that no cell took; lone marks are drawing, not text."""
    words = [str(word.get("text") or "") for word in table.get("leftover") or ()]
    words = [word for word in words if any(c.isalnum() for c in word)]
    if not words:
        return []
    shown = ", ".join(repr(word[:30]) for word in words[:5])
    more = f" and {len(words) - 5} more" if len(words) > 5 else ""
    return [f"words in the table that no cell took: {shown}{more}"]
