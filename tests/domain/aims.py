"""Targets to test with."""

from datetime import date

from dashboard.domain.target import Target

DUE = date(2027, 3, 31)


def target(dimension_id: str = "ST1", at: float = 60, **changes: object) -> Target:
    fields = {
        "questionnaire": "data-trust",
        "dimension_id": dimension_id,
        "score": at,
        "reason": "Our regulator asks for it.",
        "due": DUE,
    }
    return Target.model_validate(fields | changes)
