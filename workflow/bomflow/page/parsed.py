"""A file as pdfminer parses it, for what the engine does not say; imported when it is called."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from bomflow.passwords import known_passwords


def open_parsed(parser: Any) -> Any:
    """The document, opened with the first of no password and the known ones that fits."""
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect

    for password in ("", *known_passwords()):
        # Writers disagree on how the older encryptions spell a password; pdfminer knows Latin-1.
        for spelt in dict.fromkeys((password, password.encode().decode("latin-1"))):
            with suppress(PDFPasswordIncorrect, UnicodeEncodeError):
                return PDFDocument(parser, spelt)
    raise PDFPasswordIncorrect
