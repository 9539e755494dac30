"""The limits that fields share: what each of them lets pass and what it refuses."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from xx_package_xx.domain import rules
from xx_package_xx.domain.errors import ConstraintViolationError

deep: list[Any] = []
for _ in range(20):
    deep = [deep]

text = partial(rules.check_text, minimum=1, maximum=3)
number = partial(rules.check_range, minimum=1, maximum=3)
money = partial(rules.check_decimal, digits=4, places=2)

ACCEPTED: list[tuple[Callable[..., None], Any]] = [
    (text, "a"),
    (text, "abc"),
    (number, 1),
    (number, 3),
    (money, Decimal("99.99")),
    (money, Decimal("-0.10")),
    (money, Decimal("1E+1")),
    (rules.check_instant, datetime(2030, 1, 1, tzinfo=UTC)),
    (rules.check_email, "a.b+c@example.co.uk"),
    (rules.check_url, "https://example.com:8443/path?query=1"),
    (rules.check_json, {"a": [1, 2.5, "x", True, None]}),
]
REFUSED: list[tuple[Callable[..., None], Any]] = [
    (text, ""),
    (text, "abcd"),
    (text, "\x00"),
    (text, "\ud800"),
    (number, 0),
    (number, 4),
    (money, Decimal("0.001")),
    (money, Decimal(100)),
    (money, Decimal("NaN")),
    (money, Decimal("Infinity")),
    (rules.check_instant, datetime.fromisoformat("2030-01-01T09:00:00")),
    (rules.check_email, "nobody"),
    (rules.check_email, "a b@example.com"),
    (rules.check_email, "a@b@example.com"),
    (rules.check_url, "ftp://example.com/"),
    (rules.check_url, "https://"),
    (rules.check_url, "https://example.com/a b"),
    (rules.check_url, "https://[example"),
    (rules.check_json, {"a": float("nan")}),
    (rules.check_json, {"\x00": 1}),
    (rules.check_json, deep),
]


@pytest.mark.parametrize(("check", "value"), ACCEPTED)
def test_check_lets_values_within_the_limits_pass(check: Callable[..., None], value: Any) -> None:
    check("field", value)


@pytest.mark.parametrize(("check", "value"), REFUSED)
def test_check_refuses_values_outside_the_limits_by_field(
    check: Callable[..., None], value: Any
) -> None:
    with pytest.raises(ConstraintViolationError) as refused:
        check("field", value)
    assert refused.value.field == "field"
