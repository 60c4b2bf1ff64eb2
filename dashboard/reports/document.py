"""The report as JSON: the result document and the answers that it was computed from."""

import json

from dashboard.domain.document import answer_block
from dashboard.domain.result_document import as_json as result_as_json
from dashboard.domain.robustness import Robustness
from dashboard.domain.saved_plan import SavedPlan
from dashboard.domain.target import Gap
from dashboard.reports.peers import Peers
from dashboard.reports.report import Report

Json = dict[str, object]


def as_json(report: Report) -> bytes:
    """`candour.result/1` with the brand, the wave and the answers, to recompute elsewhere.

    Beside them stand the plan, the targets, the place among peers and the range over scoring
    choices, null or empty where there is none. Brand and answers stand as in
    `candour.assessment/1`. Scores are unrounded, null where not published.
    """
    document = result_as_json(report.result) | {
        "brand": _brand(report),
        "wave": report.wave,
        "demo": report.demo,
        "made_on": report.made_on.isoformat(),
        "plan": _plan(report.plan) if report.plan else None,
        "targets": [_target(gap) for gap in report.gaps],
        "peers": _peers(report.peers) if report.peers else None,
        "scoring_choices": _firmness(report.firmness) if report.firmness else None,
        "answers": {item_id: answer_block(one) for item_id, one in report.answers.items()},
    }
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _brand(report: Report) -> Json:
    known = report.profile.model_dump(exclude_none=True) if report.profile else {}
    return {"name": report.brand} | known


def _plan(plan: SavedPlan) -> Json:
    return {
        "saved_on": plan.saved_at.date().isoformat(),
        "aim": plan.aim.model_dump(mode="json"),
        "steps": [
            step.model_dump(mode="json", include={"item_id", "level", "to_level", "effort"})
            | step.work.model_dump(mode="json")
            for step in plan.steps
        ],
    }


def _target(gap: Gap) -> Json:
    stated = gap.target.model_dump(mode="json", exclude={"questionnaire"})
    return stated | {"short": gap.short}


def _peers(peers: Peers) -> Json:
    """Neither limits nor counts by bin: the report has none."""
    return peers.model_dump(mode="json", exclude={"finding"})


def _firmness(found: Robustness) -> Json:
    told = found.model_dump(mode="json", exclude={"ahead"})
    ahead = [
        {"pillar": one, "of": other, "share": share} for (one, other), share in found.ahead.items()
    ]
    return told | {"ahead": ahead}
