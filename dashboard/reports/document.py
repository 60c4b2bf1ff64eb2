"""The report as JSON: the result document and the answers that it was computed from."""

import json

from dashboard.domain.document import answer_block
from dashboard.domain.result_document import as_json as result_as_json
from dashboard.reports.report import Report


def as_json(report: Report) -> bytes:
    """`candour.result/1` with the brand, the wave and the answers, to recompute elsewhere.

    The answers stand as in `candour.assessment/1`. Scores are unrounded, null where not published.
    """
    document = result_as_json(report.result) | {
        "brand": {"name": report.brand},
        "wave": report.wave,
        "demo": report.demo,
        "made_on": report.made_on.isoformat(),
        "answers": {item_id: answer_block(one) for item_id, one in report.answers.items()},
    }
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
