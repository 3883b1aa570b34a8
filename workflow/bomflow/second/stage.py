"""Read the suspect tables of a drawing a second time and keep what is better proven."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bomflow.extract.entries import table_entry
from bomflow.page.frames import Turn
from bomflow.page.geometry import Frame
from bomflow.page.raised import join_raised
from bomflow.page.rulings import Rulings
from bomflow.page.words import Box, Word
from bomflow.proof.oddity import Oddity
from bomflow.proof.verdict import check_tables, check_words
from bomflow.second.choice import better_proven, differences, keeps_all, rewrites, twice
from bomflow.second.model import Reading
from bomflow.second.reading import read_again
from bomflow.second.text import read_words
from bomflow.second.ward import GivenUp, bounded, has_room
from bomflow.second.words import Shown, as_shown, missing
from bomflow.table.header.headers import Vocabulary
from bomflow.table.judging.judge import leftover_words
from bomflow.table.model import Table
from bomflow.table.naming.doubts import names_over, unlisted_columns
from bomflow.table.words import words_of_page

if TYPE_CHECKING:
    from bomflow.extract.settings import ReadSettings
    from bomflow.page.pdf import Document

READING = "pdfplumber"
_REACH = 60.0  # font sizes beside a table in which its header and rulings may lie
_BEYOND = 40.0  # font sizes above and below it


class Sheet(NamedTuple):
    """What the second reading takes from the PDF engine: words, line work, geometry."""

    number: int
    words: list[Word]
    rulings: list[Rulings]
    frame: Frame
    all_decoded: bool


class Judged(NamedTuple):
    """Copies of all entries of a drawing with new verdicts, and what the words said of each."""

    entries: list[dict[str, Any]]
    told: list[list[Oddity]]


def read_suspects(
    path: str,
    document: Document,
    readings: list[Reading],
    settings: ReadSettings,
    vocabulary: Vocabulary,
    cpu_s: float,
    wall_s: float | None = None,
) -> list[str]:
    """Read each suspect table again; ``readings`` and their entries change in place.

    Takes ``cpu_s`` seconds of CPU and ``wall_s`` of time at most, beside loading a page once more.
    Returns warnings for the record. Whatever happens, no table is worse than before.
    """
    cpu_end = time.process_time() + cpu_s
    end = math.inf if wall_s is None else time.monotonic() + wall_s
    warnings = []
    suspects = [i for i, r in enumerate(readings) if _is_suspect(r)]
    for number in sorted({readings[i].entry["page"] for i in suspects}):
        own = [i for i in suspects if readings[i].entry["page"] == number]
        cpu_left, left = cpu_end - time.process_time(), end - time.monotonic()
        if min(cpu_left, left) <= 0 or not has_room():
            warnings.append(f"page {number}: no time or memory for a second reading")
            continue
        try:
            sheet = _load(document, number, [readings[i] for i in own], vocabulary)
            with bounded(cpu_left, left):
                _read_page(path, sheet, sheet.rulings, own, readings, settings, vocabulary)
        except (GivenUp, MemoryError):
            warnings.append(f"page {number}: a second reading was given up, it takes too much")
        except Exception as error:
            # pdfminer raises nearly anything on files that the engine reads without complaint.
            what = f"{type(error).__name__}: {error}"[:200]
            warnings.append(f"page {number}: a second reading failed: {what}")
    return warnings


def _is_suspect(reading: Reading) -> bool:
    return bool(reading.entry["rows"]) and reading.entry["check_status"] == "suspect"


def _load(
    document: Document, number: int, readings: Sequence[Reading], vocabulary: Vocabulary
) -> Sheet:
    """The page's words, and the rulings around each table in its reading frame."""
    with document.page(number) as page:
        words = readings[0].parted.words(words_of_page(page, vocabulary))
        rulings = []
        for reading in readings:
            x0, _, x1, _ = reading.table.box
            size, turn = reading.table.band.size, reading.turn
            reach = turn.back((x0 - _REACH * size, -1e6, x1 + _REACH * size, 1e6))
            rulings.append(turn.rulings(page.rulings(reach, 0.7 * size)))
        decoded = not (page.lost_texts or page.undecoded_characters or page.assumed_characters)
        return Sheet(number, words, rulings, page.frame, decoded)


