"""Which cells of a table of counts stay hidden, so that no margin gives a small one away.

A cell below the threshold is hidden. What lies beside it is hidden as well, as little as possible,
until nobody who knows the margins can narrow a hidden count to less than the threshold.
"""

from collections.abc import Iterable, Sequence

from dashboard.domain.text import Frozen

Table = Sequence[Sequence[int]]
"""Counts of organisations by row and column. All rows are equally long."""
Cell = tuple[int, int]

MOST_TRIES = 20
"""Sets that fail before everything is hidden: a large table is not worth a long search."""


class Span(Frozen):
    """What somebody who knows the margins and all that is shown can say of a hidden count."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


def hidden_cells(table: Table, threshold: int, also: Iterable[Cell] = ()) -> frozenset[Cell]:
    """The cells to hide: every count from 1 to below the threshold, `also` these, and the fewest
    others.

    An integer program chooses the set that hides the fewest organisations and leaves no row and no
    column with a single hidden cell; linear programs then attack it (`spans`). A set that fails is
    cut off, and the next best is tried. In the end everything is hidden.
    """
    cells = _cells(table)
    small = {cell for cell in cells if 0 < _count(table, cell) < threshold} | set(also)
    failed: list[frozenset[Cell]] = []
    hidden = frozenset(small)
    while small and _lines(table):
        found = _fewest(table, small, failed, threshold)
        if found is None or len(failed) == MOST_TRIES:
            return frozenset(cells)
        hidden = found
        if all(span.width >= threshold for span in spans(table, hidden).values()):
            break
        failed.append(hidden)
    return hidden


def spans(table: Table, hidden: Iterable[Cell]) -> dict[Cell, Span]:
    """For each hidden cell the least and the greatest count, from 0, that fits all margins.

    Linear programs (HiGHS); Fischetti and Salazar 2000, Journal of the American Statistical
    Association 95(451), 916-928.
    """
    from scipy.optimize import linprog  # noqa: PLC0415 - as long to load as all the rest

    unknown = sorted(hidden)
    lines = [line for line in _lines(table) if any(cell in unknown for cell in line)]
    sums = [[float(cell in line) for cell in unknown] for line in lines]
    totals = [sum(_count(table, cell) for cell in line if cell in unknown) for line in lines]
    found = {}
    for n, cell in enumerate(unknown):
        aim = [float(m == n) for m in range(len(unknown))]
        low = linprog(aim, A_eq=sums, b_eq=totals)
        high = linprog([-one for one in aim], A_eq=sums, b_eq=totals)
        found[cell] = Span(low=float(low.fun), high=-float(high.fun))
    return found


def _fewest(
    table: Table, small: set[Cell], failed: Sequence[frozenset[Cell]], threshold: int
) -> frozenset[Cell] | None:
    """The set with the fewest organisations that has no lonely cell and goes beyond what failed."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    cells = _cells(table)
    rules: list[tuple[list[float], float]] = []
    for line in _lines(table):
        for one in line:
            rules.append(([float(c in line) - 2 * (c == one) for c in cells], 0.0))
            # No count can be wider than all that is hidden beside it: cheaper than failing later.
            weights = [float(_count(table, c)) if c in line else 0.0 for c in cells]
            if sum(weights) >= threshold:
                weights[cells.index(one)] -= threshold
                rules.append((weights, 0.0))
    for before in failed:
        rules.append(([float(c not in before) for c in cells], 1.0))
    # A cell without organisations costs a little too: nothing is hidden that need not be.
    costs = [_count(table, cell) + 1 / (len(cells) + 1) for cell in cells]
    solved = milp(
        costs,
        integrality=[1] * len(cells),
        bounds=Bounds([float(cell in small) for cell in cells], [1.0] * len(cells)),
        constraints=LinearConstraint([row for row, _ in rules], [least for _, least in rules]),
    )
    if solved.x is None:
        return None
    return frozenset(cell for cell, taken in zip(cells, solved.x, strict=True) if taken > 0.5)


def _cells(table: Table) -> list[Cell]:
    return [(row, column) for row, counts in enumerate(table) for column in range(len(counts))]


def _lines(table: Table) -> list[list[Cell]]:
    """Rows and columns, whose sums are known; a single cell has no sum beside it."""
    rows = [[(row, column) for column in range(len(counts))] for row, counts in enumerate(table)]
    lines = [*rows, *(list(line) for line in zip(*rows, strict=True))]
    return [line for line in lines if len(line) > 1]


def _count(table: Table, cell: Cell) -> int:
    return table[cell[0]][cell[1]]
