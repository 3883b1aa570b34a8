"""Text for terminals and logs: harmless whatever a file name or a drawing holds."""

from __future__ import annotations

import re
import unicodedata

# CSI, OSC and the other escape sequences of ECMA-48, in their 7-bit and 8-bit forms; removed as a
# whole so that "[31m" does not stay behind as text.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Cc control, Cf format (bidi overrides, zero width), Cs lone surrogates, Zl/Zp line separators.
_BAD_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PLAIN = re.compile(r"[ -~]*\Z")


def clean(text: object, limit: int = 0) -> str:
    """Return ``text`` on one line without escape sequences, control and direction characters.

    Runs of white space become one blank. With ``limit`` the text is cut to so many characters,
    the last three being dots.
    """
    one_line = " ".join(clean_lines(text).split())
    if limit and len(one_line) > limit:
        return one_line[: max(limit - 3, 0)] + "..."
    return one_line


def clean_lines(text: object) -> str:
    """Return ``text`` with its line ends and tabs, but without anything a terminal acts upon."""
    raw = str(text).replace("\r\n", "\n").replace("\t", "    ")
    if _PLAIN.match(raw):
        return raw
    raw = _ESCAPES.sub("", raw)
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in _BAD_CATEGORIES else " "
        for char in raw
    )


def without_controls(value: object) -> object:
    """For ``finalize`` of a template engine: text that is no markup of our own loses what a
    terminal acts upon; anything else comes back as it is.
    """
    return clean_lines(value) if type(value) is str else value


def duration(seconds: float) -> str:
    """Return seconds as ``h:mm:ss``; days are hours beyond 24."""
    whole = max(int(seconds), 0)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def percent(part: float, whole: float) -> str:
    """Return ``part`` of ``whole`` as ``12.3 %``; never 100.0 % before the last one."""
    if whole <= 0:
        return "-"
    value = 100.0 * part / whole
    if part < whole and value > 99.9:
        value = 99.9
    return f"{value:.1f} %"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 drawing`` or ``2,500 drawings``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
