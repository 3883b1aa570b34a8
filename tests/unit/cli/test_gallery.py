"""The gallery: a card per page with a table, pictures that exist, text that cannot break out."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from bomflow.cli import gallery
from bomflow.cli.gallery import Drawing, write_gallery
from bomflow.cli.main import main
from bomflow.cli.parser import EXIT_USAGE
from bomflow.discover import Document, list_documents


def pdf(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=(600, 400))
    for text, y in (("ITEM QTY PART NUMBER", 300), ("1 2 A-100", 285)):
        for word, x in zip(text.split(maxsplit=2), (100, 150, 200), strict=True):
            canvas.drawString(x, y, word)
    canvas.showPage()
    canvas.save()
    return path


def table(status: str, page: int = 1, reasons: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "page": page, "bbox": [90, 80, 300, 130], "check_status": status, "header": [],
        "rows": [], "rows_count": 0, "leftover": [], "printed_total": "",
        "check_reasons": list(reasons),
    }  # fmt: skip


def drawing(path: Path, *tables: dict[str, Any], name: str = "", code: str = "") -> Drawing:
    document = Document("a-0123456789ab", name or path.name, str(path), 1, 1)
    pages = [{"page": n, "width": 600.0, "height": 400.0} for n in (1, 2)]
    return Drawing(document, {"pages": pages, "tables": list(tables), "error_code": code or None})


class Sources(HTMLParser):
    """Everything a page loads, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "img":
            assert dict(attrs)["loading"] == "lazy"
            self.loaded.append(str(dict(attrs)["src"]))


def sources(folder: Path) -> Sources:
    page = Sources()
    page.feed((folder / "index.html").read_text("utf-8"))
    return page


def test_a_page_and_each_of_its_tables_is_a_picture(tmp_path: Path) -> None:
    done = write_gallery(
        [drawing(pdf(tmp_path / "a.pdf"), table("verified"), table("suspect"))],
        str(tmp_path / "out"),
    )
    assert done.startswith("1 page(s) of 1 drawing(s)")
    pictures = sources(tmp_path / "out").loaded
    assert len(pictures) == 3
    for name in pictures:
        with Image.open(tmp_path / "out" / name) as picture:
            assert picture.width > 100


def test_only_suspect_pages_when_asked(tmp_path: Path) -> None:
    one = pdf(tmp_path / "a.pdf")
    drawings = [drawing(one, table("verified")), drawing(one, table("suspect", reasons=("odd",)))]
    write_gallery(drawings, str(tmp_path / "out"), suspect_only=True)
    text = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert len(re.findall("<article", text)) == 1
    assert "<li>odd</li>" in text


def test_drawings_without_a_card_are_counted(tmp_path: Path) -> None:
    write_gallery([drawing(tmp_path / "x.pdf", code="NO_ANCHOR")], str(tmp_path / "out"))
    assert "1 NO_ANCHOR" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_text_from_a_drawing_stays_text(tmp_path: Path) -> None:
    bad = '<script>alert(1)</script>" onload=x \udcff \x1b[31m\x07\u202e'
    out = tmp_path / "out"
    write_gallery([drawing(pdf(tmp_path / "a.pdf"), table("suspect", reasons=(bad,)), name=bad)],
                  str(out))  # fmt: skip
    assert not sources(out).tags & {"script", "link", "iframe", "object"}
    text = (out / "index.html").read_text("utf-8")
    assert "&lt;script&gt;" in text
    assert not set(text) & set("\x1b\x07\u202e")
    assert not re.search(r"(src|href)=\"(https?:)?//", text)


def test_the_link_leads_from_the_gallery_to_the_page(tmp_path: Path) -> None:
    name = pdf(tmp_path / "in" / "a#1 ü.pdf")
    write_gallery([drawing(name, table("suspect", page=1))], str(tmp_path / "out"))
    assert 'href="../in/a%231%20%C3%BC.pdf#page=1"' in (tmp_path / "out" / "index.html").read_text(
        "utf-8"
    )


def test_a_pdf_that_cannot_be_drawn_keeps_its_card(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    done = write_gallery([drawing(broken, table("suspect"))], str(tmp_path / "out"))
    assert "1 could not be drawn" in done
    assert "could not be drawn" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_a_drawing_that_never_ends_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "DRAW_TIMEOUT_S", 0.3)
    monkeypatch.setattr(gallery, "_paint", lambda *_: os.read(os.pipe()[0], 1))
    done = write_gallery(
        [drawing(pdf(tmp_path / "a.pdf"), table("suspect"))], str(tmp_path / "out")
    )
    assert "1 could not be drawn" in done


def test_an_old_gallery_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    one = pdf(tmp_path / "a.pdf")
    out = tmp_path / "out"
    write_gallery([drawing(one, table("suspect"), table("suspect"))], str(out))
    write_gallery([drawing(one, table("suspect"))], str(out))
    assert len(list((out / "pictures").iterdir())) == 2
    with pytest.raises(FileExistsError, match="holds no gallery"):
        write_gallery([drawing(one, table("suspect"))], str(tmp_path))
    assert one.exists()


def test_the_command_reads_files_and_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf(tmp_path / "in" / "deep" / "a.pdf")
    one, out = pdf(tmp_path / "b.pdf"), tmp_path / "out"
    assert main(["gallery", str(tmp_path / "in"), str(one), "--out", str(out)]) == 0
    assert "2 page(s) of 2 drawing(s)" in capsys.readouterr().out
    assert len(sources(out).loaded) == 4


def test_the_command_shows_the_last_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf(tmp_path / "in" / "a.pdf")
    (document,) = list_documents(tmp_path / "in")
    results = tmp_path / "results"
    (results / "extract").mkdir(parents=True)
    (results / "run_plan.json").write_text(json.dumps({"input_dir": str(tmp_path / "in")}))
    record = {**drawing(tmp_path / "a.pdf", table("suspect")).record, "doc_id": document.doc_id}
    (results / "extract" / f"{document.doc_id}.json").write_text(json.dumps(record))
    command = ["gallery", "--directory", str(tmp_path), "--out", str(tmp_path / "out")]
    assert main(command) == 0
    assert "1 page(s) of 1 drawing(s)" in capsys.readouterr().out


def test_without_a_run_or_files_the_command_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["gallery", "--directory", str(tmp_path), "--out", str(tmp_path / "out")]
    assert main(command) == EXIT_USAGE
    assert "no run was started there" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_gallery_of_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "drawings").mkdir()
    code = main(["gallery", str(tmp_path / "drawing"), "--out", str(tmp_path / "out")])
    assert code == EXIT_USAGE
    assert f"did you mean {tmp_path / 'drawings'}?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
