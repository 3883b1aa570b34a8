"""Why a page was read as it was: header words seen, headers tried, columns, what was refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bomflow.extract.settings import ReadSettings
from bomflow.page.frames import Turn
from bomflow.page.pdf import Page, open_document
from bomflow.page.words import Word
from bomflow.progress.text import clean
from bomflow.table.header.bands import find_bands
from bomflow.table.header.columns import Band
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.seeds import Seed, find_seeds, region, smallest, worth_a_look
from bomflow.table.judging.judge import plausible
from bomflow.table.judging.refused import refused
from bomflow.table.read import read_table

MOST_SEEDS = 60


def explain(pdf: str, record: dict[str, Any], settings: ReadSettings) -> Iterator[str]:
    """Lines about each page of a record; the pages are looked at once more.

    Raises:
        ExtractionError: the PDF cannot be opened.
    """
    vocabulary = Vocabulary(settings.headers)
    with open_document(pdf) as document:
        for entry in record["pages"]:
            yield _about(entry)
            with document.page(entry["page"]) as page:
                yield from _page(page, vocabulary)
            yield from _verdicts(record, entry["page"])


def _about(entry: dict[str, Any]) -> str:
    turned = f", turned by {entry['rotation']} degrees" if entry["rotation"] else ""
    outcome = f"{entry['outcome']}: {entry['reason']}" if entry["reason"] else entry["outcome"]
    return (
        f"page {entry['page']}: {entry['width']:.0f} x {entry['height']:.0f} points{turned}, "
        f"{entry['words']:,} words, {entry['segments']:,} drawn objects; {clean(outcome)}"
    )


def _page(page: Page, vocabulary: Vocabulary) -> Iterator[str]:
    words = page.words()
    if not words:
        yield "  no visible text at all"
        return
    for angle in sorted({word.angle for word in words}):
        turn = Turn(angle, page.width, page.height)
        upright = turn.words(words)
        seeds = find_seeds(upright, vocabulary)
        if len(seeds) < 2:
            continue
        yield f"  text at {angle} degrees: {len(seeds)} phrases that can stand in a header"
        yield from _seeds(seeds)
        yield from _bands(page, turn, upright, seeds, vocabulary)


def _seeds(seeds: list[Seed]) -> Iterator[str]:
    for seed in sorted(seeds, key=lambda seed: (seed.y, seed.phrase.x0))[:MOST_SEEDS]:
        names = " or ".join(seed.meaning.columns[:2])
        place = f"({seed.phrase.x0:.0f}, {seed.y:.0f})"
        yield f"    {place:<14}{clean(seed.phrase.text, 40)!r:<26} {names}"
    if len(seeds) > MOST_SEEDS:
        yield f"    ... and {len(seeds) - MOST_SEEDS} more"


def _bands(
    page: Page, turn: Turn, words: list[Word], seeds: list[Seed], vocabulary: Vocabulary
) -> Iterator[str]:
    bands: list[Band] = []
    if worth_a_look(seeds):
        rulings = turn.rulings(page.rulings(turn.back(region(seeds)), 0.7 * smallest(seeds)))
        bands = find_bands(words, seeds, rulings, vocabulary)
    if not bands:
        yield "  no line of them reads like a header: at least two columns must stand side by side"
    for band in sorted(bands, key=lambda band: (band.top, band.x0)):
        texts = " | ".join(clean(column.text, 30) for column in band.columns)
        yield f"  header at ({band.x0:.0f}, {band.top:.0f}): {texts}"
        table = read_table(band, words, rulings, vocabulary, bands)
        columns = table.columns if table else band.columns
        for column in columns:
            name = column.name or "kept under its own name"
            yield f"    {clean(column.text, 40)!r:<26} -> {name}"
        if table is None:
            why = "other columns than a parts list has" if refused(band.columns) else "no rows"
            yield f"    refused: {why}"
        elif not plausible(table):
            yield f"    refused: {len(table.rows)} rows that do not read like those of a parts list"
        else:
            yield f"    {len(table.rows)} rows"


def _verdicts(record: dict[str, Any], page: int) -> Iterator[str]:
    for table in record["tables"]:
        if table["page"] == page:
            box = ", ".join(f"{value:.0f}" for value in table["bbox"])
            yield (
                f"  kept: table {table['table_index'] + 1} in ({box}), {table['rows_count']} rows, "
                f"{table['check_status']}"
            )
            yield from (f"    - {clean(reason)}" for reason in table["check_reasons"])
