"""Ratings of privacy policies: the rubric's questions with their replies, and the products."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from dashboard.catalog.csv_table import Cells, CsvTable
from dashboard.catalog.evidence import Published, Source
from dashboard.domain.outside import RATING_TOP, PolicyQuestion, RatedProduct, Reply
from dashboard.domain.text import StatedText


class ReplyCells(Cells):
    category: StatedText
    question: StatedText
    text: StatedText
    option: StatedText
    option_text: StatedText
    percent_credit: Annotated[int, Field(ge=0, le=100)]
    n: Annotated[int, Field(ge=0)]


class ProductCells(Cells):
    slug: StatedText
    name: StatedText
    score: Annotated[float, Field(ge=0, le=RATING_TOP, allow_inf_nan=False)]


def policy_questions(replies: Published) -> tuple[PolicyQuestion, ...]:
    """The questions in the order of the table, each with its replies."""
    by_question: dict[str, list[ReplyCells]] = {}
    for _, row in replies.table.rows(ReplyCells):
        by_question.setdefault(row.question, []).append(row)
    return tuple(_policy_question(rows, replies.source) for rows in by_question.values())


def _policy_question(rows: Sequence[ReplyCells], source: Source) -> PolicyQuestion:
    return PolicyQuestion(
        key=rows[0].question,
        section=source.named(rows[0].category),
        text=source.named(rows[0].text),
        replies=tuple(
            Reply(
                key=row.option,
                text=source.named(row.option_text),
                credit=row.percent_credit,
                products=row.n,
            )
            for row in rows
        ),
    )


def policy_products(
    products: Published, questions: Sequence[PolicyQuestion]
) -> tuple[RatedProduct, ...]:
    """Every product with the replies that the questions know."""
    table = products.table
    asked = [question.key for question in questions if question.key in table.columns]
    return tuple(
        RatedProduct(
            slug=row.slug,
            name=row.name,
            rating=row.score,
            replies={key: line.cells[table.columns.index(key)] for key in asked},
        )
        for line, row in table.rows(ProductCells)
    )


def check_replies(
    products: CsvTable, replies: CsvTable, questions: Sequence[PolicyQuestion]
) -> None:
    """Each product replies to each question as the rubric allows, and as often as is said."""
    for question in questions:
        if question.key not in products.columns:
            products.fault(f"has no column {question.key}")
            continue
        known = {reply.key for reply in question.replies}
        given = products.column(question.key)
        strange = [(line, reply) for line, reply in given if reply not in known]
        for line, reply in strange:
            message = f"{reply} is no reply to it in {replies.file.name}"
            products.fault(message, line, question.key)
        if products.problems:
            continue
        _check_counts(replies, question.key, Counter(reply for _, reply in given))


def _check_counts(replies: CsvTable, question: str, given: Counter[str]) -> None:
    asked, options, counts = map(replies.column, ("question", "option", "n"))
    for (line, key), (_, option), (_, count) in zip(asked, options, counts, strict=True):
        if key == question and int(count) != given[option]:
            replies.fault(f"says {count}, but {given[option]} products reply so", line, "n")
