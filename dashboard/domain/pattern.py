"""Which cohorts of a release are shown, so that nobody can work out a small one from the rest.

First small sizes and regions are taken together, then small cohorts are hidden, then what lies
beside them (`suppression`): in each line of industries, regions and sizes under all, and in the
table of industry by size with its sums.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.cohort import LEAST, NOT_STATED, Cohort, Kind, Organisation, dominated
from dashboard.domain.suppression import hidden_cells

Group = tuple[str, ...]
"""Keys that are taken together."""


@dataclass(frozen=True)
class Pattern:
    """The cohorts of a release by what becomes of them.

    `hidden` are those that would be shown if they were large enough; organisations that do not
    state something are counted (`known`) and never shown.
    """

    industries: tuple[Group, ...]
    sizes: tuple[Group, ...]
    regions: tuple[Group, ...]
    members: Mapping[Cohort, tuple[Organisation, ...]]
    hidden: frozenset[Cohort]
    untold: frozenset[Cohort] = frozenset()
    """Nothing that would have to be hidden, but not told either."""

    @cached_property
    def shown(self) -> tuple[Cohort, ...]:
        return tuple(c for c, own in self.members.items() if self._is_shown(c, own))

    def _is_shown(self, cohort: Cohort, own: Sequence[Organisation]) -> bool:
        stated = NOT_STATED not in (*cohort.industry, *cohort.region, *cohort.size)
        return cohort not in self.hidden | self.untold and stated and len(own) >= LEAST


def pattern(
    organisations: Sequence[Organisation],
    *,
    sizes_in_order: Sequence[str],
    kept_hidden: Callable[[Cohort], bool] = lambda _: False,
) -> Pattern:
    """Group and hide. `kept_hidden` says of a cohort that it must not be shown yet."""
    industries = tuple((key,) for key in _keys(one.industry for one in organisations))
    sizes = tuple(_adjacent([one.size for one in organisations], sizes_in_order))
    regions = tuple(_pooled([one.region for one in organisations]))
    members = _members(organisations, industries, regions, sizes)

    def unfit(cohort: Cohort) -> bool:
        own = members[cohort]
        return bool(own) and (dominated(own) or kept_hidden(cohort))

    lines = [
        [Cohort(industry=group) for group in industries],
        [Cohort(region=group) for group in regions],
        [Cohort(size=group) for group in sizes],
    ]
    hidden = set().union(*(_hidden([[[one] for one in line]], members, unfit) for line in lines))
    if len(industries) < 2 or len(sizes) < 2:
        # A table of one row or column has nothing that its sums do not say.
        cells = frozenset(c for c in members if c.kind is Kind.INDUSTRY_SIZE)
        return Pattern(industries, sizes, regions, members, frozenset(hidden), cells)
    table = _table(industries, sizes, hidden)
    hidden |= _hidden(table, members, lambda c: _in_lost_line(c, hidden) or unfit(c))
    return Pattern(industries, sizes, regions, members, frozenset(hidden))


def _table(
    industries: Sequence[Group], sizes: Sequence[Group], hidden: Collection[Cohort]
) -> list[list[list[Cohort]]]:
    """Industry by size. Hidden industries are one row, hidden sizes one column: their sums alone
    are known."""
    rows = _one_for_all(industries, [c.industry for c in hidden])
    columns = _one_for_all(sizes, [c.size for c in hidden])
    return [
        [
            [Cohort(industry=one, size=other) for one in row for other in column]
            for column in columns
        ]
        for row in rows
    ]


def _one_for_all(groups: Sequence[Group], lost: Collection[Group]) -> list[list[Group]]:
    together = [group for group in groups if group in lost]
    return [[group] for group in groups if group not in lost] + ([together] if together else [])


def _in_lost_line(cohort: Cohort, hidden: Collection[Cohort]) -> bool:
    return Cohort(industry=cohort.industry) in hidden or Cohort(size=cohort.size) in hidden


def _keys(stated: Iterable[str]) -> list[str]:
    return sorted(set(stated))


def _members(
    organisations: Sequence[Organisation],
    industries: Sequence[Group],
    regions: Sequence[Group],
    sizes: Sequence[Group],
) -> dict[Cohort, tuple[Organisation, ...]]:
    """Every cohort there is, all first, with who belongs to it."""
    size_of = {key: group for group in sizes for key in group}
    region_of = {key: group for group in regions for key in group}
    found: dict[Cohort, list[Organisation]] = {cohort: [] for cohort in _all(
        industries, regions, sizes)}  # fmt: skip
    for one in organisations:
        industry, size = (one.industry,), size_of[one.size]
        for cohort in (
            Cohort(),
            Cohort(industry=industry),
            Cohort(region=region_of[one.region]),
            Cohort(size=size),
            Cohort(industry=industry, size=size),
        ):
            found[cohort].append(one)
    return {cohort: tuple(own) for cohort, own in found.items()}


def _all(
    industries: Sequence[Group], regions: Sequence[Group], sizes: Sequence[Group]
) -> Iterator[Cohort]:
    yield Cohort()
    yield from (Cohort(industry=group) for group in industries)
    yield from (Cohort(region=group) for group in regions)
    yield from (Cohort(size=group) for group in sizes)
    yield from (Cohort(industry=one, size=other) for one in industries for other in sizes)


def _adjacent(stated: Sequence[str], order: Sequence[str]) -> Iterator[Group]:
    """Sizes in their order, each taken together with the next until they are enough."""
    counts = Counter(stated)
    group: Group = ()
    done: list[Group] = []
    for key in (key for key in order if counts[key]):
        group = (*group, key)
        if sum(counts[one] for one in group) >= LEAST:
            done.append(group)
            group = ()
    if group and done:
        done[-1] = (*done[-1], *group)
    elif group:
        done.append(group)
    yield from done
    yield from ((key,) for key in _keys(stated) if key not in order)


def _pooled(stated: Sequence[str]) -> Iterator[Group]:
    """Regions by themselves; the small ones together."""
    counts = Counter(stated)
    small = tuple(key for key in _keys(stated) if counts[key] < LEAST and key != NOT_STATED)
    yield from ((key,) for key in _keys(stated) if key not in small)
    if small:
        yield small


def _hidden(
    table: Sequence[Sequence[Sequence[Cohort]]],
    members: Mapping[Cohort, Collection[Organisation]],
    also: Callable[[Cohort], bool],
) -> set[Cohort]:
    """What `suppression` hides of a table whose cells hold one cohort or several."""
    counts = [[sum(len(members[one]) for one in cell) for cell in row] for row in table]
    cells = [
        (n, m)
        for n, row in enumerate(table)
        for m, cell in enumerate(row)
        if counts[n][m] and any(also(cohort) for cohort in cell)
    ]
    hidden = hidden_cells(counts, LEAST, cells)
    return {cohort for row, column in hidden for cohort in table[row][column]}
