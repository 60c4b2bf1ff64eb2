"""The plans of the method's page are what the code computes, in both languages."""

from collections.abc import Callable

import pytest

from dashboard.domain.plan import Plan, best_plan, greedy_plan
from dashboard.domain.text import Lang
from dashboard.domain.wish import Wish
from tests.builders import data_trust, worked_brand
from tests.documents import table

MAKES: tuple[Callable[..., object], ...] = (best_plan, greedy_plan)
WISHES = (
    Wish(budget=10),
    *(Wish(budget=budget, band_first=False) for budget in (10, 20, 40)),
)


def told(plan: object, lang: Lang) -> str:
    assert isinstance(plan, Plan)
    assert plan.result.overall.score is not None
    assert plan.result.band.awarded is not None
    band = data_trust().band(plan.result.band.awarded).name.get(lang)
    return f"{plan.result.overall.score:.2f}{', ' if lang == 'en' else '，'}{band}"


PAGES = {
    "en": ("docs/method.md", "Asked for", "Exact plan", "In the order of the steps"),
    "zh": ("docs/method.zh.md", "要求", "最优计划", "按顺序推进"),
}


@pytest.mark.parametrize("lang", PAGES)
def test_the_plans_on_the_page_are_those_of_the_code(lang: Lang) -> None:
    rows = table(*PAGES[lang])
    given = worked_brand()

    for wish, row in zip(WISHES, rows, strict=False):
        exact, plain_order = (told(make(data_trust(), given, wish), lang) for make in MAKES)
        assert row[1:] == [exact, plain_order]


@pytest.mark.parametrize("lang", PAGES)
def test_the_least_effort_on_the_page_is_that_of_the_code(lang: Lang) -> None:
    last = table(*PAGES[lang])[-1]
    given, wish = worked_brand(DU4_2=3), Wish(band="managed")

    for make, cell in zip(MAKES, last[1:], strict=True):
        plan = make(data_trust(), given, wish)
        assert isinstance(plan, Plan)
        assert f"{plan.effort:g}" in cell
