"""Hidden counts stay hidden: the method's example, small tables by hand, and an attacker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.suppression import Span, hidden_cells, spans
from tests.builders import vectors
from tests.examples import scaled

EXAMPLE = vectors()["suppression"]
ROWS, COLUMNS = ("Retail", "Finance", "Travel"), ("Small", "Medium", "Large")
K = 10

Rows = list[list[int]]


def tables() -> st.SearchStrategy[Rows]:
    return st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
        lambda shape: st.lists(
            st.lists(st.integers(0, 40), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        )
    )


def test_the_example_of_the_method() -> None:
    table: Rows = EXAMPLE["table"]  # type: ignore[assignment]

    hidden = hidden_cells(table, K)

    assert [[ROWS[r], COLUMNS[c]] for r, c in sorted(hidden)] == EXAMPLE["suppressed"]
    assert sum(table[r][c] for r, c in hidden) == 55
    assert spans(table, hidden)[0, 2] == Span(low=0, high=24)


def test_where_nothing_is_small_nothing_is_hidden() -> None:
    assert hidden_cells([[10, 20], [30, 40]], K) == frozenset()


def test_nobody_is_nothing_to_hide() -> None:
    assert hidden_cells([[0, 20], [30, 40]], K) == frozenset()


def test_of_two_by_two_all_four_are_hidden() -> None:
    assert len(hidden_cells([[5, 20], [30, 40]], K)) == 4


def test_a_single_row_hides_the_smallest_beside_the_small_one() -> None:
    """Their sum alone is known: 5 and 12 make 17, and each may be anything from 0 to 17."""
    assert hidden_cells([[5, 30, 12]], K) == {(0, 0), (0, 2)}


def test_a_neighbour_that_is_too_small_to_hide_behind_is_not_enough() -> None:
    """1 and 2 have a sum of 3: whoever knows it knows each to within 3."""
    hidden = hidden_cells([[1, 2, 30, 40]], K)

    assert hidden == {(0, 0), (0, 1), (0, 2)}


def test_one_cell_alone_has_no_sum_to_betray_it() -> None:
    assert hidden_cells([[4]], K) == {(0, 0)}


@pytest.mark.slow
@given(tables())
@settings(max_examples=scaled(80))
def test_an_attacker_with_the_margins_never_narrows_a_small_count(table: Rows) -> None:
    hidden = hidden_cells(table, K)

    small = {(r, c) for r, row in enumerate(table) for c, count in enumerate(row) if 0 < count < K}
    assert small <= hidden
    total = sum(map(sum, table))
    if hidden and len(hidden) < sum(map(len, table)) and total:
        assert all(span.width >= K - 1e-6 for span in spans(table, hidden).values())
        for (r, c), span in spans(table, hidden).items():
            assert span.low - 1e-6 <= table[r][c] <= span.high + 1e-6


@pytest.mark.parametrize("k", [3, 10])
def test_the_threshold_is_the_callers(k: int) -> None:
    assert bool(hidden_cells([[5, 20, 20], [20, 20, 20], [20, 20, 20]], k)) == (k > 5)
