"""Captions of lists of what no part is, by the words that they are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_TABLES = {
    "list", "table", "schedule", "register", "index", "chart", "log", "matrix", "settings",
    "summary",
}  # fmt: skip
_WORDS = """
    drawing drawings document documents transmittal revision revisions change hole holes drill weld
    welds cable cables wire wiring terminal signal io tool tools tooling inspection test pressure
    load loads line nozzle nozzles instrument room area door window pile footing paint painting
    coating finish spring torque tie point points coordinate coordinates dimension dimensions
    tolerance nde ndt spool sheet sheets panel circuit alarm trip lubrication maintenance
    valve valves motor motors travel travels movement movements displacement displacements
"""
_SUPPORTS = {"support", "supports", "hanger", "hangers", "restraint", "restraints"}
_OF_PAPERS = {"transmittal", "index"}  # of drawings, lines, supports
_NO_PARTS = set(_WORDS.split())
_PARTS = {"part", "parts", "material", "materials", "component", "components", "item", "items"}
_FACTS = {"loads", "data", "conditions", "properties"}
_OF_A_PLANT = {
    "design", "motor", "process", "operating", "technical", "performance", "mass", "site", "pump",
    "fan", "gear", "gearbox", "test", "vessel", "tank",
}  # fmt: skip
_GERMAN = re.compile(
    "(zeichnungs|dokument(en)?|unterlagen|plan|pruf|schweiss(naht)?|kabel|revisions|anderungs"
    "|bohrungs|werkzeug|last(en)?|stutzen|messstellen|klemmen|rohrleitungs|anstrich|motoren)"
    "(verzeichnis|liste|tabelle|plan|protokoll)"
)
_GERMAN_SUPPORTS = re.compile("(feder|konstant)?(hanger|halterungs)(liste|verzeichnis|tabelle)")
_FOOTNOTE = re.compile(r"\*{1,3}\)?\s*[^\W\d_]{2}")
_MOST = 5  # words; more are a sentence


def is_footnote(text: str) -> bool:
    """Whether a line explains a mark in the rows above it (* SUPPLIED BY OTHERS)."""
    return bool(_FOOTNOTE.match(text))


def names_another_table(tokens: Sequence[str]) -> bool:
    """Whether a caption names a list of what no part is (TOOL LIST, LOAD TABLE PS-1021).

    MAP and PLAN are views at least as often.
    """
    if tokens and _GERMAN.fullmatch(tokens[0]):
        return True
    if not 1 < len(tokens) <= _MOST or _PARTS & set(tokens):
        return False
    return tokens[-1] in _OF_PAPERS or any(
        (one in _NO_PARTS and two in _TABLES) or (one in _OF_A_PLANT and two in _FACTS)
        for one, two in pairwise(tokens)
    )


def may_name_supports(tokens: Sequence[str]) -> bool:
    """Whether a caption may name a list of supports: HANGER SCHEDULE."""
    if tokens and _GERMAN_SUPPORTS.fullmatch(tokens[0]):
        return True
    if not 1 < len(tokens) <= _MOST or _PARTS & set(tokens):
        return False
    listed = any(one in _SUPPORTS and two in _TABLES for one, two in pairwise(tokens))
    return listed or (list(tokens[:2]) == ["list", "of"] and bool(_SUPPORTS & {*tokens[2:]}))
