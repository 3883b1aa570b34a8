"""Small files that ask for endless memory or time: each ends within its limits, and is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drawgen import broken
from project import ROOT

MEMORY_MB, TIMEOUT_S, SPARE_S = 256, 4, 5
PATH = {"PYTHONPATH": str(ROOT / "workflow")}
EXTRACT = ROOT / "scripts" / "extract.py"


def many_pages(count: int = 5000) -> bytes:
    """``count`` pages that share one page's content."""
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 600] /Contents 3 0 R /Resources << >> >>"
    )
    kids = " ".join(f"{4 + n} 0 R" for n in range(count))
    return broken.pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            "<< /Length 17 >>\nstream\n0 0 m 100 100 l S\nendstream",
            *[page] * count,
        ]
    )


def picture(width: int = 100_000, height: int = 100_000, kind: str = "/JBIG2Decode") -> bytes:
    """A page with one picture that claims to be huge."""
    data = "0" * 60
    return broken.pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 600] /Contents 4 0 R "
            "/Resources << /XObject << /I 5 0 R >> >> >>",
            "<< /Length 28 >>\nstream\nq 800 0 0 600 0 0 cm /I Do Q\nendstream",
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /Filter {kind} "
            f"/BitsPerComponent 1 /ColorSpace /DeviceGray /Length {len(data)} >>\n"
            f"stream\n{data}\nendstream",
        ]
    )


def deep_arrays(depth: int = 200_000) -> bytes:
    """An object that is nested too deep for a parser that calls itself."""
    return broken.pdf(
        ["<< /Type /Catalog /Pages 2 0 R >>", "[" * depth + "]" * depth, "<< /A 2 0 R >>"]
    )


def deep_page_tree(depth: int = 3000) -> bytes:
    """A page below ``depth`` nodes."""
    nodes = [
        f"<< /Type /Pages /Kids [{3 + n} 0 R] /Count 1 /Parent {max(1, 1 + n)} 0 R >>"
        for n in range(depth)
    ]
    return broken.pdf(["<< /Type /Catalog /Pages 2 0 R >>", *nodes, "<< /Type /Page >>"])


def endless_text(count: int = 1_000_000) -> bytes:
    """A page of ``count`` characters."""
    content = "BT /F 8 Tf 10 10 Td (" + "POS QTY " * (count // 8) + ") Tj ET"
    return broken.pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 600] /Contents 4 0 R /Resources "
            "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    )


LIMIT = {"MEMORY_ERROR", "TIMEOUT", "WORKER_ERROR"}
NOTHING_READ = {"INVALID_PDF", "NO_PAGES", "NO_TEXT", "NO_ANCHOR", "PARSING_ERROR"}
BOMBS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "500 MB of blanks in a stream": (lambda: broken.bomb(500), LIMIT | NOTHING_READ),
    "300 MB of paths in a stream": (lambda: broken.path_bomb(300), LIMIT),
    "forms nested 2^20 times": (lambda: broken.nested_forms(20), LIMIT | NOTHING_READ),
    "forms nested 2^40 times": (lambda: broken.nested_forms(40), LIMIT | NOTHING_READ),
    "a page tree that holds itself": (broken.page_tree_loop, NOTHING_READ),
    "/Count 2^31": (broken.huge_count, NOTHING_READ),
    "/Count -1": (lambda: broken.huge_count(-1), NOTHING_READ),
    "/Count 2^31 - 1": (lambda: broken.huge_count(2**31 - 1), NOTHING_READ | LIMIT),
    "5,000 pages": (many_pages, NOTHING_READ | LIMIT),
    "a picture of 100,000 x 100,000": (picture, NOTHING_READ),
    "a raw picture of 2^31 x 2^31": (lambda: picture(2**31, 2**31, "/FlateDecode"), NOTHING_READ),
    "200,000 nested arrays": (deep_arrays, NOTHING_READ | LIMIT),
    "a page below 3,000 nodes": (deep_page_tree, NOTHING_READ),
    "a million characters": (endless_text, NOTHING_READ | LIMIT),
}


@pytest.mark.parametrize("name", BOMBS)
def test_it_ends_within_its_limits(name: str, tmp_path: Path) -> None:
    make, codes = BOMBS[name]
    (tmp_path / "bomb.pdf").write_bytes(make())
    options = {
        "doc-id": "bomb-0123456789ab", "input-dir": tmp_path, "file": "bomb.pdf",
        "results": tmp_path / "results", "key": "k", "settings": "{}", "memory-mb": MEMORY_MB,
        "timeout-s": TIMEOUT_S, "max-file-size-mb": 100, "retries": 0, "attempt": 1,
    }  # fmt: skip
    arguments = [str(part) for key, value in options.items() for part in (f"--{key}", value)]
    started = time.monotonic()
    ended = subprocess.run([sys.executable, str(EXTRACT), *arguments], env=os.environ | PATH)
    assert ended.returncode == 0
    assert time.monotonic() - started < TIMEOUT_S + SPARE_S
    record = json.loads((tmp_path / "results/extract/bomb-0123456789ab.json").read_text("utf-8"))
    assert record["error_code"] in codes, record["error_message"]
    assert record["memory_peak_mb"] <= MEMORY_MB
    if record["error_code"] == "MEMORY_ERROR":
        assert record["memory_peak_mb"] > 0 and f"{MEMORY_MB} MB" in record["error_message"]
