"""What a validation error means to the author of a file, without a validator's jargon."""

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from dashboard.domain.message import Message, Value, message_of, worded
from dashboard.domain.questionnaire import ID_FORM, SLUG_FORM, VERSION_FORM
from dashboard.domain.vocabulary import KEY_FORM

WORDS = {
    "missing": worded("is missing"),
    "extra_forbidden": worded("is not a known key"),
    "string_type": worded("must be a text"),
    "string_unicode": worded("must be a text without halves of surrogate pairs"),
    "bool_type": worded("must be true or false"),
    "model_type": worded("must be a mapping of keys"),
    "model_attributes_type": worded("must be a mapping of keys"),
    "dict_type": worded("must be a mapping of keys"),
    "tuple_type": worded("must be a list"),
    "int_type": worded("must be a whole number"),
    "int_from_float": worded("must be a whole number"),
    "int_parsing": worded("must be a whole number"),
    "float_type": worded("must be a number"),
    "float_parsing": worded("must be a number"),
    "finite_number": worded("must be a finite number"),
    "greater_than": worded("must be above {gt}"),
    "greater_than_equal": worded("must be {ge} or more"),
    "less_than_equal": worded("must be {le} or less"),
    "literal_error": worded("must be {expected}"),
    "too_short": worded("must have at least {min_length} of them, not {actual_length}"),
    "too_long": worded("must have at most {max_length} entries, not {actual_length}"),
}
LONG_TEXT = worded("must have at most {max_length} characters, not {actual_length}")
TWO_LANGUAGES = worded("must be a text in both languages, en and zh")
FORMS = {
    ID_FORM: worded("must begin with a letter and have at most 40 letters, digits, _, . and -"),
    SLUG_FORM: worded(
        "must begin with a lower-case letter and have at most 60 of a to z, 0 to 9 and -"
    ),
    VERSION_FORM: worded("must be three numbers, such as 1.0.0"),
    KEY_FORM: worded("must begin with a to z or 0 to 9, and have nothing but these, _, + and -"),
}
WITHOUT_VALUE = frozenset({"missing", "extra_forbidden", "too_short", "too_long"})


def words_of(detail: ErrorDetails) -> Message | str:
    """Say what is wrong with one value, to follow the name of its field.

    What no assessment file can get wrong may come in the validator's own words, in English only.
    """
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "value_error":
        return message_of(context["error"])
    shown = "" if kind in WITHOUT_VALUE else _shown(given)
    template = _template(kind, given, context)
    if template is None:
        return _lower(detail["msg"]) + (f", not {shown}" if shown else "")
    what = template.filled(_values(context))
    return worded("{what}, not {given}", what=what, given=shown) if shown else what


def _template(kind: str, given: object, context: Mapping[str, object]) -> Message | None:
    if kind == "model_type" and context.get("class_name") == "Text":
        return TWO_LANGUAGES
    if kind == "too_long" and isinstance(given, str):
        return LONG_TEXT
    if kind == "string_pattern_mismatch":
        return FORMS.get(str(context["pattern"]))
    return WORDS.get(kind)


def _values(context: Mapping[str, object]) -> dict[str, Value]:
    return {
        name: f"{value:g}" if isinstance(value, float) else str(value)
        for name, value in context.items()
    }


def _lower(message: str) -> str:
    for start in ("Input ", "String ", "Value "):
        message = message.removeprefix(start)
    return message[:1].lower() + message[1:]


def _shown(given: object) -> str:
    match given:
        case str():
            return repr(given) if len(given) <= 60 else ""
        case bool():
            return str(given).lower()
        case int() if abs(given) >= 10**12:
            return ""
        case int() | float():
            return str(given)
        case _:
            return ""
