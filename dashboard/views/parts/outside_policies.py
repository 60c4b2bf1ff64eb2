"""How privacy policies are rated, how they answer each question, and how one product does."""

from typing import Final

import streamlit as st

from dashboard.charts.outside_axis import decimal, number
from dashboard.charts.outside_bars import BarsShown, describe_value_bars, value_bars
from dashboard.charts.outside_ratings import Ratings, describe_rating_counts, rating_counts
from dashboard.domain.outside import (
    POLICY_SOURCE,
    Bar,
    Bars,
    PolicyQuestion,
    RatedProduct,
    by_whole_rating,
    median_rating,
)
from dashboard.domain.text import LANGS, Text
from dashboard.i18n import words
from dashboard.plain import plain
from dashboard.views.cached import show_picture, show_table
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import outside, pick_from, picked
from dashboard.views.parts.outside_source import show_source
from dashboard.views.session import current_lang, current_theme, current_words

PRODUCT: Final = "product"
QUESTION: Final = "question"


def show_policies() -> None:
    product = _product_here()
    _show_head(product)
    pick, ratings = st.columns([2, 3])
    with pick.container(border=True):
        _pick_a_product(product)
    with ratings.container(border=True):
        _show_ratings(product)
    question, replies = st.columns([2, 3])
    with question.container(border=True):
        _show_question(product)
    with replies.container(border=True):
        _show_replies(product)


def _product_here() -> RatedProduct | None:
    return next((one for one in outside().products if one.slug == picked(PRODUCT)), None)


def _show_head(product: RatedProduct | None) -> None:
    t, products = current_words(), outside().products
    median = decimal(median_rating(products))
    published = outside().of("products")
    if product and published:
        finding = t(
            "{source} gave {name} {rating} of 10 ({year})",
            source=POLICY_SOURCE,
            name=plain(product.name),
            rating=decimal(product.rating),
            year=plain(published.source.year.get(current_lang())),
        )
    else:
        finding = t(
            "Half of {n} privacy policies rate {median} of 10 or less",
            n=len(products),
            median=median,
        )
    lead = t(
        "{source} rates what a policy says, by {questions} questions. The median of its {n} "
        "products is {median}.",
        source=POLICY_SOURCE,
        questions=len(outside().questions),
        n=len(products),
        median=median,
    )
    show_head(t("What others measured, on their own scale"), finding, lead)


def _show_ratings(product: RatedProduct | None) -> None:
    t, lang = current_words(), current_lang()
    st.subheader(t("Products by their rating"), anchor=False)
    subject = Ratings(
        counts=by_whole_rating(outside().products),
        name=product.name if product else "",
        rating=product.rating if product else None,
    )
    show_picture(rating_counts, describe_rating_counts, subject, lang, current_theme())
    st.caption(
        t(
            "Bar and number: how many products. Not shown by category of product: most have none, "
            "and most groups would be too small. Not comparable with a score of yours."
        )
    )
    if published := outside().of("products"):
        show_source(published.source)


def _pick_a_product(product: RatedProduct | None) -> None:
    t, products = current_words(), outside().products
    st.subheader(t("A product on the list"), anchor=False)
    names = {one.slug: one.name for one in products}
    pick_from(
        PRODUCT,
        t("Product"),
        sorted(names, key=lambda slug: names[slug].casefold()),
        named=names.__getitem__,
        placeholder=t("Type or choose a name"),
    )
    if product:
        st.metric(t("Rating of {name}", name=plain(product.name)), decimal(product.rating))
    st.metric(t("Median of {n} products", n=len(products)), decimal(median_rating(products)))
    st.caption(t("A product that is picked is marked in the pictures."))


def _show_question(product: RatedProduct | None) -> None:
    t, lang = current_words(), current_lang()
    questions = {one.key: one for one in outside().questions}
    st.subheader(t("How policies answer a question"), anchor=False)
    chosen = pick_from(
        QUESTION,
        t("Question"),
        list(questions),
        named=lambda key: questions[key].text.get(lang),
    )
    question = questions[chosen or next(iter(questions))]
    st.markdown(f"**{plain(question.text.get(lang))}**")
    subject = BarsShown(values=_shares(question), chosen=_position(question, product))
    show_picture(value_bars, describe_value_bars, subject, lang, current_theme())
    if product:
        st.caption(t("◆ The answer of {name}.", name=plain(product.name)))
    if published := outside().of("replies"):
        show_source(published.source)


def _shares(question: PolicyQuestion) -> Bars:
    unit = {lang: words(lang)("% of {n} products", n=question.products) for lang in LANGS}
    return Bars(
        unit=Text(**unit),
        bars=tuple(
            Bar(name=reply.text, value=100 * reply.products / question.products)
            for reply in question.replies
        ),
    )


def _position(question: PolicyQuestion, product: RatedProduct | None) -> int | None:
    if product is None:
        return None
    return [reply.key for reply in question.replies].index(product.replies[question.key])


def _show_replies(product: RatedProduct | None) -> None:
    """Each question with the answer of the product, or with the one that is most frequent."""
    t, lang = current_words(), current_lang()
    questions = outside().questions
    if product:
        st.subheader(t("The answers of {name}", name=plain(product.name)), anchor=False)
    else:
        st.subheader(t("The most frequent answers"), anchor=False)
    rows = []
    for question in questions:
        reply = question.reply(product.replies[question.key]) if product else question.most_given
        share = f"{number(100 * reply.products / question.products)}%"
        rows.append(
            {
                t("Question"): plain(question.text.get(lang)),
                t("Answer"): plain(reply.text.get(lang)),
                t("Share of all"): share,
            }
        )
    show_table(
        rows, alt=t("{n} questions, each with an answer and how many answer so", n=len(rows))
    )
