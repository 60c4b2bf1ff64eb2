"""Beginning: from the empty page to the first question, and a wave after the last."""

from datetime import date

import pytest

from dashboard.services import assessments, brands
from tests.builders import all_at
from tests.views.material import (
    FERRY_LINE,
    NORTHWIND,
    NOW,
    THEN,
    acting,
    begin,
    brand_lines,
    names,
    sheet,
    stored,
    waves,
)
from tests.views.visiting import Tab

NAME_TAKEN = "A brand of this name is there already. Choose another name."


def new_brand(name: str, wave: str = NOW) -> Tab:
    return Tab().press("new-brand").fill(Name=name, Wave=wave).press_label("Create and begin")


def test_the_empty_page_says_what_will_be_here_and_how_to_begin() -> None:
    tab = Tab()

    assert tab.title == "How far can people trust your brand with data?"
    assert tab.labels == ["New brand", "Import files", "Load the demo"]
    assert "Nothing is sent anywhere, and nobody is tracked." in tab.text


def test_a_brand_and_its_first_wave_are_created_in_one_step() -> None:
    tab = Tab().press("new-brand").fill(Name="  Acme  ", Wave="2027", Parent="Acme Group")
    tab.app.selectbox(key="industry-new-en").set_value("retail")

    tab.press_label("Create and begin")

    assert (tab.path, tab.title) == ("assess", "Worth of the offer")
    brand = brand_lines()["Acme"].brand.profile
    assert (brand.industry, brand.region, brand.parent) == ("retail", None, "Acme Group")
    assert waves("Acme") == ["2027"]
    overview = tab.go("")
    assert "Acme" in overview.text
    assert "Retail · part of Acme Group" in overview.text


def test_the_quarter_is_proposed_as_the_name_of_the_wave() -> None:
    tab = Tab().press("new-brand")

    now = acting().now()
    proposed = [field.value for field in tab.app.text_input if field.label == "Wave"]

    assert proposed == [f"{now.year}-Q{(now.month + 2) // 3}"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "Give the brand a name."),
        ("   ", "Give the brand a name."),
        ("bell\x07", "Give the brand a name of 1 to 200 characters, without control characters."),
    ],
)
def test_a_brand_without_a_usable_name_is_refused_and_the_form_stays(name: str, says: str) -> None:
    tab = Tab().press("new-brand").fill(Name=name, Wave="my wave")

    tab.press_label("Create and begin")

    assert tab.errors == [says]
    assert [field.value for field in tab.app.text_input if field.label == "Wave"] == ["my wave"]
    assert names() == []
    tab.fill(Name="Acme").press_label("Create and begin")
    assert (names(), waves("Acme")) == (["Acme"], ["my wave"])


@pytest.mark.parametrize("wave", ["", "  ", "bell\x07"])
def test_a_wave_without_a_usable_name_is_refused_before_the_brand_is_made(wave: str) -> None:
    tab = new_brand("Acme", wave)

    assert tab.errors == ["Give the wave a name, such as 2026-Q4."]
    assert names() == []


def test_a_second_brand_of_the_same_name_is_refused_in_words() -> None:
    begin(brand="Acme")

    tab = new_brand("Acme")

    assert tab.errors == [NAME_TAKEN]
    assert names() == ["Acme"]
    tab.fill(Name="Acme Two").press_label("Create and begin")
    assert sorted(names()) == ["Acme", "Acme Two"]


def test_a_new_wave_begins_empty_with_last_waves_answers_at_hand() -> None:
    begin(all_at(4), wave=THEN)
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}")
    assert "It begins empty, with last time's answers at hand." in tab.text

    tab.fill(Wave=NOW).press_label("Begin")

    assert tab.path == "assess"
    assert waves() == [NOW, THEN]
    assert stored(tab.address["assessment"], "VE1.1") == [None]
    assert "Use the answers of 2026-Q2 for 3 open questions" in tab.labels


def test_a_second_wave_of_the_same_name_is_refused_in_words() -> None:
    begin(all_at(4))
    brand = brand_lines()[NORTHWIND].brand

    tab = Tab().press(f"wave-{brand.id}").fill(Wave=NOW).press_label("Begin")

    assert tab.errors == ["This brand has a wave of this name already. Choose another name."]
    assert waves() == [NOW]


def test_what_is_archived_takes_its_name_with_it_and_that_is_said() -> None:
    assessment = begin(all_at(4))
    brand = brand_lines()[NORTHWIND].brand
    assessments.archive(acting(), assessment)

    tab = Tab().press(f"wave-{brand.id}").fill(Wave=NOW).press_label("Begin")
    assert tab.errors == ["A wave of this name is archived. Bring it back, or choose another name."]
    brands.archive(acting(), brand.id)
    tab = Tab().press("new-brand").fill(**{"Name of the brand": NORTHWIND})
    tab.press_label("Create and begin")
    assert tab.errors == [
        "A brand of this name is archived. Bring it back, or choose another name."
    ]


def test_a_wave_of_an_earlier_day_is_put_before_the_others() -> None:
    begin(all_at(4))
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}").fill(Wave="2025")

    tab.app.date_input(key=f"day-of-{brand.id}").set_value(date(2025, 6, 30))
    tab.press_label("Begin")

    assert waves() == [NOW, "2025"]
    assert sheet(tab.address["assessment"]).assessment.day == date(2025, 6, 30)
    assert "Use the answers" not in " ".join(tab.labels)


def test_a_wave_may_ask_another_questionnaire(ferry_lines: None) -> None:
    begin(all_at(4))
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}").fill(Wave="ferry")
    choice = tab.app.selectbox(key=f"questionnaire-{brand.id}-en")
    assert choice.options == ["Brand data trust 1.0.0", "Passenger data on the ferry 1.0.0"]

    choice.set_value(1)
    tab.press_label("Begin")

    assert tab.title == "Asking for little"
    assert sheet(tab.address["assessment"]).questionnaire.reference == FERRY_LINE
