"""What the reveal shows of roles, and what it keeps to itself."""

from dashboard.domain.workshop import Stage
from dashboard.views.parts.blank import BLANK
from tests.views.material import begin
from tests.views.workshop_material import SETUP, STEWARDSHIP, room_at, visit


def test_roles_of_five_and_more_stand_side_by_side_and_no_smaller_one() -> None:
    setup = STEWARDSHIP.model_copy(update={"dimensions": ("ST4",), "roles": ("Legal", "IT")})
    rows = ["155", "255", "355", "455", "555"]
    both = room_at(Stage.REVEALED, rows * 2, setup=setup, roles=["Legal"] * 5 + ["IT"] * 5)
    one = room_at(
        Stage.REVEALED,
        rows + rows[:4],
        setup=setup,
        roles=["Legal"] * 5 + ["IT"] * 4,
        assessment=begin(brand="Acme"),
    )

    side_by_side = visit(both, present="ST4.1").app.table[0].value
    assert list(side_by_side.columns) == ["Level", "Legal", "IT"]
    assert list(side_by_side["Legal"]) == ["1", "1", "1", "1", "1", "–", "–"]
    assert not visit(one, present="ST4.1").app.table


def test_a_role_that_is_called_like_another_column_has_its_own() -> None:
    setup = SETUP.model_copy(update={"roles": ("Level", "everyone else")})
    roles = ["Level"] * 5 + ["everyone else"] * 5 + [None] * 5

    made = room_at(
        Stage.REVEALED, ["155"] * 5 + ["255"] * 5 + ["355"] * 5, setup=setup, roles=roles
    )

    table = visit(made, present="ST4.1").app.table[0].value
    assert [name.rstrip(BLANK) for name in table.columns] == [
        "Level",
        "Level",
        *["everyone else"] * 2,
    ]
    assert [list(table.iloc[:, n])[2:5] for n in (1, 2, 3)] == [
        ["–", "–", "5"],
        ["–", "5", "–"],
        ["5", "–", "–"],
    ]
