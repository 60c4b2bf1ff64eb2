"""Who changes the language keeps what was chosen on the page."""

import pytest

from dashboard.domain.text import Lang
from tests.builders import all_at, worked_brand
from tests.views.material import begin, describe
from tests.views.visiting import Tab

ORDER = "portfolio-order-data-trust@1.0.0"
INDUSTRY = "portfolio-industry"


def choose(tab: Tab, key: str, value: str | None) -> None:
    tab.run(tab.app.selectbox(key=key).set_value(value))


def chosen(tab: Tab, name: str, lang: Lang) -> object:
    return tab.app.selectbox(key=f"{name}-{lang}").value


def test_the_map_keeps_its_order_and_its_narrowing() -> None:
    for name, level, industry in (("A", 2, "travel"), ("B", 3, "retail"), ("C", 4, "travel")):
        begin(all_at(level), brand=name)
        describe(name, industry, "europe")
    tab = Tab()
    choose(tab, f"{ORDER}-en", "overall highest")
    choose(tab, f"{INDUSTRY}-en", "travel")

    tab.speak("zh")
    assert (chosen(tab, ORDER, "zh"), chosen(tab, INDUSTRY, "zh")) == ("overall highest", "travel")

    choose(tab, f"{INDUSTRY}-zh", None)
    tab.speak("en")
    assert (chosen(tab, ORDER, "en"), chosen(tab, INDUSTRY, "en")) == ("overall highest", None)


@pytest.mark.slow
def test_the_plan_keeps_what_it_is_for() -> None:
    here = begin(worked_brand())
    tab = Tab("plan", assessment=here)
    tab.select("plan-for-en", "band")
    choose(tab, "plan-band-en", "leading")

    tab.speak("zh")

    assert tab.app.radio(key="plan-for-zh").value == "band"
    assert chosen(tab, "plan-band", "zh") == "leading"
