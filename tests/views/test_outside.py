"""Outside evidence: each source with its finding, its picture in words, and how far it carries."""

import shutil
from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.catalog import DATA, QUESTIONNAIRES, Catalog
from dashboard.catalog.evidence import Kind
from dashboard.domain.text import LANGS, Lang
from tests.added_source import TABLE, add_source
from tests.views.material import acting, begin
from tests.views.visiting import Tab, unescaped

SOURCES: dict[str, tuple[Kind, ...]] = {
    "trackers": ("trackers",),
    "policies": ("products", "replies"),
    "disclosure": ("disclosure",),
    "trust": ("sector trust",),
    "agreement": ("trackers", "products", "disclosure", "matches"),
}
PLACES = (*SOURCES, "figures")


def outside(source: str = "trackers", *, lang: Lang = "en", **address: str) -> Tab:
    return Tab("outside", lang=lang, source=source, **address)


def scan(tab: Tab, count: int | None) -> Tab:
    field = tab.app.number_input(key=f"outside-scan-{tab.lang}")
    return tab.run(field.set_value(count))


def pick(tab: Tab, place: str, value: str) -> Tab:
    return tab.run(tab.app.selectbox(key=f"outside-pick-{place}-{tab.lang}").set_value(value))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("source", SOURCES)
def test_every_picture_has_its_source_year_sample_place_licence_changes_and_limits(source, lang):
    tab = outside(source, lang=lang)

    for kind in SOURCES[source]:
        published = acting().catalog.outside.of(kind)
        assert published
        block = published.source
        where = (block.title, block.publisher, block.year, block.licence)
        how_far = (block.n, block.geography, block.changed, block.limits)
        for fact in (*where, *how_far):
            assert " ".join(fact.get(lang).split()) in tab.text


def test_the_page_begins_with_trackers_and_what_they_show():
    tab = Tab("outside", lang="en")

    assert tab.title == "“News and portals” has most trackers: half of its sites have 31 or more"
    assert "In “Adult” half have 4 or more." in tab.text
    assert "News and portals (717), 16 to 52, median 31" in tab.text


def test_the_source_in_view_stands_in_the_address_and_is_kept():
    tab = outside().select("outside-source-en", "disclosure")
    assert tab.address["source"] == "disclosure"

    assert tab.again().title == tab.title
    assert tab.go("").go("outside").title == tab.title
    assert tab.speak("zh").title == "26 家公司中有 21 家在“数据使用”方面披露最少"


def test_an_address_that_names_no_source_shows_the_first():
    assert outside("rumours").title == outside().title


@pytest.mark.parametrize(
    ("count", "finding"),
    [
        (6, "Fewer trackers than three quarters of the 421 sites in “E-commerce”"),
        (7, "Within the middle half of the 421 sites in “E-commerce”"),
        (24, "Within the middle half of the 421 sites in “E-commerce”"),
        (25, "More trackers than three quarters of the 421 sites in “E-commerce”"),
    ],
)
def test_what_a_scan_found_is_told_against_the_quartiles(count, finding):
    tab = pick(scan(outside(), count), "category", "E-commerce")

    assert tab.title == finding
    assert f"Your scan found **{count}**." in tab.text
    assert "have 7 to 24, and the median is 13." in tab.text
    assert f"Dashed line: your scan, {count}." in tab.text


def test_a_scan_without_a_category_is_told_against_all_sites_and_can_be_taken_back():
    tab = scan(outside(), 18)
    assert tab.title == "More trackers than three quarters of all 10,000 sites"

    scan(tab, None)

    assert tab.title == outside().title


def test_a_scan_of_no_trackers_is_a_scan():
    assert scan(outside(), 0).title == "Fewer trackers than three quarters of all 10,000 sites"


def test_a_scan_stays_in_the_tab_and_nowhere_else():
    tab = scan(outside(), 432)
    assert "nothing is stored" in tab.text

    assert "432" not in str(tab.address)
    assert tab.go("library").go("outside", source="trackers", lang="en").title.startswith("More")
    assert "432" not in tab.again().text


def test_no_page_of_outside_evidence_speaks_of_an_assessment_in_view():
    assessment = begin()

    texts = [outside(source, assessment=assessment).text for source in PLACES]

    assert [text for text in texts if "percentile" in text.lower()] == []
    assert texts == [outside(source).text for source in PLACES]


def test_a_product_of_the_list_is_marked_and_answers_beside_all_others():
    tab = outside("policies")
    assert tab.title == "Half of 242 privacy policies rate 4.9 of 10 or less"

    pick(tab, "product", "apple")

    assert tab.title == "PrivacySpy gave Apple 7.0 of 10 (snapshot of October 2023)"
    assert "Dashed line: Apple, 7.0." in tab.text
    assert "The answers of Apple" in tab.text
    shown = [unescaped(cell) for cell in tab.app.table[0].value["Answer"]]
    product = next(p for p in acting().catalog.outside.products if p.slug == "apple")
    assert shown == [
        question.reply(product.replies[question.key]).text.en
        for question in acting().catalog.outside.questions
    ]


