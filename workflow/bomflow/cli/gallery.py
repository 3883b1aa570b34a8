"""``bomflow gallery``: pictures of what was read, and one page to look through them all.

``index.html`` works from a file, offline: no script, nothing from elsewhere. Every page with a
table, or with a picture that looks like one, has a card: the page and each of its tables with the
boxes of what was read. Drawings without a card are counted, by error code.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bomflow.cli.settings import job_for, reading_config
from bomflow.discover import DiscoveryError, Document, document_id, list_documents, nearest
from bomflow.extract.worker import run_attempt
from bomflow.files import write_atomic
from bomflow.image import COLUMN, EXTRA, LEFTOVER, ROW, VERDICT, mark, open_sheets, save, view
from bomflow.progress.text import without_controls

PAGE_DPI, TABLE_DPI = 50, 130
DRAW_TIMEOUT_S = 60.0
_MARK = '<meta name="generator" content="bomflow gallery">'
_PICTURES = "pictures"
_TEMPLATES = Path(__file__).parents[2] / "report"


class Drawing(NamedTuple):
    """A drawing on disk and the record of what was read from it."""

    document: Document
    record: dict[str, Any]


class Card(NamedTuple):
    """One page of one drawing: names of its pictures below the gallery's folder."""

    drawing: Drawing
    page: int
    tables: list[dict[str, Any]]
    page_picture: str
    table_pictures: list[str]
    drawn: bool

    @property
    def verdicts(self) -> list[str]:
        """The verdicts of its tables, each once, the worst first."""
        return [name for name in reversed(VERDICT) if name in {_verdict(t) for t in self.tables}]


def run(options: argparse.Namespace) -> int:
    """Draw the named drawings, or those of the last run, and say where."""
    if options.files:
        config = reading_config(options.configfile)
        drawings = _read_each(named_drawings(options.files), config)
    else:
        drawings = drawings_of_run(os.path.join(options.directory, "results"))
    print(write_gallery(drawings, options.out, options.suspect_only))
    return 0


def named_drawings(paths: Iterable[str]) -> list[Document]:
    """The PDFs among ``paths``, those below its folders too, in the order given.

    Raises:
        DiscoveryError: no such file, a folder without PDFs, or one that cannot be listed.
    """
    found: list[Document] = []
    for path in paths:
        if not os.path.lexists(path):
            near = nearest(path)
            hint = f"; did you mean {near}?" if near else ""
            raise DiscoveryError(f"{path} does not exist{hint}")
        if os.path.isdir(path):
            below = list_documents(path)
            # two folders may hold the same relative name
            found += [
                Document(document_id(d.path), d.filename, d.path, d.size, d.mtime_ns) for d in below
            ]
        else:
            name = os.fsencode(os.path.basename(path)).decode("utf-8", "backslashreplace")
            found.append(Document(document_id(path), name, path, -1, 0))
    return found


def _read_each(documents: Iterable[Document], config: dict[str, Any]) -> Iterator[Drawing]:
    """Each drawing with its record; a drawing that cannot be read has one too."""
    with tempfile.TemporaryDirectory(prefix="bomflow-") as folder:
        for document in documents:
            job = job_for(config, document.path, document.filename, document.doc_id, folder)
            if run_attempt(job) == 0 and (record := read_json(job.record)) is not None:
                yield Drawing(document, record)


def drawings_of_run(results: str) -> Iterator[Drawing]:
    """The drawings of the last run that have a record, by name; torn records are left out.

    Raises:
        FileNotFoundError: there was no run in this folder.
        DiscoveryError: its input folder cannot be listed any more.
    """
    plan = os.path.join(results, "run_plan.json")
    if not os.path.exists(plan):
        raise FileNotFoundError(
            f"{plan} does not exist: no run was started there. Name PDFs or folders to read, or "
            "the folder of a run with --directory"
        )
    with open(plan, encoding="utf-8") as stream:
        input_dir = json.load(stream)["input_dir"]
    read = (
        (document, read_json(os.path.join(results, "extract", f"{document.doc_id}.json")))
        for document in list_documents(input_dir)
    )
    return (Drawing(document, record) for document, record in read if record is not None)


