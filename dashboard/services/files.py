"""Assessments as files: in, all or none; out, as they came."""

from collections.abc import Mapping, Sequence

from dashboard.domain.access import NotAllowed
from dashboard.domain.assessment import AlreadyExists, Assessment, Brand, BrandProfile
from dashboard.domain.document import Document
from dashboard.domain.message import Message, message_of, worded
from dashboard.services import answers, assessments, brands
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.store.errors import AlreadyTaken
from dashboard.store.store import Transaction

TRIES = 10
"""As many others can have added something of the same name while one import looked."""

NO_PARENT = "null"
"""How a document says that a brand has no parent."""


class ImportRefused(ValueError):
    """Documents do not fit what is there, or each other; none was imported.

    `reasons` says why each of them does not, by its position among all.
    """

    def __init__(self, reasons: Mapping[int, Message | str]) -> None:
        super().__init__("\n".join(str(reason) for reason in reasons.values()))
        self.reasons = reasons


def import_documents(
    acting: Acting, workspace_id: str, documents: Sequence[Document], *, replace: str | None = None
) -> list[Assessment]:
    """Import all documents in one transaction, or none.

    `replace` names the one assessment whose answers become the document's, as new values with
    history; without it a brand's wave that is there is refused.
    """
    acting.reach_workspace(workspace_id)
    for _ in range(TRIES - 1):
        try:
            return _import(acting, workspace_id, documents, replace)
        except AlreadyTaken:
            # Somebody else has added the same just now: looking again finds it and says what it is.
            continue
    return _import(acting, workspace_id, documents, replace)


def _import(
    acting: Acting, workspace_id: str, documents: Sequence[Document], replace: str | None
) -> list[Assessment]:
    imported: dict[int, Assessment] = {}
    reasons: dict[int, Message | str] = {}
    with acting.store.begin() as tx:
        for position, document in _by_brand(documents):
            try:
                if replace is None:
                    imported[position] = add(tx, acting, workspace_id, document)
                else:
                    imported[position] = _replace(tx, acting, workspace_id, replace, document)
            except AlreadyExists as error:
                twice = error.id in [assessment.id for assessment in imported.values()]
                reasons[position] = _given_twice(document) if twice else message_of(error)
            except DocumentDiffers as error:
                reasons[position] = message_of(error)
        if reasons:
            raise ImportRefused(dict(sorted(reasons.items())))
    return [assessment for _, assessment in sorted(imported.items())]


def _by_brand(documents: Sequence[Document]) -> list[tuple[int, Document]]:
    """With their positions, by name: two imports in other orders would wait for each other."""
    return sorted(enumerate(documents), key=lambda placed: placed[1].brand.name)


def _given_twice(document: Document) -> Message:
    return worded(
        "is {brand}, {wave}, as another of the documents is",
        brand=document.brand.name,
        wave=document.wave,
    )


class DocumentDiffers(ValueError):
    """The document contradicts what is there."""


def export_document(sheet: Sheet) -> Document:
    return Document(
        questionnaire=sheet.questionnaire.reference,
        brand=_as_stated(sheet),
        brand_keys=sheet.assessment.brand_keys or (),
        wave=sheet.assessment.wave,
        dated=sheet.assessment.dated,
        answers={
            item.id: sheet.answers[item.id]
            for item in sheet.questionnaire.items
            if item.id in sheet.answers
        },
    )


def _as_stated(sheet: Sheet) -> BrandProfile:
    """What the imported file said of the brand, without what others have added since."""
    keys = sheet.assessment.brand_keys
    profile = sheet.brand.profile
    stated = profile.model_dump(include={"name", *(keys or ())})
    return profile if keys is None else BrandProfile(**stated)


def add(tx: Transaction, acting: Acting, workspace_id: str, document: Document) -> Assessment:
    """Add one document inside a use case, with its brand where that is new."""
    brand = tx.brands.named(workspace_id, document.brand.name, lock=True)
    if brand is None:
        brand = brands.add(tx, acting, workspace_id, document.brand)
    else:
        assessments.refuse_second_wave(tx, brand, document.wave)
        brand = _with_particulars(tx, brand, document)
    if brand.archived_at:  # what was imported is to be seen
        brand = brand.model_copy(update={"archived_at": None})
        tx.brands.update(brand)
    assessment = assessments.add(
        tx,
        acting,
        brand,
        wave=document.wave,
        questionnaire=document.questionnaire,
        dated=document.dated,
        brand_keys=document.brand_keys,
    )
    answers.put_first(tx, acting, assessment, document.answers)
    return assessment


def _with_particulars(tx: Transaction, brand: Brand, document: Document) -> Brand:
    """The brand, with what the document adds; what it contradicts is refused."""
    known = brand.profile.model_dump(exclude_none=True)
    new = document.brand.model_dump(exclude_none=True)
    for field in known.keys() & new.keys():
        if known[field] != new[field]:
            raise _contradiction(brand, field, new[field], known[field])
    if "parent" in document.brand_keys and "parent" in known.keys() - new.keys():
        raise _contradiction(brand, "parent", NO_PARENT, known["parent"])
    if "parent" in new.keys() - known.keys() and _without_parent(tx, brand):
        raise _contradiction(brand, "parent", new["parent"], NO_PARENT)
    if new.keys() <= known.keys():
        return brand
    completed = brand.model_copy(update={"profile": BrandProfile(**(known | new))})
    tx.brands.update(completed)
    return completed


def _without_parent(tx: Transaction, brand: Brand) -> bool:
    """Whether an earlier document has stated that the brand has no parent."""
    return any(
        "parent" in (assessment.brand_keys or ()) and assessment.deleted_at is None
        for assessment in tx.assessments.of_brand(brand.id)
    )


def _contradiction(brand: Brand, field: str, new: str, known: str) -> DocumentDiffers:
    return DocumentDiffers(
        worded(
            "{field}: {new}, but {brand} ({id}) has {known}; change one of the two",
            field=f"brand.{field}",
            new=new,
            brand=brand.name,
            id=brand.id,
            known=known,
        )
    )


def _replace(
    tx: Transaction, acting: Acting, workspace_id: str, assessment_id: str, document: Document
) -> Assessment:
    brand_id = acting.reach_assessment(tx, assessment_id).brand_id
    brand = acting.reach_brand(tx, brand_id, lock=True)
    assessment = acting.reach_assessment(tx, assessment_id, lock=True)
    if assessment.workspace_id != workspace_id:
        raise NotAllowed(f"there is no assessment {assessment_id} in this workspace")
    here = (brand.name, assessment.wave, assessment.questionnaire)
    there = (document.brand.name, document.wave, document.questionnaire)
    if here != there:
        raise DocumentDiffers(
            worded(
                "is {there}, but assessment {id} is {here}",
                there=", ".join(there),
                id=assessment_id,
                here=", ".join(here),
            )
        )
    if not assessment.open_for_answers:
        complete = worded("assessment {id} is complete: reopen it first", id=assessment_id)
        raise DocumentDiffers(complete)
    _with_particulars(tx, brand, document)
    stored = tx.answers.of(assessment_id)
    for item_id in stored.keys() | document.answers.keys():
        present = stored.get(item_id)
        answer = document.answers.get(item_id)
        if answer != (present.answer if present else None):
            version = present.version if present else 0
            answers.put(
                tx, acting, assessment, item_id, answer, read_version=version, by_hand=False
            )
    stated = {"dated": document.dated, "brand_keys": document.brand_keys}
    replaced = assessment.model_copy(update=stated)
    tx.assessments.update(replaced)
    return replaced