def test_a_question_shows_the_shares_of_its_answers():
    tab = pick(outside("policies"), "question", "data-breaches")

    assert "Not necessarily, 71.5%; Yes, eventually, 13.2%; Yes, within 72 hours, 3.3%" in tab.text


def test_products_are_not_shown_by_groups_that_are_too_small():
    tab = outside("policies")

    assert "Not shown by category of product" in tab.text
    assert "E-Commerce has 9 products, too few to show as a group." in tab.text


def test_each_index_stands_for_itself_and_is_said_to_be_our_mapping():
    tab = outside("disclosure")
    assert tab.title == "21 of 26 companies disclose least on “Data use”"
    assert "**our own mapping**" in tab.text
    assert "the years are no trend" in tab.text

    tab.run(tab.app.radio(key="outside-pick-year-en").set_value(2022))

    assert tab.title == "11 of 14 companies disclose least on “Data use”"
    assert "Facebook" not in tab.text


def test_a_company_is_told_with_its_figures_until_the_index_has_it_no_more():
    tab = pick(outside("disclosure"), "company", "AT&T")
    assert "◆ and number: AT&T." in tab.text
    assert "Value exchange: clarity, control and access: **57**" in tab.text

    tab.run(tab.app.radio(key="outside-pick-year-en").set_value(2022))

    assert "AT&T" not in tab.text


def test_sectors_are_told_with_the_most_and_the_least_trusted():
    tab = outside("trust")

    assert tab.title == (
        "In Australia, from 23% (“Real estate agencies”) to 61% (“Education providers”) "
        "trust a sector with personal information"
    )
    assert "6 bars, the longest first. Education providers, 61%;" in tab.text


@pytest.mark.parametrize("lang", LANGS)
def test_single_figures_stand_each_with_its_source(lang):
    tab = outside("figures", lang=lang)

    published = acting().catalog.outside.of("single figures")
    assert published
    for line in published.table.lines:
        figure = dict(zip(published.table.columns, line.cells, strict=True))
        assert f"**{figure['value']}{figure['unit']}**" in tab.text
        assert published.source.named(figure["figure"]).get(lang) in tab.text
        assert figure["source"] in tab.text
    assert published.source.licence.get(lang) in tab.text
    assert published.source.limits.get(lang) in tab.text
    assert published.source.year.get(lang) not in tab.text


def test_the_agreement_of_sources_is_computed_where_the_tables_allow_it():
    tab = outside("agreement")

    assert tab.title == "The sources agree in part at most"
    assert [(one.label, one.value) for one in tab.app.metric] == [
        ("Rank correlation, 114 companies", "−0.43"),
        ("Rank correlation, 9 companies", "+0.22"),
    ]
    assert "Computed from the tables of the sources named below." in tab.text


def test_both_correlations_stand_above_the_sources_they_were_computed_from():
    captions = [caption.value for caption in outside("agreement").app.caption]
    outsiders = acting().catalog.outside

    shown = {
        kind: sum(published.source.title.en in one for one in captions)
        for kind in ("trackers", "products", "disclosure")
        if (published := outsiders.of(kind))
    }

    assert shown == {"trackers": 1, "products": 2, "disclosure": 1}


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalogue has one source more."""
    data = tmp_path / "tables"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("*.db*", "uploads"))
    add_source(data)
    catalog = Catalog.load((QUESTIONNAIRES,), data)
    monkeypatch.setattr(bootstrap, "get_catalog", lambda: catalog)
    return data


@pytest.mark.usefixtures("added")
class TestAddedSource:
    @pytest.mark.parametrize("lang", LANGS)
    def test_it_has_a_place_with_its_bars_its_table_and_its_provenance(self, lang):
        tab = outside("further", lang=lang)

        source = acting().catalog.outside.further[0].source
        assert source.file == TABLE
        assert tab.title == source.title.get(lang)
        for fact in (source.publisher, source.licence, source.changed, source.limits):
            assert fact.get(lang) in tab.text
        assert ("书店，42%；" if lang == "zh" else "Bookshops, 42%;") in tab.text
        assert list(tab.app.table[0].value.columns)[-1] == source.named("asked").get(lang)

    def test_a_value_that_is_missing_is_said_to_be_and_mark_up_is_text(self):
        tab = outside("further")

        assert "flower shops, no figure;" in tab.text
        assert r"\<b\>kiosks\<\/b\>" in tab.source

    def test_the_library_says_where_it_comes_from_too(self):
        tab = Tab("library", lang="en", section="sources")

        assert "Customers who would return" in tab.text


def test_the_library_leads_to_the_figures():
    tab = Tab("library", lang="en", section="sources").press("library-to-outside")

    assert tab.path == "outside"
    assert tab.title == outside().title


def test_without_a_further_source_there_is_no_place_for_one():
    assert "Further sources" not in outside().text
