"""Plans that have to be there, for the tests of planning."""

from dashboard.domain.plan import Plan, best_plan
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.walk import Answers
from dashboard.domain.wish import Wish


def planned(questionnaire: Questionnaire, given: Answers, wish: Wish) -> Plan:
    found = best_plan(questionnaire, given, wish)
    assert isinstance(found, Plan)
    assert found.unproven is None
    return found


def overall(plan: Plan) -> float:
    assert plan.result.overall.score is not None
    return plan.result.overall.score
