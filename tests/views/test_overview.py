"""Overview: what stands here, and how brands and waves are changed."""

import pytest

from dashboard.domain.assessment import BrandProfile
from dashboard.services import assessments, brands
from tests.builders import all_at, ferry_line, worked_brand
from tests.views.instruments import FERRY_LINE_NEXT
from tests.views.material import (
    FERRY_LINE,
    NORTHWIND,
    NOW,
    THEN,
    acting,
    begin,
    brand_lines,
    names,
    waves,
)
from tests.views.visiting import Tab

NAME_TAKEN = "A brand of this name is there already. Choose another name."


def test_every_wave_shows_its_status_band_and_score_and_the_way_in() -> None:
    draft = begin({**all_at(3, VE1_1=None, DU4_2="DK")}, wave=NOW)
    done = begin(worked_brand(), wave=THEN, complete=True)
    empty = begin(brand="Empty")

    tab = Tab()

    assert "in progress, 35 of 36 done" in tab.text
    assert ":material/check: complete" in tab.text
    assert "**Developing** · 41 of 100 · :material/lock: No plan for a data leak" in tab.text
    assert [b.label for b in tab.app.button if b.key == f"assess-{draft}"] == ["Continue"]
    assert [b.label for b in tab.app.button if b.key == f"assess-{done}"] == ["Answers"]
    assert [b.label for b in tab.app.button if b.key == f"assess-{empty}"] == ["Start"]
    assert not tab.has(f"results-{empty}")
    assert tab.press(f"results-{done}").address["assessment"] == done
    assert (tab.path, Tab().press(f"assess-{draft}").path) == ("results", "assess")


def test_the_title_says_what_the_newest_waves_come_to() -> None:
    begin(worked_brand())
    assert Tab().title == f"{NORTHWIND} is at Developing: No plan for a data leak"

    begin(all_at(5), brand="Best")
    assert Tab().title == "Every brand has a result; the highest band is Leading"


@pytest.mark.parametrize("way", ["highest", "lowest"])
def test_the_map_sorts_a_provisional_brand_last_as_it_shows_no_score_of_it(way: str) -> None:
    """Unsure would be at 50, between the two others."""
    for name, given in {
        "Firm": all_at(4),
        "Low": all_at(2),
        "Unsure": all_at(3, ST4_1="DK"),
    }.items():
        begin(given, brand=name)
    tab = Tab()

    (order,) = (box for box in tab.app.selectbox if box.label == "Order of the brands")
    tab.run(order.set_value(f"overall {way}"))

    first, second = ("Firm", "Low") if way == "highest" else ("Low", "Firm")
    said = tab.text
    assert said.index(f"{first}: Overall") < said.index(f"{second}: Overall")
    assert said.index(f"{second}: Overall") < said.index("Unsure: Overall")


def test_the_title_names_no_band_that_is_not_firm_and_none_across_questionnaires(
    ferry_lines: None,
) -> None:
    begin(all_at(3, ST4_1="DK"), brand="Unsure")
    begin(all_at(5, ST4_1="DK"), brand="Unsure of more")
    assert Tab().title == "Every brand has a result"

    begin(all_at(2), brand="Firm")
    assert Tab().title == "Every brand has a result; the highest band is Developing"

    ferries = all_at(1, questionnaire=ferry_line())
    begin(ferries, brand="Ferry", questionnaire=FERRY_LINE)
    assert Tab().title == "Every brand has a result"


def test_among_many_brands_one_is_found_by_name() -> None:
    for number in range(14):
        begin(brand=f"Brand {number:02}")
    tab = Tab()

    tab.app.text_input(key="find-brand").set_value("bRAND 07")
    tab.run()

    assert [s.value for s in tab.app.subheader] == ["Brand 07"]
    tab.app.text_input(key="find-brand").set_value("nobody")
    assert "No brand has this in its name." in tab.run().text


def test_a_brand_is_edited_and_the_form_holds_what_was_there() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "edit").fill(Name="Acme & Sons")
    tab.app.selectbox(key=f"size-{brand.id}-en").set_value("250-999")

    tab.press_label("Save")

    assert names() == ["Acme & Sons"]
    assert "Acme & Sons" in tab.text
    again = tab.pick(f"brand-menu-{brand.id}-en", "edit")
    assert again.app.selectbox(key=f"size-{brand.id}-en").value == "250-999"


def test_an_edit_of_what_somebody_else_has_changed_meanwhile_is_refused_in_place() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "edit").fill(Name="Mine")
    brands.change(acting(), brand.id, BrandProfile(name="Theirs"), read=brand.profile)

    tab.press_label("Save")

    assert tab.errors == ["Not saved: somebody has changed this meanwhile. Reload the page."]
    assert names() == ["Theirs"]


