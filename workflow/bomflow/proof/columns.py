"""Columns under the wrong name, and headers that took what is none."""

from __future__ import annotations

import re

from bomflow.proof.cells import MOST
from bomflow.proof.codes import shape
from bomflow.proof.evidence import Evidence, label
from bomflow.proof.numbers import is_none, parse_number
from bomflow.proof.oddity import Oddity

# Where a view is cut: A-A. It stands between the lines of the drawing, never over a column.
_SECTION_MARK = re.compile(r"([A-Z]) ?[-–] ?\1")
_DIGITS = re.compile("[0-9]+")
_WORD = re.compile(r"[^\W\d_]{3}")
_DASH_NUMBER = re.compile(
    r"(?:^|\s)(?:[-–]\d{1,4}"
    r"|(?:var|variante?|version|vers|ausf|ausführung|wariant|исп)\.? ?[A-Z0-9]{1,2})$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:prices?|\w*preis|prix|precio|prezzo|tax|vat|mwst|tva|iva|eur|usd|gbp|chf)\b|[€$£]",
    re.IGNORECASE,
)


# What the names of a list of parts stand under; PART NO. may stand in an invoice as well.
_OF_PARTS = re.compile(
    r"\b(?:parts?(?: names?)?$|part names?|components?|bauteile?|komponenten?)\b",
    re.IGNORECASE,
)


def values_in_header(evidence: Evidence) -> list[Oddity]:
    """Header cells that hold a row's cells as well: a row was taken for part of the header."""
    found = []
    for cell in evidence.table.get("header") or ():
        text = str(cell.get("text") or "")
        if not any(map(str.isdigit, text)):
            continue
        name, words = str(cell.get("column") or f"extra {text}"), text.split()
        shapes = {shape(t) for t in evidence.column(name)}
        hits = {w for w in words if any(c.isdigit() for c in w) and shape(w) in shapes}
        kinds = {_DIGITS.sub("0", t) for t in evidence.column(name) if any(map(str.isdigit, t))}
        ends = (" ".join(words[i:]) for i in range(1, len(words)))
        if len(words) > len(hits) > 0 or any(_DIGITS.sub("0", end) in kinds for end in ends):
            found.append(repr(text[:40]))
    if len(found) < 2:
        return []
    return [Oddity(None, f"the header cells {' and '.join(found)} hold values of a row")]


def empty_columns(evidence: Evidence) -> list[Oddity]:
    """Lists without the cells that no parts list goes without."""
    if not evidence.rows:
        return []
    found = []
    printed = {cell.get("column") for cell in evidence.table.get("header") or ()}
    named = printed & {"article_number", "description"}
    if named and not any(text.strip() for name in named for text in evidence.column(str(name))):
        found.append(Oddity(None, "no row says what the part is"))
    if "quantity" in printed and not any(evidence.column("quantity")):
        found.append(Oddity(None, "no row has a quantity"))
    return found


def section_marks(evidence: Evidence) -> list[Oddity]:
    """Columns headed by a section mark: what stands beside the list."""
    found = []
    for cell in evidence.table.get("header") or ():
        text = str(cell.get("text") or "").strip()
        if is_section_mark(text) and any(evidence.column(f"extra {text}")):
            found.append(Oddity(None, f"column {text!r} is headed by a section mark"))
    return found


def money_columns(evidence: Evidence) -> list[Oddity]:
    """Prices and taxes in several columns: an invoice names articles and quantities as well.

    It calls nothing a PART or a COMPONENT, as costed lists of parts do.
    """
    texts = [str(cell.get("text") or "") for cell in evidence.table.get("header") or ()]
    money = [repr(text[:40]) for text in texts if _MONEY.search(text)]
    names = " ".join(
        str(cell.get("text") or "") for cell in evidence.table.get("header") or ()
        if cell.get("column") in ("description", "article_number")
    )  # fmt: skip
    if len(money) < 2 or _OF_PARTS.search(names):
        return []
    return [Oddity(None, f"the columns {' and '.join(money)} hold money: is it a parts list?")]


