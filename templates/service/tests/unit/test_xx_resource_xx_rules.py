"""The rules of one xx_resource_title_xx: how it starts, how it changes."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xx_package_xx.domain.xx_resource_xx import (
    xx_Resource_xx,
    xx_Resource_xxValues,
    change_xx_resource_xx,
    new_xx_resource_xx,
)
from xx_package_xx.domain.errors import StaleVersionError
from tests.samples.xx_resource_xx import ANY_VALUES, CHANGE, xx_resource_xx_values

BORN = datetime(2030, 1, 1, 8, tzinfo=UTC)
LATER = BORN + timedelta(hours=1)
ID = UUID(int=1)


def fresh() -> xx_Resource_xx:
    return new_xx_resource_xx(xx_resource_xx_values(), id=ID, now=BORN)


def test_new_xx_resource_xx_starts_at_version_one() -> None:
    assert (fresh().id, fresh().version) == (ID, 1)


def test_new_xx_resource_xx_takes_its_times_from_the_caller() -> None:
    assert fresh().created_at == fresh().updated_at == BORN


@given(ANY_VALUES)
def test_new_xx_resource_xx_keeps_any_values_within_the_limits(values: xx_Resource_xxValues) -> None:
    made = new_xx_resource_xx(values, id=ID, now=BORN)
    for field in fields(values):
        assert getattr(made, field.name) == getattr(values, field.name)


def test_change_raises_the_version_by_one() -> None:
    changed = change_xx_resource_xx(fresh(), CHANGE, expected_version=1, now=LATER)
    assert (changed.version, changed.updated_at) == (2, LATER)


def test_change_replaces_only_the_named_fields() -> None:
    before, changed = fresh(), change_xx_resource_xx(fresh(), CHANGE, expected_version=1, now=LATER)
    for field in fields(changed):
        if field.name in CHANGE:
            assert getattr(changed, field.name) == CHANGE[field.name]  # type: ignore[literal-required]
        elif field.name not in {"version", "updated_at"}:
            assert getattr(changed, field.name) == getattr(before, field.name)


def test_change_without_fields_is_still_a_new_version() -> None:
    assert change_xx_resource_xx(fresh(), {}, expected_version=1, now=LATER).version == 2


def test_change_leaves_the_xx_resource_xx_it_started_from_alone() -> None:
    before = fresh()
    change_xx_resource_xx(before, CHANGE, expected_version=1, now=LATER)
    assert before == fresh()


@pytest.mark.parametrize("expected", [0, 2])
def test_change_is_refused_when_based_on_another_version(expected: int) -> None:
    with pytest.raises(StaleVersionError) as refused:
        change_xx_resource_xx(fresh(), CHANGE, expected_version=expected, now=LATER)
    assert (refused.value.expected, refused.value.actual) == (expected, 1)


@given(st.lists(st.integers(min_value=0, max_value=6), max_size=8))
def test_version_only_grows_whatever_versions_the_changes_are_based_on(bases: list[int]) -> None:
    current, accepted = fresh(), 0
    for base in bases:
        try:
            current = change_xx_resource_xx(current, CHANGE, expected_version=base, now=LATER)
        except StaleVersionError:
            assert base != current.version
        else:
            accepted += 1
        assert current.version == 1 + accepted
