"""What one can do with a brand."""

from collections.abc import Mapping

from dashboard.domain.assessment import AlreadyExists, Brand, BrandProfile
from dashboard.domain.message import worded
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction


class NotInVocabulary(ValueError):
    """An industry, region or size that the vocabulary does not know."""


class BrandChanged(Exception):
    """Somebody else has changed the brand since it was read."""

    def __init__(self, current: Brand) -> None:
        super().__init__(f"brand {current.id} was changed meanwhile; it is {current.profile}")
        self.current = current


def create(acting: Acting, workspace_id: str, profile: BrandProfile) -> Brand:
    acting.reach_workspace(workspace_id)
    check_profile(acting, profile)
    with acting.store.begin() as tx:
        return add(tx, acting, workspace_id, profile)


def change(acting: Acting, brand_id: str, profile: BrandProfile, *, read: BrandProfile) -> Brand:
    """Give a brand another name or other particulars.

    `read` is what it was when the change was begun: one that somebody else has changed
    meanwhile is left as it is, with `BrandChanged`.
    """
    check_profile(acting, profile)
    with acting.store.begin() as tx:
        brand = acting.reach_brand(tx, brand_id, lock=True)
        if brand.profile not in (read, profile):
            raise BrandChanged(brand)
        namesake = tx.brands.named(brand.workspace_id, profile.name)
        if namesake and namesake.id != brand.id:
            raise _exists(namesake)
        changed = brand.model_copy(update={"profile": profile})
        tx.brands.update(changed)
        if _particulars(changed) != _particulars(brand):
            # From now on an export says what its owner says, not what a file once said.
            tx.assessments.forget_brand_keys(brand.id)
    return changed


def _particulars(brand: Brand) -> dict[str, object]:
    return brand.profile.model_dump(exclude={"name"})


def archive(acting: Acting, brand_id: str) -> Brand:
    """Take a brand out of the lists; nothing of it is lost."""
    return _mark(acting, brand_id, {"archived_at": acting.now()})


def unarchive(acting: Acting, brand_id: str) -> Brand:
    return _mark(acting, brand_id, {"archived_at": None})


def delete(acting: Acting, brand_id: str) -> Brand:
    """Delete a brand with its assessments; `DAYS_TO_UNDO` long it can be brought back."""
    return _mark(acting, brand_id, {"deleted_at": acting.now()})


def undelete(acting: Acting, brand_id: str) -> Brand:
    with acting.store.begin() as tx:
        brand = acting.reach_brand(tx, brand_id, lock=True, deleted=True)
        if namesake := tx.brands.named(brand.workspace_id, brand.name):
            raise _exists(namesake)
        restored = brand.model_copy(update={"deleted_at": None})
        tx.brands.update(restored)
    return restored


def add(tx: Transaction, acting: Acting, workspace_id: str, profile: BrandProfile) -> Brand:
    """Add a brand inside a use case; `AlreadyExists` if there is one of this name."""
    if namesake := tx.brands.named(workspace_id, profile.name):
        raise _exists(namesake)
    brand = Brand(id=acting.new_id(), workspace_id=workspace_id, profile=profile)
    tx.brands.add(brand, by=acting.user.id, now=acting.now())
    return brand


def check_profile(acting: Acting, profile: BrandProfile) -> None:
    vocabulary = acting.catalog.vocabulary
    for field in ("industry", "region", "size"):
        key, known = getattr(profile, field), getattr(vocabulary, field)
        if key is not None and key not in known:
            raise NotInVocabulary(f"{field}: {key} is not one of {', '.join(known)}")


def _mark(acting: Acting, brand_id: str, update: Mapping[str, object]) -> Brand:
    with acting.store.begin() as tx:
        marked = acting.reach_brand(tx, brand_id, lock=True).model_copy(update=dict(update))
        tx.brands.update(marked)
        if marked.deleted_at:
            tx.releases.end_with_brand(brand_id, marked.deleted_at)
    return marked


def _exists(brand: Brand) -> AlreadyExists:
    message = worded("there is a brand {name} already ({id})", name=brand.name, id=brand.id)
    return AlreadyExists(message, id=brand.id, archived=brand.archived_at is not None)
