"""The bundled demo set: a small project folder with good, difficult and broken drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from . import broken
from .draw import draw_drawing
from .folder import Entry, generator, write
from .spec import SIX, Drawing, Sheet, Table
from .truth import FileTruth, PageTruth

OVER_LIMIT = 101 * 1024 * 1024
"""Bytes of the file that is over the size limit of 100 MB (sparse)."""

# The usual German list, with decimal commas.
DE = Table(language="de", decimal=",", thousands=".")
NO_POSITION = ("quantity", "article_number", "description", "weight")
SOLIDWORKS = ("position", "article_number", "description", "quantity")
INVENTOR = ("position", "quantity", "article_number", "description", "material")
ISOMETRIC = ("position", "description", "length", "article_number", "quantity")
SMALL = frozenset({"title_block", "notes"})
ALL_DECOYS = frozenset(
    {"title_block", "revisions", "item_revisions", "coordinates", "variants", "notes", "dimensions"}
)


def _one(seed: int, table: Table, **sheet: object) -> Drawing:
    values: dict[str, object] = {"language": table.language, **sheet}
    return Drawing((Sheet(seed=seed, tables=(replace(table, seed=seed),), **values),))  # type: ignore[arg-type]


def _stacks(seed: int, table: Table, **sheet: object) -> Drawing:
    """One list in two stacks side by side."""
    half = (table.rows + 1) // 2
    whole = replace(table, seed=seed)
    parts = (replace(whole, part=(0, half)), replace(whole, part=(half, whole.rows)))
    values: dict[str, object] = {"language": table.language, "stacked": "across", **sheet}
    return Drawing((Sheet(seed=seed, tables=parts, **values),))  # type: ignore[arg-type]


def _pages(seed: int, table: Table, cuts: tuple[int, ...], **sheet: object) -> Drawing:
    """One list that goes on over several sheets, cut after these rows."""
    whole = replace(table, seed=seed)
    edges = (0, *cuts, table.rows)
    sheets = []
    for page, part in enumerate(zip(edges, edges[1:], strict=False)):
        values: dict[str, object] = {"language": table.language, **sheet}
        here = (replace(whole, part=part),)
        sheets.append(Sheet(seed=seed + page, tables=here, **values))  # type: ignore[arg-type]
    return Drawing(tuple(sheets))


def good() -> dict[str, Drawing]:
    """The drawings that can be read, by name."""
    en = Table()
    return {
        # --- pipe supports of one line, English
        "KKS 1LBA/1LBA10BQ001.pdf": _one(11, replace(en, rows=9), kks=1),
        "KKS 1LBA/1LBA10BQ002-005 four supports.pdf": _one(
            12, replace(en, rows=12, caption=True), kks=4, su=2
        ),
        "KKS 1LBA/{rev} A.pdf": _one(
            13, replace(en, rows=7, header_style="grouped", equal_rows=True), kks=1
        ),
        "KKS 1LBA/rev B/1LBA10BQ001.pdf": _one(
            14, replace(en, rows=10, weight_decimals=2, weight_unit=" kg"), kks=1, su=1
        ),
        "KKS 1LBA/Spring hangers.pdf": _pages(
            15, replace(en, rows=34, positions="tens", spelling=1), (20,), kks=2
        ),
        # --- the same in German
        "KKS 2LAB/1LBA10BQ001.pdf": _one(
            21, replace(DE, rows=8, header="bottom"), place="bottom-right", kks=1
        ),
        "KKS 2LAB/Träger größe.pdf": _one(
            22, replace(DE, rows=11, spelling=1, weight_decimals=2), kks=2, su=1
        ),
        "KKS 2LAB/Führung & Gleitlager (3 Blatt).pdf": Drawing(
            tuple(
                Sheet(
                    seed=230 + i,
                    language="de",
                    tables=(replace(DE, seed=230 + i, rows=6 + 2 * i, spelling=i),),
                    kks=1 + i,
                )
                for i in range(3)
            )
        ),
        "KKS 2LAB/Konstanthänger 50%.pdf": _one(
            24, replace(DE, rows=9, header_style="grouped", ruling="rows"), rotate=90, kks=1
        ),
        "KKS 2LAB/Blatt #7; gedreht.pdf": _one(
            25, replace(DE, rows=8, wrap="centred"), rotate=270, kks=1, kks_style="rotated"
        ),
        # --- steelwork
        "Stahlbau/a b'c\".pdf": _one(31, replace(DE, rows=14, spelling=2, align="centre")),
        "Stahlbau/BUEHNE +12,50.PDF": _one(
            32, replace(DE, rows=22, spelling=1), size="A2", segments=20_000, kks=1
        ),
        "Stahlbau/Gitterrost 100000.pdf": _one(
            33, replace(DE, rows=16, thousands="", weight_unit="kg"), size="A1",
            font_size=11.0, segments=100_000, kks=2,
        ),
        "Stahlbau/ohne Linien.pdf": _one(
            34, replace(DE, rows=10, ruling="none", wrap="first"), decoys=ALL_DECOYS
        ),
        "Stahlbau/Schrauben $(2).pdf": _one(
            35, replace(DE, rows=8, columns=(*SIX[:4], "material", "standard", *SIX[4:]))
        ),
        "Stahlbau/Doppelliste.pdf": _stacks(36, replace(DE, rows=24), kks=1),
        # --- piping isometrics: no rulings, headings, the header again
        "Isometrics/Line 12-HFD-4711 sheet 1.pdf": _one(
            41,
            replace(
                en, columns=ISOMETRIC, rows=15, ruling="none", sections=3, quantity_units=True,
                spelling=3, total=False,
            ),
            decoys=frozenset({"title_block", "coordinates", "notes"}), kks=1, su=1,
        ),
        "Isometrics/Line 12-HFD-4711 sheet 2.pdf": _one(
            42,
            replace(en, rows=18, ruling="header", sections=2, repeat_header=0, spelling=1),
            decoys=frozenset({"title_block", "coordinates"}), kks=2,
        ),
        # --- other offices: column orders and layouts of their CAD programs
        "Vendors/Nordic AS/assembly.pdf": _one(
            51, replace(en, columns=SOLIDWORKS, rows=7, spelling=1, total=False), size="B",
            place="bottom-left", decoys=ALL_DECOYS, kks=0, font="Vera", font_size=8.0,
        ),
        "Vendors/Nordic AS/assembly 2.pdf": _one(
            52,
            replace(
                en, columns=INVENTOR, rows=11, spelling=2, header="bottom", total=False,
                split_words=True, empty=0.15,
            ),
            place="bottom-right", kks=0, font="Vera", font_size=8.0,
        ),
        "Vendors/Tubos S.A./soporte nº 3.pdf": _one(
            53, replace(en, language="es", decimal=",", rows=8), kks=1
        ),
        "Vendors/Rurociągi/podpora 7.pdf": _one(
            54, replace(en, language="pl", decimal=",", rows=9, positions="gaps"), kks=1
        ),
        "Vendors/no pos/list.pdf": _one(
            55,
            replace(en, columns=NO_POSITION, rows=8, weight_means="row", dash=0.1, ruling="outer"),
            kks=1, placement="char", units=0.1,
        ),
        "Vendors/no pos/LIST.PDF": _one(
            56, replace(en, rows=10, positions="repeated", ruling="columns"), kks=1,
            overprint=True, font="Times-Roman", font_size=8.5,
        ),
        "Vendors/Sideways/plot 1.pdf": _one(
            57, replace(en, rows=9, spelling=1), sideways=90, kks=1, origin=(-421.0, -595.5)
        ),
        "Vendors/Sideways/plot 2.pdf": _one(
            58, replace(DE, rows=9, spelling=3), rotate=180, kks=1, xobject=True, font="Courier",
            font_size=6.5,
        ),
        # --- a total that is wrong on the drawing itself
        "Check/wrong total.pdf": _one(61, replace(en, rows=8, wrong_total=True), kks=1),
    }  # fmt: skip


def bad() -> dict[str, tuple[Callable[[], bytes], FileTruth, int]]:
    """The files that give no rows: bytes, truth, and the size they are extended to."""

    def fails(code: str, pages: list[PageTruth] | None = None, kind: str = "vector") -> FileTruth:
        return FileTruth(pages or [], code, None if pages else 0, kind)

    blank = _one(71, replace(DE, rows=0, total=False), decoys=SMALL)
    no_list = Drawing((Sheet(seed=72, language="de", tables=(), decoys=ALL_DECOYS, kks=1),))
    none_read = draw_drawing(blank)[1].pages
    for page in none_read:
        page.tables = []
    codes_only = draw_drawing(no_list)[1].pages
    return {
        "Archive/empty file.pdf": (broken.empty, fails("FILE_EMPTY"), 0),
        "Archive/garbage.pdf": (broken.garbage, fails("INVALID_PDF"), 0),
        "Archive/truncated.pdf": (broken.truncated, fails("INVALID_PDF"), 0),
        "Archive/password.pdf": (broken.encrypted, fails("ENCRYPTED"), 0),
        "Archive/no pages.pdf": (broken.no_pages, fails("NO_PAGES"), 0),
        "Archive/scan 1987.pdf": (
            _scan, fails("NO_TEXT", [PageTruth(*broken.A3)], "scanned"), 0
        ),
        "Archive/too large.pdf": (
            lambda: b"%PDF-1.4\n", fails("FILE_TOO_LARGE"), OVER_LIMIT
        ),
        "KKS 2LAB/Übersicht ohne Stückliste.pdf": (
            lambda: draw_drawing(no_list)[0], fails("NO_ANCHOR", codes_only), 0
        ),
        "KKS 2LAB/Vorlage leer.pdf": (
            lambda: draw_drawing(blank)[0], fails("NO_DATA", none_read), 0
        ),
    }  # fmt: skip


def write_demo(folder: Path) -> bool:
    """Write the demo set and its ``truth.json``; False when it was complete already.

    Raises:
        OSError: the folder cannot be written.
    """

    def entries() -> list[Entry]:
        drawn: list[Entry] = [
            (name, lambda d=drawing: draw_drawing(d), 0) for name, drawing in good().items()
        ]
        for name, (make, truth, size) in bad().items():
            drawn.append((name, lambda m=make, t=truth: (m(), t), size))
        return drawn

    return write(folder, entries, f"{generator()} demo")


def _scan() -> bytes:
    return broken.scan()
