"""Creating, changing and putting away brands."""

from collections.abc import Callable, Mapping

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.assessment import MAX_NAME, AlreadyExists, Brand, BrandProfile
from dashboard.domain.text import Text
from dashboard.services import assessments, brands
from dashboard.store.errors import AlreadyTaken
from dashboard.views.pages import ASSESS
from dashboard.views.parts.put_away import offer_undo
from dashboard.views.parts.refused import told_at_top, told_in_place
from dashboard.views.parts.wave_fields import ask_wave_and_questionnaire
from dashboard.views.plain import plain
from dashboard.views.session import choose, current_acting, current_lang, current_words


def ask_for_brand(title: str, workspace_id: str) -> None:
    """Ask for a brand and its first wave; both begin at once."""
    t = current_words()

    @st.dialog(title)
    def ask() -> None:
        with st.form("brand-form", border=False):
            profile = _ask_profile(None)
            wave, questionnaire = ask_wave_and_questionnaire(None)
            sent = st.form_submit_button(t("Create and begin"), type="primary")
        if sent and (made := _profile_or_error(profile)) and _wave_or_error(wave):
            acting = current_acting()
            try:
                brand = brands.create(acting, workspace_id, made)
                begun = assessments.begin(acting, brand.id, wave=wave, questionnaire=questionnaire)
            except (AlreadyExists, AlreadyTaken):
                st.error(t("A brand of this name is there already. Choose another name."))
                return
            choose(assessment=begun.id)
            st.switch_page(ASSESS)

    ask()


def _wave_or_error(wave: str) -> bool:
    if not wave:
        t = current_words()
        st.error(t("Give the wave a name, such as 2026-Q4."))
    return bool(wave)


def _change_brand(title: str, brand: Brand) -> None:
    t = current_words()

    @st.dialog(title)
    def ask() -> None:
        with st.form("brand-form", border=False):
            profile = _ask_profile(brand.profile)
            sent = st.form_submit_button(t("Save"), type="primary")
        if sent and (changed := _profile_or_error(profile)):
            try:
                brands.change(current_acting(), brand.id, changed)
            except (AlreadyExists, AlreadyTaken):
                st.error(t("A brand of this name is there already. Choose another name."))
                return
            st.rerun()

    ask()


def _ask_profile(profile: BrandProfile | None) -> dict[str, str | None]:
    t, vocabulary = current_words(), current_acting().catalog.vocabulary
    name = st.text_input(
        t("Name of the brand"), value=profile.name if profile else "", max_chars=MAX_NAME
    )
    return {
        "name": name.strip(),
        "industry": _ask_word(
            t("Industry"), vocabulary.industry, profile.industry if profile else None
        ),
        "region": _ask_word(t("Region"), vocabulary.region, profile.region if profile else None),
        "size": _ask_word(t("Size"), vocabulary.size, profile.size if profile else None),
        "parent": st.text_input(
            t("Parent company (optional)"),
            value=(profile.parent if profile else None) or "",
            max_chars=MAX_NAME,
        ).strip()
        or None,
    }


def _ask_word(label: str, known: Mapping[str, Text], chosen: str | None) -> str | None:
    t, lang = current_words(), current_lang()
    keys = list(known)
    return st.selectbox(
        label,
        keys,
        index=keys.index(chosen) if chosen in keys else None,
        format_func=lambda key: known[key].get(lang),
        placeholder=t("Not stated"),
        key=f"{label}-{lang}",
    )


def _profile_or_error(fields: Mapping[str, str | None]) -> BrandProfile | None:
    t = current_words()
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
        type="tertiary",
        key=f"brand-menu-{brand.id}-{current_lang()}",
        help=t("More for {name}", name=plain(brand.name)),
    )
    if chosen:
        actions[chosen][1]()


def _archive(brand: Brand) -> None:
    t = current_words()
    with told_at_top():
        brands.archive(current_acting(), brand.id)
        offer_undo(t("{name} is archived.", name=brand.name), brands.unarchive, brand.id)
    st.rerun()


def _delete(brand: Brand) -> None:
    t = current_words()
    with told_at_top():
        brands.delete(current_acting(), brand.id)
        offer_undo(t("{name} is deleted.", name=brand.name), brands.undelete, brand.id)
    st.rerun()
