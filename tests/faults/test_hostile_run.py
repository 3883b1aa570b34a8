"""One real run over a folder of everything that should not be there: it ends well, nobody got in.

Names, contents and texts are data everywhere: in the shell, in SQL, CSV, Excel, HTML and on the
terminal.
"""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Findings, run_corpus
from drawgen import broken
from rawsheet import parts_list

TEXTS = {
    "shell": "$(touch pwned) `touch pwned`; touch pwned",
    "sql": "'); DROP TABLE bom_data; --",
    "formula": '=HYPERLINK("http://evil.example","click")',
    "plus": "+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)",
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "jinja": "{{ 7 * 7 }}{% raw %}",
    "escape": "\x1b]0;owned\x07\x1b[2J\x9b31mred",
    "nul": "a\x00b",
    "surrogate": "x\ud800y",
    "bidi": "\u202egnp.exe\u2066",
    "braces": "{input} {wildcards.doc_id} %s %(x)s",
    "quotes": "'\"\\'\"",
    "comma": 'a,"b";c\td',
}
ALLOWED = "\r\n\t\u202e\u2066\xa0\xad"  # layout, and marks that no terminal acts on
NAMES: list[str | bytes] = [
    "$(touch pwned).pdf",
    "`touch pwned`.pdf",
    "a'b\"c.pdf",
    "; touch pwned;.pdf",
    "--config.pdf",
    "{doc_id}.pdf",
    "new\nline.pdf",
    "escape\x1b[31m\x07.pdf",
    "<script>alert(1)</script>.pdf".replace("/", "\N{FRACTION SLASH}"),
    "=1+1.pdf",
    "Zeichnung Ä €.pdf",
    "\u202efdp.pdf",
    " leading and trailing .pdf",
    "x" * 251 + ".pdf",
    "case.pdf",
    "CASE.PDF",
    b"not utf-8 \xff\xfe.pdf",
    "a*?[b].pdf",
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def findings(place: Path) -> Findings:
    """The findings of the run; its results are below ``place / "run"``."""
    drawings = place / "drawings"
    drawings.mkdir()
    rows = [[str(n), f"10{n:04d}", "2", text, "1,5"] for n, text in enumerate(TEXTS.values(), 1)]
    (drawings / "texts.pdf").write_bytes(parts_list(rows))
    calm = parts_list([["1", "100001", "2", "calm", "1,5"]])
    for name in NAMES:
        with open(os.path.join(os.fsencode(drawings), os.fsencode(name)), "wb") as stream:
            stream.write(calm)
    deep = drawings
    for _ in range(12):
        deep = deep / ("d" * 90)
    deep.mkdir(parents=True)
    (deep / "deep.pdf").write_bytes(calm)
    assert len(str(deep)) > 1000
    os.mkfifo(drawings / "pipe.pdf")
    (drawings / "folder.pdf").mkdir()
    (drawings / "folder.pdf" / "inside.pdf").write_bytes(calm)
    (drawings / "loop.pdf").symlink_to("loop.pdf")
    (drawings / "nowhere.pdf").symlink_to("gone")
    (drawings / "round").symlink_to(drawings)
    for name in ("empty", "garbage", "truncated", "encrypted", "no_pages", "page_tree_loop"):
        (drawings / f"broken {name}.pdf").write_bytes(getattr(broken, name)())
    (drawings / "active.pdf").write_bytes(active())
    return run_corpus(drawings, place / "run", ["extract={retries: 0, timeout_s: 60}"])


def active() -> bytes:
    """A parts list that wants to run JavaScript, start a program and fetch a page when opened."""
    catalog = (
        b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) "
        b"/Next [<< /S /Launch /F (/bin/touch) /Win << /F (calc.exe) >> >> "
        b"<< /S /URI /URI (http://127.0.0.1:9/) >> << /S /SubmitForm /F (http://127.0.0.1/) >>] >>"
    )
    data = parts_list([["1", "100001", "2", "active", "1,5"]])
    return data.replace(b"/Type /Catalog", catalog, 1)  # the engine repairs the offsets


def results(place: Path, *parts: str) -> Path:
    return place.joinpath("run", "results", *parts)


def outputs(place: Path) -> Iterator[Path]:
    yield from (path for path in results(place).rglob("*") if path.is_file())


def test_every_promise_is_kept(findings: Findings) -> None:
    assert findings.broken == []
    assert findings.outcomes["success"] == len(NAMES) + 4  # texts, deep, inside, active
    assert findings.outcomes["FILE_NOT_FOUND"] == 2
    assert sum(findings.outcomes.values()) == len(NAMES) + 4 + 2 + 1 + 6


def test_texts_are_in_the_database_as_text(findings: Findings, place: Path) -> None:
    connection = sqlite3.connect(f"file:{results(place, 'bom.sqlite')}?immutable=1", uri=True)
    held = connection.execute(
        "SELECT description FROM bom_data WHERE filename = 'texts.pdf' ORDER BY id"
    ).fetchall()
    connection.close()
    read = dict(zip(TEXTS, [row[0] for row in held], strict=True))
    for name in ("shell", "sql", "formula", "plus", "html", "jinja", "bidi", "braces", "quotes"):
        assert read[name] == TEXTS[name], name
    for text in read.values():
        assert text.isprintable() or "\u202e" in text, ascii(text)


def test_nothing_was_started_or_written_elsewhere(findings: Findings, place: Path) -> None:
    assert not list(place.rglob("pwned*"))
    assert not (Path.cwd() / "pwned").exists()
    assert sorted(path.name for path in place.iterdir()) == ["drawings", "run"]
    assert {path.name for path in (place / "run").iterdir()} <= {"results", ".snakemake"}


def test_no_control_characters_reach_a_terminal(findings: Findings, place: Path) -> None:
    # Not the CSV files: they are data, and programs find files by the names in them.
    for path in outputs(place):
        if path.suffix in (".log", ".txt", ".html"):
            text = path.read_text("utf-8")
            odd = {c for c in text if not c.isprintable() and c not in ALLOWED}
            assert not odd, (path.name, odd)


def test_no_formula_is_alive(findings: Findings, place: Path) -> None:
    with zipfile.ZipFile(results(place, "bom.xlsx")) as book:
        for name in book.namelist():
            if name.endswith(".rels"):
                assert b"evil.example" not in book.read(name), "a link out of a drawing"
            if "worksheets/" in name:
                assert b"<f>" not in book.read(name), "a formula out of a drawing"
        sheets = b"".join(book.read(name) for name in book.namelist() if "worksheets/" in name)
        assert b"=HYPERLINK(" in sheets  # the text itself is there, as text
    with open(results(place, "extracted_bom.csv"), encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert not [cell for line in lines for cell in line if cell.startswith("=")]


def test_no_markup_is_alive(findings: Findings, place: Path) -> None:
    pages = [path for path in outputs(place) if path.suffix in (".html", ".svg")]
    assert pages
    for page in pages:
        text = page.read_text("utf-8")
        assert "<script>alert" not in text and "<img src=x" not in text, page.name


def test_records_are_json_that_everybody_reads(findings: Findings, place: Path) -> None:
    for path in results(place, "extract").glob("*.json"):
        json.loads(path.read_bytes().decode("utf-8", "strict"))
