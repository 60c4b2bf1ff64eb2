"""What goes along from one version to the next: whole scores, single items, or nothing."""

from dashboard.domain.continuity import continuity, same_words
from dashboard.domain.questionnaire import Questionnaire
from tests.builders import changed, data_trust, ferry_line, words


def another(version: str = "1.1.0", **parts: dict[str, object]) -> Questionnaire:
    """A newer version with these fields of these parts changed."""
    fields = {id_.replace("_", "."): new for id_, new in parts.items()}
    return changed(data_trust(), parts=fields).model_copy(update={"version": version})


def test_one_version_goes_along_whole() -> None:
    found = continuity(data_trust(), data_trust())

    assert found.scores
    assert len(found.items) == 36
    assert (found.reworded, found.added, found.removed) == ((), (), ())
    assert (found.weights_changed, found.method_changed) == (False, False)


def test_another_version_never_goes_along_in_scores_even_if_it_asks_the_same() -> None:
    found = continuity(data_trust(), another())

    assert not found.scores
    assert len(found.items) == 36


def test_a_reworded_question_is_not_followed_and_its_neighbours_are() -> None:
    newer = another(VE1_1={"question": words("Something else?")})

    found = continuity(data_trust(), newer)

    assert found.reworded == ("VE1.1",)
    assert found.items[:2] == ("VE1.2", "VE1.3")
    assert len(found.items) == 35


def test_a_title_or_a_source_is_not_what_is_asked() -> None:
    newer = another(VE1_1={"title": words("A new name"), "sources": []})

    assert same_words(newer.items_by_id["VE1.1"], data_trust().items_by_id["VE1.1"])


def test_items_that_came_and_went_are_told_apart() -> None:
    plain = data_trust().model_dump(by_alias=True)
    plain |= {"pillars": plain["pillars"][1:], "version": "2.0.0"}
    shorter = Questionnaire.model_validate(plain)
    gone = tuple(item.id for item in data_trust().pillars[0].items)

    assert continuity(data_trust(), shorter).removed == gone
    assert continuity(shorter, data_trust()).added == gone
    assert not continuity(data_trust(), shorter).weights_changed


def test_other_weights_and_another_method_are_named() -> None:
    heavier = another(ST={"weight": 2.0})
    steeper = changed(data_trust(), imbalance=0.25).model_copy(update={"version": "1.2.0"})

    assert continuity(data_trust(), heavier).weights_changed
    assert not continuity(data_trust(), heavier).method_changed
    assert continuity(data_trust(), steeper).method_changed
    assert not continuity(data_trust(), steeper).weights_changed


def test_of_another_questionnaire_nothing_goes_along() -> None:
    found = continuity(data_trust(), ferry_line())

    assert not found.same_subject
    assert not found.scores
    assert found.items == ()
