"""Lists side by side whose headers were parted at another column than where they begin anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bomflow.proof.layout import Layout
from bomflow.proof.oddity import Oddity

_SAID = Oddity(None, "the headers side by side repeat themselves at another column than its first")


def parted_elsewhere(tables: Sequence[dict[str, Any]]) -> list[list[Oddity]]:
    """What is said of each table of a page that begins or ends inside a header that repeats.

    A B C A B C is two lists of three columns, whatever each part would say alone.
    """
    layouts = [*map(Layout, tables)]
    found: list[list[Oddity]] = [[] for _ in tables]
    for i, layout in enumerate(layouts):
        beside = [k for k, other in enumerate(layouts) if _level(layout, other)]
        if len(beside) < 2:
            continue
        beside.sort(key=lambda k: min(layouts[k].headers.values()))
        texts = [_texts(tables[k]) for k in beside]
        whole = [text for part in texts for text in part]
        period = _period(whole)
        if period and any(len(part) % period for part in texts):
            found[i].append(_SAID)
    return found


def _level(one: Layout, other: Layout) -> bool:
    """Whether the headers of two tables stand side by side, up to the height of a stacked one."""
    if not one.header_spans or not other.header_spans or one.down != other.down:
        return False
    a, b = (_extent(layout) for layout in (one, other))
    high = max(a[1] - a[0], b[1] - b[0])
    return one is other or min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= high


def _extent(layout: Layout) -> tuple[float, float]:
    return min(a for a, _ in layout.header_spans), max(b for _, b in layout.header_spans)


def _texts(table: dict[str, Any]) -> list[str]:
    return [str(cell.get("text") or "") for cell in table.get("header") or ()]


def _period(texts: Sequence[str]) -> int:
    """After how many texts all of them come again, 0 if they do not."""
    for period in range(3, len(texts) // 2 + 1):
        if len(texts) % period == 0 and all(
            text == texts[i % period] for i, text in enumerate(texts)
        ):
            return period
    return 0
