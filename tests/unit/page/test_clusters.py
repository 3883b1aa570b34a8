"""Small paths that hang together: found row by row, as a search from cell to cell finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bomflow.page import outlines
from bomflow.page.outlines import _BELOW, _BESIDE, LEAST_LETTERS, _clusters

CELLS = st.sets(st.tuples(st.integers(-20, 20), st.integers(-8, 8)), max_size=40)


@given(CELLS)
def test_clusters(cells: set[tuple[int, int]]) -> None:
    rows: dict[int, dict[int, list[outlines.Box]]] = {}
    for x, y in cells:
        rows.setdefault(y, {})[x] = [(x, y, x, y)] * LEAST_LETTERS
    found = [{(int(b[0]), int(b[1])) for b in cluster} for cluster in _clusters(rows)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, searched(cells)))


def searched(cells: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    rest, found = set(cells), []
    while rest:
        cluster, new = set(), {rest.pop()}
        while new:
            cluster |= new
            new = {
                (x, y)
                for x, y in rest
                if any(abs(x - i) <= _BESIDE and abs(y - k) <= _BELOW for i, k in new)
            }
            rest -= new
        found.append(cluster)
    return found


def test_a_few_paths_are_no_cluster() -> None:
    few = [(0.0, 0.0, 1.0, 1.0)] * (LEAST_LETTERS - 1)
    assert list(_clusters({0: {0: few}})) == []
    assert len(list(_clusters({0: {0: few, 6: few}}))) == 1
    assert len(list(_clusters({0: {0: few, 7: few}}))) == 0
