"""The history of an item: every value, one entry a minute and person, the lost ones marked."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.answer import Answer, HistoryEntry
from dashboard.domain.assessment import Assessment
from dashboard.store.store import Store
from tests.examples import scaled
from tests.store.rows import NOW, assessment


def note(
    store: Store,
    level: int | None,
    *,
    after: float,
    by: str = "ann",
    set_aside: bool = False,
    held: Assessment | None = None,
) -> None:
    answer = None if level is None else Answer.at(level)
    with store.begin() as tx:
        tx.history.note(
            held or assessment(),
            "VE1.1",
            answer,
            by=by,
            now=NOW + timedelta(seconds=after),
            set_aside=set_aside,
        )


def levels(store: Store) -> list[int | None]:
    """Oldest first."""
    with store.read() as tx:
        entries = reversed(tx.history.of("first", "VE1.1"))
        return [entry.answer.level if entry.answer else None for entry in entries]


def test_an_entry_says_who_when_and_what(filled: Store) -> None:
    note(filled, 3, after=0)
    note(filled, None, after=70, by="bob", set_aside=True)

    with filled.read() as tx:
        assert tx.history.of("first", "VE1.1") == [
            HistoryEntry(
                item_id="VE1.1",
                answer=None,
                begun_at=NOW + timedelta(seconds=70),
                changed_at=NOW + timedelta(seconds=70),
                changed_by="bob",
                set_aside=True,
            ),
            HistoryEntry(
                item_id="VE1.1",
                answer=Answer.at(3),
                begun_at=NOW,
                changed_at=NOW,
                changed_by="ann",
                set_aside=False,
            ),
        ]


def test_the_values_that_an_assessment_begins_with_are_an_entry_each(filled: Store) -> None:
    first = {"VE1.1": Answer.at(2), "VE1.2": Answer.dont_know()}
    with filled.begin() as tx:
        tx.history.begin(assessment(), first, by="ann", now=NOW)
        tx.history.begin(assessment(), {}, by="ann", now=NOW)
    note(filled, 3, after=30)

    with filled.read() as tx:
        (grown,), (untouched,) = (tx.history.of("first", item) for item in first)
    assert (grown.answer, grown.begun_at) == (Answer.at(3), NOW)
    assert untouched == HistoryEntry(
        item_id="VE1.2",
        answer=Answer.dont_know(),
        begun_at=NOW,
        changed_at=NOW,
        changed_by="ann",
        set_aside=False,
    )


def test_changes_within_a_minute_of_the_first_are_one_entry(filled: Store) -> None:
    for after, level in ((0, 1), (30, 2), (59.9, 3), (60, 4)):
        note(filled, level, after=after)

    with filled.read() as tx:
        (entry,) = tx.history.of("first", "VE1.1")
        assert entry.answer == Answer.at(4)
        assert (entry.begun_at, entry.changed_at) == (NOW, NOW + timedelta(seconds=60))


def test_a_change_after_the_minute_is_another_entry_however_short_the_pause(
    filled: Store,
) -> None:
    for after, level in ((0, 1), (59.9, 2), (60.1, 3), (120, 4), (120.2, 5)):
        note(filled, level, after=after)

    assert levels(filled) == [2, 4, 5]


def test_an_entry_never_grows_across_somebody_elses(filled: Store) -> None:
    note(filled, 1, after=0)
    note(filled, 2, after=5, by="bob")
    note(filled, 3, after=10)

    assert levels(filled) == [1, 2, 3]


def test_a_value_that_was_set_aside_stays_an_entry_of_its_own(filled: Store) -> None:
    note(filled, 1, after=0)
    note(filled, 2, after=5, set_aside=True)
    note(filled, 3, after=10)
    note(filled, 4, after=11, set_aside=True)
    note(filled, 5, after=12, set_aside=True)

    assert levels(filled) == [1, 2, 3, 4, 5]


def test_a_clock_that_was_set_back_begins_another_entry(filled: Store) -> None:
    note(filled, 1, after=0)
    note(filled, 2, after=-5)

    assert levels(filled) == [1, 2]


def test_items_and_assessments_have_histories_of_their_own(filled: Store) -> None:
    other = assessment("second", wave="2")
    with filled.begin() as tx:
        tx.assessments.add(other, by="ann")
        tx.history.note(assessment(), "VE1.2", Answer.at(5), by="ann", now=NOW)
    note(filled, 1, after=0)
    note(filled, 2, after=1, held=other)

    with filled.read() as tx:
        assert levels(filled) == [1]
        assert [entry.answer for entry in tx.history.of("first", "VE1.2")] == [Answer.at(5)]
        assert [entry.answer for entry in tx.history.of("second", "VE1.1")] == [Answer.at(2)]


CHANGES = st.lists(
    st.tuples(
        st.floats(0, 45, allow_nan=False).map(lambda gap: round(gap, 3)),
        st.sampled_from(["ann", "bob"]),
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=scaled(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_entries_are_what_a_minute_a_person_gives(
    filled: Store, changes: list[tuple[float, str, bool]]
) -> None:
    with filled.begin() as tx:
        tx.assessments.remove("first")
        tx.assessments.add(assessment(), by="ann")
    expected: list[tuple[float, str, bool, int]] = []
    clock = 0.0
    for level, (gap, by, set_aside) in enumerate(changes, start=1):
        clock = round(clock + gap, 3)
        note(filled, level, after=clock, by=by, set_aside=set_aside)
        begun, *latest = expected[-1][:3] if expected else (0.0, "", True)
        if not set_aside and latest == [by, False] and round(clock - begun, 3) <= 60:
            expected[-1] = (begun, by, False, level)
        else:
            expected.append((clock, by, set_aside, level))

    assert levels(filled) == [level for *_, level in expected]
