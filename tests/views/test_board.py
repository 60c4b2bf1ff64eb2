"""The executive's part of the overview: one brand's card, the map of all, and the ways on."""

import pytest
import streamlit as st

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Stage
from dashboard.services import assessments, brands, demo, targets
from dashboard.views.parts import brand_card
from dashboard.views.parts.brand_card import SECONDS_TO_DRAW_THE_BAND
from tests.builders import all_at, data_trust, worked_brand
from tests.domain.aims import target
from tests.views.material import NORTHWIND, NOW, THEN, acting, begin, brand_lines, describe
from tests.views.visiting import Tab, unescaped
from tests.views.workshop_material import STEWARDSHIP, matrix_rows, room_at

STEWARDSHIP_ITEMS = [item.id for item in data_trust().items if item.id.startswith("ST")]
CHOICE = "card-brand-en"
ORDER = "portfolio-order-data-trust@1.0.0-en"


def put_on_card(tab: Tab, brand: str) -> Tab:
    box = tab.app.selectbox(key=CHOICE)
    return tab.run(box.set_value(brand_lines()[brand].brand.id))


def headings(tab: Tab) -> list[str]:
    return [unescaped(head.value) for head in tab.app.header]


def order_of(tab: Tab, *names: str) -> list[str]:
    """The names in the order in which the map's words tell them."""
    (words,) = (line for line in tab.text.splitlines() if line.startswith("Heat map of"))
    return sorted(names, key=lambda name: words.index(f"{name}: "))


def test_the_card_says_the_band_what_holds_it_and_the_figures_with_their_change() -> None:
    begin(worked_brand(ST1_1=1, ST1_2=1, ST1_3=1), wave=THEN)
    begin(worked_brand(), wave=NOW, complete=True)

    tab = Tab()

    assert headings(tab)[0] == "Held at Developing"
    assert ":material/lock: No plan for a data leak. The score alone would be Defined." in tab.text
    assert f"**{NORTHWIND}** · 2026-Q4 · 34 of 35 answered, 1 does not apply" in tab.text
    assert ":gray-badge[Self-declared]" in tab.text
    rows = [list(row) for row in tab.app.table[0].value.itertuples(index=False)]
    # ST was (0 + 33.3 + 41.7 + 16.7) / 4 = 22.9, and the overall score 32.3.
    assert [row[1:] for row in rows] == [
        ["Developing", "41", "↑ up 9"],
        ["Defined", "55", "about the same"],
        ["Defined", "47", "about the same"],
        ["Developing", "35", "↑ up 12"],
    ]
    assert "Since 2026-Q2" in tab.text


def test_a_change_within_the_noise_of_its_raters_is_no_change() -> None:
    """The method's six raters of Stewardship come to 35; before, one item was two levels lower."""
    levels = (3, 3, 3, 2, 3, 2, 2, 3, 3, 1, 2, 2)
    medians = dict(zip(STEWARDSHIP_ITEMS, map(Answer.at, levels), strict=True))
    begin(all_at(3) | medians | {"ST1.1": Answer.at(1)}, wave=THEN)
    now = begin(all_at(3) | medians, wave=NOW)
    before = [row[3] for row in Tab().app.table[0].value.itertuples(index=False)]
    room_at(Stage.CLOSED, matrix_rows(), setup=STEWARDSHIP, assessment=now)

    after = [row[3] for row in Tab().app.table[0].value.itertuples(index=False)]

    assert before[3] == "↑ up 4"
    assert after[3] == "within rater noise"


def test_the_next_steps_come_first_what_opens_the_band_and_lead_to_their_questions() -> None:
    here = begin(worked_brand())
    tab = Tab()

    assert [key.removeprefix("step-") for key in tab.keys("step-")] == ["ST4.1", "ST1.2", "ST3.2"]
    assert ":gray-badge[unblocks Defined, effort 3]" in tab.text
    assert ":gray-badge[overall +1.4, effort 1]" in tab.text

    tab.press("step-ST4.1")

    assert tab.path == "assess"
    assert (tab.address["assessment"], tab.address["dimension"]) == (here, "ST4")


def test_why_leads_to_the_results_of_the_wave_on_the_card() -> None:
    here = begin(worked_brand())
    begin(all_at(4), brand="Other")
    tab = put_on_card(Tab(), NORTHWIND).press("card-why")

    assert (tab.path, tab.address["assessment"]) == ("results", here)
    assert tab.go("").app.selectbox(key=CHOICE).value == brand_lines()[NORTHWIND].brand.id


def test_another_brand_comes_on_the_card_and_the_address_remembers_it() -> None:
    for name, level in (("One", 2), ("Two", 4)):
        begin(all_at(level), brand=name)
    tab = put_on_card(Tab(), "Two")
    assert headings(tab)[0] == "Managed"

    put_on_card(tab, "One")

    assert headings(tab)[0] == "Developing"
    assert tab.address["brand"] == brand_lines()["One"].brand.id
    assert headings(tab.again())[0] == "Developing"


def test_a_link_to_a_brand_of_the_demo_opens_the_demo() -> None:
    begin(all_at(3))
    demo.load(acting())
    name, line = next(iter(brand_lines(demo=True).items()))

    tab = Tab(lang="en", brand=line.brand.id)

    assert tab.app.selectbox(key=CHOICE).value == line.brand.id
    assert "Demo data" in tab.text
    assert name in tab.text


def test_an_address_of_somebody_elses_brand_shows_ones_own() -> None:
    begin(all_at(3))

    assert headings(Tab(brand="neverwas22"))[0] == "Defined"