def _read_page(
    path: str,
    sheet: Sheet,
    rulings: Sequence[Rulings],
    suspects: Sequence[int],
    readings: list[Reading],
    settings: ReadSettings,
    vocabulary: Vocabulary,
) -> None:
    """Read the suspect tables of a page again and take those readings that are better proven.

    One by one first, then all others together: two lists that took words from each other are
    right only both.
    """
    words = _words(path, sheet, [readings[i] for i in suspects])
    found = {}
    for i, lines in zip(suspects, rulings, strict=True):
        first = readings[i]
        reading = _read_one(sheet, words[first.turn], lines, first, vocabulary)
        if reading is not None:
            found[i] = reading
    alone = {i: _judge({i: found[i]}, readings, sheet, settings) for i in found}
    for i in found:
        if _take({i: found[i]}, readings, alone[i], settings):
            alone = {k: _judge({k: found[k]}, readings, sheet, settings) for k in found}
    rest = {i: new for i, new in found.items() if readings[i] is not new}
    if len(rest) > 1 and _take(rest, readings, _judge(rest, readings, sheet, settings), settings):
        return
    for i in rest:
        verdict = alone[i].entries[i]
        if verdict["check_status"] == "verified":
            continue
        if reason := differences(readings[i].entry, verdict):
            readings[i].entry["check_reasons"].append(reason)
            readings[i].told.append(Oddity(None, reason))


def _words(path: str, sheet: Sheet, firsts: Sequence[Reading]) -> dict[Turn, list[Word]]:
    """The words around the tables as read anew, for each direction that the tables read in."""
    words = {}
    for turn in {first.turn for first in firsts}:
        around = [_around(first.table) for first in firsts if first.turn == turn]
        region = (
            min(box[0] for box in around), min(box[1] for box in around),
            max(box[2] for box in around), max(box[3] for box in around),
        )  # fmt: skip
        found = join_raised(read_words(path, sheet.number, sheet.frame, turn, region))
        words[turn] = as_shown(found, Shown(turn.words(sheet.words)), sheet.all_decoded)
    return words


def _read_one(
    sheet: Sheet,
    words: Sequence[Word],
    rulings: Rulings,
    first: Reading,
    vocabulary: Vocabulary,
) -> Reading | None:
    """The second reading of one table, not judged yet; None if it finds none."""
    upright = first.turn.words(sheet.words)
    table = read_again(first.table.box, _hangs(first.table), words, rulings, vocabulary)
    if table is None:
        return None
    left = missing(upright, table.words)
    table.leftover = leftover_words(table, left)
    table.reasons += [*unlisted_columns(table), *names_over(table, vocabulary)]
    entry = table_entry(table, first.turn, sheet.number)
    entry.update(table_index=first.entry["table_index"], reading=READING)
    return Reading(entry, table, first.turn, first.page, first.parted)


def _take(
    changed: Mapping[int, Reading],
    readings: list[Reading],
    judged: Judged,
    settings: ReadSettings,
) -> bool:
    """Put second readings in the place of the first ones if they are better proven."""
    old = [reading.entry for reading in readings]
    if not better_proven(old, judged.entries, list(changed)):
        return False
    for i, new in changed.items():
        after = [changed.get(k, reading) for k, reading in enumerate(readings)]
        beside = [r.table for r in after if _same_frame(r, new)]
        if any(twice(new.table, other) for other in beside if other is not new.table):
            return False
        words = [w for table in beside for w in table.words]
        first = readings[i].table
        if not keeps_all(
            first, new.table, words, old[i], judged.entries[i], settings.decimal_comma
        ) or rewrites(first, new.table, old[i], judged.entries[i]):
            return False
    for i, new in changed.items():
        readings[i] = new
    for reading, verdict, told in zip(readings, *judged, strict=True):
        reading.entry.update(verdict)
        reading.told = told
    return True


def _same_frame(one: Reading, other: Reading) -> bool:
    return one.entry["page"] == other.entry["page"] and one.turn == other.turn


def _judge(
    changed: Mapping[int, Reading],
    readings: Sequence[Reading],
    sheet: Sheet,
    settings: ReadSettings,
) -> Judged:
    """All tables of the drawing judged anew with some of them changed."""
    tables, told = [], []
    for i, first in enumerate(readings):
        reading = changed.get(i, first)
        table = copy.deepcopy(reading.entry)
        table["check_reasons"] = list(reading.own)
        tables.append(table)
        told.append(reading.told)
    here = [i for i, table in enumerate(tables) if table["page"] == sheet.number]
    found = check_words([tables[i] for i in here], sheet.words)
    for i, odd in zip(here, found, strict=True):
        told[i] = odd
    check_tables(tables, settings, told)
    return Judged(tables, told)


def _around(table: Table) -> Box:
    """Where the words of a table may stand."""
    box, size = table.box, table.band.size
    wide, high = _REACH * size, _BEYOND * size
    return box[0] - wide, box[1] - high, box[2] + wide, box[3] + high


def _hangs(table: Table) -> bool:
    """Whether the rows stand below the header."""
    rows = [row.box for row in table.rows]
    middle = sum(box[1] + box[3] for box in rows) / len(rows)
    return middle > table.band.top + table.band.bottom
