"""Where an answer that a workshop closed with comes from, in words that stay with it."""

from dashboard.domain.answer import MAX_PROSE
from dashboard.domain.reveal import Counts, ItemReveal
from dashboard.i18n import Words


def provenance(one: ItemReveal, t: Words) -> str:
    """How many rated, how far apart, how many named a level at all, and why it was agreed.

    Below three ratings the levels are left out, as they are everywhere.
    """
    whole = [
        t("Agreed in the workshop.") if one.agreed else t("Rated in the workshop, undiscussed.")
    ]
    whole.append(t("{n} rated, {spread}.", n=one.raters, spread=_spread(one.counts, t)))
    if one.counts and 0 < one.counts.k < one.counts.raters:
        whole.append(t("Of these, {k} named a level.", k=one.counts.k))
    if one.agreed is None and one.mostly_not_applicable:
        whole.append(t("Most said that it does not apply."))
    if one.agreed and one.agreed.reason:
        whole.append(t("Reason: {reason}", reason=one.agreed.reason))
    return t.sentences(*whole)[:MAX_PROSE]


def _spread(counts: Counts | None, t: Words) -> str:
    if counts is None:
        return t("too few to show")
    chosen = [level for level, count in enumerate(counts.levels, start=1) if count]
    if not chosen:
        return t("none at a level")
    if len(chosen) > 1:
        return t("levels {low} to {high}", low=chosen[0], high=chosen[-1])
    if counts.k < counts.raters:
        return t("only level {level}", level=chosen[0])
    return t("all at level {level}", level=chosen[0])
