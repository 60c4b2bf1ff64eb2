"""What a validation error means to the author of a file, without a validator's jargon."""

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from dashboard.domain.questionnaire import ID_FORM, SLUG_FORM, VERSION_FORM
from dashboard.domain.vocabulary import KEY_FORM

WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key",
    "string_type": "must be a text",
    "bool_type": "must be true or false",
    "model_type": "must be a mapping of keys",
    "model_attributes_type": "must be a mapping of keys",
    "dict_type": "must be a mapping of keys",
    "tuple_type": "must be a list",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "greater_than": "must be above {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "literal_error": "must be {expected}",
}
FORMS = {
    ID_FORM: "must begin with a letter and have at most 40 letters, digits, _, . and -",
    SLUG_FORM: "must begin with a lower-case letter and have at most 60 of a to z, 0 to 9 and -",
    VERSION_FORM: "must be three numbers, such as 1.0.0",
    KEY_FORM: "must begin with a to z or 0 to 9, and have nothing but these, _, + and -",
}
WITHOUT_VALUE = frozenset({"missing", "extra_forbidden", "too_short", "too_long"})


def words_of(detail: ErrorDetails) -> str:
    """Say what is wrong with one value, to follow the name of its field."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "model_type" and context.get("class_name") == "Text":
        message = "must be a text in both languages, en and zh"
    elif kind in WORDS:
        message = WORDS[kind].format(**context)
    elif kind in {"too_short", "too_long"}:
        message = _counted(given, context)
    elif kind == "string_pattern_mismatch" and context["pattern"] in FORMS:
        message = FORMS[context["pattern"]]
    else:
        message = _lower(detail["msg"])
    return message + ("" if kind in WITHOUT_VALUE else _shown(given))


def _counted(given: object, context: Mapping[str, object]) -> str:
    kind, has = ("characters" if isinstance(given, str) else "entries"), context["actual_length"]
    if "max_length" in context:
        return f"must have at most {context['max_length']} {kind}, not {has}"
    return f"must have at least {context['min_length']} of them, not {has}"


def _lower(message: str) -> str:
    for start in ("Input ", "String ", "Value "):
        message = message.removeprefix(start)
    return message[:1].lower() + message[1:]


def _shown(given: object) -> str:
    match given:
        case str():
            return f", not {given!r}" if len(given) <= 60 else ""
        case bool():
            return f", not {str(given).lower()}"
        case int() if abs(given) >= 10**12:
            return ""
        case int() | float():
            return f", not {given}"
        case _:
            return ""
