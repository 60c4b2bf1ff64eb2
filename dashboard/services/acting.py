"""Who acts, on what, and when: the first argument of every use case.

A use case reaches brands and assessments through here, so that one that is not the user's, one
that was deleted and one that never was are refused alike.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.catalog import Catalog
from dashboard.domain.access import NotAllowed, User
from dashboard.domain.assessment import Assessment, Brand
from dashboard.domain.questionnaire import Questionnaire
from dashboard.store.store import Store, Transaction

ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without look-alikes: people read ids aloud."""
ID_LENGTH = 10


def utc_now() -> datetime:
    return datetime.now(UTC)


def random_id() -> str:
    return "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_LENGTH))


@dataclass(frozen=True)
class Acting:
    store: Store
    catalog: Catalog
    user: User
    now: Callable[[], datetime] = utc_now
    new_id: Callable[[], str] = random_id

    def questionnaire(self, assessment: Assessment) -> Questionnaire:
        return self.catalog.find(assessment.questionnaire)

    def shows(self, assessment: Assessment) -> bool:
        """Whether the lists show it: neither put away nor without its questionnaire."""
        put_away = assessment.archived_at or assessment.deleted_at
        return not put_away and assessment.questionnaire in self.catalog.questionnaires

    def reach_workspace(self, workspace_id: str, *, to_change: bool = True) -> None:
        if not self._may(workspace_id, change=to_change):
            raise NotAllowed(f"there is no workspace {workspace_id} for you")

    def reach_brand(
        self, tx: Transaction, brand_id: str, *, lock: bool = False, deleted: bool = False
    ) -> Brand:
        """The brand, `lock`ed to change it or to add to it."""
        brand = tx.brands.get(brand_id, lock=lock)
        if brand is None or not self._may(brand.workspace_id, change=lock):
            raise NotAllowed(f"there is no brand {brand_id} for you")
        if (brand.deleted_at is not None) != deleted:
            raise NotAllowed(f"brand {brand_id} is {'not ' if deleted else ''}deleted")
        return brand

    def reach_assessment(
        self,
        tx: Transaction,
        assessment_id: str,
        *,
        lock: bool = False,
        share: bool = False,
        deleted: bool = False,
    ) -> Assessment:
        """The assessment, `lock`ed to change it or `share`d to change its answers."""
        found = tx.assessments.get(assessment_id, lock=lock, share=share)
        return self._both(tx, assessment_id, found, change=lock or share, deleted=deleted)[0]

    def reach_both(self, tx: Transaction, assessment_id: str) -> tuple[Assessment, Brand]:
        """The assessment and its brand, to look at."""
        return self._both(tx, assessment_id, tx.assessments.get(assessment_id))

    def _both(
        self,
        tx: Transaction,
        assessment_id: str,
        assessment: Assessment | None,
        *,
        change: bool = False,
        deleted: bool = False,
    ) -> tuple[Assessment, Brand]:
        """What was found and may be reached; with a deleted brand its assessments are gone."""
        if assessment is None or not self._may(assessment.workspace_id, change=change):
            raise NotAllowed(f"there is no assessment {assessment_id} for you")
        if (assessment.deleted_at is not None) != deleted:
            raise NotAllowed(f"assessment {assessment_id} is {'not ' if deleted else ''}deleted")
        return assessment, self.reach_brand(tx, assessment.brand_id)

    def _may(self, workspace_id: str, *, change: bool) -> bool:
        return (self.user.may_change if change else self.user.may_see)(workspace_id)
