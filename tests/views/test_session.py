"""Language, address and reload: what a person is in the middle of is never lost."""

import pytest

from dashboard.domain.text import Lang
from dashboard.i18n import words
from dashboard.services import assessments
from dashboard.views.session import told_of_a_phone
from tests.builders import all_at
from tests.views.material import acting, begin, somebody_else, stored
from tests.views.visiting import Tab

FOUR = ("VE1.1", "VE1.2", "VE1.3", "VE2.1")


@pytest.mark.parametrize(
    ("locale", "lang"), [("en-GB", "en"), ("zh-CN", "zh"), ("zh", "zh"), ("de-DE", "en")]
)
def test_a_first_visit_speaks_the_language_of_the_browser(locale: str, lang: Lang) -> None:
    tab = Tab(locale=locale)

    assert tab.lang == lang
    assert tab.title == words(lang)("How far can people trust your brand with data?")


def test_the_address_decides_on_the_language_before_the_browser_does() -> None:
    assessment = begin()

    english = Tab("assess", assessment=assessment, locale="zh-CN", lang="en")
    chinese = Tab("assess", assessment=assessment, locale="en-GB", lang="zh")

    assert (english.title, chinese.title) == ("Worth of the offer", "回报价值")


def test_a_language_that_there_is_not_gives_way_to_the_browsers() -> None:
    assert Tab(locale="zh-CN", lang="tlh").lang == "zh"


def test_the_language_stays_when_the_navigation_drops_the_query_string() -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment, dimension="ST1", lang="zh")

    tab.go("results").go("library").go("").go("assess")

    assert tab.address == {"lang": "zh", "assessment": assessment, "dimension": "ST1"}
    assert tab.title == "许可先行"


def test_switching_the_language_keeps_the_place_on_every_page() -> None:
    assessment = begin(all_at(3))
    for page in ("", "assess", "results", "library"):
        tab = Tab(page, assessment=assessment)
        before = tab.address

        tab.speak("zh")

        assert tab.path == page
        assert tab.address == before | {"lang": "zh"}


def test_four_answers_stand_after_two_switches_of_the_language_and_a_reload() -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment)
    tab.answer("VE1.1", 4).answer("VE1.2", 1).answer("VE1.3", "dont_know")

    tab.speak("zh").press("next").answer("VE2.1", 2).speak("en")

    assert stored(assessment, *FOUR) == [4, 1, "dont_know", 2]
    assert tab.chosen("VE2.1") == [2]
    again = tab.again()
    assert again.chosen("VE2.1") == [2]
    assert again.press("back").chosen("VE1.1", "VE1.2", "VE1.3") == [4, 1, "dont_know"]
    assert stored(assessment, *FOUR) == [4, 1, "dont_know", 2]


def test_answers_stand_in_both_languages_on_the_same_page() -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment)
    tab.answer("VE1.1", 4).answer("VE1.2", 1)

    tab.speak("zh").answer("VE1.3", 5)

    assert tab.chosen(*FOUR[:3]) == [4, 1, 5]
    tab.answer("VE1.1", 2).speak("en")
    assert tab.chosen(*FOUR[:3]) == [2, 1, 5]
    assert stored(assessment, *FOUR[:3]) == [2, 1, 5]


def test_the_address_names_the_dimension_from_the_first_page_on() -> None:
    assessment = begin()

    tab = Tab("assess", assessment=assessment)

    assert tab.address == {"lang": "en", "assessment": assessment, "dimension": "VE1"}
    assert tab.press("next").address["dimension"] == "VE2"
    assert tab.press("to-ST4").again().title == "Leak response and accountability"


def test_a_dimension_that_there_is_not_leads_to_the_first_one() -> None:
    tab = Tab("assess", assessment=begin(), dimension="XX9")

    assert tab.title == "Worth of the offer"
    assert tab.address["dimension"] == "VE1"


@pytest.mark.parametrize("page", ["assess", "results"])
@pytest.mark.parametrize("unknown", ["2345678923", "", "../etc/passwd", "' or 1=1", "💥"])
def test_an_unknown_assessment_leads_to_the_ones_there_are(page: str, unknown: str) -> None:
    assessment = begin(all_at(3))

    tab = Tab(page, assessment=unknown)

    assert tab.title == "Which assessment?"
    tab.press(f"choose-{assessment}")
    assert tab.address["assessment"] == assessment
    assert tab.title != "Which assessment?"


@pytest.mark.parametrize("page", ["assess", "results"])
def test_without_any_assessment_a_page_says_how_to_begin(page: str) -> None:
    tab = Tab(page)

    assert tab.title == "Begin with a brand"
    assert tab.press("to-overview").path == ""


@pytest.mark.parametrize("page", ["assess", "results"])
def test_a_deleted_and_a_foreign_assessment_are_refused_as_one_that_never_was(page: str) -> None:
    deleted, foreign = begin(brand="Deleted"), begin(brand="Foreign", by=somebody_else())
    assessments.delete(acting(), deleted)

    never, gone, theirs = (Tab(page, assessment=i).text for i in ("never", deleted, foreign))

    assert never == gone == theirs
    assert "Foreign" not in theirs


@pytest.mark.parametrize(
    ("headers", "phone"),
    [
        ({}, False),
        ({"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36"}, False),
        ({"User-Agent": "Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile"}, True),
        ({"Sec-CH-UA-Mobile": "?1"}, True),
        ({"Sec-CH-UA-Mobile": "?0"}, False),
    ],
)
def test_a_phone_is_one_that_says_so(headers: dict[str, str], *, phone: bool) -> None:
    assert told_of_a_phone(headers) is phone


@pytest.mark.parametrize(
    ("page", "name", "value"), [("library", "section", "method"), ("outside", "source", "trust")]
)
def test_the_way_back_leads_to_before_the_first_choice(page: str, name: str, value: str) -> None:
    tab = Tab(page, lang="en", **{name: value})
    choice = f"{page}-{name}-en"
    assert tab.app.radio(key=choice).index != 0

    tab.go(page, lang="en")

    assert tab.app.radio(key=choice).index == 0
    assert tab.address == {"lang": "en"}
