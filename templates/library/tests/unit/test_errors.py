"""Callers can catch every expected failure with one except clause."""

import pytest

import xx_package_xx
from xx_package_xx.errors import xx_BaseError_xx

EXCEPTIONS = [
    public
    for name in xx_package_xx.__all__
    if isinstance(public := getattr(xx_package_xx, name), type)
    and issubclass(public, Exception)
    and not issubclass(public, Warning)
]


@pytest.mark.parametrize("exception", EXCEPTIONS)
def test_public_exception_is_caught_by_the_base(exception: type[Exception]) -> None:
    assert issubclass(exception, xx_BaseError_xx)


def test_base_is_no_programming_error() -> None:
    assert xx_BaseError_xx.__mro__[1] is Exception


def test_message_of_an_error_is_kept() -> None:
    assert str(xx_BaseError_xx("nothing to work with")) == "nothing to work with"
