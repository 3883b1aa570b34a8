"""Numbers as drawings print them: decimal comma or point, grouped thousands, units in the cell.

A printed number is more than its value: its decimals say how far it was rounded, and that is the
tolerance every later comparison uses. Facts about real lists: ``1620,0kg``, ``0. 6 M``,
``25x25x8 - 35 kg`` (no number), ``-`` and ``..`` for "none".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

# International avoirdupois pound and ounce (exact by definition, 1959 agreement).
KG = {
    "kg": 1.0,
    "kgs": 1.0,
    "kilo": 1.0,
    "кг": 1.0,
    "千克": 1.0,
    "公斤": 1.0,
    "g": 0.001,
    "gr": 0.001,
    "克": 0.001,
    "mg": 0.000001,
    "t": 1000.0,
    "to": 1000.0,
    "lb": 0.45359237,
    "lbs": 0.45359237,
    "lbm": 0.45359237,
    "lbmass": 0.45359237,
    "oz": 0.028349523125,
    "ozm": 0.028349523125,
}
_OTHER_UNITS = """
ad kos tk vnt gab бр τεμ пм пог.м п.м mb bm fm takım
x × stk stck stück stueck st pcs pc pce pces piece pieces ea each off no nos nr set sets satz sätze
pair pairs pr paar szt sztuk ks kus kpl шт компл м кг adet pz pza pzas ud uds und u buc db darab kom
lot kit cái bộ chiếc 个 件 套 组 根 块 片 支 条 台 副 只 米 本 枚 個 組 式 개 세트 본 only nº
par pares pár páry paire paires paia unid juego sợi gói viên thanh cuộn tấm cây bo
can cans tube tubes bottle bottles box boxes bag bags pack packs pkg kits sheet sheets bar bars
spool spools dose dosen flasche rolle rollen packung beutel tafel ml cl gal
mm cm dm m mtr mtrs meter meters metre metres yd
lfm in inch ft feet ' " m2 m² m3 m³ l ltr liter rol roll rolls rl
"""
UNITS = frozenset([*KG, *_OTHER_UNITS.split()])

# Spaces that CAD and word processors put between groups of thousands.
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\t\n", " "))
_NONE = frozenset(
    ["", "-", "--", "---", "–", "—", "―", ".", "..", "...", "…", "n/a", "na", "/", "tbd", "tbc"]
)
_WHOLE = re.compile(
    r"(?:x|×|~|≈|(?:ca|approx|abt|env|circa)\.?)? ?"
    r"((?:\d|[.,] ?\d)[\d.,'’ ]*) ?([^\d\s][^\d]{0,7}[23]?)?"
)
_SHAPES = re.compile(
    r"(?P<plain>\d+)"
    r"|(?P<open>\d+[.,])"
    r"|(?P<bare>[.,]\d+)"
    r"|(?P<one>\d+[.,]\d+)"
    r"|(?P<many>\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}))"
    r"|(?P<mixed>\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+))"
    r"|(?P<blanks>\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?)"
)
_MOST_DIGITS = 15  # what a float holds exactly; more is no quantity and no mass
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_MARK_BLANKS = re.compile(r" ?([.,]) ?")


_FEET = re.compile(r"(\d+)' ?-? ?(\d{1,2})?(?: ?-?(\d+)/(\d+))? ?(?:\"|'')")  # 23'-4 3/8"
_MIXED = re.compile(r"(\d{1,5})[ -](\d{1,2})/(2|4|8|16)(?: ?(lbs?|kg))?")


class Number(NamedTuple):
    """One printed number: value and half step in the printed unit.

    ``unit`` is '' when the cell prints none; ``style`` is '' or 'blanks' (grouped by blanks, which
    could also be two numbers), 'open' (``12.``) or 'bare' (``.5``).
    """

    value: float
    decimals: int
    unit: str
    style: str

    @property
    def half(self) -> float:
        """Half a unit in the last printed digit: how far the true value may lie away."""
        return float(0.5 * 10.0**-self.decimals)


def is_none(text: str) -> bool:
    """Whether a cell is empty or prints a sign for "none"."""
    return text.translate(_SPACES).strip().lower() in _NONE


_MARKED = re.compile(r"(?<=\d) ?\*{1,3}\)?$")  # 4* with a footnote
_COUNTED = re.compile(r"^\((\d+)\)")  # (8) as carpenters count pieces


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, str] | None:
    """Digits and unit of a cell, or None when it is no number."""
    if len(text) > 40 or not any("0" <= c <= "9" for c in text):
        return None
    plain = " ".join(text.translate(_SPACES).lower().split())
    found = _WHOLE.fullmatch(_COUNTED.sub(r"\1", _MARKED.sub("", plain)))
    if not found:
        return None
    unit = (found[2] or "").strip().rstrip(".")
    if unit and unit not in UNITS:
        return None
    body = found[1].strip()
    if " " in body:
        body = _MARK_BLANKS.sub(r"\1", body)
    return body, unit


@lru_cache(maxsize=4096)
def parse_number(text: str, thousands: str = "") -> Number | None:
    """The number a cell prints, or None for text, ranges, sizes and "none".

    ``thousands`` ('.', ',' or '') is the mark that groups thousands in this table; it only decides
    numbers like ``1.234`` that can be read both ways ('' reads them as decimals).
    """
    parts = _split(text)
    if parts is None:
        return _feet(text) or _fraction(text)
    body, unit = parts
    shape = _SHAPES.fullmatch(body)
    if shape is None:
        return None
    kind = shape.lastgroup or ""
    mark = ""
    if kind == "one":
        mark = "," if "," in body else "."
        if mark == thousands and _AMBIGUOUS.fullmatch(body):
            mark = ""
    elif kind in ("bare", "open"):
        mark = "," if "," in body else "."
    elif kind == "mixed":
        mark = max(",.", key=body.rfind)
    elif kind == "blanks":
        mark = next((m for m in ",." if m in body), "")
    head, _, tail = body.partition(mark) if mark else (body, "", "")
    digits = head if head.isdigit() else re.sub(r"\D", "", head)
    if max(len(digits), len(tail)) > _MOST_DIGITS:
        return None
    style = kind if kind in ("open", "bare") else "blanks" if " " in body else ""
    return Number(float(f"{digits or '0'}.{tail or '0'}"), len(tail), unit, style)


def _feet(text: str) -> Number | None:
    """A length in feet and inches, to the hundredth of a foot."""
    found = _FEET.fullmatch(text.strip()) if len(text) <= 40 else None
    if found is None or (found[4] and not int(found[4])):
        return None
    inches = int(found[2] or 0) + (int(found[3]) / int(found[4]) if found[4] else 0.0)
    return Number(round(int(found[1]) + inches / 12, 2), 2, "ft", "")


def _fraction(text: str) -> Number | None:
    """A whole number and a fraction, as lists in pounds print: 98 1/2 is exactly that."""
    found = _MIXED.fullmatch(text.strip().lower()) if len(text) <= 40 else None
    if found is None or int(found[2]) >= int(found[3]):
        return None
    decimals = int(found[3]).bit_length() - 1  # a half has one, an eighth three
    value = int(found[1]) + int(found[2]) / int(found[3])
    return Number(value, decimals, found[4] or "", "")


def is_below(text: str) -> bool:
    """Whether a cell only says what a value is less than: <0.1."""
    return text[:1] in ("<", "≤") and parse_number(text[1:].strip()) is not None


def is_ambiguous(text: str) -> str:
    """The mark of a number like ``1.234`` that can be decimal or thousands, else ''."""
    if "," not in text and "." not in text:
        return ""  # most cells
    parts = _split(text)
    if parts is None or not _AMBIGUOUS.fullmatch(parts[0]):
        return ""
    return "," if "," in parts[0] else "."


def decimal_mark(text: str) -> str:
    """The decimal mark that a cell proves by itself (``1,5``, ``1.234,5``, ``1.234.567``) or ''."""
    parts = _split(text)
    if parts is None or _AMBIGUOUS.fullmatch(parts[0]):
        return ""
    shape = _SHAPES.fullmatch(parts[0])
    if shape is None:
        return ""
    body = parts[0]
    if shape.lastgroup == "many":
        return "," if "." in body else "."
    marks = [m for m in ",." if m in body]
    return max(marks, key=body.rfind) if marks else ""


def thousands_mark(cells: Iterable[str], decimal_comma: bool | str = "auto") -> str | None:
    """The mark that groups thousands in a table, by setting or by its unambiguous cells.

    Returns '.' or ',', '' when no cell needs the answer, None when the cells do not tell (then
    arithmetic has to).
    """
    texts = list(cells)
    if not any(is_ambiguous(t) for t in texts):
        return ""
    if isinstance(decimal_comma, bool):
        return "." if decimal_comma else ","
    marks = {decimal_mark(t) for t in texts} - {""}
    if len(marks) != 1:
        return None
    return "." if marks == {","} else ","


_BRACKETED = re.compile(r"[\[(（/]\s*([^\s\])）/]+)\s*(?:[\])）/]|$)|\bin\s+(\S+)$")


def header_kg(text: str) -> float | None:
    """Kilograms per unit that a header names (``WEIGHT [kg]``, ``MASS (g)``), else None."""
    low = " ".join(text.lower().split())
    for found in _BRACKETED.finditer(low):
        unit = (found[1] or found[2]).rstrip(".")
        if unit in KG:
            return KG[unit]
    for word in re.findall(r"[^\W\d_]+", low):
        # One-letter units only count in brackets: 't' and 'g' are parts of too many headers.
        if len(word) > 1 and word != "to" and word in KG:
            return KG[word]
    return None
