"""The way in: QR code, code and link, on the screen, to print and to paste."""

import io
from urllib.parse import urlsplit

import segno
import streamlit as st

from dashboard import bootstrap
from dashboard.domain.workshop import spoken_code
from dashboard.plain import plain
from dashboard.services.addresses import Reach, reach
from dashboard.services.workshops import Room
from dashboard.views.session import current_lang, current_words

INK, WHITE = "#10151E", "#FFFFFF"
"""In both themes: phones read dark on white."""
BORDER = 4
SCALE = 8
WIDTH = 300
SPARE = "m"
"""How much of the picture may be hidden or smudged: 15%."""


def current_reach() -> Reach:
    """How phones reach the server that shows this page."""
    seen = urlsplit(st.context.url or "").port
    port = seen or int(st.get_option("server.port"))
    return reach(bootstrap.get_public_url(), st.get_option("server.address"), port)


def qr_code(link: str) -> str:
    """The picture of a link as SVG."""
    out = io.BytesIO()
    segno.make(link, error=SPARE, micro=False).save(
        out, kind="svg", scale=SCALE, border=BORDER, dark=INK, light=WHITE, xmldecl=False
    )
    return out.getvalue().decode()


def show_door(room: Room) -> None:
    """What the room sees while it joins; the code is the title of the page."""
    t, found, code = current_words(), current_reach(), room.workshop.code
    show_qr_code(found.link(code))
    st.title(spoken_code(code), anchor=False, text_alignment="center")
    st.markdown(
        t("or open **{address}** and type the code", address=plain(found.spoken)),
        text_alignment="center",
    )
    if found.from_here_alone:
        alone = t("This address works on this machine alone: no phone can reach it.")
        st.markdown(f":material/phonelink_off: {alone}", text_alignment="center")
    if st.button(t("Card to print or paste"), icon=":material/print:", key="card"):
        _show_card(room, found)


def show_qr_code(link: str) -> None:
    t = current_words()
    st.image(qr_code(link), width=WIDTH, alt=t("QR code that leads to {link}", link=link))


def _show_card(room: Room, found: Reach) -> None:
    t, code = current_words(), room.workshop.code
    link = found.link(code)

    @st.dialog(t("Invitation"))
    def show() -> None:
        with st.container(horizontal_alignment="center"):
            show_qr_code(link)
        st.code(_invitation(room, link), language=None, wrap_lines=True)
        st.download_button(
            t("Download the QR code"),
            qr_code(link),
            file_name=f"workshop-{code}.svg",
            mime="image/svg+xml",
            icon=":material/download:",
            on_click="ignore",
            key="download-qr",
        )

    show()


def _invitation(room: Room, link: str) -> str:
    """Plain text for a chat, a mail or a slide."""
    t, lang = current_words(), current_lang()
    lines = [
        t("You are invited to a workshop"),
        room.questionnaire.title.get(lang),
        *([room.workshop.setup.note] if room.workshop.setup.note else []),
        link,
        t("Code: {code}", code=spoken_code(room.workshop.code)),
        room.questionnaire.texts.independent_rating.get(lang),
    ]
    return "\n".join(lines)
