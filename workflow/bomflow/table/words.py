"""The words of a page as tables are read from them."""

from __future__ import annotations

from bomflow.page.pdf import Page
from bomflow.page.raised import join_raised
from bomflow.page.words import Word
from bomflow.table.header.glued import part_glued
from bomflow.table.header.headers import Vocabulary


def words_of_page(page: Page, vocabulary: Vocabulary) -> list[Word]:
    """The page's words, raised figures joined to them and headers that touch parted."""
    return part_glued(join_raised(page.words()), page.glyphs, vocabulary)
