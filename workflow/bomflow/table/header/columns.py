"""Columns and the header band that names them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from bomflow.page.rulings import Ruling
from bomflow.page.words import Word
from bomflow.proof.columns import is_dash_number
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG, Meaning
from bomflow.table.header.ranks import number_rank, says_number
from bomflow.table.header.spellings import PRICES, SHAPES, TOTAL_WORDS
from bomflow.table.layout import text_lines

STACK = 2.6  # header lines lie within this many font sizes of the main line
_DIAMETERS = {"dn", "nb", "nps", "nw"}
_SUMS = {"小計", "小计", "合計", "合计", "总计", "總計", "총계"}  # of weights, or of prices
_OF_PARTS = {"material", "size"}  # of what another column names
_LENGTHS = {"length", "len", "lg", "long", "lange", "laenge"}


@dataclass
class Column:
    """One printed column: its header and its horizontal bounds (None until they are known)."""

    text: str
    words: list[Word]
    meaning: Meaning
    left: float | None = None
    right: float | None = None
    name: str | None = None
    guessed: bool = False  # named by what it holds, though nobody listed its header
    over: list[Word] = field(default_factory=list)  # of a group cell above several columns

    @property
    def span(self) -> tuple[float, float]:
        """Horizontal extent of the header words; of the bounds when there are none."""
        if self.words:
            return min(w.x0 for w in self.words), max(w.x1 for w in self.words)
        return self.left or 0.0, self.right or 0.0


@dataclass
class Band:
    """A header: its box, its columns and the vertical rulings that bound them."""

    top: float
    bottom: float
    x0: float
    x1: float
    size: float
    columns: list[Column]
    bounds: list[Ruling] = field(default_factory=list)
    boxed: bool = False  # whether rulings closed it above and below
    lids: tuple[float, float] | None = None  # extent of lines across beside an open header
    beside: tuple[float, float] = (float("-inf"), float("inf"))  # where other tables begin
    reach: float = 2.5  # font sizes that texts of the outer columns stand out beside their headers

    @property
    def words(self) -> list[Word]:
        """Every header word once."""
        seen: dict[int, Word] = {}
        for c in self.columns:
            for w in (*c.words, *c.over):
                seen[id(w)] = w
        return list(seen.values())


def make_column(
    words: list[Word],
    vocabulary: Vocabulary,
    left: float | None = None,
    right: float | None = None,
) -> Column:
    """The column of a header cell that holds ``words``."""
    text = " ".join(w.text for line in text_lines(words) for w in line)
    return Column(text, words, vocabulary.meaning(text), left, right)


def grouped(column: Column, over: list[Word], vocabulary: Vocabulary) -> Column:
    """The column with the words ``over`` it set apart as those of a group cell.

    The group says what the column is where its own words do not: QTY over LEFT and RIGHT.
    """
    above = {id(w) for w in over}
    words = [w for w in column.words if id(w) not in above]
    meaning, group = column.meaning, make_column(over, vocabulary).meaning
    if (
        meaning.strength < STRONG <= group.strength
        and not make_column(words, vocabulary).meaning.columns
    ):
        # Less sure than a column that says it by itself (QTY over LEFT, RIGHT and TOTAL).
        meaning = group._replace(strength=STRONG, decoy=meaning.decoy)
    return replace(column, words=words, over=over, meaning=meaning)


def name_columns(columns: list[Column]) -> None:
    """Give every column its name among the six, each at most once, or None (an extra column)."""
    taken: set[str] = set()
    for c in columns:
        c.name = None
        c.guessed = False
    sure = [c for c in columns if c.meaning.columns and c.meaning.strength >= STRONG]
    if any(fold(c.text) in _DIAMETERS for c in columns):
        sure = [c for c in sure if fold(c.text) != "pn"]  # a nominal pressure, no part number
    # sure names first, then ambiguous ones; other numbers only for want of an article number
    order = sorted(
        sure,
        key=lambda c: (
            c.meaning.decoy, number_rank(c.text), len(c.meaning.columns) > 1, -c.meaning.strength,
            says_number(c.text) if c.meaning.columns[0] == "article_number" else 0,
        ),
    )  # fmt: skip
    for c in order:
        names = c.meaning.columns
        if names[0] == "weight" and "weight" in taken and "total_weight" not in taken:
            names = ("total_weight",)
        for name in names:
            if name == "extra":
                break
            if name == "article_number" and name != names[0] and _is_numbered(order, c):
                continue  # DESIGNATION beside DESCRIPTION and ORDER NUMBER
            if name not in taken:
                c.name = name
                taken.add(name)
                break
    _first_position(columns)
    _sum_of_prices(columns, taken)
    _versions(columns, taken)
    _first_quantity(columns)
    _last_resort(sure, columns[0], taken)


def _first_position(columns: list[Column]) -> None:
    """Of two columns that may be the position or the article number (ID, TAG) the one that begins
    the list is the position.
    """
    other = next((c for c in columns if c.name == "position"), None)
    first = columns[0]
    if first.name == "article_number" and other is not None:
        same = set(first.meaning.columns) == set(other.meaning.columns)
        if same and "position" in first.meaning.columns:
            first.name, other.name = other.name, first.name


def _sum_of_prices(columns: list[Column], taken: set[str]) -> None:
    """A sum beside a price in a list without weights is one of money: 単価 | 小計."""
    for before, c in pairwise(columns):
        priced = not PRICES.isdisjoint(fold(before.text).split(" "))
        if priced and c.name == "total_weight" and fold(c.text) in _SUMS and "weight" not in taken:
            c.name = None
            taken.discard("total_weight")


def _is_numbered(columns: list[Column], other: Column) -> bool:
    """Whether a column beside the ``other`` means the article number, of a catalogue or supplier
    maybe, before all.
    """
    return any(
        c is not other and c.meaning.columns[0] == "article_number" and number_rank(c.text) < 2
        for c in columns
    )


def _first_quantity(columns: list[Column]) -> None:
    """Of columns per configuration (Default QTY., LONG QTY.) the first one is the quantity."""
    alike = [
        c for c in columns
        if c.meaning.columns[:1] == ("quantity",) and c.name in (None, "quantity")
    ]  # fmt: skip
    heads = [fold(c.text).split(" ") for c in alike]
    for c, head in zip(alike, heads, strict=True):
        if c.name == "quantity" and len(head) > 1 and set(head).isdisjoint(TOTAL_WORDS):
            same = [
                o for o, h in zip(alike, heads, strict=True) if len(h) > 1 and h[-1] == head[-1]
            ]
            if not set(fold(same[0].text).split(" ")) & TOTAL_WORDS:
                c.name, same[0].name = None, "quantity"
            return


def _versions(columns: list[Column], taken: set[str]) -> None:
    """Columns headed by dash numbers hold how many each version needs: one is the quantity."""
    versions = [c for c in columns if is_dash_number(c.text)]
    for c in versions:
        if c.name == "quantity":
            c.name = None
            taken.discard("quantity")
    if len(versions) == 1 and "quantity" not in taken:
        versions[0].name = "quantity"
        taken.add("quantity")


def _last_resort(columns: list[Column], first: Column, taken: set[str]) -> None:
    """Name what a list must have by words that mostly mean something else (NB, PROFILE).

    The material of what an article number names is no description, all else (its profile) is.
    SIZE is one beside LENGTH (bars, pipes), of a hole it is none. What the ``first`` column may
    mean is the position.
    """
    if not any(set(fold(c.text).split(" ")) & _LENGTHS for c in columns):
        columns = [c for c in columns if fold(c.text) != "size"]
    shapes = [c for c in columns if set(fold(c.text).split(" ")) & SHAPES]
    told = [c for c in columns if set(fold(c.text).split(" ")).isdisjoint(_OF_PARTS)]
    for name, spare in (
        ("quantity", columns),
        ("description", [*shapes, *(told if "article_number" in taken else columns)]),
    ):
        for c in spare:
            spare_name = name in c.meaning.columns and c.meaning.columns[0] == "extra"
            if spare_name and c.name is None and name not in taken:
                c.name = name
                taken.add(name)
    may = first.meaning.columns if first in columns and first.name is None else ()
    if may[:1] == ("extra",) and "position" in may and "position" not in taken:
        first.name = "position"  # ASSEMBLY, MERK
        taken.add("position")
    if taken.isdisjoint(("position", "quantity")) and "article_number" in taken:
        for c in columns:  # NOMBRE without a number of its own before it
            if c.name == "description" and "quantity" in c.meaning.columns:
                c.name = "quantity"
                return
        for other in columns:  # DESIGNATOR and COMPONENT, of which NUMBER says how many
            codes = other.meaning.columns[0] == "article_number" and other.name is None
            for c in columns if codes and "description" in taken else ():
                if c.name == "article_number" and "quantity" in c.meaning.columns:
                    c.name, other.name = "quantity", "article_number"
                    return


def column_index(columns: list[Column], name: str) -> int | None:
    """Index of the column of that name."""
    return next((i for i, c in enumerate(columns) if c.name == name), None)