def read_json(path: str) -> dict[str, Any] | None:
    """The record at ``path`` with the boxes that the merge does not read; None: none or torn."""
    try:
        with open(path, encoding="utf-8") as stream:
            record = json.load(stream)
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def write_gallery(drawings: Iterable[Drawing], folder: str, suspect_only: bool = False) -> str:
    """Draw all pictures and write ``folder/index.html``; returns what was done, as a sentence.

    Raises:
        FileExistsError: the folder holds something that is no gallery.
        OSError: it cannot be written.
    """
    _make_room(folder)
    cards: list[Card] = []
    count = 0
    without: Counter[str] = Counter()
    for count, drawing in enumerate(drawings, 1):
        made = list(_cards(drawing, f"{count:05d}", suspect_only))
        cards += _drawn(made, folder)
        if not drawing.record["tables"]:
            without[str(drawing.record["error_code"])] += 1
    write_atomic(os.path.join(folder, "index.html"), _index(cards, count, without, folder))
    pages = f"{len(cards)} page(s) of {count} drawing(s) in {os.path.join(folder, 'index.html')}"
    failed = sum(not card.drawn for card in cards)
    return pages + (f"; {failed} could not be drawn" if failed else "")


def _make_room(folder: str) -> None:
    """An empty folder, or one whose old gallery is gone."""
    index = os.path.join(folder, "index.html")
    if os.path.isdir(folder) and os.listdir(folder):
        try:
            with open(index, encoding="utf-8") as stream:
                ours = _MARK in stream.read(2000)
        except (OSError, ValueError):
            ours = False
        if not ours:
            raise FileExistsError(f"{folder} is not empty and holds no gallery; name another --out")
        os.unlink(index)
        shutil.rmtree(os.path.join(folder, _PICTURES), ignore_errors=True)
    os.makedirs(os.path.join(folder, _PICTURES), exist_ok=True)


def _cards(drawing: Drawing, stem: str, suspect_only: bool) -> Iterator[Card]:
    pages: dict[int, list[dict[str, Any]]] = {}
    for table in drawing.record["tables"]:
        pages.setdefault(table["page"], []).append(table)
    for page, tables in sorted(pages.items()):
        if suspect_only and all(_verdict(t) != "suspect" for t in tables):
            continue
        name = f"{_PICTURES}/{stem}-p{page}"
        pictures = [f"{name}-t{i}.png" for i in range(len(tables))]
        yield Card(drawing, page, tables, f"{name}.png", pictures, True)


def _drawn(cards: list[Card], folder: str) -> list[Card]:
    """The cards of one drawing with their pictures.

    A process of its own draws them: the PDF engine may abort, or never end, on a hostile file.
    """
    if not cards:
        return []
    painter = multiprocessing.get_context("fork").Process(target=_paint, args=(cards, folder))
    painter.start()
    painter.join(DRAW_TIMEOUT_S)
    if painter.is_alive():
        painter.kill()
        painter.join()
    if painter.exitcode == 0:
        return cards
    return [card._replace(drawn=False) for card in cards]


def _paint(cards: list[Card], folder: str) -> None:
    drawing = cards[0].drawing
    pages = {page["page"]: page for page in drawing.record["pages"]}
    with open_sheets(drawing.document.path) as sheets:
        for card in cards:
            page = pages[card.page]
            whole = view(sheets, page, dpi=PAGE_DPI)
            for table, name in zip(card.tables, card.table_pictures, strict=True):
                mark(whole, table)
                cut = view(sheets, page, table["bbox"], TABLE_DPI)
                mark(cut, table)
                save(cut.picture, os.path.join(folder, name))
            save(whole.picture, os.path.join(folder, card.page_picture))


def _verdict(table: Mapping[str, Any]) -> str:
    return str(table["check_status"])


def _index(cards: list[Card], count: int, without: Counter[str], folder: str) -> str:
    verdicts = Counter(_verdict(table) for card in cards for table in card.tables)
    legend = {
        **{f"table, {name}": colour for name, colour in VERDICT.items()},
        **{name.replace("_", " "): colour for name, colour in COLUMN.items()},
        "other columns": EXTRA,
        "row": ROW,
        "word that no cell took": LEFTOVER,
    }
    page = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=without_controls,
    ).get_template("gallery.html.j2")
    text = page.render(
        cards=cards,
        drawings=count,
        verdicts={name: verdicts[name] for name in VERDICT},
        without=without.most_common(),
        legend=legend,
        colours=VERDICT,
        link=lambda card: _link(card, folder),
    )
    return text.encode("utf-8", "backslashreplace").decode("utf-8")  # lone surrogates spelt out


def _link(card: Card, folder: str) -> str:
    """The page of the PDF, as seen from the gallery."""
    target = os.path.relpath(os.path.abspath(card.drawing.document.path), os.path.abspath(folder))
    return quote(os.fsencode(target.replace(os.sep, "/"))) + f"#page={card.page}"
