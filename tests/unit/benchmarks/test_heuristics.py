"""The ablation: every heuristic that it names exists, and is whole again afterwards."""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import signature
from operator import attrgetter

import pytest

from bomflow.table import read
from bomflow.table.body import place as body
from heuristics import HEURISTICS, Heuristic, main, switched_off


@pytest.mark.parametrize("heuristic", HEURISTICS, ids=lambda h: h.place)
def test_every_heuristic_can_be_switched_off(heuristic: Heuristic) -> None:
    with switched_off(heuristic):
        pass


@pytest.mark.parametrize("heuristic", HEURISTICS, ids=lambda h: h.place)
def test_what_stands_in_for_it_is_called_alike(heuristic: Heuristic) -> None:
    module, _, name = heuristic.place.partition(":")
    real = attrgetter(name)(import_module(f"bomflow.{module}"))
    signature(heuristic.without).bind(*signature(real).parameters)


def test_a_function_is_replaced_wherever_it_is_known_and_comes_back() -> None:
    right = body.ruled_body
    heuristic = next(h for h in HEURISTICS if h.place == "table.body.place:ruled_body")
    with switched_off(heuristic):
        assert body.ruled_body is read.ruled_body is heuristic.without
    assert body.ruled_body is read.ruled_body is right


def test_drawings_are_read_with_and_without_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["heuristics.py", "--generated", "1", "--only", "join_split"])
    assert main() == 0
    assert "`page.split:join_split`" in capsys.readouterr().out
