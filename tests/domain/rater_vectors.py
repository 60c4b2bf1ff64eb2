"""The vectors about several raters, with their types."""

from collections.abc import Mapping, Sequence
from typing import TypedDict, cast

from tests.builders import vectors

SIX_DECIMALS = 5e-7
"""The vectors are rounded to six decimals."""


class AgreementVector(TypedDict):
    ratings: list[int]
    var: float
    rwg_uniform: float
    rwg_slight_skew: float
    awg: float | None
    AD_M: float
    Cns: float


AGREEMENT = cast("Mapping[str, AgreementVector]", vectors()["agreement"])
MATRIX = cast("Sequence[Sequence[int]]", vectors()["rater_matrix"]["R"])
"""Six raters by the twelve items of Stewardship."""
ITEMS: Sequence[Sequence[int]] = list(zip(*MATRIX, strict=True))
ICC = cast("Mapping[str, float]", vectors()["rater_matrix"]["icc"])
ICC_LISTS = cast("Mapping[str, Sequence[float]]", vectors()["rater_matrix"]["icc"])
R_WG_J = cast("Mapping[str, float]", vectors()["rater_matrix"])
LOWER_MEDIAN_SCORE = cast("float", vectors()["rater_aggregate"]["lower_median"])
LEAVE_ONE_OUT = cast("Sequence[float]", vectors()["rater_aggregate"]["loo"])
