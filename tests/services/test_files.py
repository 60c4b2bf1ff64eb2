"""Assessments in and out as files: all or none, and out again as they came."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.answer import Answer, AnswerRefused
from dashboard.domain.assessment import Assessment, Brand, BrandProfile
from dashboard.domain.document import Document, read_document, write_document
from dashboard.services import assessments, brands, files
from dashboard.services.acting import Acting
from dashboard.services.answers import NoSuchItem
from dashboard.services.files import ImportRefused, export_document, import_documents
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.store import Store
from tests.builders import data_trust
from tests.examples import scaled
from tests.services.office import QUESTIONNAIRE, Clock, past, say, say_all, shelves, standing
from tests.store.tallies import content

Json = dict[str, object]

NOTED = Answer.model_validate({"state": "level", "level": 4, "evidence": 2, "note": "seen"})


def document(
    name: str = "Alder Teas",
    wave: str = "2026-Q4",
    given: dict[str, Answer] | None = None,
    **particulars: str,
) -> Document:
    return Document(
        questionnaire=QUESTIONNAIRE,
        brand=BrandProfile.model_validate({"name": name, **particulars}),
        brand_keys=("name", *particulars),
        wave=wave,
        dated=None,
        answers=given or {},
    )


def bring_in(ann: Acting, *documents: Document, replace: str | None = None) -> list[Assessment]:
    return import_documents(ann, OWN_WORKSPACE_ID, documents, replace=replace)


def test_documents_become_drafts_with_their_brands_waves_and_answers(ann: Acting) -> None:
    imported = bring_in(
        ann,
        document("Alder Teas", "2026-Q2", {"VE1.1": NOTED}),
        document("Alder Teas", "2026-Q4", {"VE1.2": Answer.dont_know()}),
        document("Birch Coffee", "2026-Q4"),
    )

    sheets = [assessments.open_sheet(ann, one.id) for one in imported]
    assert [(s.brand.name, s.assessment.wave, s.answers) for s in sheets] == [
        ("Alder Teas", "2026-Q2", {"VE1.1": NOTED}),
        ("Alder Teas", "2026-Q4", {"VE1.2": Answer.dont_know()}),
        ("Birch Coffee", "2026-Q4", {}),
    ]
    assert sheets[0].brand == sheets[1].brand
    assert all(one.open_for_answers for one in imported)
    assert past(ann, imported[0].id, "VE1.1") == [NOTED]


def test_importing_nothing_changes_nothing(ann: Acting) -> None:
    assert bring_in(ann) == []


def test_every_document_that_does_not_fit_is_named_and_nothing_is_imported(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    before = content(store)
    documents = [
        document(),
        document("Birch Coffee"),
        document(wave="2027-Q1", industry="retail"),
        document("Birch Coffee"),
    ]

    with pytest.raises(ImportRefused) as refused:
        bring_in(ann, *documents)

    assert {at: str(reason) for at, reason in refused.value.reasons.items()} == {
        0: f"Alder Teas has an assessment 2026-Q4 already ({draft.id})",
        2: "brand.industry: retail, but Alder Teas "
        f"({draft.brand_id}) has food; change one of the two",
        3: "is Birch Coffee, 2026-Q4, as another of the documents is",
    }
    assert content(store) == before


def test_an_answer_that_does_not_fit_takes_everything_back(ann: Acting, store: Store) -> None:
    before = content(store)

    with pytest.raises(AnswerRefused):
        bring_in(ann, document("Birch Coffee"), document(given={"VE1.1": Answer.at(6)}))
    with pytest.raises(NoSuchItem):
        bring_in(ann, document("Birch Coffee"), document(given={"XX1.1": Answer.at(3)}))

    assert content(store) == before


def test_a_document_adds_what_was_not_known_of_its_brand(ann: Acting, brand: Brand) -> None:
    (imported,) = bring_in(ann, document(region="europe", parent="Alder Group"))

    assert assessments.open_sheet(ann, imported.id).brand.profile == BrandProfile(
        name="Alder Teas", industry="food", region="europe", parent="Alder Group"
    )


def test_a_document_that_contradicts_what_is_known_of_its_brand_is_refused(
    ann: Acting, brand: Brand, store: Store
) -> None:
    before = content(store)

    with pytest.raises(ImportRefused, match=r"brand\.industry: retail, but Alder Teas .* has food"):
        bring_in(ann, document("Birch Coffee"), document(industry="retail", region="europe"))

    assert content(store) == before


def test_a_deleted_brand_or_wave_does_not_stand_in_the_way(
    ann: Acting, brand: Brand, draft: Assessment
) -> None:
    assessments.delete(ann, draft.id)
    (second,) = bring_in(ann, document())
    assert second.brand_id == brand.id

    brands.delete(ann, brand.id)
    (third,) = bring_in(ann, document(industry="retail"))
    assert third.brand_id != brand.id


def test_replacing_writes_new_values_withdraws_others_and_keeps_the_history(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    say_all(ann, draft.id, {"VE1.1": Answer.at(1), "VE1.2": Answer.at(2), "VE1.3": Answer.at(3)})

    (replaced,) = bring_in(
        ann,
        document(given={"VE1.1": NOTED, "VE1.3": Answer.at(3), "VE2.1": Answer.at(5)}),
        replace=draft.id,
    )

    assert replaced.id == draft.id
    assert standing(ann, draft.id) == {
        "VE1.1": NOTED,
        "VE1.3": Answer.at(3),
        "VE2.1": Answer.at(5),
    }
    assert past(ann, draft.id, "VE1.1") == [NOTED, Answer.at(1)]
    assert past(ann, draft.id, "VE1.2") == [None, Answer.at(2)]
    assert past(ann, draft.id, "VE1.3") == [Answer.at(3)]
    assert assessments.open_sheet(ann, draft.id).stored["VE1.3"].version == 1


@pytest.mark.parametrize("dated", [None, date(2026, 11, 1)])
def test_what_replaced_an_assessment_is_exported_as_it_came(
    ann: Acting, dated: date | None
) -> None:
    (first,) = bring_in(ann, document(given={"VE1.1": Answer.at(1)}))
    better = document(given={"VE1.2": NOTED}, industry="food").model_copy(
        update={"dated": dated, "brand_keys": ("industry", "name", "parent")}
    )

    bring_in(ann, better, replace=first.id)

    exported = export_document(assessments.open_sheet(ann, first.id))
    assert write_document(exported) == write_document(better)


@pytest.mark.parametrize(
    "other",
    [
        document("Birch Coffee"),
        document(wave="2026-Q2"),
        document(industry="retail"),
        document().model_copy(update={"questionnaire": "ferry-line@1.0.0"}),
    ],
)
def test_another_brand_wave_or_questionnaire_replaces_nothing(
    ann: Acting, draft: Assessment, store: Store, other: Document
) -> None:
    before = content(store)

    with pytest.raises(ImportRefused, match=r"but assessment \w+ is|but Alder Teas"):
        bring_in(ann, other, replace=draft.id)

    assert content(store) == before


def test_a_complete_assessment_is_not_replaced(ann: Acting, draft: Assessment) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(1))
    assessments.complete(ann, draft.id)

    with pytest.raises(ImportRefused, match="is complete: reopen it first"):
        bring_in(ann, document(), replace=draft.id)

    assert standing(ann, draft.id) == {"VE1.1": Answer.at(1)}


def test_what_was_answered_in_the_app_is_exported_in_the_questionnaires_order(
    ann: Acting, draft: Assessment, brand: Brand
) -> None:
    for item_id in ("ST4.3", "VE1.2", "DU2.1", "VE1.1"):
        say(ann, draft.id, item_id, Answer.at(2))

    exported = export_document(assessments.open_sheet(ann, draft.id))

    assert list(exported.answers) == ["VE1.1", "VE1.2", "DU2.1", "ST4.3"]
    assert (exported.brand, exported.wave, exported.dated) == (
        brand.profile,
        draft.wave,
        draft.dated,
    )


# Everything that `clean` lets through.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
prose = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=TURNING)
    | st.sampled_from("\n\r\t")
)
stated = prose.filter(str.strip)
links = st.lists(
    st.sampled_from(
        ["https://example.org", "http://example.com/a?b=%20#c", "https://例子.example/路"]
    ),
    max_size=3,
)
notes = st.fixed_dictionaries({}, optional={"note": prose, "links": links})


def with_notes(block: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.builds(lambda needed, more: {**needed, **more}, block, notes)


levels = with_notes(
    st.fixed_dictionaries({"level": st.integers(1, 5)}, optional={"evidence": st.integers(0, 3)})
)
unknown = with_notes(st.just({"state": "dont_know"}))
not_applicable = with_notes(
    st.fixed_dictionaries({"state": st.just("not_applicable"), "reason": stated})
)
items = [item.id for item in data_trust().items if not item.not_applicable]
skippable = [item.id for item in data_trust().items if item.not_applicable]
blocks = st.dictionaries(st.sampled_from(items), levels | unknown, max_size=5)
skipped = st.dictionaries(st.sampled_from(skippable), not_applicable | unknown, max_size=3)
written = st.fixed_dictionaries(
    {
        "format": st.just("candour.assessment/1"),
        "questionnaire": st.just(QUESTIONNAIRE),
        "brand": st.fixed_dictionaries(
            {"name": stated.map(lambda text: text[:200]).filter(str.strip)},
            optional={
                "industry": st.sampled_from(["retail", "other"]),
                "region": st.just("global"),
                "size": st.just("5000+"),
                "parent": st.none() | stated.map(lambda text: text[:200]).filter(str.strip),
            },
        ),
        "wave": stated.map(lambda text: text[:40]).filter(str.strip),
        "answers": st.builds(lambda some, others: {**some, **others}, blocks, skipped),
    },
    optional={"date": st.dates().map(date.isoformat)},
)


@settings(
    max_examples=scaled(40),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(original=written)
def test_what_was_imported_is_exported_as_an_equal_json_value(ann: Acting, original: Json) -> None:
    catalog = shelves()
    raw = json.dumps(original).encode()
    read = read_document(raw, Path("a.json"), find=catalog.find, vocabulary=catalog.vocabulary)

    (imported,) = bring_in(ann, read)

    sheet = assessments.open_sheet(ann, imported.id)
    assert json.loads(write_document(files.export_document(sheet))) == original
    with ann.store.begin() as tx:
        tx.brands.remove(sheet.brand.id)


def test_an_empty_list_and_an_empty_note_come_back_as_they_were(ann: Acting) -> None:
    given = {"VE1.1": Answer.model_validate({"state": "dont_know", "note": "", "links": []})}

    (imported,) = bring_in(ann, document(given=given))

    assert standing(ann, imported.id) == given
