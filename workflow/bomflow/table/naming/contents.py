"""Columns named by what they hold, for lists that print no header."""

from __future__ import annotations

import re

from bomflow.table.header.folding import fold
from bomflow.table.model import Table

_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})|\d{4}-\d\d-\d\d|\d{1,2}[- .]?[A-Za-z]{3}[- .]?\d{2,4}"
)
_NUMBER = re.compile(r"[+-]?\d[\d.,' ]*|[-–—.]{1,3}")
_AMOUNT = re.compile(r"\d{1,3}")
_MEASURED = re.compile(
    r"\d{1,4}(?:[.,] ?\d+)? ?(?:m|mtr|lm|lfm|mb|ft|pcs?|pce|ea|nos?|sets?|off|st|stk|stck|szt|ks|"
    r"ud|uds|pz|db|kpl|kom|buc|шт|个|件)\.?",
    re.IGNORECASE,
)
# 40-1731-02; in groups of figures, as makers of supports print types: 25 C2 19.
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9./_-]{3,}|\d{2,4}( [A-Z0-9]{2,4}){2,3}")
# Sizes, standards and grades are no article numbers: M16x60, DN150, DIN 933, S235JR, A106.
_NO_CODE = re.compile(
    r"\d+[.,]\d+|.*\d[xX]\d.*|(DN|NPS|PN|SCH|M|L=?)\d+.*|"
    r"(DIN|ISO|EN|ASTM|ASME|IS|BS|PN|GB)[-/ ]?.*|"
    r"[ASPCX]\d{2,4}[A-Z+-]*\d?|\d{1,3}Cr.*"
)
_WORD = re.compile(r"[^\W\d_]{3,}|[\u2e80-\u9fff\uac00-\ud7af]{2,}")
# What lists of drawings and of revisions speak of.
PAPERS = {
    "drawing", "drawings", "arrangement", "layout", "plan", "elevation", "issued", "issue",
    "revised", "revision", "rev", "approval", "construction", "zeichnung", "ubersicht", "lageplan",
    "details", "sections", "geandert", "rysunek", "plano", "vydano", "emission", "emitido",
}  # fmt: skip


def name_by_contents(table: Table) -> bool:
    """Name quantity, description and article number; False when the rows are no parts.

    The position column has its name already. Dates, hardly any words, the same words in every row
    or nothing that counts pieces mean revisions, coordinates, welds, cut pieces or notes.
    """
    cells = {
        i: [row.text(i) for row in table.rows]
        for i, column in enumerate(table.columns)
        if column.name is None
    }
    cells = {i: texts for i, texts in cells.items() if any(texts)}
    if holds_dates([t for texts in cells.values() for t in texts]):
        return False
    quantity = _quantity(cells)
    description = _description(cells)
    if quantity is None or description is None:
        return False
    rest = [texts for i, texts in cells.items() if i not in (quantity, description)]
    figures = sum(_share(texts, _NUMBER) >= 0.8 for texts in rest)
    if figures > 3 and figures > 2 * (len(rest) - figures + 1):
        return False  # dimensions of variants
    table.columns[quantity].name = "quantity"
    table.columns[description].name = "description"
    for i, texts in cells.items():
        if i not in (quantity, description) and holds_codes(texts):
            table.columns[i].name = "article_number"
            break
    return True


def _share(texts: list[str], pattern: re.Pattern[str]) -> float:
    """The share of the filled cells that match as a whole."""
    filled = [t for t in texts if t]
    return sum(bool(pattern.fullmatch(t)) for t in filled) / len(filled) if filled else 0.0


def _quantity(cells: dict[int, list[str]]) -> int | None:
    """The column that counts pieces or metres: whole numbers, small ones first."""
    best: tuple[float, int] | None = None
    for i, texts in cells.items():
        filled = [t for t in texts if t]
        if len(filled) < 0.8 * len(texts) or not all(
            _AMOUNT.fullmatch(t) or _MEASURED.fullmatch(t) for t in filled
        ):
            continue
        values = [
            float(re.split(r"[^\d.]", t.replace(",", ".").replace(" ", ""))[0]) for t in filled
        ]
        usual = sorted(values)[len(values) // 2]
        if min(values) > 0 and usual <= 48 and (best is None or usual < best[0]):
            best = (usual, i)
    return best[1] if best else None


def _description(cells: dict[int, list[str]]) -> int | None:
    """The column with most letters, if nearly every row has a word of its own there."""
    i = max(cells, key=lambda i: sum(c.isalpha() for t in cells[i] for c in t), default=None)
    if i is None:
        return None
    texts = cells[i]
    wordy = [t for t in texts if _WORD.search(t) and not _CODE.fullmatch(t)]
    papers = sum(bool(PAPERS & set(fold(t).split(" "))) for t in texts)
    if len(wordy) < 0.8 * len(texts) or len(set(texts)) < 0.6 * len(texts):
        return None
    if papers >= 0.5 * len(texts) or sum(len(t.split(" ")) for t in texts) > 10 * len(texts):
        return None
    return i


def is_date(text: str) -> bool:
    """Whether a text is a date."""
    return bool(_DATE.fullmatch(text))


def holds_dates(texts: list[str]) -> bool:
    """Whether two cells or more are dates."""
    return sum(bool(_DATE.fullmatch(t)) for t in texts) >= 2


def holds_codes(texts: list[str]) -> bool:
    """Whether a column holds codes of which hardly two are the same."""
    filled = [t for t in texts if t]
    if len(filled) < 0.6 * len(texts) or len(set(filled)) < 0.7 * len(filled):
        return False
    return all(_CODE.fullmatch(t) and not _NO_CODE.fullmatch(t) for t in filled)
