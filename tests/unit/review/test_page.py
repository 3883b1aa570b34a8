"""The review page: what is shown, the pictures, safe text; drawn by a browser if there is one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bomflow.review.corrections import read_corrections
from bomflow.review.page import write_review
from bomflow.review.pictures import Shot
from bomflow.review.render import render

PAGE = {"page": 1, "width": 1190.6, "height": 841.9}
NASTY = "</script><img src=x onerror=alert(1)>"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")


def draw_pdf(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=(1190.6, 841.9))
    canvas.rect(0, 811.9, 120, 10, fill=1)  # under the tables' box
    canvas.save()


@pytest.fixture
def run(
    tmp_path: Path, build_database: Any, make_record: Any, make_table: Any, make_row: Any
) -> Any:
    """Write the page of four drawings; one is suspect, one a picture, one is gone."""
    suspect = make_table(
        [make_row(0, description=NASTY), make_row(1)],
        check_status="suspect",
        check_reasons=[NASTY],
    )
    picture = make_table([], 1, check_status="suspect", check_reasons=["a picture"], header=[])
    build_database(
        tmp_path,
        [
            make_record("good.pdf"),
            make_record("KKS/bad #1.pdf", [suspect], sha256="ab" * 32),
            make_record("picture.pdf", [picture], error_code="NO_TEXT"),
            make_record("gone.pdf", [picture], error_code="NO_TEXT"),
        ],
    )
    for name in ("good.pdf", "KKS/bad #1.pdf", "picture.pdf"):
        draw_pdf(tmp_path / "in" / name)

    def write(**options: Any) -> Any:
        return write_review(
            str(tmp_path / "bom.sqlite"),
            str(tmp_path / "review" / "index.html"),
            records=str(tmp_path / "extract"),
            input_dir=str(tmp_path / "in"),
            **options,
        )

    return write


def tables(folder: Path, number: int = 0) -> Any:
    text = (folder / "review" / "tables" / f"{number}.js").read_text("utf-8")
    return json.loads(re.fullmatch(r"bomflowTables\(\d+, (.*)\);\n", text, re.S)[1])  # type: ignore[index]


def test_suspect_tables_are_shown_with_boxes_reasons_picture_and_link(
    run: Any, tmp_path: Path
) -> None:
    assert run() == (3, 1)
    bad, gone, picture = tables(tmp_path)
    assert bad["reasons"] == [NASTY] and bad["pdf"] == "../in/KKS/bad%20%231.pdf#page=1"
    assert [row["boxes"]["cells"] for row in bad["rows"]] == [
        {"position": [10.0, 20.0, 110.5, 30.0]}
    ] * 2
    assert bad["rows"][0]["read"]["description"] == NASTY
    assert gone["picture"] == "" and "rendered" in gone["no_picture"]
    with Image.open(tmp_path / "review" / picture["picture"]) as image:
        x0, top, x1, bottom = picture["crop"]
        assert image.size == pytest.approx(((x1 - x0) * 150 / 72, (bottom - top) * 150 / 72), abs=2)
        assert image.convert("L").getextrema()[0] < 50  # the drawing is in it


def test_all_tables_on_request_and_pictures_are_kept_or_removed(run: Any, tmp_path: Path) -> None:
    assert run(which="all") == (4, 1)
    folder = tmp_path / "review" / "pictures"
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert run() == (3, 1)
    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert len(after) == 2 and after.items() <= before.items()


def test_text_from_drawings_cannot_leave_the_scripts(run: Any, tmp_path: Path) -> None:
    run()
    page = (tmp_path / "review" / "index.html").read_text("utf-8")
    script = (tmp_path / "review" / "tables" / "0.js").read_text("utf-8")
    assert "<img src=x" not in page + script and page.count("</script>") == 2
    assert not re.search(r"(?:src|href)=[\"']https?:|url\(", page)  # nothing from the network


def test_corrections_that_were_used_are_exported_again(run: Any, tmp_path: Path) -> None:
    entry = {"filename": "good.pdf", "sha256": "ab" * 32, "page": 1, "table_index": 0}
    path = tmp_path / "c.json"
    path.write_text(
        json.dumps(
            {"bomflow_corrections": 1, "tables": [{**entry, "bbox": [0, 0, 9, 9], "rows": []}]}
        )
    )
    run(corrections=read_corrections([path]))
    page = (tmp_path / "review" / "index.html").read_text("utf-8")
    data = json.loads(re.search(r"const BOMFLOW = (.*);</script>", page)[1])  # type: ignore[index]
    exported = tmp_path / "again.json"
    exported.write_text(json.dumps({"bomflow_corrections": 1, "tables": data["used"]}))
    assert read_corrections([exported]) == read_corrections([path])


def test_a_drawing_that_cannot_be_rendered_costs_only_its_own_picture(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    draw_pdf(good)
    bad.write_bytes(b"%PDF-1.4 nothing")
    shots = {
        str(path): [Shot(PAGE, (0.0, 0.0, 100.0, 100.0), f"{path}.png")] for path in (bad, good)
    }
    assert set(render(shots, workers=2, memory_mb=256, timeout_s=60)) == {str(bad)}
    assert os.path.exists(f"{good}.png") and not os.path.exists(f"{bad}.png")


def test_a_drawing_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bomflow.review.render.take", lambda pdf, shots: time.sleep(60))
    failed = render({"a.pdf": []}, workers=1, memory_mb=256, timeout_s=0.2)
    assert "0.2 s" in failed["a.pdf"]


@pytest.mark.skipif(BROWSER is None, reason="NO BROWSER: the page's script is NOT tested")
def test_a_browser_shows_the_rows_beside_the_drawing(run: Any, tmp_path: Path) -> None:
    run()
    command = [str(BROWSER), "--headless", "--no-sandbox", "--virtual-time-budget=4000"]
    page = (tmp_path / "review" / "index.html").as_uri()
    shown = subprocess.run(
        [*command, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"{page}#1"],
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    assert "bad #1.pdf" in shown and 'class="badge suspect"' in shown
    assert len(re.findall(r'<tr data-row="', shown)) == 2
    assert "&lt;/script&gt;&lt;img src=x" in shown and "<img src=x" not in shown
    assert len(re.findall(r'<rect [^>]*class="row"', shown)) == 2
