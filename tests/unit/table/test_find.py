"""Which of the tables that were not read are told beside those that were."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bomflow.table.find import _apart

AS_IT_IS: Any = SimpleNamespace(back=lambda box: box)


def table(*box: float) -> Any:
    return SimpleNamespace(box=box), AS_IT_IS


@pytest.mark.parametrize(("left", "told"), [(373.0, True), (358.0, True), (250.0, False)])
def test_a_header_without_rows_is_told_unless_another_table_took_its_place(
    left: float, told: bool
) -> None:
    bare = table(28.0, 23.0, 373.0, 39.0)  # of the list beside, whose positions stand out to here
    assert bool(_apart([bare], [table(left, 23.0, 652.0, 108.0)])) == told
