"""Library: the questions, the method, cases and sources, by which any result can be checked."""

from collections.abc import Callable

from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.library_cases import show_cases
from dashboard.views.parts.library_glossary import show_glossary
from dashboard.views.parts.library_method import show_method
from dashboard.views.parts.library_place import (
    CASES,
    GLOSSARY,
    METHOD,
    QUESTIONS,
    SOURCES,
    choose_section,
)
from dashboard.views.parts.library_questions import show_questions
from dashboard.views.parts.library_sources import show_sources

SHOW: dict[str, Callable[[], None]] = {
    QUESTIONS: show_questions,
    METHOD: show_method,
    CASES: show_cases,
    SOURCES: show_sources,
    GLOSSARY: show_glossary,
}

show_top_row()
SHOW[choose_section()]()
