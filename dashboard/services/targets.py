"""What a brand aims at: "good enough" for a dimension, with its reason and its date."""

from dashboard.domain.assessment import Brand
from dashboard.domain.target import Target, TargetChanged
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction


class NoSuchDimension(ValueError):
    """No version of the questionnaire that is here has the dimension."""


def of_brand(acting: Acting, brand_id: str) -> tuple[Target, ...]:
    """Every target of a brand, whichever questionnaire it belongs to."""
    with acting.store.read() as tx:
        brand = acting.reach_brand(tx, brand_id)
        return tuple(tx.targets.of_brand(brand.id))


def put(acting: Acting, brand_id: str, target: Target, *, read: Target | None) -> None:
    """Set a target, in place of `read`, the one that the dimension had when this was begun.

    `TargetChanged` if somebody else has set another one, or removed it, meanwhile.
    """
    _refuse_unknown(acting, target)
    with acting.store.begin() as tx:
        brand = acting.reach_brand(tx, brand_id, lock=True)
        _refuse_changed(tx, brand, target.key, may_be=(read, target))
        tx.targets.put(brand, target, by=acting.user.id, now=acting.now())


def remove(acting: Acting, brand_id: str, read: Target) -> None:
    """Take a target away; `TargetChanged` if it is no longer the one that was read."""
    with acting.store.begin() as tx:
        brand = acting.reach_brand(tx, brand_id, lock=True)
        _refuse_changed(tx, brand, read.key, may_be=(read, None))
        tx.targets.remove(brand.id, read.key)


def _refuse_changed(
    tx: Transaction, brand: Brand, key: tuple[str, str], *, may_be: tuple[Target | None, ...]
) -> None:
    there = {target.key: target for target in tx.targets.of_brand(brand.id)}.get(key)
    if there not in may_be:
        raise TargetChanged(there)


def _refuse_unknown(acting: Acting, target: Target) -> None:
    versions = [q for q in acting.catalog.questionnaires.values() if q.id == target.questionnaire]
    if not any(target.dimension_id in version.pillar_of for version in versions):
        raise NoSuchDimension(f"{target.questionnaire} has no dimension {target.dimension_id}")
