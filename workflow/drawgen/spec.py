"""What a drawing looks like, as plain values: every field is a dimension of its own.

Nothing here draws. A specification and the seeds in it decide every byte of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")
"""The six columns of the product, in its order."""

LANGUAGES = ("en", "de", "pl", "es", "fr", "vi", "zh")
HEADERS = ("top", "bottom")
HEADER_STYLES = ("plain", "stacked", "grouped")
RULINGS = ("full", "rows", "columns", "outer", "header", "none")
WRAPS = ("none", "first", "centred")
ALIGNS = ("left", "centre", "mixed")
POSITIONS = ("count", "tens", "padded", "gaps", "descending", "repeated", "anew")
QUANTITY_FORMS = ("", "product", "bracket", "alternate")
LINES = ("plain", "double", "dashed", "fat")
ROUNDINGS = ("printed", "hidden")
PLACES = ("top-right", "top-left", "bottom-right", "bottom-left")
FONTS = ("Helvetica", "Times-Roman", "Courier", "Vera")
PLACEMENTS = ("run", "word", "char")
PRODUCERS = ("reportlab", "cad", "plotter", "cairo", "matplotlib-3", "matplotlib-42")
TEXT_ORDERS = ("rows", "columns", "shuffled")
SCENES = ("support", "hanger", "platform", "isometric")
TABLES_AS = ("text", "picture", "outlines", "annotated")
HIDDEN = ("", "invisible", "clipped")
KKS_STYLES = ("plain", "rotated", "spaced", "split")
DECOYS = (
    "title_block",
    "revisions",
    "item_revisions",
    "variants",
    "coordinates",
    "notes",
    "dimensions",
)
SIZES = {
    "A4": (842.0, 595.0),
    "A3": (1191.0, 842.0),
    "A2": (1684.0, 1191.0),
    "A1": (2384.0, 1684.0),
    "B": (1224.0, 792.0),
}
"""Upright landscape sheets: (width, height) in points."""


@dataclass(frozen=True)
class Table:
    """One parts list, or the part of one that stands in this place.

    ``seed`` decides the contents and ``part`` which of the ``rows`` rows are printed here: tables
    with the same seed and following parts are one list in several stacks or on several pages.
    """

    seed: int = 1
    language: str = "en"
    columns: tuple[str, ...] = SIX
    """Keys from left to right: the six, or keys of :data:`drawgen.words.EXTRAS`."""
    rows: int = 8
    part: tuple[int, int] | None = None
    one_header: bool = False
    """Of the parts of a list only the first prints a header; all are as wide as the whole list."""
    header: str = "top"
    header_style: str = "stacked"
    spelling: int = 0
    """Which of the header spellings of the language, counted round."""
    caption: bool = False
    ruling: str = "full"
    wrap: str = "first"
    split_words: bool = False
    """Break lines by the number of letters, in mid-word if need be (as Inventor does)."""
    overflow: bool = False
    """Long descriptions run into an empty neighbour cell instead of being wrapped."""
    align: str = "mixed"
    empty: float = 0.0
    """Share of the cells of text columns that are empty, 0..1."""
    dash: float = 0.0
    """Share of the cells of text columns that read '-'."""
    sections: int = 0
    """Number of section headings between the rows (header at the top only)."""
    repeat_header: int = 0
    """Repeat the header after this many rows; 0: never."""
    total: bool = True
    wrong_total: bool = False
    decimal: str = "."
    thousands: str = ""
    weight_unit: str = ""
    weight_decimals: int = 1
    weight_means: str = "unit"
    """'unit' or 'row': what a WEIGHT column alone stands for."""
    rounding: str = "printed"
    """'hidden': the row totals come from weights with more decimals than the printed ones."""
    quantity_units: bool = False
    positions: str = "count"
    equal_rows: bool = False
    """Two rows of the list are equal in every cell."""
    quantity_forms: str = ""
    """Some quantities read '2 x 3' (product), '6 (2)' (bracket) or '4 / 6' (alternate)."""
    assemblies: bool = False
    """Rows 1, 1.1, 1.2, 2 ...: a whole number is an assembly of the rows below it, and the TOTAL
    adds up the assemblies alone."""
    prepared: int = 0
    """The last so many rows are numbered in advance and hold nothing else."""
    second_total: bool = False
    """Below the TOTAL line another one, with an allowance for welds added."""
    merged: int = 0
    """So many rows have one cell together, every few rows, see :mod:`drawgen.merged`; 0: none."""
    blank_rows: int = 0
    """An empty strip after every so many rows; 0: none."""
    uneven: bool = False
    """Rows of unequal heights."""
    lines: str = "plain"
    """How rulings are drawn, see :mod:`drawgen.rulings`."""
    shaded: bool = False
    """Header and every second row on grey."""
    turned_header: bool = False
    """Header words of narrow columns stand upright, read from the right."""
    struck: int = 0
    """A line through every so-manieth row, which an older revision had; 0: none."""
    revision_marks: int = 0
    """A triangle with the number of a revision before every so-manieth row; 0: none."""
    tight: bool = False
    """Columns as narrow as their widest text: texts of two cells nearly touch."""
    squeezed: bool = False
    """Texts too long for their column are written narrower (Tz) instead of being wrapped."""
    touching: int = 0
    """So many descriptions run over the end of their column; the last of them, by length, touches
    or overlaps the text of the next cell. 0: none."""
    footnote: bool = False
    """A note right below the list (above it, where the header is at the bottom)."""


@dataclass(frozen=True)
class Sheet:
    """One page: the paper, how text is put on it, and what stands on it."""

    seed: int = 1
    size: str = "A3"
    tables: tuple[Table, ...] = (Table(),)
    place: str = "top-right"
    stacked: str = "down"
    """Several tables go 'down' from the corner, or 'across' (stacks side by side)."""
    language: str = "en"
    producer: str = "reportlab"
    """Who writes the PDF, see :mod:`drawgen.producers`; of one page, as joined files have it."""
    rotate: int = 0
    """/Rotate of the page; the sheet is displayed upright all the same."""
    sideways: int = 0
    """Degrees clockwise by which the whole sheet is displayed turned: 0, 90, 180, 270."""
    origin: tuple[float, float] = (0.0, 0.0)
    """Lower left corner of the media box."""
    user_unit: float = 1.0
    font: str = "Helvetica"
    font_size: float = 7.5
    placement: str = "run"
    units: float = 1.0
    """Size of a drawing unit in points; CAD programs write whole numbers of 0.1 or so."""
    overprint: bool = False
    xobject: bool = False
    text_order: str = "rows"
    scene: str = "support"
    segments: int = 1500
    """Path segments of the views, about; 0 leaves the views out."""
    decoys: frozenset[str] = frozenset({"title_block", "revisions", "notes", "dimensions"})
    tables_as: str = "text"
    """'picture': the lists are pasted images; 'outlines': their letters are strokes; 'annotated':
    they are strokes, with an annotation over each text that tells it, as AutoCAD writes them."""
    hidden: str = ""
    """Words inside the tables that nobody sees: 'invisible' (text mode 3) or 'clipped'."""
    kks: int = 1
    su: int = 0
    """Number of KKS codes, and of SU codes besides (their base codes are KKS codes too)."""
    codes: tuple[str, ...] = ()
    """These codes instead of random ones, SU codes with their ``/SU``."""
    kks_style: str = "plain"
    """'plain', 'rotated' (up the page), 'spaced' (blanks inside) or 'split' (several runs)."""
    title: str = ""


@dataclass(frozen=True)
class Drawing:
    """One file: its pages."""

    sheets: tuple[Sheet, ...] = field(default_factory=lambda: (Sheet(),))
