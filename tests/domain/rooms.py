"""Rooms of raters, written as a row a rater and a sign an item.

A digit is a level, `?` is "I don't know", `x` is "does not apply" and `-` is a blank.
"""

from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.reveal import ItemReveal, Reveal, reveal
from dashboard.domain.workshop import Agreed, Ballot
from tests.builders import data_trust

NA = Answer.not_applicable("Nothing here to which this could apply.")


def rating(sign: str) -> Answer | None:
    match sign:
        case "-":
            return None
        case "?":
            return Answer.dont_know()
        case "x":
            return NA
        case _:
            return Answer.at(int(sign))


def ratings(signs: str) -> list[Answer]:
    return [answer for sign in signs if (answer := rating(sign))]


def ballot(items: Sequence[Item], row: str, role: str | None = None) -> Ballot:
    signs = dict(zip((item.id for item in items), row, strict=True))
    given = {item_id: answer for item_id, sign in signs.items() if (answer := rating(sign))}
    return Ballot(role=role, answers=given)


def items_named(questionnaire: Questionnaire, *names: str) -> list[Item]:
    return [questionnaire.items_by_id[name] for name in names]


def shown(
    items: Sequence[Item],
    rows: Iterable[str],
    *,
    questionnaire: Questionnaire | None = None,
    agreed: Mapping[str, Agreed] | None = None,
    before: Mapping[str, Answer] | None = None,
) -> Reveal:
    ballots = [ballot(items, row) for row in rows]
    return reveal(questionnaire or data_trust(), items, ballots, agreed or {}, before or {})


def one_item(signs: str, roles: Sequence[str | None] = ()) -> ItemReveal:
    """One item that may be said not to apply, rated by a row of people with or without roles."""
    (item,) = items_named(data_trust(), "VE3.3")
    everybody = roles or [None] * len(signs)
    ballots = [ballot([item], *one) for one in zip(signs, everybody, strict=True)]
    (found,) = reveal(data_trust(), [item], ballots, {}, {}).items
    return found
