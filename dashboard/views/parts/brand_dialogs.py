"""Creating, changing and putting away brands."""

from collections.abc import Callable, Mapping

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.assessment import MAX_NAME, AlreadyExists, Brand, BrandProfile
from dashboard.domain.text import Text
from dashboard.plain import plain
from dashboard.services import assessments, brands
from dashboard.store.errors import AlreadyTaken
from dashboard.views.pages import ASSESS
from dashboard.views.parts.put_away import offer_undo
from dashboard.views.parts.refused import told_at_top, told_in_place
from dashboard.views.parts.wave_fields import (
    ask_wave_and_questionnaire,
    fill_in_wave,
    told_taken,
    usable_wave,
)
from dashboard.views.session import choose, current_acting, current_lang, current_words, leave_brand


def ask_for_brand(title: str, workspace_id: str) -> None:
    """Ask for a brand and its first wave; both begin at once."""
    t = current_words()
    _fill_in(None)
    fill_in_wave(None)

    @st.dialog(title)
    def ask() -> None:
        with st.form("brand-form", border=False):
            profile = _ask_profile(None)
            wave, questionnaire = ask_wave_and_questionnaire(None)
            sent = st.form_submit_button(t("Create and begin"), type="primary")
        if sent and (made := _profile_or_error(profile)) and usable_wave(wave):
            with told_in_place():
                _create(workspace_id, made, wave=wave, questionnaire=questionnaire)

    ask()


def _create(workspace_id: str, profile: BrandProfile, *, wave: str, questionnaire: str) -> None:
    try:
        begun = assessments.begin_brand(
            current_acting(), workspace_id, profile, wave=wave, questionnaire=questionnaire
        )
    except (AlreadyExists, AlreadyTaken) as error:
        told_taken(error, brand=True)
        return
    choose(assessment=begun.id)
    st.switch_page(ASSESS)


def _change_brand(title: str, brand: Brand) -> None:
    t = current_words()
    _fill_in(brand)

    @st.dialog(title)
    def ask() -> None:
        with st.form("brand-form", border=False):
            profile = _ask_profile(brand)
            sent = st.form_submit_button(t("Save"), type="primary")
        if sent and (changed := _profile_or_error(profile)):
            with told_in_place():
                try:
                    brands.change(current_acting(), brand.id, changed, read=brand.profile)
                except (AlreadyExists, AlreadyTaken) as error:
                    told_taken(error, brand=True)
                    return
                st.rerun()

    ask()


def _fill_in(brand: Brand | None) -> None:
    """What stands in the fields of a dialog that opens: what is stored, not what was left there."""
    vocabulary, profile = current_acting().catalog.vocabulary, brand.profile if brand else None
    st.session_state[_field("name", brand)] = profile.name if profile else ""
    st.session_state[_field("parent", brand)] = (profile.parent if profile else None) or ""
    for field, known in (
        ("industry", vocabulary.industry),
        ("region", vocabulary.region),
        ("size", vocabulary.size),
    ):
        word = getattr(profile, field, None)
        st.session_state[_word_field(field, brand)] = word if word in known else None


def _field(name: str, brand: Brand | None) -> str:
    return f"{name}-{brand.id if brand else 'new'}"


def _word_field(name: str, brand: Brand | None) -> str:
    return f"{_field(name, brand)}-{current_lang()}"


def _ask_profile(brand: Brand | None) -> dict[str, str | None]:
    """Ask for the particulars of a brand; None for one that is not there yet."""
    t, vocabulary = current_words(), current_acting().catalog.vocabulary
    name = st.text_input(t("Name of the brand"), max_chars=MAX_NAME, key=_field("name", brand))
    words = {
        field: _ask_word(label, known, key=_word_field(field, brand))
        for field, label, known in (
            ("industry", t("Industry"), vocabulary.industry),
            ("region", t("Region"), vocabulary.region),
            ("size", t("Size"), vocabulary.size),
        )
    }
    parent = st.text_input(
        t("Parent company (optional)"), max_chars=MAX_NAME, key=_field("parent", brand)
    )
    return {"name": name.strip(), **words, "parent": parent.strip() or None}


def _ask_word(label: str, known: Mapping[str, Text], *, key: str) -> str | None:
    t, lang = current_words(), current_lang()
    return st.selectbox(
        label,
        list(known),
        index=None,
        format_func=lambda word: known[word].get(lang),
        placeholder=t("Not stated"),
        key=key,
    )


def _profile_or_error(fields: Mapping[str, str | None]) -> BrandProfile | None:
    t = current_words()
    if not fields["name"]:
        st.error(t("Give the brand a name."))
        return None
    try:
        return BrandProfile.model_validate(fields)
    except ValidationError:
        st.error(
            t(
                "Give the brand a name of 1 to {n} characters, without control characters.",
                n=MAX_NAME,
            )
        )
        return None


def show_brand_menu(brand: Brand) -> None:
    t = current_words()
    actions: dict[str, tuple[str, Callable[[], None]]] = {
        "edit": (t("Edit"), lambda: _change_brand(t("Edit the brand"), brand)),
        "archive": (t("Archive"), lambda: _archive(brand)),
        "delete": (t("Delete"), lambda: _delete(brand)),
    }
    chosen = st.menu_button(
        t("More"),
        list(actions),
        format_func=lambda key: actions[key][0],
        icon=":material/more_horiz:",
        key=f"brand-menu-{brand.id}-{current_lang()}",
        help=t("More for {name}", name=plain(brand.name)),
    )
    if chosen:
        actions[chosen][1]()


def _archive(brand: Brand) -> None:
    with told_at_top():
        brands.archive(current_acting(), brand.id)
        offer_undo(lambda t: t("{name} is archived.", name=brand.name), brands.unarchive, brand.id)
        leave_brand(brand.id)
    st.rerun()


def _delete(brand: Brand) -> None:
    with told_at_top():
        brands.delete(current_acting(), brand.id)
        offer_undo(lambda t: t("{name} is deleted.", name=brand.name), brands.undelete, brand.id)
        leave_brand(brand.id)
    st.rerun()