def header_as_heading(evidence: Evidence) -> list[Oddity]:
    """Section headings made of words of the header: a piece of it was taken for a heading."""
    cells = evidence.table.get("header") or ()
    printed = {word for cell in cells for word in str(cell.get("text") or "").casefold().split()}
    headings = dict.fromkeys(str(row.get("section") or "") for row in evidence.rows)
    return [
        Oddity(None, f"the heading {heading[:40]!r} is a piece of the header")
        for heading in headings
        if heading and set(heading.casefold().split()) <= printed
    ]


def mistaken_columns(evidence: Evidence) -> list[Oddity]:
    """Columns whose cells are those of another one, which the list lacks."""
    figures = ("quantity", "weight", "total_weight")
    lacks = {name for name in figures if not any(evidence.column(name))}
    texts = [t for t in evidence.column("description") if not is_none(t)]
    numbers = [parse_number(t) for t in texts]
    found = []
    counts = all(n and (not n.decimals or n.unit not in ("", "kg")) for n in numbers)
    if len(texts) >= 2 and "quantity" in lacks and counts:
        found.append(Oddity(None, "the description column holds nothing but numbers"))
    others = sorted({n for texts in evidence.texts for n in texts if n.startswith("extra ")})
    for name in others:
        if "weight" in lacks and _multiply(evidence, name, "total_weight"):
            found.append(Oddity(None, f"{label(name)!r} holds the weights of one piece"))
        if "total_weight" in lacks and _multiply(evidence, "weight", name):
            found.append(Oddity(None, f"{label(name)!r} holds the total weights"))
        if "quantity" in lacks and _counts_without_header(evidence, name):
            found.append(Oddity(None, f"{label(name)!r} has no header and may be the quantity"))
    return found


def unnamed_names(evidence: Evidence) -> list[Oddity]:
    """Words in nearly every row under a header that was not read, in a list without names."""
    cells = evidence.table.get("header") or ()
    if any(cell.get("column") == "description" for cell in cells):
        return []
    blank = sum(not str(cell.get("text") or "").strip() for cell in cells)
    others = sorted({n for texts in evidence.texts for n in texts if n.startswith("extra ")})
    known = {f"extra {cell.get('text')}" for cell in cells}
    for name in others if blank else ():
        texts = [text for text in evidence.column(name) if _WORD.search(text) and " " in text]
        if name not in known and len(texts) >= max(2, MOST * len(evidence.rows)):
            told = f"{label(name)!r} has no header and may say what the parts are"
            return [Oddity(None, told)]
    return []


def _counts_without_header(evidence: Evidence, name: str) -> bool:
    """Whether nearly all rows have a count (12, 2 ST, 9.8 M) in a column under no header."""
    if evidence.layout.headers and name in evidence.layout.headers:
        return False
    counts = [
        text
        for text in evidence.column(name)
        if (n := parse_number(text)) and (not n.decimals or n.unit not in ("", "kg"))
    ]
    return len(counts) >= max(2, MOST * len(evidence.rows))


def is_section_mark(text: str) -> bool:
    """Whether a text marks a section of a view (A - A), which at times stands beside a header."""
    return bool(_SECTION_MARK.fullmatch(text.strip()))


def is_dash_number(text: str) -> bool:
    """Whether a header names a version of the part by its dash number (-1, QTY REQD -2) or letter
    (STK VAR. A).
    """
    return bool(_DASH_NUMBER.search(text.strip()))


def _multiply(evidence: Evidence, piece: str, row: str) -> bool:
    """Whether two cells or more of column ``row``, and no others, are quantity x ``piece``."""
    fits = several = 0
    for count, texts in zip(evidence.weights.quantity, evidence.texts, strict=True):
        for mark in ("", ".", ","):
            one = parse_number(texts.get(piece, ""), mark)
            all_ = parse_number(texts.get(row, ""), mark)
            if not count or not one or not one.value or not all_:
                continue
            if abs(count * one.value - all_.value) <= all_.half + count * one.half:
                fits, several = fits + 1, several + (count > 1)
                break
        else:
            if texts.get(row, "").strip() and texts.get(piece, "").strip():
                return False
    return fits >= 2 and several >= 1
