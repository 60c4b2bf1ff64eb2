"""What is told of the scores of sums narrows a hidden number that the sums alone leave open."""

from collections import Counter

from dashboard.domain.cohort import Kind
from dashboard.domain.disclosure import protects
from dashboard.domain.distribution import Distribution, distribution
from dashboard.domain.pattern import pattern
from tests.domain.organisations import SIZES, made, several


def told_of(scores: list[float]) -> Distribution:
    found = distribution(scores)
    assert found
    return found


def test_scores_that_lie_apart_would_give_a_number_away_so_sizes_are_not_told() -> None:
    """Retail scores low, large firms score high: hardly any can be both, as their sums alone would
    not say. Of 24 in retail and 24 large ones, two at most are both."""
    members = [
        *several(20, 5, industry="retail", size="1-9"),
        *several(4, 5, industry="retail", size="250-999"),
        *several(4, 95, industry="banking", size="1-9"),
        *several(20, 95, industry="banking", size="250-999"),
    ]
    plan = pattern(members, sizes_in_order=SIZES)
    cells = {cohort for cohort in plan.hidden if cohort.kind is Kind.INDUSTRY_SIZE}
    assert len(cells) == 4

    release = made(members).release

    assert release.by_cohort.keys() & cells == set()
    kinds = Counter(each.cohort.kind for each in release.cohorts)
    assert kinds[Kind.INDUSTRY] == 2
    assert kinds[Kind.SIZE] == 0


def test_shares_of_evidence_that_lie_apart_give_a_number_away_as_scores_do() -> None:
    """Retail is told at 10%, large firms at 90%: of 24 and 24, seven at most can be both."""
    members = [
        *several(20, industry="retail", size="1-9", evidence=0),
        *several(4, industry="retail", size="250-999", evidence=0.5),
        *several(4, industry="banking", size="1-9", evidence=0.5),
        *several(20, industry="banking", size="250-999", evidence=1),
    ]

    release = made(members).release

    assert [each.evidence for each in release.cohorts if each.cohort.industry] == [90, 10]
    assert not any(each.cohort.size for each in release.cohorts)


def test_two_measures_narrow_together_what_each_leaves_open() -> None:
    """Eight small banks: 1 to 13 by VE, 7.7 to 22 by DU, so 7.7 to 13 by both."""
    members = [
        each.model_copy(update={"scores": {"overall": 50.0, "VE": ve, "DU": du, "ST": 50.0}})
        for n, industry, size, ve, du in (
            (14, "retail", "1-9", 95, 50),
            (7, "retail", "250-999", 35, 5),
            (8, "banking", "1-9", 50, 65),
            (20, "banking", "250-999", 50, 50),
        )
        for each in several(n, industry=industry, size=size)
    ]
    plan = pattern(members, sizes_in_order=SIZES)
    shown = {cohort: plan.members[cohort] for cohort in plan.shown}
    ve, du = (
        {cohort: told_of([each.scores[name] for each in own]) for cohort, own in shown.items()}
        for name in ("VE", "DU")
    )

    assert protects(plan, [ve])
    assert protects(plan, [du])
    assert not protects(plan, [ve, du])
    assert not any(each.cohort.size for each in made(members).release.cohorts)


def test_nothing_hidden_needs_no_attack() -> None:
    plan = pattern(several(12), sizes_in_order=SIZES)

    assert plan.hidden == frozenset()
    assert protects(plan, [{}])
