"""What a file said stays what its export says, and what does not fit harms nothing else."""

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import BrandProfile
from dashboard.services import assessments, files
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID, workspaces
from dashboard.services.portfolio import portfolio
from tests.services.test_files import bring_in, document


def exported(acting: Acting, assessment_id: str):
    return files.export_document(assessments.open_sheet(acting, assessment_id))


def test_an_export_states_of_the_brand_what_its_own_file_stated(ann: Acting) -> None:
    full, bare = document(wave="2026-Q2", industry="retail"), document(wave="2026-Q4")

    first, second = bring_in(ann, full, bare)

    assert exported(ann, first.id) == full
    assert exported(ann, second.id) == bare


def test_an_answer_that_the_questionnaire_no_longer_knows_is_kept_and_not_counted(
    ann: Acting,
) -> None:
    (one,) = bring_in(ann, document(given={"VE1.1": Answer.at(4)}))
    with ann.store.begin() as tx:
        for item_id, answer in (("VE1.2", Answer.at(9)), ("gone", Answer.at(1))):
            tx.answers.replace(one, item_id, answer, read_version=0, by=ann.user.id, now=ann.now())

    sheet = assessments.open_sheet(ann, one.id)

    assert sheet.answers == {"VE1.1": Answer.at(4)}
    assert sheet.misfits == ("VE1.2", "gone")
    assert sheet.result.coverage.answered == 1
    (mine,) = (w for w in workspaces(ann) if w.id == OWN_WORKSPACE_ID)
    assert [line.brand.name for line in portfolio(ann, mine).lines] == ["Alder Teas"]


def test_a_brand_of_which_no_key_is_known_to_be_stated_is_exported_with_its_name(
    ann: Acting,
) -> None:
    given = document("Alder Teas", industry="food").model_copy(update={"brand_keys": ()})
    (stored,) = bring_in(ann, given)

    assert exported(ann, stored.id).brand == BrandProfile(name="Alder Teas")
