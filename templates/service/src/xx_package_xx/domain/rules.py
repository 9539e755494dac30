"""Limits that fields of several resources share; each check names the field it refuses."""

import math
import re
from datetime import datetime
from decimal import Decimal
from urllib.parse import urlsplit

from xx_package_xx.domain.errors import ConstraintViolationError

type JsonValue = dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None
type Json = dict[str, JsonValue] | list[JsonValue]

# Whole numbers that every JSON client reads back exactly (RFC 8259, section 6).
MIN_INTEGER = -(2**53) + 1
MAX_INTEGER = 2**53 - 1

# Deep documents are refused before anything recursive (the database included) meets them.
_JSON_DEPTH = 16
_EMAIL = re.compile(r"[^\s@\"(),:;<>\[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def check_text(field: str, value: str, *, minimum: int, maximum: int) -> None:
    """Refuse text that is too short, too long or that a database cannot hold."""
    if len(value) < minimum:
        raise ConstraintViolationError(field, f"must have at least {minimum} characters")
    if len(value) > maximum:
        raise ConstraintViolationError(field, f"must have at most {maximum} characters")
    if not _storable(value):
        raise ConstraintViolationError(field, "must not contain NUL or unpaired surrogates")


def check_range[N: (int, Decimal)](
    field: str, value: N, *, minimum: N | None = None, maximum: N | None = None
) -> None:
    """Refuse a number outside its limits, both of which are allowed values themselves."""
    if minimum is not None and value < minimum:
        raise ConstraintViolationError(field, f"must be at least {minimum}")
    if maximum is not None and value > maximum:
        raise ConstraintViolationError(field, f"must be at most {maximum}")


def check_decimal(field: str, value: Decimal, *, digits: int, places: int) -> None:
    """Refuse a number that a column of this precision would round."""
    if not value.is_finite():
        raise ConstraintViolationError(field, "must be a finite number")
    if value != 0 and _decimal_places(value) > places:
        raise ConstraintViolationError(field, f"must have at most {places} decimal places")
    if value and value.adjusted() >= digits - places:
        raise ConstraintViolationError(
            field, f"must have at most {digits - places} digits before the point"
        )


def check_instant(field: str, value: datetime) -> None:
    """Refuse a moment without an offset from UTC: it would mean something else on each machine."""
    if value.utcoffset() is None:
        raise ConstraintViolationError(field, "must carry an offset from UTC")


def check_email(field: str, value: str) -> None:
    """Refuse what cannot be an address; only a message sent there proves that it is one."""
    if not _EMAIL.fullmatch(value) or not _storable(value):
        raise ConstraintViolationError(field, "must be an e-mail address")


def check_url(field: str, value: str) -> None:
    """Refuse anything but an absolute http or https address with a host."""
    if not _storable(value) or any(char.isspace() for char in value):
        raise ConstraintViolationError(field, "must be an http or https address")
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ConstraintViolationError(field, "must be an http or https address")


def check_json(field: str, value: Json) -> None:
    """Refuse a document that is too deep or holds what JSON in a database cannot."""
    if not _json_fits(value, _JSON_DEPTH):
        raise ConstraintViolationError(
            field, f"must be JSON of at most {_JSON_DEPTH} levels with finite numbers and no NUL"
        )


def _decimal_places(value: Decimal) -> int:
    """Count the digits after the point that matter; exact, unlike `normalize`, for any length."""
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits))
    return len(written.rstrip("0")) - len(written) - int(exponent)


def _json_fits(value: JsonValue, depth: int) -> bool:
    match value:
        case str():
            return _storable(value)
        case float():
            return math.isfinite(value)
        case dict():
            return depth > 0 and all(
                _storable(key) and _json_fits(inner, depth - 1) for key, inner in value.items()
            )
        case list():
            return depth > 0 and all(_json_fits(inner, depth - 1) for inner in value)
        case _:
            return True


def _storable(value: str) -> bool:
    return not any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in value)
