"""Whether a header is that of another table: revisions, coordinates, a title block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bomflow.proof.columns import is_dash_number
from bomflow.table.header.columns import Column
from bomflow.table.header.folding import fold
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_drawing_number

_AXIS = re.compile(r"[xy]( ?(loc|pos|dim|coord))?")
_DATA = {"value", "values", "wert", "werte", "valeur", "valor", "valore", "wartosc", "hodnota"}
_NAMES = ("article_number", "description")
# What drawings and documents have beside their revision, and parts have not.
_SHEETS = {"sheet", "sht", "page", "blatt", "feuille", "folio", "hoja", "arkusz", "foglio", "лист"}
_STATES = {"status", "purpose", "issue purpose", "issued for", "copies", "sheets", "no of sheets"}


def refused(columns: list[Column], hopeful: bool = True) -> bool:
    """Whether the header is that of another table (revisions, coordinates, title block).

    ``hopeful``: the rows are not read yet, so NO. may turn out to be the quantity.
    """
    names = {c.name for i, c in enumerate(columns) if c.name and not _signs(columns, i)}
    if hopeful and any(map(_may_be_quantity, columns)):
        names.add("quantity")
    if any(is_dash_number(c.text) for c in columns):
        names.add("quantity")  # of each version
    articles = _names_articles(columns)
    lone = hopeful and articles and any(c.text and not c.meaning.columns for c in columns)
    if not names & {"quantity", "position"} and not lone:
        return True
    if names.isdisjoint(_NAMES):
        # what the parts are may stand under a word that nobody listed, beside three that are
        listed = [c for c in columns if c.meaning.columns and c.meaning.strength >= STRONG]
        unlisted = [c for c in columns if c.text and c not in listed and not c.meaning.decoy]
        figures = names & {"position", "weight", "total_weight"}
        if not (hopeful and "quantity" in names and figures and listed[2:] and unlisted):
            return True
    decoys = sum(c.meaning.decoy for c in columns)
    if decoys and any(fold(c.text) in _STATES for c in columns):
        numbers = [c for c in columns if c.name == "article_number"]
        if any(is_drawing_number(c.text) for c in numbers):
            return True  # documents that are handed over
    axes = axes_of(columns)
    if {"x", "y"} <= axes and not any(c.name == "description" for c in columns):
        return True
    printed = [c for c in columns if c.text]
    numbered = "position" in names or any(
        c.name == "article_number" and not is_drawing_number(c.text) and fold(c.text) != "symbol"
        for c in columns
    )
    if printed and printed[0].meaning.decoy and not numbered:
        return True  # HOLE, WELD, NOZZLE, SPOOL: what the rows are
    if printed and fold(printed[0].text) in _SHEETS and not numbered:
        return True
    if decoys > 2 and any(c.name == "description" and c.meaning.decoy for c in columns):
        return True  # how many places a change has altered, what it is and when
    named = names - {"position"}
    if "description" not in names and decoys > 1 and decoys >= len(named):
        return True  # supports with their loads and travels, each by its number
    if "quantity" in names:
        return decoys > len(names) + ("position" in names or "description" in names)
    titled = [c for c in columns if c.name == "description" and "title" in fold(c.text).split(" ")]
    if decoys or (titled and any(fold(c.text) in _SHEETS for c in columns)):
        return True  # titles of drawings, and on which sheet each is
    if any(fold(c.text) in _DATA for c in columns):
        return True  # NO., DESCRIPTION, UNIT, VALUE
    # without a quantity: other words of parts lists must outnumber the unknown ones
    support = [
        c for c in columns if c.name is None and c.meaning.columns and c.meaning.strength >= 0.6
    ]
    unknown = [c for c in columns if c.text and not c.meaning.columns]
    if names & {"weight", "total_weight"} or any(map(_may_be_quantity, columns)):
        return False
    if any(c.name == "article_number" and is_drawing_number(c.text) for c in columns):
        return True  # a list of drawings
    if lone or (articles and "position" in names):
        return False  # what counts them may have a name that nobody listed
    if hopeful and any(c.name == "position" and "quantity" in c.meaning.columns for c in columns):
        return False
    if all(c.name != c.meaning.columns[0] for c in columns if c.name in _NAMES):
        return True  # NO., ITEM, UNIT, VALUE: data
    return not support or len(unknown) > len(support)


def _names_articles(columns: list[Column]) -> bool:
    """Whether columns number and name articles, and speak of no drawings nor of anything else."""
    sure = {c.name: c for c in columns if c.name and c.meaning.columns[:1] == (c.name,)}
    return (
        sure.keys() >= set(_NAMES)
        and not is_drawing_number(sure["article_number"].text)
        and not any(c.meaning.decoy for c in columns)
    )


def nameless(columns: list[Column]) -> bool:
    """Whether no column says what the parts are."""
    return not any(c.name in _NAMES for c in columns)


def is_axis(column: Column) -> bool:
    """Whether a column holds a coordinate: X, Y LOC."""
    folded = fold(column.text)
    return column.meaning.decoy and (folded == "z" or bool(_AXIS.fullmatch(folded)))


def axes_of(columns: Sequence[Column]) -> set[str]:
    """The axes of which a table has coordinates: x, y, z."""
    return {fold(c.text)[:1] for c in columns if is_axis(c)}


def _may_be_quantity(column: Column) -> bool:
    return column.name == "description" and "quantity" in column.meaning.columns


def _signs(columns: list[Column], i: int) -> bool:
    """Whether a column of names holds who has signed: a date or another such column is beside."""
    beside = columns[max(0, i - 1) : i] + columns[i + 1 : i + 2]
    dated = any(c.meaning.decoy and c.name is None for c in beside)
    return fold(columns[i].text) == "name" and dated