def test_the_form_of_one_brand_holds_nothing_of_another() -> None:
    for name, industry in (("One", "retail"), ("Two", "travel")):
        begin(brand=name)
        brand = brand_lines()[name].brand
        profile = brand.profile.model_copy(update={"industry": industry})
        brands.change(acting(), brand.id, profile, read=brand.profile)
    one, two = (brand_lines()[name].brand.id for name in ("One", "Two"))
    tab = Tab().pick(f"brand-menu-{one}-en", "edit")
    assert [box.value for box in tab.app.selectbox][:1] == ["retail"]

    tab.pick(f"brand-menu-{two}-en", "edit")

    assert [box.value for box in tab.app.selectbox][:1] == ["travel"]
    tab.press_label("Save")
    assert brand_lines()["Two"].brand.profile.industry == "travel"


def test_a_brand_cannot_take_anothers_name() -> None:
    begin(brand="One")
    begin(brand="Two")
    two = brand_lines()["Two"].brand.id

    tab = Tab().pick(f"brand-menu-{two}-en", "edit").fill(Name="One").press_label("Save")

    assert tab.errors == [NAME_TAKEN]
    assert sorted(names()) == ["One", "Two"]


def test_a_wave_is_renamed_but_not_to_one_that_is_there() -> None:
    assessment = begin(all_at(3), wave=NOW)
    begin(all_at(3), wave=THEN)
    tab = Tab().pick(f"wave-menu-{assessment}-en", "rename").fill(Wave=THEN).press_label("Save")
    assert tab.errors == ["This brand has a wave of this name already. Choose another name."]

    tab.fill(Wave="Winter").press_label("Save")

    assert waves() == ["Winter", THEN]
    assert "Winter" in tab.text
    tab.pick(f"wave-menu-{assessment}-en", "rename").fill(Wave="").press_label("Save")
    assert tab.errors == ["Give the wave a name, such as 2026-Q4."]


def test_a_wave_of_a_brand_that_was_deleted_meanwhile_is_refused_in_words() -> None:
    begin(all_at(3))
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}").fill(Wave="2027")
    brands.delete(acting(), brand.id)

    tab.press_label("Begin")

    assert len(tab.errors) == 1
    assert tab.errors[0].startswith("Not saved")


def test_putting_away_a_wave_that_was_deleted_meanwhile_is_no_failure() -> None:
    assessment = begin(all_at(3))
    tab = Tab()
    assessments.delete(acting(), assessment)

    tab.pick(f"wave-menu-{assessment}-en", "archive")

    assert "No wave yet." in tab.text
    assert not tab.errors


@pytest.mark.slow
def test_maps_of_two_versions_say_of_which_they_speak(two_versions: None) -> None:
    given = all_at(1, questionnaire=ferry_line())
    begin(given, brand="Old", questionnaire=FERRY_LINE)
    begin(given, brand="Other", questionnaire=FERRY_LINE)
    begin(given, brand="New", questionnaire=FERRY_LINE_NEXT)
    title = "Passenger data on the ferry"

    tab = Tab()

    assert f"{title} 1.0.0: Booking" in tab.text
    assert f"{title} 1.1.0: Booking" in tab.text

    begin(all_at(3), brand="Elsewhere")
    assert "Brand data trust: No pillar is clearly the weakest" in Tab().text


def test_the_card_says_why_it_shows_no_change_across_versions(two_versions: None) -> None:
    given = all_at(1, questionnaire=ferry_line())
    begin(given, wave=THEN, questionnaire=FERRY_LINE)
    begin(given, wave=NOW, questionnaire=FERRY_LINE_NEXT)
    why = f"No change is shown: {THEN} was scored by another version of the questionnaire."

    assert why in Tab().text

    begin(given, wave=THEN, questionnaire=FERRY_LINE, brand="Other")
    begin(given, wave=NOW, questionnaire=FERRY_LINE, brand="Other")
    other = Tab(brand=brand_lines()["Other"].brand.id).text
    assert f"Since {THEN}" in other
    assert why not in other


def test_a_form_opens_with_what_is_stored_not_with_what_was_left_in_it() -> None:
    assessment = begin(all_at(3), brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab()
    for menu, action, label, stored_word in (
        (f"wave-menu-{assessment}-en", "rename", "Wave", NOW),
        (f"brand-menu-{brand.id}-en", "edit", "Name", "Acme"),
    ):
        tab.pick(menu, action).fill(**{label: "Typo"})

        tab.pick(menu, action)

        (field,) = (f for f in tab.app.text_input if f.label.startswith(label))
        assert field.value == stored_word
