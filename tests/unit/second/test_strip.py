"""Line work out of content streams: text stays byte for byte, paths and inline images go."""

from __future__ import annotations

import pytest

from bomflow.second.strip import without_paths


@pytest.mark.parametrize(
    "drawn",
    [
        b"10 20 m 30 40 l S ",
        b"1 2 m 3 4 l 5 6 7 8 9 10 c h f* ",
        b"-1.5 +.5 20 30 re\nW n\n",
        b"1 2 m\r\n1 2 3 4 v 1 2 3 4 y b* ",
        b"BI /W 2 /H 1 /BPC 8 /CS /G ID \x00(\xff EI ",
    ],
)
def test_paths_and_inline_images_go(drawn: bytes) -> None:
    text = b"BT /F1 8 Tf 10 20 Td (POS) Tj ET "
    stripped = without_paths(b"q " + drawn + text + drawn + b"Q ")
    assert stripped.split() == (b"q " + text + b"Q").split()


@pytest.mark.parametrize(
    "kept",
    [
        b"BT 1 0 0 1 5 5 Tm [(1 2 m 3 4 l S) -20 (a)] TJ ET ",
        b"1 0 0 1 5 5 cm /Fm0 Do ",
        rb"(nested (1 2 m 3 4 l ) and \) 1 2 m 3 4 l S) Tj ",
        b"<00 01 02> Tj 2 w 0 0 1 rg 3 Tr ",
        b"% 1 2 m 3 4 l S\nBT ",
        b"/P <</MCID 0>> BDC 1 Tc EMC ",
    ],
)
def test_text_states_and_forms_stay(kept: bytes) -> None:
    assert without_paths(kept) == kept


def test_a_path_without_an_end_takes_no_time() -> None:
    open_path = b"1 2 " * 200_000
    assert without_paths(open_path) == open_path
