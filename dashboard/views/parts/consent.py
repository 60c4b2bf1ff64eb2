"""Asking for consent to be compared, and taking it back: the same number of clicks for either."""

import streamlit as st

from dashboard.domain.consent import Consent
from dashboard.domain.eligibility import Obstacle
from dashboard.plain import plain
from dashboard.services import consents
from dashboard.services.assessments import Sheet
from dashboard.views.pages import ASSESS, PEERS, RESULTS
from dashboard.views.parts.peers_words import obstacle_in_words
from dashboard.views.parts.progress import REVIEW
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import (
    choose,
    current_acting,
    current_lang,
    current_timezone,
    current_words,
)


def tick_key(sheet: Sheet) -> str:
    return f"consent-tick-{sheet.assessment.id}"


def ask_before_completing(sheet: Sheet) -> None:
    """An empty box beside “Complete”: who leaves it empty has lost nothing."""
    t = current_words()
    found = [
        one
        for one in consents.obstacles_of(current_acting(), sheet)
        if one is not Obstacle.NOT_COMPLETE
    ]
    with st.container(border=True, gap="small"):
        st.markdown(f"**{t('May this assessment count in the benchmark?')}**")
        if found:
            st.markdown(t("It cannot, as it is:"))
            st.markdown("\n".join(f"- {plain(obstacle_in_words(one))}" for one in found))
            return
        st.markdown(plain(consents.consent_words(current_lang())))
        st.checkbox(t("Yes, it may count"), value=False, key=tick_key(sheet))
        st.caption(t("You can complete the assessment without this, and say yes later."))


def give_if_ticked(sheet: Sheet) -> None:
    """For the callback that has just completed it."""
    if st.session_state.get(tick_key(sheet)):
        consents.give(current_acting(), sheet.assessment.id, current_lang())


def show_consent(sheet: Sheet) -> None:
    """Whether this assessment counts, and the one click that changes it."""
    t = current_words()
    st.header(t("Taking part"), anchor=False)
    taking = consents.participation(current_acting(), sheet)
    with st.container(border=True, gap="small"):
        if taking.consent and (taking.renewed or taking.released):
            _show_given(taking, taking.consent)
        if taking.counts_next:
            return
        if taking.obstacles:
            _show_obstacles(sheet, taking)
            return
        _ask(sheet, taking)


def _show_given(taking: consents.Participation, consent: Consent) -> None:
    t = current_words()
    when = t.moment(consent.given_at, current_timezone())
    if taking.counts_next:
        st.markdown(t("This assessment counts in the benchmark, since {when}.", when=when))
    elif taking.released:
        day = t.day(taking.released)
        told = t(
            "The benchmark of {day} counts this assessment as it was when you agreed, {when}.",
            day=day,
            when=when,
        )
        st.markdown(told)
    else:
        st.markdown(t("You agreed on {when} that this assessment may count.", when=when))
    st.markdown(f"> {plain(consent.words)}")
    st.button(
        t("Withdraw consent"),
        key="withdraw-consent",
        icon=":material/undo:",
        on_click=_withdraw,
        args=(consent.id,),
    )


def _show_obstacles(sheet: Sheet, taking: consents.Participation) -> None:
    t = current_words()
    if taking.released:
        st.markdown(t("As it is now, it does not count in the next one, because:"))
    else:
        st.markdown(t("This assessment does not count in the benchmark, because:"))
    st.markdown("\n".join(f"- {plain(obstacle_in_words(one))}" for one in taking.obstacles))
    if Obstacle.STILL_OPEN in taking.obstacles:
        _show_way_to_open_questions(sheet)


def _ask(sheet: Sheet, taking: consents.Participation) -> None:
    t = current_words()
    if taking.released:
        st.markdown(t("It was reopened since. It counts in the next one too, if you agree again:"))
    else:
        st.markdown(t("This assessment does not count in the benchmark. It can, if you agree:"))
    st.markdown(f"> {plain(consents.consent_words(current_lang()))}")
    st.button(
        t("Agree and take part"),
        key="give-consent",
        icon=":material/handshake:",
        on_click=_give,
        args=(sheet.assessment.id,),
    )


def _show_way_to_open_questions(sheet: Sheet) -> None:
    """To the review while they can be answered; a complete assessment has their list in Results."""
    if st.button(
        current_words()("See the open questions"),
        key="to-open-questions",
        icon=":material/edit_note:",
    ):
        if sheet.assessment.open_for_answers:
            choose(dimension=REVIEW)
            st.switch_page(ASSESS)
        st.switch_page(RESULTS)


def show_where_to_withdraw(sheet: Sheet) -> None:
    """On a completed assessment that counts; nothing on another one."""
    if not consents.participation(current_acting(), sheet).counts_next:
        return
    t = current_words()
    with st.container(border=True, gap="small"):
        st.markdown(t("This assessment counts in the benchmark. Withdraw on the page “Peers”."))
        if st.button(t("Peers"), key="to-peers", icon=":material/groups:"):
            st.switch_page(PEERS)


def show_register(sheet: Sheet) -> None:
    """Every consent of the workspace: who, when, for what, to which words."""
    t = current_words()
    entries = consents.register(current_acting(), sheet.workspace)
    if not entries:
        return
    st.header(t("Register of consents"), anchor=False)
    for entry in entries:
        _show_entry(entry)


def _show_entry(entry: consents.Entry) -> None:
    t, zone = current_words(), current_timezone()
    consent = entry.consent
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(entry.brand.name)}** · {plain(entry.assessment.wave)}")
        given = t.moment(consent.given_at, zone)
        st.markdown(t("Consent by {name}, {when}", name=plain(entry.given_by), when=given))
        if consent.withdrawn_at:
            ended = t.moment(consent.withdrawn_at, zone)
            name = plain(entry.withdrawn_by or "")
            st.markdown(t("Withdrawn by {name}, {when}", name=name, when=ended))
        if entry.outdated and entry.released:
            st.markdown(
                t("Reopened after this: it counts in the release that is shown, not in the next.")
            )
        elif entry.outdated:
            st.markdown(t("It no longer counts: the assessment was reopened after this."))
        with st.expander(t("The words")):
            st.markdown(plain(consent.words))
        if consent.stands:
            st.button(
                t("Withdraw from the release it is in")
                if entry.outdated and entry.released
                else t("Withdraw"),
                key=f"withdraw-{consent.id}",
                type="tertiary",
                icon=":material/undo:",
                help=f"{plain(entry.brand.name)} {plain(entry.assessment.wave)}",
                on_click=_withdraw,
                args=(consent.id,),
            )


def _give(assessment_id: str) -> None:
    with told_at_top():
        consents.give(current_acting(), assessment_id, current_lang())


def _withdraw(consent_id: str) -> None:
    with told_at_top():
        consents.withdraw(current_acting(), consent_id)
