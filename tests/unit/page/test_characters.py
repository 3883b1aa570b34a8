"""Codes as the engine gives them, the impossible ones included."""

from __future__ import annotations

import pytest

from bomflow.page.characters import _character


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0x110000, 0xFFFFFFFF])
def test_codes_that_are_no_characters_are_replaced(code: int) -> None:
    """Broken fonts map to lone surrogates and beyond Unicode's end."""
    assert _character(code) == "\N{REPLACEMENT CHARACTER}"
