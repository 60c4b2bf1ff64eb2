"""What a participant is told when a form or a page is not what it should be."""

from dashboard.i18n import Words
from dashboard.web.shut_page import Notice


def unusual(t: Words) -> Notice:
    return Notice(
        t("This could not be read"),
        t("What was sent does not fit this workshop, so nothing of it is stored."),
        t("Open the workshop again"),
    )


def not_signed(t: Words) -> Notice:
    return Notice(
        t("This page was not accepted"),
        t(
            "Nothing of it is stored: the cookie of this workshop is missing or has changed. "
            "Allow cookies for this address, or leave private browsing, and open the workshop "
            "again; it sets this one cookie and no other."
        ),
        t("Open the workshop again"),
    )


def not_joined(t: Words) -> Notice:
    return Notice(
        t("This phone has no place in the workshop"),
        t(
            "What you sent is not stored. The answers given from here may have been deleted, "
            "or you joined in another browser."
        ),
        t("Open the workshop again"),
    )


def no_page(t: Words) -> Notice:
    return Notice(
        t("There is no such page"),
        t("The workshop has no page at this address."),
        t("Open the workshop again"),
    )


def too_many(t: Words) -> Notice:
    return Notice(
        t("Too many wrong codes"),
        t(
            "Many wrong codes were tried within a minute. Wait a minute, compare the code with the "
            "screen or the card, and try again. Right codes are let in all the time."
        ),
        t("Try again"),
    )


def out_of_order(t: Words) -> Notice:
    return Notice(
        t("The workshop cannot be reached just now"),
        t("What you just sent may not be stored. Go back in a moment and send it again."),
        t("Try again"),
    )
