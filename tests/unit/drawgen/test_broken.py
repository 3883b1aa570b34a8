"""Every broken input is broken in the way its name says."""

from __future__ import annotations

import zlib

import pypdfium2
import pytest

from drawgen import broken


def test_same_bytes_every_time() -> None:
    for name in sorted(set(broken.ALL) - {"bomb", "path_bomb"}):
        assert broken.ALL[name]() == broken.ALL[name](), name


@pytest.mark.parametrize("name", ["empty", "garbage", "truncated", "encrypted", "no_pages"])
def test_nothing_opens(name: str) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(broken.ALL[name]())


def test_the_password_opens() -> None:
    assert len(pypdfium2.PdfDocument(broken.encrypted("abc"), password="abc")) == 1


def test_truncated_is_the_start_of_a_drawing() -> None:
    data = broken.truncated()
    assert data.startswith(b"%PDF-")
    assert b"stream" in data
    assert b"/Type /Page" not in data


def test_scan_has_no_letter_but_a_picture() -> None:
    page = pypdfium2.PdfDocument(broken.scan())[0]
    assert page.get_textpage().count_chars() == 0
    assert len(list(page.get_objects())) == 1
    layered = pypdfium2.PdfDocument(broken.scan(words="POS QTY"))[0]
    assert "POS QTY" in layered.get_textpage().get_text_range()


@pytest.mark.parametrize("name", ["bomb", "path_bomb"])
def test_bombs_are_small_and_grow(name: str) -> None:
    data = broken.ALL[name](3)  # type: ignore[operator]
    assert len(data) < 20_000
    start = data.index(b"stream\n") + 7
    assert len(zlib.decompress(data[start : data.index(b"\nendstream")])) > 2_900_000


def test_nested_forms_double() -> None:
    data = broken.nested_forms(7)
    assert data.count(b"/F Do /F Do") == 6
    assert len(pypdfium2.PdfDocument(data)) == 1


def test_page_tree_loop_and_huge_count_are_no_plain_files() -> None:
    assert len(pypdfium2.PdfDocument(broken.huge_count())) == 1
    assert b"2147483648" in broken.huge_count()
    assert b"/Kids [2 0 R 3 0 R]" in broken.page_tree_loop()
