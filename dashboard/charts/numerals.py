"""Small counts in words, for sentences that are titles."""

from dashboard.i18n import Words


def spelled(number: int, t: Words) -> str:
    """A count of things in words, up to twelve."""
    names = (
        t("one"),
        t("two"),
        t("three"),
        t("four"),
        t("five"),
        t("six"),
        t("seven"),
        t("eight"),
        t("nine"),
        t("ten"),
        t("eleven"),
        t("twelve"),
    )
    return names[number - 1] if 1 <= number <= len(names) else str(number)
