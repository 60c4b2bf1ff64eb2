"""Outside evidence as the pages show it: every table with its block, and what it holds as values.

A kind of table that pictures are made of is read into values, each cell checked. A table of no
kind is shown as it is; its bars, if its block declares some, are checked too.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from dashboard.catalog.csv_table import Cells
from dashboard.catalog.evidence import Kind, Published, Source, read_published
from dashboard.catalog.outside_rows import (
    MOST_BARS,
    DisclosureCells,
    MatchCells,
    TrackerCells,
    bars_of,
    disclosures,
    matches,
    site_categories,
)
from dashboard.catalog.policy import (
    ProductCells,
    ReplyCells,
    check_replies,
    policy_products,
    policy_questions,
)
from dashboard.catalog.yaml_tree import YamlTree
from dashboard.domain.outside import (
    Bars,
    Disclosure,
    Match,
    PolicyQuestion,
    RatedProduct,
    SiteCategory,
)

CELLS: Final[dict[Kind, type[Cells]]] = {
    "trackers": TrackerCells,
    "products": ProductCells,
    "replies": ReplyCells,
    "disclosure": DisclosureCells,
    "matches": MatchCells,
}
"""The kinds of which certain columns are needed."""
KEYS: Final[dict[Kind, tuple[str, ...]]] = {
    "trackers": ("site_category",),
    "products": ("slug",),
    "replies": ("question", "option"),
    "disclosure": ("index_year", "company"),
    "matches": ("index_year", "company"),
}
"""The columns by which a line of a kind is told from the others: twice, it would count twice."""
WITH_BARS: Final[tuple[Kind, ...]] = ("sector trust",)
"""The kinds whose picture is the bars that the block declares."""


@dataclass(frozen=True)
class Outside:
    """All of it; what no table speaks of is empty."""

    published: tuple[Published, ...] = ()
    trackers: tuple[SiteCategory, ...] = ()
    questions: tuple[PolicyQuestion, ...] = ()
    products: tuple[RatedProduct, ...] = ()
    companies: tuple[Disclosure, ...] = ()
    matches: tuple[Match, ...] = ()
    bars: dict[str, Bars] = field(default_factory=dict)
    """By the name of the file."""

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(one.source for one in self.published)

    @property
    def further(self) -> tuple[Published, ...]:
        """The tables of no kind that the pages know."""
        return tuple(one for one in self.published if one.source.kind is None)

    def of(self, kind: Kind) -> Published | None:
        return next((one for one in self.published if one.source.kind == kind), None)


def read_outside(file: Path) -> tuple[Outside, YamlTree]:
    """Read the blocks, the tables and their cells; the tree has all problems of all files."""
    published, tree = read_published(file)
    sound = [one for one in published if _columns_are_there(tree, one)]
    outside = _outside(published, {one.source.kind: one for one in sound if one.source.kind})
    bars = {one.source.file: bars_of(one, one.source.bars) for one in sound if one.source.bars}
    for one in sound:
        if one.source.kind in KEYS:
            one.table.check_once(*KEYS[one.source.kind])
    for one in published:
        tree.problems += one.table.problems
    return replace(outside, bars=bars), tree


def _outside(published: tuple[Published, ...], by_kind: dict[Kind, Published]) -> Outside:
    trackers, disclosure = by_kind.get("trackers"), by_kind.get("disclosure")
    products, replies = by_kind.get("products"), by_kind.get("replies")
    matched = by_kind.get("matches")
    questions = policy_questions(replies) if replies else ()
    rated = policy_products(products, questions) if products else ()
    if products and replies and not replies.table.problems:
        check_replies(products.table, replies.table, questions)
    companies = disclosures(disclosure) if disclosure else ()
    sound = not any(one.table.problems for one in (products, disclosure) if one)
    return Outside(
        published=published,
        trackers=site_categories(trackers) if trackers else (),
        questions=questions,
        products=rated,
        companies=companies,
        matches=tuple(matches(matched, rated, companies)) if matched and sound else (),
    )


def _columns_are_there(tree: YamlTree, one: Published) -> bool:
    """Whether the table has the columns that its kind and its bars need; a fault says which not."""
    source, before = one.source, len(tree.problems)
    model = CELLS.get(source.kind) if source.kind else None
    needed = tuple(model.model_fields) if model else ()
    if missing := [name for name in needed if name not in one.table.columns]:
        message = f"{source.kind} needs the columns {', '.join(missing)} as well"
        tree.fault((*one.path, "kind"), message)
    if source.bars is None and source.kind in WITH_BARS:
        tree.fault((*one.path, "kind"), f"{source.kind} needs bars")
    if source.bars:
        for key, column in (("label", source.bars.label), ("value", source.bars.value)):
            if column not in one.table.columns:
                message = f"{source.file} has no column {column}"
                tree.fault((*one.path, "bars", key), message)
            elif key == "value" and not any(cell.strip() for _, cell in one.table.column(column)):
                tree.fault((*one.path, "bars", key), f"{column} has no value to draw")
        if len(one.table.lines) > MOST_BARS:
            message = f"{source.file} has more than the {MOST_BARS} lines that bars can show"
            tree.fault((*one.path, "bars"), message)
    return len(tree.problems) == before
