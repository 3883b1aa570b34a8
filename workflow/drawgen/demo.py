"""The bundled demo set: a small project folder with good, difficult and broken drawings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from . import broken
from .draw import draw_drawing
from .folder import Entry, generator, write
from .spec import SIX, Drawing, Sheet, Table
from .truth import FileTruth, PageTruth

OVER_LIMIT = 101 * 1024 * 1024
"""Bytes of the file that is over the size limit of 100 MB (sparse)."""

EN = Table()
DE = Table(language="de", decimal=",", thousands=".")
NO_POSITION = ("quantity", "article_number", "description", "weight")
SOLIDWORKS = ("position", "article_number", "description", "quantity")
INVENTOR = ("position", "quantity", "article_number", "description", "material")
ISOMETRIC = ("position", "description", "length", "article_number", "quantity")
PLAIN = frozenset({"title_block", "notes"})
LINES = frozenset({"title_block", "coordinates", "notes"})
DECOYS = frozenset(
    {"title_block", "revisions", "item_revisions", "coordinates", "variants", "notes", "dimensions"}
)


def _sheet(seed: int, table: Table, **dimensions: Any) -> Sheet:
    values = {"language": table.language, "font_size": 8.5, **dimensions}
    values.setdefault("segments", 2500 if values.get("scene") == "platform" else 500)
    return Sheet(seed=seed, tables=(replace(table, seed=seed),), **values)


def _one(seed: int, table: Table, **dimensions: Any) -> Drawing:
    """A file of one sheet with one list."""
    return Drawing((_sheet(seed, table, **dimensions),))


def _stacks(seed: int, table: Table, **dimensions: Any) -> Drawing:
    """One list in two stacks side by side."""
    sheet = _sheet(seed, table, stacked="across", **dimensions)
    half = (table.rows + 1) // 2
    parts = [replace(sheet.tables[0], part=part) for part in ((0, half), (half, table.rows))]
    return Drawing((replace(sheet, tables=tuple(parts)),))


def _pages(seed: int, table: Table, cuts: tuple[int, ...], **dimensions: Any) -> Drawing:
    """One list that goes on over several sheets, cut after these rows."""
    edges = (0, *cuts, table.rows)
    sheet = _sheet(seed, table, **dimensions)
    sheets = []
    for page, part in enumerate(pairwise(edges)):
        tables = (replace(sheet.tables[0], part=part),)
        sheets.append(replace(sheet, seed=seed + page, tables=tables))
    return Drawing(tuple(sheets))


def _supports() -> dict[str, Drawing]:
    """Pipe supports of one line, in English."""
    return {
        "KKS 1LBA/1LBA10BQ001.pdf": _one(
            11, replace(EN, rows=9), codes=("1LBA10BQ001",), title="PIPE SUPPORT DN 250"
        ),
        "KKS 1LBA/1LBA10BQ002-005 four hangers.pdf": _one(
            12, replace(EN, rows=12, caption=True), scene="hanger", title="CONSTANT HANGER",
            codes=("1LBA10BQ002", "1LBA10BQ003", "1LBA10BQ004/SU", "1LBA10BQ005/SU"),
        ),
        "KKS 1LBA/{rev} A.pdf": _one(
            13, replace(EN, rows=7, header_style="grouped", equal_rows=True),
            codes=("1LBA10BQ006",), title="PIPE GUIDE DN 150",
        ),
        "KKS 1LBA/rev B/1LBA10BQ001.pdf": _one(
            14, replace(EN, rows=10, weight_decimals=2, weight_unit=" kg"),
            codes=("1LBA10BQ001/SU", "1LBA10BQ011"), title="PIPE SUPPORT DN 250",
        ),
        "KKS 1LBA/Spring hangers (2 sheets).pdf": _pages(
            15, replace(EN, rows=36, positions="tens", spelling=1), (20,), scene="hanger",
            codes=("1LBA20BQ001", "1LBA20BQ002"), title="SPRING HANGERS",
        ),
    }  # fmt: skip


def _halterungen() -> dict[str, Drawing]:
    """Pipe supports of another line, in German."""
    return {
        "KKS 2LAB/1LBA10BQ001.pdf": _one(
            21, replace(DE, rows=8, header="bottom"), place="bottom-right",
            codes=("2LAB30BQ001",), title="ROHRHALTERUNG DN 200",
        ),
        "KKS 2LAB/Träger größe.pdf": _one(
            22, replace(DE, rows=11, spelling=1, weight_decimals=2),
            codes=("2LAB30BQ002", "2LAB30BQ003/SU"), title="TRÄGER FÜR ROHRHALTERUNG",
        ),
        "KKS 2LAB/Führung & Gleitlager (3 Blatt).pdf": Drawing(
            tuple(
                _sheet(
                    230 + i, replace(DE, rows=6 + 2 * i, spelling=i), title="GLEITLAGER",
                    codes=tuple(f"2LAB30BQ{101 + i + n}" for n in range(i + 1)),
                )
                for i in range(3)
            )
        ),
        "KKS 2LAB/Konstanthänger 50%.pdf": _one(
            24, replace(DE, rows=9, header_style="grouped", ruling="rows"), rotate=90,
            scene="hanger", codes=("2LAB40BQ001",), title="KONSTANTHÄNGER",
        ),
        "KKS 2LAB/Blatt #7; gedreht.pdf": _one(
            25, replace(DE, rows=8, wrap="centred"), rotate=270, kks_style="rotated",
            codes=("2LAB40BQ007",), title="FESTPUNKT",
        ),
    }  # fmt: skip


def _steelwork() -> dict[str, Drawing]:
    """Platforms and their details, in German."""
    return {
        "Stahlbau/a b'c\".pdf": _one(
            31, replace(DE, rows=14, spelling=2, align="centre"), scene="platform",
            title="BÜHNE +12,50", kks=0,
        ),
        "Stahlbau/BUEHNE +12,50.PDF": _one(
            32, replace(DE, rows=22, spelling=1), size="A2", font_size=10.0, scene="platform",
            segments=20_000, codes=("0UMA10BQ200",), title="BÜHNE +12,50",
        ),
        "Stahlbau/Gitterrost 100000.pdf": _one(
            33, replace(DE, rows=16, thousands="", weight_unit="kg"), size="A1", font_size=14.0,
            scene="platform", segments=100_000, codes=("0UMA10BQ210", "0UMA10BQ211/SU"),
            title="GITTERROSTPLAN",
        ),
        "Stahlbau/ohne Linien.pdf": _one(
            34, replace(DE, rows=10, ruling="none"), decoys=DECOYS, title="KNOTEN 7", kks=0,
        ),
        "Stahlbau/Schrauben $(2).pdf": _one(
            35, replace(DE, rows=8, columns=(*SIX[:4], "material", "standard", *SIX[4:])),
            font_size=7.5, scene="platform", title="SCHRAUBENLISTE", kks=0,
        ),
        "Stahlbau/Doppelliste.pdf": _stacks(
            36, replace(DE, rows=24), font_size=7.0, codes=("0UMA10BQ220",), title="UNTERSTÜTZUNG",
        ),
    }  # fmt: skip


def _isometrics() -> dict[str, Drawing]:
    """Piping isometrics: no rulings, section headings between the rows."""
    return {
        "Isometrics/Line 12-HFD-4711 sheet 1.pdf": _one(
            41,
            replace(
                EN, columns=ISOMETRIC, rows=15, ruling="none", sections=3, quantity_units=True,
                spelling=3, total=False,
            ),
            decoys=LINES, scene="isometric", codes=("1LAB10BQ301", "1LAB10BQ302/SU"),
            title="12-HFD-4711",
        ),
        "Isometrics/Line 12-HFD-4711 sheet 2.pdf": _one(
            42, replace(EN, rows=18, ruling="header", sections=2, spelling=1),
            decoys=LINES, scene="isometric", codes=("1LAB10BQ303",), title="12-HFD-4711",
        ),
    }  # fmt: skip


def _vendors() -> dict[str, Drawing]:
    """Other offices: the column orders and layouts of their CAD programs."""
    return {
        "Vendors/Nordic AS/assembly.pdf": _one(
            51, replace(EN, columns=SOLIDWORKS, rows=7, spelling=1, total=False), size="B",
            place="bottom-left", decoys=DECOYS, kks=0, font="Vera", title="RIGID STRUT",
        ),
        "Vendors/Nordic AS/assembly 2.pdf": _one(
            52,
            replace(
                EN, columns=INVENTOR, rows=11, spelling=2, header="bottom", total=False,
                split_words=True, empty=0.15,
            ),
            place="bottom-right", kks=0, font="Vera", font_size=8.0, title="SLIDE BEARING",
        ),
        "Vendors/Tubos S.A./soporte nº 3.pdf": _one(
            53, Table(language="es", decimal=",", rows=8), codes=("3LBB10BQ003",),
            title="SOPORTE DE TUBERÍA",
        ),
        "Vendors/Rurociągi/podpora 7.pdf": _one(
            54, Table(language="pl", decimal=",", rows=9, positions="gaps"), scene="hanger",
            codes=("3LBB10BQ007",), title="ZAWIESIE SPRĘŻYNOWE",
        ),
        "Vendors/no pos/list.pdf": _one(
            55,
            replace(EN, columns=NO_POSITION, rows=8, weight_means="row", dash=0.1, ruling="outer"),
            codes=("3LBB20BQ001",), placement="char", units=0.1, title="ANCHOR",
        ),
        "Vendors/no pos/anchor 2.pdf": _one(
            56, replace(EN, rows=10, positions="repeated", ruling="columns"), overprint=True,
            codes=("3LBB20BQ002",), font="Times-Roman", title="ANCHOR",
        ),
        "Vendors/Sideways/plot 1.pdf": _one(
            57, replace(EN, rows=9, spelling=1), sideways=90, origin=(-421.0, -595.5),
            codes=("3LBB20BQ003",), title="PIPE SUPPORT",
        ),
        "Vendors/Sideways/plot 2.pdf": _one(
            58, replace(DE, rows=9, spelling=3), rotate=180, xobject=True, font="Courier",
            font_size=7.0, scene="hanger", codes=("3LBB20BQ004",), title="FEDERHÄNGER",
        ),
        "Vendors/Sideways/wrong total.pdf": _one(
            61, replace(EN, rows=8, wrong_total=True), codes=("3LBB20BQ005",), title="PIPE SUPPORT",
        ),
    }  # fmt: skip


def good() -> dict[str, Drawing]:
    """The drawings that can be read, by name."""
    return {**_supports(), **_halterungen(), **_steelwork(), **_isometrics(), **_vendors()}


EMPTY_LIST = _one(
    71, replace(DE, rows=0, total=False), decoys=PLAIN, codes=("2LAB30BQ900",), title="VORLAGE"
)
NO_LIST = Drawing(
    (
        Sheet(
            seed=72, language="de", tables=(), decoys=DECOYS, scene="platform",
            codes=("2LAB30BQ901",), title="ÜBERSICHT",
        ),
    )
)  # fmt: skip
PASTED = _one(
    73, replace(EN, rows=9, spelling=1), tables_as="picture", codes=("3LBB20BQ006",), title="CLAMP"
)
SCANNED = _sheet(74, replace(EN, rows=9, spelling=1), title="PIPE SUPPORT")


def bad() -> list[Entry]:
    """The files that give no rows."""

    def fails(code: str) -> FileTruth:
        return FileTruth([], code, 0)

    def no_data() -> tuple[bytes, FileTruth]:
        data, truth = draw_drawing(EMPTY_LIST)
        for page in truth.pages:
            page.tables = []
        truth.error_code = "NO_DATA"
        return data, truth

    def no_anchor() -> tuple[bytes, FileTruth]:
        data, truth = draw_drawing(NO_LIST)
        truth.error_code = "NO_ANCHOR"
        return data, truth

    def scan() -> tuple[bytes, FileTruth]:
        page = PageTruth(*broken.A3)
        page.unreadable = [("picture", (0.0, 0.0, *broken.A3))]
        return broken.scan(SCANNED), FileTruth([page], "NO_TEXT", kind="scanned")

    return [
        ("Archive/empty file.pdf", lambda: (broken.empty(), fails("FILE_EMPTY")), 0),
        ("Archive/garbage.pdf", lambda: (broken.garbage(), fails("INVALID_PDF")), 0),
        ("Archive/truncated.pdf", lambda: (broken.truncated(), fails("INVALID_PDF")), 0),
        ("Archive/password.pdf", lambda: (broken.encrypted(), fails("ENCRYPTED")), 0),
        ("Archive/no pages.pdf", lambda: (broken.no_pages(), fails("NO_PAGES")), 0),
        ("Archive/too large.pdf", lambda: (b"%PDF-1.4\n", fails("FILE_TOO_LARGE")), OVER_LIMIT),
        ("Archive/scan 1987.pdf", scan, 0),
        ("Vendors/Sideways/pasted list.pdf", partial(draw_drawing, PASTED), 0),
        ("KKS 2LAB/Übersicht ohne Stückliste.pdf", no_anchor, 0),
        ("KKS 2LAB/Vorlage leer.pdf", no_data, 0),
    ]


def entries() -> list[Entry]:
    """Every file of the demo set."""
    drawn: list[Entry] = [(n, partial(draw_drawing, d), 0) for n, d in good().items()]
    return drawn + bad()


def write_demo(folder: Path) -> bool:
    """Write the demo set and its ``truth.json``; False when it was complete already.

    Raises:
        OSError: the folder cannot be written.
    """
    return write(folder, entries, f"{generator()} demo")
