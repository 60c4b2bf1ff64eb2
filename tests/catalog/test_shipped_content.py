"""The shipped questionnaire is whole: what it had when it was written, it still has."""

from collections import Counter
from collections.abc import Iterator

import yaml
from pydantic import BaseModel

from dashboard.catalog import DATA, QUESTIONNAIRES, Catalog, survey
from dashboard.domain.text import Text
from tests.builders import DATA_TRUST, data_trust


def texts_of(value: object) -> Iterator[Text]:
    """Every bilingual text anywhere in a value."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))


def test_everything_shipped_is_read_without_a_problem_or_a_warning():
    catalog, problems = survey([QUESTIONNAIRES], DATA)

    assert problems == ()
    assert catalog
    assert list(catalog.questionnaires) == ["data-trust@1.0.0"]


def test_it_has_three_pillars_of_four_dimensions_of_three_items_of_five_options():
    questionnaire = data_trust()

    assert [pillar.id for pillar in questionnaire.pillars] == ["VE", "DU", "ST"]
    assert [len(pillar.dimensions) for pillar in questionnaire.pillars] == [4, 4, 4]
    assert {len(dimension.items) for dimension in questionnaire.dimensions} == {3}
    assert {len(item.options) for item in questionnaire.items} == {5}
    assert len(questionnaire.items) == 36


def test_every_option_scores_its_equal_step():
    for item in data_trust().items:
        assert [option.score for option in item.options] == [0, 25, 50, 75, 100]


def test_the_files_do_not_repeat_what_is_the_default():
    assert "score:" not in "".join(
        (DATA_TRUST / f"{pillar}.yaml").read_text("utf-8")
        for pillar in ("value_exchange", "data_use", "stewardship")
    )


def test_every_text_is_there_in_both_languages():
    # 597 texts of the pillars, and a headline for each of the five critical items.
    pillars = [len(list(texts_of(pillar))) for pillar in data_trust().pillars]

    assert pillars == [196 + 1, 204 + 1, 197 + 3]
    assert all(text.en.strip() and text.zh.strip() for text in texts_of(data_trust()))


def test_chinese_is_chinese_and_english_is_not():
    names_alone = {"GDPR", "PIPL", "ISO/IEC 27701"}
    for text in texts_of(data_trust()):
        assert has_chinese(text.zh) or text.en in names_alone, text
        assert not has_chinese(text.en), text


def test_every_item_has_three_evidence_prompts_and_four_actions_with_effort():
    items = data_trust().items

    assert sum(len(item.evidence_to_look_for) for item in items) == 3 * 36 == 108
    assert sum(len(item.next_actions) for item in items) == 4 * 36 == 144
    for item in items:
        steps = [(action.from_level, action.to_level) for action in item.next_actions]
        assert steps == [(1, 2), (2, 3), (3, 4), (4, 5)]
    efforts = [action.effort for item in items for action in item.next_actions]
    assert set(efforts) <= {1, 2, 3, 5, 8}
    assert sum(efforts) == 362


def test_every_item_says_why_it_matters_and_on_which_continuum_it_lies():
    assert all(item.why_it_matters and item.ladder and item.key for item in data_trust().items)
    assert len({item.ladder for item in data_trust().items}) == 36


def test_every_dimension_is_defined_and_tied_to_perception_and_trustworthiness():
    dimensions = data_trust().dimensions

    assert all(dimension.definition and dimension.short_title for dimension in dimensions)
    assert [d.perception_item for d in dimensions] == [f"CP{n:02}" for n in range(1, 13)]
    assert sum(len(dimension.trustworthiness_facets) for dimension in dimensions) == 23


def test_five_items_are_critical_and_each_has_its_headline():
    critical = [item for item in data_trust().items if item.critical]

    assert [item.id for item in critical] == ["VE2.3", "DU4.1", "ST1.1", "ST3.1", "ST4.1"]
    assert all(item.shortfall for item in critical)


def test_twelve_items_have_a_condition_for_not_applicable_and_two_dimensions_share_theirs():
    conditional = [item.id for item in data_trust().items if item.not_applicable]
    shared = [d.id for d in data_trust().dimensions if d.shared_condition]

    assert len(conditional) == 12
    assert shared == ["DU2", "DU3"]


def test_every_mapping_is_there_and_ten_items_have_none_on_purpose():
    items = data_trust().items
    codes = Counter(
        framework
        for item in items
        for framework, listed in item.mapped_controls.items()
        for _ in listed
    )

    assert codes == {"nist_pf_1_0": 49, "gdpr": 48, "pipl": 43, "iso_27701_2019": 43, "other": 11}
    assert [item.id for item in items if not item.mapped_controls] == [
        *("VE1.2", "VE3.1", "VE3.2", "VE3.3", "DU1.2", "DU1.3", "DU2.1"),
        *("DU3.1", "DU3.2", "DU3.3"),
    ]


def test_every_item_names_its_sources_and_every_source_is_cited_in_full():
    questionnaire = data_trust()

    assert sum(len(item.sources) for item in questionnaire.items) == 80
    assert all(item.sources for item in questionnaire.items)
    assert len(questionnaire.sources) == 19
    assert all(len(citation) > 40 for citation in questionnaire.sources.values())


def test_the_method_is_the_documented_one():
    scoring = data_trust().scoring

    assert (scoring.imbalance, scoring.dimension_minimum) == (0.5, 0.6)
    assert (scoring.pillar_minimum, scoring.applicable_minimum) == (0.75, 0.5)
    assert [
        (rule.key, rule.from_score, rule.pillar, rule.dimension, rule.critical)
        for rule in scoring.bands
    ] == [
        ("initial", 0, None, None, None),
        ("developing", 12.5, None, None, None),
        ("defined", 37.5, 12.5, 0, 25),
        ("managed", 62.5, 37.5, 25, 50),
        ("leading", 87.5, 62.5, 50, 75),
    ]
    assert [grade.cap for grade in data_trust().evidence_grades] == [50, 75, 100, 100]


def test_all_weights_are_equal():
    questionnaire = data_trust()

    assert {pillar.weight for pillar in questionnaire.pillars} == {1}
    assert {dimension.weight for dimension in questionnaire.dimensions} == {1}
    assert {item.weight for item in questionnaire.items} == {1}


def test_texts_stand_in_blocks_where_no_comma_ends_them():
    # Braces on one line would break a text at its first comma; none of the files uses them.
    for file in DATA_TRUST.glob("*.yaml"):
        for event in yaml.parse(file.read_text("utf-8")):
            flow = isinstance(event, yaml.MappingStartEvent) and event.flow_style
            line = event.start_mark.line + 1 if event.start_mark else 0
            empty = flow and "{}" in file.read_text("utf-8").splitlines()[line - 1]
            assert not flow or empty, f"{file.name}:{line}"


def test_the_six_cases_are_there_with_their_sources():
    catalog = Catalog.load()

    assert [case.id for case in catalog.cases] == [
        *("mckinsey-reports", "smart-speakers", "nike-membership"),
        *("didi-2021", "apple-tracking", "google-cookies"),
    ]
    assert sum(len(list(texts_of(case))) for case in catalog.cases) == 6 + 5 + 3
    assert [case.id for case in catalog.cases_of(data_trust(), "ST3")] == [
        "apple-tracking",
        "google-cookies",
    ]


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
