"""What a validation error means to the author of a file, without a validator's jargon."""

from pydantic_core import ErrorDetails

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
}


def words_of(detail: ErrorDetails) -> str:
    """Say what is wrong with one value, to follow the name of its field."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    message = WORDS.get(kind) or _lower(detail["msg"])
    return message + ("" if kind in {"missing", "extra_forbidden"} else _shown(detail["input"]))


def _lower(message: str) -> str:
    for start in ("Input ", "String ", "Value "):
        message = message.removeprefix(start)
    return message[:1].lower() + message[1:]


def _shown(given: object) -> str:
    if isinstance(given, str):
        return f", not {given[:60]!a}" if len(given) <= 60 else ""
    return f", not {given}" if isinstance(given, bool | float) or _short(given) else ""


def _short(given: object) -> bool:
    return isinstance(given, int) and abs(given) < 10**12
