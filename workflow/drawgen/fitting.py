"""How the texts of a list fit its columns: alignment, margins, wrapped and squeezed lines."""

from __future__ import annotations

from . import fonts
from .content import WEIGHTS, Content, is_grouped
from .spec import Table
from .words import GROUPED

LEAD = 1.2
"""Distance of two lines of a cell in font sizes."""

LIMITS = {"description": 14.0, "article_number": 7.0, "remarks": 8.0}
"""Text width at which these columns are wrapped, in font sizes."""
CENTRED = ("position", "quantity", "length")
TURNED = ("position", "quantity", "length", "weight", "total_weight", "other")
"""Columns whose header words stand upright where a list has turned headers."""
NARROWEST = 0.6
"""Share of its width that a squeezed text keeps at least."""


def is_turned(table: Table, key: str) -> bool:
    """Whether the header words of a column stand upright."""
    return table.turned_header and key in TURNED and not is_grouped(table)


def squeezed(table: Table, key: str, text: str, font: str, size: float) -> tuple[float, float]:
    """Width of a text in points and how narrow it is set for that, 1 as the font has it."""
    wide = fonts.width(text, font, size)
    limit = LIMITS.get(key, 0.0) * size if table.squeezed else 0.0
    if not limit or wide <= limit:
        return wide, 1.0
    stretch = round(max(limit / wide, NARROWEST), 3)
    return wide * stretch, stretch


def pad_of(table: Table, size: float) -> float:
    if table.tight and table.ruling in ("full", "columns"):
        return 0.15 * size
    return (0.45 if table.ruling in ("full", "columns") else 0.75) * size


def rise_of(table: Table, size: float) -> float:
    """Blank strip over and under the text of a row; rows without rulings need more of it."""
    return (0.22 if table.ruling in ("full", "rows") else 0.34) * size


def alignment(table: Table, key: str) -> str:
    if table.align != "mixed":
        return table.align
    if key in WEIGHTS:
        return "right"
    return "centre" if key in CENTRED else "left"


def overflows(table: Table, key: str) -> bool:
    return table.overflow and key == "description" and alignment(table, key) == "left"


def header_lines(content: Content, key: str) -> list[str]:
    table = content.table
    if is_grouped(table) and key in WEIGHTS:
        _, one, both = GROUPED[table.language]
        return [one if key == "weight" else both]
    text = content.headers[key]
    if table.header_style == "plain":
        return [text.replace("-|", "-").replace("|", " ")]
    return text.split("|")


def spoken(content: Content, key: str) -> list[str]:
    """Header words of a column in reading order, the group's first."""
    if is_grouped(content.table) and key in WEIGHTS:
        return [content.headers[key]]
    return header_lines(content, key)


def broken_into(table: Table, key: str, text: str, font: str, size: float) -> list[str]:
    """Lines of a cell; joined by one blank they give the cell's text."""
    limit = LIMITS.get(key, 0.0) * size
    if table.wrap == "none" or not limit or overflows(table, key) or table.squeezed:
        return [text]
    if fonts.width(text, font, size) <= limit:
        return [text]
    if table.split_words:
        return _chop(text, limit, font, size)
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fonts.width(longer, font, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _chop(text: str, limit: float, font: str, size: float) -> list[str]:
    lines = [""]
    for letter in text:
        if lines[-1] and fonts.width(lines[-1] + letter, font, size) > limit:
            lines.append("")
        lines[-1] += letter
    return [line.strip() for line in lines if line.strip()]