def test_a_wave_that_is_only_begun_does_not_take_the_place_of_the_one_with_a_score() -> None:
    begin(all_at(4), wave=THEN, complete=True)
    newest = begin({key: value for key, value in all_at(3).items() if key == "VE1.1"}, wave=NOW)
    tab = Tab()

    assert headings(tab)[0] == "Managed"
    assert "2026-Q4 has no score yet: 1 of 36 done" in tab.labels

    tab.press("card-newer")
    assert (tab.path, tab.address["assessment"]) == ("assess", newest)


def test_a_brand_without_enough_answers_says_so_and_offers_the_questions() -> None:
    begin({key: one for key, one in all_at(3).items() if not key.startswith("ST")})
    tab = Tab()

    assert headings(tab)[0] == "Not enough answers for a score yet"
    assert not tab.keys("step-")
    assert tab.press("card-open").path == "assess"


def test_a_provisional_band_stands_between_two_and_has_no_change() -> None:
    begin(all_at(3), wave=THEN)
    begin(all_at(3, ST4_1="DK"), wave=NOW)

    tab = Tab()

    assert headings(tab)[0] == "Provisional: between Developing and Defined"
    assert list(tab.app.table[0].value.iloc[0])[2:] == ["between 47 and 51", "–"]


def test_while_nothing_is_answered_there_is_the_list_alone() -> None:
    begin()

    tab = Tab()

    assert not tab.has("card-why")
    assert "Heat map" not in tab.text
    assert tab.app.button(key="new-brand").proto.type == "primary"


def test_a_page_has_one_primary_button() -> None:
    begin(all_at(3))

    primary = [button.key for button in Tab().app.button if button.proto.type == "primary"]

    assert primary == ["card-why"]


def test_the_map_is_sorted_by_any_column_and_who_has_no_score_comes_last() -> None:
    for name, given in (("A", all_at(2)), ("B", {}), ("C", all_at(4)), ("D", all_at(3))):
        begin(given, brand=name)
    tab = Tab()
    assert order_of(tab, "D", "C", "B", "A") == ["A", "B", "C", "D"]

    tab.run(tab.app.selectbox(key=ORDER).set_value("overall highest"))
    assert order_of(tab, "A", "B", "C", "D") == ["C", "D", "A", "B"]

    tab.run(tab.app.selectbox(key=ORDER).set_value("ST lowest"))
    assert order_of(tab, "A", "B", "C", "D") == ["A", "D", "C", "B"]


def test_the_map_is_narrowed_to_an_industry_and_a_region() -> None:
    for name, where in (("A", ("retail", "europe")), ("B", ("travel", "europe"))):
        begin(all_at(3), brand=name)
        describe(name, *where)
    tab = Tab()
    assert "Heat map of 2 brands" in tab.text
    assert not tab.has("portfolio-region-en")

    tab.run(tab.app.selectbox(key="portfolio-industry-en").set_value("travel"))

    assert "Heat map of 1 brand by pillar" in tab.text
    assert order_of(tab, "B") == ["B"]


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a browser tells of itself, which AppTest has no word for."""
    told = property(lambda _: {"Sec-CH-UA-Mobile": "?1"})
    monkeypatch.setattr(type(st.context), "headers", told)


@pytest.mark.usefixtures("phone")
def test_on_a_phone_the_card_stands_alone_and_the_rest_is_made_when_it_is_opened() -> None:
    here = begin(worked_brand())
    begin(all_at(4), brand="Other")
    tab = put_on_card(Tab(), NORTHWIND)

    assert headings(tab) == ["Held at Developing"]
    assert "Heat map" not in tab.text
    assert not tab.has(f"results-{here}")
    assert tab.has("new-brand")

    tab.open("all-brands-en")
    assert "Heat map of 2 brands" in tab.text
    assert not tab.has(f"results-{here}")

    assert tab.open("all-waves-en").press(f"results-{here}").path == "results"


def test_brands_of_another_questionnaire_have_a_map_of_their_own(ferry_lines: None) -> None:
    begin(all_at(3))
    begin(brand="Ferry", questionnaire="ferry-line@1.0.0")

    assert Tab().text.count("Heat map of 1 brand by pillar") == 2


def test_the_gap_to_a_target_stands_on_the_card() -> None:
    begin(worked_brand())
    brand = brand_lines()[NORTHWIND].brand
    assert "under the target" not in Tab().text

    targets.put(acting(), brand.id, target(), read=None)
    targets.put(acting(), brand.id, target("VE3", 50), read=None)

    text = Tab().text
    assert "#### Short of target" in text
    assert "Permission first: 10 under the target of 60, due 31 March 2027" in text
    assert "target 50 reached" not in text


def test_an_archived_brand_is_neither_on_the_card_nor_in_the_map() -> None:
    begin(all_at(4), brand="Gone")
    begin(all_at(2), brand="Here")
    brands.archive(acting(), brand_lines()["Gone"].brand.id)

    tab = Tab()

    assert not tab.has(CHOICE)
    assert headings(tab)[0] == "Developing"
    assert "Gone: " not in tab.text


def test_the_card_speaks_chinese() -> None:
    here = begin(worked_brand())
    assessments.complete(acting(), here)

    tab = Tab(lang="zh")

    assert headings(tab)[0].startswith("停留在“")
    assert "为什么？" in tab.labels


def test_only_the_first_page_of_a_visit_lets_the_band_be_drawn_before_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(brand_card, "sleep", waits.append)
    begin(worked_brand())
    Tab()
    assert not waits

    told = property(lambda _: {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0"})
    monkeypatch.setattr(type(st.context), "headers", told)
    tab = Tab()
    assert waits == [SECONDS_TO_DRAW_THE_BAND]

    tab.run()
    assert waits == [SECONDS_TO_DRAW_THE_BAND]
