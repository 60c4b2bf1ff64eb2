"""What time does: things deleted longer than `DAYS_TO_UNDO` ago go for good."""

from datetime import datetime, timedelta

from dashboard.domain.assessment import DAYS_TO_UNDO
from dashboard.store.store import Store


def purge(store: Store, now: datetime) -> int:
    """Remove what can no longer be brought back; returns how many brands and assessments."""
    before = now - timedelta(days=DAYS_TO_UNDO)
    with store.begin() as tx:
        return tx.assessments.remove_expired(before) + tx.brands.remove_expired(before)
