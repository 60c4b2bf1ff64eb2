"""What is decided before anybody is let in: what is rated, in which languages, by whom."""

from collections.abc import Mapping

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.answer import MAX_PROSE
from dashboard.domain.questionnaire import Pillar, Questionnaire
from dashboard.domain.text import LANGS, Lang
from dashboard.domain.workshop import MAX_EXPECTED, MAX_ROLE, MAX_ROLES, Setup
from dashboard.i18n import OWN_NAME
from dashboard.plain import plain
from dashboard.services import workshops
from dashboard.services.assessments import Sheet
from dashboard.services.workshops import Room
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.refused import told_in_place
from dashboard.views.parts.workshop_moving import led, show_way_out
from dashboard.views.parts.workshop_words import NEW
from dashboard.views.session import (
    choose_workshop,
    current_acting,
    current_lang,
    current_sheet,
    current_words,
)

EXPECTED = 10
EDITING = "workshop-editing"


def sheet_to_set_up() -> Sheet | None:
    """The assessment that the address names, if a workshop can be opened on it."""
    sheet = current_sheet()
    return sheet if sheet and sheet.assessment.open_for_answers else None


def show_new_setup(sheet: Sheet) -> None:
    t = current_words()
    show_top_row(demo=sheet.workspace.is_demo)
    show_head(
        f"{t('Open a workshop')} · {plain(sheet.brand.name)} · {plain(sheet.assessment.wave)}",
        t("Who rates what?"),
        t("Nobody is let in yet. You get the code and the QR code on the next page."),
    )
    setup = _ask_setup(sheet.questionnaire, None, button=t("Prepare the workshop"))
    if setup is not None:
        with told_in_place():
            made = workshops.begin(current_acting(), sheet.assessment.id, setup)
            choose_workshop(made.id)
            st.rerun()
    st.button(
        t("Choose another assessment"),
        icon=":material/arrow_back:",
        type="tertiary",
        key="another-assessment",
        on_click=choose_workshop,
        args=(NEW,),
    )
    show_way_out()


def show_changed_setup(room: Room) -> None:
    """The form again, with what was decided, while nobody is let in."""
    t = current_words()
    setup = _ask_setup(room.questionnaire, room.workshop.setup, button=t("Save"))
    st.button(t("Leave it as it is"), type="tertiary", key="stop-editing", on_click=stop_editing)
    if setup is not None:
        with led():
            workshops.set_up(current_acting(), room.workshop, setup)
        stop_editing()
        st.rerun()


def edit(workshop_id: str) -> None:
    st.session_state[EDITING] = workshop_id


def stop_editing() -> None:
    st.session_state.pop(EDITING, None)


def is_editing(workshop_id: str) -> bool:
    return bool(st.session_state.get(EDITING) == workshop_id)


def _ask_setup(questionnaire: Questionnaire, before: Setup | None, *, button: str) -> Setup | None:
    """The set-up once it was sent and is usable; what is missing is said below the form."""
    with st.form("workshop-setup", border=True):
        dimensions = _ask_dimensions(questionnaire, before)
        fields = {"langs": _ask_langs(before), "roles": _ask_roles(before), **_ask_rest(before)}
        sent = st.form_submit_button(button, type="primary", key="send-setup")
    return _setup_or_error({"dimensions": dimensions, **fields}) if sent else None


def _ask_dimensions(questionnaire: Questionnaire, before: Setup | None) -> tuple[str, ...]:
    t = current_words()
    with st.container(gap="xsmall"):
        st.markdown(f"**{t('What is rated')}**")
        st.caption(t("Everything, unless you take something away."))
    chosen: list[str] = []
    for pillar in questionnaire.pillars:
        chosen += _ask_pillar(questionnaire, pillar, before)
    return tuple(one.id for one in questionnaire.dimensions if one.id in chosen)


def _ask_pillar(questionnaire: Questionnaire, pillar: Pillar, before: Setup | None) -> list[str]:
    t, lang = current_words(), current_lang()
    titles = {one.id: one.title.get(lang) for one in pillar.dimensions}
    return st.multiselect(
        f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}",
        list(titles),
        default=[one for one in titles if before is None or one in before.dimensions],
        format_func=titles.__getitem__,
        placeholder=t("Not rated"),
        key=f"setup-{pillar.id}-{lang}",
    )


def _ask_langs(before: Setup | None) -> tuple[Lang, ...]:
    t = current_words()
    chosen = st.multiselect(
        t("Languages on the phones"),
        list(LANGS),
        default=list(before.langs if before else LANGS),
        format_func=lambda one: OWN_NAME[one],
        placeholder=t("Choose one at least"),
        key=f"setup-langs-{current_lang()}",
    )
    return tuple(lang for lang in LANGS if lang in chosen)


def _ask_roles(before: Setup | None) -> tuple[str, ...]:
    t = current_words()
    typed = st.text_area(
        t("Roles, one a line (optional)"),
        value="\n".join(before.roles) if before else "",
        key="setup-roles",
        placeholder=t("Leave it empty, and everyone is anonymous altogether"),
        max_chars=MAX_ROLES * (MAX_ROLE + 1),
    )
    st.caption(
        t(
            "Never names. A role is compared with the others only where at least five people "
            "share it."
        )
    )
    lines = (line.strip() for line in (typed or "").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def _ask_rest(before: Setup | None) -> dict[str, object]:
    return {
        "expected": ask_expected(before.expected if before else EXPECTED, key="setup-expected"),
        "note": ask_note(before.note if before else None, key="setup-note"),
    }


def ask_expected(before: int, *, key: str) -> int:
    t = current_words()
    return st.number_input(
        t("How many people do you expect?"),
        min_value=1,
        max_value=MAX_EXPECTED,
        value=before,
        step=1,
        key=key,
        help=t("Up to twice as many may join, and fifty in any case."),
    )


def ask_note(before: str | None, *, key: str) -> str | None:
    t = current_words()
    typed = st.text_area(
        t("Note for the invitation (optional)"),
        value=before or "",
        key=key,
        placeholder=t("What the workshop is for, and when you talk about the result"),
        max_chars=MAX_PROSE,
    )
    return (typed or "").strip() or None


def _setup_or_error(fields: Mapping[str, object]) -> Setup | None:
    t = current_words()
    if not fields["dimensions"]:
        st.error(t("Choose at least one dimension to rate."))
    elif not fields["langs"]:
        st.error(t("Choose at least one language."))
    else:
        try:
            return Setup.model_validate(fields)
        except ValidationError:
            st.error(
                t(
                    "Give at most {n} roles of at most {length} characters each, and no signs that "
                    "cannot be stored.",
                    n=MAX_ROLES,
                    length=MAX_ROLE,
                )
            )
    return None
