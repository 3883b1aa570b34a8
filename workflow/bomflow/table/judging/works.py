"""Tables that count as parts lists do, but no parts: bills of works, and the holes of a part."""

from __future__ import annotations

import re

from bomflow.table.header.folding import fold
from bomflow.table.judging.refused import axes_of
from bomflow.table.model import Table

# What is done, in the header of the column that names it.
_WORK = {
    "work", "works", "activity", "activities", "task", "tasks", "labour", "labor",
    "leistung", "leistungen", "tatigkeit", "tatigkeiten", "arbeit", "arbeiten", "arbeitsgang",
    "travaux", "tache", "taches", "trabajo", "trabajos", "actividad", "tarea", "lavori", "lavoro",
    "lavorazione", "attivita", "servico", "servicos", "atividade", "werkzaamheden", "prac",
    "czynnosc", "prace", "praci", "работ", "работы", "isin", "工作内容", "作業内容",
}  # fmt: skip
_POLISH = {"rodzaj", "opis", "zakres", "nazwa"}  # RODZAJ ROBÓT; a robot may have parts
_UNIT = {
    "unit", "units", "uom", "u m", "einheit", "einh", "me", "jm", "j m", "jedn", "und", "ud",
    "unidad", "unite", "unita", "unidade", "eenheid", "mj", "m j", "ед изм", "ед", "birim", "单位",
}  # fmt: skip
# Volumes, tons, hours and lump sums: no part is counted in them. Areas are, beside these.
_BULK = {
    "m3", "m³", "cbm", "cum", "cu m", "cft", "ft3", "cu ft", "cy", "yd3", "м3", "t", "to", "mt",
    "ton", "tons", "tonne", "т", "h", "hr", "hrs", "hours", "std", "day", "days", "ls", "lump",
    "lump sum", "psch", "pausch", "job", "godz", "rbg", "час", "立方米", "吨",
}  # fmt: skip
_AREA = {"m2", "m²", "sqm", "sq m", "sqft", "sft", "sf", "ft2", "м2", "qm", "平方米"}
# Rates, powers and pressures: what is measured is no part.
_RATES = {
    "kw", "mw", "kva", "m3/h", "m³/h", "m3/hr", "l/min", "l/s", "m3/s", "kg/h", "kg/s", "t/h",
    "bar", "barg", "mbar", "kpa", "mpa", "pa", "psi", "psig", "°c", "°f", "rpm", "1/min", "hz",
    "db", "db(a)", "m/s",
}  # fmt: skip
_WELDS = {
    "weld", "welds", "naht", "kehlnaht", "stumpfnaht", "schweissnaht", "schweissnahte", "soudure",
    "soldadura", "saldatura", "spoina", "svar",
}  # fmt: skip
_MOST = 0.6  # share of the rows in such units
_HOLE = re.compile(
    r"\b(thru|through|drill(ed)?|tap(ped)?|deep|csk|c'?bore|c'?sink|ream(ed)?|durch|tief|gewinde"
    r"|deb|débouchant|prof(ondeur)?|pasante|passante)\b|↧|⌴|⌵",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(\d+ ?[xX] ?)?(?:[ØøΦ⌀]|DIA\b|M\d|[RGØ]\d|\d)", re.IGNORECASE)

_ROUND = re.compile(r"(\d+ ?[xX] ?)?(?:[ØøΦ⌀]|DIA\b|M\d)", re.IGNORECASE)


def is_of_works(table: Table) -> bool:
    """Whether rows say what is done (DESCRIPTION OF WORK) or measured, or count m3, t and hours."""
    description = table.index("description")
    if description is None or table.index("article_number") is not None:
        return False
    words = set(fold(table.columns[description].text).split(" "))
    if words & _WORK or ("robot" in words and words & _POLISH):
        return True
    if table.index("weight") is not None or table.index("total_weight") is not None:
        return False
    for i, column in enumerate(table.columns):
        if column.name is None and fold(column.text) in _UNIT:
            units = [row.text(i).strip(" .").casefold() for row in table.rows]
            bulk = sum(u in _BULK or u in _RATES for u in units)
            areas = sum(u in _AREA for u in units)
            return bulk > 0 and bulk + areas >= _MOST * len(units)
    return False


def is_of_holes(table: Table) -> bool:
    """Whether nearly all descriptions are sizes of holes (M12 TAPPED, Ø11 THRU): a hole chart.

    Without a description the sizes of what goes by letters are such, if one of them says so.
    """
    description = table.index("description")
    if table.index("weight") is not None:
        return False
    if description is None:
        return any(_holes_by_letter(table, i) for i, c in enumerate(table.columns) if not c.name)
    texts = [row.text(description) for row in table.rows]
    placed = {"x", "y"} <= axes_of(table.columns)
    holes = [t for t in texts if _SIZE.match(t) and (placed or _HOLE.search(t))]
    return len(holes) > 1 and len(holes) >= 0.75 * len(texts)


def _holes_by_letter(table: Table, column: int) -> bool:
    """Whether a column holds sizes like those of holes, and all rows go by a letter or two."""
    marks = table.index("article_number")
    marks = table.index("position") if marks is None else marks
    sizes = [row.text(column) for row in table.rows]
    return (
        len(sizes) > 1
        and all(map(_ROUND.match, sizes))
        and any(map(_HOLE.search, sizes))
        and all(0 < len(row.text(marks)) < 3 and row.text(marks).isalpha() for row in table.rows)
    )


def is_of_welds(table: Table) -> bool:
    """Whether nearly all descriptions end by saying that they are welds: SHOP BUTT WELD."""
    description = table.index("description")
    if description is None or table.index("article_number") is not None:
        return False
    ends = [fold(row.text(description)).split(" ")[-1] for row in table.rows]
    return len(ends) > 1 and sum(end in _WELDS for end in ends) >= 0.75 * len(ends)
