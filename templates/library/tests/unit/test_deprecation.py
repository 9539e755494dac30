"""Deprecated names warn at the line of the user, with what to do instead."""

import warnings
from pathlib import Path

import pytest

from xx_package_xx._deprecation import warn_deprecated


def old_name() -> int:
    warn_deprecated("old_name()", since="1.1", removal="2.0", instead="new_name()")
    return 1


def test_warning_names_versions_and_replacement() -> None:
    expected = r"^old_name\(\) is deprecated since 1\.1 and goes away in 2\.0; use new_name\(\)$"
    with pytest.warns(DeprecationWarning, match=expected):
        old_name()


def test_warning_without_replacement_ends_with_the_version() -> None:
    with pytest.warns(DeprecationWarning, match=r"goes away in 2\.0$"):
        warn_deprecated("scan()", since="1.1", removal="2.0")


def test_warning_points_at_the_caller() -> None:
    with pytest.warns(DeprecationWarning, match="old_name") as caught:
        old_name()
    assert Path(caught[0].filename) == Path(__file__)
    assert caught[0].lineno == test_warning_points_at_the_caller.__code__.co_firstlineno + 2


def test_deprecated_function_still_works() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        assert old_name() == 1


def test_removal_in_the_release_that_warns_is_refused() -> None:
    with pytest.raises(ValueError, match=r"before 2\.0 removes it"):
        warn_deprecated("scan()", since="2.0", removal="2.0")
