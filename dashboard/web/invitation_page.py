"""The invitation: what is stored, said before anything is, then one button."""

from starlette.responses import Response

from dashboard import bootstrap
from dashboard.services import participation
from dashboard.services.acting import utc_now
from dashboard.web.form import Fields, FormRefused
from dashboard.web.guest import Guest, refuse_unknown

ROLE = "role"
NO_ROLE = ""


def show_invitation(guest: Guest) -> Response:
    """Who has a place already is led to where they were."""
    sheet = guest.sheet()
    if sheet is None:
        return _page(guest)
    return guest.with_cookie(guest.visit.go_to(*guest.first_open(sheet)))


def take_place(guest: Guest, fields: Fields) -> Response:
    """Join, or come back: who has a place keeps it."""
    ticket, given = guest.signed(fields)
    refuse_unknown(given, ROLE)
    role = given.get(ROLE, NO_ROLE)
    if role not in (NO_ROLE, *guest.invited.workshop.setup.roles):
        raise FormRefused(f"no role {role!r}")
    store = bootstrap.get_store()
    participation.join(store, guest.invited, ticket.token, role=role or None, now=utc_now())
    sheet = participation.sheet(store, guest.invited, ticket.token)
    return guest.visit.go_to(*guest.first_open(sheet))


def _page(guest: Guest) -> Response:
    t, lang = guest.paper.t, guest.paper.lang
    workshop, questionnaire = guest.invited.workshop, guest.invited.questionnaire
    count = len(workshop.items_of(questionnaire))
    pages = len(guest.invited.dimensions)
    task = t.sentences(
        t.plural("There is {n} question.", "There are {n} questions.", count),
        t.plural("It is on {n} page.", "They are on {n} pages.", pages),
        questionnaire.texts.independent_rating.get(lang),
    )
    return guest.page(
        "invitation",
        title=t("You are invited to a workshop"),
        stored=_stored(guest),
        subject=questionnaire.title.get(lang),
        note=workshop.setup.note,
        task=task,
        roles=workshop.setup.roles,
        role_field=ROLE,
        no_role=NO_ROLE,
        role_question=t("What is your role?"),
        role_hint=t("Roles are compared only where at least five people share one."),
        role_untold=t("I would rather not say"),
        button=t("Begin"),
    )


def _stored(guest: Guest) -> str:
    t = guest.paper.t
    kept = (
        t("What is stored: your ratings, the reasons that you type, and the role that you choose.")
        if guest.invited.workshop.setup.roles
        else t("What is stored: your ratings and the reasons that you type.")
    )
    return t.sentences(
        kept,
        t(
            "Your name, your phone, its address and the time are not stored; "
            "one cookie lets you come back on this phone."
        ),
    )
