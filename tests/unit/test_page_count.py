"""The pages that a run has before it, counted in some of its drawings and within a time limit."""

from __future__ import annotations

import io
import os
import subprocess
import time
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from bomflow import page_count
from bomflow.page_count import describe_pages


def pdf(path: Path, pages: int) -> str:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in range(pages):
        canvas.drawString(10, 10, f"page {number}")
        canvas.showPage()
    canvas.save()
    path.write_bytes(stream.getvalue())
    return str(path)


def test_a_few_drawings_are_all_counted(tmp_path: Path) -> None:
    odd = tmp_path / "a b'c\"\nnew \udcff.pdf"
    assert describe_pages([pdf(tmp_path / "one.pdf", 1)]) == "1 page"
    assert describe_pages([pdf(tmp_path / "one.pdf", 1), pdf(odd, 3)]) == "4 pages"


def test_what_cannot_be_opened_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "garbage.pdf").write_bytes(b"%PDF-1.7 garbage")
    gone = str(tmp_path / "gone.pdf")
    paths = [str(tmp_path / "empty.pdf"), str(tmp_path / "garbage.pdf"), gone]
    assert describe_pages(paths) == ""
    paths.append(pdf(tmp_path / "good.pdf", 2))
    assert describe_pages(paths) == "2 pages (3 of them cannot be opened)"


def test_many_drawings_are_estimated_from_a_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_count, "SAMPLE", 10)
    paths = [pdf(tmp_path / f"{number}.pdf", 3) for number in range(25)]
    assert describe_pages(paths) == "about 75 pages (counted in 10 of them)"


def test_a_drawing_that_hangs_leaves_what_was_counted_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("count", 3.0, output=b"2\n1")

    monkeypatch.setattr(page_count.subprocess, "run", late)
    assert describe_pages(["good.pdf", "slow.pdf"]) == "about 4 pages (counted in 1 of them)"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    paths = [str(tmp_path / "a.pdf"), pdf(tmp_path / "good.pdf", 2)]
    start = time.monotonic()
    assert describe_pages(paths) == "2 pages (1 of them cannot be opened)"
    assert time.monotonic() - start < page_count.TIMEOUT_S
